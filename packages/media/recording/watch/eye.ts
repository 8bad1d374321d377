import { FilterAPI } from 'node-av/api';
import type { Frame, Stream } from 'node-av/lib';
import { KinoraError } from '@kinora/capabilities/errors';
import { uprightFilters } from '../../video/restyle/film-source.ts';
import { glanceSize } from './motion.ts';

/** Sees frames small, grey and upright. */
export type Eye = Disposable & { look(frame: Frame): Uint8Array };

/** Makes an {@link Eye} for the frames of a stream, which may change their size on the way. */
export function createEye(stream: Stream): Eye {
  const { width, height } = glanceSize;
  let filter: FilterAPI | undefined;
  let shape = '';
  return {
    look(frame) {
      const now = `${frame.width} ${frame.height} ${frame.format}`;
      if (now !== shape) {
        filter?.close();
        // Grey first: colours need not be scaled.
        filter = FilterAPI.create(
          ['format=gray', `scale=${2 * width}:${2 * height}:flags=fast_bilinear`, ...uprightFilters(stream)].join(',') +
            `,scale=${width}:${height}:flags=area`,
        );
        shape = now;
      }
      const [small] = filter!.processAllSync(frame);
      if (!small) throw new KinoraError('internal.bug', 'FFmpeg gave no picture back.');
      const bytes = new Uint8Array(width * height);
      const plane = small.data![0]!;
      const stride = small.linesize[0]!;
      for (let row = 0; row < height; row++) bytes.set(plane.subarray(row * stride, row * stride + width), row * width);
      small.free();
      return bytes;
    },
    [Symbol.dispose]() {
      filter?.close();
    },
  };
}
