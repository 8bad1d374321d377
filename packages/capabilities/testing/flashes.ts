/**
 * Relative luminance of a frame (WCAG 2.2), averaged over it, 0 to 1.
 * @param luma BT.709, limited range.
 */
export function meanLuminance(luma: Uint8Array): number {
  let sum = 0;
  for (const value of luma) sum += linear[value]!;
  return sum / luma.length;
}

const linear = Float64Array.from({ length: 256 }, (_, value) => {
  const signal = Math.max(0, Math.min(1, (value - 16) / 219));
  return signal <= 0.04045 ? signal / 12.92 : ((signal + 0.055) / 1.055) ** 2.4;
});

/**
 * Most flashes within any second: pairs of opposing changes of relative luminance by 10 % of the maximum or more, where the
 * darker is below 0.80 (WCAG 2.2, general flash).
 * @param luminance Of each frame, 0 to 1.
 * @param fps Frames a second.
 */
export function mostFlashes(luminance: readonly number[], fps: number): number {
  const changes: number[] = [];
  let [low, high] = [luminance[0] ?? 0, luminance[0] ?? 0];
  let direction = 0;
  luminance.forEach((value, frame) => {
    const rises = direction <= 0 && value - low >= 0.1 && low < 0.8;
    const falls = direction >= 0 && high - value >= 0.1 && value < 0.8;
    if (rises || falls) {
      changes.push(frame);
      direction = rises ? 1 : -1;
      [low, high] = [value, value];
    }
    low = Math.min(low, value);
    high = Math.max(high, value);
  });
  return Math.max(
    0,
    ...changes.map((from) => Math.floor(changes.filter((at) => at >= from && at < from + fps).length / 2)),
  );
}
