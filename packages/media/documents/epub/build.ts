import { strToU8, zipSync, type Zippable } from 'fflate';
import { type Book, bookWords, provenanceOf } from '../book.ts';
import { xmpPacket } from '../provenance.ts';
import { mediaOverlay } from './overlay.ts';
import { type ManifestItem, packageDocument } from './package-document.ts';
import {
  coverPage,
  type Entry,
  goodNightPage,
  navigationPage,
  pictureName,
  scenePage,
  stylesheet,
  titlePage,
} from './pages.ts';

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/**
 * A story as an EPUB 3.3 read-along book: reflowable pages, every word synchronised with the narration, alternative text,
 * accessibility metadata, provenance. The same book gives the same bytes.
 * @param options.cover PNG for the cover, see `buildCover`; omitted: the first picture.
 */
export function buildEpub(book: Book, options: { cover?: Uint8Array } = {}): Uint8Array {
  const words = bookWords[book.language];
  const first = book.scenes[0]!;
  const cover = options.cover
    ? { href: 'images/cover.png', bytes: options.cover, mediaType: 'image/png' }
    : { href: pictureName(0, first), bytes: first.picture.bytes, mediaType: first.picture.mediaType };
  const texts: [path: string, text: string][] = [
    ['style.css', stylesheet],
    ['provenance.xmp', xmpPacket(provenanceOf(book), { isWrapped: false })],
    ['cover.xhtml', coverPage(book, cover.href)],
    ['title.xhtml', titlePage(book)],
    ['good-night.xhtml', goodNightPage(book)],
  ];
  const files: [path: string, bytes: Uint8Array][] = [[cover.href, cover.bytes]];
  const xhtml = 'application/xhtml+xml';
  const items: ManifestItem[] = [
    { id: 'nav', href: 'nav.xhtml', mediaType: xhtml, properties: 'nav' },
    { id: 'style', href: 'style.css', mediaType: 'text/css' },
    { id: 'cover-image', href: cover.href, mediaType: cover.mediaType, properties: 'cover-image' },
    { id: 'cover', href: 'cover.xhtml', mediaType: xhtml },
    { id: 'title', href: 'title.xhtml', mediaType: xhtml },
  ];
  const durations = new Map<string, number>();
  const entries: Entry[] = [{ href: 'title.xhtml', label: book.title }];
  for (const [index, scene] of book.scenes.entries()) {
    const id = `scene-${index + 1}`;
    const { xhtml: text, wordIds } = scenePage(book, index);
    const picture = pictureName(index, scene);
    const isSpoken = scene.audio !== undefined && wordIds.length > 0;
    texts.push([`${id}.xhtml`, text]);
    entries.push({ href: `${id}.xhtml`, label: `${words.page} ${index + 1}` });
    items.push({ id, href: `${id}.xhtml`, mediaType: xhtml, overlay: isSpoken ? `${id}-overlay` : undefined });
    if (picture !== cover.href) {
      files.push([picture, scene.picture.bytes]);
      items.push({ id: `${id}-picture`, href: picture, mediaType: scene.picture.mediaType });
    }
    if (!scene.audio || !isSpoken) continue;
    const { bytes, mediaType, duration } = scene.audio;
    const audio = `audio/${id}.${mediaType === 'audio/mpeg' ? 'mp3' : 'm4a'}`;
    files.push([audio, bytes]);
    texts.push([`${id}.smil`, mediaOverlay({ page: `${id}.xhtml`, audio, duration, words: scene.words!, wordIds })]);
    items.push({ id: `${id}-audio`, href: audio, mediaType });
    items.push({ id: `${id}-overlay`, href: `${id}.smil`, mediaType: 'application/smil+xml' });
    durations.set(`${id}-overlay`, duration);
  }
  items.push({ id: 'good-night', href: 'good-night.xhtml', mediaType: xhtml });
  entries.push({ href: 'good-night.xhtml', label: words.goodNight });
  texts.push(['nav.xhtml', navigationPage(book, entries)]);
  const spine = ['cover', 'title', ...book.scenes.map((_, index) => `scene-${index + 1}`), 'good-night'];
  texts.push(['package.opf', packageDocument(book, { items, spine, durations })]);
  return pack(texts, files, book.provenance.createdAt);
}

/** The mimetype comes first and stays uncompressed (OCF 3.3, §4.2.1); media is compressed already. */
function pack(texts: [string, string][], files: [string, Uint8Array][], createdAt: Date): Uint8Array {
  // ZIP has no time zones and fflate writes local time: the same moment must give the same bytes everywhere.
  const mtime = new Date(createdAt.getTime() + createdAt.getTimezoneOffset() * 60_000);
  const archive: Zippable = {
    mimetype: [strToU8('application/epub+zip'), { level: 0, mtime }],
    'META-INF/container.xml': [strToU8(container), { mtime }],
  };
  for (const [path, text] of texts) archive[`EPUB/${path}`] = [strToU8(text), { level: 6, mtime }];
  for (const [path, bytes] of files) archive[`EPUB/${path}`] = [bytes, { level: 0, mtime }];
  return zipSync(archive);
}
