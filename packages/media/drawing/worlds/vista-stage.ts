import type { Finish, VistaSpec } from '@kinora/capabilities';
import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import type { Context } from '../brush.ts';
import type { Layer } from '../layer.ts';
import { hash, seeded } from '../random.ts';
import { release } from '../release.ts';
import type { Random } from '../random.ts';
import { glow } from './paint.ts';
import type { Box } from './paint.ts';
import { threadLayer } from './thread.ts';
import type { ThreadWay } from './thread.ts';
import { tonesOf } from './tones.ts';
import type { Tones } from './tones.ts';

/** How a layer is made; what is left out has a sensible value. */
export type LayerPlan = {
  /** Drawn at half the resolution and blurred by so many units: skies, mist, what is out of focus. 0: half, not blurred. */
  soft?: number;
  /** Sways about `anchorY` (units) by `amount` (units), `seconds` a sway. */
  sway?: { anchorY: number; amount: number; seconds: number };
  /** Water whose reflections shimmer, in units. */
  water?: Box;
  /** How much bright parts shine over what surrounds them on this layer. Default 0.5. */
  bloom?: number;
  /** Left as drawn, in true colours, by every finish: figures. Default false. */
  plain?: boolean;
};

/** A layer while the picture is being made. */
export type StagedLayer = { layer: Layer; plan: LayerPlan };

/** Size of the frame and what chance starts from. */
export type VistaStageOptions = { width: number; height: number; overscan: number; seed: number };

/**
 * Where a world puts its layers. Units: the frame has the area of 1280 × 720 whatever its shape, and (0, 0) is its top left
 * corner. `view` is what has to be painted: it reaches over the frame by the overscan, and by what a tilted camera needs.
 */
export class VistaStage {
  readonly spec: VistaSpec;
  readonly tones: Tones;
  readonly finish: Finish;
  /** The frame in units; `short` is its shorter side. */
  readonly w: number;
  readonly h: number;
  readonly short: number;
  readonly isPortrait: boolean;
  readonly view: { x0: number; y0: number; x1: number; y1: number };
  /** Everything, as a box. */
  readonly all: Box;
  /** Pixels per unit. */
  readonly scale: number;
  readonly pixels: { width: number; height: number; left: number; top: number };
  /** Radians by which the camera is tilted: the tenser, the more. */
  readonly tilt: number;
  /** How full and bright, 0 to 1: energy, and more with each return. */
  readonly grand: number;
  /** How much larger the great things are: 1, and more with each return. */
  readonly bigger: number;
  /** 0 calm to 1 tense. */
  readonly tense: number;
  /** Where the light comes from: a world sets it before its first layer. */
  key: { x: number; y: number; colour: string };
  /** Where figures are: they stand, or float where there is no ground. */
  footing: 'ground' | 'wet' | 'floating' = 'ground';
  readonly staged: StagedLayer[] = [];
  random: Random;
  private readonly frame: { width: number; height: number };

  constructor(spec: VistaSpec, { width, height, overscan, seed }: VistaStageOptions) {
    this.spec = spec;
    this.finish = spec.finish;
    this.tones = tonesOf(spec.palette);
    this.frame = { width, height };
    const unit = Math.sqrt((1280 * 720) / (width * height));
    this.scale = 1 / unit;
    this.w = width * unit;
    this.h = height * unit;
    this.short = Math.min(this.w, this.h);
    this.isPortrait = this.h > this.w * 1.1;
    const padded = (length: number) => Math.ceil((length * (1 + overscan)) / 8) * 8;
    const [full, tall] = [padded(width), padded(height)];
    this.pixels = { width: full, height: tall, left: (full - width) >> 1, top: (tall - height) >> 1 };
    this.tense = 1 - spec.calm;
    this.random = seeded(seed ^ hash(spec.world + spec.view));
    this.tilt = Math.max(0, this.tense - 0.5) * 0.13 * (this.random() < 0.5 ? -1 : 1);
    const [sin, cos] = [Math.abs(Math.sin(this.tilt)), Math.cos(this.tilt)];
    const [halfX, halfY] = [(full * unit) / 2 + 2, (tall * unit) / 2 + 2];
    const [reachX, reachY] = [halfX * cos + halfY * sin, halfY * cos + halfX * sin];
    this.view = {
      x0: this.w / 2 - reachX,
      x1: this.w / 2 + reachX,
      y0: this.h / 2 - reachY,
      y1: this.h / 2 + reachY,
    };
    this.all = [this.view.x0, this.view.y0, this.view.x1, this.view.y1];
    const returned = Math.min(4, spec.returns);
    this.grand = Math.min(1, spec.energy * 0.86 + returned * 0.07);
    this.bigger = (0.86 + spec.energy * 0.22) * (1 + returned * 0.08);
    this.key = { x: this.w / 2, y: this.h * 0.3, colour: this.tones.light };
  }

