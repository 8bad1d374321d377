import type { PictureHeader } from '@kinora/capabilities';
import { crc32 } from 'node:zlib';

/**
 * Whether a picture file is there to its end: decoders take half a file for a whole one whose lower half is empty. What
 * follows the end, as cameras append it, is left aside.
 * @param mediaType What its header says it is.
 */
export function isWholePicture(bytes: Uint8Array, mediaType: PictureHeader['mediaType']): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (mediaType === 'image/png') return isWholePng(bytes, view);
  if (mediaType === 'image/jpeg') return isWholeJpeg(view);
  // RFC 9649: the size after RIFF counts what follows it.
  return view.byteLength >= 12 && view.getUint32(4, true) + 8 <= view.byteLength;
}

/** PNG, third edition, 5.3: length, type, data and checksum of each chunk up to IEND. */
function isWholePng(bytes: Uint8Array, view: DataView): boolean {
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) return false;
    if (view.getUint32(at + 4) === 0x49454e44) return true;
    at = end + 4;
  }
  return false;
}

/** ITU-T T.81, annex B: segments and scans up to the marker that ends the image; a thumbnail has its own within a segment. */
function isWholeJpeg(view: DataView): boolean {
  let at = 2;
  let hasScan = false;
  while (at + 2 <= view.byteLength) {
    const [first, marker] = [view.getUint8(at), view.getUint8(at + 1)];
    // Between the markers there is only the data of a scan, in which 0xff is followed by a zero.
    const isData = first !== 0xff || marker === 0xff || marker === 0x00;
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    if (isData) at += first === 0xff && marker === 0x00 ? 2 : 1;
    else if (marker === 0xd9) return hasScan;
    else if (standsAlone) at += 2;
    else if (at + 4 > view.byteLength) return false;
    else {
      hasScan ||= marker === 0xda;
      at += 2 + view.getUint16(at + 2);
    }
  }
  return false;
}
