/** Bytes of an ISO base media file: numbers are single bytes, strings their UTF-8. */
export type BoxPart = Uint8Array | readonly number[] | string;

const utf8 = new TextEncoder();

/** Joins parts to one array of bytes. */
export function concatBytes(parts: readonly BoxPart[]): Uint8Array {
  const arrays = parts.map((part) => (typeof part === 'string' ? utf8.encode(part) : part));
  const out = new Uint8Array(arrays.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of arrays) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** A box of ISO/IEC 14496-12: 32-bit size, four-character type, content. A `©` in the type is the byte A9. */
export function box(type: string, ...parts: BoxPart[]): Uint8Array {
  const content = concatBytes(parts);
  return concatBytes([u32(content.length + 8), latin1(type), content]);
}

/** A box that starts with a version byte and 24 bits of flags. */
export function fullBox(type: string, version: number, flags: number, ...parts: BoxPart[]): Uint8Array {
  return box(type, [version, (flags >> 16) & 255, (flags >> 8) & 255, flags & 255], ...parts);
}

/** Big-endian 16-bit number. */
export function u16(value: number): number[] {
  return [(value >>> 8) & 255, value & 255];
}

/** Big-endian 32-bit number. */
export function u32(value: number): number[] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

/** Big-endian 64-bit number, exact up to 2^53. */
export function u64(value: number): number[] {
  return [...u32(Math.floor(value / 2 ** 32)), ...u32(value % 2 ** 32)];
}

/** 16.16 fixed point. */
export function fixed(value: number): number[] {
  return u32(Math.round(value * 65536));
}

/** Many 32-bit numbers, as the sample tables have them. */
export function u32Table(values: readonly number[]): Uint8Array {
  const out = new Uint8Array(values.length * 4);
  const view = new DataView(out.buffer);
  values.forEach((value, index) => view.setUint32(index * 4, value));
  return out;
}

/** One byte for each character, as box types and language codes have it. */
export function latin1(text: string): number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index) & 255);
}
