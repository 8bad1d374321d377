import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWav } from '../../audio/index.ts';
import { encodeMp3Frames } from '../../video/audio-encoder.ts';
import { makeSampleFilm } from '../../video/restyle/testing/sample-film.ts';
import { writeBrowserWebm } from './encode-small.ts';
import { remuxSync } from './remux.ts';

/** A media file that is not as it should be, and what has to come of it: its length in seconds, or words of the error. */
export type OddFile = { name: string; path: string; expected: number | RegExp };

const seconds = 4;

/** Makes files that people have and programs stumble over. Blocks its thread; FFmpeg is loaded into the process. */
export function makeOddFiles(folder: string): OddFile[] {
  const files: OddFile[] = [];
  const at = (file: string) => join(folder, file);
  const keep = (name: string, file: string, bytes: Uint8Array | string, expected: number | RegExp) => {
    writeFileSync(at(file), bytes);
    files.push({ name, path: at(file), expected });
  };
  const film = makeSampleFilm({ seconds });
  const path = at('whole.mp4');
  writeFileSync(path, film);
  const remux = (file: string, format: string, settings?: Record<string, string | number>, inputs = [path]) => {
    remuxSync(inputs, { out: at(file), format, ...(settings && { settings }) });
    return readFileSync(at(file));
  };
  const part = (bytes: Uint8Array, share: number) => bytes.subarray(0, Math.floor(bytes.length * share));
  const noise = Uint8Array.from({ length: 50_000 }, (_, index) => (Math.imul(index + 7, 2654435761) >>> 13) & 255);
  const tone = Float32Array.from({ length: 48_000 * seconds }, (_, index) => Math.sin(index / 20) / 4);
  const wav = writeWav({ sampleRate: 48_000, channels: [tone] });
  const mp3 = Buffer.concat(encodeMp3Frames({ sampleRate: 48_000, channels: [tone] }));

  const boxes = boxesOf(film);
  const without = Buffer.concat([...boxes].filter(([type]) => type !== 'moov').map(([, bytes]) => bytes));
  keep('MP4 without its index', 'no-moov.mp4', without, /never finished.*moov/);
  keep('MP4 cut off in the middle', 'cut.mp4', part(film, 0.6), seconds * 0.55);
  keep('MP4 cut off in its index', 'cut-index.mp4', film.subarray(0, 400), /damaged|never finished|can be read/);
  keep('MP4 that claims to hold a terabyte', 'huge.mp4', withHugeBox(film), seconds);
  keep('MP4 whose tracks are empty', 'empty-tracks.mp4', withoutSamples(film), /empty|neither sound/);
  keep(
    'coding that nobody knows',
    'unknown.mp4',
    replaced(film, ['avc1', 'zzz9'], ['avcC', 'zzzC']),
    /can not be decoded/,
  );
  keep('film without sound', 'silent.mp4', makeSampleFilm({ seconds, hasSound: false }), seconds);
  keep('film of an upright phone', 'turned.mp4', makeSampleFilm({ seconds, isTurned: true }), seconds);
  keep(
    'unsteady rate',
    'unsteady.mp4',
    makeSampleFilm({ seconds: 2, hasSound: false, pace: [200, 1500, 90, 700] }),
    2.4,
  );
  keep('MP4 in fragments', 'fragments.mp4', remux('f.mp4', 'mp4', { movflags: 'frag_keyframe+empty_moov' }), seconds);
  const mkv = remux('whole.mkv', 'matroska');
  keep('MKV cut off', 'cut.mkv', part(mkv, 0.6), seconds * 0.55);
  keep('MKV with a broken index', 'broken-index.mkv', withoutCues(mkv), seconds);
  const transport = remux('whole.ts', 'mpegts', { output_ts_offset: '90000' });
  keep('transport stream that begins after a day', 'late.ts', transport, seconds);
  keep('transport stream that begins amid a packet', 'amid.ts', transport.subarray(5000), seconds);
  writeBrowserWebm(at('browser.webm'), { width: 131, height: 97, seconds });
  const webm = readFileSync(at('browser.webm'));
  files.push({ name: 'WebM of a browser with odd sizes', path: at('browser.webm'), expected: seconds });
  keep('WebM cut off', 'cut.webm', part(webm, 0.5), seconds / 2);
  keep('MP3 without a table', 'plain.mp3', mp3, seconds);
  keep(
    'MP3 with garbage in front',
    'garbage.mp3',
    Buffer.concat([noise.subarray(0, 3000).map((byte) => byte & 0x7f), mp3]),
    seconds,
  );
  keep('MP3 cut off in a frame', 'cut.mp3', part(mp3, 0.503), seconds / 2);
  keep(
    'raw AAC without times',
    'raw.aac',
    remux(
      'a.aac',
      'adts',
      undefined,
      [at('sound.m4a')].map((m4a) => soundOnly(path, m4a)),
    ),
    seconds,
  );
  files.push({ name: 'sound alone', path: at('sound.m4a'), expected: seconds });
  keep('WAV with a lying header', 'lying.wav', withLength(wav, 0xfffffff0), seconds);
  keep(
    'WAV without channels',
    'no-channels.wav',
    patched(wav, 22, [0, 0]),
    /can be read|neither sound|empty|can not be decoded/,
  );
  keep('header of a WAV and nothing else', 'header.wav', wav.subarray(0, 44), /empty|breaks off|can be read/);
  keep('empty file', 'empty.mp4', '', /empty/);
  keep('web page', 'page.mp4', '<!DOCTYPE html><html><body>Please sign in</body></html>'.repeat(50), /web page/);
  keep('text', 'text.mkv', 'This is not a recording.\n'.repeat(400), /text/);
  keep('subtitles', 'subtitles.mp4', '1\n00:00:01,000 --> 00:00:02,000\nHello\n', /subtitles/);
  keep('random bytes', 'random.mp4', noise, /can be read/);
  keep('zeros', 'zeros.mp4', new Uint8Array(100_000), /can be read/);
  keep('JPEG', 'picture.mp4', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), noise]), /picture/);
  keep('archive', 'archive.mp4', Buffer.concat([Buffer.from('PK\x03\x04'), noise]), /archive/);
  keep('playlist', 'list.mp4', '#EXTM3U\n#EXTINF:4,\nwhole.mp4\n', /playlist/);
  mkdirSync(at('folder.mp4'));
  files.push({ name: 'folder', path: at('folder.mp4'), expected: /folder/ });
  files.push({ name: 'file that is gone', path: at('gone.mp4'), expected: /no such recording/ });
  return files;
}

