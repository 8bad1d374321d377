import type { ArtStyle } from '@kinora/capabilities';
import type { Path2D } from '@napi-rs/canvas';
import type { Brush, ShapeOptions } from '../brush.ts';
import type { LayerFinish } from './finish.ts';

/** What can be seen, overscan included, in scene units. */
export type View = { x0: number; y0: number; x1: number; y1: number };

/** How one art style paints each word of the brush's vocabulary and finishes a layer. */
export type Style = {
  readonly id: ArtStyle;
  /** Cut from card: no gradients, no blurs, but shadows. */
  readonly flat: boolean;
  /** Colour of the unpainted page. */
  readonly paper: string;
  /** How strongly forms are shaded inside, 0 to 1. */
  readonly formStrength: number;
  /** How strongly hair strokes show, 0 to 1. */
  readonly furStrength: number;
  /** How strongly lamps and the ambient light tint what they fall on, 0 to 1. */
  readonly lightStrength: number;
  /** The colour as this style mixes it. */
  tone(colour: string, role: 'scenery' | 'actor' | 'light' | 'sky'): string;
  shape(brush: Brush, path: Path2D, colour: string, options: ShapeOptions): void;
  line(brush: Brush, path: Path2D, colour: string, width: number, strength: number): void;
  glow(brush: Brush, x: number, y: number, radius: number, colour: string, strength: number, rings: number): void;
  /** Paints the sky (or the air of a room) over the whole view. Colours run from the light to the far edge. */
  sky(brush: Brush, view: View, colours: readonly string[], light: { x: number; y: number; spread: number }): void;
  /** A bank of mist. */
  mist(brush: Brush, view: View, y: number, height: number, colour: string, strength: number): void;
  /** Gives a drawn layer its material and light, in place. */
  finish: LayerFinish;
  /** How much ground cover, leaves and marks there are beside watercolour. */
  readonly density: number;
  /** Light that spills over the edges of a finished layer, 0 none. */
  readonly bloom: number;
  /** Adds the texture of the page to the finished still, in place. Pixels are RGBA, opaque. */
  page(pixels: Uint8ClampedArray, width: number, height: number): void;
};
