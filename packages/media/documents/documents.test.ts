import { createCanvas } from '@napi-rs/canvas';
import type { WordTiming } from '@kinora/capabilities';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Book } from './book.ts';
import { buildCover } from './cover.ts';
import { buildEpub } from './epub/build.ts';
import { fontRuns } from './fonts.ts';
import { layOutPage } from './pdf/layout.ts';
import { buildPdf } from './pdf/in-thread.ts';
import { readPngTexts } from './png.ts';
import { xmpPacket } from './provenance.ts';
import { balanceLines, breakLines, curlQuotes } from './type.ts';
import { buildVtt, splitCaptions } from './vtt.ts';

const text = '"Is it <dark> & cold?" he asked.\n\nFox looked up – and smiled.';
const words: WordTiming[] = [...text.matchAll(/\p{L}+/gu)].map((match, index) => ({
  text: match[0],
  offset: match.index,
  length: match[0].length,
  start: 0.2 + index * 0.5,
  end: 0.6 + index * 0.5,
}));
const duration = 0.2 + words.length * 0.5 + 1;

function picture(type: 'png' | 'jpeg', colour: string): Uint8Array {
  const canvas = createCanvas(64, 36);
  const context = canvas.getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, 64, 36);
  return new Uint8Array(type === 'png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg'));
}

const book: Book = {
  id: '3f0e9d6a-5f4e-4a86-9d49-0a8c5a3f1b22',
  title: 'Fox & the "Lamp"',
  author: 'Told by Kinora for Mia',
  language: 'en',
  dedication: 'For Mia <3',
  goodNight: 'Good night, Mia.',
  scenes: [
    {
      text,
      altText: 'A fox & an owl.',
      picture: { bytes: picture('png', '#246'), mediaType: 'image/png' },
      audio: { bytes: new Uint8Array([1, 2, 3]), mediaType: 'audio/mpeg', duration },
      words,
    },
    {
      text: 'きつねはねむりました。',
      altText: 'A sleeping fox.',
      picture: { bytes: picture('jpeg', '#642'), mediaType: 'image/jpeg' },
    },
  ],
  provenance: {
    sourceType: 'algorithmicMedia',
    generator: 'Kinora 0.1.0',
    models: ['builtin/illustrator@1'],
    createdAt: new Date('2026-11-21T13:00:00Z'),
  },
};
const provenance = { title: book.title, language: 'en', ...book.provenance };

