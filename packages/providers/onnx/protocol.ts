import type { StylerFrame, StylerOptions } from '@kinora/capabilities';
import type { RgbaPicture, SchedulerName } from '@kinora/media/diffusion';

/** What the process of a Stable Diffusion model is told when it loads. */
export type DiffusionSettings = {
  /** Folder in the diffusers layout. */
  folder: string;
  /**
   * Saves memory: the text encoder is closed after use, the VAE decodes in tiles or TAESD stands in for it, guidance makes two
   * calls.
   */
  isFrugal: boolean;
};

/** What the process of a frame interpolation model is told when it loads. */
export type InterpolationSettings = {
  folder: string;
  /** What sides of pictures must be multiples of. */
  multiple: number;
};

/** Asks for the picture at `time` (0 to 1) between two of one size: the input of `between`. */
export type BetweenRequest = { from: RgbaPicture; to: RgbaPicture; time: number };

/** What to draw: the input of `draw`. */
export type DrawRequest = {
  prompt: string;
  /** What should not be seen. Needs guidance above 1. */
  negativePrompt: string;
  /** Of the finished picture, in pixels; null for the model's own size at `aspectRatio`. */
  size: { width: number; height: number } | null;
  aspectRatio?: string;
  /** Side of the square pictures that the model was trained on. */
  native: number;
  /** One picture for each. */
  seeds: number[];
  steps: number;
  /** Classifier-free guidance; 1 or less draws without. */
  guidance: number;
  /** 0 to 1. */
  guidanceRescale: number;
  /** Default: what the model's folder says. */
  scheduler?: SchedulerName;
  /** DDIM's noise, 0 to 1. */
  eta: number;
  /** A picture to start from: a file, or pixels. */
  image?: Uint8Array | RgbaPicture;
  /** How much of it changes, 0 to 1. */
  strength: number;
  /** Folder with a TAESD, for previews and quick pictures; default one inside the model's own. */
  taesdFolder?: string;
  /** Finishes pictures by TAESD, where there is one: in a fraction of the time and memory, a little softer. */
  usesTaesd: boolean;
  /** Whether steps come with a small picture, where there is a TAESD. */
  hasPreviews: boolean;
  /** `rgba` skips the file: for live pictures. */
  output: 'png' | 'rgba';
};

/** The answer of `draw`. */
export type DrawResult = {
  /** PNG files, or pixels. */
  pictures: (Uint8Array | RgbaPicture)[];
  /** What the model drew before it was scaled and cut. */
  drawn: { width: number; height: number };
  /** Size of the pictures. */
  size: { width: number; height: number };
  /** Tokens of the prompt that were left out. */
  droppedTokens: number;
  /** What was asked and couldn't be done. */
  notes: string[];
};

/** Sent after each step. */
export type DrawProgress = {
  /** Place among the seeds, from 0. */
  picture: number;
  /** From 1. */
  step: number;
  steps: number;
  /** JPEG of what the picture will be. */
  preview?: Uint8Array;
};

/** A frame of a stream and what it is to become: `restyle` takes some of different streams at once. */
export type RestyleFrame = StylerFrame & {
  /** Name of the stream it belongs to. */
  stream: string;
  /** Pixels of what comes out. */
  width: number;
  height: number;
  prompt: string;
  /** While one prompt gives way to another: the old one, and its share, 0 to 1. */
  from?: { prompt: string; share: number };
  /** How much noise, 0 keeps the frame, 1 keeps nothing of it. */
  noise: number;
  seed: number;
  output: StylerFrame['mediaType'];
  /** Largest encoded frame, bytes. */
  maxBytes: number;
  /** When the picture before is given again. */
  skip?: StylerOptions['skip'];
  /** Seconds on the stream's clock. */
  time: number;
  /** Share of the picture before in this one, 0 to 0.9. */
  smoothing: number;
  /** Folder with a TAESD; default one inside the model's own. */
  taesdFolder?: string;
};

/** A restyled frame. */
export type RestyleResult = StylerFrame & { isRepeat: boolean; milliseconds: number };

/** Why a frame could not be read; those beside it and after it can. */
export type RestyleProblem = { problem: string };

/** What `restyle` answers for each frame. */
export type RestyleAnswer = RestyleResult | RestyleProblem;
