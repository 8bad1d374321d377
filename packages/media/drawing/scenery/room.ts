import { Path2D } from '@napi-rs/canvas';
import { mix } from '../colour.ts';
import { box, curve, ellipse, spline, star } from '../paths.ts';
import type { Point } from '../paths.ts';
import type { Stage } from '../stage.ts';
import { drawHill } from './land.ts';
import { drawSky } from './sky.ts';
import { drawFir } from './trees.ts';

/** Options of {@link drawRoom}. Colours are true colours. */
export type RoomOptions = {
  wall: string;
  floor: string;
  pattern?: 'flowers' | 'stripes' | 'stars' | 'stones' | 'planks' | 'none';
  /** Centre and half size of the window, in units. */
  window: { x: number; y: number; half: number; tall: number; arched?: boolean };
  curtains?: string;
  /** Draws on the wall, before the furniture. */
  onWall?: () => void;
};

/** Colours of a room: only a little of the hour comes in, the rest is its own light. */
export function roomTone(stage: Stage): (colour: string) => string {
  const night = stage.grade.lamps ? 0.42 : 0.1;
  return (colour) => mix(colour, stage.tone(colour, 0), night + 0.2);
}

/** Where the floor meets the wall. */
export function skirting(stage: Stage): number {
  return stage.horizon - 10;
}

/** The shell of a room: what is outside the window, the wall with its window, the floor, light from the window. */
export function drawRoom(stage: Stage, options: RoomOptions): void {
  const { brush, view, grade } = stage;
  const { window: hole } = options;
  const tone = roomTone(stage);
  const floorY = skirting(stage);
  const bottom = hole.y + hole.tall;
  Object.assign(stage.key, { x: hole.x + hole.half * 0.36, y: hole.y - hole.tall * 0.34 });
  drawSky(stage, {
    bottom,
    spread: 74,
    also: () => {
      drawHill(stage, bottom - 30, 18, 140, stage.tone(grade.grass.dark, 0.75), stage.tone(grade.grass.mid, 0.85), {
        length: 60,
      });
      for (let i = 0; i < 7; i++) {
        drawFir(
          stage,
          hole.x - hole.half + (i / 6) * hole.half * 2,
          bottom - 12 + brush.between(-5, 8),
          brush.between(40, 74),
          0.7,
        );
      }
    },
  });
  stage.layer('wall', 0.8, { lit: 1, wash: 0.2, grain: 0.15, broad: true }, () => {
    const opening = windowPoints(hole, 1);
    const wall = new Path2D();
    wall.rect(view.x0 - 60, view.y0 - 60, view.x1 - view.x0 + 120, floorY - view.y0 + 64);
    spline(opening, hole.arched === false ? 0.1 : 0.5, wall);
    brush.shape(wall, tone(options.wall), {
      to: brush.darker(tone(options.wall), 0.28),
      along: [hole.x, 0, hole.x < stage.width / 2 ? view.x1 : view.x0, floorY],
      rule: 'evenodd',
      lift: 10,
      plate: true,
    });
    brush.clip(wall, () => pattern(stage, options.pattern ?? 'flowers', tone(options.wall), floorY), 'evenodd');
    floor(stage, tone(options.floor), floorY);
    const trim = tone('#f3e2c6');
    brush.shape(box(view.x0 - 60, floorY - 14, view.x1 + 60, floorY + 4, 0.02), trim, {
      to: brush.darker(trim, 0.2),
      along: [0, floorY - 14, 0, floorY + 4],
      lift: 3,
    });
    const frame = new Path2D();
    spline(windowPoints(hole, 1.09), hole.arched === false ? 0.1 : 0.5, frame);
    spline(opening, hole.arched === false ? 0.1 : 0.5, frame);
    brush.shape(frame, trim, { rule: 'evenodd', lift: 5 });
    brush.shape(box(hole.x - 4, hole.y - hole.tall, hole.x + 4, bottom), trim, { lift: 3 });
    brush.shape(box(hole.x - hole.half, hole.y - 4, hole.x + hole.half, hole.y + 4), trim, { lift: 3 });
    brush.shape(
      box(hole.x - hole.half * 1.22, bottom - 4, hole.x + hole.half * 1.22, bottom + 16),
      mix(trim, '#ffffff', 0.2),
      { to: brush.darker(trim, 0.2), along: [0, bottom, 0, bottom + 16], lift: 5 },
    );
    options.onWall?.();
    if (options.curtains) curtains(stage, hole, tone(options.curtains));
  });
  beam(stage, hole, floorY);
  stage.light(hole.x - stage.key.toward.x * 40, hole.y + 60, 340, grade.key, grade.lamps ? 0.3 : 0.5);
}

