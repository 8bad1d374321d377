import type { Cue } from '../transcript/index.ts';
import { heardSpan, isTimed } from './speech-map.ts';
import type { SpeechMap } from './speech-map.ts';
import { firstEndingAfter } from './spans.ts';
import type { PlanSource } from './inputs.ts';
import type { Span } from '../lesson/plan.ts';

/** A filler that can be left out without touching a word. */
export type Filler = Span & { text: string; isWhole: boolean };

/** Never a word of their own, whatever follows. */
const hesitations = {
  ja: 'え(?:[ーえ〜～]+っ?|っ)と(?:ですね|ね)?[ーぉお〜～]*|え[ーぇ〜～]{2,}|うー+ん[ーん〜～]*|う〜+ん|ん[ー〜]*っ?と[ー〜]*|あの[ー〜～ぉ]+|その[ー〜～ぉ]+',
  en: 'u+m+|u+h+m*|e+r+m*|h+m+|mm+',
} as const;
/** Fillers only when they stand alone or before a comma: あの人 is that person. */
const careful = {
  ja: 'あのですね|えー|えと|んー|あの|その|なんか|なんて[い言]うか|何て[い言]うか|なんだろう?|ほら',
  en: 'you know|i mean',
} as const;

const gap = String.raw`[、。,.…\s・ー〜～-]*`;
const opening = new RegExp(`^${gap}`, 'u');
/** One filler and what parts it from the next. One at a time: a pattern that repeats both tries every way to share out えーーえーー. */
const oneFiller = [
  new RegExp(`(?:${hesitations.ja}|${careful.ja})${gap}`, 'iuy'),
  new RegExp(String.raw`(?:${hesitations.en}|${careful.en})\b${gap}`, 'iuy'),
];
const headFiller = new RegExp(
  String.raw`^(?:${hesitations.ja}|(?:${careful.ja})(?=[、,…])|(?:${hesitations.en})\b|(?:${careful.en})(?=,))${gap}`,
  'iu',
);

/** Whether an utterance says nothing: えーと, うーん, um. */
export function isFiller(text: string): boolean {
  const plain = text.trim();
  if (plain.length > 80) return false;
  const from = opening.exec(plain)![0].length;
  return oneFiller.some((filler) => {
    let at = from;
    for (filler.lastIndex = at; at < plain.length && filler.test(plain); filler.lastIndex = at) at = filler.lastIndex;
    return at > from && at === plain.length;
  });
}

/** How many characters of a sentence's beginning say nothing: 4 in えーと、今日は; 0 for most. */
export function fillerHead(text: string): number {
  let from = 0;
  while (from < text.length) {
    const found = headFiller.exec(text.slice(from));
    if (found === null || found[0].length === 0) break;
    from += found[0].length;
  }
  return from < text.length ? from : 0;
}

/**
 * Fillers that can be left out: utterances that are nothing else, bounded by pauses; and heads of sentences where timed words or a
 * pause tell exactly when they end. What isn't told exactly stays.
 */
export function findFillers({ transcript }: PlanSource, map: SpeechMap): Filler[] {
  const found: Filler[] = [];
  const { cues, sentences } = transcript;
  for (const sentence of sentences) {
    if (isFiller(sentence.text)) {
      const first = cues[sentence.parts[0]!.cueIndex]!;
      const last = cues[sentence.parts.at(-1)!.cueIndex]!;
      const words = [...(isTimed(first) ? first.words! : []), ...(isTimed(last) ? last.words! : [])].filter(
        (word) => word.start >= sentence.start - 0.01 && word.end <= sentence.end + 0.01,
      );
      const span =
        words.length > 0
          ? { start: words[0]!.start, end: Math.max(...words.map((word) => heardSpan(word).end)) }
          : boundedSpan(sentence, { from: first, to: last });
      if (span && !isSpokenOver(cues, span, [first.index, last.index])) {
        found.push({ ...span, text: sentence.text, isWhole: true });
      }
      continue;
    }
    const length = fillerHead(sentence.text);
    if (length === 0) continue;
    const part = sentence.parts[0]!;
    const cue = cues[part.cueIndex]!;
    // A cue of its own says exactly when the filler is.
    const isOwn = part.to <= length && part.to - part.from === cue.text.length && cue.end > cue.start;
    if (isOwn && !isSpokenOver(cues, cue, [cue.index])) {
      found.push({ start: cue.start, end: cue.end, text: cue.text, isWhole: true });
      continue;
    }
    const offset = Math.max(0, cue.text.indexOf(sentence.text.slice(part.from, part.to)));
    const span = headSpan(cue, { offset, length, map, isFirst: offset === 0 });
    if (span && !isSpokenOver(cues, span, [cue.index])) {
      found.push({ ...span, text: sentence.text.slice(0, length).trim(), isWhole: false });
    }
  }
  return found;
}

/** An untimed sentence's time is exact where it fills its cues. */
function boundedSpan({ start, end }: Span, { from, to }: { from: Cue; to: Cue }): Span | null {
  const isExact = Math.abs(from.start - start) < 0.01 && Math.abs(to.end - end) < 0.01;
  return isExact && end > start ? { start, end } : null;
}

function headSpan(
  cue: Cue,
  { offset, length, map, isFirst }: { offset: number; length: number; map: SpeechMap; isFirst: boolean },
): Span | null {
  if (isTimed(cue)) {
    const words = cue.words!.filter((word) => word.offset >= offset && word.offset < offset + length);
    const last = words.at(-1);
    if (!last || words[0]!.offset !== offset) return null;
    // A word that holds more than the filler can't be left out.
    if (last.offset + last.text.trimEnd().length > offset + length) return null;
    return { start: words[0]!.start, end: last.end };
  }
  if (!isFirst) return null;
  // Untimed: a pause right where the filler should end tells.
  const spoken = cue.text.slice(0, length);
  const guess = cue.start + ((cue.end - cue.start) * length) / Math.max(1, cue.text.length);
  const pause = map.pauses[firstEndingAfter(map.pauses, cue.start + 0.2)];
  const longest = 0.5 + 0.35 * spoken.length;
  if (!pause || pause.end >= cue.end || pause.end - pause.start < 0.3) return null;
  if (pause.start > cue.start + longest || Math.abs(pause.start - guess) > 1.2) return null;
  return { start: cue.start, end: pause.start };
}

/** Whether somebody else talks at that time. */
function isSpokenOver(cues: readonly Cue[], { start, end }: Span, own: readonly number[]): boolean {
  const [first, last] = [Math.min(...own), Math.max(...own)];
  for (let at = Math.max(0, first - 8); at <= Math.min(cues.length - 1, last + 8); at++) {
    const cue = cues[at]!;
    if (at >= first && at <= last) continue;
    if (cue.start < end - 0.01 && cue.end > start + 0.01) return true;
  }
  return false;
}
