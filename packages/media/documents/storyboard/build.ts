import { addPage, asArtifact, collectPdf, drawText, openPdf, widthOf } from '../pdf/document.ts';
import type { Faces, Pdf, Structure } from '../pdf/document.ts';
import { preparePicture } from '../pdf/pictures.ts';
import { provenanceLine } from '../provenance.ts';
import { breakLines, curlQuotes } from '../type.ts';
import { clock, describeShot, plain } from './sheet.ts';
import type { Storyboard, StoryboardScene } from './sheet.ts';
import { drawStrip } from './strip.ts';

/** A4 in points, and the white around what is printed. */
const page = { width: 595.28, height: 841.89, margin: 46 };
const printed = page.width - 2 * page.margin;
const foot = page.height - 50;
const ink = '#2b2447';
const quiet = '#6d6880';
const accent = '#a8622a';
const titles: Faces = { latin: 'Kinora Title', japanese: 'Kinora Japanese Bold' };
const words: Faces = { latin: 'Kinora Book', japanese: 'Kinora Japanese' };
const slanted: Faces = { latin: 'Kinora Book Italic', japanese: 'Kinora Japanese' };
/** Room for a picture, and the white between scenes. */
const picture = { width: 164, height: 94, tallHeight: 112 };
const gap = 13;