function windowPoints({ x, y, half, tall, arched }: RoomOptions['window'], k: number): Point[] {
  const [w, h] = [half * k, tall * k];
  if (arched === false)
    return [
      [x - w, y + h],
      [x - w, y - h],
      [x + w, y - h],
      [x + w, y + h],
    ];
  return [
    [x - w, y + h],
    [x - w, y - h * 0.4],
    [x - w * 0.74, y - h * 0.82],
    [x, y - h],
    [x + w * 0.74, y - h * 0.82],
    [x + w, y - h * 0.4],
    [x + w, y + h],
  ];
}

function pattern(stage: Stage, kind: NonNullable<RoomOptions['pattern']>, wall: string, floorY: number): void {
  const { brush, view } = stage;
  const light = mix(wall, '#fff4dc', 0.42);
  if (kind === 'stripes') {
    for (let x = view.x0; x < view.x1; x += 64) brush.dab(box(x, view.y0, x + 30, floorY, 0), light, 0.24);
    return;
  }
  if (kind === 'planks') {
    for (let x = view.x0; x < view.x1; x += 58) {
      brush.line(
        curve([
          [x, view.y0],
          [x + brush.between(-3, 3), floorY / 2],
          [x, floorY],
        ]),
        brush.darker(wall, 0.6),
        2.4,
        0.5,
      );
      for (let i = 0; i < 2; i++) {
        const ky = brush.between(view.y0, floorY);
        brush.line(ellipse(x + 29, ky, 5, 9), brush.darker(wall, 0.5), 1.4, 0.4);
      }
    }
    return;
  }
  if (kind === 'stones') {
    let row = 0;
    for (let y = view.y0 - 10; y < floorY; y += 44) {
      for (let x = view.x0 - (row++ % 2 ? 40 : 0); x < view.x1; x += 84) {
        const stone = brush.blob(x + 40, y + 22, 40, 20, 0.05, 10);
        brush.dab(stone, brush.random() < 0.5 ? light : brush.darker(wall, 0.2), 0.32);
        brush.line(stone, brush.darker(wall, 0.5), 1.6, 0.34);
      }
    }
    return;
  }
  if (kind === 'none') return;
  const petals = new Path2D();
  const hearts = new Path2D();
  let row = 0;
  for (let y = view.y0 + 10; y < floorY - 20; y += 56) {
    row++;
    for (let x = view.x0 + (row % 2 ? 10 : 48); x < view.x1; x += 78) {
      if (kind === 'stars') petals.addPath(star(x, y, 7));
      else {
        for (let i = 0; i < 5; i++)
          petals.addPath(ellipse(x + Math.cos(i * 1.257) * 5, y + Math.sin(i * 1.257) * 5, 3.4));
        hearts.addPath(ellipse(x, y, 2.3));
      }
    }
  }
  brush.dab(petals, light, 0.5);
  brush.dab(hearts, '#e8b060', 0.6);
}

