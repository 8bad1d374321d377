import { AV_CHANNEL_LAYOUT_MONO, AV_SAMPLE_FMT_FLTP } from 'node-av/constants';
import { SoftwareResampleContext } from 'node-av/lib';
import { check } from '../video/native.ts';

/** Mixes channels to one, brings it to another rate, and hands out blocks of one length, the last shorter. */
export type MonoMixer = Disposable & {
  /** @param channels One or two, all of the same length. */
  push(channels: readonly Float32Array[]): void;
  finish(): void;
};

/**
 * @param options.from Rate of the samples that come, hertz.
 * @param options.to Rate of the blocks, hertz.
 * @param options.blockLength Samples of a block.
 * @param take Gets each block; it may keep it.
 */
export function mixToMono(
  { from, to, blockLength }: { from: number; to: number; blockLength: number },
  take: (block: Float32Array) => void,
): MonoMixer {
  const resampler = new SoftwareResampleContext();
  resampler.allocSetOpts2(
    AV_CHANNEL_LAYOUT_MONO,
    AV_SAMPLE_FMT_FLTP,
    to,
    AV_CHANNEL_LAYOUT_MONO,
    AV_SAMPLE_FMT_FLTP,
    from,
  );
  check(resampler.init(), 'preparing to resample');
  let mixed = new Float32Array(0);
  let resampled = new Float32Array(0);
  let block = new Float32Array(blockLength);
  let filled = 0;
  const convert = (input: Float32Array | null): number => {
    const room = resampler.getOutSamples(input?.length ?? 0);
    if (room > resampled.length) resampled = new Float32Array(2 * room);
    const made = check(
      resampler.convertSync([bytesOf(resampled)], resampled.length, input && [bytesOf(input)], input?.length ?? 0),
      'resampling',
    );
    for (let at = 0; at < made;) {
      const count = Math.min(made - at, blockLength - filled);
      block.set(resampled.subarray(at, at + count), filled);
      filled += count;
      at += count;
      if (filled === blockLength) {
        take(block);
        block = new Float32Array(blockLength);
        filled = 0;
      }
    }
    return made;
  };
  return {
    push([left, right]) {
      if (!left) return;
      if (left.length > mixed.length) mixed = new Float32Array(2 * left.length);
      if (right) for (let index = 0; index < left.length; index++) mixed[index] = 0.5 * (left[index]! + right[index]!);
      else mixed.set(left);
      convert(mixed.subarray(0, left.length));
    },
    finish() {
      while (convert(null) > 0);
      if (filled > 0) take(block.slice(0, filled));
    },
    [Symbol.dispose]: () => resampler.free(),
  };
}

function bytesOf(samples: Float32Array): Buffer {
  return Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
}
