import { crc32 } from 'node:zlib';
import { KinoraError } from '@kinora/capabilities/errors';

/**
 * Adds UTF-8 texts to a PNG as iTXt chunks (PNG 3rd edition, §11.3.3.4) right after its header, where readers that stop
 * early find them. The keyword `XML:com.adobe.xmp` holds XMP.
 * @throws KinoraError `request.invalid` when the bytes are no PNG.
 */
export function addPngTexts(png: Uint8Array, texts: Record<string, string>): Uint8Array {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  if (png.length < 33 || view.getUint32(0) !== 0x89504e47) {
    throw new KinoraError('request.invalid', 'This picture is not a PNG; save it as PNG.');
  }
  const chunks = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text));
  const headerEnd = 33;
  const output = new Uint8Array(png.length + chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  output.set(png.subarray(0, headerEnd));
  let offset = headerEnd;
  for (const chunk of chunks) {
    output.set(chunk, offset);
    offset += chunk.length;
  }
  output.set(png.subarray(headerEnd), offset);
  return output;
}

/** Reads the iTXt chunks of a PNG that aren't compressed. */
export function readPngTexts(png: Uint8Array): Record<string, string> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const decoder = new TextDecoder();
  const texts: Record<string, string> = {};
  for (let offset = 8; offset + 12 <= png.length;) {
    const length = view.getUint32(offset);
    const data = png.subarray(offset + 8, offset + 8 + length);
    if (decoder.decode(png.subarray(offset + 4, offset + 8)) === 'iTXt') {
      const end = data.indexOf(0);
      // Compression flag, method, language and translated keyword are empty.
      texts[decoder.decode(data.subarray(0, end))] = decoder.decode(data.subarray(end + 5));
    }
    offset += length + 12;
  }
  return texts;
}

function textChunk(keyword: string, text: string): Uint8Array {
  const body = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(body.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length - 4);
  chunk.set(body, 4);
  view.setUint32(4 + body.length, crc32(body));
  return chunk;
}
