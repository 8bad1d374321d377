import { createLoudnessMeter } from '../../audio/loudness.ts';
import { openRecording, soundOf } from '../open-recording.ts';
import { readSound } from '../read-sound.ts';
import { findBursts } from './bursts.ts';
import { createDecimator } from './decimate.ts';
import { createLevelCounter, levelStep } from './levels.ts';
import type { SoundLevels } from './levels.ts';
import { createFrameCounter, voiceRate } from './sound-frames.ts';
import { findVoice } from './voice.ts';

/** Longest sound that is heard, in seconds; files that claim more have a broken clock. */
const longest = 12 * 3600;

/** {@link import('../recording.ts').hearRecording}, in this thread, which it blocks. */
export function hearRecordingSync(path: string, onProgress?: (fraction: number) => void): SoundLevels {
  using recording = openRecording(path);
  const rate = soundOf(recording).codecpar.sampleRate;
  const sampleRate = rate >= 32_000 && rate <= 48_000 ? rate : 48_000;
  const channels = soundOf(recording).codecpar.channels === 1 ? 1 : 2;
  const meter = createLoudnessMeter(sampleRate, channels);
  const levels = createLevelCounter(sampleRate);
  const counter = createFrameCounter();
  using decimator = createDecimator({ from: sampleRate, to: voiceRate, channels });
  const hear = (planes: Float32Array[]) => {
    meter.push(planes);
    levels.push(planes);
    counter.push(decimator.push(planes));
  };
  const silence = new Float32Array(sampleRate);
  let heard = 0;
  for (const { at, planes } of readSound(recording, { sampleRate, channels })) {
    if (at > longest * sampleRate) break;
    for (let missing = at - heard; missing > 0; missing -= silence.length) {
      hear(planes.map(() => silence.subarray(0, missing)));
    }
    hear(planes);
    heard = at + planes[0]!.length;
    if (recording.claimed > 0) onProgress?.(Math.min(0.99, heard / sampleRate / recording.claimed));
  }
  const loudness = levels.finish();
  const frames = counter.finish();
  const steps = loudness.length;
  const integrated = meter.integrated();
  return {
    step: levelStep,
    loudness,
    integrated: Number.isFinite(integrated) ? Math.round(integrated * 100) / 100 : null,
    voice: findVoice(frames, steps),
    burst: findBursts({ frames, steps }),
  };
}
