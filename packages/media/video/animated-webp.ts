/** One frame of an animated WebP: a still WebP and where it is laid. Pixels of the whole picture. */
export type WebpFrame = {
  still: Uint8Array;
  left: number;
  top: number;
  width: number;
  height: number;
  /** Whether it covers what was there, also where it is transparent. */
  isOpaque: boolean;
  /** Whether its area is cleared before the next frame. */
  isCleared: boolean;
};

/** An animated WebP taken apart. */
export type AnimatedWebp = { width: number; height: number; frames: WebpFrame[] };

type Chunk = { id: string; data: Uint8Array };

/**
 * Takes an animated WebP apart (RFC 9649, 2.7.1): each `ANMF` chunk holds the bitstream of a still WebP.
 * @returns Null when the bytes are something else, or a WebP that doesn't move.
 */
export function readAnimatedWebp(bytes: Uint8Array): AnimatedWebp | null {
  const text = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < 30 || text(0) !== 'RIFF' || text(8) !== 'WEBP' || text(12) !== 'VP8X') return null;
  const [head, ...chunks] = readChunks(bytes.subarray(12));
  if (!head || head.data.length < 10) return null;
  const frames = chunks.filter(({ id }) => id === 'ANMF').flatMap(({ data }) => readFrame(data) ?? []);
  if (frames.length === 0) return null;
  return { width: read24(head.data, 4) + 1, height: read24(head.data, 7) + 1, frames };
}

function readFrame(data: Uint8Array): WebpFrame | null {
  if (data.length < 24) return null;
  const [width, height] = [read24(data, 6) + 1, read24(data, 9) + 1];
  const flags = data[15] ?? 0;
  const parts = readChunks(data.subarray(16));
  const alpha = parts.find(({ id }) => id === 'ALPH');
  const picture = parts.find(({ id }) => id === 'VP8 ' || id === 'VP8L');
  if (!picture) return null;
  const still = alpha ? [{ id: 'VP8X', data: extended(width, height) }, alpha, picture] : [picture];
  return {
    still: writeWebp(still),
    left: read24(data, 0) * 2,
    top: read24(data, 3) * 2,
    width,
    height,
    isOpaque: (flags & 2) !== 0,
    isCleared: (flags & 1) !== 0,
  };
}

/** Header of a still picture whose transparency is apart. */
function extended(width: number, height: number): Uint8Array {
  const data = new Uint8Array(10);
  data[0] = 0x10;
  for (const [at, side] of [
    [4, width - 1],
    [7, height - 1],
  ] as const) {
    data.set([side & 255, (side >> 8) & 255, side >> 16], at);
  }
  return data;
}

function readChunks(bytes: Uint8Array): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = 0; at + 8 <= bytes.length;) {
    const length = view.getUint32(at + 4, true);
    const id = String.fromCharCode(...bytes.subarray(at, at + 4));
    chunks.push({ id, data: bytes.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

function writeWebp(chunks: readonly Chunk[]): Uint8Array {
  const size = chunks.reduce((sum, { data }) => sum + 8 + data.length + (data.length % 2), 4);
  const file = new Uint8Array(8 + size);
  const view = new DataView(file.buffer);
  const encoder = new TextEncoder();
  file.set(encoder.encode('RIFF'));
  view.setUint32(4, size, true);
  file.set(encoder.encode('WEBP'), 8);
  let at = 12;
  for (const { id, data } of chunks) {
    file.set(encoder.encode(id), at);
    view.setUint32(at + 4, data.length, true);
    file.set(data, at + 8);
    at += 8 + data.length + (data.length % 2);
  }
  return file;
}

function read24(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
}
