import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { ellipse, polygon } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { fillBox, glow, linear, radial, softly } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { fog, night, silver, stranger } from './night.ts';

/** Looking down a stairwell: the banister winds into the depth, where a lamp burns. */
export function stairwell(stage: VistaStage): void {
  const { tones, w, h, short, tense } = stage;
  const { tone, black, white } = silver(stage);
  stage.footing = 'floating';
  const eye = { x: w * 0.53, y: h * 0.5 };
  stage.key = { ...eye, colour: tones.light };
  const reach = Math.hypot(w, h) * 0.72;
  const turns = 4.6;
  const start = stage.between(0.35, 0.85);
  const shrink = 0.54 - tense * 0.05;
  const radius = (turn: number) => reach * shrink ** turn;
  const at = (turn: number, r: number): Point => {
    const angle = turn * Math.PI * 2 + start;
    return [eye.x + Math.cos(angle) * r, eye.y + Math.sin(angle) * r * 0.82];
  };
  stage.layer('floor', 1, {}, (c) => {
    fillBox(c, stage.all, tone(0.03));
    const r = radius(turns - 0.6) * 1.5;
    c.fillStyle = radial(c, eye.x, eye.y, r * 1.4, [
      [0, white],
      [0.4, tone(0.75)],
      [1, tone(0.2)],
    ]);
    c.fill(ellipse(eye.x, eye.y, r * 1.4, r * 1.15));
    for (let spoke = 0; spoke < 12; spoke += 2) {
      c.fillStyle = alpha(black, 0.85);
      c.beginPath();
      c.moveTo(eye.x, eye.y);
      c.ellipse(eye.x, eye.y, r, r * 0.82, 0, (spoke / 12) * Math.PI * 2, ((spoke + 1) / 12) * Math.PI * 2);
      c.fill();
    }
    c.fillStyle = tones.accent;
    c.fill(ellipse(eye.x, eye.y, r * 0.4, r * 0.33));
    stage.lamp(c, { ...eye, radius: short * 0.3 * stage.bigger, colour: tones.light, strength: 0.8 });
  });
  const flights: [string, number, number, number][] = [
    ['deep', 0.84, turns, 2.9],
    ['middle', 0.66, 2.9, 1.7],
    ['upper', 0.44, 1.7, 0.7],
    ['top', 0.2, 0.7, -0.5],
  ];
  flights.forEach(([name, depth, from, to], index) => {
    stage.layer(`${name} flight`, depth, { bloom: 0.35 }, (c) => {
      const steps = Math.round((from - to) * 26);
      for (let step = 0; step < steps; step++) {
        const [a, b] = [from - ((from - to) * step) / steps, from - ((from - to) * (step + 1)) / steps];
        const inner = [at(a, radius(a) * 0.66), at(b, radius(b) * 0.66)] as const;
        const outer = [at(b, radius(b) * 1.1), at(a, radius(a) * 1.1)] as const;
        const angle = a * Math.PI * 2 + start;
        const side = 0.5 + 0.5 * Math.cos(angle - 2.4);
        const deep = a / turns;
        const bright = (0.1 + 0.52 * side ** 2) * (0.55 + deep * 0.75) * (0.7 + stage.grand * 0.4);
        c.fillStyle = radial(c, eye.x, eye.y, radius(a) * 1.12, [
          [0.5, tone(Math.min(0.95, bright * 1.4 + deep * 0.18))],
          [0.72, tone(Math.min(0.9, bright))],
          [1, tone(bright * 0.2)],
        ]);
        c.fill(polygon([...inner, ...outer]));
        c.strokeStyle = alpha(black, 0.85);
        c.lineWidth = Math.max(0.6, radius(a) * 0.007);
        c.beginPath();
        c.moveTo(...inner[0]);
        c.lineTo(...outer[1]);
        c.stroke();
      }
      const rail = (r: number, width: number, colour: string) => {
        const pieces = steps * 3;
        for (let piece = 0; piece < pieces; piece++) {
          const [a, b] = [from - ((from - to) * piece) / pieces, from - ((from - to) * (piece + 1)) / pieces];
          c.strokeStyle = colour;
          c.lineWidth = width * radius(a);
          c.beginPath();
          c.moveTo(...at(a, radius(a) * r));
          c.lineTo(...at(b, radius(b) * r));
          c.stroke();
        }
      };
      for (let step = 0; step < steps; step++) {
        const a = from - ((from - to) * step) / steps;
        c.strokeStyle = black;
        c.lineWidth = Math.max(0.7, radius(a) * 0.008);
        c.beginPath();
        c.moveTo(...at(a, radius(a) * 0.68));
        c.lineTo(...at(a, radius(a) * 0.585));
        c.stroke();
      }
      rail(0.665, 0.022, tone(0.08));
      rail(0.585, 0.042, black);
      rail(0.578, 0.014, index % 2 ? tone(0.85) : blend(tones.accent, tones.light, 0.3));
    });
    if (index === 2) {
      const a = 1.02;
      const place = at(a, radius(a) * 0.9);
      const b = 1.3;
      const later = at(b, radius(b) * 0.9);
      stage.thread(0.4, {
        air: [
          [w * 0.3, h * 0.3, h * 0.14],
          [eye.x, eye.y, h * 0.1],
        ],
        ground: [
          [place[0], place[1] + h * 0.03, h * 0.2],
          [later[0], later[1] + h * 0.02, h * 0.17],
        ],
        road: Array.from({ length: 40 }, (_, point) => {
          const t = 0.3 + point * 0.09;
          const [x, y] = at(t, radius(t) * 0.86);
          return [x, y, radius(t) * 0.022] as const;
        }),
      });
    }
  });
}

