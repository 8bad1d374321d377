import { KinoraError } from '@kinora/capabilities/errors';
import type { Stream } from 'node-av/lib';
import { codingOf, isTextTrack } from './read-recording.ts';
import { openRecording } from './open-recording.ts';

/** Words of a subtitle track as a file: SRT, ASS or WebVTT in UTF-8, and how the track is coded. */
export type SubtitleTrack = { bytes: Uint8Array; codec: string };

type Line = { start: number; end: number | undefined; text: string };

/** Seconds that a line is shown whose end nobody tells and after which nothing comes. */
const shownFor = 4;

/** {@link import('./recording.ts').readSubtitleTrack}, in this thread, which it blocks. */
export function readSubtitleTrackSync(
  path: string,
  index: number,
  onProgress?: (fraction: number) => void,
): SubtitleTrack {
  using recording = openRecording(path);
  const stream = recording.streams[index];
  const tracks = recording.streams.filter(isTextTrack).map((track) => track.index);
  if (!stream || !isTextTrack(stream)) {
    const have = tracks.length > 0 ? `choose one of: ${tracks.join(', ')}` : 'give a subtitle file';
    const what = stream && /sub|pgs|teletext/.test(codingOf(stream)) ? 'holds pictures of words' : 'holds no words';
    throw new KinoraError('request.invalid', `Track ${index} of the recording ${what}; ${have}.`);
  }
  const codec = codingOf(stream);
  const lines: Line[] = [];
  const { num, den } = stream.timeBase;
  for (const packet of recording.packets([stream])) {
    const start = recording.timeOf(packet.pts, stream);
    if (start === undefined || !packet.data) continue;
    const seconds = (Number(packet.duration) * num) / den;
    const text = textOf(packet.data, codec);
    lines.push({ start: Math.max(0, start), end: seconds > 0 ? start + seconds : undefined, text });
    if (recording.claimed > 0) onProgress?.(Math.min(0.99, start / recording.claimed));
  }
  const timed = lines
    .toSorted((a, b) => a.start - b.start)
    .map((line, at, all) => ({
      ...line,
      end: line.end ?? Math.min(all[at + 1]?.start ?? Infinity, line.start + shownFor),
    }))
    .filter(({ text, start, end }) => text.trim() !== '' && end > start);
  if (timed.length === 0) {
    throw new KinoraError('request.invalid', `Track ${index} of the recording is empty; give a subtitle file.`);
  }
  const file =
    codec === 'ass' || codec === 'ssa' ? assFile(stream, timed) : codec === 'webvtt' ? vttFile(timed) : srtFile(timed);
  return { bytes: new TextEncoder().encode(file), codec };
}

/** MP4's timed text begins with its length and may end with boxes of style (3GPP TS 26.245 §5.17). */
function textOf(data: Buffer, codec: string): string {
  if (codec !== 'mov_text') return data.toString('utf8').replaceAll('\0', '');
  if (data.length < 2) return '';
  const text = data.subarray(2, 2 + data.readUInt16BE(0));
  const isWide = text[0] === 0xfe && text[1] === 0xff;
  return isWide ? Buffer.from(text.subarray(2)).swap16().toString('utf16le') : text.toString('utf8');
}

type TimedLine = { start: number; end: number; text: string };

function srtFile(lines: readonly TimedLine[]): string {
  return lines
    .map(({ start, end, text }, at) => `${at + 1}\n${clock(start, ',')} --> ${clock(end, ',')}\n${oneBlock(text)}\n`)
    .join('\n');
}

function vttFile(lines: readonly TimedLine[]): string {
  return `WEBVTT\n\n${lines
    .map(({ start, end, text }) => `${clock(start, '.')} --> ${clock(end, '.')}\n${oneBlock(text)}\n`)
    .join('\n')}`;
}

/** Matroska keeps the head of the file apart and lines as `ReadOrder,Layer,Style,Name,…,Text` (RFC 9559, subtitle mappings). */
function assFile(stream: Stream, lines: readonly TimedLine[]): string {
  const head = stream.codecpar.extradata?.toString('utf8').replaceAll('\0', '').trimEnd() ?? '[Script Info]';
  const events = /^\[Events\]/m.test(head)
    ? ''
    : '\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text';
  const rows = lines.map(({ start, end, text }) => {
    const [, layer = '0', ...rest] = text.trimEnd().split(',');
    return `Dialogue: ${layer},${assClock(start)},${assClock(end)},${rest.join(',')}`;
  });
  return `${head}${events}\n${rows.join('\n')}\n`;
}

/** Empty lines end a cue in SRT and WebVTT. */
function oneBlock(text: string): string {
  return text
    .replaceAll('\r', '')
    .trim()
    .replaceAll(/\n{2,}/g, '\n');
}

function clock(time: number, point: ',' | '.'): string {
  const ms = Math.round(time * 1000);
  const part = (value: number, digits = 2) => String(Math.floor(value)).padStart(digits, '0');
  return `${part(ms / 3_600_000)}:${part((ms / 60_000) % 60)}:${part((ms / 1000) % 60)}${point}${part(ms % 1000, 3)}`;
}

function assClock(time: number): string {
  const hundredths = Math.round(time * 100);
  const part = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${Math.floor(hundredths / 360_000)}:${part((hundredths / 6000) % 60)}:${part((hundredths / 100) % 60)}.${part(hundredths % 100)}`;
}
