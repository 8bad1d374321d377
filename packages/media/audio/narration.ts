import { compress, limit } from './dynamics.ts';
import { integratedLoudness } from './loudness.ts';
import { resample } from './resample.ts';
import type { Pcm } from './wav.ts';

/** One spoken scene. */
export type SpokenScene = {
  /** Mono samples in [-1, 1]. */
  pcm: Float32Array;
  sampleRate: number;
  /** Seconds from the start of the mix. */
  start: number;
};

/** Sample rate of the mix, hertz. */
const sampleRate = 48_000;
/** Where the music lies below the voice, LU: in pauses, and while someone speaks. */
const musicBelowVoice = { pause: 9, speech: 17 };

/**
 * Lays narration over music that ducks under it.
 * @param options.scenes What is said; what reaches beyond `seconds` is cut.
 * @param options.music Stereo or mono music; cut or padded with silence to `seconds`. Null: voice alone.
 * @param options.seconds Length of the mix.
 * @param options.targetLufs Integrated loudness (BS.1770-4). Default −18.
 * @param options.truePeakDb Ceiling, dBTP. Default −1.
 * @returns Stereo at 48 kHz.
 */
export function mixNarration(options: {
  scenes: readonly SpokenScene[];
  music: Pcm | null;
  seconds: number;
  targetLufs?: number;
  truePeakDb?: number;
}): Pcm {
  const { scenes, music, seconds, targetLufs = -18, truePeakDb = -1 } = options;
  const length = Math.round(seconds * sampleRate);
  const voice = layVoice(scenes, length);
  const channels = [Float32Array.from(voice), Float32Array.from(voice)];
  if (music) addMusic(channels, { voice, music });
  return { channels: toLoudness(channels, { targetLufs, truePeakDb }), sampleRate };
}

function layVoice(scenes: readonly SpokenScene[], length: number): Float32Array {
  const voice = new Float32Array(length);
  for (const scene of scenes) {
    const samples = resample(scene.pcm, { from: scene.sampleRate, to: sampleRate });
    const start = Math.round(scene.start * sampleRate);
    const last = Math.min(samples.length, length - start);
    for (let index = Math.max(0, -start); index < last; index++) voice[start + index]! += samples[index]!;
  }
  return voice;
}

function addMusic(channels: Float32Array[], { voice, music }: { voice: Float32Array; music: Pcm }): void {
  const sources = channels.map((_, index) =>
    resample(music.channels[index] ?? music.channels[0]!, { from: music.sampleRate, to: sampleRate }),
  );
  const musicLevel = integratedLoudness(sources, sampleRate);
  if (!Number.isFinite(musicLevel)) return;
  // The voice will be in both channels, which doubles its power.
  const voiceLevel = integratedLoudness([voice], sampleRate) + 3.01;
  // Without a voice the music is the mix.
  const reference = Number.isFinite(voiceLevel) ? voiceLevel - musicBelowVoice.pause : musicLevel;
  const open = 10 ** ((reference - musicLevel) / 20);
  const ducked = 10 ** ((musicBelowVoice.pause - musicBelowVoice.speech) / 20);
  const duck = duckingCurve(voice);
  for (const [index, channel] of channels.entries()) {
    const source = sources[index]!;
    const last = Math.min(channel.length, source.length);
    for (let sample = 0; sample < last; sample++) {
      const amount = duck[Math.floor(sample / duckStep)]!;
      channel[sample]! += source[sample]! * open * (1 + (ducked - 1) * amount);
    }
  }
}

/** Samples between values of the ducking curve: 1 ms, fine enough not to be heard as steps. */
const duckStep = 48;

/**
 * How far the music is ducked, 0 to 1, one value a millisecond: down 250 ms before speech, up again slowly once the
 * voice has rested for three quarters of a second, so that it doesn't pump between words.
 */
function duckingCurve(voice: Float32Array): Float32Array {
  const count = Math.ceil(voice.length / duckStep);
  const curve = new Float32Array(count);
  for (let step = 0; step < count; step++) {
    let highest = 0;
    const last = Math.min(voice.length, (step + 1) * duckStep);
    for (let sample = step * duckStep; sample < last; sample++) highest = Math.max(highest, Math.abs(voice[sample]!));
    if (highest > 0.01) curve[step] = 1;
  }
  let rest = Infinity;
  for (let step = 0; step < count; step++) {
    rest = curve[step] === 1 ? 0 : rest + 1;
    if (rest < 750) curve[step] = 1;
  }
  // Forwards: slow release. Backwards: the fade that comes before the first word.
  for (let step = 1; step < count; step++) curve[step] = Math.max(curve[step]!, curve[step - 1]! - 1 / 1400);
  for (let step = count - 2; step >= 0; step--) curve[step] = Math.max(curve[step]!, curve[step + 1]! - 1 / 350);
  return curve.map((value) => value * value * (3 - 2 * value));
}

/** Gain and limiter, with gentle compression once peaks stand in the way; repeated until the loudness is met. */
function toLoudness(
  channels: Float32Array[],
  { targetLufs, truePeakDb }: { targetLufs: number; truePeakDb: number },
): Float32Array[] {
  const level = integratedLoudness(channels, sampleRate);
  if (!Number.isFinite(level)) return channels;
  let source = channels;
  let gainDb = targetLufs - level;
  for (let pass = 0; ; pass++) {
    const louder = source.map((channel) => amplify(channel, 10 ** (gainDb / 20)));
    const output = limit(louder, { sampleRate, ceilingDb: truePeakDb });
    if (pass === 0 && output[0] === louder[0]) return output;
    const error = targetLufs - integratedLoudness(output, sampleRate);
    if (pass === 3 || Math.abs(error) < 0.3) return output;
    if (pass === 1) {
      source = compress(source, { sampleRate, thresholdDb: targetLufs - gainDb, ratio: 2.5, attack: 0.005 });
    }
    gainDb += error;
  }
}

function amplify(samples: Float32Array, gain: number): Float32Array {
  const output = new Float32Array(samples.length);
  for (let index = 0; index < output.length; index++) output[index] = samples[index]! * gain;
  return output;
}
