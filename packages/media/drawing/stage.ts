import type { SceneSpec } from '@kinora/capabilities';
import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import { Brush } from './brush.ts';
import { gradeOf } from './grade.ts';
import type { Grade } from './grade.ts';
import type { Layer } from './layer.ts';
import { hash } from './random.ts';
import type { FinishOptions } from './styles/finish.ts';
import type { Style, View } from './styles/style.ts';

/** How a layer is to be finished; what is left out has a sensible value. */
export type LayerPlan = {
  /** What the layer touches: x0, y0, x1, y1 in units; the less, the faster. Default everything. */
  area?: readonly [number, number, number, number];
  /** How much of the light map reaches it. Default 0.8. */
  lit?: number;
  wash?: number;
  warp?: number;
  grain?: number;
  /** Strength of the light along its edges. Default 0. */
  rim?: number;
  /** Far and large: skies, hills. Default false. */
  broad?: boolean;
  /** Light, mist, bubbles: no material of its own. Default false. */
  airy?: boolean;
  /** Drawn at half the resolution and blurred by so many units: what is out of focus, and skies (0). */
  soft?: number;
  sway?: { anchorY: number; amount: number; seconds: number };
};

/** A layer with its plan, while the picture is being made. */
export type StagedLayer = {
  layer: Layer;
  plan: LayerPlan;
  canvas: Canvas;
  half: boolean;
  /** Draws the layer again with eyes shut, for a blink. */
  redraw?: () => void;
};

/** A light in scene units. */
export type SceneLight = { x: number; y: number; radius: number; colour: string; strength: number };

/** The main light: where it comes from. */
export type KeyLight = {
  kind: 'sun' | 'moon' | 'none';
  x: number;
  y: number;
  colour: string;
  /** Unit vector on the picture towards the light. */
  toward: { x: number; y: number };
  strength: number;
};

/**
 * Where a setting draws. Units: the frame has the area of 1280 × 720 whatever its shape; (0, 0) is the frame's top left
 * corner, and `view` reaches over its edges by the overscan.
 */
export class Stage {
  readonly spec: SceneSpec;
  readonly style: Style;
  readonly brush: Brush;
  readonly grade: Grade;
  readonly width: number;
  readonly height: number;
  readonly view: View;
  /** Pixels per unit. */
  readonly scale: number;
  /** Canvas size and the frame's corner in it, pixels. */
  readonly pixels: { width: number; height: number; left: number; top: number };
  readonly key: KeyLight;
  /**
   * The side where the place keeps what it is known by: -1 left, 1 right. The same in every picture of one hero, so that a
   * house doesn't jump from page to page.
   */
  readonly side: 1 | -1;
  /** Where the near ground begins, from the top. */
  readonly horizon: number;
  readonly layers: StagedLayer[] = [];
  readonly lights: SceneLight[] = [];
  /** Upright frame: things stack instead of standing side by side. */
  readonly isPortrait: boolean;
  private readonly frame: { width: number; height: number };

  constructor(
    spec: SceneSpec,
    style: Style,
    options: { width: number; height: number; overscan: number; seed: number; horizon: number; snowy: boolean },
  ) {
    this.spec = spec;
    this.style = style;
    this.frame = { width: options.width, height: options.height };
    const unit = Math.sqrt((1280 * 720) / (options.width * options.height));
    this.width = options.width * unit;
    this.height = options.height * unit;
    this.scale = 1 / unit;
    this.isPortrait = this.height > this.width * 1.1;
    const padded = (length: number) => Math.ceil((length * (1 + options.overscan)) / 8) * 8;
    const [width, height] = [padded(options.width), padded(options.height)];
    const left = Math.floor((width - options.width) / 2);
    const top = Math.floor((height - options.height) / 2);
    this.pixels = { width, height, left, top };
    this.view = {
      x0: -left * unit,
      y0: -top * unit,
      x1: (width - left) * unit,
      y1: (height - top) * unit,
    };
    this.grade = gradeOf(options.snowy ? { ...spec, season: 'winter' } : spec, style.flat ? 1.18 : 1);
    this.brush = new Brush(createCanvas(1, 1).getContext('2d'), style, options.seed);
    this.brush.shade = this.grade.shade;
    const [hero] = spec.characters;
    const look = hero ? hero.id + hero.species + hero.colours.main : spec.setting;
    this.side = hash(look + spec.setting) & 4 ? 1 : -1;
    this.horizon = horizonOf(spec, options.horizon) * this.height;
    this.key = keyLight(spec, this.grade, this.width, this.height, this.horizon);
  }

