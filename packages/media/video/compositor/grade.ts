/** Changes of a frame's light. */
export type Grade = {
  /** Everything times this, 0 to 1; 0 is black. Default 1. */
  gain?: number;
  /**
   * Lifts (up to 1) or lowers (down to -1) the middle greys; black and white stay, so that nothing is ever blown out.
   * Default 0.
   */
  lift?: number;
  /** Part of warm light laid over, 0 to 1. Default 0. */
  light?: number;
};

/** Warm white in BT.709. */
const warm = { y: 220, u: 113, v: 138 };

/** A grade as the kernels take it; `luma` is undefined when it changes nothing. */
export function gradeValues({ gain = 1, lift = 0, light = 0 }: Grade): {
  luma: { lift: number; gain: number; base: number } | undefined;
  chroma: { gain: number; u: number; v: number };
} {
  const rest = gain * (1 - light);
  const base = (value: number, zero: number) => Math.round(zero + (value - zero) * light * gain);
  return {
    luma:
      gain === 1 && lift === 0 && light === 0
        ? undefined
        : { lift: Math.round((lift / 219) * 16 * 32_768), gain: Math.round(rest * 32_767), base: base(warm.y, 16) },
    // Brighter paint is more colourful, too; half of it is enough to keep saturated lights from glaring.
    chroma: {
      gain: Math.round((1 + lift * 0.5) * rest * 16_384),
      u: base(warm.u, 128),
      v: base(warm.v, 128),
    },
  };
}
