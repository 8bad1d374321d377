import { z } from 'zod';

/** Looks that a frame can be painted in. Every painter knows all of them. */
export const looks = [
  'oil',
  'watercolour',
  'pastel',
  'pencil',
  'ink',
  'anime',
  'comic',
  'stained-glass',
  'mosaic',
  'pixel',
  'neon',
  'dream',
] as const;
export type Look = (typeof looks)[number];

/** What falls or drifts in front of the picture. */
export const overlays = ['none', 'leaves', 'petals', 'snow', 'rain', 'fireflies', 'stars', 'dust', 'bubbles'] as const;
export type Overlay = (typeof overlays)[number];

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour like #f2a33c');

/** How the colours of a frame are graded before it is painted. All neutral by default. */
export const framePalette = z.object({
  /** −1 cold … 1 warm. */
  warmth: z.number().min(-1).max(1).default(0),
  /** 0 grey, 1 as it is, 2 vivid. */
  saturation: z.number().min(0).max(2).default(1),
  /** −1 soft … 1 hard. */
  contrast: z.number().min(-1).max(1).default(0),
  /** −1 dark … 1 bright. */
  brightness: z.number().min(-1).max(1).default(0),
  /** Colour the shadows lean to. */
  shadows: colour.default('#202040'),
  /** Colour the lights lean to. */
  lights: colour.default('#fff2d8'),
  /** How far shadows and lights lean to these colours, 0 to 1. */
  toning: z.number().min(0).max(1).default(0),
});
export type FramePalette = z.infer<typeof framePalette>;

/** A light in the picture. */
export const frameLight = z.object({
  colour: colour.default('#ffd9a0'),
  /** 0 none … 1 strong. */
  amount: z.number().min(0).max(1).default(0),
  /** Where it comes from, 0 to 1 of the picture. */
  x: z.number().min(0).max(1).default(0.25),
  y: z.number().min(0).max(1).default(0.05),
  /** How dark the corners are, 0 to 1. */
  vignette: z.number().min(0).max(1).default(0),
});
export type FrameLight = z.infer<typeof frameLight>;

/** How a frame is to look: everything a painter or a diffusion model needs to know. */
export const frameStyle = z.object({
  look: z.enum(looks).default('oil'),
  /** 0: the frame as it came; 1: wholly painted. */
  strength: z.number().min(0).max(1).default(1),
  /** 0: broad strokes, big panes; 1: fine ones. */
  detail: z.number().min(0).max(1).default(0.5),
  palette: framePalette.prefault({}),
  light: frameLight.prefault({}),
  overlay: z.enum(overlays).default('none'),
  /** How much of the overlay, 0 to 1. */
  overlayAmount: z.number().min(0).max(1).default(0.5),
  /** Where it is blown to: −1 left … 1 right. */
  wind: z.number().min(-1).max(1).default(0.2),
  /** The words the style was made from. Painters have their numbers above; a diffusion model reads these. */
  prompt: z.string().max(500).default(''),
});
export type FrameStyle = z.infer<typeof frameStyle>;

/**
 * The style between two, for a change that takes a moment: numbers and colours move evenly, what can't be mixed (look,
 * overlay, words) is already that of `to`.
 * @param t 0: `from`, 1: `to`.
 */
export function blendStyles(from: FrameStyle, to: FrameStyle, t: number): FrameStyle {
  if (t >= 1) return to;
  const mix = (a: number, b: number) => a + (b - a) * Math.max(0, t);
  const isSameOverlay = from.overlay === to.overlay;
  return {
    ...to,
    strength: mix(from.strength, to.strength),
    detail: mix(from.detail, to.detail),
    wind: mix(from.wind, to.wind),
    overlayAmount: mix(isSameOverlay ? from.overlayAmount : 0, to.overlayAmount),
    palette: {
      warmth: mix(from.palette.warmth, to.palette.warmth),
      saturation: mix(from.palette.saturation, to.palette.saturation),
      contrast: mix(from.palette.contrast, to.palette.contrast),
      brightness: mix(from.palette.brightness, to.palette.brightness),
      toning: mix(from.palette.toning, to.palette.toning),
      shadows: mixColours(from.palette.shadows, to.palette.shadows, t),
      lights: mixColours(from.palette.lights, to.palette.lights, t),
    },
    light: {
      amount: mix(from.light.amount, to.light.amount),
      x: mix(from.light.x, to.light.x),
      y: mix(from.light.y, to.light.y),
      vignette: mix(from.light.vignette, to.light.vignette),
      colour: mixColours(from.light.colour, to.light.colour, t),
    },
  };
}

function mixColours(from: string, to: string, t: number): string {
  const channel = (at: number) => {
    const [a, b] = [Number.parseInt(from.slice(at, at + 2), 16), Number.parseInt(to.slice(at, at + 2), 16)];
    return Math.round(a + (b - a) * Math.min(1, Math.max(0, t)))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
