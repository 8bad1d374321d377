import type { Layer } from '@kinora/media/drawing';
import type { Draw, Sprite } from '@kinora/media/video/compositing';
import { drawGlow } from './paint.ts';
import type { SpriteMaker } from './paint.ts';
import type { Placement } from './camera.ts';

/** How a group lies in the frame at a moment. */
export type Place = Placement & { width: number; height: number; shift?: Draw['shift'] };

/** A sprite laid with its centre on a point of a group, `width` and `height` group pixels large. */
export function centred(
  sprite: Sprite,
  at: { x: number; y: number; width: number; height: number; opacity: number },
  place: Place,
): Draw {
  return {
    sprite,
    x: place.x * place.width + (at.x - at.width / 2) * place.scale,
    y: place.y * place.height + (at.y - at.height / 2) * place.scale,
    scaleX: (at.width / sprite.width) * place.scale,
    scaleY: (at.height / sprite.height) * place.scale,
    opacity: at.opacity,
  };
}

/** Lets stars twinkle: each brightens for a moment at its own time. */
export function twinkle(stars: NonNullable<Layer['stars']>, seconds: number, place: Place, make: SpriteMaker): Draw[] {
  return stars.flatMap(({ x, y, r, colour, phase }) => {
    const wave = Math.sin(seconds * (1.1 + 0.5 * Math.sin(phase * 7)) + phase);
    if (wave <= 0.05) return [];
    const sprite = make(`star ${colour}`, { width: 24, height: 24 }, (context) => drawGlow(context, colour, 24), {
      isLight: true,
    });
    const size = Math.max(5, r * (4 + 5 * wave));
    return [centred(sprite, { x, y, width: size, height: size, opacity: wave * wave * 0.8 }, place)];
  });
}

/**
 * Lets flames flicker and steady lights breathe, as light added to the picture. With music they burn as brightly as it is
 * loud and glow up on its beats.
 */
export function shine(
  lights: NonNullable<Layer['lights']>,
  { seconds, music }: { seconds: number; music?: { level: number; flash: number } | undefined },
  place: Place,
  make: SpriteMaker,
): Draw[] {
  const heard = music ? 0.55 + 0.7 * music.level + 1.6 * music.flash : 1;
  const swell = music ? 1 + 0.22 * music.flash : 1;
  return lights.map(({ x, y, radius, colour, strength, kind }, index) => {
    const level = kind === 'flame' ? flicker(seconds, index * 2.4) : 0.5 + 0.5 * Math.sin(seconds * 0.9 + index);
    const sprite = make(`light ${colour}`, { width: 128, height: 128 }, (context) => drawGlow(context, colour, 128), {
      isLight: true,
    });
    const size = radius * (1.9 + 0.1 * level) * swell;
    const opacity = Math.min(1, Math.min(1, strength) * (0.04 + 0.2 * level) * heard);
    return centred(sprite, { x, y, width: size, height: size, opacity }, place);
  });
}

/** A flame's brightness, 0 to 1: slow swelling with a quicker tremble, never a strobe. */
export function flicker(seconds: number, phase: number): number {
  const slow = Math.sin(seconds * 2.3 + phase);
  const quick = Math.sin(seconds * 7.1 + phase * 1.7) * Math.sin(seconds * 3.7 + phase);
  const tremble = Math.sin(seconds * 13.3 + phase * 0.6);
  return 0.5 + slow * 0.25 + quick * 0.17 + tremble * 0.06;
}

/**
 * How shut a character's eyes are, 0 open to 1 shut. A blink lasts a fifth of a second and comes every three to six
 * seconds, at times of the character's own.
 * @param seed Tells characters apart.
 */
export function blinkAt(seconds: number, seed: number): number {
  const period = 3.4 + (seed % 7) * 0.37;
  const start = period * 0.6;
  const length = 0.2;
  const t = (((seconds + (seed % 11) * 0.61) % period) - start) / length;
  // Lids are quick: a slow fade would show an open eye through a shut one.
  return t < 0 || t > 1 ? 0 : Math.min(1, 0.6 + 6 * t, 0.6 + 6 * (1 - t));
}

/** Glints on water: short strokes that drift and come and go, longer toward the viewer. */
export function shimmer(water: NonNullable<Layer['water']>, seconds: number, place: Place, make: SpriteMaker): Draw[] {
  const count = Math.round(Math.min(60, (water.width * water.height) / 7000));
  const sprite = make(
    'glint',
    { width: 48, height: 8 },
    (context) => {
      context.scale(1, 8 / 48);
      drawGlow(context, '#fff6e0', 48);
    },
    { isLight: true },
  );
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const depth = (index * 0.618034) % 1;
    const wave = Math.sin(seconds * (0.7 + (index % 5) * 0.13) + index * 7.2);
    if (wave <= 0.05) return [];
    const drift = Math.sin(seconds * 0.2 + index) * 0.012;
    return [
      centred(
        sprite,
        {
          x: water.x + ((index * 0.754877 + drift + 1) % 1) * water.width,
          y: water.y + (0.06 + 0.9 * depth) * water.height,
          width: (16 + 56 * depth) * (0.6 + 0.4 * wave),
          height: 3 + 4 * depth,
          opacity: wave * wave * 0.4,
        },
        place,
      ),
    ];
  });
}

/** Ripples of a sheet of water: rows slide a little, more toward the viewer. Undefined where the water has banks. */
export function ripple(water: Layer['water'], seconds: number, place: Place): Draw['shift'] {
  if (!water || water.width < place.width * 0.9) return undefined;
  const top = place.y * place.height + water.y * place.scale;
  const height = water.height * place.scale;
  return (y) => {
    const depth = Math.min(1, Math.max(0, (y - top) / height));
    return depth * 1.6 * Math.sin((y - top) / (4 + 14 * depth) - seconds * 1.9);
  };
}

/** Colour of mist at a time of day. */
export const mistColours = {
  day: '#f4f6f2',
  'golden-hour': '#f6e6cc',
  dusk: '#e8dae6',
  moonrise: '#c3cce8',
  night: '#a8b4dc',
} as const;

/**
 * Banks of mist that drift across: long, soft, each at a pace of its own. They fade in and out at their ends, so that none
 * comes or goes at an edge.
 * @param count Banks. @param horizon Where they lie, 0 top to 1 bottom of the frame.
 */
export function drift(
  { colour, count, horizon, strength }: { colour: string; count: number; horizon: number; strength: number },
  seconds: number,
  place: Place,
  make: SpriteMaker,
): Draw[] {
  const sprite = make(`mist ${colour}`, { width: 256, height: 48 }, (context) => {
    context.scale(1, 48 / 256);
    drawGlow(context, colour, 256);
  });
  return Array.from({ length: count }, (_, index) => {
    const way = (index * 0.618034 + seconds * (0.008 + 0.004 * (index % 3))) % 1;
    const swell = 0.85 + 0.15 * Math.sin(seconds * 0.3 + index * 2);
    return centred(
      sprite,
      {
        x: (way * 1.6 - 0.3) * place.width,
        y: (horizon + 0.09 * Math.sin(index * 2.4)) * place.height,
        width: place.width * (0.6 + 0.25 * ((index * 0.37) % 1)),
        height: place.height * (0.2 + 0.08 * ((index * 0.73) % 1)),
        opacity: strength * swell * Math.sin(way * Math.PI),
      },
      place,
    );
  });
}
