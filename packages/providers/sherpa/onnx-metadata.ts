import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/**
 * The free properties of an ONNX model (`metadata_props` of onnx.proto's ModelProto), without reading its weights.
 * @returns Empty for a file that is no ONNX model.
 */
export async function readOnnxMetadata(file: string): Promise<Record<string, string>> {
  await using handle = await open(file, 'r');
  const { size } = await handle.stat();
  const metadata: Record<string, string> = {};
  for (let position = 0; position < size;) {
    const head = await read(handle, position, 20);
    const tag = varint(head, 0);
    const body = varint(head, tag.next);
    const kind = tag.value & 7;
    if (kind === 0) position += body.next;
    else if (kind === 2) {
      const start = position + body.next;
      if (tag.value >> 3 === 14 && body.value < 1_000_000) {
        const [key, value] = readEntry(await read(handle, start, body.value));
        if (key !== undefined) metadata[key] = value ?? '';
      }
      position = start + body.value;
    } else if (kind === 5) position += tag.next + 4;
    else if (kind === 1) position += tag.next + 8;
    else return {};
  }
  return metadata;
}

async function read(handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** `StringStringEntryProto`: 1 is the key, 2 the value. */
function readEntry(bytes: Uint8Array): [key: string | undefined, value: string | undefined] {
  const texts: (string | undefined)[] = [];
  for (let position = 0; position < bytes.length;) {
    const tag = varint(bytes, position);
    const length = varint(bytes, tag.next);
    texts[tag.value >> 3] = new TextDecoder().decode(bytes.subarray(length.next, length.next + length.value));
    position = length.next + length.value;
  }
  return [texts[1], texts[2]];
}

/** Sizes above 2 GB are beyond 32 bits, so it is counted in floats. */
function varint(bytes: Uint8Array, start: number): { value: number; next: number } {
  let value = 0;
  let scale = 1;
  let next = start;
  for (;;) {
    const byte = bytes[next] ?? 0;
    next++;
    value += (byte & 127) * scale;
    scale *= 128;
    if (byte < 128) return { value, next };
  }
}