/** Someone's desk at night: light through the blinds falls in stripes over everything. */
export function blinds(stage: VistaStage): void {
  const { tones, w, h, view, short, tense } = stage;
  const { tone, black, white } = silver(stage);
  stage.key = { x: w * 0.9, y: h * 0.1, colour: tones.light };
  stage.layer('wall', 1, {}, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [view.x0, 0, view.x1, 0],
        [
          [0, tone(0.03)],
          [0.5, tone(0.13)],
          [1, tone(0.05)],
        ],
      ),
    );
    const slats = Math.round(stage.by(9, 14));
    const slope = -0.16 - tense * 0.16;
    softly(c, stage.all, { blur: 2.4, strength: 0.95, detail: 0.5 }, (small) => {
      for (let slat = 0; slat < slats; slat++) {
        const y = h * (0.04 + (slat / slats) * 0.86);
        const thick = (h * 0.86) / slats;
        const [x0, x1] = [w * (0.1 + slat * 0.004), w * 0.8];
        small.fillStyle = linear(
          small,
          [x0, 0, x1, 0],
          [
            [0, tone(0.3)],
            [0.35, tone(0.8)],
            [0.75, white],
            [1, tone(0.75)],
          ],
        );
        small.fill(
          polygon([
            [x0, y - slope * w * 0.3],
            [x1, y + slope * w * 0.3],
            [x1, y + slope * w * 0.3 + thick * 0.52],
            [x0, y - slope * w * 0.3 + thick * 0.52],
          ]),
        );
      }
      small.fillStyle = tone(0.05);
      small.fill(
        polygon([
          [w * 0.45, view.y0],
          [w * 0.475, view.y0],
          [w * 0.455, view.y1],
          [w * 0.43, view.y1],
        ]),
      );
    });
    glow(c, w * 0.62, h * 0.4, w * 0.4, tones.light, 0.2);
  });
  stage.layer('shadow', 0.86, { soft: 3 }, (c) => {
    c.save();
    c.translate(w * 0.3, h * 1.04);
    c.transform(1, 0, -0.1, 1, 0, 0);
    c.scale(short * 0.0098, short * 0.0098);
    c.globalAlpha = 0.92;
    shadowMan(c, black);
    c.restore();
  });
  stage.layer('smoke', 0.7, { soft: 0, bloom: 0 }, (c) => {
    for (let strand = 0; strand < 5; strand++) {
      const path = new Path2D();
      const phase = stage.between(0, 6);
      path.moveTo(w * 0.56, h * 0.77);
      for (let t = 0; t <= 1; t += 0.03) {
        const wide = t ** 1.5 * w * 0.075;
        path.lineTo(
          w * 0.56 + Math.sin(t * 7 + phase * 0.4 + strand * 0.5) * wide + t * w * 0.03,
          h * (0.77 - t * 0.82),
        );
      }
      c.strokeStyle = linear(
        c,
        [0, h * 0.77, 0, 0],
        [
          [0, white, 0.6],
          [0.5, white, 0.25],
          [1, white, 0],
        ],
      );
      c.lineWidth = 3 + strand * 2.4;
      c.stroke(path);
    }
  });
  const table = h * 0.8;
  stage.thread(0.55, {
    air: [
      [w * 0.14, h * 0.4, h * 0.16],
      [w * 0.68, h * 0.24, h * 0.18],
    ],
    ground: [
      [w * 0.46, h * 1.06, h * 0.58],
      [w * 0.54, h * 1.04, h * 0.54],
    ],
    road: [
      [view.x0, h * 0.86, 5],
      [w * 0.3, h * 0.83, 5],
      [w * 0.5, h * 0.86, 5],
      [w * 0.7, h * 0.84, 5],
      [view.x1, h * 0.87, 5],
    ],
  });
  stage.layer('desk', 0.4, {}, (c) => {
    c.fillStyle = linear(
      c,
      [0, table, 0, h],
      [
        [0, tone(0.42)],
        [0.05, tone(0.12)],
        [1, black],
      ],
    );
    c.fillRect(view.x0, table, view.x1 - view.x0, view.y1 - table);
    c.fillStyle = alpha(tone(0.7), 0.34);
    for (let stripe = 0; stripe < 9; stripe++) {
      const x = w * (0.08 + stripe * 0.1);
      c.fill(
        polygon([
          [x, table + 4],
          [x + w * 0.04, table + 4],
          [x - w * 0.03, view.y1],
          [x - w * 0.1, view.y1],
        ]),
      );
    }
    ashtray(stage, c, w * 0.56, table + h * 0.01);
    deskLamp(stage, c, { x: w * 0.82, y: table + h * 0.07, tall: short * 0.52 * stage.bigger });
  });
  stage.layer('things', 0.14, {}, (c) => {
    telephone(stage, c, { x: w * 0.17, y: h * 0.97, size: short * 0.36 });
    glassOf(stage, c, { x: w * 0.66, y: h * 0.97, tall: short * 0.17 });
  });
}

