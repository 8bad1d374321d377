import { describe, expect, test } from 'vitest';
import { linkAt, siteFiles, sitePictures, slugOf } from './index.ts';
import type { Site } from './index.ts';

const evil = `"><script>alert('x')</script>`;
const site: Site = {
  title: `Stream words ${evil}`,
  description: 'Words from streams & chats',
  address: 'https://example.com/v',
  language: 'en',
  recordings: [
    {
      slug: 'first-stream',
      title: `First ${evil}`,
      link: 'https://www.youtube.com/watch?v=abc',
      seconds: 1200,
      publishedAt: '2026-11-20T10:00:00Z',
    },
    { slug: 'no-link', title: 'Second', link: 'javascript:alert(1)', seconds: 60, publishedAt: '2026-11-21T10:00:00Z' },
  ],
  items: [
    {
      slug: '草-kusa',
      kind: 'slang',
      language: 'ja',
      form: '草',
      reading: 'くさ',
      gloss: `lol </script>${evil}`,
      partOfSpeech: 'noun',
      explanation: 'Grass looks like www.',
      tags: ['net', 'laughter & co'],
      difficulty: 'N3',
      places: [
        {
          recording: 'first-stream',
          sentence: [{ text: 'それは' }, { text: '草', reading: 'くさ' }, { text: 'です' + evil }],
          from: 3,
          to: 4,
          start: 83.6,
        },
        { recording: 'gone', sentence: [{ text: 'x' }], from: 0, to: 1, start: 1 },
      ],
    },
  ],
};
const files = siteFiles(site);
const read = (path: string) => files.get(path)!().body;

describe('the public site', () => {
  test('has a page for each item, recording and tag, and what machines read', () => {
    expect([...files.keys()]).toEqual([
      '',
      'recordings/',
      'tags/',
      'items/草-kusa/',
      'recordings/first-stream/',
      'recordings/no-link/',
      'tags/laughter-co/',
      'tags/net/',
      'style.css',
      'sitemap.xml',
      'feed.xml',
    ]);
    expect(read('sitemap.xml')).toContain('<loc>https://example.com/v/items/%E8%8D%89-kusa/</loc>');
    expect(read('feed.xml')).toContain('<pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate>');
    expect(sitePictures(site).map(({ path }) => path)).toEqual([
      'pictures/home.jpg',
      'pictures/items/草-kusa.jpg',
      'pictures/recordings/first-stream.jpg',
      'pictures/recordings/no-link.jpg',
    ]);
  });

  test('an item shows readings, the place marked, and a link to the second', () => {
    const page = read('items/草-kusa/');
    expect(page).toContain('それは<mark><ruby>草<rp>(</rp><rt>くさ</rt><rp>)</rp></ruby></mark>です');
    expect(page).toContain('href="https://www.youtube.com/watch?v=abc&amp;t=83"');
    expect(page).toContain('<link rel="canonical" href="https://example.com/v/items/%E8%8D%89-kusa/"');
    expect(page).toContain('content="https://example.com/v/pictures/items/%E8%8D%89-kusa.jpg"');
    expect(page).toContain('href="../../recordings/first-stream/"');
    expect(page).not.toContain('recordings/gone');
  });

  test('nothing that was said or typed becomes markup, script or a link of its own', () => {
    for (const make of files.values()) {
      const { body, mediaType } = make();
      if (mediaType.startsWith('text/css')) continue;
      expect(body).not.toContain('<script>alert');
      expect(body).not.toMatch(/href="javascript:/);
    }
    const scripts = read('items/草-kusa/').match(/<script type="application\/ld\+json">.*?<\/script>/gs)!;
    const data = scripts.map((each) => JSON.parse(each.replaceAll(/<[^>]*>/g, '')) as Record<string, unknown>);
    expect(data.map((each) => each['@type'])).toEqual(['DefinedTerm', 'BreadcrumbList']);
  });

  test('every link within the site leads to a file', () => {
    for (const [path, make] of files) {
      const { body, mediaType } = make();
      if (!mediaType.startsWith('text/html')) continue;
      const links = Array.from(body.matchAll(/(?:href|src)="([^":#?]+)"/g), ([, link = '']) => link);
      for (const link of links) {
        const target = decodeURIComponent(
          new URL(link.replaceAll('&amp;', '&'), `https://x/${encodeURI(path)}`).pathname,
        );
        expect([path, link, files.has(target.slice(1)) || target === '/fonts.css']).toEqual([path, link, true]);
      }
    }
  });

  test('slugs keep letters of any script; times become links', () => {
    expect([slugOf('  草 & ｗｗｗ! '), slugOf('!!'), slugOf('a'.repeat(200)).length]).toEqual([
      '草-www',
      'untitled',
      80,
    ]);
    expect(linkAt('https://youtu.be/abc?t=5', 90.9)).toBe('https://youtu.be/abc?t=90');
    expect([linkAt('file:///etc', 1), linkAt(null, 1), linkAt('no', 1)]).toEqual([null, null, null]);
  });
});
