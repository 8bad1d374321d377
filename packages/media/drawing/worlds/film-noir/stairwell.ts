import { alpha, blend } from '../../colour.ts';
import { ellipse, polygon } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { fillBox, radial } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { silver } from './night.ts';

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
