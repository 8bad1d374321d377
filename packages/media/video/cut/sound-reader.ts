import { FilterAPI } from 'node-av/api';
import { Frame } from 'node-av/lib';
import { openDecoding, soundOf } from '../../recording/open-recording.ts';
import type { OpenRecording } from '../../recording/open-recording.ts';
import { decoding } from '../native.ts';

/** Hertz of the sound of a film. */
export const sampleRate = 48_000;

/** The sound of a recording in stereo at {@link sampleRate}, read forwards with jumps. Blocks its thread. */
export type SoundReader = Disposable & {
  /**
   * Samples from a place on the recording's clock, counted from its beginning; silence where there is none.
   * @returns Two channels; they are the caller's.
   */
  read(start: number, length: number): [Float32Array, Float32Array];
};

/** Up to so many samples ahead are decoded rather than sought. */
const nearby = 5 * sampleRate;
/** So many before a place are decoded with it: decoders need a little to settle, and crossfades reach back. */
const before = sampleRate / 4;
/** So many that were read are kept. */
const kept = sampleRate;

/** Reads sound of a recording. @throws KinoraError `request.invalid` when it has none that can be decoded. */
export function createSoundReader(recording: OpenRecording): SoundReader {
  const stream = soundOf(recording);
  const decoder = openDecoding(stream, (context) => {
    context.threadCount = 1;
  });
  let blocks: Block[] = [];
  let source: Generator<Block> | undefined;
  let isOver = false;

  function* decodeFrom(): Generator<Block> {
    let filter: FilterAPI | undefined;
    let position = 0;
    try {
      for (const frame of decoding(decodedFrames())) {
        const time = recording.timeOf(frame.bestEffortTimestamp, stream);
        if (filter === undefined) {
          if (time === undefined && frame.pts !== 0n) position = 0;
          else position = Math.round((time ?? 0) * sampleRate);
          // What has gaps, as recordings of a browser do, is filled with silence.
          filter = FilterAPI.create(
            [
              `asetpts=PTS-STARTPTS`,
              `aresample=${sampleRate}:async=1000:min_hard_comp=0.05:first_pts=0:rematrix_maxval=1`,
              `aformat=sample_fmts=fltp:channel_layouts=stereo:sample_rates=${sampleRate}`,
            ].join(','),
            { graph: { nbThreads: 1 } },
          );
        }
        for (const made of filter.processAllSync(frame)) {
          const block = blockOf(made, position);
          position += made.nbSamples;
          made.free();
          yield block;
        }
      }
      if (filter) {
        for (const made of filter.flushFramesSync()) {
          const block = blockOf(made, position);
          position += made.nbSamples;
          made.free();
          yield block;
        }
      }
    } finally {
      filter?.close();
    }
  }
  /** Frames from where the recording stands; each is valid until the next is asked for. */
  function* decodedFrames(): Generator<Frame> {
    const frame = new Frame();
    frame.alloc();
    try {
      for (const packet of recording.packets([stream])) {
        decoder.sendPacketSync(packet);
        while (decoder.receiveFrameSync(frame) >= 0) {
          frame.timeBase = stream.timeBase;
          yield frame;
          frame.unref();
        }
      }
      decoder.sendPacketSync(null);
      while (decoder.receiveFrameSync(frame) >= 0) {
        frame.timeBase = stream.timeBase;
        yield frame;
        frame.unref();
      }
    } finally {
      frame.free();
    }
  }
  const jump = (place: number) => {
    source?.return(undefined);
    blocks = [];
    isOver = false;
    recording.seek(place / sampleRate);
    decoder.flushBuffers();
    source = decodeFrom();
  };
  const pull = () => {
    const next = source?.next();
    if (!next || next.done) isOver = true;
    else blocks.push(next.value);
  };
  return {
    read(start, length) {
      const first = blocks[0]?.start ?? Infinity;
      const end = blockEnd(blocks.at(-1));
      const isNear = source !== undefined && blocks.length > 0 && start >= first && (isOver || start <= end + nearby);
      if (!isNear) {
        // Some containers can only be sought roughly. Long before the beginning is the beginning.
        for (const back of [before, 10 * sampleRate, start + 100 * sampleRate]) {
          jump(start - back);
          pull();
          if (blocks[0] !== undefined && blocks[0].start <= Math.max(0, start - before / 5)) break;
        }
      }
      while (!isOver && blockEnd(blocks.at(-1)) < start + length) {
        pull();
        while (blocks.length > 1 && blockEnd(blocks[0]) < start - kept) blocks.shift();
      }
      const out: [Float32Array, Float32Array] = [new Float32Array(length), new Float32Array(length)];
      for (const block of blocks) {
        const from = Math.max(start, block.start);
        const to = Math.min(start + length, blockEnd(block));
        if (from >= to) continue;
        out.forEach((channel, index) => {
          channel.set(block.channels[index]!.subarray(from - block.start, to - block.start), from - start);
        });
      }
      return out;
    },
    [Symbol.dispose]() {
      source?.return(undefined);
      decoder.freeContext();
    },
  };
}

type Block = { start: number; channels: [Float32Array, Float32Array] };

function blockEnd(block: Block | undefined): number {
  return block ? block.start + block.channels[0].length : -Infinity;
}

function blockOf(frame: Frame, start: number): Block {
  const plane = (index: number) => {
    const bytes = frame.data![index]!;
    return new Float32Array(bytes.buffer, bytes.byteOffset, frame.nbSamples).slice();
  };
  return { start, channels: [plane(0), plane(1)] };
}
