import { createCanvas } from '@napi-rs/canvas';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { integratedLoudness, truePeak } from '../../audio/index.ts';
import { decodeAudioSync, decodeVideoSync, probeSync } from '../decode.ts';
import { encodeSong } from '../../music/__fixtures__/encode-song.ts';
import {
  beepStep,
  beeps,
  details,
  findBeeps,
  readNumbers,
  writeSampleRecording,
} from './__fixtures__/sample-recording.ts';
import { writeStreamedRecording } from './__fixtures__/streamed-recording.ts';
import { joinStretches, mapTimes, planStretches, renderStretch } from './index.ts';
import type { CutFilm, Overlay, StretchRequest } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'kinora-cut-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

const size = { width: 192, height: 108 };
const fps = 30;
const recording = at('recording.mp4');
beforeAll(() => writeSampleRecording(recording, { seconds: 30 }));

/** Pictures whose numbers are read in the middle of a frame, of which the shape is kept. */
const render = (
  source: Omit<Extract<StretchRequest['source'], { kind: 'recording' }>, 'kind'>,
  more: Partial<StretchRequest> = {},
) => renderStretch({ source: { kind: 'recording', ...source }, size, fps, ...more });

/** Renders and joins what is kept of a recording. */
async function film(path: string, spans: { start: number; end: number }[], parts: Partial<CutFilm> = {}) {
  const stretches = [];
  for (const [index, stretch] of planStretches(spans, { fps, seconds: 10 }).entries()) {
    const { bytes } = await render({ path, spans: stretch });
    const file = at(`stretch-${index}.mp4`);
    writeFileSync(file, bytes);
    stretches.push({ path: file, spans: stretch });
  }
  const out = at('film.mp4');
  return { stretches, out, made: await joinStretches({ stretches, fps, sound: { path }, details, out, ...parts }) };
}

describe('twenty cuts', () => {
  const spans = Array.from({ length: 20 }, (_, index) => ({ start: index * 1.5 + 0.137, end: index * 1.5 + 1.2511 }));

  test('shows each frame of the spans once, in step with the sound', async () => {
    const { stretches, out, made } = await film(recording, spans);
    const wanted = stretches.flatMap((stretch) =>
      stretch.spans.flatMap(({ start, end }) =>
        Array.from({ length: Math.round((end - start) * fps) }, (_, index) => Math.round(start * fps) + index),
      ),
    );
    const numbers = readNumbers(out, size);
    expect(numbers).toEqual(wanted);
    expect(made.frames).toBe(wanted.length);
    const sound = decodeAudioSync(out);
    expect(sound.channels[0]!.length / 48_000).toBeCloseTo(wanted.length / fps, 2);
    // The recording beeps each quarter of a second: what is seen when one begins tells how far apart they are.
    const found = findBeeps(sound);
    expect(found.length).toBeGreaterThan(70);
    const apart = found.map((time) => {
      const seen = numbers[Math.floor(time * fps + 1e-6)]! / fps + ((time * fps) % 1) / fps;
      return seen - Math.round(seen / beepStep) * beepStep;
    });
    expect(Math.max(...apart.map(Math.abs))).toBeLessThan(1 / fps);
  });

  test('has the loudness of platforms, its peaks below −1 dBTP', async () => {
    const { out, made } = await film(recording, spans);
    const { channels } = decodeAudioSync(out);
    expect(Math.abs(integratedLoudness(channels, 48_000) + 14)).toBeLessThan(1);
    expect(truePeak(channels)).toBeLessThanOrEqual(-1);
    expect(made.sound).toBe('levelled');
    expect(made.loudness).toBeCloseTo(-14, 0);
  });
});

