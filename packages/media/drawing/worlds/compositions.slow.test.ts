import { vistaViews, worlds } from '@kinora/capabilities';
import type { VistaView, World } from '@kinora/capabilities';
import { describe, expect, test } from 'vitest';
import { difference, once, pixels } from './__fixtures__/sample-vista.ts';

describe.each(worlds)('%s', (world: World) => {
  test.each(vistaViews)('%s has depth, an opaque back and something in it', (view: VistaView) => {
    const layers = once({ world, view });
    expect(layers.length).toBeGreaterThanOrEqual(4);
    const depths = layers.map(({ depth }) => depth);
    expect(depths).toEqual(depths.toSorted((a, b) => b - a));
    const [back] = layers;
    const { width, height } = back!.canvas;
    // With overscan: wherever the camera goes, there is paint.
    const { data } = back!.canvas.getContext('2d').getImageData(0, 0, width, height);
    expect(data.every((value, at) => at % 4 !== 3 || value === 255)).toBe(true);
    const seen = pixels(layers);
    expect(new Set(seen.filter((_, at) => at % 4 < 3)).size).toBeGreaterThan(60);
    for (const { canvas } of layers) expect([canvas.width, canvas.height]).toEqual([width, height]);
    expect(layers.flatMap(({ lights = [] }) => lights).length).toBeGreaterThan(0);
  });

  test('has six compositions', () => {
    const pictures = vistaViews.map((view) => pixels(once({ world, view })));
    for (const [index, picture] of pictures.entries()) {
      for (const other of pictures.slice(index + 1)) expect(difference(picture, other)).toBeGreaterThan(8);
    }
  });
});
