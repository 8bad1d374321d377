import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { buildWorksheetPdf } from './build.ts';
import { paginate } from './desk.ts';
import { sampleWorksheet } from './testing/sample-worksheet.ts';
import { gapPart, setText, styles } from './set-text.ts';

async function read(bytes: Uint8Array) {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS }).promise;
  return await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1);
      const { items } = await page.getTextContent();
      const links = (await page.getAnnotations()) as { url?: string }[];
      return {
        text: items.map((item) => ('str' in item ? item.str : '')).join(''),
        size: page.view.slice(2).map(Math.round),
        links: links.flatMap(({ url }) => url ?? []),
      };
    }),
  );
}

describe('a worksheet', () => {
  it('has words, exercises, links, and the answers on a page of their own', async () => {
    const pages = await read(await buildWorksheetPdf(sampleWorksheet()));
    const [last, ...before] = pages.toReversed();
    const exercises = before.map(({ text }) => text).join('');
    for (const title of ['Words from the video', 'Match', 'Fill in', 'Put in order', 'Listen', 'Write']) {
      expect(exercises).toContain(title);
    }
    expect(exercises).not.toContain('Answers');
    expect(last!.text).toContain('Answers');
    expect(last!.text).toContain('1 – b 2 – c 3 – a');
    expect(last!.text).toContain(`${pages.length} / ${pages.length}`);
    expect(pages.flatMap(({ links }) => links)).toEqual([0, 1, 2].map((t) => `https://example.com/watch?v=1&t=${t}`));
    expect(pages[0]!.size).toEqual([595, 842]);
  });

  it('leaves readings out where none are wanted, and speaks both languages', async () => {
    const sheet = sampleWorksheet({ furigana: false, instructions: ['en', 'ja'], paper: 'Letter' });
    const pages = await read(await buildWorksheetPdf(sheet));
    const text = pages.map((page) => page.text).join('');
    expect(text).not.toMatch(/きょう|あお/);
    expect(text).toContain('線で結ぼう');
    expect(text).toContain('Draw a line');
    expect(pages[0]!.size).toEqual([612, 792]);
  });

  it('never has more than four pages', async () => {
    const pages = await read(await buildWorksheetPdf(sampleWorksheet({ rows: 13 })));
    expect(pages).toHaveLength(4);
    expect(pages[3]!.text).toContain('Answers');
  });

  it('is the same for the same content', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => buildWorksheetPdf(sampleWorksheet({ rows: 1 }))));
    expect(Buffer.from(one!).equals(Buffer.from(other!))).toBe(true);
  });
});

describe('text', () => {
  const set = (text: Parameters<typeof setText>[0], width: number) =>
    setText(text, { style: styles.body, size: 10, width });

  it('stands in lines no wider than asked, points never first', () => {
    const block = set('今日は、朝から、雨が、降って、いたので、家に、いました。', 62);
    const lines = Map.groupBy(block.runs, ({ y }) => y);
    expect(lines.size).toBeGreaterThan(3);
    expect(block.width).toBeLessThanOrEqual(62);
    for (const [first] of lines.values()) expect(first!.text).not.toMatch(/^[、。]/);
  });

  it('has readings centred above their kanji', () => {
    const { runs } = set([{ text: '海', reading: 'うみ' }], 100);
    const [kanji, ...readings] = runs;
    expect(readings.map(({ text }) => text).join('')).toBe('うみ');
    expect(readings.every(({ isRuby, y, size }) => isRuby && y < kanji!.y && size === 5)).toBe(true);
  });

  it('keeps a gap on one line', () => {
    const { runs } = set([{ text: 'ああああ' }, gapPart(7), { text: 'いいいい' }], 80);
    expect(runs.filter(({ text, isRuby }) => !isRuby && text.startsWith('＿'))).toMatchObject([
      { text: '＿'.repeat(7) },
    ]);
  });
});

it('bound pieces go to the next page together', () => {
  const piece = (height: number, isBound = false) => ({ gap: 0, height, isBound, draw: () => {} });
  const pages = paginate([{ title: '', pieces: [piece(60), piece(20, true), piece(30)] }], { top: 0, foot: 100 });
  expect(pages.map((page) => page.map(({ piece: { height } }) => height))).toEqual([[60], [20, 30]]);
});
