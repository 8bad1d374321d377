import { parentPort, workerData } from 'node:worker_threads';
import { buildWorksheetPdf } from './build.ts';
import type { Worksheet } from './sheet.ts';

parentPort?.postMessage(await buildWorksheetPdf(workerData as Worksheet));
