import { KinoraError } from '@kinora/capabilities/errors';
import { type Provenance, provenanceLine, xmpPacket } from './provenance.ts';

/**
 * Adds provenance to a JPEG: XMP in an APP1 segment (XMP specification part 3) and a readable comment, after the header.
 * @throws KinoraError `request.invalid` when the bytes are no JPEG.
 */
export function addJpegProvenance(jpeg: Uint8Array, provenance: Provenance): Uint8Array {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) {
    throw new KinoraError('request.invalid', 'This picture is not a JPEG; save it as JPEG.');
  }
  const [app0, app1, comment] = [0xe0, 0xe1, 0xfe];
  // A JFIF header, where there is one, has to come first.
  const start = jpeg[3] === app0 ? 4 + ((jpeg[4]! << 8) | jpeg[5]!) : 2;
  return new Uint8Array(
    Buffer.concat([
      jpeg.subarray(0, start),
      segment(app1, `http://ns.adobe.com/xap/1.0/\0${xmpPacket(provenance)}`),
      segment(comment, provenanceLine(provenance)),
      jpeg.subarray(start),
    ]),
  );
}

function segment(marker: number, text: string): Buffer {
  const content = Buffer.from(text);
  const length = content.length + 2;
  if (length > 65_535) throw new KinoraError('request.invalid', 'The provenance is too long for a JPEG; shorten it.');
  return Buffer.concat([Buffer.of(0xff, marker, length >> 8, length & 255), content]);
}
