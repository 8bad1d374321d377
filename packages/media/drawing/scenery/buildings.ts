import type { Stage } from '../stage.ts';
import { mix } from '../colour.ts';
import { box, curve, ellipse, spline } from '../paths.ts';
import type { Point } from '../paths.ts';

/** Options of {@link drawHouse}. */
export type HouseOptions = {
  wall: string;
  roof: string;
  depth: number;
  door?: string;
  /** Windows across and up. Default by size. */
  windows?: readonly [number, number];
  chimney?: boolean;
  /** Share of windows that are lit when lamps are. Default 0.7. */
  lit?: number;
};

/** A house with its foot at (x, y); windows shine when the hour has lamps, snow lies on the roof when it lies anywhere. */
export function drawHouse(
  stage: Stage,
  x: number,
  y: number,
  width: number,
  height: number,
  options: HouseOptions,
): void {
  const { brush, grade } = stage;
  const { depth } = options;
  const wall = stage.tone(options.wall, depth);
  const roof = stage.tone(options.roof, depth);
  const jitter = () => brush.between(-1.5, 1.5);
  const top = y - height;
  const rise = width * brush.between(0.42, 0.58);
  const left = x - width / 2;
  const right = x + width / 2;
  brush.contact(x, y, width * 0.55, width * 0.06, 0.3);
  if (options.chimney !== false) {
    const cx = x + width * brush.choose([-0.26, 0.24]);
    brush.shape(
      box(cx - width * 0.06, top - rise * 1.02, cx + width * 0.06, top - rise * 0.2, 0.1),
      brush.darker(wall, 0.3),
      { lift: 2 },
    );
    if (grade.snowy)
      brush.dab(
        box(cx - width * 0.075, top - rise * 1.08, cx + width * 0.075, top - rise * 1.0, 0.6),
        stage.tone('#ffffff', depth * 0.5),
      );
    if (grade.lamps) drawSmoke(stage, cx, top - rise * 1.1, width * 0.09);
  }
  brush.shape(
    spline(
      [
        [left + jitter(), y],
        [left + jitter(), top],
        [right + jitter(), top],
        [right + jitter(), y],
      ],
      0.1,
    ),
    wall,
    {
      to: brush.darker(wall, 0.4),
      along: stage.key.toward.x > 0 ? [right, top, left, y] : [left, top, right, y],
      lift: 4,
      halo: 2,
    },
  );
  const eave = width * 0.1;
  const roofPath = spline(
    [
      [left - eave, top + 5],
      [x + jitter() * 2, top - rise],
      [right + eave, top + 5],
      [x, top + 2],
    ],
    0.14,
  );
  brush.shape(roofPath, roof, {
    to: brush.darker(roof, 0.42),
    along: [x - width * 0.3, top - rise, x + width * 0.3, top],
    lift: 4,
    halo: 2,
  });
  if (width > 70) {
    brush.clip(roofPath, () => {
      for (let row = 1; row < 6; row++) {
        const ry = top - rise + (row * rise) / 5;
        const points: Point[] = [];
        for (let i = 0; i <= 14; i++)
          points.push([left - eave + (i / 14) * (width + 2 * eave), ry + (i % 2 ? 2.4 : 0)]);
        brush.line(curve(points), brush.darker(roof, 0.5), 1.3, 0.4);
      }
    });
  }
  if (grade.snowy) {
    const snow = stage.tone('#fdfeff', depth * 0.5);
    brush.shape(
      spline(
        [
          [left - eave * 1.1, top + 3],
          [x - width * 0.28, top - rise * 0.56],
          [x, top - rise - 5],
          [x + width * 0.28, top - rise * 0.56],
          [right + eave * 1.1, top + 3],
          [right - width * 0.2, top - 3],
          [x + width * 0.1, top - rise * 0.2],
          [x - width * 0.16, top - 4],
          [left + width * 0.12, top - 2],
        ],
        0.7,
      ),
      snow,
      { to: mix(snow, '#8fa8d8', 0.35), along: [0, top - rise, 0, top], lift: 2 },
    );
  }
  const [across, up] = options.windows ?? [width > 66 ? 3 : 2, Math.max(1, Math.floor(height / 48))];
  const hasDoor = options.door !== undefined;
  for (let i = 0; i < across; i++) {
    for (let j = 0; j < up; j++) {
      const wx = left + (width * (i + 0.5)) / across;
      const wy = top + ((j + 0.5) * height) / (up + (hasDoor ? 0.35 : 0.2));
      if (hasDoor && j === up - 1 && Math.abs(wx - x) < width * 0.16) continue;
      drawWindow(
        stage,
        wx,
        wy,
        Math.min(width / across / 3.6, 13),
        Math.min(height / up / 4, 17),
        depth,
        brush.random() < (options.lit ?? 0.7),
      );
    }
  }
  if (!options.door) return;
  const dw = Math.min(width * 0.12, 15);
  const dh = Math.min(height * 0.44, 52);
  brush.shape(
    spline(
      [
        [x - dw, y],
        [x - dw, y - dh * 0.72],
        [x, y - dh],
        [x + dw, y - dh * 0.72],
        [x + dw, y],
      ],
      0.4,
    ),
    stage.tone(options.door, depth),
    {
      to: brush.darker(stage.tone(options.door, depth), 0.45),
      along: [0, y - dh, 0, y],
      lift: 2,
    },
  );
  brush.dab(ellipse(x + dw * 0.5, y - dh * 0.4, 1.8), '#f0c860');
}