/** Names, attributes and text of an XML document; throws where it isn't well-formed. */
function parseXml(xml: string): { name: string; attributes: Record<string, string> }[] {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  const open: string[] = [];
  const rest = xml
    .replace(/^\uFEFF?<\?xml[^>]*\?>/, '')
    .replaceAll(/<\?xpacket[^>]*\?>/g, '')
    .replace(/<!DOCTYPE html>/, '');
  const token = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|(<)/g;
  for (const [all, close, name, attributes, empty, content] of rest.matchAll(token)) {
    if (content !== undefined) {
      if (/&(?!(?:amp|lt|gt|quot|#\d+);)/.test(content)) throw new Error(`A bare ampersand in ${content}`);
    } else if (!name) throw new Error(`Not well-formed at ${all}`);
    else if (close) {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    } else {
      if (!empty) open.push(name);
      const pairs = [...attributes!.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!] as const);
      if (new Set(pairs.map(([key]) => key)).size !== pairs.length) throw new Error(`An attribute twice in ${all}`);
      elements.push({ name, attributes: Object.fromEntries(pairs) });
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is not closed`);
  return elements;
}

describe('the EPUB', () => {
  const bytes = buildEpub(book);
  const files = unzipSync(bytes);
  const file = (path: string) => strFromU8(files[`EPUB/${path}`]!);
  const opf = parseXml(file('package.opf'));
  const items = opf.filter(({ name }) => name === 'item').map(({ attributes }) => attributes);
  const meta = (property: string) =>
    [...file('package.opf').matchAll(new RegExp(`<meta property="${property}"[^>]*>([^<]*)<`, 'g'))].map(
      ([, value]) => value,
    );

  test('begins with an uncompressed mimetype', () => {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect(view.getUint16(8, true)).toBe(0);
    expect(view.getUint16(28, true)).toBe(0);
    expect(strFromU8(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
    expect(parseXml(strFromU8(files['META-INF/container.xml']!)).at(-1)!.attributes['full-path']).toBe(
      'EPUB/package.opf',
    );
  });

  test('holds well-formed XML with unique ids', () => {
    for (const [path, content] of Object.entries(files)) {
      if (!/\.(?:xhtml|opf|smil|xml|xmp)$/.test(path)) continue;
      const ids = parseXml(strFromU8(content)).flatMap(({ attributes }) => attributes['id'] ?? []);
      expect([path, new Set(ids).size]).toEqual([path, ids.length]);
    }
  });

  test('lists every file exactly once, and every listed file exists', () => {
    const listed = items.map(({ href }) => `EPUB/${href}`);
    expect(new Set(listed).size).toBe(listed.length);
    const unlisted = new Set(['mimetype', 'META-INF/container.xml', 'EPUB/package.opf', 'EPUB/provenance.xmp']);
    expect(
      Object.keys(files)
        .filter((path) => !unlisted.has(path))
        .toSorted(),
    ).toEqual(listed.toSorted());
  });

  test('reads every page in order and refers only to what is there', () => {
    const spine = opf.filter(({ name }) => name === 'itemref').map(({ attributes }) => attributes['idref']);
    expect(spine).toEqual(['cover', 'title', 'scene-1', 'scene-2', 'good-night']);
    const hrefs = new Set(items.map(({ href }) => href!));
    for (const { href } of items) {
      if (!href!.endsWith('.xhtml')) continue;
      for (const { attributes } of parseXml(file(href!))) {
        const target = attributes['src'] ?? attributes['href'] ?? 'nav.xhtml';
        expect(hrefs).toContain(target.split('#')[0]);
      }
    }
    expect(parseXml(file('nav.xhtml')).filter(({ attributes }) => attributes['epub:type'] === 'toc')).toHaveLength(1);
  });

  test('synchronises each word without a gap until the narration ends', () => {
    const overlay = parseXml(file('scene-1.smil'));
    const page = new Set(parseXml(file('scene-1.xhtml')).flatMap(({ attributes }) => attributes['id'] ?? []));
    const targets = overlay
      .filter(({ name }) => name === 'text')
      .map(({ attributes }) => attributes['src']!.split('#'));
    expect(targets).toHaveLength(words.length);
    for (const [path, id] of targets) expect([path, page.has(id!)]).toEqual(['scene-1.xhtml', true]);
    const clips = overlay
      .filter(({ name }) => name === 'audio')
      .map(({ attributes }) => [clock(attributes['clipBegin']!), clock(attributes['clipEnd']!)] as const);
    expect(clips[0]![0]).toBe(0);
    expect(clips.at(-1)![1]).toBeCloseTo(duration, 3);
    for (const [index, [begin]] of clips.slice(1).entries()) expect(begin).toBe(clips[index]![1]);
    expect(items.find(({ id }) => id === 'scene-1')!['media-overlay']).toBe('scene-1-overlay');
  });

  test('sums the durations of its overlays', () => {
    const durations = meta('media:duration').map((value) => clock(value!));
    expect(durations.at(-1)).toBeCloseTo(
      durations.slice(0, -1).reduce((sum, value) => sum + value, 0),
      3,
    );
  });

  test('says how accessible it is and how it was made', () => {
    expect(meta('schema:accessMode')).toEqual(['textual', 'visual', 'auditory']);
    expect(meta('schema:accessibilityFeature')).toEqual(
      expect.arrayContaining(['alternativeText', 'synchronizedAudioText']),
    );
    expect(meta('schema:accessibilityHazard')).toEqual(['none']);
    expect(meta('schema:accessibilitySummary')[0]).toMatch(/alternative text/);
    expect(meta('dcterms:modified')).toEqual(['2026-11-21T13:00:00Z']);
    expect(meta('iptc:DigitalSourceType')).toEqual(['http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia']);
    expect(file('scene-1.xhtml')).toContain('alt="A fox &amp; an owl."');
  });

  test('is silent where there is no narration, and the same bytes for the same book', () => {
    expect(items.find(({ id }) => id === 'scene-2')!['media-overlay']).toBeUndefined();
    expect(buildEpub(book)).toEqual(bytes);
  });
});

function clock(value: string): number {
  return value.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

describe('the PDF', () => {
  let pdf: Awaited<ReturnType<typeof getDocument>['promise']>;
  beforeAll(async () => {
    const data = await buildPdf(book, { page: '16:9', cover: picture('png', '#123') });
    pdf = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise;
  });

  test('has cover, title, scenes and good night, and bookmarks to them', async () => {
    expect(pdf.numPages).toBe(5);
    expect((await pdf.getOutline()).map(({ title }) => title)).toEqual([
      'Cover',
      book.title,
      'Page 1',
      'Page 2',
      'Good night',
    ]);
    const page = await pdf.getPage(3);
    expect(page.view).toEqual([0, 0, 960, 540]);
  });

  test('can be read as text, Japanese too', async () => {
    const read = async (number: number) =>
      (await (await pdf.getPage(number)).getTextContent()).items
        .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : ''))
        .join('')
        .replaceAll(/\s+/g, ' ');
    expect(await read(3)).toContain('“Is it <dark> & cold?” he asked.');
    expect((await read(4)).replaceAll(' ', '')).toContain('きつねはねむりました。');
  });

  test('is tagged, with alternative text, language and title', async () => {
    // pdf.js declares an object and gives a map.
    const marks: unknown = await pdf.getMarkInfo();
    expect(marks instanceof Map ? marks.get('Marked') : marks).toBe(true);
    const tree = JSON.stringify(await (await pdf.getPage(3)).getStructTree());
    expect(tree).toContain('"role":"Figure"');
    expect(tree).toContain('A fox & an owl.');
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: book.title, Language: 'en' });
    expect(metadata.getRaw()).toContain('digitalsourcetype/algorithmicMedia');
    parseXml(metadata.getRaw());
  });
});

describe('a page of a picture book', () => {
  const measure = (line: string) => line.length * 0.5;
  const boxes = (['16:9', '9:16', '1:1'] as const).flatMap((page) =>
    [12, 70, 160, 320].map((count) => [page, count] as const),
  );

  test.each(boxes)('keeps picture and words apart and on the page: %s, %d words', (page, count) => {
    const [width, height] = { '16:9': [960, 540], '9:16': [540, 960], '1:1': [720, 720] }[page] as [number, number];
    const layout = layOutPage([Array.from({ length: count }, () => 'hello').join(' ')], {
      page,
      pictureAspect: width / height,
      measure,
    });
    const lines = layout.paragraphs.flat();
    expect(layout.size).toBeGreaterThanOrEqual(count > 300 ? 11 : 14);
    for (const { text: line, x, baseline } of lines) {
      expect(baseline - layout.size).toBeGreaterThan(20);
      expect(baseline).toBeLessThan(height - 20);
      expect(x + measure(line) * layout.size).toBeLessThan(width - 20);
      const { picture: box } = layout;
      const beside = x >= box.x + box.width || baseline - layout.size >= box.y + box.height - 2;
      expect(beside).toBe(true);
    }
  });
});

describe('setting type', () => {
  const measure = (line: string) =>
    Array.from(line).reduce((sum, character) => sum + (/[\u3000-\u9fff]/.test(character) ? 2 : 1), 0);

  test('breaks at spaces and never begins a Japanese line with a full stop', () => {
    expect(breakLines('one two three', { width: 8, measure })).toEqual(['one two', 'three']);
    expect(breakLines('小さなきつねは、森へ行きました。', { width: 18, measure })).toEqual([
      '小さなきつねは、',
      '森へ行きました。',
    ]);
    expect(breakLines('きつねは', { width: 4, measure })).toEqual(['きつ', 'ねは']);
  });

  test('balances the lines of a title', () => {
    expect(balanceLines('The Fox Who Lent the Dark a Lantern', { width: 30, measure })).toEqual([
      'The Fox Who Lent',
      'the Dark a Lantern',
    ]);
  });

  test('curls quotes and keeps every position', () => {
    const plain = `"It's," said Owl, "the fox's 'lamp'." ('Tis.)`;
    expect(curlQuotes(plain)).toBe('“It’s,” said Owl, “the fox’s ‘lamp’.” (’Tis.)');
    expect(curlQuotes(plain)).toHaveLength(plain.length);
  });
});

describe('captions', () => {
  const scenes = [
    { text, words, start: 10 },
    {
      text: 'Then he slept.',
      words: words.slice(0, 3).map((word, index) => ({
        ...word,
        ...[
          { text: 'Then', offset: 0, length: 4 },
          { text: 'he', offset: 5, length: 2 },
          { text: 'slept', offset: 8, length: 5 },
        ][index]!,
      })),
      start: 20,
    },
  ];

  test('are WebVTT with a time for every word, escaped', () => {
    const vtt = buildVtt(scenes, { language: 'en', provenance });
    expect(vtt.startsWith('WEBVTT\n')).toBe(true);
    expect(vtt).toContain('1\n00:00:10.200 --> ');
    expect(vtt).toContain(
      '"Is <00:00:10.700>it &lt;<00:00:11.200>dark&gt; &amp; <00:00:11.700>cold?" <00:00:12.200>he <00:00:12.700>asked.',
    );
    expect(vtt).toContain('algorithmicMedia');
  });

  test('hold every character once, in order, without overlapping', () => {
    const captions = splitCaptions(scenes, { language: 'en' });
    expect(
      captions.map((caption) =>
        caption.words
          .map((word) => word.text)
          .join('')
          .trim(),
      ),
    ).toEqual(['"Is it <dark> & cold?" he asked.', 'Fox looked up – and smiled.', 'Then he slept.']);
    for (const [index, caption] of captions.entries()) {
      expect(caption.end).toBeGreaterThan(caption.start);
      expect(caption.end).toBeLessThanOrEqual(captions[index + 1]?.start ?? Infinity);
    }
  });
});

test('a long sentence is cut where it breathes, into parts of about the same length', () => {
  const long =
    'Winnie the fox was so shy that she knocked before opening her cupboard, and she always waited a while for an answer.';
  const timed = [...long.matchAll(/\p{L}+/gu)].map((match, index) => ({
    text: match[0],
    offset: match.index,
    length: match[0].length,
    start: index,
    end: index + 0.9,
  }));
  const captions = splitCaptions([{ text: long, words: timed, start: 0 }], { language: 'en' });
  expect(
    captions.map((caption) =>
      caption.words
        .map((word) => word.text)
        .join('')
        .trim(),
    ),
  ).toEqual([
    'Winnie the fox was so shy that she knocked before opening her cupboard,',
    'and she always waited a while for an answer.',
  ]);
});

describe('the cover', () => {
  test('is a PNG of 1600 pixels that says how it was made', async () => {
    const png = await buildCover({
      title: book.title,
      author: book.author,
      picture: picture('png', '#357'),
      provenance,
      aspect: 16 / 9,
    });
    const view = new DataView(png.buffer, png.byteOffset);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([1600, 900]);
    const texts = readPngTexts(png);
    expect(texts['Title']).toBe(book.title);
    expect(texts['XML:com.adobe.xmp']).toContain('digitalsourcetype/algorithmicMedia');
  });
});

test('each letter is set in a face that has it, emoji are left out', () => {
  const runs = fontRuns('Лис & 狐 the 🦊 fox', { latin: 'Kinora Title', japanese: 'Kinora Japanese Bold' });
  expect(runs).toEqual([
    { font: 'Kinora Book', text: 'Лис ' },
    { font: 'Kinora Title', text: '& ' },
    { font: 'Kinora Japanese Bold', text: '狐 ' },
    { font: 'Kinora Title', text: 'the  fox' },
  ]);
});

test('the XMP packet is well-formed whatever the title', () => {
  const packet = xmpPacket({ ...provenance, title: 'A <b> & "c" \u0000 \u{1f98a}' });
  expect(parseXml(packet).map(({ name }) => name)).toContain('Iptc4xmpExt:DigitalSourceType');
  expect(packet).toContain('A &lt;b&gt; &amp; &quot;c&quot;  \u{1f98a}');
});