  /** Begins a layer, nearer than the one before. `depth` 1 at the horizon to 0 before the viewer. */
  layer(name: string, depth: number, plan: LayerPlan, draw: () => void): Layer {
    const { pixels, scale } = this;
    const half = plan.soft !== undefined;
    const canvas = createCanvas(half ? pixels.width >> 1 : pixels.width, half ? pixels.height >> 1 : pixels.height);
    const layer: Layer = {
      name,
      depth,
      canvas,
      frame: { x: pixels.left, y: pixels.top, width: this.frame.width, height: this.frame.height },
    };
    if (plan.sway) {
      layer.sway = {
        anchorY: this.toPixelY(plan.sway.anchorY),
        amount: plan.sway.amount * scale,
        seconds: plan.sway.seconds,
      };
    }
    this.layers.push({ layer, plan, canvas, half });
    this.drawOn(canvas, half ? 0.5 : 1, draw);
    this.gatherGlows(layer, half ? 2 : 1);
    return layer;
  }

  /** Draws in scene units on a canvas whose resolution is `share` of a layer's. */
  drawOn(canvas: Canvas, share: number, draw: () => void): void {
    const { pixels, scale } = this;
    const ctx = canvas.getContext('2d');
    ctx.setTransform(scale * share, 0, 0, scale * share, pixels.left * share, pixels.top * share);
    this.brush.on(ctx, draw);
  }

  /** Lets what was drawn shining light the scene, and tells the clip maker where it is. */
  private gatherGlows(layer: Layer, factor: number): void {
    for (const glow of this.brush.glows.splice(0)) {
      const [x, y, radius] = [glow.x * factor, glow.y * factor, glow.radius * factor];
      this.lights.push({
        x: (x - this.pixels.left) / this.scale,
        y: (y - this.pixels.top) / this.scale,
        radius: (radius / this.scale) * 2.4,
        colour: glow.colour,
        strength: Math.min(1.1, glow.strength * 1.25),
      });
      layer.lights ??= [];
      layer.lights.push({ x, y, radius, colour: glow.colour, strength: glow.strength, kind: 'flame' });
    }
  }

  /** The layer that is being drawn. */
  get current(): StagedLayer {
    return this.layers[this.layers.length - 1]!;
  }

  toPixelX(x: number): number {
    return x * this.scale + this.pixels.left;
  }

  toPixelY(y: number): number {
    return y * this.scale + this.pixels.top;
  }

  /** Lights the scene from a point. */
  light(x: number, y: number, radius: number, colour: string, strength: number): void {
    this.lights.push({ x, y, radius, colour, strength });
  }

  /** The colour of scenery at a depth, at this hour and in this weather. */
  tone(colour: string, depth = 0): string {
    return this.grade.scenery(colour, depth);
  }

  /** Whether a point lies where the picture has to stay quiet for words. */
  isQuiet(x: number, y: number): boolean {
    const [vertical, side] = this.spec.focus.quietArea.split('-');
    const inY = vertical === 'top' ? y < this.height * 0.34 : y > this.height * 0.7;
    if (!side) return inY && x > this.width * 0.25 && x < this.width * 0.75;
    return inY && (side === 'left' ? x < this.width * 0.4 : x > this.width * 0.6);
  }

  /** Whether a character stands so near to a point that scenery there would hide it. */
  isTaken(x: number, margin = 0): boolean {
    return this.spec.characters.some(
      (character) => Math.abs(character.x * this.width - x) < character.size * this.unitHeight * 0.5 + margin,
    );
  }

  /** The first of these places (fractions of the width) where no one stands; the last when all are taken. In units. */
  freeX(places: readonly number[], margin = 10): number {
    const free = places.find((place) => !this.isTaken(place * this.width, margin));
    return (free ?? places[places.length - 1]!) * this.width;
  }

  /** The height that sizes of the spec are fractions of: the frame's, but less where the frame is narrow. */
  get unitHeight(): number {
    return this.isPortrait ? Math.sqrt(this.height * this.width) : Math.min(this.height, this.width * 1.05);
  }

