import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha } from '../../colour.ts';
import { polygon } from '../../paths.ts';
import { fillBox, glow, linear, softly } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { silver } from './night.ts';
import { ashtray, deskLamp, telephone, glassOf } from './desk.ts';

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
