import { frameStyle, looks } from '@kinora/capabilities';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { meanDifference, paintInNode } from './testing/compare.ts';
import { openPaintingPage } from './testing/paint-in-page.ts';
import type { PaintingPage } from './testing/paint-in-page.ts';
import { drawScenes } from './testing/scene.ts';

const size = { width: 192, height: 144 };
/** Mean difference of red, green and blue that two engines may have, of 255. */
const bound = 4;
let page: PaintingPage;

beforeAll(async () => {
  page = await openPaintingPage();
});
afterAll(() => page[Symbol.asyncDispose]());

test.each(looks)('%s: WebGL paints what WebAssembly paints, on a scene that moves', async (look) => {
  const frames = drawScenes(4, { ...size, noise: 4 }, (frame) => ({ time: frame / 15, personX: frame * 3 }));
  const style = frameStyle.parse({
    look,
    overlay: 'petals',
    palette: { warmth: 0.4, contrast: 0.2, toning: 0.3 },
    light: { amount: 0.4, vignette: 0.5 },
  });
  const job = { ...size, frames, style };
  const [node, browser] = [await paintInNode(job), await page.paint(job)];
  node.pictures.forEach((picture, i) => expect(meanDifference(picture, browser.pictures[i]!)).toBeLessThan(bound));
});

test('a pan moves what sticks to the scene by the same way in both engines', async () => {
  const frames = drawScenes(4, size, (frame) => ({ pan: frame * 4 }));
  const job = { ...size, frames, style: frameStyle.parse({ look: 'dream' }) };
  const [node, browser] = [await paintInNode(job), await page.paint(job)];
  expect(meanDifference(node.pictures[3]!, browser.pictures[3]!)).toBeLessThan(bound);
});

test('a painter that lost its device says so, then begins anew by itself', async () => {
  const frames = drawScenes(1, size, () => ({}));
  const told = await page.loseDevice({ ...size, frames, style: frameStyle.parse({ look: 'anime' }) });
  expect(told).toEqual({ before: true, lost: true, during: false, after: true, difference: 0 });
});

test('WebAssembly paints the very same picture in a browser as in Node', async () => {
  const job = {
    ...size,
    frames: drawScenes(1, size, () => ({})),
    style: frameStyle.parse({ look: 'oil', overlay: 'snow' }),
  };
  expect(await page.paintByWasm(job)).toEqual((await paintInNode(job)).pictures[0]);
});

test('without WebGL2 there is a reason and a way out', async () => {
  expect(await page.withoutWebGl()).toEqual({
    code: 'provider.unavailable',
    message: 'This browser has no WebGL2, or it is switched off; paint on the server instead.',
  });
});
