/** What the first bytes of a picture file say, without decoding it. Pixels as stored, before any EXIF turn. */
export type PictureHeader = { mediaType: 'image/png' | 'image/jpeg' | 'image/webp'; width: number; height: number };

/**
 * Reads type and size of a PNG, JPEG or WebP from its header, so that a picture can be refused before its pixels take
 * memory.
 * @param bytes The whole file or at least its first 64 kB.
 * @returns Null when the bytes are none of the three formats or end before the size.
 */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 24 && view.getUint32(0) === 0x89504e47 && view.getUint32(12) === 0x49484452) {
    return sized('image/png', view.getUint32(16), view.getUint32(20));
  }
  if (bytes.length >= 4 && view.getUint16(0) === 0xffd8) return readJpeg(view);
  if (bytes.length >= 30 && view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57454250) return readWebp(view);
  return null;
}

function sized(mediaType: PictureHeader['mediaType'], width: number, height: number): PictureHeader | null {
  return width > 0 && height > 0 ? { mediaType, width, height } : null;
}

/** ITU-T T.81: segments up to a start of frame (SOF0–SOF15 without DHT, JPG and DAC), which holds the size. */
function readJpeg(view: DataView): PictureHeader | null {
  let position = 2;
  while (position + 9 <= view.byteLength) {
    if (view.getUint8(position) !== 0xff) return null;
    const marker = view.getUint8(position + 1);
    if (marker === 0xff) {
      position += 1;
      continue;
    }
    const isStandalone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    if (isStandalone) {
      position += 2;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return sized('image/jpeg', view.getUint16(position + 7), view.getUint16(position + 5));
    if (marker === 0xd9 || marker === 0xda) return null;
    position += 2 + view.getUint16(position + 2);
  }
  return null;
}

/** RFC 9649: the first chunk is `VP8 ` (lossy), `VP8L` (lossless) or `VP8X` (extended). */
function readWebp(view: DataView): PictureHeader | null {
  const chunk = view.getUint32(12);
  if (chunk === 0x56503820) {
    return sized('image/webp', view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  }
  if (chunk === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return sized('image/webp', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  if (chunk === 0x56503858) {
    const read24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    return sized('image/webp', read24(24) + 1, read24(27) + 1);
  }
  return null;
}
