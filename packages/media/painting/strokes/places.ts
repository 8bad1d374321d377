import { Anchors } from './anchors.ts';
import { BlockMotion } from './block-motion.ts';
import type { StrokeLayer } from './layers.ts';

/**
 * Where the strokes of a look are: their anchors lie evenly over the picture and go with what they are painted on. Both engines keep one for
 * as long as the look is painted.
 */
export class StrokePlaces {
  readonly anchors: readonly Anchors[];
  readonly #motion: BlockMotion;
  readonly #layers: readonly StrokeLayer[];
  readonly #camera = { x: 0, y: 0 };
  readonly #shift = { x: 0, y: 0 };
  #time = -1;

  /** @param options.width, options.height Pixels of the frame. Its thumbnails have a quarter of them, rounded down. */
  constructor(layers: readonly StrokeLayer[], options: { width: number; height: number; seed: number }) {
    const { width, height, seed } = options;
    const smallest = (Math.min(width, height) / 512) * Math.SQRT1_2;
    this.#layers = layers;
    this.#motion = new BlockMotion({ width: width >> 2, height: height >> 2, scale: 4 });
    this.anchors = layers.map(
      (layer) => new Anchors({ width, height, spacing: layer.spacing * smallest, seed: layer.seed + seed * 101 }),
    );
  }

  /**
   * Goes on to the next frame.
   * @param options.luma Its thumbnail.
   * @param options.shift Where the scene is, in pixels relative to the first frame.
   * @param options.scale Factor for the layers' sizes.
   * @param options.time Seconds.
   */
  follow(options: { luma: Uint8Array; shift: { x: number; y: number }; scale: number; time: number }): void {
    const isFirst = this.#time < 0;
    this.#camera.x = isFirst ? 0 : options.shift.x - this.#shift.x;
    this.#camera.y = isFirst ? 0 : options.shift.y - this.#shift.y;
    this.#shift.x = options.shift.x;
    this.#shift.y = options.shift.y;
    const field = this.#motion.follow(options.luma, this.#camera);
    // Strokes come and go within a third of a second.
    const fade = isFirst ? 1 : Math.min(0.5, Math.max(0.1, (options.time - this.#time) * 3));
    this.#time = Math.max(0, options.time);
    for (const [i, layer] of this.#layers.entries())
      this.anchors[i]!.move(field, { spacing: layer.spacing * options.scale, fade, scene: this.#shift });
  }
}
