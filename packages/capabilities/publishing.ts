/** What a call to a destination takes beside its subject. */
export type PublishingCall<Progress> = {
  signal: AbortSignal;
  onProgress?: (progress: Progress) => void;
};

/** One row of a vocabulary that leaves Kinora: an item as it is said in one recording. */
export type VocabularyRow = {
  /** Stable over runs, unique within its recording. */
  id: string;
  /** In Japanese, with the reading where it helps. */
  japanese: string;
  english: string;
  /** The sentence it is said in. */
  context: string;
  /** e.g. `N3`; null where nobody knows. */
  difficulty: string | null;
  /** e.g. `Grammar pattern`. */
  kind: string;
  /** Page that plays the moment, http(s). Null: the recording is on no page. */
  source: string | null;
  /** Seconds into the recording. */
  seconds: number;
  tags: readonly string[];
};

/** What is sent: the items of one recording. */
export type VocabularyRows = {
  /** `id` keeps recordings apart in one collection. */
  recording: { id: string; title: string };
  rows: readonly VocabularyRow[];
};

/** What sending would do now. Nothing has been written. */
export type VocabularyForecast = {
  /** The collection that the rows go to. */
  collection: { title: string; exists: boolean; url: string | null };
  /** Rows to add, to write again, and to leave alone. */
  created: number;
  changed: number;
  unchanged: number;
  /** Rows there that this recording has no longer. They stay. */
  orphaned: number;
  /** Requests it takes, and seconds at the pace the service allows. */
  requests: number;
  seconds: number;
  /** For people: what is kept in another way than it stands in Kinora. */
  notes: string[];
};

/** How far sending is. */
export type VocabularyProgress = { done: number; total: number };

/** What was sent. */
export type VocabularyReport = {
  collection: { title: string; url: string | null };
  created: number;
  changed: number;
  unchanged: number;
  /** Rows the service refuses, and why. All others are there. */
  refused: { id: string; reason: string }[];
  requests: number;
  notes: string[];
};

/**
 * Somewhere that vocabulary is kept as rows, e.g. a database of Notion. Each row is there once, however often it is sent
 * and wherever a sending broke off: what is there is looked up by its id, and only what has changed is written.
 */
export type VocabularyDestination = {
  /** @throws KinoraError `provider.*` with advice. */
  forecast(rows: VocabularyRows, call: Pick<PublishingCall<never>, 'signal'>): Promise<VocabularyForecast>;
  /** Sends what is new or has changed; goes on where an earlier sending broke off. @throws KinoraError `provider.*`. */
  send(rows: VocabularyRows, call: PublishingCall<VocabularyProgress>): Promise<VocabularyReport>;
};

/** Who may see a video. */
export const privacies = ['private', 'unlisted', 'public'] as const;
export type Privacy = (typeof privacies)[number];

/** What is said about a video. */
export type VideoFacts = {
  title: string;
  description: string;
  tags: readonly string[];
  /** Of title and description, e.g. `ja`. */
  language: string;
  /** Title and description in other languages. */
  translations: Record<string, { title: string; description: string }>;
  privacy: Privacy;
  isMadeForKids: boolean;
  /** Realistic pictures or sounds that were altered or made by a machine: the platform tells its viewers. */
  isSynthetic: boolean;
};

/** A file of captions. */
export type VideoCaptions = {
  language: string;
  /** Shown where captions are chosen; may be empty. */
  name: string;
  /** SubRip or WebVTT. */
  bytes: Uint8Array;
};

/** A file that is sent in parts: bytes `from` to `to`, the latter exclusive. */
export type VideoFile = {
  bytes: number;
  mediaType: string;
  read(range: { from: number; to: number }): Promise<Uint8Array<ArrayBuffer>>;
};

