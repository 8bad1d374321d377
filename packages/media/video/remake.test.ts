import { readMp4Track } from '@kinora/capabilities/testing';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { readAnimatedWebp } from './animated-webp.ts';
import { decodeVideoSync } from './decode.ts';
import { remakeClipHere } from './remake.ts';
import { readYuv } from './yuv.ts';

const quiet = () => {};

function still(colour: string, size: [number, number], type: 'image/png' | 'image/webp' = 'image/png'): Uint8Array {
  const canvas = createCanvas(...size);
  const context = canvas.getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, ...size);
  return type === 'image/png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/webp', 100);
}

/** Luma in the middle of each frame. */
function lumas(video: Uint8Array, size = { width: 64, height: 32 }): number[] {
  const out: number[] = [];
  const yuv = new Uint8Array((size.width * size.height * 3) / 2);
  for (const frame of decodeVideoSync(video, size)) {
    readYuv(frame, yuv);
    out.push(yuv[(size.height / 2) * size.width + size.width / 2]!);
  }
  return out;
}

const grey = (level: number) => `rgb(${level},${level},${level})`;
const clip = { frames: 9, fps: 12, width: 64, height: 32 };
const fade = [0, 64, 128, 192, 255].map((level) => still(grey(level), [64, 32]));

test('stills are spread evenly over the clip, with blends between them', async () => {
  const video = await remakeClipHere({ ...clip, from: fade }, quiet);
  expect(readMp4Track(video)).toMatchObject({ codec: 'avc1', frames: 9, width: 64, height: 32, hasSound: false });
  // Limited range: black is 16, white 235.
  for (const [index, luma] of lumas(video).entries()) {
    expect(Math.abs(luma - (16 + (219 * index) / 8))).toBeLessThan(5);
  }
});

test('a window shows a part, the frames of a transition dissolve', async () => {
  const half = await remakeClipHere({ ...clip, from: fade, window: [0.5, 1] }, quiet);
  expect(Math.abs(lumas(half)[0]! - 126)).toBeLessThan(6);
  const dissolved = await remakeClipHere({ ...clip, from: [fade[0]!], to: [fade[4]!] }, quiet);
  const seen = lumas(dissolved);
  expect([seen[0]! < 22, seen[8]! > 229, Math.abs(seen[4]! - 126) < 6]).toEqual([true, true, true]);
});

test('a video is read like stills, and cut where it is too long', async () => {
  const canvas = createCanvas(128, 32);
  const context = canvas.getContext('2d');
  for (const [index, colour] of ['#fff', '#000', '#000', '#fff'].entries()) {
    context.fillStyle = colour;
    context.fillRect(index * 32, 0, 32, 32);
  }
  const wide = await remakeClipHere({ ...clip, width: 128, from: [canvas.toBuffer('image/png')] }, quiet);
  const video = await remakeClipHere({ ...clip, from: [wide], frames: 3 }, quiet);
  expect(readMp4Track(video)).toMatchObject({ frames: 3, width: 64, height: 32 });
  for (const luma of lumas(video)) expect(luma).toBeLessThan(24);
});

describe('an animated WebP', () => {
  /** Lays stills at places of a picture of 64 × 32 pixels, as `img2webp` would. */
  function animate(frames: { picture: Uint8Array; left: number; size: [number, number] }[]): Uint8Array {
    const chunk = (id: string, ...parts: (Uint8Array | number[])[]) => {
      const data = Buffer.concat(parts.map((part) => Buffer.from(part)));
      const head = Buffer.alloc(8);
      head.write(id);
      head.writeUInt32LE(data.length, 4);
      return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
    };
    const three = (value: number) => [value & 255, (value >> 8) & 255, value >> 16];
    const bitstream = (picture: Uint8Array) => {
      const file = Buffer.from(picture);
      for (let at = 12; at < file.length;) {
        const length = file.readUInt32LE(at + 4);
        if (/^VP8[ L]/.test(file.toString('latin1', at, at + 4)))
          return file.subarray(at, at + 8 + length + (length % 2));
        at += 8 + length + (length % 2);
      }
      throw new Error('no bitstream');
    };
    const body = Buffer.concat([
      Buffer.from('WEBP'),
      chunk('VP8X', [2, 0, 0, 0], three(63), three(31)),
      chunk('ANIM', [0, 0, 0, 0, 0, 0]),
      ...frames.map(({ picture, left, size: [width, height] }) =>
        chunk(
          'ANMF',
          three(left / 2),
          three(0),
          three(width - 1),
          three(height - 1),
          three(100),
          [0],
          bitstream(picture),
        ),
      ),
    ]);
    const head = Buffer.alloc(8);
    head.write('RIFF');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body]);
  }

  test('is read frame by frame, each over what was there', async () => {
    const file = animate([
      { picture: still('#000', [64, 32], 'image/webp'), left: 0, size: [64, 32] },
      { picture: still('#fff', [32, 32], 'image/webp'), left: 32, size: [32, 32] },
    ]);
    expect(readAnimatedWebp(file)).toMatchObject({
      width: 64,
      height: 32,
      frames: [{ left: 0 }, { left: 32, width: 32 }],
    });
    const video = await remakeClipHere({ ...clip, frames: 2, from: [file] }, quiet);
    const seen = lumas(video);
    expect([seen[0]! < 24, seen[1]! > 220]).toEqual([true, true]);
  });

  test('is told from a WebP that does not move', () => {
    expect(readAnimatedWebp(still('#fff', [8, 8], 'image/webp'))).toBeNull();
    expect(readAnimatedWebp(new Uint8Array(40))).toBeNull();
  });
});

test('what is no picture says what to save instead', async () => {
  const broken = remakeClipHere({ ...clip, from: [new TextEncoder().encode('<html>')] }, quiet);
  await expect(broken).rejects.toMatchObject({ code: 'request.invalid' });
  await expect(remakeClipHere({ ...clip, from: [] }, quiet)).rejects.toMatchObject({ code: 'provider.failed' });
});
