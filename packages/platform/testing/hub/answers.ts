import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HubFaults } from './faults.ts';
import type { HubFile } from './repository.ts';

/** Answers as the hub does when it refuses: a code and a message in headers, the message again in the body. */
export function refuse(
  response: ServerResponse,
  status: number,
  options: { code?: string; message: string; isJson: boolean; headers?: Record<string, string> },
): void {
  response.writeHead(status, {
    ...(options.code === undefined ? {} : { 'X-Error-Code': options.code }),
    'X-Error-Message': options.message,
    'Content-Type': options.isJson ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8',
    ...options.headers,
  });
  response.end(options.isJson ? JSON.stringify({ error: options.message }) : options.message);
}

/** Sends a file or the part that was asked for, with the faults that are set. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: HubFile,
  { tag, faults, isContentHost }: { tag: string; faults: HubFaults; isContentHost: boolean },
): Promise<void> {
  const condition = request.headers['if-range'];
  const wanted = faults.refuseRange ? null : readRange(request.headers.range, file.size);
  if (wanted === 'unsatisfiable') {
    response.writeHead(416, { 'Content-Range': `bytes */${file.size}` }).end();
    return;
  }
  // RFC 9110, 13.1.5: with another validator the whole file is sent.
  const range = condition !== undefined && condition !== tag ? null : wanted;
  const start = range?.start ?? 0;
  const end = range?.end ?? file.size;
  response.writeHead(range ? 206 : 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': String(end - start),
    'Accept-Ranges': 'bytes',
    ETag: tag,
    'Last-Modified': 'Mon, 05 Jan 2026 10:00:00 GMT',
    ...(range ? { 'Content-Range': `bytes ${start}-${end - 1}/${file.size}` } : {}),
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const cut = (isContentHost ? faults.cuts.shift() : undefined) ?? Infinity;
  await sendBody(response, file, { start, end, faults, cut });
}

async function sendBody(
  response: ServerResponse,
  file: HubFile,
  options: { start: number; end: number; faults: HubFaults; cut: number },
): Promise<void> {
  const { faults, cut } = options;
  const isCorrupt = faults.corrupt.has(file.path) && faults.corruptions > 0;
  if (isCorrupt) faults.corruptions--;
  const wrongByte = options.start + Math.floor((options.end - options.start) / 2);
  let sent = 0;
  response.flushHeaders();
  for await (const piece of file.read(options.start, options.end)) {
    let chunk = piece;
    const at = options.start + sent;
    if (isCorrupt && wrongByte >= at && wrongByte < at + chunk.length) {
      chunk = Uint8Array.from(chunk);
      chunk[wrongByte - at] = (chunk[wrongByte - at] ?? 0) ^ 0xff;
    }
    while (faults.isStalled && !response.destroyed) await sleep(5);
    if (response.destroyed) return;
    if (sent + chunk.length > cut) {
      // The bytes before the cut must leave first; then the connection breaks.
      const rest = chunk.subarray(0, cut - sent);
      await new Promise<void>((resolve) => response.write(rest, () => resolve()));
      response.socket?.destroySoon();
      return;
    }
    if (!response.write(chunk)) await drained(response);
    sent += chunk.length;
    if (Number.isFinite(faults.bytesPerSecond)) await sleep((chunk.length / faults.bytesPerSecond) * 1000);
  }
  response.end();
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      response.off('drain', finish).off('close', finish);
      resolve();
    };
    response.on('drain', finish).on('close', finish);
  });
}

function readRange(header: string | undefined, size: number): { start: number; end: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d+)-(\d*)$/.exec(header ?? '');
  if (!match) return null;
  const start = Number(match[1]);
  const end = match[2] ? Math.min(Number(match[2]) + 1, size) : size;
  return start >= size ? 'unsatisfiable' : { start, end };
}