function boxesOf(film: Uint8Array): Map<string, Uint8Array> {
  const bytes = Buffer.from(film);
  const boxes = new Map<string, Uint8Array>();
  for (let at = 0; at + 8 <= bytes.length;) {
    const size = bytes.readUInt32BE(at);
    boxes.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at, at + size));
    at += size;
  }
  return boxes;
}

/** The last box says that it is a terabyte long, in 32 bits as far as they go. */
function withHugeBox(film: Uint8Array): Uint8Array {
  const copy = Buffer.from(film);
  copy.writeUInt32BE(0xffffffff, copy.indexOf('mdat') - 4);
  return copy;
}

/** All tables of samples say that there are none. */
function withoutSamples(film: Uint8Array): Uint8Array {
  const copy = Buffer.from(film);
  for (const table of ['stts', 'stsz', 'stsc', 'stco', 'co64', 'stss']) {
    for (let at = copy.indexOf(table); at >= 0; at = copy.indexOf(table, at + 4)) {
      const count = table === 'stsz' ? at + 12 : at + 8;
      copy.writeUInt32BE(0, count);
    }
  }
  return copy;
}

function replaced(film: Uint8Array, ...words: [from: string, to: string][]): Uint8Array {
  const copy = Buffer.from(film);
  for (const [from, to] of words) {
    for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + 4)) copy.write(to, at, 'latin1');
  }
  return copy;
}

/** Where things lie (Cues and SeekHead, RFC 9559) is overwritten. */
function withoutCues(mkv: Uint8Array): Uint8Array {
  const copy = Buffer.from(mkv);
  for (const id of [
    [0x1c, 0x53, 0xbb, 0x6b],
    [0x11, 0x4d, 0x9b, 0x74],
  ]) {
    const at = copy.lastIndexOf(Buffer.from(id));
    if (at >= 0) copy.fill(0x55, at + 5, Math.min(copy.length, at + 30));
  }
  return copy;
}

function withLength(wav: Uint8Array, length: number): Uint8Array {
  const copy = Buffer.from(wav);
  copy.writeUInt32LE(length, 40);
  return copy;
}

function patched(bytes: Uint8Array, at: number, values: number[]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy.set(values, at);
  return copy;
}

function soundOnly(film: string, out: string): string {
  remuxSync([film], { out, format: 'mp4', only: 'audio' });
  return out;
}