  /** Finishing options with the defaults filled in. */
  finishOptions({ plan, half, layer }: StagedLayer): FinishOptions {
    const { key, scale } = this;
    const k = half ? scale / 2 : scale;
    return {
      lit: (plan.lit ?? 0.8) * this.style.lightStrength,
      wash: plan.wash ?? (plan.broad ? 0.3 : 0.18),
      warp: (plan.warp ?? (plan.broad ? 3.2 : 2)) * k,
      grain: plan.grain ?? 0.16,
      ...(plan.rim
        ? {
            rim: {
              x: Math.round(key.toward.x * 4.4 * k),
              y: Math.round(key.toward.y * 4.4 * k),
              colour: key.colour,
              strength: plan.rim * (0.4 + key.strength * 0.85),
            },
          }
        : {}),
      broad: plan.broad ?? false,
      lightShift: half ? 1 : 2,
      shift: Math.round(layer.depth * 977) & 511,
    };
  }
}

/** The crest of the near ground, as a fraction of the height: what the shot asks for, above everybody's feet. */
function horizonOf(spec: SceneSpec, usual: number): number {
  const shift = {
    wide: 0,
    'extreme-wide': 0.06,
    medium: -0.03,
    close: -0.08,
    low: 0.12,
    'birds-eye': -0.3,
    'over-shoulder': -0.04,
    silhouette: 0.05,
  }[spec.camera.shot];
  const feet = spec.characters.filter((character) => !isAfloat(character)).map(({ ground }) => ground);
  const lowest = Math.min(1, ...feet.filter((ground) => ground > 0.45)) - 0.075;
  return Math.max(0.26, Math.min(usual + shift, lowest));
}

/** Whether a character flies or swims, so that `ground` is where its body is. */
export function isAfloat({ pose, species }: SceneSpec['characters'][number]): boolean {
  return pose === 'fly' || pose === 'swim' || ['fish', 'whale', 'moth', 'cloud', 'octopus'].includes(species);
}

function keyLight(spec: SceneSpec, grade: Grade, width: number, height: number, horizon: number): KeyLight {
  const { source, from, strength } = spec.light;
  const dark = ['night', 'moonrise'].includes(spec.timeOfDay);
  const side = { left: 0.2, right: 0.8, above: 0.56, below: 0.5, behind: spec.focus.x < 0.5 ? 0.64 : 0.36 }[from];
  const up = { day: 0.15, 'golden-hour': 0.4, dusk: 0.62, moonrise: 0.5, night: 0.27 }[spec.timeOfDay];
  const shown = source === 'stars' || source === 'glow' ? 'none' : dark ? 'moon' : 'sun';
  const [x, y] = settle(spec, side * width, Math.min(up, from === 'above' ? 0.2 : 1) * horizon, width, height);
  const length = Math.hypot(x - spec.focus.x * width, y - spec.focus.y * height) || 1;
  const fixed = {
    left: { x: -0.85, y: -0.5 },
    right: { x: 0.85, y: -0.5 },
    above: { x: 0, y: -1 },
    below: { x: 0, y: 1 },
    behind: { x: ((x - spec.focus.x * width) / length) * 0.6, y: -0.8 },
  }[from];
  const isLamp = ['lamp', 'lantern', 'window'].includes(source);
  return {
    kind: isLamp && !dark && spec.timeOfDay === 'dusk' ? 'none' : shown,
    x,
    y,
    colour: spec.light.colour ?? (isLamp ? '#ffcf86' : grade.key),
    toward: fixed,
    strength,
  };
}

/** Moves sun or moon out of the quiet area. */
function settle(spec: SceneSpec, x: number, y: number, width: number, height: number): [number, number] {
  const [vertical, side] = spec.focus.quietArea.split('-');
  if (vertical !== 'top' || y > height * 0.36) return [x, y];
  if (side === 'left' && x < width * 0.42) return [width * 0.5, y];
  if (side === 'right' && x > width * 0.58) return [width * 0.5, y];
  if (!side && x > width * 0.3 && x < width * 0.7) return [x < width * 0.5 ? width * 0.17 : width * 0.83, y];
  return [x, y];
}
