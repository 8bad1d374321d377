import { escapeText, html, join } from './markup.ts';
import type { Markup } from './markup.ts';
import type { Site } from './site.ts';
import { siteWords } from './words.ts';

/** A page before it is put into the site's frame. */
export type PageParts = {
  /** Below the root, with a slash at its end; empty for the home page. */
  path: string;
  title: string;
  description: string;
  body: Markup;
  /** Descriptions of what the page is about, by schema.org. */
  data: readonly Record<string, unknown>[];
  /** Path of the picture that is shown where the page is shared. */
  picture: string;
  kind?: 'website' | 'article';
};

/** A whole page. Links are relative, so that it works at any address. */
export function framePage(
  site: Site,
  { path, title, description, body, data, picture, kind = 'article' }: PageParts,
): string {
  const words = siteWords[site.language];
  const up = upFrom(path);
  const address = addressOf(site, path);
  const nav = [
    ['', words.home],
    ['recordings/', words.recordings],
    ['tags/', words.tags],
  ] as const;
  const page = html`<!doctype html>
    <html lang="${site.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${path === '' ? title : `${title} – ${site.title}`}</title>
        <meta name="description" content="${shorten(description)}" />
        <link rel="canonical" href="${address}" />
        <link rel="alternate" type="application/rss+xml" title="${site.title}" href="${up}feed.xml" />
        <link rel="stylesheet" href="${up}fonts.css" />
        <link rel="stylesheet" href="${up}style.css" />
        <meta property="og:type" content="${kind}" />
        <meta property="og:site_name" content="${site.title}" />
        <meta property="og:title" content="${title}" />
        <meta property="og:description" content="${shorten(description)}" />
        <meta property="og:url" content="${address}" />
        <meta property="og:image" content="${addressOf(site, picture)}" />
        <meta property="og:image:width" content="1200" />
        <meta property="og:image:height" content="630" />
        <meta name="twitter:card" content="summary_large_image" />
        ${join(data.map(linkedData), '\n')}
      </head>
      <body>
        <a class="skip" href="#content">${words.skip}</a>
        <header>
          <strong><a href="${up || './'}">${site.title}</a></strong>
          <nav>
            ${join(
              nav.map(([target, name]) => html`<a href="${up}${target || './'}">${name}</a>`),
              '\n',
            )}
          </nav>
        </header>
        <main id="content">${body}</main>
        <footer>${site.description} · <a href="${up}feed.xml">RSS</a> · ${words.made}</footer>
      </body>
    </html> `;
  return page.markup;
}

/** Absolute address of a path of the site. */
export function addressOf(site: Site, path: string): string {
  return `${site.address}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** The way from a page to the root: `../../`. */
export function upFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

/** JSON within a script element: what could end the element is written as an escape. */
function linkedData(value: Record<string, unknown>): Markup {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...value })
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`);
  return { markup: `<script type="application/ld+json">${json}</script>` };
}

/** Feeds and site maps are XML: the same characters are written out, and control characters can't be in it at all. */
export function escapeXml(text: string): string {
  return escapeText(text).replaceAll(/[^\P{Cc}\n\t]/gu, ' ');
}

function shorten(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return plain.length <= 160 ? plain : `${Array.from(plain).slice(0, 158).join('')}…`;
}
