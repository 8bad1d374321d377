import { AV_CHANNEL_LAYOUT_MONO, AV_CHANNEL_LAYOUT_STEREO, AV_SAMPLE_FMT_FLTP } from 'node-av/constants';
import { Frame, SoftwareResampleContext } from 'node-av/lib';
import { check } from '../video/native.ts';
import { openDecoding, soundOf } from './open-recording.ts';
import type { OpenRecording } from './open-recording.ts';

/** Decoded sound of one place. Valid until the next is asked for. */
export type SoundBlock = {
  /** Which sample of the recording the first one is; blocks neither overlap nor go back, but may leave gaps. */
  at: number;
  /** Samples in [-1, 1] of each channel. */
  planes: Float32Array[];
};

/** Clocks of sound tremble by some milliseconds; only what is further off is a gap. */
const trembling = 0.06;

/** A jump of the clock beyond this many seconds is damage, or a stream that began anew: the sound goes on without a gap. */
const longestGap = 4 * 3600;

/**
 * Decodes the sound of a recording from where it stands, in blocks of some hundredths of a second. What is damaged is left
 * out. Blocks its thread.
 * @param options.sampleRate Hertz. @param options.channels Others are mixed to these, never louder than full scale.
 */
export function* readSound(
  recording: OpenRecording,
  { sampleRate, channels }: { sampleRate: number; channels: 1 | 2 },
): Generator<SoundBlock> {
  const stream = soundOf(recording);
  const frame = new Frame();
  frame.alloc();
  using resampler = createFrameResampler({ sampleRate, channels });
  const decoder = openDecoding(stream);
  let next: number | undefined;
  const place = (planes: Float32Array[], time: number | undefined): SoundBlock | undefined => {
    const length = planes[0]?.length ?? 0;
    if (length === 0) return undefined;
    const told = time === undefined ? next : Math.round(time * sampleRate);
    const ahead = (told ?? 0) - (next ?? 0);
    const isPlaced = next === undefined || (ahead > trembling * sampleRate && ahead < longestGap * sampleRate);
    const isRepeated = next !== undefined && ahead < -trembling * sampleRate && ahead > -sampleRate;
    let at = isPlaced || isRepeated ? (told ?? 0) : next!;
    // What comes before the beginning, or again, is cut.
    const cut = Math.max(0, Math.min(length, Math.max(0, next ?? 0) - at));
    at += cut;
    next = at + length - cut;
    return cut < length ? { at, planes: cut > 0 ? planes.map((plane) => plane.subarray(cut)) : planes } : undefined;
  };
  function* receive(): Generator<SoundBlock> {
    while (decoder.receiveFrameSync(frame) >= 0) {
      const time = recording.timeOf(frame.bestEffortTimestamp, stream);
      const held = resampler.held;
      const planes = resampler.push(frame);
      const block = place(planes, time === undefined ? undefined : time - held);
      if (block) yield block;
      frame.unref();
    }
  }
  try {
    for (const packet of recording.packets([stream])) {
      if (packet.size === 0) continue;
      decoder.sendPacketSync(packet);
      yield* receive();
    }
    decoder.sendPacketSync(null);
    yield* receive();
    const rest = place(resampler.flush(), undefined);
    if (rest) yield rest;
  } finally {
    frame.free();
    decoder.freeContext();
  }
}

/** Brings decoded frames to one rate and layout. What it returns is valid until the next call. */
export type FrameResampler = Disposable & {
  /** Seconds of sound that it keeps back. */
  readonly held: number;
  push(frame: Frame): Float32Array[];
  flush(): Float32Array[];
};

/** Makes a {@link FrameResampler}; sound may change its rate or layout on the way. */
export function createFrameResampler(target: { sampleRate: number; channels: 1 | 2 }): FrameResampler {
  let known = '';
  let context: SoftwareResampleContext | undefined;
  let buffers: Buffer[] = [];
  const convert = (input: Buffer[] | null, count: number): Float32Array[] => {
    if (!context) return Array.from({ length: target.channels }, () => new Float32Array(0));
    const capacity = context.getOutSamples(count) + 64;
    if ((buffers[0]?.length ?? 0) < capacity * 4) {
      buffers = Array.from({ length: target.channels }, () => Buffer.from(new ArrayBuffer(capacity * 8)));
    }
    const got = context.convertSync(buffers, capacity, input, count);
    return buffers.map((buffer) => new Float32Array(buffer.buffer, buffer.byteOffset, Math.max(0, got)));
  };
  return {
    get held() {
      return context ? Number(context.getDelay(1_000_000n)) / 1e6 : 0;
    },
    push(frame) {
      const { sampleRate, channelLayout, format, channels, nbSamples } = frame;
      const shape = `${sampleRate} ${channels} ${format}`;
      if (shape !== known) {
        context?.free();
        context = new SoftwareResampleContext();
        const layout = target.channels === 1 ? AV_CHANNEL_LAYOUT_MONO : AV_CHANNEL_LAYOUT_STEREO;
        context.alloc();
        check(
          context.allocSetOpts2(
            layout,
            AV_SAMPLE_FMT_FLTP,
            target.sampleRate,
            channelLayout,
            format as never,
            sampleRate,
          ),
          'preparing sound',
        );
        // Without a limit, channels mixed to one come out up to 3 dB too loud and clip.
        context.setOption('rematrix_maxval', '1');
        check(context.init(), 'preparing sound');
        known = shape;
      }
      const planes = frame.extendedData ?? frame.data;
      return planes ? convert(planes, nbSamples) : convert(null, 0);
    },
    flush: () => convert(null, 0),
    [Symbol.dispose]() {
      context?.free();
    },
  };
}
