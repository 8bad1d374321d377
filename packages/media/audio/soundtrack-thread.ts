import { parentPort, workerData } from 'node:worker_threads';
import { isKinoraError } from '@kinora/capabilities/errors';
import { composeLullaby } from './lullaby/play.ts';
import { mixNarration } from './narration.ts';
import type { SoundtrackParts } from './soundtrack.ts';
import { readWav } from './wav.ts';
import { letOthersGoFirst } from '../priority.ts';

letOthersGoFirst('thread');
const { narrations, music, seconds } = workerData as SoundtrackParts;
try {
  const scenes = narrations.map(({ wav, start }) => {
    const { channels, sampleRate } = readWav(wav);
    return { pcm: channels[0] ?? new Float32Array(), sampleRate, start };
  });
  const pcm = mixNarration({ scenes, music: music === null ? null : composeLullaby({ ...music, seconds }), seconds });
  parentPort?.postMessage(
    { pcm },
    pcm.channels.map((channel) => channel.buffer as ArrayBuffer),
  );
} catch (error) {
  if (!isKinoraError(error)) throw error;
  parentPort?.postMessage({ code: error.code, message: error.message });
}