describe('recordings of streaming programs, with frames out of order and rare key frames', () => {
  const spans = [
    { start: 1.1, end: 1.9 },
    { start: 2.3, end: 2.9 },
    { start: 14.4, end: 15.4 },
    { start: 20.9, end: 21.9 },
    { start: 29.2, end: 29.9 },
  ];

  test.each(['stream.mp4', 'stream.mkv', 'stream.ts', 'stream.flv'])(
    '%s is cut to the frame, over long jumps',
    async (name) => {
      const path = at(name);
      writeStreamedRecording(path, { seconds: 30 });
      const { out } = await film(path, spans);
      const numbers = readNumbers(out, size);
      const wanted = spans.flatMap(({ start, end }) =>
        Array.from({ length: Math.round((end - start) * fps) }, (_, index) => Math.round(start * fps) + index),
      );
      expect(numbers).toHaveLength(wanted.length);
      // In some containers the sound begins a little before the picture, and the recording with it.
      const late = wanted[0]! - numbers[0]!;
      expect(late).toBeLessThanOrEqual(1);
      expect(numbers).toEqual(wanted.map((number) => number - late));
      // Sound and picture are apart by less than a frame, wherever they were cut.
      for (const time of findBeeps(decodeAudioSync(out))) {
        const frame = Math.floor(time * fps + 1e-6);
        const seen = numbers[frame]! / fps + (time - frame / fps);
        expect(Math.abs(seen - Math.round(seen / beepStep) * beepStep)).toBeLessThan(1.5 / fps);
      }
    },
  );
});

test('nothing clicks where a tone is cut', async () => {
  const sampleRate = 48_000;
  const tone = Float32Array.from(
    { length: 12 * sampleRate },
    (_, place) => Math.sin((place * 2 * Math.PI * 110) / sampleRate) / 4,
  );
  const path = at('tone.mp4');
  writeSampleRecording(path, { seconds: 12, pcm: { sampleRate, channels: [tone] } });
  const { out } = await film(
    path,
    Array.from({ length: 11 }, (_, index) => ({ start: index + 0.11, end: index + 0.8 })),
  );
  const [left] = decodeAudioSync(out).channels;
  // A click has much more at high frequencies than the tone, which bends by 0.0002 from sample to sample: a bare cut by up to 1.
  let bend = 0;
  let loudest = 0;
  for (let place = 2; place < left!.length; place++) {
    bend = Math.max(bend, Math.abs(left![place]! - 2 * left![place - 1]! + left![place - 2]!));
    loudest = Math.max(loudest, Math.abs(left![place]!));
  }
  expect(bend / loudest).toBeLessThan(0.01);
});

test('chapters lie where their parts are seen, after a title', async () => {
  const title = await renderStretch({
    source: { kind: 'still', picture: png(64, 36, 'teal'), seconds: 2 },
    size,
    fps,
    fade: { in: 0.5 },
  });
  writeFileSync(at('title.mp4'), title.bytes);
  const spans = [
    { start: 3, end: 5 },
    { start: 8, end: 10 },
  ];
  const { bytes } = await render({ path: recording, spans });
  writeFileSync(at('body.mp4'), bytes);
  const stretches = [
    { path: at('title.mp4'), seconds: 2 },
    { path: at('body.mp4'), spans },
  ];
  const { timeOf, seconds } = mapTimes(stretches, fps);
  const chapters = [
    { title: '始まり', start: 0, end: timeOf(8)! },
    { title: '続き', start: timeOf(8)!, end: seconds },
  ];
  const out = at('chapters.mp4');
  const made = await joinStretches({ stretches, fps, sound: { path: recording }, chapters, details, out });
  expect(made.seconds).toBe(6);
  expect(probeSync(out).streams.map(({ kind }) => kind)).toEqual(['video', 'audio', 'other']);
  expect(chapters[1]!.start).toBe(4);
  expect(readNumbers(out, size)[4 * fps]).toBe(8 * fps);
  const sound = decodeAudioSync(out).channels[0]!;
  expect(Math.max(...sound.subarray(0, 90_000).map(Math.abs))).toBeLessThan(1e-3);
  expect(lumaAt(out, 0, { x: 90, y: 50 })).toBeLessThan(20);
  expect(lumaAt(out, 1, { x: 90, y: 50 })).toBeGreaterThan(60);
});