function floor(stage: Stage, colour: string, floorY: number): void {
  const { brush, view } = stage;
  const boards = new Path2D();
  boards.rect(view.x0 - 60, floorY, view.x1 - view.x0 + 120, view.y1 - floorY + 60);
  brush.shape(boards, colour, {
    to: brush.darker(colour, 0.5),
    along: [0, floorY, 0, view.y1],
    lift: 0,
    plate: true,
    edge: 0,
  });
  const vanish = stage.spec.focus.x * stage.width;
  for (let i = -14; i <= 14; i++) {
    const x = vanish + i * 62;
    const far = vanish + i * 62 * 0.62;
    brush.line(
      curve([
        [far, floorY],
        [x + i * 26, view.y1 + 10],
      ]),
      brush.darker(colour, 0.6),
      2,
      0.4,
    );
  }
  for (let i = 0; i < 26; i++) {
    const y = floorY + (view.y1 - floorY) * brush.random();
    const x = brush.between(view.x0, view.x1);
    brush.line(
      curve([
        [x, y],
        [x + 20, y + 1],
      ]),
      brush.darker(colour, 0.5),
      1.2,
      0.35,
    );
  }
}

function curtains(stage: Stage, hole: RoomOptions['window'], colour: string): void {
  const { brush } = stage;
  const top = hole.y - hole.tall - 34;
  const bottom = hole.y + hole.tall + 100;
  brush.line(
    curve([
      [hole.x - hole.half * 1.9, top],
      [hole.x, top - 3],
      [hole.x + hole.half * 1.9, top],
    ]),
    brush.darker('#8a5a40', 0.1),
    7,
  );
  for (const side of [-1, 1]) {
    const x = hole.x + side * hole.half * 1.24;
    const w = hole.half * 0.5;
    const drape = spline(
      [
        [x - side * w * 0.8, top],
        [x + side * w, top],
        [x + side * w * 1.1, hole.y],
        [x + side * w * 1.3, bottom],
        [x + side * w * 0.1, bottom + 5],
        [x + side * w * 0.14, hole.y + hole.tall * 0.7],
        [x - side * w * 0.3, hole.y + hole.tall * 0.1],
        [x - side * w * 1.1, hole.y - hole.tall * 0.5],
      ],
      0.8,
    );
    brush.shape(drape, colour, {
      to: brush.darker(colour, 0.35),
      along: [x - side * w, top, x + side * w, bottom],
      lift: 6,
      halo: 2,
    });
    brush.clip(drape, () => {
      for (let i = 0; i < 5; i++) {
        brush.line(
          curve([
            [x + side * (i * w * 0.36 - w * 0.6), top],
            [x + side * (i * w * 0.3 - w * 0.1), hole.y + hole.tall * 0.4],
            [x + side * (i * w * 0.32 + w * 0.1), bottom],
          ]),
          brush.darker(colour, 0.5),
          4,
          0.34,
        );
      }
    });
    brush.shape(
      spline([
        [x - side * w * 0.06, hole.y + hole.tall * 0.34],
        [x + side * w * 1.2, hole.y + hole.tall * 0.3],
        [x + side * w * 1.2, hole.y + hole.tall * 0.46],
        [x, hole.y + hole.tall * 0.5],
      ]),
      '#e8b860',
      { lift: 2 },
    );
  }
}

function beam(stage: Stage, hole: RoomOptions['window'], floorY: number): void {
  const { brush, grade, height } = stage;
  const slide = (stage.spec.focus.x * stage.width - hole.x) * 0.6;
  stage.layer('beam', 0.7, { airy: true }, () => {
    const colour = grade.lamps ? '#dcecf6' : grade.key;
    brush.soft(
      [
        hole.x - hole.half * 2 + Math.min(0, slide),
        hole.y - hole.tall,
        hole.x + hole.half * 2 + Math.max(0, slide),
        height,
      ],
      12,
      grade.lamps ? 0.26 : 0.4,
      (ctx) => {
        const fade = ctx.createLinearGradient(hole.x, hole.y - hole.tall, hole.x + slide, height);
        fade.addColorStop(0, `${colour}e6`);
        fade.addColorStop(1, `${colour}00`);
        ctx.fillStyle = fade;
        ctx.beginPath();
        ctx.moveTo(hole.x - hole.half, hole.y - hole.tall * 0.8);
        ctx.lineTo(hole.x + hole.half, hole.y - hole.tall * 0.8);
        ctx.lineTo(hole.x + hole.half * 1.6 + slide, Math.max(floorY + 60, height * 0.96));
        ctx.lineTo(hole.x - hole.half * 1.1 + slide, Math.max(floorY + 60, height * 0.96));
        ctx.fill();
      },
    );
  });
}

