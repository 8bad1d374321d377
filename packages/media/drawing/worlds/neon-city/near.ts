import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { curve, ellipse, polygon } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { fillBox, glow, linear, radial, softly, tube } from '../paint.ts';
import { mistBank } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';
import { neons, sign, tower, windows } from './parts.ts';

/** A street canyon: where it vanishes, how wide it is right before the viewer, and its depth as nearness 0 (far) to 1. */
type Canyon = { x: number; y: number; half: number; high: number };

/** A point of the left (-1) or right (1) house front: `near` 0 at the vanishing point, 1 before the viewer; `up` 0 ground to 1 roof. */
function onWall({ x, y, half, high }: Canyon, side: number, near: number, up: number): Point {
  return [x + side * half * near, y + high * 0.42 * near - high * 1.5 * near * up];
}

/** The avenue: house fronts run to one point, cars' lights with them. */
export function avenue(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const canyon: Canyon = { x: w * 0.5, y: h * 0.58, half: Math.max(w * 0.62, h * 0.5), high: h };
  stage.key = { x: canyon.x, y: canyon.y - h * 0.06, colour: blend(tones.light, tones.accent, 0.4) };
  stage.footing = 'wet';
  stage.layer('sky', 1, { soft: 0 }, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, canyon.y],
        [
          [0, blend(tones.ink, tones.deep, 0.7)],
          [0.5, blend(tones.deep, tones.sky, 0.8)],
          [1, blend(tones.haze, tones.accent, 0.4)],
        ],
      ),
    );
    glow(c, canyon.x, canyon.y, w * 0.4, tones.accent, 0.6);
    stage.lamp(c, {
      x: canyon.x,
      y: canyon.y - h * 0.03,
      radius: w * 0.17 * stage.bigger,
      colour: tones.light,
      strength: 0.85,
    });
  });
  stage.layer('far towers', 0.88, {}, (c) => {
    for (let index = 0; index < 12; index++) {
      const offset = (index / 11) * 2 - 1;
      if (Math.abs(offset) < 0.12) continue;
      tower(stage, c, {
        x: canyon.x + offset * w * 0.2 - 16,
        foot: canyon.y + 4,
        wide: stage.between(22, 44),
        tall: h * stage.between(0.16, 0.4),
        distance: 0.62,
        window: 2.4,
      });
    }
    tower(stage, c, {
      x: canyon.x - 17,
      foot: canyon.y + 4,
      wide: 34,
      tall: h * 0.42 * stage.bigger,
      distance: 0.5,
      window: 2.4,
      isLandmark: true,
    });
    mistBank(
      stage,
      c,
      [view.x0, canyon.y - h * 0.16, view.x1, canyon.y + 6],
      blend(tones.haze, tones.accent, 0.3),
      0.7,
    );
  });
  stage.layer('houses', 0.62, {}, (c) => {
    for (const side of [-1, 1]) houseRow(stage, c, canyon, side, [0.16, 0.22, 0.3, 0.4, 0.54, 0.74]);
  });
  stage.layer('street', 0.5, { water: [view.x0, canyon.y + h * 0.05, view.x1, view.y1] }, (c) =>
    street(stage, c, canyon),
  );
  stage.thread(0.42, {
    air: [
      [w * 0.3, h * 0.5, h * 0.13],
      [w * 0.49, h * 0.36, h * 0.08],
    ],
    ground: [
      [w * 0.44, h * 0.93, h * 0.24],
      [w * 0.49, h * 0.68, h * 0.09],
    ],
    road: [
      [w * 0.4, h * 1.14, 18],
      [w * 0.45, h * 0.88, 9],
      [w * 0.48, h * 0.7, 4],
      [w * 0.497, h * 0.61, 1.6],
    ],
  });
  stage.layer('near houses', 0.14, {}, (c) => {
    for (const side of [-1, 1]) houseRow(stage, c, canyon, side, [0.7, 0.9, 1.5]);
    wires(stage, c);
  });
}

