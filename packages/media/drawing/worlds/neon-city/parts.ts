import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { fillBox, linear, tube } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';

/** A tower seen from the front. */
export type Tower = {
  x: number;
  foot: number;
  wide: number;
  tall: number;
  /** 0 near to 1 at the horizon. */
  distance: number;
  /** Size of a window, units. */
  window?: number;
  /** Whether its top is built up: steps, mast, lamp. */
  isLandmark?: boolean;
};

/** The colours that shine in this city, the commonest first. */
export function neons({ tones }: VistaStage): string[] {
  return [tones.light, tones.accent, tones.main, blend(tones.accent, tones.light, 0.5)];
}

/** A tower with lit windows, dark at its top and in the glow of the streets at its foot. */
export function tower(stage: VistaStage, c: Context, options: Tower): void {
  const { tones } = stage;
  const { x, foot, wide, tall, distance, window = 5, isLandmark = false } = options;
  const top = foot - tall;
  const wall = tones.far(blend(tones.ink, tones.deep, 0.6), distance * 0.75);
  const low = tones.far(blend(tones.deep, tones.main, 0.35), 0.25 + distance * 0.65);
  const face = linear(
    c,
    [0, top, 0, foot],
    [
      [0, wall],
      [0.55, wall],
      [1, low],
    ],
  );
  const shape = new Path2D();
  const steps = isLandmark ? 3 : stage.random() < 0.35 ? 2 : 1;
  for (let step = 0; step < steps; step++) {
    const inset = (wide / 2) * (step / steps) * 0.62;
    shape.rect(
      x + inset,
      top - (isLandmark ? tall * 0.07 * step : tall * 0.04 * step),
      wide - inset * 2,
      foot - top + step * tall * 0.07,
    );
  }
  c.fillStyle = face;
  c.fill(shape);
  // The side that faces the great light of the picture takes some of it.
  const side = stage.key.x > x + wide / 2 ? 1 : 0;
  fillBox(
    c,
    [x + side * wide * 0.8, top, x + wide * (0.2 + side * 0.8), foot],
    linear(
      c,
      [x + wide * (1 - side), 0, x + wide * side, 0],
      [
        [0, stage.key.colour, 0],
        [1, stage.key.colour, 0.1 + 0.12 * (1 - distance)],
      ],
    ),
  );
  windows(stage, c, {
    x: x + window * 0.9,
    y: top + window * 1.6,
    wide: wide - window * 1.8,
    tall: tall - window * 2,
    window,
    distance,
  });
  c.strokeStyle = wall;
  c.lineWidth = Math.max(0.8, window * 0.22);
  const mast = isLandmark ? tall * 0.3 : stage.random() < 0.4 ? tall * stage.between(0.05, 0.16) : 0;
  if (mast > 0) {
    const at = x + wide * (isLandmark ? 0.5 : stage.between(0.25, 0.75));
    const from = top - (isLandmark ? tall * 0.07 * (steps - 1) : 0);
    c.beginPath();
    c.moveTo(at, from);
    c.lineTo(at, from - mast);
    c.stroke();
    stage.lamp(c, {
      x: at,
      y: from - mast,
      radius: isLandmark ? 46 : 12,
      colour: isLandmark ? tones.light : tones.accent,
      strength: 0.9,
    });
  }
}

/** Rows of windows, in blocks that are lit or dark together. */
export function windows(
  stage: VistaStage,
  c: Context,
  grid: { x: number; y: number; wide: number; tall: number; window: number; distance: number },
): void {
  const { tones } = stage;
  const { x, y, wide, tall, window, distance } = grid;
  const colours = [
    tones.light,
    tones.light,
    blend(tones.light, tones.accent, 0.55),
    blend(tones.light, tones.main, 0.6),
  ];
  const paths = colours.map(() => new Path2D());
  const gapX = window * stage.choose([1.5, 1.8, 2.3]);
  const gapY = window * stage.choose([1.9, 2.3]);
  const size: [number, number] = stage.random() < 0.3 ? [gapX * 0.84, window * 0.62] : [window * 0.72, window * 1.05];
  const share = stage.by(0.16, 0.5);
  for (let row = 0; row * gapY < tall; row++) {
    const lively = stage.random() < 0.16 ? 1.7 : stage.between(0.3, 1.1);
    for (let column = 0; (column + 1) * gapX < wide + gapX * 0.3; column++) {
      if (stage.random() > share * lively) continue;
      paths[Math.floor(stage.random() * 4)]!.rect(x + column * gapX, y + row * gapY, size[0], size[1]);
    }
  }
  paths.forEach((path, index) => {
    c.fillStyle = alpha(
      tones.far(colours[index]!, distance * 0.35),
      [0.95, 0.5, 0.75, 0.6][index]! * (1 - distance * 0.3),
    );
    c.fill(path);
  });
}

