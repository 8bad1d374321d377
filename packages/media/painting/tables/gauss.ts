/** Weights of a Gaussian from its middle outwards, the middle being 1. Shape [radius + 1]. */
export function gaussian(radius: number, sigma: number): Float32Array {
  return Float32Array.from({ length: radius + 1 }, (_, t) => Math.exp((-t * t) / (2 * sigma * sigma)));
}

/** Both kernels of a difference of Gaussians, one after the other, `radius` + 1 weights each. */
export type GaussianPair = { radius: number; weights: Float32Array };

const pairs = new Map<number, GaussianPair>();

/**
 * Both kernels of a difference of Gaussians, `sigma` and 1.6 `sigma`, each from its middle outwards and of sum 1 over both
 * sides (Winnemöller et al. 2012). Shape [2 × (radius + 1)].
 */
export function gaussianPair(sigma: number): GaussianPair {
  const known = pairs.get(sigma);
  if (known !== undefined) return known;
  const radius = Math.ceil(sigma * 3.4);
  const weights = new Float32Array(2 * (radius + 1));
  [sigma, sigma * 1.6].forEach((each, k) => {
    const half = gaussian(radius, each);
    const sum = half.reduce((total, weight, t) => total + weight * (t === 0 ? 1 : 2), 0);
    half.forEach((weight, t) => {
      weights[k * (radius + 1) + t] = weight / sum;
    });
  });
  pairs.set(sigma, { radius, weights });
  return { radius, weights };
}

/** Weights along a flow line: exp(−t² / (0.4 steps²)). Shape [steps + 1]. */
export function alongWeights(steps: number): Float32Array {
  return Float32Array.from({ length: steps + 1 }, (_, t) => Math.exp((-t * t) / (steps * steps * 0.4)));
}

/** Weights of the bilateral filter across the edge, from the middle outwards. */
export const acrossWeights = Float32Array.of(1, 0.8, 0.41, 0.14, 0, 0);

/** Weights of the bilateral filter along the edge, from the middle outwards. */
export const alongTaps = Float32Array.of(1, 0.92, 0.73, 0.49, 0.28, 0.13);

/** Pixels from one sample along a flow line to the next. */
export const pace = 1.4;

/** Weights along the lines of edges, 7 pixels both ways. */
export const lineWeights = alongWeights(5);
