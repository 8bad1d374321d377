import type { CharacterSpec } from '@kinora/capabilities';
import { createCanvas } from '@napi-rs/canvas';
import { Brush } from '../brush.ts';
import { styles } from '../styles/index.ts';
import { drawNoting } from './draw.ts';

/** An eye: its middle and half its height, in units. */
export type CharacterEye = { x: number; y: number; r: number };
/** What a character covers, in units; y up is negative. */
export type CharacterBounds = { x0: number; y0: number; x1: number; y1: number };

type Measures = { eyes: CharacterEye[]; bounds: CharacterBounds };

/** Pixels a unit of the small drawing that is measured, and how many units it reaches in each direction. */
const resolution = 0.25;
const reach = 520;

const measured = new Map<string, Measures>();

/** Where the eyes of the character are; none when they are shut or it is seen from behind. For blinking. */
export function characterEyes(character: CharacterSpec): CharacterEye[] {
  return measure(character).eyes;
}

/** The box that the drawn character fits in, to 6 units. Light around lamps in its hands is not counted. */
export function characterBounds(character: CharacterSpec): CharacterBounds {
  return measure(character).bounds;
}

function measure(character: CharacterSpec): Measures {
  const { x: _x, ground: _ground, size: _size, name: _name, kind: _kind, ...drawn } = character;
  const key = JSON.stringify(drawn);
  let measures = measured.get(key);
  if (!measures) {
    measures = draw(character);
    if (measured.size >= 256) measured.clear();
    measured.set(key, measures);
  }
  return measures;
}

function draw(character: CharacterSpec): Measures {
  const size = reach * 2 * resolution;
  const canvas = createCanvas(size, size);
  const ctx = canvas.getContext('2d');
  ctx.setTransform(resolution, 0, 0, resolution, size / 2, size / 2);
  const brush = new Brush(ctx, styles['ink-wash'], 1);
  const eyes: CharacterEye[] = [];
  const awake = !['asleep', 'laughing'].includes(character.expression);
  drawNoting(brush, character, {
    noteEye: (x, y, radius) => {
      const m = ctx.getTransform();
      const px = m.a * x + m.c * y + m.e;
      const py = m.b * x + m.d * y + m.f;
      if (awake) {
        eyes.push({
          x: (px - size / 2) / resolution,
          y: (py - size / 2) / resolution,
          r: (radius * Math.hypot(m.a, m.b)) / resolution,
        });
      }
    },
  });
  return { eyes, bounds: boundsOf(ctx.getImageData(0, 0, size, size).data, size) };
}

function boundsOf(pixels: Uint8ClampedArray, size: number): CharacterBounds {
  let [x0, y0, x1, y1] = [size, size, 0, 0];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (pixels[(y * size + x) * 4 + 3]! < 40) continue;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
    }
  }
  if (x0 > x1) return { x0: 0, y0: 0, x1: 0, y1: 0 };
  const unit = (pixel: number) => (pixel - size / 2) / resolution;
  const margin = 6;
  return { x0: unit(x0) - margin, y0: unit(y0) - margin, x1: unit(x1 + 1) + margin, y1: unit(y1 + 1) + margin };
}
