import { createCanvas } from '@napi-rs/canvas';
import { KinoraError } from '@kinora/capabilities/errors';
import { FilterAPI } from 'node-av/api';
import type { Frame, Stream } from 'node-av/lib';
import { uprightFilters } from '../video/restyle/film-source.ts';
import { openDecoding, openRecording, pictureOf } from './open-recording.ts';
import { framesFrom } from './read-frames.ts';
import { isEmpty, isMixture, measureFrame } from './sharpness.ts';
import type { FrameTraits } from './sharpness.ts';

/** Which pictures of a recording are wanted. */
export type PictureOptions = {
  /** Seconds of the recording, in any order. */
  times: readonly number[];
  /** Pixels, even, 16 to 4096; the height follows. */
  width: number;
  /** The sharpest frame within a second of each time, none that is empty or amid a dissolve. Default false. */
  isSharp?: boolean;
};

/** A picture: a JPEG, and when it is shown. */
export type TakenPicture = { time: number; jpeg: Uint8Array };

/** Seconds around a time in which a sharp frame is looked for; and twice as many where all of those are bad. */
const reach = 1;
/** Seconds between frames that are compared. */
const pace = 0.1;
const quality = 88;

/** {@link import('./recording.ts').takePictures}, in this thread, which it blocks. */
export function takePicturesHere(
  path: string,
  { times, width, isSharp = false }: PictureOptions,
  onProgress?: (fraction: number) => void,
): TakenPicture[] {
  if (!(Number.isInteger(width / 2) && width >= 16 && width <= 4096)) {
    throw new KinoraError('request.invalid', `A picture is 16 to 4096 pixels wide, an even number, not ${width}.`);
  }
  using recording = openRecording(path);
  const stream = pictureOf(recording);
  const decoder = openDecoding(stream, (context) => {
    context.threadCount = 2;
  });
  using painter = createPainter(stream, width);
  const taken: TakenPicture[] = times.map(() => ({ time: 0, jpeg: new Uint8Array() }));
  const order = times.map((_, index) => index).toSorted((a, b) => times[a]! - times[b]!);
  try {
    order.forEach((index, done) => {
      const wanted = Math.max(0, times[index]!);
      const before = order[done - 1];
      if (before !== undefined && times[before] === times[index]) taken[index] = taken[before]!;
      else taken[index] = (isSharp ? sharpest : nearest)({ recording, stream, decoder, painter }, wanted);
      onProgress?.(Math.min(0.99, (done + 1) / times.length));
    });
  } finally {
    decoder.freeContext();
  }
  return taken;
}

type Reader = {
  recording: ReturnType<typeof openRecording>;
  stream: Stream;
  decoder: ReturnType<typeof openDecoding>;
  painter: Painter;
};

/** The frame that is shown at a time: the last that is not after it. */
function nearest({ recording, stream, decoder, painter }: Reader, wanted: number): TakenPicture {
  let shown: { time: number; frame: Frame } | undefined;
  try {
    for (const { time, frame } of framesFrom(recording, { stream, decoder, time: wanted })) {
      if (shown !== undefined && time > wanted + 0.002) break;
      shown?.frame.free();
      const kept = frame.clone();
      if (kept) shown = { time, frame: kept };
      if (time > wanted + 0.002) break;
    }
    if (!shown) throw nothingShown(wanted);
    return { time: shown.time, jpeg: painter.paint(shown.frame) };
  } finally {
    shown?.frame.free();
  }
}

type Candidate = { time: number; traits: FrameTraits; frame: Frame };

/** The sharpest frame around a time, looked for further away where all frames nearby are bad. */
function sharpest(reader: Reader, wanted: number): TakenPicture {
  const { recording, stream, decoder, painter } = reader;
  let frames: Candidate[] = [];
  try {
    for (const far of [reach, 2 * reach]) {
      for (const { frame } of frames) frame.free();
      frames = [];
      for (const { time, frame } of framesFrom(recording, { stream, decoder, time: Math.max(0, wanted - far) })) {
        const last = frames.at(-1)?.time ?? -Infinity;
        if (time > wanted + far && frames.length > 0) break;
        if (time < wanted - far || time - last < pace) continue;
        const kept = frame.clone();
        if (kept) frames.push({ time, frame: kept, traits: measureFrame(brightnessOf(frame)) });
      }
      const good = frames.filter(({ traits }, at) => {
        const [before, after] = [frames[at - 2], frames[at + 2]];
        return !isEmpty(traits) && !(before && after && isMixture(before.traits, traits, after.traits));
      });
      const chosen = good.toSorted((a, b) => worth(b, wanted) - worth(a, wanted))[0];
      if (chosen) return { time: chosen.time, jpeg: painter.paint(chosen.frame) };
    }
    // Everything here is empty: then that is what the recording shows.
    return nearest(reader, wanted);
  } finally {
    for (const { frame } of frames) frame.free();
  }
}

/** Sharp is good, and near is a little better than far. */
function worth({ time, traits }: Candidate, wanted: number): number {
  return traits.sharpness * (1 - 0.15 * Math.abs(time - wanted));
}

function brightnessOf(frame: Frame) {
  const { width, height } = frame;
  return { bytes: frame.data![0]!, stride: frame.linesize[0] ?? width, width, height };
}

function nothingShown(wanted: number): KinoraError {
  return new KinoraError(
    'request.invalid',
    `The recording shows no picture at ${wanted.toFixed(1)} seconds; it is damaged there, or shorter.`,
  );
}

type Painter = Disposable & { paint(frame: Frame): Uint8Array };

/** Brings frames upright and to a width, and makes JPEGs of them. */
function createPainter(stream: Stream, width: number): Painter {
  let filter: FilterAPI | undefined;
  let shape = '';
  return {
    paint(frame) {
      const now = `${frame.width} ${frame.height} ${frame.format}`;
      if (now !== shape) {
        filter?.close();
        filter = FilterAPI.create(
          [...uprightFilters(stream), `scale=${width}:-2:flags=area+accurate_rnd`, 'format=rgba'].join(','),
        );
        shape = now;
      }
      const [upright] = filter!.processAllSync(frame);
      if (!upright) throw new KinoraError('internal.bug', 'FFmpeg gave no picture back.');
      const canvas = createCanvas(upright.width, upright.height);
      const context = canvas.getContext('2d');
      const picture = context.createImageData(upright.width, upright.height);
      const plane = upright.data![0]!;
      const stride = upright.linesize[0]!;
      const rowBytes = upright.width * 4;
      for (let row = 0; row < upright.height; row++) {
        picture.data.set(plane.subarray(row * stride, row * stride + rowBytes), row * rowBytes);
      }
      upright.free();
      context.putImageData(picture, 0, 0);
      return new Uint8Array(canvas.toBuffer('image/jpeg', quality));
    },
    [Symbol.dispose]() {
      filter?.close();
    },
  };
}