describe('overlays', () => {
  const caption: Overlay = {
    start: 0.5,
    end: 1.5,
    x: 20,
    y: 70,
    fade: 0,
    states: [
      { at: 0.5, picture: png(40, 20, 'black') },
      { at: 1, picture: png(40, 20, 'white') },
    ],
  };
  const grey = { kind: 'still', picture: png(64, 36, '#808080'), seconds: 2 } as const;

  test('are seen from frame to frame as planned, where they lie', async () => {
    const { bytes, frames } = await renderStretch({ source: grey, size, fps, overlays: [caption] });
    expect(frames).toBe(60);
    const lumas = [14, 15, 29, 30, 44, 45].map((frame) => lumaAt(bytes, frame / fps, { x: 40, y: 80 }));
    const [before, ...rest] = lumas.map((luma) => (luma < 40 ? 'black' : luma > 200 ? 'white' : 'grey'));
    expect([before, ...rest]).toEqual(['grey', 'black', 'black', 'white', 'white', 'grey']);
    expect(lumaAt(bytes, 1, { x: 17, y: 80 })).toBeLessThan(150);
    expect(lumaAt(bytes, 1, { x: 62, y: 80 })).toBeLessThan(150);
  });

  test('in a width that is no multiple of sixteen lie where they should, too', async () => {
    const tall = { width: 108, height: 192 };
    const overlay = { ...caption, x: 60, y: 120 };
    const { bytes } = await renderStretch({ source: grey, size: tall, fps, overlays: [overlay] });
    expect(lumaAt(bytes, 1, { x: 80, y: 130 }, tall)).toBeGreaterThan(200);
    expect(lumaAt(bytes, 1, { x: 56, y: 130 }, tall)).toBeLessThan(150);
    expect(lumaAt(bytes, 1, { x: 104, y: 130 }, tall)).toBeLessThan(150);
  });
});

describe('pictures of other shapes', () => {
  const tall = { width: 108, height: 192 };
  const spans = [{ start: 1, end: 2 }];

  test('a tall film shows the areas that were chosen, and changes them by a cut', async () => {
    // The upper half shows the left half of the picture, whose highest bits are black; the lower the rightmost, the lowest bit.
    const lowest = { x: 11 / 12, y: 0.2, width: 1 / 12, height: 0.4 };
    const crops = [
      { at: 0, upper: { x: 0, y: 0, width: 0.3, height: 1 }, lower: lowest },
      { at: 1.5, upper: lowest },
    ];
    const { bytes } = await render({ path: recording, spans, crops }, { size: tall });
    for (const frame of [0, 3, 10, 14]) {
      expect(lumaAt(bytes, frame / fps, { x: 54, y: 40 }, tall)).toBeLessThan(60);
      expect(lumaAt(bytes, frame / fps, { x: 54, y: 150 }, tall) > 125).toBe((30 + frame) % 2 === 1);
    }
    for (const frame of [15, 16, 29]) {
      expect(lumaAt(bytes, frame / fps, { x: 54, y: 40 }, tall) > 125).toBe((30 + frame) % 2 === 1);
    }
  });

  test.each(['dark', 'blurred'] as const)('a recording of 4:3 stands between %s bars', async (bars) => {
    const path = at('old.mp4');
    writeSampleRecording(path, { width: 160, height: 120, seconds: 3 });
    const { bytes, frames } = await render({ path, spans, bars });
    expect(frames).toBe(30);
    // 144 of 192 pixels.
    const inner = readInner(bytes, { from: 24, to: 168 });
    expect(inner).toEqual(Array.from({ length: 30 }, (_, index) => 30 + index));
    expect(lumaAt(bytes, 0.5, { x: 8, y: 54 })).toBeLessThan(bars === 'dark' ? 40 : 130);
  });

  test('a phone held upright is shown upright', async () => {
    const path = at('turned.mp4');
    writeSampleRecording(path, { width: 192, height: 108, seconds: 3, isTurned: true });
    const { bytes } = await render({ path, spans }, { size: tall });
    // The fields lie below each other now, the lowest bit at the foot.
    for (const frame of [0, 1, 7]) {
      expect(lumaAt(bytes, frame / fps, { x: 54, y: 184 }, tall) > 125).toBe((30 + frame) % 2 === 1);
      expect(lumaAt(bytes, frame / fps, { x: 54, y: 8 }, tall)).toBeLessThan(60);
    }
  });

  test.each([
    [25, { width: 192, height: 108 }],
    [60, { width: 192, height: 108 }],
    [30, { width: 194, height: 110 }],
  ])('a recording of %d frames a second and %o plays at its speed', async (rate, other) => {
    const path = at(`rate-${rate}.mp4`);
    writeSampleRecording(path, { ...other, fps: rate, seconds: 4 });
    const { bytes } = await render({ path, spans: [{ start: 1, end: 3 }] });
    const numbers = readNumbers(bytes, size);
    expect(numbers).toHaveLength(60);
    numbers.forEach((number, index) =>
      expect(Math.abs(number / rate - (1 + index / fps))).toBeLessThan(1 / Math.min(rate, fps)),
    );
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });
});

