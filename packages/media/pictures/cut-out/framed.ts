import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';

/** A picture as it is, with round corners and a pale border, like a print that was put up. */
export function framed(picture: Canvas): Canvas {
  const { width, height } = picture;
  const edge = Math.max(2, Math.round(Math.min(width, height) * 0.03));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f7f2e8';
  context.beginPath();
  context.roundRect(0, 0, width, height, edge * 1.4);
  context.fill();
  context.beginPath();
  context.roundRect(edge, edge, width - edge * 2, height - edge * 2, edge * 0.6);
  context.clip();
  context.drawImage(picture, edge, edge, width - edge * 2, height - edge * 2);
  return canvas;
}
