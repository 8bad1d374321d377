/*
 * The drawing vocabulary of a character or a prop. Whoever draws with a Brush names *what* is there (a shape, a line, fur, a
 * glow) in true colours; the brush's style decides *how* it looks on paper (wash, card, light, ink). The agreement:
 *
 * - Units: a character or prop is drawn in its own units, feet or foot at (0, 0), y up is negative, about 180 units tall for
 *   a character. Whoever places it calls `brush.at(x, y, scale, rotation, flip, draw)`. Unflipped, it looks to the right.
 * - Characters: `drawCharacter(brush, character, { time?, asleepLids? })`, `characterHeight(species)` in units and
 *   `characterEyes(character): { x, y, r }[]` in units, all from `characters/index.ts`.
 * - Props: `drawProp(brush, kind, { state?, colour?, seed? })`, `propHeight(kind)`, `propGrip(kind)` from `props/index.ts`.
 * - Chance only comes from `brush.random()` and `brush.between()`; whoever calls has set the seed, so that the same
 *   character is the same in every picture.
 * - Colours are `#rrggbb`. Widths, blurs and lifts are in the current units.
 */
import { createCanvas, Path2D } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { alpha, lerp, mix } from './colour.ts';
import { curve, ellipse, spline } from './paths.ts';
import type { Point } from './paths.ts';
import { seeded } from './random.ts';
import type { Random } from './random.ts';
import type { Style } from './styles/style.ts';

/** The canvas context a brush draws on. */
export type Context = SKRSContext2D;

/** How a filled shape is painted. */
export type ShapeOptions = {
  /** Second colour of a gradient along `along`. */
  to?: string;
  /** Start and end of the gradient: x0, y0, x1, y1. */
  along?: readonly [number, number, number, number];
  /** How far a piece of card lies above what is behind it; 0: flat on it. Default 4. */
  lift?: number;
  /** A hill, a sky card, a wall: its paper shadow is wide and soft. Dear, so only for a few shapes a layer. */
  plate?: boolean;
  rule?: 'evenodd' | 'nonzero';
  /** Width of the unpainted gap around a main silhouette (watercolour). Default 0. */
  halo?: number;
  /** Strength of the cut edge or outline, 0 none. */
  edge?: number;
};

/** How an eye looks. */
export type EyeOptions = {
  /** 0 wide open, 1 shut. Default 0. */
  lid?: number;
  /** Shut eyes: `down` asleep, `up` smiling. */
  shut?: 'down' | 'up';
  /** Where it looks, -1 to 1. */
  gaze?: Point;
  /** Size of the open eye beside its usual one; 1.15 for wonder. Default 1. */
  wide?: number;
  ink?: string;
  /** Colour of a lid that is half down. */
  skin?: string;
  /** Colour of an iris around the pupil; omitted: a plain dark eye. */
  iris?: string;
};

/** Draws in one style on one canvas. */
export class Brush {
  ctx: Context;
  readonly style: Style;
  random: Random;
  /** Who is being drawn: styles give actors more colour and a clearer outline than scenery. */
  role: 'scenery' | 'actor' | 'light' = 'scenery';
  /** Colour of shadows. */
  shade = '#1a1838';
  /** Light that actors give off is written here by `glow`, in device pixels, for whoever lights the scene. */
  readonly glows: { x: number; y: number; radius: number; colour: string; strength: number }[] = [];

  constructor(ctx: Context, style: Style, seed: number) {
    this.ctx = ctx;
    this.style = style;
    this.random = seeded(seed);
    ctx.lineCap = 'round';
    ctx.lineJoin = 'round';
  }

  /** Draws on another canvas until `draw` returns. */
  on(ctx: Context, draw: () => void): void {
    const before = this.ctx;
    this.ctx = ctx;
    ctx.lineCap = 'round';
    ctx.lineJoin = 'round';
    draw();
    this.ctx = before;
  }

  /** Runs `draw` with a seed of its own and the former sequence afterwards. */
  seededBy(seed: number, draw: () => void): void {
    const before = this.random;
    this.random = seeded(seed);
    draw();
    this.random = before;
  }