function shadowMan(c: Context, colour: string): void {
  c.fillStyle = colour;
  c.beginPath();
  c.moveTo(-40, 0);
  c.bezierCurveTo(-38, -30, -22, -34, -9, -38);
  c.lineTo(-8, -46);
  c.bezierCurveTo(-13, -52, -13, -62, -10, -66);
  c.lineTo(-24, -67);
  c.bezierCurveTo(-22, -71, -12, -70, -11, -72);
  c.bezierCurveTo(-10, -84, -4, -84, 0, -81);
  c.bezierCurveTo(5, -84, 11, -83, 12, -72);
  c.bezierCurveTo(14, -70, 24, -70, 25, -66);
  c.lineTo(11, -65);
  c.bezierCurveTo(15, -58, 12, -50, 8, -46);
  c.lineTo(9, -38);
  c.bezierCurveTo(24, -33, 38, -30, 42, 0);
  c.closePath();
  c.fill();
}

function ashtray(stage: VistaStage, c: Context, x: number, y: number): void {
  const { tones } = stage;
  const { tone, black } = silver(stage);
  c.fillStyle = black;
  c.fill(ellipse(x, y + 6, 42, 11));
  c.fillStyle = tone(0.6);
  c.fill(ellipse(x, y + 3, 42, 9));
  c.fillStyle = tone(0.1);
  c.fill(ellipse(x, y + 3, 33, 6));
  c.strokeStyle = tone(0.95);
  c.lineWidth = 5;
  c.lineCap = 'butt';
  c.beginPath();
  c.moveTo(x, y - 1);
  c.lineTo(x + 46, y - 9);
  c.stroke();
  c.fillStyle = tones.accent;
  c.fill(ellipse(x, y - 1, 3.4));
  stage.lamp(c, { x, y: y - 1, radius: 34, colour: tones.accent, strength: 0.9, flickers: true });
}

