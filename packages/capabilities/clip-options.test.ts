import { expect, test } from 'vitest';
import { clipLimits } from './clip-options.ts';
import type { ClipOptions } from './models.ts';

const plain: ClipOptions = {
  from: { image: new Uint8Array(), mediaType: 'image/png' },
  frames: 24,
  fps: 24,
  width: 64,
  height: 36,
  seed: 1,
};

test('tells what a model of moving pictures has to leave aside, and of nothing else', () => {
  expect(clipLimits(plain)).toEqual({ leftOut: [], warnings: [] });
  expect(clipLimits({ ...plain, overlays: [], transition: 'light' }).leftOut).toEqual([]);
  const { leftOut, warnings } = clipLimits({
    ...plain,
    to: plain.from,
    transition: 'light',
    music: { level: [], accents: [] },
    fade: { in: 6 },
  });
  expect(leftOut).toEqual(['music', 'fade', 'transition']);
  expect(warnings).toHaveLength(3);
  expect(warnings.join()).toMatch(/music.*fade.*light/);
});
