/** The painted picture: what is seen, recorded and published. */
export type Stage = Disposable & {
  readonly canvas: HTMLCanvasElement;
  /** Pixels of the picture that goes out. Changing them empties it. */
  resize(size: { width: number; height: number }): void;
  /**
   * Shows another picture, scaled to the stage.
   * @param fadeMs Milliseconds in which it melts out of the one before. Default 0.
   */
  show(picture: CanvasImageSource, fadeMs?: number): void;
  /** Ends a melting at once: what is seen stands still from now on. */
  hold(): void;
  /** Whether anything has been shown since the last {@link clear}. */
  readonly hasPicture: boolean;
  clear(): void;
  /** The picture as it is, as a PNG. */
  snapshot(): Promise<Blob>;
};

/**
 * Makes a canvas a stage. All engines paint elsewhere and their pictures are laid on it, so that recordings and viewers don't
 * notice when another engine takes over.
 */
export function createStage(canvas: HTMLCanvasElement): Stage {
  const context = canvas.getContext('2d', { alpha: false })!;
  const before = document.createElement('canvas');
  const beforeContext = before.getContext('2d', { alpha: false })!;
  let fade: { picture: CanvasImageSource; from: number; length: number } | null = null;
  let handle = 0;
  let hasPicture = false;

  function draw(picture: CanvasImageSource, alpha = 1) {
    context.globalAlpha = alpha;
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    context.globalAlpha = 1;
  }

  function step(now: number) {
    if (!fade) return;
    const t = Math.min(1, Math.max(0, (now - fade.from) / fade.length));
    if (t < 1) draw(before);
    draw(fade.picture, t);
    if (t < 1) handle = requestAnimationFrame(step);
    else fade = null;
  }

  return {
    canvas,
    get hasPicture() {
      return hasPicture;
    },
    resize({ width, height }) {
      if (canvas.width === width && canvas.height === height) return;
      [canvas.width, canvas.height, before.width, before.height] = [width, height, width, height];
      context.imageSmoothingQuality = 'high';
      hasPicture = false;
      fade = null;
    },
    show(picture, fadeMs = 0) {
      cancelAnimationFrame(handle);
      if (fadeMs <= 0 || !hasPicture) {
        fade = null;
        draw(picture);
      } else {
        beforeContext.drawImage(canvas, 0, 0);
        fade = { picture, from: performance.now(), length: fadeMs };
        step(fade.from);
      }
      hasPicture = true;
    },
    hold() {
      cancelAnimationFrame(handle);
      if (fade) draw(fade.picture);
      fade = null;
    },
    clear() {
      cancelAnimationFrame(handle);
      fade = null;
      hasPicture = false;
    },
    async snapshot() {
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
      if (!blob) throw new Error('The picture could not be kept.');
      return blob;
    },
    [Symbol.dispose]() {
      cancelAnimationFrame(handle);
      fade = null;
    },
  };
}
