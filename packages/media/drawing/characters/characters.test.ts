import { clothesKinds, expressions, poses, species, type CharacterSpec } from '@kinora/capabilities';
import { describe, expect, it } from 'vitest';
import { rgb } from '../colour.ts';
import { character, pixelsOf } from './characters.fixture.ts';
import { characterBounds, characterEyes, characterHeight, isAfloat, type CharacterBounds } from './index.ts';

describe('characters', () => {
  it('draw every species in every pose, inside its bounds', () => {
    const wrong: string[] = [];
    species.forEach((kind, s) =>
      poses.forEach((pose, p) => {
        const expression = expressions[(s + p) % expressions.length]!;
        const facing = (['right', 'left', 'front', 'away'] as const)[(s + p) % 4]!;
        const spec = character(kind, { pose, expression, facing });
        const { data, size, unit } = pixelsOf(spec, { pixels: 80 });
        // Measuring costs as much as drawing: one pose of each species is enough.
        const bounds = p === s % poses.length ? characterBounds(spec) : undefined;
        let drawn = 0;
        for (let i = 0; i < size * size; i++) {
          if (data[i * 4 + 3]! < 90) continue;
          drawn++;
          const x = ((i % size) + 0.5 - size / 2) / unit;
          const y = (Math.floor(i / size) + 0.5 - size / 2) / unit;
          if (bounds && !isNear(bounds, x, y)) wrong.push(`${kind} ${pose}: ${x.toFixed()}, ${y.toFixed()} is outside`);
        }
        if (drawn < 20) wrong.push(`${kind} ${pose} ${facing}: ${drawn} pixels`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('stand as high as their species says, on the ground', () => {
    const wrong = species.flatMap((kind) => {
      const spec = character(kind, { expression: 'calm' });
      const { y0, y1 } = characterBounds(spec);
      const share = (y1 - y0 - 12) / characterHeight(kind);
      const stands = isAfloat(spec) || Math.abs(y1 - 6) < 12;
      return share > 0.86 && share < 1.14 && stands
        ? []
        : [`${kind}: ${share.toFixed(2)} of its height, lowest at ${y1}`];
    });
    expect(wrong).toEqual([]);
  });

  it('look the same each time, and breathe when time passes', () => {
    const spec = character('squirrel', { pose: 'hold', holds: 'acorn' });
    expect(pixelsOf(spec).data).toEqual(pixelsOf(spec).data);
    expect(pixelsOf(spec, { time: 0.4 }).data).not.toEqual(pixelsOf(spec, { time: 1.2 }).data);
  });

  it('facing left are the mirror image of facing right', () => {
    for (const kind of ['fox', 'deer', 'child', 'digger', 'fish'] as const) {
      const clothes: CharacterSpec['clothes'] = [{ kind: 'scarf', colour: '#2f8f8a', pattern: 'stripes' }];
      const right = pixelsOf(character(kind, { pose: 'wave', clothes }));
      const left = pixelsOf(character(kind, { pose: 'wave', clothes, facing: 'left' }));
      let different = 0;
      for (let y = 0; y < right.size; y++) {
        for (let x = 0; x < right.size; x++) {
          const a = right.data[(y * right.size + x) * 4 + 3]!;
          const b = left.data[(y * right.size + (right.size - 1 - x)) * 4 + 3]!;
          if (Math.abs(a - b) > 60) different++;
        }
      }
      expect(different).toBeLessThan(6);
    }
  });

  it('show twelve different expressions', () => {
    for (const kind of ['fox', 'child', 'fish', 'train', 'owl'] as const) {
      const faces = expressions.map((expression) => pixelsOf(character(kind, { expression }), { pixels: 260 }).data);
      faces.forEach((face, i) => {
        for (const other of faces.slice(i + 1)) expect(difference(face, other)).toBeGreaterThan(8);
      });
    }
  });

  it('wear all kinds of clothes in their colour', () => {
    const colour = '#1fb04c';
    const unseen = (['fox', 'child'] as const).flatMap((kind) =>
      clothesKinds.filter((garment) => {
        const spec = character(kind, { clothes: [{ kind: garment, colour, pattern: 'plain' }] });
        return pixelsNear(pixelsOf(spec, { pixels: 260, reach: 260 }).data, colour) < 5;
      }),
    );
    expect(unseen).toEqual([]);
  });

  it('show stripes, dots and patches', () => {
    const wearing = (pattern: CharacterSpec['clothes'][number]['pattern']) =>
      pixelsOf(character('bear', { clothes: [{ kind: 'jumper', colour: '#3a6a9c', pattern }] }), { pixels: 260 }).data;
    const [plain, ...patterned] = (['plain', 'stripes', 'dots', 'patchwork'] as const).map(wearing);
    for (const data of patterned) expect(difference(plain!, data)).toBeGreaterThan(20);
  });

  it('tell where awake eyes are, on the side that they face', () => {
    expect(characterEyes(character('fox'))).toHaveLength(2);
    expect(characterEyes(character('fish'))).toHaveLength(1);
    expect(characterEyes(character('fox', { expression: 'asleep' }))).toHaveLength(0);
    expect(characterEyes(character('fox', { facing: 'away' }))).toHaveLength(0);
    const [near] = characterEyes(character('fish'));
    const [mirrored] = characterEyes(character('fish', { facing: 'left' }));
    expect(near!.x).toBeGreaterThan(20);
    expect(mirrored!.x).toBeCloseTo(-near!.x, 3);
    expect(near!.r).toBeGreaterThan(4);
  });
});

function isNear(box: CharacterBounds, x: number, y: number): boolean {
  const margin = 10;
  return x > box.x0 - margin && x < box.x1 + margin && y > box.y0 - margin && y < box.y1 + margin;
}

/** How many pixels differ clearly. */
function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  let count = 0;
  for (let i = 0; i < a.length; i += 4) {
    if (Math.abs(a[i]! - b[i]!) + Math.abs(a[i + 1]! - b[i + 1]!) + Math.abs(a[i + 2]! - b[i + 2]!) > 60) count++;
  }
  return count;
}

function pixelsNear(data: Uint8ClampedArray, colour: string): number {
  const [red, green, blue] = rgb(colour);
  let count = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3]! < 200) continue;
    if (Math.abs(data[i]! - red) + Math.abs(data[i + 1]! - green) + Math.abs(data[i + 2]! - blue) < 70) count++;
  }
  return count;
}