/** Fronts of one side between the nearnesses, the far ones first, with windows in perspective, ledges and signs. */
function houseRow(stage: VistaStage, c: Context, canyon: Canyon, side: number, steps: readonly number[]): void {
  const { tones } = stage;
  const colours = neons(stage);
  for (let index = 0; index + 1 < steps.length; index++) {
    const [from, to] = [steps[index]!, steps[index + 1]!];
    const far = Math.max(0, 0.55 - from * 0.75);
    const up = stage.between(0.62, 1.1);
    const corner = (near: number, height: number) => onWall(canyon, side, near, height);
    const front = polygon([corner(from, up), corner(to, up), corner(to, 0), corner(from, 0)]);
    const dark = tones.far(blend(tones.ink, tones.deep, 0.5), far);
    const glowing = tones.far(blend(tones.deep, tones.accent, 0.4), far);
    c.fillStyle = linear(
      c,
      [corner(from, 0)[0], 0, corner(to, 0)[0], 0],
      [
        [0, glowing],
        [Math.max(0.12, 0.5 - to * 0.4), dark],
        [1, dark],
      ],
    );
    c.fill(front);
    c.fillStyle = linear(
      c,
      [0, corner(from, 0.4)[1], 0, corner(from, 0)[1]],
      [
        [0, tones.accent, 0],
        [1, blend(tones.accent, tones.light, 0.4), 0.34 - to * 0.12],
      ],
    );
    c.fill(front);
    // The gable that closes the row towards the viewer's side stays dark and gives each house its edge.
    c.strokeStyle = alpha(tones.ink, 0.9);
    c.lineWidth = 2 + to * 4;
    c.stroke(curve([corner(to, up), corner(to, 0)], 0));
    const lit = new Path2D();
    const second = new Path2D();
    const rows = Math.round(10 * up);
    const columns = 5;
    for (let row = 1; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        if (stage.random() > stage.by(0.22, 0.62)) continue;
        const a = from + (to - from) * ((column + 0.2) / columns);
        const b = from + (to - from) * ((column + 0.74) / columns);
        const low = up * ((row + 0.22) / rows);
        const high = up * ((row + 0.74) / rows);
        polygon(
          [corner(a, high), corner(b, high), corner(b, low), corner(a, low)],
          stage.random() < 0.7 ? lit : second,
        );
      }
    }
    c.fillStyle = alpha(tones.far(tones.light, far), 0.78);
    c.fill(lit);
    c.fillStyle = alpha(tones.far(blend(tones.accent, tones.light, 0.3), far), 0.7);
    c.fill(second);
    const shop = polygon([corner(from, up * 0.085), corner(to, up * 0.085), corner(to, 0.012), corner(from, 0.012)]);
    c.fillStyle = linear(
      c,
      [0, corner(to, 0.1)[1], 0, corner(to, 0)[1]],
      [
        [0, colours[index % 3]!, 0.9],
        [1, tones.glare, 0.9],
      ],
    );
    c.fill(shop);
    const signs = Math.round(stage.by(1, 2.6));
    for (let which = 0; which < signs; which++) {
      const near = from + (to - from) * stage.between(0.15, 0.85);
      const [x, y] = corner(near, up * stage.between(0.22, 0.52));
      const size = 92 * near * stage.between(0.8, 1.2);
      const upright = stage.random() < 0.7;
      const [wide, tall] = upright ? [size * 0.5, size * 1.7] : [size * 1.5, size * 0.6];
      sign(stage, c, {
        x: side < 0 ? x : x - wide,
        y,
        wide,
        tall,
        colour: colours[(index + which) % 3]!,
        second: colours[(index + which + 1) % 4]!,
      });
    }
  }
}