  /** A number between the two. */
  between(from: number, to: number): number {
    return from + (to - from) * this.random();
  }

  /** One of the values. */
  choose<Value>(values: readonly Value[]): Value {
    return values[Math.min(values.length - 1, Math.floor(this.random() * values.length))]!;
  }

  /** From the first value at no energy to the second at full energy (returns count). */
  by(quiet: number, full: number): number {
    return quiet + (full - quiet) * this.grand;
  }

  /** Puts a layer nearer than the one before. `depth` 1 at the horizon to 0 right before the viewer. */
  layer(name: string, depth: number, plan: LayerPlan, draw: (c: Context) => void): Layer {
    const { pixels } = this;
    const layer: Layer = {
      name,
      depth,
      canvas: createCanvas(pixels.width, pixels.height),
      frame: { x: pixels.left, y: pixels.top, width: this.frame.width, height: this.frame.height },
    };
    this.staged.push({ layer, plan });
    if (plan.sway) {
      const anchorY = this.toPixels(this.w / 2, plan.sway.anchorY).y;
      layer.sway = { anchorY, amount: plan.sway.amount * this.scale, seconds: plan.sway.seconds };
    }
    if (plan.water) {
      const [x0, y0, x1, y1] = plan.water;
      const left = Math.max(0, x0 * this.scale + pixels.left);
      const top = Math.max(0, y0 * this.scale + pixels.top);
      layer.water = {
        x: left,
        y: top,
        width: Math.min(pixels.width, x1 * this.scale + pixels.left) - left,
        height: Math.min(pixels.height, y1 * this.scale + pixels.top) - top,
      };
    }
    if (plan.soft === undefined) this.drawOn(layer.canvas, 1, draw);
    else this.drawHalf(layer.canvas, plan.soft, draw);
    return layer;
  }

  /** Draws in units on a canvas whose resolution is `share` of a layer's. */
  drawOn(canvas: Canvas, share: number, draw: (c: Context) => void): void {
    const { pixels, scale } = this;
    const c = canvas.getContext('2d');
    c.scale(share, share);
    c.translate(pixels.left, pixels.top);
    c.scale(scale, scale);
    c.translate(this.w / 2, this.h / 2);
    c.rotate(this.tilt);
    c.translate(-this.w / 2, -this.h / 2);
    c.lineCap = 'round';
    c.lineJoin = 'round';
    draw(c);
    c.resetTransform();
  }

  private drawHalf(canvas: Canvas, blur: number, draw: (c: Context) => void): void {
    let half = createCanvas(this.pixels.width >> 1, this.pixels.height >> 1);
    this.drawOn(half, 0.5, draw);
    if (blur > 0) {
      const soft = createCanvas(half.width, half.height);
      const out = soft.getContext('2d');
      out.filter = `blur(${((blur * this.scale) / 2).toFixed(2)}px)`;
      out.drawImage(half, 0, 0);
      release(half);
      half = soft;
    }
    const c = canvas.getContext('2d');
    c.imageSmoothingQuality = 'low';
    c.drawImage(half, 0, 0, canvas.width, canvas.height);
    release(half);
  }

  /** Pixels of a layer's canvas at a place. */
  toPixels(x: number, y: number): { x: number; y: number } {
    const [dx, dy] = [x - this.w / 2, y - this.h / 2];
    const [sin, cos] = [Math.sin(this.tilt), Math.cos(this.tilt)];
    return {
      x: (this.w / 2 + dx * cos - dy * sin) * this.scale + this.pixels.left,
      y: (this.h / 2 + dx * sin + dy * cos) * this.scale + this.pixels.top,
    };
  }

