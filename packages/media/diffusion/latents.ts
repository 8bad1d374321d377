/**
 * Values of a picture in a model's latent space, row-major over channel, row and column. Samplers compute in 64 bits,
 * whatever the model takes.
 */
export type Latents = Float64Array<ArrayBuffer>;

/** Computes each value from the values at the same place. */
export function mapLatents(length: number, value: (index: number) => number): Latents {
  const result = new Float64Array(length);
  for (let index = 0; index < length; index++) result[index] = value(index);
  return result;
}

/** `a · x + b · y`, elementwise. */
export function blend(a: number, x: Latents, b: number, y: Latents): Latents {
  const result = new Float64Array(x.length);
  for (let index = 0; index < result.length; index++) result[index] = a * x[index]! + b * y[index]!;
  return result;
}
