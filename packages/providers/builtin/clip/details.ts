import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import type { Layer } from '@kinora/media/drawing';
import { glowSprite } from './sprite.ts';

type Star = NonNullable<Layer['stars']>[number];
type Light = NonNullable<Layer['lights']>[number];

const glows = new Map<string, Canvas>();

/** Lets stars twinkle: each brightens for a moment at its own time. */
export function drawStars(context: SKRSContext2D, stars: readonly Star[], seconds: number): void {
  for (const star of stars) {
    const wave = Math.sin(seconds * (0.9 + 0.5 * Math.sin(star.phase * 7)) + star.phase);
    if (wave <= 0) continue;
    const size = star.r * (4 + 5 * wave);
    context.globalAlpha = wave * wave * 0.75;
    context.drawImage(glow(star.colour, 32), star.x - size / 2, star.y - size / 2, size, size);
  }
  context.globalAlpha = 1;
}

/** Lets flames flicker and steady lights breathe, as light laid over the picture. */
export function drawLights(context: SKRSContext2D, lights: readonly Light[], seconds: number): void {
  if (lights.length === 0) return;
  context.globalCompositeOperation = 'screen';
  lights.forEach((light, index) => {
    const level = light.kind === 'flame' ? flicker(seconds, index * 2.4) : 0.5 + 0.5 * Math.sin(seconds * 0.9 + index);
    const size = light.radius * (1.5 + 0.08 * level);
    context.globalAlpha = Math.min(0.5, light.strength * (0.06 + 0.16 * level));
    context.drawImage(glow(light.colour, 128), light.x - size / 2, light.y - size / 2, size, size);
  });
  context.globalCompositeOperation = 'source-over';
  context.globalAlpha = 1;
}

/** A flame's brightness, 0 to 1: slow swelling with a quicker tremble, never a strobe. */
export function flicker(seconds: number, phase: number): number {
  const slow = Math.sin(seconds * 2.3 + phase);
  const quick = Math.sin(seconds * 7.1 + phase * 1.7) * Math.sin(seconds * 3.7 + phase);
  const tremble = Math.sin(seconds * 13.3 + phase * 0.6);
  return 0.5 + slow * 0.25 + quick * 0.17 + tremble * 0.06;
}

/**
 * How shut a character's eyes are, 0 open to 1 shut. A blink lasts a sixth of a second and comes every three to six
 * seconds, at times of the character's own.
 */
export function blinkAt(seconds: number, seed: number): number {
  const period = 3.4 + (seed % 7) * 0.37;
  const at = (seconds + (seed % 11) * 0.61) % period;
  const start = period * 0.7;
  const length = 0.17;
  if (at < start || at > start + length) return 0;
  const t = (at - start) / length;
  return Math.min(1, 3 * t, 3 * (1 - t));
}

/** Glints on water: short strokes that drift and come and go. */
export function drawWater(
  context: SKRSContext2D,
  water: { x: number; y: number; width: number; height: number },
  seconds: number,
): void {
  const count = Math.round(Math.min(70, (water.width * water.height) / 6000));
  context.fillStyle = '#ffffff';
  for (let index = 0; index < count; index++) {
    const seed = index * 2.399;
    const depth = (index * 0.618) % 1;
    const wave = Math.sin(seconds * (0.7 + (index % 5) * 0.13) + seed * 3);
    if (wave <= 0) continue;
    const length = (6 + 22 * depth) * (0.5 + 0.5 * wave);
    const x = water.x + ((index * 0.7548 + Math.sin(seconds * 0.2 + seed) * 0.01) % 1) * water.width;
    const y = water.y + depth * water.height;
    context.globalAlpha = wave * wave * 0.22;
    context.beginPath();
    context.ellipse(x, y, length, 0.6 + 1.2 * depth, 0, 0, Math.PI * 2);
    context.fill();
  }
  context.globalAlpha = 1;
}

function glow(colour: string, size: number): Canvas {
  const key = `${colour}/${size}`;
  const known = glows.get(key) ?? glowSprite(colour, size);
  glows.set(key, known);
  return known;
}
