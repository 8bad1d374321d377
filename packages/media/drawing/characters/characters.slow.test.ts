import { expressions, poses, species } from '@kinora/capabilities';
import { expect, it } from 'vitest';
import { character, pixelsOf } from './characters.fixture.ts';

it('draws every species in every pose with every expression', () => {
  const empty: string[] = [];
  for (const kind of species) {
    for (const pose of poses) {
      for (const expression of expressions) {
        const { data } = pixelsOf(character(kind, { pose, expression }), { pixels: 40 });
        if (!data.some((value) => value > 0)) empty.push(`${kind} ${pose} ${expression}`);
      }
    }
  }
  expect(empty).toEqual([]);
});
