import {
  allPass,
  applyBiquads,
  compress,
  highPass,
  integratedLoudness,
  limit,
  lowPass,
  peak,
  resample,
  reverberate,
  seededRandom,
} from '@kinora/media/audio';
import type { EspeakVoice } from './voices.ts';

/** Sample rate of what listeners get, hertz. */
export const outputRate = 24_000;
/** Integrated loudness of a narration, LUFS. */
const loudness = -20;

/**
 * Makes the synthesiser pleasant to hear: equalised towards the long-term spectrum of natural speech (Byrne et al.,
 * JASA 1994), breath between its harmonics, sibilants tamed, pulses smeared, lightly compressed, in a small warm room, at −20 LUFS and below −1.5 dBTP.
 * @param samples Mono at `sampleRate`.
 * @returns Mono at {@link outputRate}, as long as `samples`.
 */
export function master(
  samples: Float32Array,
  { sampleRate, voice }: { sampleRate: number; voice: EspeakVoice },
): Float32Array {
  const rate = outputRate;
  const tone = [
    highPass({ sampleRate: rate, frequency: 70 }),
    ...voice.tone.map(([frequency, gainDb, q]) => peak({ sampleRate: rate, frequency, gainDb, q })),
    ...smear.map((frequency) => allPass({ sampleRate: rate, frequency, q: 0.9 })),
    lowPass({ sampleRate: rate, frequency: 9000 }),
  ];
  const toned = applyBiquads(resample(samples, { from: sampleRate, to: rate }), tone);
  const calm = deEss(addBreath(toned, rate), rate);
  const [even] = compress([calm], {
    sampleRate: rate,
    thresholdDb: -24,
    ratio: 2,
    kneeDb: 10,
    attack: 0.012,
    release: 0.2,
  });
  const [left, right] = reverberate(even!, { sampleRate: rate, seconds: 0.4, size: 3.6, warmth: 2600 });
  const roomy = even!.map((sample, index) => sample + 0.24 * (left[index]! + right[index]!));
  const level = integratedLoudness([roomy], rate);
  const gain = Number.isFinite(level) ? 10 ** ((loudness - level) / 20) : 1;
  const [safe] = limit([roomy.map((sample) => sample * gain)], { sampleRate: rate, ceilingDb: -1.5 });
  return safe!;
}

/** Centres of the all-pass filters that spread a glottal pulse over a few milliseconds, hertz. */
const smear = [180, 320, 520, 800, 1200, 1750, 2500, 3500];

/** How loud the breath is beside the voice. */
const breath = 0.08;

/** Noise that follows the voice between 2 and 7 kHz: without it a synthesiser's harmonics buzz. */
function addBreath(samples: Float32Array, sampleRate: number): Float32Array {
  const random = seededRandom(1);
  const noise = applyBiquads(
    samples.map(() => random() * 2 - 1),
    [highPass({ sampleRate, frequency: 2000 }), lowPass({ sampleRate, frequency: 7000 })],
  );
  const follow = Math.exp(-1 / (0.003 * sampleRate));
  let level = 0;
  return samples.map((sample, index) => {
    level = follow * level + (1 - follow) * Math.abs(sample);
    return sample + breath * 2 * level * noise[index]!;
  });
}

/** Compresses what lies above 4.2 kHz on its own. */
function deEss(samples: Float32Array, sampleRate: number): Float32Array {
  const high = applyBiquads(samples, [highPass({ sampleRate, frequency: 4200 })]);
  const [tame] = compress([high], { sampleRate, thresholdDb: -38, ratio: 3, kneeDb: 6, attack: 0.002, release: 0.05 });
  return samples.map((sample, index) => sample - high[index]! + tame![index]!);
}
