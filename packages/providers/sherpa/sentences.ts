import { pauseStrength, parseText, readJapanese } from '@kinora/media/audio';
import type { Pause } from '@kinora/media/audio';

/** What is synthesised at once. */
export type Sentence = {
  /** Where it stands in the text (UTF-16), and what stands there. */
  offset: number;
  text: string;
  /** What the model gets. */
  spoken: string;
  /** The pause after it. */
  pause: Pause;
};

/** Characters after which a sentence is cut at its next pause: neural voices lose their thread in long ones. */
const long = 220;

/**
 * Splits a text into sentences, long ones at their pauses. Each begins where the one before it ends, so that together they
 * are the text.
 */
export function splitSentences(text: string): Sentence[] {
  const phrases = parseText(text, { language: 'en', readJapanese, keepsUnreadable: true });
  const sentences: Sentence[] = [];
  let start = 0;
  for (const [index, { words, pause }] of phrases.entries()) {
    const next = phrases[index + 1];
    const last = words.at(-1)!;
    const end = last.offset + last.length;
    const isEnd = pauseStrength(pause) >= pauseStrength('sentence');
    const isLong = end - start >= long && pauseStrength(pause) >= pauseStrength('comma');
    if (next && !isEnd && !isLong) continue;
    const stop = next ? end + closing(text.slice(end, next.words[0]!.offset)) : text.length;
    const part = text.slice(start, stop);
    sentences.push({ offset: start, text: part, spoken: toSpoken(part), pause });
    start = stop;
  }
  return sentences;
}

/** How much of what stands between two sentences belongs to the first: its stops and closing marks. */
function closing(between: string): number {
  return /^[^\s“„«「『(（]*\s*/u.exec(between)?.[0].length ?? 0;
}

/** What synthesisers stumble over: emoji, line breaks, typographic dashes and dots. */
function toSpoken(text: string): string {
  return text
    .replace(/\p{Extended_Pictographic}|\p{Cf}|\p{Cc}|\ufe0f/gu, ' ')
    .replace(/\s[–—―-]{1,3}\s|[—―]/g, ', ')
    .replace(/…+/g, '...')
    .replace(/[’ʼ]/g, "'")
    .replace(/[“”„«»「」『』]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}