/** A round rug of rings. */
export function drawRug(stage: Stage, x: number, y: number, width: number, colours: readonly string[]): void {
  const { brush } = stage;
  const tone = roomTone(stage);
  const rings = colours.length;
  for (let i = rings; i > 0; i--) {
    brush.shape(ellipse(x, y, (width * i) / rings, (width * 0.15 * i) / rings), tone(colours[i - 1]!), {
      lift: i === rings ? 2 : 1,
      edge: 0.2,
    });
  }
}

/** A shelf with books and small things, its left end at (x, y). */
export function drawShelf(stage: Stage, x: number, y: number, width: number, wood: string): void {
  const { brush } = stage;
  const tone = roomTone(stage);
  let at = x + 6;
  const colours = ['#b8605a', '#6f9a98', '#d9a050', '#7a6a9c', '#8aa070', '#c8845c', '#5f7a9c', '#e0c8a0'];
  while (at < x + width - 16) {
    const w = brush.between(8, 16);
    const h = brush.between(36, 58);
    if (brush.random() < 0.14) {
      brush.shape(ellipse(at + 10, y - 12, 10, 12), tone(brush.choose(colours)), {
        to: brush.darker(tone('#6a5a60'), 0.3),
        along: [at, y - 20, at + 20, y],
        lift: 2,
      });
      at += 26;
      continue;
    }
    const colour = tone(brush.choose(colours));
    brush.at(at, y, 1, brush.random() < 0.12 ? 0.12 : brush.between(-0.015, 0.015), false, () => {
      brush.shape(box(0, -h, w, 0, 0.04), colour, {
        to: brush.darker(colour, 0.35),
        along: [0, 0, w, 0],
        lift: 2,
        edge: 0.2,
      });
      brush.dab(box(1.5, -h * 0.8, w - 1.5, -h * 0.74, 0), '#f6e2b0', 0.7);
    });
    at += w + 1;
  }
  const board = tone(wood);
  brush.shape(box(x - 6, y, x + width + 6, y + 10), board, {
    to: brush.darker(board, 0.4),
    along: [0, y, 0, y + 10],
    lift: 4,
  });
}

/** A framed picture on the wall. */
export function drawPicture(stage: Stage, x: number, y: number, width: number, height: number): void {
  const { brush } = stage;
  const tone = roomTone(stage);
  brush.shape(box(x - width / 2, y - height / 2, x + width / 2, y + height / 2), tone('#a8744c'), {
    to: brush.darker(tone('#a8744c'), 0.4),
    along: [x, y - height / 2, x, y + height / 2],
    lift: 4,
  });
  const inner = box(x - width / 2 + 6, y - height / 2 + 6, x + width / 2 - 6, y + height / 2 - 6);
  brush.shape(inner, tone('#cfe0dc'), { lift: 1 });
  brush.clip(inner, () => {
    brush.dab(ellipse(x + width * 0.16, y - height * 0.16, width * 0.09), tone('#f0c868'));
    brush.dab(ellipse(x - width * 0.2, y + height * 0.5, width * 0.5, height * 0.36), tone('#8aa878'));
    brush.dab(ellipse(x + width * 0.3, y + height * 0.52, width * 0.44, height * 0.3), tone('#6f9470'));
  });
}
