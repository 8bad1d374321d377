import { Path2D } from '@napi-rs/canvas';
import { blend } from '../../colour.ts';
import { ellipse, polygon } from '../../paths.ts';
import { linear, radial, softly } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { fog, night, silver, stranger } from './night.ts';

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