function street(stage: VistaStage, c: Context, canyon: Canyon): void {
  const { tones, view, h, spec, w } = stage;
  const start = canyon.y + 2;
  const ground = polygon([
    [canyon.x - 6, start],
    [canyon.x + 6, start],
    onWall(canyon, 1, 1.6, 0),
    [view.x1, view.y1],
    [view.x0, view.y1],
    onWall(canyon, -1, 1.6, 0),
  ]);
  c.fillStyle = linear(
    c,
    [0, start, 0, view.y1],
    [
      [0, blend(tones.haze, tones.accent, 0.5)],
      [0.2, blend(tones.deep, tones.sky, 0.5)],
      [1, blend(tones.ink, tones.deep, 0.5)],
    ],
  );
  c.fill(ground);
  c.save();
  c.clip(ground);
  stage.reflect(c, start + 4, { strength: spec.air === 'rain' ? 0.9 : 0.62, smear: 26, ripple: 9 });
  fillBox(
    c,
    [view.x0, start, view.x1, view.y1],
    linear(
      c,
      [0, start, 0, view.y1],
      [
        [0, tones.ink, 0],
        [0.5, tones.ink, 0.2],
        [1, tones.ink, 0.72],
      ],
    ),
  );
  c.fillStyle = alpha(tones.light, 0.55);
  for (let dash = 0; dash < 9; dash++) {
    const near = 0.06 * 1.52 ** dash;
    const next = near * 1.22;
    const at = (t: number, side: number): Point => [canyon.x + side * t * w * 0.012, start + h * 0.42 * t];
    c.fill(polygon([at(near, -1), at(near, 1), at(next, 1), at(next, -1)]));
  }
  c.restore();
  c.save();
  c.globalCompositeOperation = 'screen';
  for (let car = 0; car < stage.by(4, 14); car++) {
    const near = 0.07 + stage.random() ** 2 * 0.5;
    const isComing = stage.random() < 0.5;
    const lane = isComing ? -stage.between(0.22, 0.4) : stage.between(0.22, 0.4);
    const [x, y] = [canyon.x + lane * canyon.half * near * 1.2, start + h * 0.4 * near];
    const colour = isComing ? tones.light : tones.accent;
    for (const dx of [-1, 1]) {
      glow(c, x + dx * 22 * near, y, 44 * near + 6, colour, 0.9);
      c.fillStyle = isComing ? tones.glare : blend(tones.accent, tones.light, 0.3);
      c.fill(ellipse(x + dx * 22 * near, y, 5 * near + 0.8, 3.4 * near + 0.7));
      c.fillStyle = linear(
        c,
        [0, y, 0, y + 150 * near + 16],
        [
          [0, colour, 0.6],
          [1, colour, 0],
        ],
      );
      c.fillRect(x + dx * 22 * near - 4 * near, y + 3, 8 * near, 150 * near + 16);
    }
  }
  c.restore();
}

function wires(stage: VistaStage, c: Context): void {
  const { tones, w, h, view } = stage;
  c.strokeStyle = alpha(tones.ink, 0.9);
  for (let index = 0; index < 5; index++) {
    const y = h * stage.between(-0.02, 0.26);
    c.lineWidth = stage.between(1.2, 2.6);
    c.stroke(
      curve([
        [view.x0, y],
        [w * stage.between(0.35, 0.65), y + h * stage.between(0.07, 0.15)],
        [view.x1, y - h * stage.between(-0.08, 0.08)],
      ]),
    );
  }
}

