import type { Provenance } from '../provenance.ts';

/** One picture of a film and how it is shown. */
export type StoryboardScene = {
  /** JPEG, PNG or WebP. */
  picture: Uint8Array;
  mediaType: 'image/jpeg' | 'image/png' | 'image/webp';
  /** What it shows, for those who don't see it. Default the description. */
  altText?: string;
  /** Seconds of the song. */
  start: number;
  end: number;
  /** Bar of the song, from 1; null where it has none. */
  bar: number | null;
  /** What happens in the music. */
  word: string;
  description: string;
  /** How it comes in, e.g. `dissolve`, and what the camera does, e.g. `push`. */
  transition: string;
  motion: string;
};

/** A film on paper. */
export type Storyboard = {
  title: string;
  artist?: string;
  /** What it is about. */
  theme?: string;
  /** E.g. `neon-city`. */
  world?: string;
  /** What was heard in the song. `duration` in seconds, `tempo` in beats a minute. */
  song: { duration: number; tempo: number | null; metre: string | null; key: string | null };
  /** Loudness of the song at even steps, each in [0, 1]. */
  waveform: { secondsPerPeak: number; peaks: readonly number[]; rms: readonly number[] };
  /** Parts of the song, in order. Sections that sound alike share a letter. */
  sections: readonly { start: number; end: number; label: string; letter: string }[];
  scenes: readonly StoryboardScene[];
  provenance: Provenance;
};

/** `m:ss`, or `m:ss.t` with a tenth. */
export function clock(seconds: number, { tenths = false }: { tenths?: boolean } = {}): string {
  const units = tenths ? Math.round(seconds * 10) : Math.round(seconds) * 10;
  const minutes = Math.floor(units / 600);
  const rest = String(Math.floor((units % 600) / 10)).padStart(2, '0');
  return `${minutes}:${rest}${tenths ? `.${units % 10}` : ''}`;
}

const transitions: Record<string, string> = {
  cut: 'Cut in',
  dissolve: 'Dissolves in',
  fade: 'Comes out of black',
  light: 'Comes out of light',
};
const motions: Record<string, string> = {
  auto: 'the camera follows the music',
  push: 'the camera moves in',
  pull: 'the camera moves back',
  left: 'the camera moves left',
  right: 'the camera moves right',
  rise: 'the camera rises',
  fall: 'the camera sinks',
  drift: 'the camera drifts',
  still: 'the camera rests',
};

/** How a scene is shown, in words. */
export function describeShot({ transition, motion }: Pick<StoryboardScene, 'transition' | 'motion'>): string {
  return `${transitions[transition] ?? plain(transition)} · ${motions[motion] ?? plain(motion)}`;
}

/** A name such as `chorus-like` as words, with a capital. */
export function plain(name: string): string {
  const words = name.replaceAll('-', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
