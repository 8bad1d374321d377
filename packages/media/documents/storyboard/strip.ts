import { asArtifact, drawText, widthOf } from '../pdf/document.ts';
import type { Faces, Pdf } from '../pdf/document.ts';
import { clock, plain } from './sheet.ts';
import type { Storyboard } from './sheet.ts';

/** Where the strip lies, in points from the top left. */
export type StripBox = { x: number; y: number; width: number; height: number };

const words: Faces = { latin: 'Kinora Book', japanese: 'Kinora Japanese' };
/** Quiet colours for sections that sound alike, dark enough for small type. */
const letters = ['#4b5aa8', '#b0643a', '#3f8068', '#8a4f93', '#96802f', '#a34a5e', '#3c7f9c', '#6f7a3c'];
const [labelHeight, axisHeight] = [15, 26];

/**
 * The song from left to right: sections by name and colour, its waveform, the numbers of the scenes where they begin, minutes.
 */
export function drawStrip(pdf: Pdf, { song, waveform, sections, scenes }: Storyboard, box: StripBox): void {
  const at = (seconds: number) => box.x + (box.width * Math.min(song.duration, seconds)) / song.duration;
  const [top, bottom] = [box.y + labelHeight, box.y + box.height - axisHeight];
  asArtifact(pdf, 'Layout', () => {
    for (const { start, end, letter, label } of sections) {
      const colour = colourOf(letter);
      const width = Math.max(0, at(end) - at(start));
      pdf
        .rect(at(start), top, width, bottom - top)
        .fillOpacity(0.1)
        .fill(colour)
        .fillOpacity(1);
      pdf.rect(at(start), top - 2, Math.max(0.5, width - 0.8), 2).fill(colour);
      const name = [`${letter} ${plain(label).replace(/ like$/, '')}`, letter].find(
        (text) => widthOf(pdf, { text, faces: words, size: 7.5 }) < width - 3,
      );
      if (name) drawText(pdf, { text: name, faces: words, size: 7.5, x: at(start) + 1, baseline: top - 5.5, colour });
    }
    drawWave(pdf, { waveform, sections, at, middle: (top + bottom) / 2, reach: (bottom - top) / 2 - 2 });
    drawAxis(pdf, { duration: song.duration, at, y: bottom });
    drawScenes(pdf, { scenes, at, top, bottom });
  });
}

function colourOf(letter: string): string {
  return letters[Math.max(0, letter.toUpperCase().charCodeAt(0) - 65) % letters.length]!;
}

type Wave = Pick<Storyboard, 'waveform' | 'sections'> & {
  at: (seconds: number) => number;
  middle: number;
  reach: number;
};

/** A bar a point: its height is the peak, its darker heart the loudness. */
function drawWave(pdf: Pdf, { waveform, sections, at, middle, reach }: Wave): void {
  const { secondsPerPeak, peaks, rms } = waveform;
  const step = Math.max(1, Math.round(1.2 / (at(secondsPerPeak) - at(0))));
  // A quiet song fills the strip as a loud one does.
  const loudest = peaks.reduce((most, value) => Math.max(most, value), 0.001);
  const scale = reach / loudest;
  for (let from = 0; from < peaks.length; from += step) {
    const seconds = from * secondsPerPeak;
    const x = at(seconds);
    const section = sections.find(({ start, end }) => seconds >= start && seconds < end);
    const colour = section ? colourOf(section.letter) : '#5a5a6a';
    const highest = Math.max(...peaks.slice(from, from + step)) * scale;
    const loud = rms.slice(from, from + step);
    const mean = (loud.reduce((sum, value) => sum + value, 0) / Math.max(1, loud.length)) * scale;
    const width = (at(secondsPerPeak) - at(0)) * step * 0.72;
    pdf
      .rect(x, middle - highest - 0.2, width, 2 * highest + 0.4)
      .fillOpacity(0.38)
      .fill(colour);
    pdf
      .rect(x, middle - mean, width, 2 * mean)
      .fillOpacity(0.9)
      .fill(colour);
  }
  pdf.fillOpacity(1);
}

function drawAxis(
  pdf: Pdf,
  { duration, at, y }: { duration: number; at: (seconds: number) => number; y: number },
): void {
  const step = [1, 2, 5, 10, 15, 30, 60, 120].find((seconds) => duration / seconds <= 14) ?? 240;
  for (let seconds = 0; seconds <= duration - step * 0.3 || seconds === 0; seconds += step) {
    pdf.rect(at(seconds), y, 0.5, 3).fill('#8a8698');
    const text = clock(seconds);
    drawText(pdf, { text, faces: words, size: 7, x: at(seconds) + 2, baseline: y + 8.5, colour: '#6d6880' });
  }
}

function drawScenes(
  pdf: Pdf,
  {
    scenes,
    at,
    top,
    bottom,
  }: Pick<Storyboard, 'scenes'> & { at: (seconds: number) => number; top: number; bottom: number },
): void {
  let free = -Infinity;
  scenes.forEach(({ start }, index) => {
    const x = at(start);
    pdf.moveTo(x, top).lineTo(x, bottom).lineWidth(0.6).strokeColor('#2b2447').strokeOpacity(0.75).stroke();
    pdf.strokeOpacity(1);
    const text = String(index + 1);
    const width = widthOf(pdf, { text, faces: words, size: 7.5 });
    // Where scenes follow closely, not every number has its place.
    if (x < free) return;
    free = x + width + 3;
    drawText(pdf, { text, faces: words, size: 7.5, x: x - width / 2, baseline: bottom + 21, colour: '#2b2447' });
  });
}
