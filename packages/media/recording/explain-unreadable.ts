import { KinoraError } from '@kinora/capabilities/errors';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Kinds of files that people choose by mistake, by their first bytes. */
const mistaken: { starts: RegExp; message: string }[] = [
  {
    starts: /^\s*(<!doctype html|<html|<head|<\?xml[^>]*>\s*<html)/i,
    message:
      'The file is a web page, not a recording: what should have been downloaded was a page instead. Download the recording itself.',
  },
  { starts: /^\xff\xd8\xff|^\x89PNG|^GIF8|^RIFF....WEBP|^BM/s, message: 'The file is a picture; choose a recording.' },
  {
    starts: /^PK[^ -~]{2}|^Rar!|^7z\xbc\xaf/,
    message: 'The file is an archive; unpack it and choose the recording in it.',
  },
  { starts: /^%PDF/, message: 'The file is a PDF document; choose a recording.' },
  { starts: /^(\xef\xbb\xbf)?#EXTM3U/, message: 'The file is a playlist; choose the recording that it names.' },
  {
    starts: /^(\xef\xbb\xbf)?(WEBVTT|\[Script Info\]|\d+\r?\n\d\d:\d\d:\d\d[,.]\d)/,
    message: 'The file holds subtitles; give it as the subtitles, and a video or sound as the recording.',
  },
];

/** Says what a file is that can't be opened as a recording, and what to do. */
export function explainUnreadable(path: string, cause: unknown): KinoraError {
  const invalid = (message: string) => new KinoraError('request.invalid', message, { cause });
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM') {
      return invalid('Kinora may not read the recording; allow it to, or choose another.');
    }
    return invalid('There is no such recording any more; choose it again.');
  }
  try {
    const facts = fstatSync(file);
    if (!facts.isFile()) return invalid('That is a folder, not a recording; choose a file in it.');
    if (facts.size === 0) return invalid('The file is empty; copy or download it again.');
    const head = readAt(file, 0, 4096);
    const text = head.toString('latin1');
    const known = mistaken.find(({ starts }) => starts.test(text));
    if (known) return invalid(known.message);
    if (isMp4(head)) return invalid(explainMp4(file, facts.size));
    if (isText(head)) return invalid('The file is text, not a recording; choose a video or sound.');
    return invalid(
      'The file is not a sound or video that can be read, or is damaged; choose an MP4, MKV, WebM, MOV, MP3, M4A or WAV.',
    );
  } finally {
    closeSync(file);
  }
}

/** Boxes of an MP4 or MOV from the beginning (ISO/IEC 14496-12 §4.2), as far as the file goes. */
export function* topBoxes(file: number, bytes: number): Generator<{ type: string; at: number; size: number }> {
  for (let at = 0, count = 0; at + 8 <= bytes && count < mostBoxes; count++) {
    const head = readAt(file, at, 16);
    if (head.length < 8) return;
    const short = head.readUInt32BE(0);
    const size = short === 1 && head.length === 16 ? Number(head.readBigUInt64BE(8)) : short === 0 ? bytes - at : short;
    if (size < 8) return;
    yield { type: head.toString('latin1', 4, 8), at, size };
    at += size;
  }
}

/** A recording in fragments of a second has some ten thousand; damaged files could claim millions. */
const mostBoxes = 200_000;

/** Bytes of an open file; fewer where it ends. */
export function readAt(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, at));
}

function isMp4(head: Buffer): boolean {
  return ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip'].includes(head.toString('latin1', 4, 8));
}

function explainMp4(file: number, bytes: number): string {
  const types = new Set([...topBoxes(file, bytes)].map(({ type }) => type));
  if (!types.has('moov') && !types.has('moof')) {
    return (
      'The MP4 was never finished: its index (moov), which is written last, is missing. Record or copy it again; ' +
      'recording as MKV survives a crash, and OBS turns it into MP4 afterwards (File → Remux).'
    );
  }
  return 'The MP4 is damaged: its index can not be read. Copy it again, or convert it with the program that made it.';
}

function isText(head: Buffer): boolean {
  const odd = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  return head.length > 0 && odd === 0 && !head.toString('utf8').slice(0, -4).includes('\ufffd');
}
