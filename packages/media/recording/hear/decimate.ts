import { AV_CHANNEL_LAYOUT_MONO, AV_CHANNEL_LAYOUT_STEREO, AV_SAMPLE_FMT_FLTP } from 'node-av/constants';
import { SoftwareResampleContext } from 'node-av/lib';
import { check } from '../../video/native.ts';

/** Mixes blocks of sound to one channel of another rate, without delay. Each result is valid until the next call. */
export type Decimator = Disposable & { push(planes: readonly Float32Array[]): Float32Array };

/** Makes a {@link Decimator}. @param options.from Hertz of what comes. @param options.to Hertz of what is returned. */
export function createDecimator({ from, to, channels }: { from: number; to: number; channels: 1 | 2 }): Decimator {
  const context = new SoftwareResampleContext();
  const layout = channels === 1 ? AV_CHANNEL_LAYOUT_MONO : AV_CHANNEL_LAYOUT_STEREO;
  context.alloc();
  check(
    context.allocSetOpts2(AV_CHANNEL_LAYOUT_MONO, AV_SAMPLE_FMT_FLTP, to, layout, AV_SAMPLE_FMT_FLTP, from),
    'preparing sound',
  );
  context.setOption('rematrix_maxval', '1');
  check(context.init(), 'preparing sound');
  let buffer = Buffer.from(new ArrayBuffer(0));
  return {
    push(planes) {
      const count = planes[0]?.length ?? 0;
      const capacity = context.getOutSamples(count) + 64;
      if (buffer.length < capacity * 4) buffer = Buffer.from(new ArrayBuffer(capacity * 8));
      const input = planes.map((plane) => Buffer.from(plane.buffer, plane.byteOffset, plane.byteLength));
      const got = context.convertSync([buffer], capacity, input, count);
      return new Float32Array(buffer.buffer, buffer.byteOffset, Math.max(0, got));
    },
    [Symbol.dispose]: () => context.free(),
  };
}
