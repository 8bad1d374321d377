import type { Cue } from './cue.ts';
import { separator } from './join-text.ts';
import { languageOf } from './language-of.ts';
import type { TextLanguage } from './language-of.ts';

/** A stretch of a sentence that one cue holds. Offsets index the sentence's text (UTF-16, end exclusive). */
export type SentencePart = { cueIndex: number; from: number; to: number; start: number; end: number };

/** A sentence with its time. */
export type Sentence = {
  /** Place among the sentences, from 0. */
  index: number;
  text: string;
  /** Seconds. */
  start: number;
  end: number;
  language: TextLanguage;
  speaker?: string;
  parts: SentencePart[];
};

/** Seconds of silence after which something new begins. */
const pause = 1.5;
/** The same where the text has no punctuation to go by. */
const shortPause = 0.45;
/** Characters after which a sentence without any end is cut at the next cue. */
const longest = { ja: 70, en: 220 };

/**
 * Rebuilds sentences across cues: what one cue breaks off goes on in the next, and one cue may hold several. Ends are marks
 * (。！？!?…, and a full stop before a space), another speaker, a pause, and, where no marks are written, endings of Japanese
 * sentences and shorter pauses.
 * @returns In order; every letter of the cues is in exactly one sentence.
 */
export function rebuildSentences(cues: readonly Cue[]): Sentence[] {
  const isMarked = cues.filter(({ text }) => /[。！？.!?]/.test(text)).length > cues.length * 0.2;
  const sentences: Sentence[] = [];
  let open: Omit<Sentence, 'index' | 'language' | 'start' | 'end'> | null = null;
  const close = () => {
    if (open !== null && open.text !== '') {
      sentences.push({
        index: sentences.length,
        ...open,
        start: open.parts[0]!.start,
        end: open.parts.at(-1)!.end,
        language: languageOf(open.text) ?? 'en',
      });
    }
    open = null;
  };
  for (const cue of cues) {
    const before = cues[cue.index - 1];
    if (before && breaksBetween(before, cue, { isMarked, length: (open as { text: string } | null)?.text.length ?? 0 }))
      close();
    for (const { from, to, ends } of splitText(cue.text)) {
      const text = cue.text.slice(from, to);
      open ??= { text: '', parts: [], ...(cue.speaker === undefined ? {} : { speaker: cue.speaker }) };
      const gap: string = open.parts.length > 0 ? separator(open.text, text) : '';
      const begin = open.text.length + gap.length;
      open.text += gap + text;
      open.parts.push({
        cueIndex: cue.index,
        from: begin,
        to: begin + text.length,
        start: timeAt(cue, from),
        end: timeAt(cue, to),
      });
      if (ends) close();
    }
  }
  close();
  return sentences;
}

/** When a character of a sentence is said, seconds: between the times of its cue, or of its word where words are timed. */
export function timeOfOffset(sentence: Sentence, cues: readonly Cue[], offset: number): number {
  const part =
    sentence.parts.find(({ from, to }) => offset >= from && offset < to) ??
    sentence.parts.findLast(({ from }) => offset >= from) ??
    sentence.parts[0]!;
  const cue = cues[part.cueIndex]!;
  const ratio = Math.min(1, Math.max(0, (offset - part.from) / Math.max(1, part.to - part.from)));
  if (cue.words === undefined) return part.start + (part.end - part.start) * ratio;
  // The part's place in its cue: parts of a cue are its text, cut.
  const inCue = Math.max(0, cue.text.indexOf(sentence.text.slice(part.from, part.to))) + (offset - part.from);
  return timeAt(cue, inCue);
}

function breaksBetween(before: Cue, cue: Cue, { isMarked, length }: { isMarked: boolean; length: number }): boolean {
  if (cue.speaker !== undefined && before.speaker !== cue.speaker) return true;
  const silence = cue.start - before.end;
  if (silence >= pause) return true;
  const language = languageOf(before.text) === 'en' ? 'en' : 'ja';
  if (length >= longest[language]) return true;
  if (isMarked) return false;
  if (silence >= shortPause) return true;
  // Polite and plain endings, final particles, laughter.
  return /(?:です|ます|でした|ました|ません|だよ|だね|だな|よね|かな|ください|じゃん|だろう?|でしょう?|[よねわぞ]|[wｗ]{2,}|笑)$/.test(
    before.text,
  );
}

/** The sentences within a cue's text; the last may go on in the next cue. */
function splitText(text: string): { from: number; to: number; ends: boolean }[] {
  const parts: { from: number; to: number; ends: boolean }[] = [];
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(/[。！？!?]+[」』）)"”’]*|…+(?=\s|$)|\.+["”’)]*(?=\s|$)/gu)) {
    const to = index + mark.length;
    if (mark.startsWith('.') && isAbbreviation(text.slice(from, index))) continue;
    if (to > from) parts.push({ from, to, ends: true });
    from = to;
    while (text[from] === ' ') from++;
  }
  if (from < text.length) parts.push({ from, to: text.length, ends: false });
  return parts;
}

function isAbbreviation(before: string): boolean {
  return /(?:^|\s)(?:Mr|Mrs|Ms|Dr|St|vs|etc|e\.g|i\.e|approx|No|[A-Z])$/.test(before);
}

/** When the character at an offset of a cue is said. */
function timeAt({ text, start, end, words }: Cue, offset: number): number {
  const word = words?.find((each) => offset >= each.offset && offset < each.offset + each.text.length);
  if (word) {
    const share = (offset - word.offset) / Math.max(1, word.text.length);
    return word.start + (word.end - word.start) * share;
  }
  const passed = words?.findLast((each) => each.offset + each.text.length <= offset);
  if (passed) return Math.min(end, passed.end);
  return start + (end - start) * Math.min(1, offset / Math.max(1, text.length));
}
