import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import { writeFileSync } from 'node:fs';
import type { Pcm } from '../../../audio/index.ts';
import { assembleVideoSync } from '../../assemble.ts';
import { decodeVideoSync } from '../../decode.ts';
import { createSegmentEncoder } from '../../segment-encoder.ts';

/** A recording for tests. */
export type SampleRecording = {
  width?: number;
  height?: number;
  fps?: number;
  seconds?: number;
  /** Default {@link beeps}. Null: none. */
  pcm?: Pcm | null;
  /** Says that it was filmed with the phone upright: shown turned to the right. */
  isTurned?: boolean;
};

/** Bits of a frame's number. */
const bits = 12;

/**
 * Writes a recording that can be followed through any cut: each frame shows its number, as twelve black or white fields from left
 * to right over the whole height, the highest bit first.
 */
export function writeSampleRecording(
  path: string,
  { width = 192, height = 108, fps = 30, seconds = 12, pcm, isTurned = false }: SampleRecording = {},
): void {
  using encoder = createSegmentEncoder({ width, height, fps });
  const frames = Math.round(seconds * fps);
  const canvas = numberCanvas({ width, height });
  for (let frame = 0; frame < frames; frame++) {
    drawNumber(canvas, frame);
    encoder.addRgba(canvas.data());
  }
  const sound = pcm === null ? undefined : (pcm ?? beeps(seconds));
  const film = assembleVideoSync({ segments: [encoder.finish()], fps, ...(sound && { pcm: sound }), details });
  writeFileSync(path, isTurned ? turned(film, height) : film);
}

/** A canvas for {@link drawNumber}. */
export function numberCanvas({ width, height }: { width: number; height: number }): Canvas {
  return createCanvas(width, height);
}

/** Draws a frame's number. */
export function drawNumber(canvas: Canvas, number: number): void {
  const { width, height } = canvas;
  const context = canvas.getContext('2d');
  for (let bit = 0; bit < bits; bit++) {
    context.fillStyle = (number >> (bits - 1 - bit)) & 1 ? 'white' : 'black';
    const [from, to] = [Math.round((bit * width) / bits), Math.round(((bit + 1) * width) / bits)];
    context.fillRect(from, 0, to - from, height);
  }
}

/** The number that each frame of a film shows, in the row at `at` (share of the height). */
export function readNumbers(
  film: string | Uint8Array,
  { width, height, at = 0.5 }: { width: number; height: number; at?: number },
): number[] {
  const numbers: number[] = [];
  for (const frame of decodeVideoSync(film, { width, height })) {
    const luma = frame.data![0]!;
    const row = Math.floor(height * at) * frame.linesize[0]!;
    let number = 0;
    for (let bit = 0; bit < bits; bit++) {
      number = number * 2 + (luma[row + Math.round(((bit + 0.5) * width) / bits)]! > 125 ? 1 : 0);
    }
    numbers.push(number);
  }
  return numbers;
}

/** Seconds between two {@link beeps}. */
export const beepStep = 0.25;

/** A short, sharp beep each quarter of a second, and nothing between. */
export function beeps(seconds: number): Pcm {
  const sampleRate = 48_000;
  const sound = Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_, at) => {
    const since = at % (beepStep * sampleRate);
    return since < 960 ? Math.sin(since * 0.4) * 0.5 * (1 - since / 960) : 0;
  });
  return { sampleRate, channels: [sound, sound.slice()] };
}

/** Seconds at which beeps begin. */
export function findBeeps({ sampleRate, channels: [sound] }: Pcm): number[] {
  const found: number[] = [];
  const loudest = sound!.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  let quietSince = -sampleRate;
  for (let at = 0; at < sound!.length; at++) {
    if (Math.abs(sound![at]!) < loudest * 0.25) continue;
    if (at - quietSince > sampleRate * 0.05) found.push(at / sampleRate);
    quietSince = at;
  }
  return found;
}

/** What the films of these tests say about themselves. */
export const details = {
  provenance: {
    title: 'Sample',
    language: 'ja',
    sourceType: 'algorithmicMedia' as const,
    generator: 'Kinora',
    models: [],
    createdAt: new Date('2026-11-22T00:00:00Z'),
  },
};

/** Writes a quarter turn into the matrix of the film's track header (ISO/IEC 14496-12 §8.3.2). */
function turned(film: Uint8Array, height: number): Uint8Array {
  const copy = Buffer.from(film);
  const matrix = copy.indexOf('tkhd') + 4 + 4 + 36;
  [0, 0x10000, 0, -0x10000, 0, 0, height * 0x10000, 0, 0x40000000].forEach((value, at) =>
    copy.writeInt32BE(value, matrix + at * 4),
  );
  return new Uint8Array(copy);
}
