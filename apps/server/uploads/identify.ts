import { KinoraError, readPictureHeader } from '@kinora/capabilities';
import { recordingLimits } from '@kinora/studios/language/schema';
import { largestPictureFile } from '../music-videos/check-files.ts';

/**
 * Tells what an uploaded file is by its first bytes, whatever its sender calls it.
 * @returns Media type of a song, a video or a picture. An MP4 may hold either; it is called `audio/mp4` unless its brand is one of films.
 * @throws KinoraError `request.invalid` for anything else, `request.too-large`.
 */
export function identify(head: Uint8Array, { bytes }: { bytes: number }): string {
  const picture = pictureType(head);
  const film = filmType(head);
  const type = picture ?? film ?? soundType(head);
  if (type === undefined) {
    throw new KinoraError(
      'request.invalid',
      'This file is neither sound (MP3, WAV, FLAC, Ogg, Opus, M4A) nor a video (MP4, MOV, WebM, MKV, AVI) nor a picture (PNG, JPEG, WebP).',
    );
  }
  if (picture !== undefined && bytes > largestPictureFile) {
    throw new KinoraError('request.too-large', 'A picture has at most 40 MB; make it smaller.');
  }
  if (bytes > recordingLimits.bytes) throw new KinoraError('request.too-large', 'A recording has at most 20 GB.');
  return type;
}

/** Without a size a header is cut off or broken: then it is no picture. */
function pictureType(head: Uint8Array): string | undefined {
  return readPictureHeader(head)?.mediaType;
}

/** Containers of films, by their first bytes. */
function filmType(head: Uint8Array): string | undefined {
  const text = (at: number, length: number) => String.fromCharCode(...head.subarray(at, at + length));
  // EBML (RFC 8794); the kind of document is named within the first bytes.
  if (head[0] === 0x1a && text(1, 3) === 'E\xdf\xa3')
    return text(4, 60).includes('webm') ? 'video/webm' : 'video/x-matroska';
  if (text(4, 4) === 'ftyp' && text(8, 4) === 'qt  ') return 'video/quicktime';
  if (text(4, 4) === 'ftyp' && /^(?:avc1|iso[2-9]|mp4[12]|3gp.|dash|M4V )$/.test(text(8, 4))) return 'video/mp4';
  if (text(0, 4) === 'RIFF' && text(8, 4) === 'AVI ') return 'video/x-msvideo';
  if (text(0, 3) === 'FLV') return 'video/x-flv';
  if (head[0] === 0x47 && head[188] === 0x47 && head[376] === 0x47) return 'video/mp2t';
  return undefined;
}

function soundType(head: Uint8Array): string | undefined {
  const text = (at: number, length: number) => String.fromCharCode(...head.subarray(at, at + length));
  if (text(0, 4) === 'fLaC') return 'audio/flac';
  if (text(0, 4) === 'OggS') return 'audio/ogg';
  if ((text(0, 4) === 'RIFF' || text(0, 4) === 'RF64') && text(8, 4) === 'WAVE') return 'audio/wav';
  if (text(0, 4) === 'FORM' && /^AIF[FC]$/.test(text(8, 4))) return 'audio/aiff';
  if (text(4, 4) === 'ftyp') return 'audio/mp4';
  if (text(0, 3) === 'ID3') return afterId3(head);
  return isMpegFrame(head, 0) ? 'audio/mpeg' : isAdtsFrame(head, 0) ? 'audio/aac' : undefined;
}

/** An ID3v2 tag stands before MP3, and by some programs before FLAC and AAC; its length is four times seven bits. */
function afterId3(head: Uint8Array): string {
  const [a = 0, b = 0, c = 0, d = 0] = head.subarray(6, 10);
  const end = 10 + ((a << 21) | (b << 14) | (c << 7) | d);
  if (String.fromCharCode(...head.subarray(end, end + 4)) === 'fLaC') return 'audio/flac';
  return isAdtsFrame(head, end) ? 'audio/aac' : 'audio/mpeg';
}

/** ISO/IEC 11172-3 §2.4.1.3: eleven bits of sync, a layer, a bit rate and a sample rate that exist. */
function isMpegFrame(head: Uint8Array, at: number): boolean {
  const [first = 0, second = 0, third = 0] = head.subarray(at, at + 3);
  const hasLayer = (second & 0x06) !== 0;
  const hasVersion = (second & 0x18) !== 0x08;
  return (
    first === 0xff && (second & 0xe0) === 0xe0 && hasVersion && hasLayer && third >> 4 !== 15 && (third & 12) !== 12
  );
}

/** ISO/IEC 13818-7 §6.2: twelve bits of sync and layer 0. */
function isAdtsFrame(head: Uint8Array, at: number): boolean {
  const [first = 0, second = 0] = head.subarray(at, at + 2);
  return first === 0xff && (second & 0xf6) === 0xf0;
}
