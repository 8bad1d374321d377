/** A picture of plain numbers: red, green, blue and luma a pixel. */
export type Plain = { width: number; height: number; values: Float32Array };

const clamp = (value: number, last: number) => Math.min(last, Math.max(0, value));

/** Plain mean over (2r + 1)² pixels with repeated edges, what the sliding sums of the kernels must give. */
export function boxReference({ width, height, values }: Plain, radius: number): Float32Array {
  const out = new Float32Array(values.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 4; c++) {
        let sum = 0;
        for (let dy = -radius; dy <= radius; dy++)
          for (let dx = -radius; dx <= radius; dx++)
            sum += values[(clamp(y + dy, height - 1) * width + clamp(x + dx, width - 1)) * 4 + c]!;
        out[(y * width + x) * 4 + c] = sum / (2 * radius + 1) ** 2;
      }
  return out;
}

/** Plain difference of Gaussians of a plane by the pair of kernels of `gaussianPair`. */
export function gaussianDifferenceReference(
  plane: Float32Array,
  size: { width: number; height: number },
  pair: { radius: number; weights: Float32Array },
): Float32Array {
  const { width, height } = size;
  const { radius, weights } = pair;
  return Float32Array.from(plane, (_, i) => {
    let [narrow, wide] = [0, 0];
    for (let dy = -radius; dy <= radius; dy++)
      for (let dx = -radius; dx <= radius; dx++) {
        const at = clamp(Math.floor(i / width) + dy, height - 1) * width + clamp((i % width) + dx, width - 1);
        narrow += plane[at]! * weights[Math.abs(dx)]! * weights[Math.abs(dy)]!;
        wide += plane[at]! * weights[radius + 1 + Math.abs(dx)]! * weights[radius + 1 + Math.abs(dy)]!;
      }
    return narrow - wide;
  });
}

/** The orientation-aligned bilateral filter's pass, one pixel after the other; `flow` is of twice the size. */
export function bilateralReference(
  { width, height, values }: Plain,
  flow: Float32Array,
  pass: { weights: Float32Array; taps: number; isAlong: boolean; reach: number },
): Float32Array {
  const out = new Float32Array(values.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const f = (y * 2 * width * 2 + x * 2) * 4;
      const [tx, ty] = [flow[f]!, flow[f + 1]!];
      const [dx, dy] = pass.isAlong ? [tx, ty] : [-ty, tx];
      const i = (y * width + x) * 4;
      const sum = [values[i]!, values[i + 1]!, values[i + 2]!, values[i + 3]!];
      let total = 1;
      for (let t = 1; t <= pass.taps; t++)
        for (const side of [1, -1]) {
          const px = clamp(x + side * Math.floor(Math.fround(dx * t) + 0.5), width - 1);
          const py = clamp(y + side * Math.floor(Math.fround(dy * t) + 0.5), height - 1);
          const j = (py * width + px) * 4;
          let distance = 0;
          for (let c = 0; c < 3; c++) distance += (values[j + c]! - values[i + c]!) ** 2;
          const weight = pass.weights[t]! * Math.max(0, 1 - distance / pass.reach) ** 2;
          for (let c = 0; c < 4; c++) sum[c]! += values[j + c]! * weight;
          total += weight;
        }
      for (let c = 0; c < 4; c++) out[i + c] = sum[c]! / total;
    }
  return out;
}

/** Means along the flow lines, one pixel after the other. */
export function alongFlowReference(
  plane: Float32Array,
  flow: Float32Array,
  size: { width: number; height: number },
  weights: Float32Array,
): Float32Array {
  const { width, height } = size;
  return Float32Array.from(plane, (_, i) => {
    let [sum, total] = [plane[i]!, 1];
    for (const side of [1, -1]) {
      let [ux, uy] = [flow[i * 4]! * side, flow[i * 4 + 1]! * side];
      let [px, py] = [(i % width) + 0.5, Math.floor(i / width) + 0.5];
      for (let t = 1; t < weights.length; t++) {
        [px, py] = [Math.fround(px + ux), Math.fround(py + uy)];
        const j = clamp(Math.floor(py), height - 1) * width + clamp(Math.floor(px), width - 1);
        sum += plane[j]! * weights[t]!;
        total += weights[t]!;
        const [nx, ny] = [flow[j * 4]!, flow[j * 4 + 1]!];
        const turn = nx * ux + ny * uy < 0 ? -1 : 1;
        [ux, uy] = [nx * turn, ny * turn];
      }
    }
    return sum / total;
  });
}
