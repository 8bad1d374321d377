import { isKinoraError } from '@kinora/capabilities/errors';
import { parentPort, workerData } from 'node:worker_threads';
import { createMusicAnalyser } from '../audio/analysis/index.ts';
import type { ListenerAnswer, ListenerStart } from './listener.ts';

const { options, heard } = workerData as ListenerStart;
const counter = new Int32Array(heard);
const analyser = createMusicAnalyser(options);
let failure: ListenerAnswer | undefined;

parentPort!.on('message', (block: Float32Array | null) => {
  try {
    if (failure === undefined) {
      if (block) analyser.push(block);
      else answer({ analysis: analyser.finish() });
    }
  } catch (error) {
    const code = isKinoraError(error) ? error.code : undefined;
    failure = { error: { code, message: error instanceof Error ? error.message : 'The analysis failed.' } };
  }
  if (block) {
    Atomics.add(counter, 0, 1);
    Atomics.notify(counter, 0);
  } else if (failure !== undefined) {
    answer(failure);
  }
});

function answer(message: ListenerAnswer): void {
  parentPort!.postMessage(message);
}
