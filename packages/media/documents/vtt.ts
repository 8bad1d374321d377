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
  const pieces = withPunctuation(text, words);
  return sentences(pieces)
    .flatMap((sentence) => splitSentence(pieces, sentence, limit))
    .map(({ from, to }) => ({
      start: start + words[from]!.start,
      end: start + words[to - 1]!.end,
      words: words.slice(from, to).map((word, index) => ({
        text: pieces[from + index]!.text,
        start: start + word.start,
        end: start + word.end,
      })),
    }));
}

/** Words of one sentence or of a part of it, from `from` up to before `to`. */
type Span = { from: number; to: number };

const sentenceEnd = /[.!?。！？…]["”’'」』)]*\s*$/;
const phraseEnd = /[,;:、，–—]["”’'」』)]*\s*[–—]?\s*$/;
const joint = /^["“‘]?(?:and|but|because|before|after|when|while|until|where|that|who|so|as|with|to|in|on|of)\b/i;

/** Sentences; what follows a quotation in the same sentence stays with it. */
function sentences(pieces: readonly Piece[]): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const [index, { text, paragraphEnds }] of pieces.entries()) {
    const goesOn = /^\p{Ll}/u.test(pieces[index + 1]?.text ?? '');
    if (!paragraphEnds && index < pieces.length - 1 && (!sentenceEnd.test(text) || goesOn)) continue;
    spans.push({ from, to: index + 1 });
    from = index + 1;
  }
  return spans;
}

/** Cuts a long sentence into parts of about the same length, rather after a comma or before a joining word. */
function splitSentence(pieces: readonly Piece[], { from, to }: Span, limit: number): Span[] {
  const length = (start: number, end: number) =>
    pieces.slice(start, end).reduce((sum, piece) => sum + piece.text.length, 0);
  const total = length(from, to);
  if (total <= limit || to - from < 2) return [{ from, to }];
  const share = total / Math.ceil(total / limit);
  let best = from + 1;
  let bestCost = Infinity;
  for (let cut = from + 1; cut < to; cut++) {
    const first = length(from, cut);
    const favour = phraseEnd.test(pieces[cut - 1]!.text) ? 0.35 : joint.test(pieces[cut]!.text) ? 0.15 : 0;
    const cost = Math.abs(first - share) / share - favour + (first > limit ? 2 : 0);
    if (cost < bestCost) [best, bestCost] = [cut, cost];
  }
  return [{ from, to: best }, ...splitSentence(pieces, { from: best, to }, limit)];
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

function escapeCue(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function timestamp(seconds: number): string {
  const total = Math.round(seconds * 1000);
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  const minutes = Math.floor(total / 60_000);
  return `${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}:${pad(Math.floor(total / 1000) % 60, 2)}.${pad(total % 1000, 3)}`;
}
