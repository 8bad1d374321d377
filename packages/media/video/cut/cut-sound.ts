import { placeSpans } from './spans.ts';
import { sampleRate } from './sound-reader.ts';
import type { SoundReader } from './sound-reader.ts';
import { partFrames } from './timeline.ts';
import type { Part } from './timeline.ts';

/** A piece of a film's sound. All in samples. */
export type SoundPiece = {
  /** Where it lies in the recording; null: silence. */
  source: number | null;
  /** Where it lies in the film. */
  start: number;
  length: number;
};

/** Half of the crossfade from one piece to the next: 15 ms together. */
const half = Math.round(0.0075 * sampleRate);
/** Samples that are made at a time. */
const blockLength = sampleRate;

/**
 * Which sound a film has: each span of the recording for as long as its frames are shown. What follows on in the recording is
 * one piece.
 */
export function planSound(parts: readonly Part[], fps: number): SoundPiece[] {
  const at = (frame: number) => Math.round((frame / fps) * sampleRate);
  const pieces: SoundPiece[] = [];
  const add = (source: number | null, from: number, to: number) => {
    const [start, length] = [at(from), at(to) - at(from)];
    if (length <= 0) return;
    const last = pieces.at(-1);
    const follows =
      last !== undefined &&
      (source === null
        ? last.source === null
        : last.source !== null && Math.abs(last.source + last.length - source) <= 2);
    if (follows) last.length += length;
    else pieces.push({ source, start, length });
  };
  let frame = 0;
  for (const part of parts) {
    const frames = partFrames(part, fps);
    if (!('spans' in part)) add(null, frame, frame + frames);
    else {
      for (const { start, first, frames: shown } of placeSpans(part.spans, fps)) {
        add(Math.round(start * sampleRate), frame + first, frame + first + shown);
      }
    }
    frame += frames;
  }
  return pieces;
}

/**
 * Sound of pieces, one after another, in blocks of two channels. Pieces dissolve into each other over 15 ms at equal power, with
 * what the recording has before and after them, so that nothing clicks; beside silence and at both ends they fade within
 * themselves.
 */
export function* cutSound(pieces: readonly SoundPiece[], reader: SoundReader): Generator<[Float32Array, Float32Array]> {
  /** What of the piece before reaches into the next. */
  let tail: [Float32Array, Float32Array] | undefined;
  for (const [index, piece] of pieces.entries()) {
    const { source, length } = piece;
    if (source === null) {
      for (let at = 0; at < length; at += blockLength) {
        const count = Math.min(blockLength, length - at);
        yield [new Float32Array(count), new Float32Array(count)];
      }
      continue;
    }
    const hasBefore = isSound(pieces[index - 1]);
    const hasAfter = isSound(pieces[index + 1]);
    // Pieces are at least a frame long, fades a third of that.
    const fade = Math.min(half, length >> 2);
    const before = hasBefore ? Math.min(fade, pieces[index - 1]!.length >> 2) : 0;
    const after = hasAfter ? Math.min(fade, pieces[index + 1]!.length >> 2) : 0;
    const rise = before > 0 ? 2 * before : 2 * fade;
    const fall = after > 0 ? 2 * after : 2 * fade;
    // From `before` samples ahead of the piece to `after` samples behind it; the last 2 · after are kept for the next piece.
    const whole = before + length + after;
    const ready = whole - 2 * after;
    for (let at = 0; at < whole;) {
      const count = Math.min(blockLength, at < ready ? ready - at : whole - at);
      const block = reader.read(source - before + at, count);
      for (const channel of block) {
        shape(channel, { at, whole, rise, fall });
      }
      if (at === 0 && tail) {
        block.forEach((channel, side) => {
          tail![side]!.forEach((value, place) => {
            channel[place]! += value;
          });
        });
        tail = undefined;
      }
      at += count;
      if (at <= ready) yield block;
      else tail = block;
    }
  }
}

/** Fades both ends of a piece of which a block begins at a place. */
function shape(
  channel: Float32Array,
  { at, whole, rise, fall }: { at: number; whole: number; rise: number; fall: number },
): void {
  for (let index = 0; index < channel.length && at + index < rise; index++) {
    channel[index]! *= Math.sin((((at + index + 0.5) / rise) * Math.PI) / 2);
  }
  for (let index = Math.max(0, whole - fall - at); index < channel.length; index++) {
    channel[index]! *= Math.sin((((whole - at - index - 0.5) / fall) * Math.PI) / 2);
  }
}

function isSound(piece: SoundPiece | undefined): boolean {
  return piece !== undefined && piece.source !== null;
}