/** A narrow alley: signs above each other, steam, puddles. */
export function alley(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const canyon: Canyon = { x: w * 0.44, y: h * 0.6, half: Math.max(w * 0.44, h * 0.3), high: h * 1.15 };
  stage.key = { x: canyon.x, y: h * 0.42, colour: tones.light };
  stage.footing = 'wet';
  const colours = neons(stage);
  stage.layer('end', 1, { soft: 0 }, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, canyon.y],
        [
          [0, tones.deep],
          [0.7, blend(tones.sky, tones.haze, 0.5)],
          [1, blend(tones.haze, tones.accent, 0.4)],
        ],
      ),
    );
    windows(stage, c, {
      x: canyon.x - w * 0.12,
      y: view.y0,
      wide: w * 0.24,
      tall: canyon.y - view.y0 - 30,
      window: 6,
      distance: 0.6,
    });
    stage.lamp(c, {
      x: canyon.x,
      y: canyon.y - 30,
      radius: w * 0.24,
      colour: blend(tones.light, tones.accent, 0.3),
      strength: 0.95,
    });
  });
  stage.layer('back walls', 0.72, {}, (c) => {
    for (const side of [-1, 1]) alleyWall(stage, c, canyon, side, 0.2, 0.42);
    const [x, y] = onWall(canyon, 1, 0.3, 0.42);
    ring(stage, c, x - 40, y, 46 * stage.bigger, tones.accent);
  });
  stage.layer('ground', 0.56, { water: [view.x0, canyon.y, view.x1, view.y1] }, (c) => {
    const ground = polygon([
      onWall(canyon, -1, 0.2, 0),
      onWall(canyon, 1, 0.2, 0),
      onWall(canyon, 1, 1.9, 0),
      [view.x1, view.y1],
      [view.x0, view.y1],
      onWall(canyon, -1, 1.9, 0),
    ]);
    c.fillStyle = linear(
      c,
      [0, canyon.y, 0, view.y1],
      [
        [0, blend(tones.deep, tones.accent, 0.4)],
        [0.4, blend(tones.ink, tones.deep, 0.8)],
        [1, tones.ink],
      ],
    );
    c.fill(ground);
    c.save();
    c.clip(ground);
    stage.reflect(c, onWall(canyon, 1, 0.2, 0)[1], {
      strength: stage.spec.air === 'rain' ? 0.95 : 0.7,
      smear: 18,
      ripple: 6,
    });
    for (let slab = 0; slab < 12; slab++) {
      const near = 0.2 * 1.24 ** slab;
      c.strokeStyle = alpha(tones.ink, 0.55);
      c.lineWidth = 1 + near * 1.6;
      c.stroke(curve([onWall(canyon, -1, near, 0), onWall(canyon, 1, near, 0)], 0));
    }
    c.restore();
  });
  stage.layer('middle walls', 0.44, {}, (c) => {
    for (const side of [-1, 1]) alleyWall(stage, c, canyon, side, 0.42, 0.96);
  });
  stage.thread(0.36, {
    air: [
      [w * 0.36, h * 0.56, h * 0.11],
      [w * 0.47, h * 0.3, h * 0.12],
    ],
    ground: [
      [w * 0.4, h * 0.93, h * 0.27],
      [w * 0.45, h * 0.74, h * 0.14],
    ],
    road: [
      [w * 0.34, h * 1.14, 16],
      [w * 0.4, h * 0.92, 9],
      [w * 0.43, h * 0.77, 5],
      [w * 0.44, h * 0.69, 2.4],
    ],
  });
  stage.layer('steam', 0.3, { bloom: 0 }, (c) => {
    for (const [x, y, size] of [
      [0.3, 0.9, 1],
      [0.6, 0.84, 0.75],
    ] as const) {
      softly(c, [w * x - 90 * size, h * (y - 0.42), w * x + 110 * size, h * y], { blur: 14, strength: 0.4 }, (s) => {
        for (let puff = 0; puff < 14; puff++) {
          const t = puff / 13;
          s.fillStyle = alpha(blend(tones.haze, tones.light, 0.3), 0.5 * (1 - t));
          s.fill(ellipse(w * x + Math.sin(puff * 1.7) * 16 + t * 40 * size, h * (y - t * 0.36), (14 + t * 46) * size));
        }
      });
    }
  });
  stage.layer('near walls', 0.1, {}, (c) => {
    for (const side of [-1, 1]) alleyWall(stage, c, canyon, side, 0.92, 1.9);
    wires(stage, c);
    sign(stage, c, {
      x: w * 0.845,
      y: h * 0.1,
      wide: w * 0.085,
      tall: h * 0.42,
      colour: colours[1]!,
      second: colours[0]!,
    });
  });
}

function ring(stage: VistaStage, c: Context, x: number, y: number, r: number, colour: string): void {
  tube(c, ellipse(x, y, r), 3.4, colour, blend(colour, '#ffffff', 0.65));
  tube(c, ellipse(x, y, r * 0.72), 2, stage.tones.light, stage.tones.glare, 0.8);
  stage.lamp(c, { x, y, radius: r * 3, colour, strength: 0.6 });
}