  /** A light on the layer that is being drawn: painted, and told to the clip maker so that it lives with the music. */
  lamp(
    c: Context,
    light: { x: number; y: number; radius: number; colour: string; strength: number; flickers?: boolean },
  ) {
    glow(c, light.x, light.y, light.radius, light.colour, light.strength);
    const { layer } = this.staged.at(-1)!;
    (layer.lights ??= []).push({
      ...this.toPixels(light.x, light.y),
      radius: light.radius * this.scale,
      colour: light.colour,
      strength: light.strength,
      kind: light.flickers ? 'flame' : 'steady',
    });
  }

  /** Stars strewn over a box of the layer that is being drawn; the brighter ones may twinkle. */
  stars(c: Context, [x0, y0, x1, y1]: Box, count: number, colours: readonly string[]): void {
    const { layer } = this.staged.at(-1)!;
    for (let index = 0; index < count; index++) {
      const [x, y] = [this.between(x0, x1), this.between(y0, y1)];
      const bright = this.random() ** 7;
      const colour = this.choose(colours);
      const r = 0.55 + bright * 1.8;
      c.globalAlpha = 0.25 + 0.75 * Math.min(1, bright * 2 + this.random() * 0.5);
      c.fillStyle = colour;
      c.beginPath();
      c.arc(x, y, r, 0, 7);
      c.fill();
      if (bright < 0.25) continue;
      c.globalAlpha = 1;
      glow(c, x, y, r * 6, colour, 0.5);
      if ((layer.stars?.length ?? 0) < 40) {
        (layer.stars ??= []).push({ ...this.toPixels(x, y), r: r * this.scale, colour, phase: this.between(0, 6) });
      }
    }
    c.globalAlpha = 1;
  }

  /**
   * What lies above `y` upside down below it, smeared as on wet ground or water. Call it while drawing a layer: the layers
   * before it are mirrored.
   */
  reflect(c: Context, y: number, options: { strength: number; smear?: number; ripple?: number; reach?: number }): void {
    const { strength, smear = 10, ripple = 6, reach = this.view.y1 - y } = options;
    const { pixels } = this;
    const shrink = 3;
    const copy = createCanvas(Math.ceil(pixels.width / shrink), Math.ceil(pixels.height / shrink));
    const small = copy.getContext('2d');
    for (const { layer } of this.staged.slice(0, -1)) small.drawImage(layer.canvas, 0, 0, copy.width, copy.height);
    const tall = Math.max(1, Math.round(copy.height / Math.max(1, smear / 3)));
    const flat = createCanvas(copy.width, tall);
    flat.getContext('2d').drawImage(copy, 0, 0, copy.width, tall);
    release(copy);
    const top = this.toPixels(this.w / 2, y).y;
    c.save();
    c.beginPath();
    c.rect(this.view.x0, y, this.view.x1 - this.view.x0, reach);
    c.clip();
    c.globalAlpha = strength;
    c.imageSmoothingQuality = 'low';
    const { width, height } = pixels;
    const [left, unit] = [-pixels.left / this.scale, 1 / this.scale];
    const rows = 110;
    for (let row = 0; row < rows; row++) {
      const from = (row / rows) ** 1.6 * reach;
      const to = ((row + 1) / rows) ** 1.6 * reach;
      const shift = Math.sin(row * 0.9 + Math.sin(row * 0.47) * 2.2) * ripple * (0.2 + row / rows) * 0.8;
      const source = Math.max(0, (top - to * this.scale) / height) * tall;
      const span = Math.max(0.01, (((to - from) * this.scale) / height) * tall);
      c.save();
      c.translate(0, y + from);
      c.scale(1, -1);
      c.drawImage(flat, 0, source, flat.width, span, left + shift, -(to - from) - 0.4, width * unit, to - from + 0.8);
      c.restore();
    }
    c.restore();
    release(flat);
  }

  /** Puts the song's visual thread here, between the layers before and after: it has come further with its progress. */
  thread(depth: number, way: ThreadWay): void {
    threadLayer(this, depth, way);
  }
}