/** A row of towers along the whole picture. */
export function skyline(
  stage: VistaStage,
  c: Context,
  row: {
    foot: number;
    tall: readonly [number, number];
    wide: readonly [number, number];
    distance: number;
    window: number;
    hollow?: number;
  },
): void {
  const { view, w } = stage;
  for (let x = view.x0 - 20; x < view.x1;) {
    const wide = stage.between(...row.wide);
    const middle = Math.exp(-(((x + wide / 2 - stage.key.x) / (w * 0.3)) ** 2));
    const low = row.hollow === undefined ? 1 : 1 - row.hollow * middle;
    const tall = stage.between(...row.tall) * (0.8 + (stage.random() < 0.16 ? 0.5 : 0)) * low;
    tower(stage, c, { x, foot: row.foot, wide, tall, distance: row.distance, window: row.window });
    x += wide + stage.between(-6, wide * 0.24);
  }
}

/** A sign of bent tubes in a frame: abstract shapes, no letters. Registers as a light. */
export function sign(
  stage: VistaStage,
  c: Context,
  {
    x,
    y,
    wide,
    tall,
    colour,
    second,
  }: { x: number; y: number; wide: number; tall: number; colour: string; second: string },
): void {
  const { tones } = stage;
  const thick = Math.max(1, Math.min(wide, tall) * 0.055);
  fillBox(c, [x, y, x + wide, y + tall], alpha(tones.ink, 0.86));
  const core = (own: string) => blend(own, '#ffffff', 0.62);
  const frame = new Path2D();
  frame.roundRect(x + thick * 2, y + thick * 2, wide - thick * 4, tall - thick * 4, thick * 3);
  tube(c, frame, thick, colour, core(colour), 0.9);
  const isUpright = tall > wide;
  const count = Math.max(1, Math.round((isUpright ? tall / wide : wide / tall) * 1.1));
  for (let index = 0; index < count; index++) {
    const unit = Math.min(wide, tall) * 0.5;
    const cx = isUpright ? x + wide / 2 : x + ((index + 0.5) / count) * wide;
    const cy = isUpright ? y + ((index + 0.5) / count) * tall : y + tall / 2;
    const own = index % 2 ? colour : second;
    tube(c, glyph(stage, cx, cy, unit * 0.52), thick * 0.9, own, core(own), 0.9);
  }
  stage.lamp(c, { x: x + wide / 2, y: y + tall / 2, radius: Math.max(wide, tall) * 0.95, colour, strength: 0.42 });
}

function glyph(stage: VistaStage, x: number, y: number, r: number): Path2D {
  const path = new Path2D();
  switch (Math.floor(stage.random() * 6)) {
    case 0:
      path.arc(x, y, r, 0, Math.PI * 2);
      break;
    case 1:
      path.moveTo(x - r, y + r * 0.8);
      path.lineTo(x, y - r);
      path.lineTo(x + r, y + r * 0.8);
      path.closePath();
      break;
    case 2:
      for (const dy of [-0.7, 0, 0.7]) {
        path.moveTo(x - r, y + dy * r);
        path.lineTo(x + r * (dy === 0 ? 0.3 : 1), y + dy * r);
      }
      break;
    case 3:
      path.moveTo(x + r * 0.2, y - r);
      path.lineTo(x - r * 0.6, y + r * 0.1);
      path.lineTo(x + r * 0.4, y + r * 0.1);
      path.lineTo(x - r * 0.3, y + r);
      break;
    case 4:
      path.arc(x, y, r, 0.6, Math.PI * 2 - 0.6);
      path.moveTo(x + r * 0.3, y);
      path.arc(x, y, r * 0.3, 0, Math.PI * 2);
      break;
    default:
      path.moveTo(x - r, y);
      for (let step = 1; step <= 8; step++)
        path.lineTo(x - r + (step / 8) * 2 * r, y + (step % 2 ? -r * 0.6 : r * 0.6));
  }
  return path;
}

/** Searchlights that rise from behind the roofs. */
export function beams(stage: VistaStage, c: Context, foot: number, count: number): void {
  const { h, w, tones } = stage;
  c.save();
  c.globalCompositeOperation = 'screen';
  for (let index = 0; index < count; index++) {
    const x = w * ((index + 0.5) / count) + stage.between(-60, 60);
    const angle = -Math.PI / 2 + stage.between(-0.5, 0.5);
    const length = h * stage.between(0.8, 1.1);
    const half = 0.03;
    const [tx, ty] = [x + Math.cos(angle) * length, foot + Math.sin(angle) * length];
    c.fillStyle = linear(
      c,
      [x, foot, tx, ty],
      [
        [0, tones.light, 0.3],
        [0.5, tones.light, 0.1],
        [1, tones.light, 0],
      ],
    );
    c.beginPath();
    c.moveTo(x - 3, foot);
    c.lineTo(x + Math.cos(angle - half) * length, foot + Math.sin(angle - half) * length);
    c.lineTo(x + Math.cos(angle + half) * length, foot + Math.sin(angle + half) * length);
    c.lineTo(x + 3, foot);
    c.fill();
  }
  c.restore();
}