/** One wall of the alley between two nearnesses: bricks of light and shade, pipes, windows, awning, signs that stick out. */
function alleyWall(stage: VistaStage, c: Context, canyon: Canyon, side: number, from: number, to: number): void {
  const { tones } = stage;
  const colours = neons(stage);
  const far = Math.max(0, 0.4 - from * 0.5);
  const corner = (near: number, up: number) => onWall(canyon, side, near, up);
  const wall = polygon([corner(from, 1.2), corner(to, 1.2), corner(to, 0), corner(from, 0)]);
  const dark = tones.far(blend(tones.ink, tones.deep, 0.45), far);
  c.fillStyle = linear(
    c,
    [corner(from, 0)[0], 0, corner(to, 0)[0], 0],
    [
      [0, tones.far(blend(tones.deep, tones.accent, 0.34), far)],
      [0.16, dark],
      [1, tones.ink],
    ],
  );
  c.fill(wall);
  c.strokeStyle = alpha(tones.ink, 0.5);
  c.lineWidth = 1;
  for (let course = 0; course < 22; course++) c.stroke(curve([corner(from, course / 18), corner(to, course / 18)], 0));
  const panes = new Path2D();
  const dim = new Path2D();
  const columns = 3;
  for (let row = 1; row < 6; row++) {
    for (let column = 0; column < columns; column++) {
      const a = from + (to - from) * ((column + 0.25) / columns);
      const b = from + (to - from) * ((column + 0.7) / columns);
      const pane = stage.random() < stage.by(0.25, 0.62) ? panes : dim;
      polygon(
        [
          corner(a, row * 0.17 + 0.1),
          corner(b, row * 0.17 + 0.1),
          corner(b, row * 0.17 + 0.02),
          corner(a, row * 0.17 + 0.02),
        ],
        pane,
      );
    }
  }
  c.fillStyle = alpha(tones.far(blend(tones.light, tones.accent, 0.2), far), 0.82);
  c.fill(panes);
  c.fillStyle = alpha(tones.sky, 0.3);
  c.fill(dim);
  c.strokeStyle = alpha(blend(tones.ink, tones.light, 0.3), 0.8);
  c.lineWidth = 1.5 + from * 5;
  const pipe = from + (to - from) * 0.1;
  c.stroke(curve([corner(pipe, 1.2), corner(pipe, 0)], 0));
  const shop = polygon([
    corner(from + (to - from) * 0.2, 0.15),
    corner(to, 0.15),
    corner(to, 0.02),
    corner(from + (to - from) * 0.2, 0.02),
  ]);
  const warm = side < 0 ? tones.light : blend(tones.accent, tones.light, 0.35);
  c.fillStyle = linear(
    c,
    [0, corner(to, 0.15)[1], 0, corner(to, 0)[1]],
    [
      [0, tones.glare, 0.95],
      [1, warm, 0.55],
    ],
  );
  c.fill(shop);
  const awning = polygon([
    corner(from + (to - from) * 0.18, 0.19),
    corner(to, 0.19),
    [corner(to, 0.14)[0] - side * 26 * to, corner(to, 0.14)[1]],
    [corner(from, 0.14)[0] - side * 26 * from, corner(from, 0.14)[1]],
  ]);
  c.fillStyle = blend(tones.deep, colours[side < 0 ? 1 : 2]!, 0.5);
  c.fill(awning);
  for (let index = 0; index < Math.round(stage.by(2, 5)); index++) {
    const near = from + (to - from) * stage.between(0.05, 0.75);
    const [x, y] = corner(near, 0.24 + ((index * 0.17 + stage.between(0, 0.1)) % 0.6));
    const size = 100 * near * stage.between(0.75, 1.15);
    const upright = stage.random() < 0.6;
    const [wide, tall] = upright ? [size * 0.46, size * 1.4] : [size * 1.15, size * 0.5];
    sign(stage, c, {
      x: side < 0 ? x - wide * 0.1 : x - wide * 0.9,
      y: y - tall,
      wide,
      tall,
      colour: colours[(index + (side < 0 ? 0 : 1)) % 3]!,
      second: colours[(index + 2) % 4]!,
    });
  }
}

