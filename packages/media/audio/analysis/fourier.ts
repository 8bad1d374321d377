/**
 * Spectrum of a real signal of a fixed power-of-two length: one complex transform of half the length
 * (Cooley & Tukey 1965; the packing of Sorensen et al., IEEE TASSP 1987).
 */
export class RealFourier {
  /** Real parts after {@link transform}, shape [size / 2 + 1]. */
  readonly real: Float64Array;
  /** Imaginary parts after {@link transform}, shape [size / 2 + 1]. */
  readonly imaginary: Float64Array;
  private readonly size: number;
  private readonly cosines: Float64Array;
  private readonly sines: Float64Array;
  private readonly order: Uint32Array;

  /** @param size Samples of a transform, a power of two of at least 8. */
  constructor(size: number) {
    this.size = size;
    const half = size / 2;
    this.real = new Float64Array(half + 1);
    this.imaginary = new Float64Array(half + 1);
    this.cosines = Float64Array.from({ length: half }, (_, k) => Math.cos((2 * Math.PI * k) / size));
    this.sines = Float64Array.from({ length: half }, (_, k) => Math.sin((2 * Math.PI * k) / size));
    this.order = new Uint32Array(half);
    const bits = Math.log2(half);
    for (let index = 0; index < half; index++) {
      let reversed = 0;
      for (let bit = 0; bit < bits; bit++) if (index & (1 << bit)) reversed |= 1 << (bits - 1 - bit);
      this.order[index] = reversed;
    }
  }

  /** Transforms `input`, shape [size], into {@link real} and {@link imaginary}. */
  transform(input: Float32Array | Float64Array): void {
    const { real, imaginary, order } = this;
    const half = this.size / 2;
    for (let index = 0; index < half; index++) {
      const from = order[index]! * 2;
      real[index] = input[from]!;
      imaginary[index] = input[from + 1]!;
    }
    this.butterflies(half);
    this.unpack(half);
  }

  private butterflies(half: number): void {
    const { real, imaginary, cosines, sines } = this;
    // The first two stages at once: their turns are by quarters, without a multiplication.
    for (let start = 0; start < half; start += 4) {
      const a = real[start]! + real[start + 1]!;
      const b = real[start]! - real[start + 1]!;
      const c = real[start + 2]! + real[start + 3]!;
      const d = real[start + 2]! - real[start + 3]!;
      const e = imaginary[start]! + imaginary[start + 1]!;
      const f = imaginary[start]! - imaginary[start + 1]!;
      const g = imaginary[start + 2]! + imaginary[start + 3]!;
      const h = imaginary[start + 2]! - imaginary[start + 3]!;
      real[start] = a + c;
      imaginary[start] = e + g;
      real[start + 1] = b + h;
      imaginary[start + 1] = f - d;
      real[start + 2] = a - c;
      imaginary[start + 2] = e - g;
      real[start + 3] = b - h;
      imaginary[start + 3] = f + d;
    }
    for (let span = 4; span < half; span *= 2) {
      // The tables hold turns of 1 / size; a butterfly of 2 · span turns by 1 / (2 · span).
      const stride = half / span;
      for (let k = 0, turn = 0; k < span; k++, turn += stride) {
        const cosine = cosines[turn]!;
        const sine = sines[turn]!;
        for (let top = k; top < half; top += 2 * span) {
          const bottom = top + span;
          const x = real[bottom]! * cosine + imaginary[bottom]! * sine;
          const y = imaginary[bottom]! * cosine - real[bottom]! * sine;
          real[bottom] = real[top]! - x;
          imaginary[bottom] = imaginary[top]! - y;
          real[top]! += x;
          imaginary[top]! += y;
        }
      }
    }
  }

  private unpack(half: number): void {
    const { real, imaginary, cosines, sines } = this;
    const [first, second] = [real[0]!, imaginary[0]!];
    real[0] = first + second;
    imaginary[0] = 0;
    real[half] = first - second;
    imaginary[half] = 0;
    for (let k = 1; k <= half / 2; k++) {
      const mirror = half - k;
      const evenReal = 0.5 * (real[k]! + real[mirror]!);
      const evenImaginary = 0.5 * (imaginary[k]! - imaginary[mirror]!);
      const oddReal = 0.5 * (imaginary[k]! + imaginary[mirror]!);
      const oddImaginary = 0.5 * (real[mirror]! - real[k]!);
      const x = oddReal * cosines[k]! + oddImaginary * sines[k]!;
      const y = oddImaginary * cosines[k]! - oddReal * sines[k]!;
      real[k] = evenReal + x;
      imaginary[k] = evenImaginary + y;
      real[mirror] = evenReal - x;
      imaginary[mirror] = y - evenImaginary;
    }
  }
}

/** Hann window, periodic, shape [size]. */
export function hann(size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / size));
}
