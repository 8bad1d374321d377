import { addressOf, escapeXml } from './frame.ts';
import { homePage, itemPage, recordingPage, recordingsPage, tagPage, tagsPage } from './pages.ts';
import { slugOf } from './site.ts';
import type { Site, SiteFile } from './site.ts';
import { siteStyle } from './style.ts';

/** Pictures that the pages name: who serves or exports the site draws them. `path` as in {@link SiteFile}. */
export type SitePicture =
  | { path: string; kind: 'home' }
  | { path: string; kind: 'item'; slug: string }
  | { path: string; kind: 'recording'; slug: string };

/**
 * What makes a site: each path and how its file is written. Nothing is rendered before it is asked for. Who serves it adds the
 * pictures and `fonts.css`.
 */
export function siteFiles(site: Site): Map<string, () => SiteFile> {
  const files = new Map<string, () => SiteFile>();
  const add = (path: string, mediaType: string, body: () => string) =>
    files.set(path, () => ({ path, mediaType, body: body() }));
  const page = (path: string, body: () => string) => add(path, 'text/html; charset=utf-8', body);
  const tags = tagsOf(site);
  page('', () => homePage(site));
  page('recordings/', () => recordingsPage(site));
  page('tags/', () => tagsPage(site, tags));
  for (const item of site.items) page(`items/${item.slug}/`, () => itemPage(site, item));
  for (const recording of site.recordings) page(`recordings/${recording.slug}/`, () => recordingPage(site, recording));
  for (const tag of tags) page(`tags/${slugOf(tag)}/`, () => tagPage(site, tag));
  const pages = [...files.keys()];
  add('style.css', 'text/css; charset=utf-8', () => siteStyle);
  add('sitemap.xml', 'application/xml; charset=utf-8', () => siteMap(site, pages));
  add('feed.xml', 'application/rss+xml; charset=utf-8', () => feed(site));
  return files;
}

/** All pictures of a site. */
export function sitePictures(site: Site): SitePicture[] {
  return [
    { path: 'pictures/home.jpg', kind: 'home' },
    ...site.items.map(({ slug }) => ({ path: `pictures/items/${slug}.jpg`, kind: 'item' as const, slug })),
    ...site.recordings.map(({ slug }) => ({
      path: `pictures/recordings/${slug}.jpg`,
      kind: 'recording' as const,
      slug,
    })),
  ];
}

/** https://www.sitemaps.org/protocol.html; at most 50,000 addresses. */
function siteMap(site: Site, pages: readonly string[]): string {
  const entries = pages.slice(0, 50_000).map((path) => `<url><loc>${escapeXml(addressOf(site, path))}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`;
}

/** RSS 2.0: the recordings, newest first. */
function feed(site: Site): string {
  const entries = site.recordings
    .toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt))
    .slice(0, 50)
    .map(({ slug, title, publishedAt }) => {
      const forms = site.items
        .filter(({ places }) => places.some(({ recording }) => recording === slug))
        .map(({ form }) => form);
      const address = escapeXml(addressOf(site, `recordings/${slug}/`));
      return `<item><title>${escapeXml(title)}</title><link>${address}</link><guid>${address}</guid><pubDate>${new Date(publishedAt).toUTCString()}</pubDate><description>${escapeXml(forms.slice(0, 30).join(', '))}</description></item>`;
    });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${escapeXml(site.title)}</title><link>${escapeXml(addressOf(site, ''))}</link><description>${escapeXml(site.description)}</description><language>${site.language}</language><atom:link href="${escapeXml(addressOf(site, 'feed.xml'))}" rel="self" type="application/rss+xml"/>\n${entries.join('\n')}\n</channel></rss>\n`;
}

function tagsOf(site: Site): string[] {
  const bySlug = new Map(site.items.flatMap(({ tags }) => tags.map((tag) => [slugOf(tag), tag] as const)));
  return [...bySlug.values()].toSorted((a, b) => a.localeCompare(b));
}