  /** Draws as scenery, as an actor or as something that shines by itself. */
  as(role: Brush['role'], draw: () => void): void {
    const before = this.role;
    this.role = role;
    draw();
    this.role = before;
  }

  /** A number between the two. */
  between(from: number, to: number): number {
    return from + (to - from) * this.random();
  }

  /** One of the values. */
  choose<Value>(values: readonly Value[]): Value {
    return values[Math.min(values.length - 1, Math.floor(this.random() * values.length))]!;
  }

  /** The first value in painted styles, the second in the flat one (paper cut). */
  pick<Value>(painted: Value, flat: Value): Value {
    return this.style.flat ? flat : painted;
  }

  /** Draws in moved, scaled, turned and maybe mirrored units. */
  at(x: number, y: number, scale: number, rotation: number, flip: boolean, draw: () => void): void {
    const { ctx } = this;
    ctx.save();
    ctx.translate(x, y);
    ctx.rotate(rotation);
    ctx.scale(flip ? -scale : scale, scale);
    draw();
    ctx.restore();
  }

  /** Draws only inside the path. */
  clip(path: Path2D, draw: () => void, rule: 'evenodd' | 'nonzero' = 'nonzero'): void {
    this.ctx.save();
    this.ctx.clip(path, rule);
    draw();
    this.ctx.restore();
  }

  /** A cheap three-quarter turn: slides the features sideways across the head, clipped by it. */
  turn(head: Path2D, dx: number, draw: () => void): void {
    this.clip(head, () => {
      this.ctx.translate(dx, Math.abs(dx) * 0.12);
      draw();
    });
  }

  /** The one filled shape: a graded wash, a piece of card with its shadow, a lit pane, or an inked form. */
  shape(path: Path2D, colour: string, options: ShapeOptions = {}): void {
    this.style.shape(this, path, colour, options);
  }

  /** Paints a small detail without edge or shadow. */
  dab(path: Path2D, colour: string, strength = 1): void {
    const toned = this.style.tone(colour, this.role);
    this.ctx.fillStyle = strength < 1 ? alpha(toned, strength) : toned;
    this.ctx.fill(path);
  }

  /** A drawn line. */
  line(path: Path2D, colour: string, width: number, strength = 1): void {
    this.style.line(this, path, colour, width, strength);
  }

  /** Shades the inside of a shape around a point: a charge of pigment, a breath of airbrush. `strength` 0 to 1. */
  form(path: Path2D, x: number, y: number, radius: number, colour: string, strength: number): void {
    const { ctx } = this;
    const a = strength * this.style.formStrength;
    const toned = this.style.tone(colour, this.role);
    const gradient = ctx.createRadialGradient(x, y, 0, x, y, radius);
    gradient.addColorStop(0, alpha(toned, a));
    gradient.addColorStop(0.5, alpha(toned, a * 0.55));
    gradient.addColorStop(1, alpha(toned, 0));
    this.clip(path, () => {
      ctx.fillStyle = gradient;
      ctx.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
    });
  }

  /** Light in the air around a point. */
  glow(x: number, y: number, radius: number, colour: string, strength: number, rings = 4): void {
    this.style.glow(this, x, y, radius, colour, strength, rings);
  }

  /** A source of light on a thing that is drawn: a glow, and the scene is lit by it. Only what really shines calls it. */
  lamp(x: number, y: number, radius: number, colour: string, strength: number): void {
    this.glow(x, y, radius, colour, strength);
    const m = this.ctx.getTransform();
    const scale = Math.hypot(m.a, m.b);
    this.glows.push({
      x: m.a * x + m.c * y + m.e,
      y: m.b * x + m.d * y + m.f,
      radius: radius * scale,
      colour,
      strength,
    });
  }

  /** A soft shadow where something touches the ground. */
  contact(x: number, y: number, rx: number, ry: number, strength = 0.5): void {
    const { ctx } = this;
    ctx.save();
    ctx.translate(x, y);
    ctx.scale(rx * 1.25, ry * 1.5);
    const gradient = ctx.createRadialGradient(0, 0, 0, 0, 0, 1);
    const colour = this.style.tone(this.shade, 'scenery');
    gradient.addColorStop(0, alpha(colour, strength));
    gradient.addColorStop(0.55, alpha(colour, strength * 0.62));
    gradient.addColorStop(1, alpha(colour, 0));
    ctx.fillStyle = gradient;
    ctx.fillRect(-1, -1, 2, 2);
    ctx.restore();
  }

