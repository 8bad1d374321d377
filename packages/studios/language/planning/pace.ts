import type { Sentence } from '../transcript/index.ts';
import { moraeOf } from './morae.ts';
import type { SpeechMap } from './speech-map.ts';
import { median, share, spread } from './statistics.ts';
import type { PlanSource } from './inputs.ts';
import type { Span } from '../lesson/plan.ts';

/** A stretch that is said much faster or slower than usual. */
export type PaceChange = Span & { kind: 'fast' | 'slow'; pace: number; usual: number; strength: number };

/** Morae (of English: syllables) a second of a sentence while it is spoken; null where too little is said to tell. */
export function paceOf(sentence: Sentence, { state, step }: SpeechMap): number | null {
  const morae = moraeOf(sentence.text);
  if (morae < 8) return null;
  let steps = 0;
  const to = Math.min(state.length, Math.ceil(sentence.end / step));
  for (let at = Math.max(0, Math.floor(sentence.start / step)); at < to; at++) if (state[at] === 2) steps++;
  return steps * step < 0.8 ? null : morae / (steps * step);
}

/**
 * Stretches in which people speak much faster or slower than they do as a rule in that language: at least two robust deviations
 * and a third off the median, over sentences that follow each other.
 */
export function findPaceChanges({ transcript: { sentences } }: PlanSource, map: SpeechMap): PaceChange[] {
  const paces = sentences.map((sentence) => paceOf(sentence, map));
  const found: PaceChange[] = [];
  for (const language of ['ja', 'en', 'mixed'] as const) {
    const known = sentences.flatMap(({ language: its, index }) =>
      its === language && paces[index] != null ? [paces[index]] : [],
    );
    if (known.length < 8) continue;
    const usual = median(known);
    const wide = Math.max(spread(known, usual), usual * 0.08);
    let open: { kind: 'fast' | 'slow'; sentences: Sentence[] } | null = null;
    const close = () => {
      if (open === null) return;
      const { kind, sentences: said } = open;
      open = null;
      const [first, last] = [said[0]!, said.at(-1)!];
      if (last.end - first.start < 2.5) return;
      const pace = median(said.map(({ index }) => paces[index]!));
      const off = Math.abs(pace - usual) / wide;
      found.push({
        start: first.start,
        end: Math.max(first.end, last.end),
        kind,
        pace,
        usual,
        strength: share((off - 1.5) / 4),
      });
    };
    for (const sentence of sentences) {
      const pace = paces[sentence.index];
      if (sentence.language !== language || pace == null) continue;
      const off = (pace - usual) / wide;
      const kind = off >= 2 && pace >= usual * 1.33 ? 'fast' : off <= -2 && pace <= usual * 0.67 ? 'slow' : null;
      const last = (open as { sentences: Sentence[] } | null)?.sentences.at(-1);
      if (open !== null && (open as { kind: string }).kind === kind && sentence.start - last!.end < 3) {
        (open as { sentences: Sentence[] }).sentences.push(sentence);
      } else {
        close();
        if (kind !== null) open = { kind, sentences: [sentence] };
      }
    }
    close();
  }
  return found.toSorted((a, b) => a.start - b.start);
}