test('the same request gives the same bytes', async () => {
  const request = { path: recording, spans: [{ start: 2.2, end: 4 }] };
  const overlays = [
    { start: 0.2, end: 1, x: 3, y: 5, states: [{ at: 0, picture: png(50, 30, 'rgba(90,20,200,0.6)') }] },
  ];
  const [one, two] = await Promise.all([render(request, { overlays }), render(request, { overlays })]);
  expect(Buffer.compare(one.bytes, two.bytes)).toBe(0);
});

test('a recording without sound becomes a silent film', async () => {
  const path = at('silent.mp4');
  writeSampleRecording(path, { seconds: 3, pcm: null });
  const { out, made } = await film(path, [{ start: 0, end: 2 }]);
  expect(made).toMatchObject({ sound: 'none', seconds: 2, loudness: null });
  expect(probeSync(out).streams.map(({ kind }) => kind)).toEqual(['video']);
});

test('a recording without a picture is heard under a still, in step with its times', async () => {
  const path = at('talk.mp3');
  encodeSong(path, beeps(20), { codec: 'libmp3lame' });
  const spans = [
    { start: 3.1, end: 4.1 },
    { start: 15.1, end: 16.1 },
  ];
  const { bytes } = await renderStretch({
    source: { kind: 'still', picture: png(64, 36, 'navy'), seconds: 2 },
    size,
    fps,
  });
  writeFileSync(at('still.mp4'), bytes);
  const out = at('talk.mp4');
  const stretches = [{ path: at('still.mp4'), spans }];
  expect(await joinStretches({ stretches, fps, sound: { path }, details, out })).toMatchObject({ seconds: 2 });
  // MP3 begins a few hundredths of a second late.
  const found = findBeeps(decodeAudioSync(out));
  const late = found[0]! - 0.15;
  expect(Math.abs(late)).toBeLessThan(0.06);
  for (const [index, time] of [0.15, 0.4, 0.65, 0.9, 1.15, 1.4, 1.65, 1.9].entries()) {
    expect(found[index]! - late).toBeCloseTo(time, 2);
  }
});

test('cancelling leaves no file', async () => {
  const before = readdirSync(folder);
  const controller = new AbortController();
  const { bytes } = await render({ path: recording, spans: [{ start: 0, end: 30 }] });
  writeFileSync(at('long.mp4'), bytes);
  const call = { signal: controller.signal, onProgress: () => controller.abort() };
  const stretches = [{ path: at('long.mp4'), spans: [{ start: 0, end: 30 }] }];
  const joining = joinStretches(
    { stretches, fps, sound: { path: recording }, details, out: at('cancelled.mp4') },
    call,
  );
  await expect(joining).rejects.toMatchObject({ code: 'job.cancelled' });
  expect(readdirSync(folder).filter((name) => !before.includes(name))).toEqual(['long.mp4']);
});

test('stretches that do not fit their spans are told', async () => {
  const { bytes } = await render({ path: recording, spans: [{ start: 0, end: 1 }] });
  writeFileSync(at('short.mp4'), bytes);
  const stretches = [{ path: at('short.mp4'), spans: [{ start: 0, end: 2 }] }];
  await expect(
    joinStretches({ stretches, fps, sound: { path: recording }, details, out: at('wrong.mp4') }),
  ).rejects.toMatchObject({ code: 'request.invalid' });
});

function png(width: number, height: number, colour: string): Uint8Array {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  return new Uint8Array(canvas.toBuffer('image/png'));
}

/** Brightness of a pixel of the frame that is shown at a time. */
function lumaAt(source: string | Uint8Array, time: number, { x, y }: { x: number; y: number }, shape = size): number {
  let index = 0;
  for (const frame of decodeVideoSync(source, shape)) {
    if (index++ === Math.round(time * fps)) return frame.data![0]![y * frame.linesize[0]! + x]!;
  }
  throw new Error('The film is shorter.');
}

/** Numbers that are seen between two columns. */
function readInner(source: Uint8Array, { from, to }: { from: number; to: number }): number[] {
  const numbers: number[] = [];
  for (const frame of decodeVideoSync(source, size)) {
    const row = 54 * frame.linesize[0]!;
    let number = 0;
    for (let bit = 0; bit < 12; bit++) {
      number = number * 2 + (frame.data![0]![row + Math.round(from + ((bit + 0.5) * (to - from)) / 12)]! > 125 ? 1 : 0);
    }
    numbers.push(number);
  }
  return numbers;
}
