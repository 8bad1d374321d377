import type { Span } from '../lesson/plan.ts';
import { languageOf } from '../transcript/index.ts';
import type { Cue } from '../transcript/index.ts';
import { shiftCues } from './shift-cues.ts';

/** Characters of a line, and those of a script whose letters are twice as wide. */
const lineLength = { en: 42, ja: 22 };

/**
 * A transcript as SRT and WebVTT, in lines of readable length.
 * @param options.keeps When given: for a video that keeps only these stretches of the recording, see {@link shiftCues}.
 * @param options.offset Seconds before the first stretch. Default 0.
 * @param options.language Of the file. Default the one in which most cues are.
 */
export function captionFiles(
  cues: readonly Cue[],
  options: { keeps?: readonly Span[]; offset?: number; language?: 'ja' | 'en' } = {},
): { srt: string; vtt: string } {
  const { keeps, offset = 0, language = mainLanguage(cues) } = options;
  const shown = keeps === undefined ? cues : shiftCues(cues, keeps, { offset });
  const srt = shown.map(
    ({ start, end, text }, index) =>
      `${index + 1}\n${clock(start, ',')} --> ${clock(end, ',')}\n${linesOf(text.replaceAll('-->', '→')).join('\n')}\n`,
  );
  const vtt = shown.map(({ start, end, text, speaker }) => {
    const voice = speaker === undefined ? '' : `<v ${escapeCue(speaker.replaceAll(/[\n>]/g, ' '))}>`;
    return `${clock(start, '.')} --> ${clock(end, '.')}\n${voice}${linesOf(text).map(escapeCue).join('\n')}\n`;
  });
  return { srt: srt.join('\n'), vtt: `WEBVTT\nKind: captions\nLanguage: ${language}\n\n${vtt.join('\n')}` };
}

function mainLanguage(cues: readonly Cue[]): 'ja' | 'en' {
  const japanese = cues.filter(({ text }) => languageOf(text) !== 'en').length;
  return japanese * 2 >= cues.length ? 'ja' : 'en';
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** Particles and endings, which stay with the word before them. */
const ending =
  /^(?:[はがをにでとものへやかよねなてただじゃ]|から|まで|です|ます|けど|って|たら|ない|でしょう?|だろう?)$/;

/** A text in one line, or in two of about the same length where a phrase ends near the middle. */
function linesOf(text: string): string[] {
  const most = languageOf(text) === 'en' ? lineLength.en : lineLength.ja;
  if (text.length <= most) return [text];
  let best = -1;
  let leastCost = Infinity;
  for (const { index, segment } of segmenter.segment(text)) {
    if (index === 0) continue;
    const [before, after] = [text.slice(0, index), text.slice(index)];
    // Never before a closing mark or a particle, nor after an opening one.
    if (/^[\s、。，．！？!?,.…ー〜」』）)\]”’]/.test(after) || /[「『（([“‘]$/.test(before)) continue;
    const isLatin = /[\p{Script=Latin}\d,.!?]$/u.test(before) && /^[\p{Script=Latin}\d]/u.test(after);
    if (isLatin) continue;
    const favour = /[、。！？!?,.…]\s*$/.test(before) ? 0.25 : /\s$/.test(before) ? 0.05 : 0;
    const particle = ending.test(segment) ? 0.35 : 0;
    const cost = Math.abs(index - text.length / 2) / text.length - favour + particle;
    if (cost < leastCost) [best, leastCost] = [index, cost];
  }
  return best < 0 ? [text] : [text.slice(0, best).trimEnd(), text.slice(best).trimStart()];
}

function escapeCue(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function clock(seconds: number, mark: ',' | '.'): string {
  const total = Math.max(0, Math.round(seconds * 1000));
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  const minutes = Math.floor(total / 60_000);
  const rest = `${pad(Math.floor(total / 1000) % 60, 2)}${mark}${pad(total % 1000, 3)}`;
  return `${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}:${rest}`;
}
