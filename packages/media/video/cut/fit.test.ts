import { AVCOL_SPC_BT709 } from 'node-av/constants';
import { expect, test } from 'vitest';
import { filtersFor } from './fit.ts';

const frame = { width: 1280, height: 720, colorSpace: AVCOL_SPC_BT709 } as const;
const tall = { width: 1080, height: 1920 };

test('an area is cropped about its middle to the shape that it fills', () => {
  const upper = { x: 0.25, y: 0, width: 0.5, height: 1 };
  const filters = filtersFor(frame, { upright: [], fit: { kind: 'crop', upper, lower: null, split: 0.5 }, size: tall });
  // 720 high and 9:16 is 405 wide; the middle lies at 640.
  expect(filters).toMatch(/^crop=406:720:438:0,scale=1080:1920/);
});

test('two areas share the height as told', () => {
  const upper = { x: 0, y: 0, width: 1, height: 1 };
  const lower = { x: 0.75, y: 0.5, width: 0.25, height: 0.5 };
  const filters = filtersFor(frame, { upright: [], fit: { kind: 'crop', upper, lower, split: 0.4 }, size: tall });
  expect(filters).toContain('scale=1080:768');
  expect(filters).toContain('scale=1080:1152');
  expect(filters).toMatch(/vstack$/);
});

test('a recording of another shape keeps it, between bars', () => {
  const filters = filtersFor(
    { ...frame, width: 960 },
    { upright: [], fit: { kind: 'whole', bars: 'dark' }, size: frame },
  );
  expect(filters).toContain('scale=960:720');
  expect(filters).toContain('pad=1280:720:160:0');
});

test('a picture that is turned is measured as it is seen', () => {
  const fit = { kind: 'whole', bars: 'dark' } as const;
  const filters = filtersFor(frame, { upright: ['transpose=clock'], fit, size: { width: 720, height: 1280 } });
  expect(filters).toMatch(/^transpose=clock,crop=720:1280:0:0,scale=720:1280/);
});
