import { closeSync, openSync } from 'node:fs';
import { readAt } from './explain-unreadable.ts';

/** Element ids of Matroska (RFC 9559). */
const ids = {
  info: 0x1549a966,
  scale: 0x2ad7b1,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  simple: 0xa3,
  group: 0xa0,
  block: 0xa1,
};

/** Bytes from the end in which the last cluster is looked for; browsers write one at least every few seconds. */
const tails = [1 << 20, 1 << 23, 1 << 26];

/**
 * When the last block of a Matroska or WebM file begins, plus the time between the last two: recordings of browsers say
 * neither how long they are nor where anything lies. Only the end of the file is read.
 * @returns Seconds on the clock of the file; undefined when no cluster is found.
 */
export function matroskaEnd(path: string, bytes: number): number | undefined {
  const file = openSync(path, 'r');
  try {
    const scale = timestampScale(readAt(file, 0, 65_536));
    for (const length of tails) {
      const tail = readAt(file, Math.max(0, bytes - length), length);
      const end = endOf(tail);
      if (end !== undefined) return (end * scale) / 1e9;
      if (length >= bytes) return undefined;
    }
    return undefined;
  } finally {
    closeSync(file);
  }
}

/** Nanoseconds a tick; a millisecond by default. */
function timestampScale(head: Buffer): number {
  const info = head.indexOf(Buffer.from([0x15, 0x49, 0xa9, 0x66]));
  const at = info < 0 ? -1 : head.indexOf(Buffer.from([0x2a, 0xd7, 0xb1]), info);
  if (at < 0) return 1_000_000;
  const length = (head[at + 3] ?? 0) & 0x7f;
  return length > 0 && length <= 6 && at + 4 + length <= head.length ? head.readUIntBE(at + 4, length) : 1_000_000;
}

/** Ticks at which the last cluster of the bytes ends. */
function endOf(tail: Buffer): number | undefined {
  const mark = Buffer.from([0x1f, 0x43, 0xb6, 0x75]);
  for (let at = tail.lastIndexOf(mark); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(mark, at - 1)) {
    const end = clusterEnd(tail, at + 4);
    if (end !== undefined) return end;
  }
  return undefined;
}

function clusterEnd(bytes: Buffer, from: number): number | undefined {
  let base: number | undefined;
  const times: number[] = [];
  const size = readSize(bytes, from);
  if (size === undefined) return undefined;
  for (let at = size.next; at < bytes.length;) {
    const id = readId(bytes, at);
    const content = id && readSize(bytes, id.next);
    if (!id || !content) break;
    if (id.id === ids.timestamp && content.value <= 6 && content.next + content.value <= bytes.length) {
      base = content.value === 0 ? 0 : bytes.readUIntBE(content.next, content.value);
    } else if (id.id === ids.group) {
      at = content.next;
      continue;
    } else if ((id.id === ids.simple || id.id === ids.block) && base !== undefined) {
      const track = readSize(bytes, content.next);
      if (track && track.next + 2 <= bytes.length) times.push(base + bytes.readInt16BE(track.next));
    } else if (id.id === ids.cluster || id.id > 0xffffff) {
      break;
    }
    at = content.next + content.value;
  }
  if (times.length === 0) return undefined;
  const sorted = times.toSorted((a, b) => a - b);
  const last = sorted.at(-1)!;
  const before = sorted.findLast((time) => time < last) ?? last;
  return last + Math.min(1000, last - before);
}

/** A length of one to eight bytes whose leading zeros tell how many (RFC 8794 §4). */
function readSize(bytes: Buffer, at: number): { value: number; next: number } | undefined {
  const first = bytes[at];
  if (first === undefined || first === 0) return undefined;
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.length) return undefined;
  let value = first & (0xff >> length);
  for (let index = 1; index < length; index++) value = value * 256 + bytes[at + index]!;
  return { value, next: at + length };
}

function readId(bytes: Buffer, at: number): { id: number; next: number } | undefined {
  const first = bytes[at];
  if (first === undefined || first < 0x10) return undefined;
  const length = Math.clz32(first) - 23;
  return at + length <= bytes.length ? { id: bytes.readUIntBE(at, length), next: at + length } : undefined;
}
