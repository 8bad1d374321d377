/** A song's waveform for a screen, 1,000 to 2,000 values for any song of two seconds or more. */
export type Waveform = {
  /** Seconds that one value stands for; the last may stand for less. */
  secondsPerPeak: number;
  /** Largest absolute sample of all channels, [0, 1], to three places. */
  peaks: number[];
  /** Root mean square over all channels, [0, 1], to three places; shape of `peaks`. */
  rms: number[];
};

/** Collects a {@link Waveform} from samples in blocks. */
export type WaveformCollector = {
  /** @param channels Samples of each channel, all of the same length. */
  push(channels: readonly Float32Array[]): void;
  finish(): Waveform;
};

/** When so many values are there, neighbours are joined. */
const mostValues = 2000;
/** Samples of the first values, as a part of a second. */
const firstStep = 1 / 1000;

/** @param sampleRate Hertz. */
export function collectWaveform(sampleRate: number): WaveformCollector {
  let step = Math.max(1, Math.round(sampleRate * firstStep));
  let peaks: number[] = [];
  let energies: number[] = [];
  let [peak, energy, filled] = [0, 0, 0];
  const take = () => {
    peaks.push(peak);
    energies.push(energy / filled);
    [peak, energy, filled] = [0, 0, 0];
    if (peaks.length < mostValues) return;
    const pairs = Array.from({ length: mostValues / 2 }, (_, index) => 2 * index);
    peaks = pairs.map((at) => Math.max(peaks[at]!, peaks[at + 1]!));
    energies = pairs.map((at) => (energies[at]! + energies[at + 1]!) / 2);
    step *= 2;
  };
  return {
    push(channels) {
      const length = channels[0]?.length ?? 0;
      for (let from = 0; from < length;) {
        const to = Math.min(length, from + step - filled);
        for (const samples of channels) {
          let [highest, sum] = [0, 0];
          for (let index = from; index < to; index++) {
            const size = Math.abs(samples[index]!);
            if (size > highest) highest = size;
            sum += size * size;
          }
          peak = Math.max(peak, highest);
          energy += sum / channels.length;
        }
        filled += to - from;
        from = to;
        if (filled === step) take();
      }
    },
    finish() {
      if (filled > 0) take();
      return {
        secondsPerPeak: step / sampleRate,
        peaks: peaks.map(toThreePlaces),
        rms: energies.map((value) => toThreePlaces(Math.sqrt(value))),
      };
    },
  };
}

function toThreePlaces(value: number): number {
  return Math.round(Math.min(1, value) * 1000) / 1000;
}
