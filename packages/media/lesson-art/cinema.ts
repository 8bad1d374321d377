import type { SKRSContext2D } from '@napi-rs/canvas';
import { withAlpha } from './palette.ts';
import { drawPicture } from './picture.ts';
import type { LaidPicture, Size } from './picture.ts';
import { round } from './plate.ts';
import { paintScene } from './scene.ts';
import type { Box } from './type/block.ts';

/**
 * Draws the ground for recordings without a picture: a quiet cinema at night, a screen with a landscape, rows of empty seats.
 * As large as the frame, opaque.
 */
export function drawCinema({ frame }: { frame: Size }): LaidPicture {
  return drawPicture({ x: 0, y: 0, ...frame }, frame, (context) => paintCinema(context, frame));
}

function paintCinema(context: SKRSContext2D, frame: Size): void {
  const isTall = frame.height > frame.width * 1.1;
  const width = frame.width * (isTall ? 0.9 : 0.68);
  const height = isTall ? width * 0.72 : Math.min(frame.height * 0.58, width * 0.5);
  const screen = {
    x: (frame.width - width) / 2,
    y: frame.height * (isTall ? 0.265 : 0.115),
    width,
    height,
  };
  const unit = isTall ? frame.width / 800 : frame.height / 720;
  context.fillStyle = '#080a18';
  context.fillRect(0, 0, frame.width, frame.height);
  paintCurtains(context, { frame, screen, unit });
  lightRoom(context, { frame, screen });
  const edge = 4 * unit;
  context.fillStyle = '#05060f';
  round(
    context,
    { x: screen.x - edge * 2, y: screen.y - edge * 2, width: width + edge * 4, height: height + edge * 4 },
    10 * unit,
  );
  context.fill();
  context.save();
  round(context, screen, 5 * unit);
  context.clip();
  paintScene(context, screen, { horizon: 0.66, orb: { x: 0.74, y: 0.3 } });
  context.restore();
  paintSeats(context, { frame, screen, unit });
}

type Room = { frame: Size; screen: Box; unit: number };

/** Folds of cloth at both sides. */
function paintCurtains(context: SKRSContext2D, { frame, screen, unit }: Room): void {
  const foot = screen.y + screen.height + 40 * unit;
  const fold = 26 * unit;
  for (const isRight of [false, true]) {
    const room = screen.x - 6 * unit;
    for (let at = 0; at < room; at += fold) {
      const left = isRight ? frame.width - at - fold : at;
      const depth = 0.5 + 0.5 * Math.sin(at / fold + (isRight ? 1 : 0));
      const cloth = context.createLinearGradient(left, 0, left + fold, 0);
      cloth.addColorStop(0, '#0a0c1e');
      cloth.addColorStop(0.45, depth > 0.5 ? '#171a3a' : '#13162f');
      cloth.addColorStop(1, '#0a0c1e');
      context.fillStyle = cloth;
      context.fillRect(left, 0, fold + 1, foot);
    }
  }
  const fade = context.createLinearGradient(0, 0, 0, foot);
  fade.addColorStop(0, withAlpha('#080a18', 0.85));
  fade.addColorStop(0.35, withAlpha('#080a18', 0.1));
  fade.addColorStop(0.8, withAlpha('#080a18', 0));
  fade.addColorStop(1, '#080a18');
  context.fillStyle = fade;
  context.fillRect(0, 0, frame.width, foot + 2);
}

/** The screen lights the room. */
function lightRoom(context: SKRSContext2D, { frame, screen }: { frame: Size; screen: Box }): void {
  const [x, y] = [screen.x + screen.width / 2, screen.y + screen.height * 0.55];
  context.save();
  context.translate(x, y);
  context.scale(1, (screen.height * 1.2) / screen.width);
  const glow = context.createRadialGradient(0, 0, screen.width * 0.3, 0, 0, screen.width * 0.86);
  for (let step = 0; step <= 10; step++) glow.addColorStop(step / 10, withAlpha('#6a5c9c', 0.5 * (1 - step / 10) ** 2));
  context.fillStyle = glow;
  context.fillRect(-frame.width, -frame.height * 2, frame.width * 2, frame.height * 4);
  context.restore();
}

/** Rows of seats, the nearest at the foot and largest; light lies on their upper edges. */
function paintSeats(context: SKRSContext2D, { frame, screen, unit }: Room): void {
  const top = screen.y + screen.height;
  const rows = 5;
  const floor = frame.height - top;
  for (let row = 0; row < rows; row++) {
    const near = row / (rows - 1);
    const seat = (52 + 74 * near ** 1.2) * unit;
    const y = top + floor * (0.13 + 0.62 * near ** 1.15);
    const count = Math.ceil(frame.width / seat) + 2;
    const shift = ((row % 2) * seat) / 2;
    const start = frame.width / 2 - (count * seat) / 2 + shift;
    const ground = context.createLinearGradient(0, y, 0, y + seat * 1.2);
    ground.addColorStop(0, mix([30, 32, 70], [15, 17, 38], near));
    ground.addColorStop(1, mix([12, 13, 32], [6, 7, 18], near));
    for (let index = 0; index < count; index++) {
      const left = start + index * seat;
      const middle = left + seat / 2;
      // The further from the middle, the less of the screen's light falls on a seat.
      const away = Math.abs(middle - frame.width / 2) / (frame.width * 0.62);
      const light = Math.max(0, 1 - away ** 2) * (0.62 - 0.4 * near);
      context.fillStyle = ground;
      const back = { x: left + seat * 0.05, y, width: seat * 0.9, height: frame.height };
      round(context, back, seat * 0.24);
      context.fill();
      context.save();
      context.beginPath();
      context.rect(left, y - 4 * unit, seat, seat * 0.3);
      context.clip();
      context.strokeStyle = withAlpha('#e9b58f', light * 0.75);
      context.lineWidth = (1.3 + 1.3 * near) * unit;
      round(context, back, seat * 0.24);
      context.stroke();
      context.restore();
    }
  }
  const shade = context.createLinearGradient(0, top + floor * 0.2, 0, frame.height);
  shade.addColorStop(0, withAlpha('#05060f', 0));
  shade.addColorStop(1, withAlpha('#05060f', 0.8));
  context.fillStyle = shade;
  context.fillRect(0, top, frame.width, floor);
}

function mix(from: readonly number[], to: readonly number[], share: number): string {
  return `rgb(${from.map((value, index) => Math.round(value + (to[index]! - value) * share)).join(', ')})`;
}
