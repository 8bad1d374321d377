import { parentPort } from 'node:worker_threads';
import { isKinoraError } from '@kinora/capabilities/errors';
import { writeWav } from '@kinora/media/audio';
import { loadEspeak } from './espeak.ts';
import { master, outputRate } from './master.ts';
import { narrate } from './narrate.ts';
import type { SpeechReply, SpeechTask } from './pool.ts';
import { espeakVoices } from './voices.ts';
import { letOthersGoFirst } from '@kinora/media/priority';

letOthersGoFirst('thread');
const espeak = loadEspeak();

parentPort!.on('message', (task: SpeechTask) => {
  void answer(task).then((reply) => {
    parentPort!.postMessage(reply, 'audio' in reply ? [reply.audio.buffer as ArrayBuffer] : []);
  });
});

async function answer({ id, text, voice: voiceId, speed, cancelled }: SpeechTask): Promise<SpeechReply> {
  try {
    const engine = await espeak;
    const voice = espeakVoices.find((candidate) => candidate.id === voiceId)!;
    const isCancelled = () => Atomics.load(cancelled, 0) === 1;
    const { samples, words, unread } = narrate(engine, text, { voice, speed, isCancelled });
    const spoken = master(samples, { sampleRate: engine.sampleRate, voice });
    const audio = writeWav({ channels: [spoken], sampleRate: outputRate });
    return { id, audio, unread, metadata: { duration: spoken.length / outputRate, sampleRate: outputRate, words } };
  } catch (error) {
    if (isKinoraError(error)) return { id, error: { code: error.code, message: error.message, data: error.data } };
    return { id, error: { code: 'provider.failed', message: `The narrator failed: ${String(error)}`, data: {} } };
  }
}
