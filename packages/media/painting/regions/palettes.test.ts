import { expect, test } from 'vitest';
import { comicPairs, makePairs, pixelPairs } from './palettes.ts';
import type { PairTable } from './palettes.ts';

const lookUp = ({ pairs }: PairTable, r: number, g: number, b: number) => {
  const at = (((r >> 3) << 10) | ((g >> 3) << 5) | (b >> 3)) * 4;
  return { first: pairs[at]!, second: pairs[at + 1]!, share: pairs[at + 2]! / 255 };
};
const chromaOf = ({ palette }: PairTable, entry: number) => {
  const [r, g, b] = palette.subarray(entry * 4, entry * 4 + 3);
  return Math.max(r!, g!, b!) - Math.min(r!, g!, b!);
};

test('a colour of the palette is that colour, and the middle of two is half of each', () => {
  const table = makePairs('000000 ffffff ff0000', { spread: 0, chroma: 1, hue: 0, tint: 0 });
  expect(lookUp(table, 255, 0, 0)).toMatchObject({ first: 2, second: 2 });
  const pink = lookUp(table, 255, 120, 112);
  expect([pink.first, pink.second]).toEqual([1, 2]);
  expect(pink.share).toBeGreaterThan(0.4);
  expect(pink.share).toBeLessThan(0.7);
});

test('the dearer a pair, the fewer colours are mixed', () => {
  const mixed = (spread: number) =>
    makePairs('000000 ffffff', { spread, chroma: 1, hue: 0, tint: 0 })
      .pairs.filter((_, i) => i % 4 === 2)
      .filter((v) => v > 0).length;
  expect(mixed(0.5)).toBeLessThan(mixed(0.05));
});

test('brown hair and grey walls mix with nothing green or blue in pixels', () => {
  const table = pixelPairs();
  for (let tone = 40; tone < 190; tone += 10) {
    const { first, second } = lookUp(table, tone, tone * 0.76, tone * 0.55);
    for (const entry of [first, second]) {
      const [r, g, b] = table.palette.subarray(entry * 4, entry * 4 + 3);
      expect(r! + 0.02, `green in brown ${tone}`).toBeGreaterThan(g!);
      expect(r! + 0.05, `blue in brown ${tone}`).toBeGreaterThan(b!);
    }
    const grey = lookUp(table, tone, tone, tone);
    expect(Math.max(chromaOf(table, grey.first), chromaOf(table, grey.second))).toBeLessThan(0.3);
  }
});

test('every colour of a comic has a pair', () => {
  const { pairs, palette } = comicPairs();
  for (let i = 0; i < pairs.length; i += 4) expect(Math.max(pairs[i]!, pairs[i + 1]!)).toBeLessThan(palette.length / 4);
});
