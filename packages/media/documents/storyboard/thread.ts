import { parentPort, workerData } from 'node:worker_threads';
import { buildStoryboardPdf } from './build.ts';
import type { Storyboard } from './sheet.ts';

parentPort?.postMessage(await buildStoryboardPdf(workerData as Storyboard));
