import type { VocabularyItem } from '../../analysis/item.ts';
import { witness } from '../../analysis/evidence.ts';
import type { Transcript } from '../../analysis/evidence.ts';

/** Numbers that look like chance and are the same every time (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/** An item with evidence wherever its form stands in a transcript. */
export function itemIn(transcript: Transcript, form: string, rest: Partial<VocabularyItem> = {}): VocabularyItem {
  const evidence = transcript.sentences.flatMap(({ index, text }) => {
    const from = text.indexOf(form);
    const found = from < 0 ? null : witness(transcript, { sentence: index, from, to: from + form.length });
    return found === null ? [] : [found];
  });
  if (evidence.length === 0) throw new Error(`${form} is nowhere in the transcript.`);
  return {
    id: `ja-slang-${form}`,
    kind: 'slang',
    language: 'ja',
    form,
    partOfSpeech: 'noun',
    gloss: 'meaning',
    tags: [],
    source: 'lexicon',
    ...rest,
    evidence: evidence as [(typeof evidence)[number], ...typeof evidence],
  };
}
