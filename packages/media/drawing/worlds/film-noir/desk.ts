import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { ellipse, polygon } from '../../paths.ts';
import { glow, linear, softly } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { silver } from './night.ts';

/** An ashtray with a burning cigarette. */
export function ashtray(stage: VistaStage, c: Context, x: number, y: number): void {
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

/** A desk lamp: foot at (x, y), light under its shade. */
export function deskLamp(stage: VistaStage, c: Context, { x, y, tall }: { x: number; y: number; tall: number }): void {
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

/** A telephone with a dial. */
export function telephone(stage: VistaStage, c: Context, { x, y, size }: { x: number; y: number; size: number }): void {
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

/** A glass, half full. */
export function glassOf(stage: VistaStage, c: Context, { x, y, tall }: { x: number; y: number; tall: number }): void {
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
