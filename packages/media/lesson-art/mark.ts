import type { SKRSContext2D } from '@napi-rs/canvas';

/** Draws Kinora's sign, a fan of light, into a square of `size` pixels. */
export function drawMark(
  context: SKRSContext2D,
  { x, y, size, colour }: { x: number; y: number; size: number; colour: string },
): void {
  context.save();
  context.translate(x, y);
  context.scale(size / 30, size / 30);
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = 2;
  context.lineCap = 'round';
  for (const [toX, toY] of [
    [15, 5],
    [8.6, 7.5],
    [21.4, 7.5],
    [4, 12.5],
    [26, 12.5],
  ] as const) {
    context.beginPath();
    context.moveTo(15, 25);
    context.lineTo(toX, toY);
    context.stroke();
  }
  context.beginPath();
  context.arc(15, 25, 2.6, 0, Math.PI * 2);
  context.fill();
  context.restore();
}
