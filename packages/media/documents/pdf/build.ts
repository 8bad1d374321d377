import { type Book, bookWords, provenanceOf } from '../book.ts';
import { provenanceLine } from '../provenance.ts';
import { balanceLines, curlQuotes } from '../type.ts';
import { addPage, asArtifact, collectPdf, drawText, openPdf, widthOf } from './document.ts';
import type { Faces, Pdf, Setting, Structure } from './document.ts';
import { layOutPage, type PageAspect, pageSizes } from './layout.ts';
import { preparePicture } from './pictures.ts';

const reading: Faces = { latin: 'Kinora Book', japanese: 'Kinora Japanese' };
const quiet: Faces = { latin: 'Kinora Book Italic', japanese: 'Kinora Japanese' };
const titles: Faces = { latin: 'Kinora Title', japanese: 'Kinora Japanese Bold' };
const ink = '#2b2447';

/** Makes the PDF, see `in-thread.ts`. Reading the fonts and packing the pages blocks its thread. */
export async function buildPdf(book: Book, options: { page: PageAspect; cover?: Uint8Array }): Promise<Uint8Array> {
  const { page, cover } = options;
  const pictures = await Promise.all(
    book.scenes.map(({ picture }) => preparePicture(picture.bytes, picture.mediaType)),
  );
  const pdf = openPdf(provenanceOf(book), { author: book.author, size: pageSizes[page] });
  const done = collectPdf(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const words = bookWords[book.language];

  if (cover) await addCover(pdf, root, { book, page, cover });
  addTitlePage(pdf, root, { book, page, paper: pictures[0]!.paper });
  for (const [index, scene] of book.scenes.entries()) {
    const picture = pictures[index]!;
    addBookPage(pdf, { page, paper: picture.paper, bookmark: `${words.page} ${index + 1}` });
    const paragraphs = curlQuotes(scene.text)
      .split(/\s*[\r\n]+\s*/)
      .filter((text) => text.trim() !== '');
    const measure = (text: string) => widthOf(pdf, { text, faces: reading, size: 1 });
    const layout = layOutPage(paragraphs, { page, pictureAspect: picture.aspect, measure });
    const section = pdf.struct('Sect');
    root.add(section);
    section.add(pdf.struct('Figure', { alt: scene.altText }, () => drawPicture(pdf, picture.jpeg, layout.picture)));
    for (const lines of layout.paragraphs) {
      section.add(
        pdf.struct('P', {}, () => {
          for (const { text, x, baseline } of lines) {
            // Readers of the tags need the space that the end of a line stands for.
            const spaced = /[\p{Script=Latin}\p{P}]$/u.test(text) ? `${text} ` : text;
            drawText(pdf, { text: spaced, faces: reading, size: layout.size, x, baseline, colour: ink });
          }
        }),
      );
    }
    section.end();
    addFolio(pdf, { page, number: index + 1 });
  }
  addGoodNight(pdf, root, { book, page });
  root.end();
  pdf.end();
  return done;
}

function addBookPage(
  pdf: Pdf,
  { page, paper, bookmark }: { page: PageAspect; paper?: Buffer; bookmark: string },
): void {
  const [width, height] = pageSizes[page];
  addPage(pdf, bookmark);
  if (!paper) return;
  asArtifact(pdf, 'Page', () => pdf.image(paper, 0, 0, { width, height }));
}

async function addCover(
  pdf: Pdf,
  root: Structure,
  { book, page, cover }: { book: Book; page: PageAspect; cover: Uint8Array },
): Promise<void> {
  const [width, height] = pageSizes[page];
  const { jpeg } = await preparePicture(cover, 'image/png');
  addBookPage(pdf, { page, bookmark: bookWords[book.language].cover });
  const alt = `${book.title}. ${book.author}`;
  root.add(pdf.struct('Figure', { alt }, () => pdf.image(jpeg, 0, 0, { cover: [width, height] })));
}

function addTitlePage(
  pdf: Pdf,
  root: Structure,
  { book, page, paper }: { book: Book; page: PageAspect; paper: Buffer },
): void {
  const [width, height] = pageSizes[page];
  addBookPage(pdf, { page, paper, bookmark: book.title });
  const size = page === '16:9' ? 44 : 40;
  const title = centred(pdf, { text: curlQuotes(book.title), faces: titles, size, page });
  const small = centred(pdf, { text: book.author, faces: quiet, size: 17, page });
  const dedication = book.dedication
    ? centred(pdf, { text: curlQuotes(book.dedication), faces: quiet, size: 20, page })
    : [];
  const total = title.length * size * 1.2 + 20 + small.length * 26 + 64 + dedication.length * 31;
  let y = (height - total) / 2;
  const set = (type: 'H1' | 'P', lines: typeof title, options: { faces: Faces; size: number; step: number }) => {
    root.add(
      pdf.struct(type, {}, () => {
        for (const line of lines) {
          y += options.step;
          drawText(pdf, { ...options, ...line, baseline: y - options.step * 0.25, colour: ink });
        }
      }),
    );
  };
  set('H1', title, { faces: titles, size, step: size * 1.2 });
  y += 20;
  set('P', small, { faces: quiet, size: 17, step: 26 });
  asArtifact(pdf, 'Layout', () => drawStar(pdf, { x: width / 2, y: y + 34, radius: 7, colour: '#d79a3c' }));
  if (dedication.length === 0) return;
  y += 64;
  set('P', dedication, { faces: quiet, size: 20, step: 31 });
}

function addGoodNight(pdf: Pdf, root: Structure, { book, page }: { book: Book; page: PageAspect }): void {
  const [width, height] = pageSizes[page];
  const words = bookWords[book.language];
  addBookPage(pdf, { page, bookmark: words.goodNight });
  asArtifact(pdf, 'Page', () => drawNight(pdf, { width, height }));
  const size = 32;
  const lines = centred(pdf, { text: curlQuotes(book.goodNight), faces: titles, size, page });
  const top = height * 0.6 - (lines.length * size * 1.35) / 2;
  root.add(
    pdf.struct('P', {}, () => {
      for (const [index, line] of lines.entries()) {
        drawText(pdf, { ...line, faces: titles, size, baseline: top + (index + 0.8) * size * 1.35, colour: '#fff1d6' });
      }
    }),
  );
  const note = provenanceLine(provenanceOf(book)).replace(/\. Digital.*/, '.');
  const small = centred(pdf, { text: note, faces: reading, size: 9, page });
  root.add(
    pdf.struct('P', {}, () => {
      for (const [index, line] of small.entries()) {
        const baseline = height - 34 - (small.length - 1 - index) * 13;
        drawText(pdf, { ...line, faces: reading, size: 9, baseline, colour: '#a9a3cf' });
      }
    }),
  );
}

/** Night sky with a crescent moon and a few stars of fixed places. */
function drawNight(pdf: Pdf, { width, height }: { width: number; height: number }): void {
  const sky = pdf.linearGradient(0, 0, 0, height);
  sky.stop(0, '#141331').stop(0.65, '#262352').stop(1, '#3b3268');
  pdf.rect(0, 0, width, height).fill(sky);
  for (let index = 0; index < 42; index++) {
    // The golden ratio spreads them without clumps.
    const x = ((index * 0.618034) % 1) * width;
    const y = ((index * 0.754878) % 1) * height * 0.9;
    const radius = 0.7 + ((index * 0.33) % 1) * 1.1;
    pdf
      .circle(x, y, radius)
      .fillOpacity(0.35 + ((index * 0.47) % 1) * 0.5)
      .fill('#fff4d8');
  }
  pdf.fillOpacity(1);
  const [x, y, radius] = [width / 2, height * 0.3, Math.min(width, height) * 0.1];
  const glow = pdf.radialGradient(x, y, radius * 0.6, x, y, radius * 2.6);
  glow.stop(0, '#ffd98c', 0.3).stop(1, '#ffd98c', 0);
  pdf.circle(x, y, radius * 2.6).fill(glow);
  // A crescent: the disc's outer edge, back along a circle that is shifted.
  const crescent = `M ${x + radius * 0.36} ${y - radius * 0.93} A ${radius} ${radius} 0 1 0 ${x + radius * 0.93} ${y + radius * 0.36} A ${radius * 0.8} ${radius * 0.8} 0 0 1 ${x + radius * 0.36} ${y - radius * 0.93} Z`;
  pdf.path(crescent).fill('#ffe3a3');
}

function drawStar(pdf: Pdf, { x, y, radius, colour }: { x: number; y: number; radius: number; colour: string }): void {
  const points = Array.from({ length: 10 }, (_, index): [number, number] => {
    const reach = index % 2 === 0 ? radius : radius * 0.45;
    const angle = (index * Math.PI) / 5 - Math.PI / 2;
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  });
  pdf.polygon(...points).fill(colour);
}

function addFolio(pdf: Pdf, { page, number }: { page: PageAspect; number: number }): void {
  const [width, height] = pageSizes[page];
  const text = String(number);
  const x = width - 40 - widthOf(pdf, { text, faces: reading, size: 11 });
  asArtifact(pdf, 'Pagination', () => {
    drawText(pdf, { text, faces: reading, size: 11, x, baseline: height - 20, colour: '#8b82a8' });
  });
}

/** The picture with round corners and a hint of a shadow. */
function drawPicture(pdf: Pdf, jpeg: Buffer, box: { x: number; y: number; width: number; height: number }): void {
  const { x, y, width, height } = box;
  for (let step = 4; step > 0; step--) {
    pdf.roundedRect(x - step, y - step + 3, width + 2 * step, height + 2 * step, 12 + step);
    pdf.fillOpacity(0.035).fill('#1b1540');
  }
  pdf.fillOpacity(1).save();
  pdf.roundedRect(x, y, width, height, 12).clip();
  pdf.image(jpeg, x, y, { width, height });
  pdf.restore();
}

function centred(pdf: Pdf, { text, faces, size, page }: Setting & { page: PageAspect }): { text: string; x: number }[] {
  const [width] = pageSizes[page];
  const measure = (line: string) => widthOf(pdf, { text: line, faces, size });
  const lines = balanceLines(text, { width: Math.min(width * 0.8, 620), measure });
  return lines.map((line) => ({ text: line, x: (width - measure(line)) / 2 }));
}