  /**
   * Draws softly: on a small scratch canvas, blurred, scaled back. For shafts, mist, smoke.
   * @param area x0, y0, x1, y1 in current units: what is touched. Smaller is cheaper.
   * @param blur In current units.
   */
  soft(
    area: readonly [number, number, number, number],
    blur: number,
    strength: number,
    draw: (ctx: Context) => void,
    operation: 'source-over' | 'screen' | 'source-atop' | 'multiply' = 'source-over',
  ): void {
    const { ctx } = this;
    const m = ctx.getTransform();
    const scale = Math.hypot(m.a, m.b);
    const shrink = 0.25 * Math.min(1, 1.5 / scale);
    const edge = blur * 2;
    const [x0, y0, x1, y1] = [area[0] - edge, area[1] - edge, area[2] + edge, area[3] + edge];
    const k = scale * shrink;
    const width = Math.max(1, Math.ceil((x1 - x0) * k));
    const height = Math.max(1, Math.ceil((y1 - y0) * k));
    let scratch = createCanvas(width, height);
    const small = scratch.getContext('2d');
    small.scale(k, k);
    small.translate(-x0, -y0);
    draw(small);
    if (blur) {
      const blurred = createCanvas(width, height);
      const out = blurred.getContext('2d');
      out.filter = `blur(${(blur * k).toFixed(2)}px)`;
      out.drawImage(scratch, 0, 0);
      scratch = blurred;
    }
    ctx.save();
    ctx.globalAlpha *= strength;
    ctx.globalCompositeOperation = operation;
    ctx.imageSmoothingQuality = 'low';
    ctx.drawImage(scratch, x0, y0, width / k, height / k);
    ctx.restore();
  }

  /** A round outline drawn by an unsteady hand. `wobble` 0 perfect, 0.25 ragged. */
  blob(x: number, y: number, rx: number, ry = rx, wobble = 0.08, points = 12): Path2D {
    const phase = this.random() * 7;
    return spline(
      Array.from({ length: points }, (_, index): Point => {
        const angle = phase + (index / points) * Math.PI * 2;
        const k = 1 + (this.random() - 0.5) * 2 * wobble;
        return [x + Math.cos(angle) * rx * k, y + Math.sin(angle) * ry * k];
      }),
    );
  }

  /** Dry-brush hair inside a shape: strokes fan out from (fx, fy). One path per tone. `area` is x0, y0, x1, y1. */
  fur(
    path: Path2D,
    area: readonly [number, number, number, number],
    count: number,
    length: number,
    colours: readonly string[],
    fx: number,
    fy: number,
    width = 1.5,
  ): void {
    this.clip(path, () =>
      colours.forEach((colour, tone) => {
        const strokes = new Path2D();
        for (let i = 0; i < count; i++) {
          const x = lerp(area[0], area[2], this.random());
          const y = lerp(area[1], area[3], this.random());
          const angle = Math.atan2(y - fy, x - fx) + this.between(-0.35, 0.35);
          const l = length * this.between(0.5, 1.2);
          strokes.moveTo(x, y);
          strokes.quadraticCurveTo(
            x + Math.cos(angle) * l * 0.5,
            y + Math.sin(angle) * l * 0.5,
            x + Math.cos(angle + 0.3) * l,
            y + Math.sin(angle + 0.3) * l,
          );
        }
        this.ctx.strokeStyle = alpha(this.style.tone(colour, this.role), this.style.furStrength);
        this.ctx.lineWidth = width * (tone ? 0.8 : 1);
        this.ctx.stroke(strokes);
      }),
    );
  }

  /** Single short hairs hanging from the points. */
  tufts(points: readonly Point[], colour: string, length: number, width = 1.3, strength = 1): void {
    for (const [x, y] of points) {
      const path = curve([
        [x, y],
        [x + this.between(-2, 2), y + length * 0.5],
        [x + this.between(-3, 3), y + length],
      ]);
      this.line(path, colour, width, strength * 0.8);
    }
  }

