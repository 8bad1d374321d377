import PDFDocument from 'pdfkit';
import { type BookFont, bookFonts, fontPath, fontRuns } from '../fonts.ts';
import { type Provenance, provenanceLine, xmpPacket } from '../provenance.ts';

/** A document of pdfkit. */
export type Pdf = InstanceType<typeof PDFDocument>;

/** An element of the structure that screen readers follow. */
export type Structure = ReturnType<Pdf['struct']>;

/** The typefaces of a text. */
export type Faces = { latin: BookFont; japanese: BookFont };

/** How a text is set; `size` in points. */
export type Setting = { text: string; faces: Faces; size: number };

/** Opens a tagged document without pages, with its fonts and its provenance in XMP. `size` in points. */
export function openPdf(
  provenance: Provenance,
  { author, size }: { author: string; size: readonly [width: number, height: number] },
): Pdf {
  const pdf = new PDFDocument({
    size: [...size],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: provenance.language,
    displayTitle: true,
    info: {
      Title: provenance.title,
      Author: author,
      Subject: provenanceLine(provenance),
      Creator: provenance.generator,
      Producer: provenance.generator,
      CreationDate: provenance.createdAt,
      ModDate: provenance.createdAt,
    },
  });
  // pdfkit's own XMP doesn't escape titles and knows nothing of provenance.
  const packet = xmpPacket(provenance);
  Object.assign(pdf, {
    metadata: { append() {}, end() {}, getXML: () => packet, getLength: () => Buffer.byteLength(packet) },
  });
  for (const font of Object.keys(bookFonts) as BookFont[]) pdf.registerFont(font, fontPath(font));
  return pdf;
}

/** All bytes of a document, once it has ended. */
export async function collectPdf(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of pdf as AsyncIterable<Buffer>) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** Adds a page, and a bookmark to it where one is named. */
export function addPage(pdf: Pdf, bookmark?: string): void {
  pdf.addPage();
  // Screen readers and the tab key follow the structure.
  Object.assign(pdf.page.dictionary.data, { Tabs: 'S' });
  if (bookmark !== undefined) pdf.outline.addItem(bookmark);
}

/** Draws what carries no meaning: screen readers pass it over. */
export function asArtifact(pdf: Pdf, type: 'Page' | 'Pagination' | 'Layout', draw: () => void): void {
  pdf.markContent('Artifact', { type });
  draw();
  pdf.endMarkedContent();
}

/** Width of a text in points. */
export function widthOf(pdf: Pdf, { text, faces, size }: Setting): number {
  let width = 0;
  for (const run of fontRuns(text, faces)) width += pdf.font(run.font).fontSize(size).widthOfString(run.text);
  return width;
}

/** Draws a line of text from its left end on its baseline. */
export function drawText(
  pdf: Pdf,
  { text, faces, size, x, baseline, colour }: Setting & { x: number; baseline: number; colour: string },
): void {
  let position = x;
  for (const run of fontRuns(text, faces)) {
    pdf.font(run.font).fontSize(size).fillColor(colour);
    pdf.text(run.text, position, baseline, { baseline: 'alphabetic', lineBreak: false });
    position += pdf.widthOfString(run.text);
  }
}
