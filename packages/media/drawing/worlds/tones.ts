import type { VistaPalette } from '@kinora/capabilities';
import { blend, rgb } from '../colour.ts';
import type { RGB } from '../colour.ts';

/** The palette of a vista and what follows from it. */
export type Tones = VistaPalette & {
  /** Darker than `deep`: what stands against the light. */
  ink: string;
  /** Brighter than `light`: the heart of a lamp. */
  glare: string;
  /** What a colour becomes in the distance: 0 near, 1 at the horizon. */
  far(colour: string, distance: number): string;
};

/** Reads a palette. */
export function tonesOf(palette: VistaPalette): Tones {
  return {
    ...palette,
    ink: blend(palette.deep, '#04040a', 0.55),
    glare: blend(palette.light, '#fffdf6', 0.62),
    far: (colour, distance) => blend(colour, palette.haze, distance),
  };
}

/** `count` colours from the first to the last, evenly spaced, as parts: to look up by a value of 0 to 1 × (count − 1). */
export function ramp(colours: readonly string[], count = 64): RGB[] {
  return Array.from({ length: count }, (_, index) => {
    const at = (index / (count - 1)) * (colours.length - 1);
    const from = Math.min(colours.length - 2, Math.floor(at));
    return rgb(blend(colours[from]!, colours[from + 1]!, at - from));
  });
}