/** Close: a window pane with drops, a sign seen from behind it, the city a field of blurred lights. */
export function glass(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const colours = neons(stage);
  stage.key = { x: w * 0.62, y: h * 0.4, colour: tones.accent };
  stage.footing = 'floating';
  stage.layer('city', 1, { soft: 5 }, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, view.y1],
        [
          [0, blend(tones.ink, tones.deep, 0.8)],
          [0.55, blend(tones.deep, tones.sky, 0.8)],
          [1, blend(tones.haze, tones.accent, 0.25)],
        ],
      ),
    );
    for (let x = view.x0; x < view.x1; x += 90) {
      const top = h * stage.between(0.12, 0.5);
      fillBox(c, [x, top, x + stage.between(60, 120), view.y1], alpha(tones.ink, 0.5));
    }
    glow(c, w * 0.5, h * 0.8, w * 0.5, tones.accent, 0.5);
  });
  for (const [name, depth, size, count, strength] of [
    ['far lights', 0.8, 20, 95, 0.75],
    ['near lights', 0.55, 50, 30, 0.62],
  ] as const) {
    stage.layer(name, depth, { bloom: 0.4 }, (c) => {
      c.globalCompositeOperation = 'screen';
      for (let index = 0; index < count * stage.by(0.5, 1.2); index++) {
        const r = size * stage.between(0.55, 1.25);
        const [x, y] = [stage.between(view.x0, view.x1), h * (0.2 + 0.8 * (1 - stage.random() ** 1.7))];
        const colour = stage.choose(colours);
        c.fillStyle = radial(c, x, y, r, [
          [0, colour, strength * 0.55],
          [0.8, colour, strength * 0.7],
          [0.93, blend(colour, '#ffffff', 0.3), strength],
          [1, colour, 0],
        ]);
        c.fillRect(x - r, y - r, r * 2, r * 2);
        if (index % 6 === 0) stage.lamp(c, { x, y, radius: r * 1.7, colour, strength: 0.28 });
      }
      c.globalCompositeOperation = 'source-over';
    });
  }
  stage.thread(0.5, {
    air: [
      [w * 0.16, h * 0.62, h * 0.16],
      [w * 0.44, h * 0.3, h * 0.22],
    ],
    ground: [
      [w * 0.16, h * 0.955, h * 0.36],
      [w * 0.4, h * 0.955, h * 0.4],
    ],
    road: [
      [w * 0.08, h * 1.12, 16],
      [w * 0.22, h * 0.84, 9],
      [w * 0.36, h * 0.66, 5],
      [w * 0.44, h * 0.56, 2.6],
    ],
  });
  stage.layer('sign', 0.36, { bloom: 0.9 }, (c) => {
    const [x, y, r] = [w * 0.69, h * 0.42, stage.short * 0.25 * stage.bigger];
    tube(c, ellipse(x, y, r), 7, tones.accent, blend(tones.accent, '#ffffff', 0.7));
    tube(
      c,
      curve(
        Array.from({ length: 41 }, (_, index): Point => {
          const t = (index / 40) * 2 - 1;
          const swell = Math.exp(-t * t * 5);
          return [x + t * r * 1.5, y + Math.sin(t * 22) * r * 0.52 * swell];
        }),
      ),
      5.5,
      tones.light,
      tones.glare,
    );
    c.strokeStyle = tones.ink;
    c.lineWidth = 3;
    for (const dx of [-0.5, 0.5])
      c.stroke(
        curve(
          [
            [x + dx * r, view.y0],
            [x + dx * r, y - r * 0.86],
          ],
          0,
        ),
      );
    stage.lamp(c, { x, y, radius: r * 2.1, colour: tones.accent, strength: 0.5 });
  });
  stage.layer('drops', 0.08, {}, (c) => {
    for (let index = 0; index < stage.by(90, 190); index++) {
      const size = 2 + 11 * stage.random() ** 3;
      drop(stage, c, stage.between(view.x0, view.x1), stage.between(view.y0, view.y1), size);
    }
    for (let run = 0; run < 7; run++) {
      const x = stage.between(view.x0, view.x1);
      const end = h * stage.between(0.3, 1);
      c.strokeStyle = linear(
        c,
        [0, end - h * 0.36, 0, end],
        [
          [0, tones.light, 0],
          [1, tones.light, 0.3],
        ],
      );
      c.lineWidth = 4;
      c.stroke(
        curve([
          [x, end - h * 0.36],
          [x + 5, end - h * 0.2],
          [x - 2, end],
        ]),
      );
      drop(stage, c, x - 2, end, 10);
    }
    fillBox(
      c,
      [view.x0, h * 0.95, view.x1, view.y1],
      linear(
        c,
        [0, h * 0.95, 0, h],
        [
          [0, blend(tones.ink, tones.accent, 0.4)],
          [0.2, tones.ink],
          [1, tones.ink],
        ],
      ),
    );
  });
}

/** A drop on glass: it shows the scene upside down, so its foot is bright. */
function drop(stage: VistaStage, c: Context, x: number, y: number, size: number): void {
  const { tones } = stage;
  const own = stage.choose([tones.light, tones.accent, tones.haze]);
  c.fillStyle = linear(
    c,
    [0, y - size, 0, y + size],
    [
      [0, tones.ink, 0.7],
      [0.5, tones.deep, 0.35],
      [1, own, 0.85],
    ],
  );
  c.fill(ellipse(x, y, size * 0.82, size));
  c.fillStyle = alpha(tones.glare, 0.9);
  c.fill(ellipse(x - size * 0.28, y - size * 0.4, size * 0.16));
}
