/**
 * Strokes of one kind, drawn one over the other. Sizes are pixels of a picture of 512 × 512 and scale with it. Placed on a jittered grid
 * and bent along the flow, they end at edges of colour (Litwinowicz 1997; Hertzmann 1998).
 */
export type StrokeLayer = {
  seed: number;
  /** Distance between strokes. */
  spacing: number;
  /** Half of a stroke's length and breadth; each stroke's own is 0.7 to 1.3 and 0.75 to 1.25 of it. */
  length: number;
  breadth: number;
  /** How far directions differ, in radians (whole range). Default 0. */
  sway?: number;
  /** How far colours differ (whole range, of 1). Default 0. */
  hue?: number;
  /** Difference of colour (sum over three channels, of 1 each) at which a stroke ends. Never when omitted. */
  clip?: number;
  /** 0 to 1. */
  opacity: number;
  /** How unevenly the bristles carry paint: 0 a smooth mark, 1 flying white. Default 0. */
  bristle?: number;
  /** How much the bristles lighten and darken the colour. Default 1. */
  lift?: number;
  /** How deep the bristles cut into the paint. Default 1. */
  body?: number;
  /**
   * Where strokes are drawn: where the guide exceeds `from` + `spread` × the stroke's random number; the share `always` of them anywhere.
   * Everywhere when omitted.
   */
  guide?: { by: 'gradient' | 'darkness'; from: number; spread: number; always?: number };
  /** Direction in radians when it is the same for all strokes; along the flow when omitted. */
  angle?: number;
  /** The paper's tooth: its level (higher: less paint gets down) and what of a stroke reaches the valleys. */
  tooth?: { level: number; floor: number };
  /** What the strokes are of. Default `paint`: the picture's colours. `ink`: how dark it is. */
  medium?: 'paint' | 'ink' | 'graphite';
  /** Colours of paint. Saturation 1, S curve of the tones 0, gain 1, lift 0, lights to orange and shadows to blue 0 by default. */
  tint?: { saturation?: number; curve?: number; gain?: number; lift?: number; warmth?: number };
  /** Which picture the colours come from: `broad` (blurred), `settled` (without texture), both at half size, or `source`. */
  colours: 'broad' | 'settled' | 'source';
  /** Strokes stay off the bare border of the sheet. Default false. */
  isInside?: boolean;
};

/** Length of {@link layerNumbers}. */
export const layerLength = 32;

/**
 * A layer as both engines read it: a row of numbers in a fixed order (see `wasm/assembly/strokes/layer.ts`).
 * @param options.scale Factor for sizes.
 */
export function writeLayer(
  out: Float32Array,
  layer: StrokeLayer,
  options: { count: number; width: number; height: number; scale: number },
): void {
  const { guide, tint, tooth } = layer;
  const { scale } = options;
  out.set([options.count, options.width, options.height]);
  out[3] = guide === undefined ? 0 : guide.by === 'gradient' ? 1 : 2;
  out[4] = guide?.from ?? 0;
  out[5] = guide?.spread ?? 0;
  out[6] = guide?.always ?? 0;
  out[7] = layer.length * scale;
  out[8] = layer.breadth * (layer.breadth < 1.3 ? Math.sqrt(scale) : scale);
  out[9] = layer.sway ?? 0;
  out[10] = layer.hue ?? 0;
  out[11] = layer.clip ?? 9;
  out[12] = layer.opacity;
  out[13] = layer.bristle ?? 0;
  out[14] = layer.lift ?? 1;
  out[15] = layer.angle === undefined ? 0 : Math.cos(layer.angle);
  out[16] = layer.angle === undefined ? 0 : Math.sin(layer.angle);
  out[17] = tooth?.level ?? -1;
  out[18] = tooth?.floor ?? 0;
  out[19] = layer.medium === 'ink' ? 1 : layer.medium === 'graphite' ? 2 : 0;
  out[20] = tint?.saturation ?? 1;
  out[21] = tint?.curve ?? 0;
  out[22] = tint?.gain ?? 1;
  out[23] = tint?.lift ?? 0;
  out[24] = tint?.warmth ?? 0;
  out[25] = layer.colours === 'source' ? 0 : 1;
  out[29] = layer.body ?? 1;
  out[30] = layer.isInside === true ? 1 : 0;
}
