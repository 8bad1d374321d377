import type { Context } from './brush.ts';
import { alpha } from './colour.ts';
import type { Layer } from './layer.ts';

/**
 * Draws what falls or drifts before a layer at a moment in time, in pixels of the layer's canvas. Motion is periodic and
 * has no state, so any moment can be drawn on its own.
 * @param seconds Time from the start of the picture.
 */
export function drawParticles(ctx: Context, layer: Layer, seconds: number): void {
  const { particles, canvas } = layer;
  if (!particles) return;
  const { kind, colour, items } = particles;
  const { width, height } = canvas;
  const solid = new Map<number, string>();
  const tone = (opacity: number) => {
    const step = Math.round(opacity * 10);
    let css = solid.get(step);
    if (!css) solid.set(step, (css = alpha(colour, step / 10)));
    return css;
  };
  for (const item of items) {
    const sway = Math.sin(seconds * 1.1 + item.phase) * (kind === 'rain' ? 0 : 0.008);
    const x = wrap(item.x + item.drift * seconds + sway) * width;
    const y = wrap(item.y + item.speed * seconds) * height;
    if (kind === 'rain') {
      ctx.strokeStyle = tone(item.opacity);
      ctx.lineWidth = item.size * 0.5;
      ctx.beginPath();
      ctx.moveTo(x, y);
      ctx.lineTo(x + (item.drift / item.speed) * item.size * 14, y + item.size * 14);
      ctx.stroke();
    } else if (kind === 'leaves' || kind === 'petals') {
      const angle = item.phase + seconds * (0.8 + item.drift * 4);
      ctx.fillStyle = tone(item.opacity);
      ctx.beginPath();
      ctx.ellipse(x, y, item.size, item.size * (0.3 + 0.25 * Math.abs(Math.sin(angle * 1.3))), angle, 0, 7);
      ctx.fill();
    } else if (kind === 'fireflies' || kind === 'dust') {
      const pulse = kind === 'dust' ? 0.8 : 0.55 + 0.45 * Math.sin(seconds * 1.6 + item.phase * 3);
      glow(ctx, x, y, item.size * (kind === 'dust' ? 1.6 : 6), colour, item.opacity * pulse);
      ctx.fillStyle = alpha('#fffbe0', item.opacity * pulse);
      ctx.beginPath();
      ctx.arc(x, y, item.size * 0.7, 0, 7);
      ctx.fill();
    } else if (kind === 'bubbles') {
      ctx.fillStyle = alpha(colour, item.opacity * 0.25);
      ctx.strokeStyle = tone(item.opacity);
      ctx.lineWidth = Math.max(0.8, item.size * 0.16);
      ctx.beginPath();
      ctx.arc(x, y, item.size, 0, 7);
      ctx.fill();
      ctx.stroke();
      ctx.fillStyle = alpha('#ffffff', item.opacity);
      ctx.beginPath();
      ctx.arc(x - item.size * 0.35, y - item.size * 0.38, item.size * 0.22, 0, 7);
      ctx.fill();
    } else {
      ctx.fillStyle = tone(item.opacity);
      ctx.beginPath();
      ctx.ellipse(x, y, item.size, item.size * 0.92, item.phase, 0, 7);
      ctx.fill();
    }
  }
}

function wrap(value: number): number {
  return value - Math.floor(value);
}

function glow(ctx: Context, x: number, y: number, radius: number, colour: string, strength: number): void {
  const gradient = ctx.createRadialGradient(x, y, 0, x, y, radius);
  gradient.addColorStop(0, alpha(colour, strength * 0.8));
  gradient.addColorStop(0.35, alpha(colour, strength * 0.3));
  gradient.addColorStop(1, alpha(colour, 0));
  ctx.fillStyle = gradient;
  ctx.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
}
