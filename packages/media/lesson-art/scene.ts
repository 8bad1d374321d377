import type { SKRSContext2D } from '@napi-rs/canvas';
import type { ThemeName } from './palette.ts';
import { withAlpha } from './palette.ts';
import type { Box } from './type/block.ts';

type SceneColours = {
  sky: readonly [number, string][];
  orb: string;
  halo: string;
  hills: readonly string[];
  edge: string;
};

/** Night: a moon over dusk. Day: a pale sun over morning mist. */
const scenes: Record<ThemeName, SceneColours> = {
  night: {
    sky: [
      [0, '#12153a'],
      [0.45, '#232859'],
      [0.72, '#4b4179'],
      [0.9, '#a5688a'],
      [1, '#e69a6f'],
    ],
    orb: '#fdf0d2',
    halo: '#f6cf8e',
    hills: ['#4a3d73', '#2d2b5c', '#1b1d45', '#10122c'],
    edge: '#8f78ac',
  },
  day: {
    sky: [
      [0, '#f8f3e7'],
      [0.5, '#f6ead2'],
      [0.85, '#f5d9ac'],
      [1, '#f0c78a'],
    ],
    orb: '#fffaf0',
    halo: '#ffe2a6',
    hills: ['#e7cfa9', '#cfb79f', '#a79aa0', '#7c7c98'],
    edge: '#fff4dd',
  },
};

/**
 * Paints the landscape that Kinora's own pictures show: a sky with a moon, stars and hills cut from paper. The same for the
 * same place and theme. `horizon`: where the hills begin, as a part of the height.
 */
export function paintScene(
  context: SKRSContext2D,
  box: Box,
  {
    theme = 'night',
    horizon = 0.7,
    orb = { x: 0.76, y: 0.26 },
  }: { theme?: ThemeName; horizon?: number; orb?: { x: number; y: number } } = {},
): void {
  const colours = scenes[theme];
  const { x, y, width, height } = box;
  const unit = Math.min(width / 1280, height / 600);
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  const sky = context.createLinearGradient(0, y, 0, y + height * (horizon + 0.12));
  for (const [stop, colour] of colours.sky) sky.addColorStop(stop, colour);
  context.fillStyle = sky;
  context.fillRect(x, y, width, height);
  if (theme === 'night') paintStars(context, { x, y, width, height: height * horizon }, unit);
  paintOrb(context, { x: x + width * orb.x, y: y + height * orb.y, radius: 46 * unit, ...colours });
  colours.hills.forEach((colour, index) => {
    const top = y + height * (horizon + (1 - horizon) * index * 0.27);
    const hill = { box, top, colour, edge: colours.edge, seed: index, unit };
    if (index === 2) paintCottage(context, hill, theme);
    paintHill(context, hill);
    if (index > 0 && index < 3) paintTrees(context, hill);
  });
  context.restore();
}

function paintStars(context: SKRSContext2D, { x, y, width, height }: Box, unit: number): void {
  for (let index = 0; index < 70; index++) {
    const [across, down, bright] = [scatter(index * 3 + 1), scatter(index * 3 + 2) ** 1.4, scatter(index * 3 + 3)];
    context.fillStyle = withAlpha('#fff6df', 0.25 + 0.55 * bright * (1 - down));
    context.beginPath();
    context.arc(x + across * width, y + down * height * 0.92, (0.8 + 1.3 * bright ** 3) * unit, 0, Math.PI * 2);
    context.fill();
  }
}

function paintOrb(
  context: SKRSContext2D,
  { x, y, radius, orb, halo }: { x: number; y: number; radius: number; orb: string; halo: string },
): void {
  const glow = context.createRadialGradient(x, y, radius * 0.8, x, y, radius * 5);
  for (let step = 0; step <= 8; step++) glow.addColorStop(step / 8, withAlpha(halo, 0.42 * (1 - step / 8) ** 2.4));
  context.fillStyle = glow;
  context.fillRect(x - radius * 5, y - radius * 5, radius * 10, radius * 10);
  context.fillStyle = orb;
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.fill();
}

type Hill = { box: Box; top: number; colour: string; edge: string; seed: number; unit: number };

