import type { FrameStyler } from './frame-styler.ts';
import type {
  Audience,
  ClipModel,
  ImageDescriber,
  ImageModelV4,
  LanguageModelV4,
  Moderator,
  SpeechModelV4,
  TranscriptionModelV4,
} from './models.ts';
import type { CapabilityName } from './provider.ts';

/** A stored file: its SHA-256 in hex is its address. `bytes` is its size. */
export type AssetRef = { asset: string; mediaType: string; bytes: number };

/** Where a studio keeps files: on a file system, S3 or Azure. Paths are only lent, for native code that reads and writes files. */
export type AssetStore = {
  /** Stores bytes once by content; putting the same bytes again is free. */
  put(bytes: Uint8Array, options: { mediaType: string }): Promise<AssetRef>;
  /** @throws KinoraError `asset.missing` or `asset.broken`. */
  get(ref: AssetRef): Promise<Uint8Array>;
  /**
   * Lends local paths of files, in order, while `use` runs: for files too large for memory. They are read, never written.
   * @throws KinoraError `asset.missing` or `asset.broken`.
   */
  lend<Value>(refs: readonly AssetRef[], use: (paths: string[]) => Promise<Value>): Promise<Value>;
  /**
   * Stores the file that `make` writes at a local path lent to it.
   * @throws KinoraError `storage.full` or `storage.denied`.
   */
  putFile(make: (path: string) => Promise<void>, options: { mediaType: string }): Promise<AssetRef>;
};

/** Who did a piece of work. */
export type ServedBy = {
  capability: string;
  provider: string;
  modelId: string;
  /** e.g. `cpu`, `cuda:0`, `remote`. */
  device: string;
  seconds: number;
  /** `provider/model@revision`, as {@link StudioModels.identity} would name it. */
  identity: string;
  /** Set when earlier providers of the route were passed over: the first of them, why, and the identities of all. */
  fallback?: { from: string; reason: string; passedOver: string[] };
  /** What was used up, where it is known. */
  usage?: Usage;
};

/** What a call used up. */
export type Usage = {
  inputTokens?: number;
  outputTokens?: number;
  images?: number;
  /** Of text that was read aloud, judged or described. */
  characters?: number;
  /** Of sound that was transcribed. */
  audioSeconds?: number;
};

/** JSON that can be stored and hashed. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };

/** What names a derivation: the same name, version, models and inputs always mean the same output. */
export type Derivation = {
  /** e.g. `story.narrate`. Shown to people, so name what is done. */
  name: string;
  /** Raise it when the same inputs would now give another output. */
  version: number;
  /** Identities (`provider/model@revision`) of the models that take part. Read them from {@link StudioModels.identity}. */
  models?: string[];
  /** Everything else that decides the output: parameters and asset hashes. */
  inputs: Json;
};

/** The models of a studio, each a route over the configured providers. */
export type StudioModels = {
  /** Null when no model is set up: the studio's own author writes. */
  language: LanguageModelV4 | null;
  /** Null when no model is set up. */
  transcription: TranscriptionModelV4 | null;
  speech: SpeechModelV4;
  image: ImageModelV4;
  /** The built-in illustrator, which draws only what a `SceneSpec` says: the refuge when a model's picture may not be shown. */
  illustrator: ImageModelV4;
  clip: ClipModel;
  /** The built-in camera, which shows nothing but the picture itself: the refuge when a model's clip may not be shown. */
  camera: ClipModel;
  moderator: Moderator;
  describer: ImageDescriber;
  /** Restyles streams of frames. */
  frameStyler: FrameStyler;
  /** Which provider, model and revision would serve now, for {@link Derivation.models}. */
  identity(capability: CapabilityName): string;
};

/** All that a studio's pipeline may touch. */
export type StudioContext<Event> = {
  models: StudioModels;
  assets: AssetStore;
  audience: Audience;
  signal: AbortSignal;
  /**
   * Computes a derivation, or returns what it gave before. Durable and single-flight: two jobs that want the same
   * derivation compute it once. The value may hold {@link AssetRef}s at any depth.
   */
  step<Value extends Json>(
    derivation: Derivation,
    compute: (options: { signal: AbortSignal }) => Promise<Value>,
  ): Promise<Value>;
  /** Sends an event to whoever watches the job; kept, so a late watcher sees it too. */
  emit(event: Event): Promise<void>;
};

/** How many derivations of a job were computed and how many were taken from before. */
export type ReuseCount = { computed: number; reused: number };
