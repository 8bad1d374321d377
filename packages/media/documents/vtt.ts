import type { WordTiming } from '@kinora/capabilities';
import { provenanceLine, type Provenance } from './provenance.ts';

/** A stretch of narration to be captioned. `start` in seconds of the whole; word times count from it. */
export type CaptionScene = { text: string; words: readonly WordTiming[]; start: number };

/** One caption. Times in seconds; `words` are the spoken words with what is written around them. */
export type Caption = { start: number; end: number; words: { text: string; start: number; end: number }[] };

/** Characters of a caption, and those of a script whose letters are twice as wide. */
const longest = { en: 74, ja: 28 };
/** Seconds a caption stays after its last word when nothing follows. */
const linger = 0.7;

/**
 * Cuts narration into captions at the ends of phrases: none runs over a sentence's end or grows too long to be read.
 * @returns In order; none overlaps the next.
 */
export function splitCaptions(scenes: readonly CaptionScene[], options: { language: 'en' | 'ja' }): Caption[] {
  const captions = scenes.flatMap((scene) => sceneCaptions(scene, longest[options.language]));
  for (const [index, caption] of captions.entries()) {
    const next = captions[index + 1];
    caption.end = Math.min(caption.end + linger, next ? Math.max(next.start, caption.end) : Infinity);
  }
  return captions;
}

/**
 * WebVTT with a time for each word, so that players can light words up as they are said.
 * @param options.provenance Written into a NOTE at the top.
 */
export function buildVtt(
  scenes: readonly CaptionScene[],
  options: { language: 'en' | 'ja'; provenance: Provenance },
): string {
  const { language, provenance } = options;
  const cues = splitCaptions(scenes, { language }).map((caption, index) => {
    const text = caption.words
      .map((word, place) => (place === 0 ? '' : `<${timestamp(word.start)}>`) + escapeCue(word.text))
      .join('');
    return `${index + 1}\n${timestamp(caption.start)} --> ${timestamp(caption.end)}\n${text.trim()}\n`;
  });
  const note = `${provenance.title}\n${provenanceLine(provenance)}`.replaceAll('-->', '→');
  return `WEBVTT\nKind: captions\nLanguage: ${language}\n\nNOTE\n${note}\n\n${cues.join('\n')}`;
}

function sceneCaptions({ text, words, start }: CaptionScene, limit: number): Caption[] {
  const captions: Caption[] = [];
  let current: Caption | undefined;
  let length = 0;
  const pieces = withPunctuation(text, words);
  for (const [index, piece] of pieces.entries()) {
    const word = words[index]!;
    if (current && length + piece.text.trim().length > limit) current = undefined;
    if (!current) {
      current = { start: start + word.start, end: 0, words: [] };
      captions.push(current);
      length = 0;
    }
    current.words.push({ text: piece.text, start: start + word.start, end: start + word.end });
    current.end = start + word.end;
    length += piece.text.length;
    // A phrase's end is a good place to cut once the next phrase wouldn't fit.
    const untilStop = phraseLength(pieces, index + 1);
    const goesOn = /^\p{Ll}/u.test(pieces[index + 1]?.text ?? '');
    const isSentence = (/[.!?。！？…]["”’'」』)]*\s*$/.test(piece.text) && !goesOn) || piece.paragraphEnds;
    const isPhrase = /[,;:、，–—]["”’'」』)]*\s*[–—]?\s*$/.test(piece.text);
    if (isSentence || (isPhrase && length + untilStop > limit * 0.8)) current = undefined;
  }
  return captions;
}

type Piece = { text: string; paragraphEnds: boolean };

/** Each word with the signs around it: closing ones stay with the word before, opening ones go to the next. */
function withPunctuation(text: string, words: readonly WordTiming[]): Piece[] {
  let position = 0;
  return words.map((word, index) => {
    const next = words[index + 1];
    const between = text.slice(word.offset + word.length, next?.offset ?? text.length);
    const opening = next ? (/[“‘「『(（«"']+$/.exec(between)?.[0] ?? '') : '';
    const isOpening = opening !== '' && !(/["']$/.test(opening) && !/[\s「]["']+$/.test(between));
    const end = word.offset + word.length + between.length - (isOpening ? opening.length : 0);
    const piece = text.slice(position, end);
    position = end;
    return { text: piece.replaceAll(/\s+/g, ' '), paragraphEnds: /\n/.test(between) };
  });
}

/** Characters from a word to the end of its phrase. */
function phraseLength(pieces: readonly Piece[], from: number): number {
  let length = 0;
  for (let index = from; index < pieces.length; index++) {
    length += pieces[index]!.text.length;
    if (/[,;:.!?、。！？…–—]["”’'」』)]*\s*$/.test(pieces[index]!.text)) break;
  }
  return length;
}

function escapeCue(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function timestamp(seconds: number): string {
  const total = Math.round(seconds * 1000);
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  const minutes = Math.floor(total / 60_000);
  return `${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}:${pad(Math.floor(total / 1000) % 60, 2)}.${pad(total % 1000, 3)}`;
}
