import type { FrameStyle, Overlay } from '@kinora/capabilities';
import { lookTraits } from './traits.ts';

/** Numbers of a grading: see {@link writeGrade}. */
export const gradeLength = 24;

/**
 * Writes the numbers by which both engines grade a pixel, in the order of the steps: black, gain, lift of the mid-tones (−0.9..0.9),
 * contrast (−1..1); factors of red, green and blue, saturation; colour of the shadows, toning; colour of the lights, unused; colour of the glow, its
 * amount; its x and y, vignette, width / height.
 * @param place `under` before the picture is painted, `over` on the painted one.
 * @param levels Luma that becomes black and white; only `under` uses them.
 */
export function writeGrade(
  out: Float32Array,
  style: FrameStyle,
  options: { place: 'under' | 'over'; aspect: number; levels?: { low: number; high: number } },
): void {
  const { palette, light, look } = style;
  const share = lookTraits[look][options.place];
  const tone = 'tone' in share ? share.tone : 0;
  const { low, high } = options.levels ?? { low: 0, high: 1 };
  out[0] = low;
  out[1] = 1 / (high - low);
  const weather = tone * (style.overlay === 'none' ? 0 : style.overlayAmount);
  const air = airs[style.overlay];
  out[2] = Math.max(-0.95, palette.brightness * 0.9 * tone + air.lift * weather);
  out[3] = palette.contrast * 0.9 * tone;
  const warmth = palette.warmth * share.colour + air.warmth * weather * share.colour;
  // A dark picture has no white in it.
  const dim = 1 + 0.5 * Math.min(0, out[2]);
  out[4] = (1 + 0.15 * warmth) * dim;
  out[5] = (1 + 0.015 * warmth) * dim;
  out[6] = (1 - 0.22 * warmth) * dim;
  out[7] = (1 + (palette.saturation - 1) * share.colour) * (1 + air.saturation * weather);
  writeColour(out, 8, palette.shadows);
  out[11] = palette.toning * 0.8 * share.toning;
  writeColour(out, 12, palette.lights);
  out[15] = 0;
  writeColour(out, 16, light.colour);
  out[19] = light.amount * 0.8 * share.light;
  out[20] = light.x;
  out[21] = light.y;
  out[22] = 'vignette' in share ? light.vignette * 0.85 * share.vignette : light.vignette * 0.4;
  out[23] = options.aspect;
}

/** What the air of an overlay does to the scene, so that what drifts in it is seen: a dusk for lights, a grey for rain. */
const airs: Record<Overlay, { lift: number; warmth: number; saturation: number }> = {
  none: { lift: 0, warmth: 0, saturation: 0 },
  leaves: { lift: 0, warmth: 0.1, saturation: 0 },
  petals: { lift: 0, warmth: 0, saturation: 0 },
  snow: { lift: -0.25, warmth: -0.3, saturation: -0.15 },
  rain: { lift: -0.4, warmth: -0.3, saturation: -0.25 },
  fireflies: { lift: -0.7, warmth: -0.25, saturation: 0 },
  stars: { lift: -0.75, warmth: -0.35, saturation: 0 },
  dust: { lift: -0.2, warmth: 0.15, saturation: 0 },
  bubbles: { lift: -0.1, warmth: 0, saturation: 0 },
};

/** Whether these numbers change nothing. */
export function isNeutral(numbers: Float32Array): boolean {
  const [low, gain, lift, contrast, red, green, blue, saturation] = numbers;
  return (
    [low, lift, contrast, numbers[11], numbers[19], numbers[22]].every((value) => value === 0) &&
    [gain, red, green, blue, saturation].every((value) => value === 1)
  );
}

function writeColour(out: Float32Array, at: number, hex: string): void {
  for (let c = 0; c < 3; c++) out[at + c] = Number.parseInt(hex.slice(1 + c * 2, 3 + c * 2), 16) / 255;
}