function deskLamp(stage: VistaStage, c: Context, { x, y, tall }: { x: number; y: number; tall: number }): void {
  const { tones } = stage;
  const { tone, black, white } = silver(stage);
  const shade = { x: x - tall * 0.12, y: y - tall };
  const wide = tall * 0.42;
  softly(
    c,
    [shade.x - wide * 2.2, shade.y, shade.x + wide * 2.2, y + tall * 0.2],
    { blur: 8, strength: 0.75, operation: 'screen' },
    (small) => {
      small.fillStyle = linear(
        small,
        [0, shade.y, 0, y],
        [
          [0, tones.light, 0.85],
          [1, tones.light, 0.12],
        ],
      );
      small.fill(
        polygon([
          [shade.x - wide, shade.y + tall * 0.14],
          [shade.x + wide, shade.y + tall * 0.14],
          [shade.x + wide * 1.9, y],
          [shade.x - wide * 1.9, y],
        ]),
      );
    },
  );
  c.save();
  c.translate(shade.x, y);
  c.scale(1, 0.16);
  glow(c, 0, 0, tall * 1.05, tones.light, 0.8);
  c.restore();
  c.strokeStyle = black;
  c.lineWidth = tall * 0.035;
  c.beginPath();
  c.moveTo(x, y);
  c.quadraticCurveTo(x + tall * 0.12, y - tall * 0.6, shade.x, shade.y);
  c.stroke();
  c.fillStyle = black;
  c.fill(ellipse(x, y, tall * 0.18, tall * 0.04));
  const dome = new Path2D();
  dome.moveTo(shade.x - wide, shade.y + tall * 0.15);
  dome.bezierCurveTo(
    shade.x - wide,
    shade.y - tall * 0.12,
    shade.x + wide,
    shade.y - tall * 0.12,
    shade.x + wide,
    shade.y + tall * 0.15,
  );
  dome.closePath();
  c.fillStyle = linear(
    c,
    [shade.x - wide, 0, shade.x + wide, 0],
    [
      [0, blend(tones.accent, black, 0.35)],
      [0.3, blend(tones.accent, tones.light, 0.25)],
      [0.6, tones.accent],
      [1, blend(tones.accent, black, 0.8)],
    ],
  );
  c.fill(dome);
  c.fillStyle = white;
  c.fill(ellipse(shade.x, shade.y + tall * 0.15, wide, tall * 0.022));
  c.strokeStyle = alpha(tone(0.9), 0.6);
  c.lineWidth = 1.5;
  c.stroke(dome);
  stage.lamp(c, {
    x: shade.x,
    y: shade.y + tall * 0.17,
    radius: tall * 0.8,
    colour: blend(tones.light, tones.accent, 0.2),
    strength: 0.9,
  });
}

