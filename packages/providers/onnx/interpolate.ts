import { KinoraError } from '@kinora/capabilities';
import type { RgbaPicture } from '@kinora/media/diffusion';
import type { Session, ValueDescription } from './runtime.ts';

/** Makes the picture at `time` (0 to 1) between two of the same size. */
export type Interpolate = (from: RgbaPicture, to: RgbaPicture, time: number) => Promise<RgbaPicture>;

/**
 * Learns the inputs of a frame interpolation model (RIFE, Huang et al. 2022; FILM, Reda et al. 2022): two pictures of values
 * from 0 to 1, channels first or last, and a time.
 * @param options.multiple Sides are filled up to multiples of this by repeating the last row and column.
 * @throws KinoraError `provider.unavailable` when it wants something else.
 */
export function readInterpolation(session: Session, { multiple }: { multiple: number }): Interpolate {
  const pictures = session.inputs.filter(({ shape }) => shape.length === 4 && channelsOf(shape) !== 1);
  const time = session.inputs.find((each) => !pictures.includes(each));
  const [first, second] = pictures;
  const output = session.outputs.find(({ name, shape }) => shape.length === 4 && /image|output/i.test(name));
  const result = output ?? session.outputs.find(({ shape }) => shape.length === 4) ?? session.outputs[0];
  if (first === undefined || second === undefined || pictures.length > 2 || result === undefined) {
    throw new KinoraError(
      'provider.unavailable',
      'Kinora uses interpolation models with two pictures and a time as inputs, as RIFE 4 and FILM have; choose one of those.',
    );
  }
  const isChannelsLast = first.shape[3] === 3;
  return async (from, to, moment) => {
    const width = Math.ceil(from.width / multiple) * multiple;
    const height = Math.ceil(from.height / multiple) * multiple;
    const dims = isChannelsLast ? [1, height, width, 3] : [1, 3, height, width];
    const feed = (picture: RgbaPicture) => ({ data: toValues(picture, { width, height, isChannelsLast }), dims });
    const feeds = {
      [first.name]: feed(from),
      [second.name]: feed(to),
      ...(time ? { [time.name]: timeFeed(time, moment, { width, height }) } : {}),
    };
    const { [result.name]: made } = await session.run(feeds, [result.name]);
    return toPicture(made?.data ?? new Float32Array(), { width, height, isChannelsLast, cut: from });
  };
}

function channelsOf(shape: ValueDescription['shape']): number | string | undefined {
  return shape[3] === 3 ? shape[3] : shape[1];
}

/** A scalar, one number of whatever rank, or a whole plane. */
function timeFeed({ shape }: ValueDescription, moment: number, { width, height }: { width: number; height: number }) {
  if (shape.length < 4) return { data: [moment], dims: shape.map(() => 1) };
  return { data: new Float32Array(width * height).fill(moment), dims: [1, 1, height, width] };
}

type Layout = { width: number; height: number; isChannelsLast: boolean };

function toValues(picture: RgbaPicture, { width, height, isChannelsLast }: Layout): Float32Array {
  const values = new Float32Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const row = Math.min(y, picture.height - 1) * picture.width;
    for (let x = 0; x < width; x++) {
      const from = (row + Math.min(x, picture.width - 1)) * 4;
      const pixel = y * width + x;
      for (let colour = 0; colour < 3; colour++) {
        const to = isChannelsLast ? pixel * 3 + colour : colour * width * height + pixel;
        values[to] = picture.data[from + colour]! / 255;
      }
    }
  }
  return values;
}

function toPicture(values: Float32Array, layout: Layout & { cut: { width: number; height: number } }): RgbaPicture {
  const { width, height, isChannelsLast, cut } = layout;
  const data = new Uint8Array(cut.width * cut.height * 4).fill(255);
  for (let y = 0; y < cut.height; y++) {
    for (let x = 0; x < cut.width; x++) {
      const pixel = y * width + x;
      for (let colour = 0; colour < 3; colour++) {
        const from = isChannelsLast ? pixel * 3 + colour : colour * width * height + pixel;
        data[(y * cut.width + x) * 4 + colour] = Math.round(Math.min(Math.max(values[from]!, 0), 1) * 255);
      }
    }
  }
  return { width: cut.width, height: cut.height, data };
}
