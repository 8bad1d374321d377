/** Directions and lengths of ellipse that the anisotropic Kuwahara filter tells apart. */
export const kuwaharaDirections = 24;
export const kuwaharaLengths = 4;

/** A tap of a sector: its place relative to the middle in pixels, and its weight; those of a sector sum to 1. */
export type KuwaharaTap = { dx: number; dy: number; weight: number };

/** Ellipse of one table: half axes in pixels along and across the direction, and the direction's cosine and sine. */
export function kuwaharaEllipse(radius: number, table: number) {
  const angle = (Math.floor(table / kuwaharaLengths) / kuwaharaDirections) * Math.PI;
  const stretch = 1 + (((table % kuwaharaLengths) + 0.5) / kuwaharaLengths) * 0.9;
  return { along: radius * stretch, across: radius / stretch, cos: Math.cos(angle), sin: Math.sin(angle) };
}

/**
 * Sectors of the anisotropic Kuwahara filter with polynomial weights (Kyprianidis et al. 2010): for sector k turned to the x axis
 * `w = max(0, x + ζ − η y²)²` with ζ = 0.33, η such that neighbours meet, under a Gaussian exp(−3.125 d²).
 * @param radius Of the circle that the ellipse is stretched from, in pixels.
 * @param table Direction × 4 + length.
 * @returns The taps of eight sectors.
 */
export function kuwaharaSectors(radius: number, table: number): KuwaharaTap[][] {
  const { along, across, cos, sin } = kuwaharaEllipse(radius, table);
  const half = (3 * Math.PI) / 8;
  const eta = (zeta + Math.cos(half)) / Math.sin(half) ** 2;
  const reach = Math.ceil(along);
  const sectors: KuwaharaTap[][] = Array.from({ length: 8 }, () => []);
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) {
      const u = (cos * dx + sin * dy) / along;
      const v = (cos * dy - sin * dx) / across;
      const distance = u * u + v * v;
      if (distance > 1) continue;
      const weights = sectors.map((_, k) => {
        const turn = (k * Math.PI) / 4;
        const x = Math.cos(turn) * u + Math.sin(turn) * v;
        const y = Math.cos(turn) * v - Math.sin(turn) * u;
        return Math.max(0, x + zeta - eta * y * y) ** 2;
      });
      const gauss = Math.exp(-3.125 * distance) / weights.reduce((sum, weight) => sum + weight, 0);
      weights.forEach((weight, k) => {
        if (weight * gauss > 2e-3) sectors[k]!.push({ dx, dy, weight: weight * gauss });
      });
    }
  for (const taps of sectors) {
    const sum = taps.reduce((total, tap) => total + tap.weight, 0);
    for (const tap of taps) tap.weight /= sum;
  }
  return sectors;
}

const zeta = 0.33;

/**
 * All tables of a radius: `ends` where the sectors of each end (nine numbers each, the first where they begin), `taps` (dx, dy,
 * weight, 0) each.
 */
export function packKuwahara(radius: number): { ends: Float32Array; taps: Float32Array } {
  const ends: number[] = [];
  const taps: number[] = [];
  for (let table = 0; table < kuwaharaDirections * kuwaharaLengths; table++) {
    ends.push(taps.length / 4);
    for (const sector of kuwaharaSectors(radius, table)) {
      for (const { dx, dy, weight } of sector) taps.push(dx, dy, weight, 0);
      ends.push(taps.length / 4);
    }
  }
  return { ends: Float32Array.from(ends), taps: Float32Array.from(taps) };
}

/** Radius of the filter in pixels of the half-size picture, in steps of a half. @param radius At 512 pixels. */
export function kuwaharaRadius(size: { width: number; height: number }, radius: number): number {
  return Math.min(4, Math.max(1, Math.round(radius * 2 * (Math.min(size.width, size.height) / 512)) / 2));
}

/** Slopes between the directions of the first quarter: tan((k + ½) π / 24), k = 0 … 11. */
export function directionSlopes(): Float32Array {
  return Float32Array.from({ length: kuwaharaDirections / 2 }, (_, k) =>
    Math.tan(((k + 0.5) * Math.PI) / kuwaharaDirections),
  );
}