  /** A small picture-book eye: dark, one highlight. `r` is half its height. */
  eye(x: number, y: number, r: number, options: EyeOptions = {}): void {
    const { ctx } = this;
    const ink = options.ink ?? '#231a20';
    const lid = options.lid ?? 0;
    if (options.shut || lid > 0.85) {
      this.shutEye(x, y, r, ink, options.shut ?? 'down');
      return;
    }
    const k = 0.76 * (options.wide ?? 1);
    const [gx, gy] = options.gaze ?? [0, 0];
    const whole = ellipse(x, y, r * 0.84 * k, r * 1.12 * k);
    ctx.save();
    if (lid > 0) {
      const open = new Path2D();
      open.rect(x - 2 * r, y - r * 1.2 * k + lid * r * 2.1 * k, 4 * r, 4 * r);
      ctx.clip(open);
    }
    ctx.fillStyle = options.iris ?? ink;
    ctx.fill(whole);
    if (options.iris) {
      ctx.fillStyle = ink;
      ctx.fill(ellipse(x + gx * r * 0.2, y + gy * r * 0.2, r * 0.56 * k, r * 0.8 * k));
    }
    ctx.fillStyle = '#fffdf5';
    ctx.fill(ellipse(x + (gx * 0.16 - 0.22) * r * k, y + (gy * 0.2 - 0.44) * r * k, r * 0.3 * k));
    ctx.fillStyle = alpha('#ffffff', 0.5);
    ctx.fill(ellipse(x + (gx * 0.16 + 0.26) * r * k, y + (gy * 0.2 + 0.42) * r * k, r * 0.14 * k));
    ctx.restore();
    if (lid > 0.12) {
      const top = y - r * 1.12 * k + lid * r * 2 * k;
      this.line(
        curve([
          [x - r * 0.8, top + r * 0.14],
          [x, top - r * 0.06],
          [x + r * 0.8, top + r * 0.14],
        ]),
        ink,
        r * 0.26,
      );
    }
  }

  private shutEye(x: number, y: number, r: number, ink: string, shut: 'down' | 'up'): void {
    const { ctx } = this;
    ctx.strokeStyle = ink;
    ctx.lineWidth = r * 0.36;
    ctx.beginPath();
    if (shut === 'up') ctx.arc(x, y + r * 0.5, r, Math.PI + 0.3, -0.3);
    else ctx.arc(x, y - r * 0.3, r * 1.05, 0.25, Math.PI - 0.25);
    ctx.stroke();
    if (shut === 'up') return;
    ctx.lineWidth = r * 0.2;
    for (const angle of [0.45, 1.57, 2.7]) {
      ctx.beginPath();
      ctx.moveTo(x + Math.cos(angle) * r, y - r * 0.3 + Math.sin(angle) * r);
      ctx.lineTo(x + Math.cos(angle) * r * 1.42, y - r * 0.3 + Math.sin(angle) * r * 1.38);
      ctx.stroke();
    }
  }

  /** A warm cheek. */
  cheek(x: number, y: number, r: number, strength = 0.5, colour = '#e8604c'): void {
    const { ctx } = this;
    const gradient = ctx.createRadialGradient(x, y, 0, x, y, r);
    const toned = this.style.tone(colour, 'actor');
    gradient.addColorStop(0, alpha(toned, strength));
    gradient.addColorStop(this.pick(0.45, 0.9), alpha(toned, strength * 0.55));
    gradient.addColorStop(1, alpha(toned, 0));
    ctx.fillStyle = gradient;
    ctx.fillRect(x - r, y - r, 2 * r, 2 * r);
  }

  /** A curved mouth. `curl` 1 smiles, -1 is sad. */
  smile(x: number, y: number, width: number, ink: string, lineWidth: number, curl = 1): void {
    const d = width * curl;
    this.line(
      curve([
        [x - width, y - d * 0.2],
        [x - width * 0.5, y + d * 0.22],
        [x, y + d * 0.34],
        [x + width * 0.5, y + d * 0.22],
        [x + width, y - d * 0.2],
      ]),
      ink,
      lineWidth,
    );
  }

  /** The colour mixed towards the shadow colour. */
  darker(colour: string, amount: number): string {
    return mix(colour, this.shade, amount);
  }
}