function telephone(stage: VistaStage, c: Context, { x, y, size }: { x: number; y: number; size: number }): void {
  const { tone, black } = silver(stage);
  const body = new Path2D();
  body.moveTo(x - size * 0.44, y + size * 0.06);
  body.bezierCurveTo(x - size * 0.4, y - size * 0.3, x - size * 0.24, y - size * 0.36, x - size * 0.2, y - size * 0.44);
  body.lineTo(x + size * 0.2, y - size * 0.44);
  body.bezierCurveTo(
    x + size * 0.24,
    y - size * 0.36,
    x + size * 0.4,
    y - size * 0.3,
    x + size * 0.44,
    y + size * 0.06,
  );
  body.closePath();
  c.fillStyle = black;
  c.fill(body);
  c.strokeStyle = alpha(tone(0.85), 0.55);
  c.lineWidth = 2.4;
  c.stroke(body);
  c.fillStyle = tone(0.2);
  c.fill(ellipse(x, y - size * 0.16, size * 0.17, size * 0.15));
  for (let hole = 0; hole < 10; hole++) {
    const angle = (hole / 12) * Math.PI * 2 + 0.5;
    c.fillStyle = tone(0.75);
    c.fill(ellipse(x + Math.cos(angle) * size * 0.125, y - size * 0.16 + Math.sin(angle) * size * 0.11, size * 0.02));
  }
  const receiver = new Path2D();
  receiver.moveTo(x - size * 0.5, y - size * 0.4);
  receiver.bezierCurveTo(
    x - size * 0.46,
    y - size * 0.66,
    x + size * 0.46,
    y - size * 0.66,
    x + size * 0.5,
    y - size * 0.4,
  );
  receiver.bezierCurveTo(
    x + size * 0.44,
    y - size * 0.34,
    x + size * 0.3,
    y - size * 0.36,
    x + size * 0.28,
    y - size * 0.46,
  );
  receiver.bezierCurveTo(
    x + size * 0.16,
    y - size * 0.52,
    x - size * 0.16,
    y - size * 0.52,
    x - size * 0.28,
    y - size * 0.46,
  );
  receiver.bezierCurveTo(
    x - size * 0.3,
    y - size * 0.36,
    x - size * 0.44,
    y - size * 0.34,
    x - size * 0.5,
    y - size * 0.4,
  );
  c.fillStyle = black;
  c.fill(receiver);
  c.strokeStyle = alpha(tone(0.9), 0.7);
  c.stroke(receiver);
}

function glassOf(stage: VistaStage, c: Context, { x, y, tall }: { x: number; y: number; tall: number }): void {
  const { tones } = stage;
  const { tone, white } = silver(stage);
  const half = tall * 0.36;
  c.fillStyle = alpha(tone(0.8), 0.22);
  c.fillRect(x - half, y - tall, half * 2, tall);
  c.fillStyle = linear(
    c,
    [x - half, 0, x + half, 0],
    [
      [0, blend(tones.accent, tones.deep, 0.4)],
      [0.5, blend(tones.accent, tones.light, 0.3)],
      [1, blend(tones.accent, tones.deep, 0.5)],
    ],
  );
  c.fillRect(x - half + 3, y - tall * 0.46, half * 2 - 6, tall * 0.42);
  c.strokeStyle = alpha(white, 0.8);
  c.lineWidth = 2.2;
  c.strokeRect(x - half, y - tall, half * 2, tall);
  c.fillStyle = alpha(white, 0.7);
  c.fillRect(x - half * 0.66, y - tall * 0.9, 4, tall * 0.8);
}

