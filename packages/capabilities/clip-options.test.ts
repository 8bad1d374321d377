import { expect, test } from 'vitest';
import { clipWarnings } from './clip-options.ts';
import type { ClipOptions } from './models.ts';

const plain: ClipOptions = {
  from: { image: new Uint8Array(), mediaType: 'image/png' },
  frames: 24,
  fps: 24,
  width: 64,
  height: 36,
  seed: 1,
};

test('warns of what a model of moving pictures has to leave aside, and of nothing else', () => {
  expect(clipWarnings(plain)).toEqual([]);
  expect(clipWarnings({ ...plain, overlays: [], transition: 'light' })).toEqual([]);
  const warnings = clipWarnings({
    ...plain,
    to: plain.from,
    transition: 'light',
    music: { level: [], accents: [] },
    fade: { in: 6 },
  });
  expect(warnings).toHaveLength(3);
  expect(warnings.join()).toMatch(/music.*fade.*light/);
});
