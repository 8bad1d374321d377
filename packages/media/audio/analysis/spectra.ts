import { analysisRate } from './blocks.ts';
import { hann, RealFourier } from './fourier.ts';

/** Samples between two onset frames. */
const hop = 220;
const onsetSize = 1024;
/** Onset frames between two slow frames: a tenth of a second. */
const slowEvery = 10;
const tonalSize = 4096;
/** Log compression of magnitudes of which a full-scale sine has 1. */
const compression = 1000;

/** Onset frames a second. */
export const frameRate = analysisRate / hop;
/** Slow frames a second. */
export const slowRate = frameRate / slowEvery;
/** Upper edges of the flux bands but the last, hertz: kick and bass, voice and chords, snare and brightness. */
const bandEdges = [160, 1500];
/** Flux bands. */
export const bandCount = bandEdges.length + 1;
/** Numbers of a timbre frame. */
export const timbreSize = 20;

/** What is kept of a song, a few kilobytes a second. */
export type Spectra = {
  /** Onset frames. */
  frames: number;
  /** Rise of the log spectrum per band, ≥ 0, each shape [frames]. */
  flux: Float32Array[];
  /** Slow frames. */
  slowFrames: number;
  /** Root mean square, shape [slowFrames]. */
  level: Float32Array;
  /** Spectral centroid in hertz, 0 in silence, shape [slowFrames]. */
  centroid: Float32Array;
  /** Log energy in bands a third of an octave or more wide, shape [slowFrames · timbreSize]. */
  timbre: Float32Array;
  /** Energy of the twelve pitch classes from C, shape [slowFrames · 12]. */
  chroma: Float32Array;
};

/** Collects {@link Spectra} from audio at {@link analysisRate} in blocks of any length. */
export class SpectraCollector {
  private readonly flux = Array.from({ length: bandCount }, () => new Growing());
  private readonly level = new Growing();
  private readonly centroid = new Growing();
  private readonly timbre = new Growing();
  private readonly chroma = new Growing();
  private readonly fourier = new RealFourier(onsetSize);
  private readonly tonalFourier = new RealFourier(tonalSize);
  private readonly window = hann(onsetSize).map((value) => (value * 4) / onsetSize);
  private readonly tonalWindow = hann(tonalSize).map((value) => (value * 4) / tonalSize);
  private readonly input = new Float64Array(onsetSize);
  private readonly tonalInput = new Float64Array(tonalSize);
  private readonly filters = logFilters();
  private readonly pitches = pitchBins();
  private readonly history = Array.from({ length: 3 }, () => new Float64Array(this.filters.length));
  private readonly timbreSum = new Float64Array(timbreSize);
  // Both windows are centred: the song begins in the middle of the first.
  private buffer = new Float32Array(tonalSize / 2);
  private start = -tonalSize / 2;
  private frame = 0;

  /** Takes the next samples. */
  push(samples: Float32Array): void {
    const keep = Math.max(0, this.frame * hop - tonalSize / 2 - slowEvery * hop - this.start);
    const joined = new Float32Array(this.buffer.length - keep + samples.length);
    joined.set(this.buffer.subarray(keep));
    joined.set(samples, this.buffer.length - keep);
    this.buffer = joined;
    this.start += keep;
    while (this.frame * hop + tonalSize / 2 <= this.start + joined.length) this.takeFrame();
  }

  /** Ends the song. */
  finish(): Spectra {
    this.push(new Float32Array(tonalSize / 2));
    return {
      frames: this.flux[0]!.length,
      flux: this.flux.map((values) => values.take()),
      slowFrames: this.level.length,
      level: this.level.take(),
      centroid: this.centroid.take(),
      timbre: this.timbre.take(),
      chroma: this.chroma.take(),
    };
  }