/** A small window, lit or dark. */
export function drawWindow(
  stage: Stage,
  x: number,
  y: number,
  half: number,
  tall: number,
  depth: number,
  mayShine: boolean,
): void {
  const { brush, grade } = stage;
  const lit = mayShine && grade.lamps;
  const pane = spline(
    [
      [x - half, y + tall],
      [x - half, y - tall * 0.7],
      [x, y - tall * 1.15],
      [x + half, y - tall * 0.7],
      [x + half, y + tall],
    ],
    0.35,
  );
  if (lit) {
    brush.as('light', () => {
      brush.glow(x, y, tall * 2.7, grade.lamp, 0.42, 2);
      brush.shape(pane, '#ffeaa8', { to: mix(grade.lamp, '#ffd080', 0.4), along: [x, y - tall, x, y + tall], lift: 0 });
    });
    noteLamp(stage, x, y, tall);
  } else
    brush.shape(pane, stage.tone('#54688c', depth), {
      to: stage.tone('#8fa8c0', depth),
      along: [x, y - tall, x, y + tall],
      lift: 1,
    });
  const frame = brush.darker(stage.tone('#6a4a40', depth), 0.2);
  brush.line(
    curve([
      [x, y - tall],
      [x, y + tall],
    ]),
    frame,
    Math.max(1, half * 0.18),
    0.8,
  );
  brush.line(
    curve([
      [x - half, y],
      [x + half, y],
    ]),
    frame,
    Math.max(1, half * 0.18),
    0.8,
  );
}

function noteLamp(stage: Stage, x: number, y: number, size: number): void {
  const { layer } = stage.current;
  layer.lights ??= [];
  layer.lights.push({
    x: stage.toPixelX(x),
    y: stage.toPixelY(y),
    radius: size * 2.4 * stage.scale,
    colour: stage.grade.lamp,
    strength: 0.35,
    kind: 'steady',
  });
  // A street has many windows; each further one adds less, or the night would turn to day.
  if (size > 9) stage.light(x, y + size, size * 7, stage.grade.lamp, 0.32 / (1 + stage.lights.length * 0.6));
}

/** Smoke that rises and drifts away. */
export function drawSmoke(stage: Stage, x: number, y: number, size: number): void {
  const { brush, grade, spec } = stage;
  const drift = spec.weather === 'wind' ? 2.4 : 1;
  const colour = mix(grade.haze, '#ffffff', 0.45);
  brush.soft([x - size * 4, y - size * 16, x + size * (8 + drift * 8), y + size], size * 0.7, 0.5, (ctx) => {
    ctx.fillStyle = brush.style.tone(colour, 'sky');
    for (let i = 0; i < 6; i++) {
      ctx.beginPath();
      ctx.arc(
        x + Math.sin(i * 0.9) * size * 0.8 + i * i * size * 0.18 * drift,
        y - i * size * 2.3,
        size * (0.8 + i * 0.45),
        0,
        7,
      );
      ctx.fill();
    }
  });
}

/** A row of houses shoulder to shoulder from x0 to x1. */
export function drawStreet(stage: Stage, base: number, x0: number, x1: number, scale: number, depth: number): void {
  const { brush } = stage;
  const walls = ['#d98a74', '#efd0a8', '#98a8c4', '#e0b080', '#b8889c', '#8fa8a4', '#f0e0c8'];
  const roofs = ['#8a4a4c', '#5c5484', '#a8604c', '#6a4a6a'];
  let x = x0;
  while (x < x1) {
    const width = brush.between(60, 96) * scale;
    const storeys = brush.random() < 0.5 ? 1 : 2;
    drawHouse(
      stage,
      x + width / 2,
      base + brush.between(-2, 3),
      width,
      (46 + storeys * brush.between(36, 48)) * scale,
      {
        windows: [2, storeys],
        wall: brush.choose(walls),
        roof: brush.choose(roofs),
        depth,
        ...(scale > 0.8 ? { door: brush.choose(['#5a7a6a', '#a8504c', '#4c6a8c']) } : {}),
        chimney: brush.random() < 0.45,
      },
    );
    x += width + brush.between(-6, 6) * scale;
  }
}

/** A picket fence from x0 to x1. */
export function drawFence(
  stage: Stage,
  x0: number,
  x1: number,
  y: (x: number) => number,
  height: number,
  colour: string,
): void {
  const { brush } = stage;
  for (const rail of [0.3, 0.7]) {
    brush.shape(
      spline(
        [
          [x0, y(x0) - height * rail - 3],
          [x1, y(x1) - height * rail - 3],
          [x1, y(x1) - height * rail + 3],
          [x0, y(x0) - height * rail + 3],
        ],
        0.1,
      ),
      brush.darker(colour, 0.15),
      { lift: 2 },
    );
  }
  const step = height * 0.34;
  for (let x = x0; x <= x1; x += step) {
    const foot = y(x) + 3;
    const w = step * 0.3;
    const top = foot - height * brush.between(0.92, 1.04);
    brush.shape(
      spline(
        [
          [x - w, foot],
          [x - w, top],
          [x, top - w * 1.3],
          [x + w, top],
          [x + w, foot],
        ],
        0.15,
      ),
      colour,
      { to: brush.darker(colour, 0.3), along: [0, top, 0, foot], lift: 2 },
    );
  }
}
