import { createCanvas } from '@napi-rs/canvas';
import { KinoraError } from '@kinora/capabilities/errors';
import { AV_PICTURE_TYPE_NONE } from 'node-av/constants';
import type { Frame } from 'node-av/lib';
import { setImmediate } from 'node:timers/promises';
import { openRecording, pictureOf } from '../../recording/open-recording.ts';
import { createSegmentEncoder } from '../segment-encoder.ts';
import { createYuvConverter } from '../yuv.ts';
import { createFitter } from './fit.ts';
import type { Area, Bars, Fit, Fitter, Size } from './fit.ts';
import { createOverlayPainter, drawPicture, finishAt } from './overlays.ts';
import type { Overlay, Picture } from './overlays.ts';
import { createPictureReader } from './picture-reader.ts';
import { placeSpans } from './spans.ts';
import type { Span } from './spans.ts';

/** What of a wide picture a tall one shows, from a time of the recording on; it changes by a cut, so that nothing jitters. */
export type Crop = { at: number; upper: Area; lower?: Area | null };

/** What a stretch shows. */
export type StretchSource =
  /** Spans of a recording, one after another. */
  | {
      kind: 'recording';
      path: string;
      spans: readonly Span[];
      /** Omitted: the whole picture, with `bars` where its shape is another than the film's. */
      crops?: readonly Crop[];
      /** Share of the height that the upper area has where there are two. Default 0.5. */
      split?: number;
      /** Default `dark`. */
      bars?: Bars;
    }
  /** A picture that fills the frame: a title, or the background of a recording without a picture. */
  | { kind: 'still'; picture: Picture; seconds: number };

/** A stretch of a film. */
export type StretchRequest = {
  source: StretchSource;
  size: Size;
  /** Frames a second, a whole number. */
  fps: number;
  /** From back to front. */
  overlays?: readonly Overlay[];
  /** Seconds in which the whole picture comes out of black and goes into it. Default: none. */
  fade?: { in?: number; out?: number };
};

/** An H.264 MP4 without sound. */
export type Stretch = { bytes: Uint8Array; frames: number };

/** Renders a stretch; runs in a process of its own. */
export async function renderStretchHere(
  { source, size, fps, overlays = [], fade = {} }: StretchRequest,
  onProgress: (fraction: number) => void,
): Promise<Stretch> {
  using owned = new DisposableStack();
  const encoder = owned.use(createSegmentEncoder({ ...size, fps }));
  const painter = owned.use(createOverlayPainter(size));
  const shots = owned.use(
    source.kind === 'still' ? await stillShots(source, { size, fps }) : filmShots(source, { size, fps }),
  );
  const seconds = shots.frames / fps;
  if (shots.frames === 0)
    throw new KinoraError('request.invalid', 'There is nothing to show; choose a longer stretch.');
  let index = 0;
  let sent: { of: Frame; key: string; frame: Frame } | undefined;
  for (const shot of shots.all()) {
    const finish = finishAt(overlays, index / fps, darkness(index / fps, seconds, fade));
    // What is shown on is not painted again.
    if (sent === undefined || sent.of !== shot || sent.key !== finish.key) {
      const frame = finish.key === '' ? shot : await painter.paint(shot, finish);
      // The encoder would take over what kind of frame it was.
      frame.pictType = AV_PICTURE_TYPE_NONE;
      sent = { of: shot, key: finish.key, frame };
    }
    encoder.addFrame(sent.frame);
    index++;
    if (index % 8 === 0) {
      onProgress(index / shots.frames);
      // So that the process hears that who asked for it is gone.
      await setImmediate();
    }
  }
  return { bytes: encoder.finish(), frames: index };
}

/** Frames of a film before anything lies over them; one that is shown on is the same object, and valid until another comes. */
type Shots = Disposable & { frames: number; all(): Generator<Frame> };

type FilmSource = Extract<StretchSource, { kind: 'recording' }>;
type StillSource = Extract<StretchSource, { kind: 'still' }>;

function filmShots(source: FilmSource, { size, fps }: { size: Size; fps: number }): Shots {
  const { path, spans, crops = [] } = source;
  const owned = new DisposableStack();
  const recording = owned.use(openRecording(path));
  const stream = pictureOf(recording);
  const reader = owned.use(createPictureReader(recording));
  const placed = placeSpans(spans, fps);
  // In the middle of what a frame shows, so that clocks that are a little off don't double one and drop another.
  const middle = Math.min(1 / fps, reader.step) / 2;
  let fitter: { fitter: Fitter; crop: Crop | undefined } | undefined;
  let fitted: { of: Frame; frame: Frame } | undefined;
  const clear = () => {
    fitted?.frame.free();
    fitted = undefined;
  };
  owned.defer(() => {
    clear();
    fitter?.fitter[Symbol.dispose]();
  });
  const show = (frame: Frame, time: number): Frame => {
    const crop = cropAt(crops, time);
    if (fitter === undefined || fitter.crop !== crop) {
      clear();
      fitter?.fitter[Symbol.dispose]();
      fitter = { fitter: createFitter(stream, fitOf(source, crop), size), crop };
    }
    if (fitted === undefined || fitted.of !== frame) {
      clear();
      fitted = { of: frame, frame: fitter.fitter.fit(frame) };
    }
    return fitted.frame;
  };
  return {
    frames: placed.reduce((sum, { frames }) => sum + frames, 0),
    *all() {
      for (const { start, frames } of placed) {
        for (let index = 0; index < frames; index++) {
          const time = start + index / fps;
          yield show(reader.at(time + middle), time + 0.5 / fps);
        }
      }
    },
    [Symbol.dispose]: () => owned.dispose(),
  };
}

/** The crop that holds at a time: the last that has begun, before the first that. */
function cropAt(crops: readonly Crop[], time: number): Crop | undefined {
  return crops.findLast(({ at }) => at <= time) ?? crops[0];
}

function fitOf({ bars = 'dark', split = 0.5 }: FilmSource, crop: Crop | undefined): Fit {
  if (crop === undefined) return { kind: 'whole', bars };
  return { kind: 'crop', upper: crop.upper, lower: crop.lower ?? null, split };
}

async function stillShots(
  { picture, seconds }: StillSource,
  { size, fps }: { size: Size; fps: number },
): Promise<Shots> {
  const source = await drawPicture(picture);
  const { width, height } = source;
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'black';
  context.fillRect(0, 0, size.width, size.height);
  // It fills the frame; what is of another shape is cut about its middle.
  const scale = Math.max(size.width / width, size.height / height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(
    source,
    (size.width - width * scale) / 2,
    (size.height - height * scale) / 2,
    width * scale,
    height * scale,
  );
  const converter = createYuvConverter(size);
  const pixels = canvas.data();
  const frame = converter.convert(new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.length));
  const frames = Math.round(seconds * fps);
  return {
    frames,
    *all() {
      for (let index = 0; index < frames; index++) yield frame;
    },
    [Symbol.dispose]: () => converter[Symbol.dispose](),
  };
}

/** How dark the picture is, 0 to 1, in steps that an eye can't tell. */
function darkness(time: number, seconds: number, fade: { in?: number; out?: number }): number {
  const come = fade.in ? Math.min(1, time / fade.in) : 1;
  const go = fade.out ? Math.min(1, (seconds - time) / fade.out) : 1;
  const light = Math.max(0, Math.min(come, go));
  return Math.round((1 - light * light * (3 - 2 * light)) * 255) / 255;
}
