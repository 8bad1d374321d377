import { type Book, type BookScene, bookWords, splitParagraphs } from '../book.ts';
import { curlQuotes } from '../type.ts';
import { escapeXml } from '../xml.ts';

/** Ids of the words of a page that are on it, for its media overlay. */
export type Page = { xhtml: string; wordIds: { id: string; word: number }[] };

const kinds = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' } as const;

/** File name of a scene's picture. */
export function pictureName(index: number, { picture }: BookScene): string {
  return `images/scene-${index + 1}.${kinds[picture.mediaType]}`;
}

/** A scene: picture above its words, each word a span that can light up. */
export function scenePage(book: Book, index: number): Page {
  const scene = book.scenes[index]!;
  const wordIds: Page['wordIds'] = [];
  const paragraphs = splitParagraphs(curlQuotes(scene.text), scene.words).map((pieces) => {
    const inner = pieces.map(({ text, word }) => {
      if (word === undefined) return escapeXml(text);
      const id = `w${word + 1}`;
      wordIds.push({ id, word });
      return `<span id="${id}">${escapeXml(text)}</span>`;
    });
    return `<p>${inner.join('')}</p>`;
  });
  const body = `<section id="scene" class="scene" aria-label="${bookWords[book.language].page} ${index + 1}">
<figure><img src="${pictureName(index, scene)}" alt="${escapeXml(scene.altText)}"/></figure>
<div class="words" id="words">
${paragraphs.join('\n')}
</div>
</section>`;
  return {
    xhtml: page(book, { title: `${bookWords[book.language].page} ${index + 1}`, type: 'bodymatter', body }),
    wordIds,
  };
}

/** The cover picture, full page. */
export function coverPage(book: Book, picture: string): string {
  const body = `<section class="cover" epub:type="cover"><img role="doc-cover" src="${picture}" alt="${escapeXml(book.title)}. ${escapeXml(book.author)}" /></section>`;
  return page(book, { title: bookWords[book.language].cover, type: 'frontmatter', body });
}

/** Title, author line and dedication. */
export function titlePage(book: Book): string {
  const dedication = book.dedication
    ? `<section class="dedication" epub:type="dedication" role="doc-dedication" aria-label="${bookWords[book.language].dedication}"><p>${escapeXml(curlQuotes(book.dedication))}</p></section>`
    : '';
  const body = `<section class="title" epub:type="titlepage"><h1 epub:type="title">${escapeXml(curlQuotes(book.title))}</h1>
<p class="author">${escapeXml(book.author)}</p>${dedication}</section>`;
  return page(book, { title: book.title, type: 'frontmatter', body });
}

/** The good night. */
export function goodNightPage(book: Book): string {
  const heading = bookWords[book.language].goodNight;
  const body = `<section class="good-night" aria-label="${heading}"><p class="moon" aria-hidden="true">☾</p><p>${escapeXml(curlQuotes(book.goodNight))}</p></section>`;
  return page(book, { title: heading, type: 'backmatter', body });
}

/** One entry of the contents. */
export type Entry = { href: string; label: string };

/** The navigation document: contents and landmarks. */
export function navigationPage(book: Book, entries: readonly Entry[]): string {
  const words = bookWords[book.language];
  const items = entries.map(({ href, label }) => `<li><a href="${href}">${escapeXml(label)}</a></li>`).join('\n');
  const body = `<nav epub:type="toc" role="doc-toc" id="toc"><h1>${words.contents}</h1>
<ol>
${items}
</ol></nav>
<nav epub:type="landmarks" id="landmarks" hidden="hidden"><h2>${words.contents}</h2><ol>
<li><a epub:type="cover" href="cover.xhtml">${words.cover}</a></li>
<li><a epub:type="bodymatter" href="scene-1.xhtml">${words.page} 1</a></li>
</ol></nav>`;
  return page(book, { title: book.title, type: 'frontmatter', body });
}

function page({ language }: Book, { title, type, body }: { title: string; type: string; body: string }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head>
<title>${escapeXml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body epub:type="${type}">
${body}
</body>
</html>
`;
}

/** Look of the pages: reflowable, picture first, large type, a warm light on the word being read. */
export const stylesheet = `@charset "UTF-8";
html { font-size: 100%; }
body { margin: 0; padding: 0 4%; font-family: Literata, Georgia, "Iowan Old Style", "Noto Serif JP", serif; line-height: 1.55; }
section { page-break-before: always; break-before: page; max-width: 44em; margin: 0 auto; }
figure { margin: 0 0 1.2em; text-align: center; page-break-inside: avoid; break-inside: avoid; }
img { max-width: 100%; max-height: 58vh; height: auto; border-radius: 0.5em; }
.words { font-size: 1.35em; }
.words p { margin: 0 0 0.7em; text-indent: 0; widows: 2; orphans: 2; }
.cover { text-align: center; margin: 0; }
.cover img { max-height: 98vh; border-radius: 0; }
.title, .good-night { text-align: center; padding-top: 18vh; }
.title h1 { font-size: 2.2em; line-height: 1.2; font-weight: 500; margin: 0 0 0.5em; }
.author { font-style: italic; opacity: 0.8; }
.dedication { margin-top: 4em; font-style: italic; break-before: auto; page-break-before: auto; }
.good-night { font-size: 1.4em; }
.moon { font-size: 2.4em; margin: 0; color: #c98a2b; }
.-epub-media-overlay-active { background-color: #ffe2a0; color: #2b2140; border-radius: 0.2em; }
:lang(ja) .words { line-height: 1.9; }
:lang(ja) .author, :lang(ja) .dedication { font-style: normal; }
`;