/** Makes the PDF, see `in-thread.ts`. Reading the fonts and packing the pages blocks its thread. */
export async function buildStoryboardPdf(storyboard: Storyboard): Promise<Uint8Array> {
  const { title, artist, provenance, scenes } = storyboard;
  const pdf = openPdf(provenance, { author: artist ?? provenance.generator, size: [page.width, page.height] });
  const done = collectPdf(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  addPage(pdf, title);
  let y = addHead(pdf, root, storyboard);
  let number = 1;
  addFolio(pdf, { title, number });
  for (const [index, scene] of scenes.entries()) {
    const prepared = await preparePicture(scene.picture, scene.mediaType);
    const room = fitPicture(prepared.aspect);
    const rows = setScene(pdf, scene, printed - room.width - 18);
    const height = Math.max(room.height, rows.height);
    if (y + height > foot) {
      addPage(pdf);
      addFolio(pdf, { title, number: ++number });
      y = page.margin;
    }
    const section = pdf.struct('Sect');
    root.add(section);
    pdf.outline.addItem(`${index + 1}  ${scene.word}`);
    addScene(pdf, section, { scene, index, y, jpeg: prepared.jpeg, room, rows });
    section.end();
    y += height + gap;
  }
  addNote(pdf, root, { text: provenanceLine(provenance).replace(/\. Digital.*/, '.') });
  root.end();
  pdf.end();
  return done;
}

/** Title, artist, what was heard, and the song as a strip. Returns where the scenes begin. */
function addHead(pdf: Pdf, root: Structure, storyboard: Storyboard): number {
  const { title, artist, theme, song, world, scenes, sections } = storyboard;
  const { margin } = page;
  let y = margin - 6;
  const set = (
    type: 'H1' | 'P',
    text: string,
    options: { faces: Faces; size: number; step: number; colour: string },
  ) => {
    const measure = (line: string) => widthOf(pdf, { text: line, faces: options.faces, size: options.size });
    root.add(
      pdf.struct(type, {}, () => {
        for (const line of breakLines(text, { width: printed, measure })) {
          y += options.step;
          drawText(pdf, { ...options, text: line, x: margin, baseline: y });
        }
      }),
    );
  };
  set('H1', curlQuotes(title), { faces: titles, size: 29, step: 34, colour: ink });
  if (artist) set('P', curlQuotes(artist), { faces: slanted, size: 14, step: 21, colour: accent });
  if (theme) set('P', curlQuotes(theme), { faces: slanted, size: 11, step: 19, colour: quiet });
  const facts = [
    clock(song.duration),
    song.tempo === null ? 'no steady pulse' : `${Math.round(song.tempo)} beats a minute`,
    song.metre,
    song.key,
    world && plain(world),
    `${scenes.length} ${scenes.length === 1 ? 'picture' : 'pictures'}`,
  ].filter((fact) => typeof fact === 'string');
  set('P', facts.join('   ·   '), { faces: words, size: 10, step: 21, colour: ink });
  y += 14;
  const box = { x: margin, y, width: printed, height: 118 };
  const parts = sections.map(({ start, label }) => `${plain(label)} at ${clock(start)}`).join(', ');
  root.add(pdf.struct('Figure', { alt: `The song as a waveform. Its parts: ${parts}.` }, () => {}));
  drawStrip(pdf, storyboard, box);
  return y + box.height + 22;
}

function fitPicture(aspect: number): { width: number; height: number } {
  const height = Math.min(aspect < 0.8 ? picture.tallHeight : picture.height, picture.width / aspect);
  return { width: height * aspect, height };
}

type SceneRows = { head: string; word: string[]; description: string[]; shot: string[]; height: number };

function setScene(pdf: Pdf, scene: StoryboardScene, width: number): SceneRows {
  const rows = (text: string, faces: Faces, size: number) =>
    breakLines(curlQuotes(text), { width, measure: (line) => widthOf(pdf, { text: line, faces, size }) });
  const { start, end, bar } = scene;
  const set = {
    head: [clock(start, { tenths: true }), bar === null ? '' : `bar ${bar}`, `${(end - start).toFixed(1)} s`]
      .filter((part) => part !== '')
      .join('  ·  '),
    word: rows(scene.word, titles, 13),
    description: rows(scene.description, words, 10.5),
    shot: rows(describeShot(scene), slanted, 9.5),
  };
  return { ...set, height: 10 + set.word.length * 18 + set.description.length * 15.5 + 6 + set.shot.length * 14 };
}

type PlacedScene = {
  scene: StoryboardScene;
  index: number;
  y: number;
  jpeg: Buffer;
  room: { width: number; height: number };
  rows: SceneRows;
};

function addScene(pdf: Pdf, section: Structure, { scene, index, y, jpeg, room, rows }: PlacedScene): void {
  const { margin } = page;
  section.add(
    pdf.struct('Figure', { alt: scene.altText ?? scene.description }, () => {
      pdf.save();
      pdf.roundedRect(margin, y, room.width, room.height, 5).clip();
      pdf.image(jpeg, margin, y, room);
      pdf.restore();
    }),
  );
  const x = margin + room.width + 18;
  let baseline = y + 8;
  const number = String(index + 1);
  const set = (
    type: 'H2' | 'P',
    lines: readonly string[],
    look: { faces: Faces; size: number; step: number; colour: string },
  ) => {
    section.add(
      pdf.struct(type, {}, () => {
        for (const text of lines) {
          baseline += look.step;
          // Readers of the tags need the space that the end of a line stands for.
          drawText(pdf, { ...look, text: `${text} `, x, baseline });
        }
      }),
    );
  };
  section.add(
    pdf.struct('P', {}, () => {
      drawText(pdf, { text: `${number}  `, faces: titles, size: 9, x, baseline, colour: accent });
      const after = x + widthOf(pdf, { text: `${number}   `, faces: titles, size: 9 });
      drawText(pdf, { text: `${rows.head} `, faces: words, size: 9, x: after, baseline, colour: quiet });
    }),
  );
  set('H2', rows.word, { faces: titles, size: 13, step: 18, colour: ink });
  set('P', rows.description, { faces: words, size: 10.5, step: 15.5, colour: ink });
  baseline += 4;
  set('P', rows.shot, { faces: slanted, size: 9.5, step: 14, colour: quiet });
}

function addFolio(pdf: Pdf, { title, number }: { title: string; number: number }): void {
  const text = String(number);
  asArtifact(pdf, 'Pagination', () => {
    const baseline = page.height - 26;
    const x = page.width - page.margin - widthOf(pdf, { text, faces: words, size: 9 });
    drawText(pdf, { text, faces: words, size: 9, x, baseline, colour: quiet });
    if (number > 1) {
      const head = title.length > 70 ? `${title.slice(0, 69)}…` : title;
      drawText(pdf, { text: curlQuotes(head), faces: slanted, size: 9, x: page.margin, baseline, colour: quiet });
    }
  });
}

/** Who made it, at the foot of the last page. */
function addNote(pdf: Pdf, root: Structure, { text }: { text: string }): void {
  const measure = (line: string) => widthOf(pdf, { text: line, faces: words, size: 7.5 });
  const lines = breakLines(text, { width: printed - 40, measure });
  root.add(
    pdf.struct('P', {}, () => {
      lines.forEach((line, index) => {
        const baseline = page.height - 38 - (lines.length - 1 - index) * 10;
        drawText(pdf, { text: line, faces: words, size: 7.5, x: page.margin, baseline, colour: '#8a8698' });
      });
    }),
  );
}
