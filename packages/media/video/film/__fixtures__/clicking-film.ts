import { writeFileSync } from 'node:fs';
import type { Pcm } from '../../../audio/index.ts';
import type { Provenance } from '../../../documents/index.ts';
import { decodeVideoSync } from '../../decode.ts';
import { createSegmentEncoder } from '../../segment-encoder.ts';

/** Size of the films in tests. */
export const size = { width: 64, height: 36 };

/** Provenance of the films in tests. */
export const provenance: Provenance = {
  title: 'Rain & the 月',
  language: 'en',
  sourceType: 'algorithmicMedia',
  generator: 'Kinora 0.1.0',
  models: ['builtin/vista@1'],
  createdAt: new Date('2026-11-21T20:00:00Z'),
};

/** Writes a take: dark, with white frames where it flashes. */
export function writeTake(
  path: string,
  {
    frames,
    fps = 24,
    flashes = [],
    shape = size,
  }: { frames: number; fps?: number; flashes?: number[]; shape?: typeof size },
): string {
  using encoder = createSegmentEncoder({ ...shape, fps });
  const area = shape.width * shape.height;
  for (let frame = 0; frame < frames; frame++) {
    const yuv = new Uint8Array(area * 1.5).fill(128);
    yuv.fill(flashes.includes(frame) ? 235 : 40 + (frame % 20), 0, area);
    encoder.addYuv(yuv);
  }
  writeFileSync(path, encoder.finish());
  return path;
}

/** Soft noise with clicks at given seconds; every channel the same. */
export function clickingSong(
  seconds: number,
  { clicks, sampleRate = 44_100, channels = 2 }: { clicks: number[]; sampleRate?: number; channels?: number },
): Pcm {
  const samples = new Float32Array(Math.round(seconds * sampleRate));
  for (let index = 0, state = 1; index < samples.length; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    samples[index] = 0.02 * (state / 2 ** 31 - 1);
  }
  for (const time of clicks) {
    const start = Math.round(time * sampleRate);
    for (let index = 0; index < sampleRate * 0.01 && start + index < samples.length; index++) {
      samples[start + index] = 0.85 * Math.sin((2 * Math.PI * 1500 * index) / sampleRate);
    }
  }
  return { channels: Array.from({ length: channels }, () => samples), sampleRate };
}

/** Seconds at which it clicks. */
export function clicksIn(samples: Float32Array, sampleRate: number): number[] {
  const clicks: number[] = [];
  for (let index = 0; index < samples.length; index++) {
    if (Math.abs(samples[index]!) < 0.4) continue;
    clicks.push(index / sampleRate);
    index += Math.round(sampleRate * 0.1);
  }
  return clicks;
}

/** Seconds at which it flashes. */
export function flashesIn(film: string, fps = 24): number[] {
  const flashes: number[] = [];
  let index = 0;
  for (const frame of decodeVideoSync(film, size)) {
    if (frame.data![0]![0]! > 150) flashes.push(index / fps);
    index++;
  }
  return flashes;
}
