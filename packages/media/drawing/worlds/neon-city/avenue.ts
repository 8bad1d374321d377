import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { curve, ellipse, polygon } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { fillBox, glow, linear } from '../paint.ts';
import { mistBank } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';
import { onWall, wires } from './canyon.ts';
import type { Canyon } from './canyon.ts';
import { neons, sign, tower } from './parts.ts';

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
