/** Changes of a frame's light. */
export type Grade = {
  /** Everything times this, 0 to 1; 0 is black. */
  gain: number;
  /** Lifts (up to 1) or lowers (down to -1) the middle greys; black and white stay, so that nothing is ever blown out. */
  lift: number;
  /** Part of warm light laid over, 0 to 1. */
  light: number;
};

/** Warm white in BT.709. */
const warm = { y: 220, u: 113, v: 138 };

/** Changes the light of a frame in planar YUV, BT.709 limited range. */
export function gradeFrame(
  yuv: Uint8Array,
  { width, height }: { width: number; height: number },
  { gain, lift, light }: Grade,
): void {
  if (gain === 1 && lift === 0 && light === 0) return;
  const area = width * height;
  const table = new Uint8Array(256);
  for (let value = 0; value < 256; value++) {
    const grey = Math.max(0, Math.min(1, (value - 16) / 219));
    const lifted = (grey + lift * grey * (1 - grey)) * 219 + 16;
    table[value] = Math.round(16 + (lifted + (warm.y - lifted) * light - 16) * gain);
  }
  for (let at = 0; at < area; at++) yuv[at] = table[yuv[at]!]!;
  const strength = (1 + lift * 0.5) * (1 - light) * gain;
  const tint = light * gain;
  for (const [start, colour] of [
    [area, warm.u],
    [area * 1.25, warm.v],
  ] as const) {
    for (let value = 0; value < 256; value++) {
      const chroma = 128 + (value - 128) * strength + (colour - 128) * tint;
      table[value] = Math.max(16, Math.min(240, Math.round(chroma)));
    }
    for (let at = start; at < start + area / 4; at++) yuv[at] = table[yuv[at]!]!;
  }
}
