import { cropOf } from '../shape.ts';

/** Frames of a source as painters want them: cropped to the middle, scaled, mirrored. */
export type Frames = Disposable & {
  /** What {@link grab} drew last. */
  readonly canvas: HTMLCanvasElement;
  readonly size: { width: number; height: number };
  resize(size: { width: number; height: number }): void;
  setMirrored(isMirrored: boolean): void;
  /**
   * Draws the newest picture, ready to be packed.
   * @returns When it was taken, on the clock of `performance.now()`.
   */
  grab(): number;
  /** The newest picture as a whole, to be sent to a worker; whoever gets it closes it. */
  picture(): Promise<{ picture: VideoFrame | ImageBitmap; isMirrored: boolean }>;
};

type FrameFacts = { captureTime?: number; presentationTime: number };

/**
 * Watches a video and grabs its pictures.
 * @param onFrame Called for each new picture of the source, in step with it.
 */
export function watchFrames(
  video: HTMLVideoElement,
  options: { width: number; height: number; isMirrored: boolean; onFrame: (takenAt: number) => void },
): Frames {
  const canvas = document.createElement('canvas');
  canvas.width = options.width;
  canvas.height = options.height;
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: false })!;
  context.imageSmoothingQuality = 'medium';
  let isMirrored = options.isMirrored;
  let takenAt = performance.now();
  let isOver = false;
  let handle = 0;
  const hasCallback = 'requestVideoFrameCallback' in HTMLVideoElement.prototype;

  function next(now: number, facts?: FrameFacts) {
    if (isOver) return;
    // Files have no time of capture; a camera's own can lie ahead of the clock by a rounding.
    takenAt = Math.min(performance.now(), facts?.captureTime ?? facts?.presentationTime ?? now);
    ask();
    options.onFrame(takenAt);
  }
  let lastTime = -1;
  function poll(now: number) {
    if (isOver) return;
    if (video.currentTime === lastTime) {
      handle = requestAnimationFrame(poll);
      return;
    }
    lastTime = video.currentTime;
    next(now);
  }
  function ask() {
    handle = hasCallback ? video.requestVideoFrameCallback(next) : requestAnimationFrame(poll);
  }
  ask();

  return {
    canvas,
    get size() {
      return { width: canvas.width, height: canvas.height };
    },
    resize({ width, height }) {
      if (canvas.width === width && canvas.height === height) return;
      canvas.width = width;
      canvas.height = height;
      context.imageSmoothingQuality = 'medium';
    },
    setMirrored(value) {
      isMirrored = value;
    },
    grab() {
      const { width, height } = canvas;
      const crop = cropOf({ width: video.videoWidth, height: video.videoHeight }, canvas);
      context.setTransform(isMirrored ? -1 : 1, 0, 0, 1, isMirrored ? width : 0, 0);
      context.drawImage(video, crop.x, crop.y, crop.width, crop.height, 0, 0, width, height);
      return takenAt;
    },
    async picture() {
      // A video frame is handed over without a copy where the browser has them.
      const picture =
        typeof VideoFrame === 'undefined' ? await createImageBitmap(video) : new VideoFrame(video, { timestamp: 0 });
      return { picture, isMirrored };
    },
    [Symbol.dispose]() {
      isOver = true;
      if (hasCallback) video.cancelVideoFrameCallback(handle);
      else cancelAnimationFrame(handle);
    },
  };
}