/** The great station: light falls from tall windows through the steam, and the clock shows the hour. */
export function station(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const { tone, black, white } = silver(stage);
  stage.footing = 'wet';
  const eye = { x: w * 0.5, y: h * 0.66 };
  stage.key = { x: w * 0.5, y: h * 0.2, colour: tones.light };
  const floor = h * 0.74;
  const half = Math.min(w * 0.33, short * 0.6);
  const crown = h * 0.36;
  const panes = Math.round(stage.by(5, 9)) * 2;
  stage.layer('hall', 1, {}, (c) => {
    night(stage, c, { ...eye, y: h * 0.3, reach: w * 0.7, strength: 0.35 });
    c.fillStyle = tone(0.08);
    c.fillRect(view.x0, view.y0, view.x1 - view.x0, floor - view.y0);
    const fan = new Path2D();
    fan.moveTo(eye.x - half, floor);
    fan.lineTo(eye.x - half, crown);
    fan.arc(eye.x, crown, half, Math.PI, 0);
    fan.lineTo(eye.x + half, floor);
    fan.closePath();
    c.fillStyle = radial(c, eye.x, h * 0.3, half * 1.5, [
      [0, white],
      [0.5, blend(white, tones.light, 0.5)],
      [1, tone(0.62)],
    ]);
    c.fill(fan);
    c.save();
    c.clip(fan);
    c.strokeStyle = black;
    for (let pane = 0; pane <= panes; pane++) {
      const x = eye.x - half + (pane / panes) * half * 2;
      c.lineWidth = pane % 2 ? 2.4 : 7;
      c.beginPath();
      c.moveTo(x, floor);
      c.lineTo(x, crown);
      c.stroke();
      const angle = Math.PI + (pane / panes) * Math.PI;
      c.beginPath();
      c.moveTo(eye.x, crown);
      c.lineTo(eye.x + Math.cos(angle) * half, crown + Math.sin(angle) * half);
      c.stroke();
    }
    for (const r of [0.42, 0.72]) {
      c.lineWidth = 6;
      c.beginPath();
      c.arc(eye.x, crown, half * r, Math.PI, 0);
      c.stroke();
    }
    for (let y = crown; y < floor; y += h * 0.062) {
      c.lineWidth = 3;
      c.beginPath();
      c.moveTo(view.x0, y);
      c.lineTo(view.x1, y);
      c.stroke();
    }
    c.restore();
    c.lineWidth = 14;
    c.strokeStyle = black;
    c.stroke(fan);
    c.fillStyle = black;
    c.fillRect(eye.x - half, crown - 8, half * 2, 16);
    stage.lamp(c, { x: eye.x, y: h * 0.3, radius: half * 1.8, colour: tones.light, strength: 0.7 });
  });
  stage.layer('platforms', 0.8, {}, (c) => {
    c.fillStyle = linear(
      c,
      [0, floor, 0, h],
      [
        [0, tone(0.55)],
        [0.2, tone(0.16)],
        [1, black],
      ],
    );
    c.fillRect(view.x0, floor, view.x1 - view.x0, view.y1 - floor);
    stage.reflect(c, floor, { strength: 0.6, smear: 8, ripple: 3 });
    for (const side of [-1, 1]) {
      const x = eye.x + side * half * 1.32;
      c.fillStyle = black;
      c.fillRect(x - half * 0.2, h * 0.47, half * 0.4, floor - h * 0.47 + 6);
      c.beginPath();
      c.arc(x, h * 0.47, half * 0.2, Math.PI, 0);
      c.fill();
      for (const [dx, colour] of [
        [-0.09, white],
        [0.09, tones.accent],
      ] as const) {
        c.fillStyle = colour;
        c.fill(ellipse(x + half * dx, h * 0.66, half * 0.035));
        stage.lamp(c, {
          x: x + half * dx,
          y: h * 0.66,
          radius: half * 0.3,
          colour: colour === white ? tones.light : colour,
          strength: 0.8,
        });
      }
    }
  });
  stage.layer('beams of light', 0.66, { bloom: 0 }, (c) => {
    softly(c, stage.all, { blur: 6, strength: 0.5 + stage.grand * 0.35, operation: 'screen', detail: 0.2 }, (small) => {
      for (let index = -3; index <= 3; index++) {
        const x = eye.x + (index / 3.2) * half;
        small.fillStyle = linear(
          small,
          [0, h * 0.1, 0, h],
          [
            [0, tones.light, 0.42],
            [0.6, tones.light, 0.22],
            [1, tones.light, 0.04],
          ],
        );
        small.fill(
          polygon([
            [x - half * 0.06, h * 0.16],
            [x + half * 0.06, h * 0.16],
            [x + index * half * 0.22 + half * 0.22, h * 1.02],
            [x + index * half * 0.22 - half * 0.22, h * 1.02],
          ]),
        );
      }
    });
    fog(stage, c, [view.x0, h * 0.48, view.x1, h * 0.95], {
      x: eye.x,
      y: h * 0.55,
      reach: w * 0.5,
      strength: 0.75,
      size: 130,
    });
  });
  stage.layer('clock', 0.56, {}, (c) => {
    const [x, y, r] = [eye.x, h * 0.17, short * 0.088 * stage.bigger];
    c.strokeStyle = black;
    c.lineWidth = 7;
    c.beginPath();
    c.moveTo(x, view.y0);
    c.lineTo(x, y - r);
    c.stroke();
    c.fillStyle = black;
    c.fill(ellipse(x, y, r * 1.18));
    c.fillStyle = blend(tones.light, tones.accent, 0.55);
    c.fill(ellipse(x, y, r));
    c.strokeStyle = black;
    c.lineCap = 'butt';
    for (let hour = 0; hour < 12; hour++) {
      const angle = (hour / 12) * Math.PI * 2;
      c.lineWidth = hour % 3 ? 2.4 : 5;
      c.beginPath();
      c.moveTo(x + Math.cos(angle) * r * 0.76, y + Math.sin(angle) * r * 0.76);
      c.lineTo(x + Math.cos(angle) * r * 0.94, y + Math.sin(angle) * r * 0.94);
      c.stroke();
    }
    c.lineCap = 'round';
    const time = stage.spec.thread.progress;
    for (const [turns, length, width] of [
      [11 / 12 + time / 12, 0.5, 6],
      [time, 0.76, 3.6],
    ] as const) {
      const angle = turns * Math.PI * 2 - Math.PI / 2;
      c.lineWidth = width;
      c.beginPath();
      c.moveTo(x, y);
      c.lineTo(x + Math.cos(angle) * r * length, y + Math.sin(angle) * r * length);
      c.stroke();
    }
    stage.lamp(c, { x, y, radius: r * 2.6, colour: tones.accent, strength: 0.5 });
  });
  stage.layer('travellers', 0.46, { bloom: 0 }, (c) => {
    const count = Math.round(stage.by(4, 10));
    for (let index = 0; index < count; index++) {
      const side = index % 2 ? 1 : -1;
      const [x, y, tall] = [
        eye.x + side * stage.between(0.2, 0.44) * w,
        h * stage.between(0.77, 0.88),
        h * stage.between(0.15, 0.2),
      ];
      c.fillStyle = linear(
        c,
        [x, y, x + side * tall * 0.6, y + tall],
        [
          [0, black, 0.7],
          [1, black, 0],
        ],
      );
      c.fill(
        polygon([
          [x - tall * 0.1, y],
          [x + tall * 0.1, y],
          [x + side * tall * 0.7 + tall * 0.2, y + tall],
          [x + side * tall * 0.5 - tall * 0.1, y + tall],
        ]),
      );
      c.save();
      c.translate(x, y);
      c.scale((tall / 100) * side, tall / 100);
      stranger(stage, c, { umbrella: index === 1 });
      c.restore();
    }
  });
  stage.thread(0.36, {
    air: [
      [w * 0.22, h * 0.5, h * 0.15],
      [w * 0.54, h * 0.3, h * 0.18],
    ],
    ground: [
      [w * 0.42, h * 0.97, h * 0.3],
      [w * 0.5, h * 0.84, h * 0.24],
    ],
    road: [
      [w * 0.5, h * 1.12, 26],
      [w * 0.5, h * 0.94, 13],
      [w * 0.5, h * 0.82, 6],
      [w * 0.5, h * 0.75, 3],
    ],
  });
  stage.layer('near', 0.06, { soft: 1.5 }, (c) => {
    for (const side of [-1, 1]) {
      const x = side < 0 ? w * 0.035 : w * 0.965;
      c.fillStyle = linear(
        c,
        [x - w * 0.05, 0, x + w * 0.05, 0],
        side < 0
          ? [
              [0, black],
              [0.8, black],
              [1, tone(0.3)],
            ]
          : [
              [0, tone(0.3)],
              [0.2, black],
              [1, black],
            ],
      );
      c.fillRect(x - w * 0.05, view.y0, w * 0.1, view.y1 - view.y0);
    }
    c.fillStyle = black;
    c.fillRect(view.x0, view.y0, w * -0.015 - view.x0 + 2, view.y1 - view.y0);
    c.fillRect(w * 1.014, view.y0, view.x1 - w, view.y1 - view.y0);
  });
}
