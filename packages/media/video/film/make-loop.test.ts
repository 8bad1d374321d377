import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodeVideoSync, probeSync } from '../decode.ts';
import { createSegmentEncoder } from '../segment-encoder.ts';
import { provenance, size } from './__fixtures__/clicking-film.ts';
import { makeLoopSync } from './make-loop.ts';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'kinora-loop-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const area = size.width * size.height;
const fps = 24;

/** A slope of light that moves through the picture, and slowly becomes brighter, so that end and beginning differ. */
function writeClip(path: string, frames: number): string {
  using encoder = createSegmentEncoder({ ...size, fps });
  for (let frame = 0; frame < frames; frame++) {
    const yuv = new Uint8Array(area * 1.5).fill(128);
    for (let index = 0; index < area; index++) {
      yuv[index] = 60 + frame + 30 * Math.sin((index % size.width) / 9 + frame / 12);
    }
    encoder.addYuv(yuv);
  }
  writeFileSync(path, encoder.finish());
  return path;
}

function lumasOf(path: string): Uint8Array[] {
  const planes: Uint8Array[] = [];
  for (const frame of decodeVideoSync(path, size)) {
    const plane = new Uint8Array(area);
    for (let row = 0; row < size.height; row++) {
      plane.set(
        frame.data![0]!.subarray(row * frame.linesize[0]!, row * frame.linesize[0]! + size.width),
        row * size.width,
      );
    }
    planes.push(plane);
  }
  return planes;
}

function difference(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((sum, value, index) => sum + Math.abs(value - other[index]!), 0) / one.length;
}

test('a loop has no seam: its last frame leads to its first as any frame to the next', () => {
  const clip = writeClip(join(folder, 'clip.mp4'), 96);
  const out = join(folder, 'loop.mp4');
  expect(makeLoopSync({ clip, overlapFrames: 24, fps, details: { provenance }, out })).toEqual({
    frames: 72,
    seconds: 3,
  });
  const frames = lumasOf(out);
  expect(frames).toHaveLength(72);
  const steps = frames.slice(1).map((frame, index) => difference(frame, frames[index]!));
  const seam = difference(frames.at(-1)!, frames[0]!);
  const clipFrames = lumasOf(clip);
  const raw = difference(clipFrames.at(-1)!, clipFrames[0]!);
  expect(raw).toBeGreaterThan(40);
  expect(seam).toBeLessThan(Math.max(...steps));
  expect(Math.max(...steps)).toBeLessThan(8);
  expect(probeSync(out).tags).toMatchObject({ title: provenance.title });
});

test('a clip that is too short for the dissolve is refused with what is possible', () => {
  const clip = writeClip(join(folder, 'short.mp4'), 10);
  const parts = { clip, fps, details: { provenance }, out: join(folder, 'none.mp4') };
  expect(() => makeLoopSync({ ...parts, overlapFrames: 6 })).toThrow('take 1 to 5');
});