/** What an upload will take of a platform's quota. */
export type VideoForecast = {
  /** Each call, what it counts for, and in which allowance. */
  calls: { method: string; count: number; units: number; allowance: string }[];
  /** Sums by allowance, beside what a day allows by default. */
  allowances: { name: string; units: number; daily: number }[];
  bytes: number;
  notes: string[];
};

/** How an upload stands: done, or its session is no longer known and has to be begun anew. */
export type UploadOutcome = { state: 'done'; video: string } | { state: 'expired' };

/** A sign-in that began. The secrets stay on this machine. */
export type SignIn = { url: string; state: string; verifier: string; redirect: string };

/** A sign-in on another device: a person opens `url` and types `userCode`. */
export type DeviceSignIn = {
  url: string;
  userCode: string;
  deviceCode: string;
  /** Seconds between two questions whether it is done, and until it ends. */
  interval: number;
  expiresIn: number;
};

/** Who is signed in. */
export type VideoChannel = { id: string; title: string };

/**
 * A platform that videos are uploaded to. Each method may be called again after a failure without doing its work twice;
 * what has to be remembered between them is in their arguments and results.
 */
export type VideoDestination = {
  forecast(video: { bytes: number; hasThumbnail: boolean; captions: number; hasPlaylist: boolean }): VideoForecast;
  /** Signs in by a browser on this machine. @param redirect Address that the platform sends it back to. */
  beginSignIn(options: { redirect: string }): Promise<SignIn>;
  /** @returns The token to keep. @throws KinoraError `auth.forbidden` when it was refused or is too old. */
  finishSignIn(signIn: SignIn, code: string, call: { signal: AbortSignal }): Promise<string>;
  beginDeviceSignIn(call: { signal: AbortSignal }): Promise<DeviceSignIn>;
  /**
   * @returns The token to keep; null while the person hasn't agreed yet.
   * @throws KinoraError `auth.forbidden`, or one with `retryAfter`: so many seconds more between questions.
   */
  pollDeviceSignIn(signIn: DeviceSignIn, call: { signal: AbortSignal }): Promise<string | null>;
  /** Makes the token useless. */
  signOut(call: { signal: AbortSignal }): Promise<void>;
  /** @throws KinoraError `auth.required` when nobody is signed in. */
  channel(call: { signal: AbortSignal }): Promise<VideoChannel>;
  playlists(call: { signal: AbortSignal }): Promise<{ id: string; title: string }[]>;
  /** Asks for an upload session. Keep what it gives before the first byte is sent: who holds it may send. */
  beginUpload(
    video: VideoFacts,
    file: Pick<VideoFile, 'bytes' | 'mediaType'>,
    call: { signal: AbortSignal },
  ): Promise<string>;
  /**
   * Sends the file, or what of it isn't there yet; asks for that first.
   * @param session From `beginUpload`, also of another process.
   */
  upload(
    session: string,
    file: VideoFile,
    call: PublishingCall<{ bytes: number; total: number }>,
  ): Promise<UploadOutcome>;
  /**
   * The video that this file became, where its session ended before that was told.
   * @param since Seconds of Unix time; older ones are not looked at.
   */
  findUpload(
    video: VideoFacts,
    file: Pick<VideoFile, 'bytes'>,
    since: number,
    call: { signal: AbortSignal },
  ): Promise<string | null>;
  /** Changes what is said about a video, if it differs. */
  describe(id: string, video: VideoFacts, call: { signal: AbortSignal }): Promise<void>;
  setThumbnail(
    id: string,
    picture: { bytes: Uint8Array<ArrayBuffer>; mediaType: string },
    call: { signal: AbortSignal },
  ): Promise<void>;
  /** Adds captions, or replaces those of the same language and name. */
  setCaptions(id: string, captions: VideoCaptions, call: { signal: AbortSignal }): Promise<void>;
  /** Adds a video to a playlist unless it is in there. */
  addToPlaylist(id: string, playlist: string, call: { signal: AbortSignal }): Promise<void>;
};
