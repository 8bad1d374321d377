import { parentPort, workerData } from 'node:worker_threads';
import type { PdfRequest } from './in-thread.ts';
import { buildPdf } from './build.ts';

const { book, options } = workerData as PdfRequest;
parentPort?.postMessage(await buildPdf(book, options));