  private takeFrame(): void {
    const centre = this.frame * hop - this.start;
    const { input, window, fourier, filters, history } = this;
    const first = centre - onsetSize / 2;
    for (let index = 0; index < onsetSize; index++) input[index] = this.buffer[first + index]! * window[index]!;
    fourier.transform(input);
    const { real, imaginary } = fourier;
    const now = history[this.frame % 3]!;
    const before = history[(this.frame + 1) % 3]!;
    const rise = [0, 0, 0];
    for (let number = 0; number < filters.length; number++) {
      const { from, weights, band, timbre } = filters[number]!;
      let sum = 0;
      for (let k = 0; k < weights.length; k++) {
        const bin = from + k;
        sum += weights[k]! * Math.sqrt(real[bin]! * real[bin]! + imaginary[bin]! * imaginary[bin]!);
      }
      const value = Math.log1p(compression * sum);
      now[number] = value;
      this.timbreSum[timbre]! += value;
      // The neighbours' maximum keeps vibrato from counting as an onset (Böck & Widmer, DAFx 2013).
      const was = Math.max(before[number - 1] ?? 0, before[number]!, before[number + 1] ?? 0);
      if (this.frame > 1 && value > was) rise[band]! += value - was;
    }
    for (let band = 0; band < bandCount; band++) this.flux[band]!.add(rise[band]!);
    if (this.frame % slowEvery === slowEvery - 1) this.takeSlowFrame(centre);
    this.frame++;
  }

  private takeSlowFrame(centre: number): void {
    let [sum, weighted, magnitudes] = [0, 0, 0];
    const length = slowEvery * hop;
    for (let index = centre - length; index < centre; index++) sum += this.buffer[index]! ** 2;
    this.level.add(Math.sqrt(sum / length));
    const { tonalInput, tonalWindow, tonalFourier } = this;
    const first = centre - length / 2 - tonalSize / 2;
    for (let index = 0; index < tonalSize; index++) {
      tonalInput[index] = this.buffer[first + index]! * tonalWindow[index]!;
    }
    tonalFourier.transform(tonalInput);
    const { real, imaginary } = tonalFourier;
    const chroma = new Float64Array(12);
    for (let bin = 1; bin <= tonalSize / 2; bin++) {
      const magnitude = Math.sqrt(real[bin]! * real[bin]! + imaginary[bin]! * imaginary[bin]!);
      weighted += magnitude * bin;
      magnitudes += magnitude;
      const pitch = this.pitches[bin]!;
      if (pitch >= 0) chroma[pitch]! += Math.log1p(compression * magnitude) ** 2;
    }
    this.centroid.add(magnitudes > 1e-7 ? ((weighted / magnitudes) * analysisRate) / tonalSize : 0);
    for (let index = 0; index < timbreSize; index++) {
      this.timbre.add(this.timbreSum[index]! / slowEvery);
      this.timbreSum[index] = 0;
    }
    for (const energy of chroma) this.chroma.add(energy);
  }
}

type Filter = { from: number; weights: Float64Array; band: number; timbre: number };

/** Triangles twelve to the octave from 30 Hz, at least a bin wide. */
function logFilters(): Filter[] {
  const width = analysisRate / onsetSize;
  const centres: number[] = [];
  for (let step = 0; ; step++) {
    const bin = Math.round((30 * 2 ** (step / 12)) / width);
    if (bin >= onsetSize / 2) break;
    if (bin > (centres.at(-1) ?? 0)) centres.push(bin);
  }
  const inner = centres.slice(1, -1);
  return inner.map((centre, index) => {
    const [low, high] = [centres[index]!, centres[index + 2]!];
    const weights = Float64Array.from({ length: high - low - 1 }, (_, k) => {
      const bin = low + 1 + k;
      return bin <= centre ? (bin - low) / (centre - low) : (high - bin) / (high - centre);
    });
    const frequency = centre * width;
    const band = bandEdges.filter((edge) => frequency >= edge).length;
    return { from: low + 1, weights, band, timbre: Math.floor((index * timbreSize) / inner.length) };
  });
}

/** Pitch class of each bin of the tonal spectrum from 65 to 2,100 Hz, otherwise −1. */
function pitchBins(): Int8Array {
  return Int8Array.from({ length: tonalSize / 2 + 1 }, (_, bin) => {
    const frequency = (bin * analysisRate) / tonalSize;
    if (frequency < 65 || frequency > 2100) return -1;
    const pitch = 69 + 12 * Math.log2(frequency / 440);
    return ((Math.round(pitch) % 12) + 12) % 12;
  });
}

/** A list of 32-bit numbers that grows. */
class Growing {
  length = 0;
  private values = new Float32Array(1024);

  add(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Float32Array(2 * this.length);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  take(): Float32Array {
    return this.values.slice(0, this.length);
  }
}
