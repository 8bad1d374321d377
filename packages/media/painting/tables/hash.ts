/**
 * A number in [0, 1) that looks random and is always the same for the same whole number (lowbias32, C. Wellons).
 * @param n Any whole number, 32 bits of it count.
 */
export function hash(n: number): number {
  let x = Math.imul(n ^ (n >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return ((x ^ (x >>> 16)) >>> 0) / 4294967296;
}
