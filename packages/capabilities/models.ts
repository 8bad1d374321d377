import type { ImageModelV4, LanguageModelV4, SpeechModelV4, TranscriptionModelV4 } from '@ai-sdk/provider';
import type { SceneSpec } from './scene-spec.ts';
import type { VistaSpec } from './vista-spec.ts';

export type { ImageModelV4, LanguageModelV4, SpeechModelV4, TranscriptionModelV4 };

/** One spoken word. Times in seconds from the start of the audio; `offset` and `length` index the input text (UTF-16). */
export type WordTiming = { text: string; start: number; end: number; offset: number; length: number };

/**
 * What Kinora's speech models report under `providerMetadata.kinora`.
 * `words` cover every word of the text in order; a model without timings leaves the field out and the route aligns them.
 */
export type SpeechMetadata = { duration: number; sampleRate: number; words?: WordTiming[] };

/** A word as it was heard. Times in seconds from the start of the audio. */
export type HeardWord = { text: string; start: number; end: number };

/** What Kinora's transcription models report under `providerMetadata.kinora`; absent where a service times no words. */
export type TranscriptionMetadata = { words?: HeardWord[] };

/** Who is looking: which guard thresholds hold. Ages in years. */
export type Audience = { kind: 'child'; age: number } | { kind: 'adult' };

/** The four Azure AI Content Safety categories and Kinora's own. */
export const safetyCategories = [
  'hate',
  'sexual',
  'violence',
  'self-harm',
  'scary',
  'unsafe-to-imitate',
  'personal-data',
  'brand',
  'bedtime-tone',
  'prompt-injection',
] as const;
export type SafetyCategory = (typeof safetyCategories)[number];

/** A stretch of the text that was judged. `offset` and `length` index the original text (UTF-16). */
export type SafetySpan = { offset: number; length: number; category: SafetyCategory; severity: number };

/** `soften`: usable once the spans are reworded (or, for a wish, told gently). `block`: not usable. Severities 0–7. */
export type ModerationResult = {
  verdict: 'allow' | 'soften' | 'block';
  categories: Partial<Record<SafetyCategory, number>>;
  spans: SafetySpan[];
  /** For a person: why, kindly, and what would work instead. Absent with `allow`. */
  explanation?: string;
  suggestion?: string;
  /** For a wish to be softened: the wish, told gently, ready for the author. */
  softened?: string;
  /** For the grown-up: what a guard did or could not do, e.g. that only the local guard answered. */
  note?: string;
};

/** What a guard is asked about: a text with its role, or a picture. */
export type ModerationInput =
  | { kind: 'text'; text: string; role: 'wish' | 'story' | 'picture-prompt' | 'alt-text' }
  | {
      kind: 'image';
      image: Uint8Array;
      mediaType: string;
      /** Present when the picture was drawn from a scene or a vista: then what it shows is known. */
      scene?: SceneSpec;
      vista?: VistaSpec;
    };

/** Judges text and pictures. A guard that can't judge an input throws `provider.unavailable`: callers in child mode refuse then. */
export type Moderator = {
  readonly provider: string;
  readonly modelId: string;
  moderate(input: ModerationInput, options: { audience: Audience; signal?: AbortSignal }): Promise<ModerationResult>;
};

/** Describes a picture in words. */
export type ImageDescriber = {
  readonly provider: string;
  readonly modelId: string;
  describe(
    input: { scene?: SceneSpec; vista?: VistaSpec; image?: Uint8Array; mediaType?: string; language: 'en' | 'ja' },
    options?: { signal?: AbortSignal },
  ): Promise<{ altText: string; tags: string[] }>;
};

/** A picture a clip starts from or ends at. With `scene` or `vista` a layered source can be drawn again in layers. */
export type ClipPicture = {
  image: Uint8Array;
  mediaType: string;
  scene?: SceneSpec;
  style?: string;
  vista?: VistaSpec;
  /** Cut-outs that the figures of `vista` index: PNG or WebP with alpha. */
  figures?: readonly Uint8Array[];
  seed?: number;
};

/** A framing: centre x and y, 0 to 1 of the picture, and zoom from 1 to 1.6. */
export type Framing = readonly [x: number, y: number, zoom: number];

/** How music moves the pictures of a clip. Frames count from the clip's first. */
export type ClipMusic = {
  /** How loud the music is, 0 to 1, one value a frame: the light and the pace of the camera follow it. */
  level: readonly number[];
  /**
   * Beats. `frame` may be negative: what is still to be seen of a beat before the clip. `push` (0 to 1) is how far the
   * camera jumps forward, `flash` (0 to 1) how much light it brings; whoever plans them sees to it that no more than three
   * flashes come in a second.
   */
  accents: readonly { frame: number; push: number; flash: number }[];
  /** The frames between which the camera holds its breath, e.g. before a drop. */
  hold?: readonly [start: number, end: number];
};

/** Something that lies over a clip and does not move with its camera: a caption, a title, a logo. */
export type ClipOverlay = {
  /** PNG with alpha. */
  image: Uint8Array;
  /** Top left corner, frame pixels. */
  x: number;
  y: number;
  /** Frames of the clip during which it is seen; both may lie outside the clip. */
  from: number;
  to: number;
  /** Frames that it takes to come and to go. Default 6. */
  fade?: number;
};

/** Options of {@link ClipModel.doGenerate}. */
export type ClipOptions = {
  from: ClipPicture;
  /** Given: the clip ends in this picture (a transition). Omitted: it stays with `from` under a moving camera. */
  to?: ClipPicture;
  /**
   * How `from` gives way to `to`. `light`: through a bloom of light; `fade`: through black. Default `dissolve`; a model that
   * can't says so in a warning and dissolves.
   */
  transition?: 'dissolve' | 'light' | 'fade';
  /** Number of frames, ≥ 1. */
  frames: number;
  fps: number;
  /** Pixels, even. */
  width: number;
  height: number;
  seed: number;
  /** Which part of the whole movement this clip shows, 0 to 1; default the whole. Lets transitions continue a movement. */
  window?: [number, number];
  /** The same for the movement of `to`, which a transition begins and the next clip carries on. */
  toWindow?: [number, number];
  /** A camera path instead of the picture's own; in a transition for `from`. */
  camera?: { from: Framing; to: Framing };
  /** The same for `to`. */
  toCamera?: { from: Framing; to: Framing };
  /** Moves the picture with music. A model that can't says so in a warning. */
  music?: ClipMusic;
  /** Laid over the frames, in order. A model that can't says so in a warning. */
  overlays?: readonly ClipOverlay[];
  /** Frames of fading in from and out to black. Default none. */
  fade?: { in?: number; out?: number };
  signal?: AbortSignal;
};

/** Options that a clip model may leave aside. Who asked can bring some of them to the finished frames. */
export type ClipLimit = 'camera' | 'toCamera' | 'music' | 'overlays' | 'fade' | 'transition';

/** Makes the frames between two pictures, as an H.264 MP4 without sound. */
export type ClipModel = {
  readonly provider: string;
  readonly modelId: string;
  doGenerate(options: ClipOptions): Promise<{
    video: Uint8Array;
    mediaType: 'video/mp4';
    warnings: string[];
    /** What was asked for and is not in the frames; a warning says so of each. Omitted: all of it is. */
    leftOut?: readonly ClipLimit[];
    /** `provider/model@revision` of who made it, as a route knows it. */
    servedBy?: string;
  }>;
};