/** Height of a hill's edge at a part of its width. */
function ridgeOf({ box, top, seed }: Hill, share: number): number {
  return (
    top +
    box.height *
      0.055 *
      (Math.sin(share * (3.1 + seed * 0.9) + seed * 2.3) +
        0.45 * Math.sin(share * (7.3 - seed) + seed * 1.1) +
        0.16 * Math.sin(share * 17 + seed * 4))
  );
}

/** A sheet of paper with a wavy upper edge, the light on it, and its shadow on the sheet behind. */
function paintHill(context: SKRSContext2D, hill: Hill): void {
  const { box, colour, edge, seed, unit } = hill;
  const trace = () => {
    context.beginPath();
    for (let step = 0; step <= 96; step++) context.lineTo(box.x + (box.width * step) / 96, ridgeOf(hill, step / 96));
  };
  context.save();
  context.shadowColor = 'rgba(6, 8, 28, 0.32)';
  context.shadowBlur = 16 * unit;
  context.shadowOffsetY = -3 * unit;
  trace();
  context.lineTo(box.x + box.width, box.y + box.height);
  context.lineTo(box.x, box.y + box.height);
  context.closePath();
  context.fillStyle = colour;
  context.fill();
  context.restore();
  trace();
  context.strokeStyle = withAlpha(edge, 0.34 - seed * 0.07);
  context.lineWidth = Math.max(1, 1.6 * unit);
  context.stroke();
}

/** A few firs on a hill's edge, of its own paper. */
function paintTrees(context: SKRSContext2D, hill: Hill): void {
  const { box, colour, seed, unit } = hill;
  for (let index = 0; index < 9; index++) {
    const chance = scatter(seed * 97 + index * 5);
    const group = seed === 1 ? 0.62 : 0.09;
    const share = group + (scatter(seed * 31 + index * 7) - 0.5) * 0.24;
    if (share < 0.01 || share > 0.99) continue;
    const tall = (26 + 26 * chance) * unit * (0.7 + seed * 0.25);
    const [x, y] = [box.x + share * box.width, ridgeOf(hill, share) + 3 * unit];
    context.fillStyle = colour;
    for (const tier of [0, 1, 2]) {
      const top = y - tall + tier * tall * 0.24;
      const half = tall * (0.13 + tier * 0.065);
      context.beginPath();
      context.moveTo(x, top);
      context.lineTo(x + half, top + tall * 0.42);
      context.lineTo(x - half, top + tall * 0.42);
      context.closePath();
      context.fill();
    }
    context.fillRect(x - tall * 0.025, y - tall * 0.2, tall * 0.05, tall * 0.22);
  }
}

/** A small house behind a hill, with a lamp in its windows. */
function paintCottage(context: SKRSContext2D, hill: Hill, theme: ThemeName): void {
  const { box, unit } = hill;
  const share = 0.2;
  const [x, y, size] = [box.x + share * box.width, ridgeOf(hill, share) + 4 * unit, 40 * unit];
  const isNight = theme === 'night';
  if (isNight) {
    const glow = context.createRadialGradient(x, y - size * 0.4, 0, x, y - size * 0.4, size * 2.4);
    for (let step = 0; step <= 6; step++) glow.addColorStop(step / 6, withAlpha('#f6bb5e', 0.3 * (1 - step / 6) ** 2));
    context.fillStyle = glow;
    context.fillRect(x - size * 3, y - size * 3, size * 6, size * 4);
  }
  context.fillStyle = isNight ? '#232350' : '#8d8499';
  context.fillRect(x - size * 0.5, y - size * 0.66, size, size * 0.8);
  context.fillRect(x + size * 0.22, y - size * 1.22, size * 0.15, size * 0.5);
  context.fillStyle = isNight ? '#181a40' : '#6f6a8a';
  context.beginPath();
  context.moveTo(x, y - size * 1.2);
  context.lineTo(x + size * 0.66, y - size * 0.62);
  context.lineTo(x - size * 0.66, y - size * 0.62);
  context.closePath();
  context.fill();
  context.fillStyle = isNight ? '#ffd483' : '#fff3d6';
  for (const side of [-0.3, 0.08]) context.fillRect(x + size * side, y - size * 0.48, size * 0.22, size * 0.26);
}

/** Numbers from 0 to 1 that look like chance and are always the same. */
export function scatter(index: number): number {
  let state = Math.imul(index + 0x9e37, 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return ((state ^ (state >>> 16)) >>> 0) / 0x1_0000_0000;
}
