import { setImmediate } from 'node:timers/promises';
import { createMatcher, traitsOf } from '../lexicon/match.ts';
import type { LexiconEntry } from '../lexicon/entry.ts';
import type { Matcher, Span } from '../lexicon/match.ts';
import { readEnglishTokens, readJapaneseTokens } from '../tokens/index.ts';
import type { Language, Token } from '../tokens/index.ts';
import type { Sentence } from '../transcript/index.ts';
import { witness } from './evidence.ts';
import type { Evidence, Transcript } from './evidence.ts';
import { itemOf } from './item.ts';
import type { VocabularyItem } from './item.ts';

/** Sentences between two looks at the clock: the server's other work goes on in between. */
const breath = 40;

/** The built-in analyst: finds the lexicon's entries in transcripts. */
export type Analyst = {
  /**
   * Items in order of their first place.
   * @throws the signal's reason.
   */
  analyse(transcript: Transcript, options?: { signal?: AbortSignal }): Promise<VocabularyItem[]>;
};

/** Of kinds that are found in one place, the one that says more about it wins. */
const weight: Record<string, number> = { mistake: 4, slang: 3, culture: 3, expression: 2, grammar: 1 };

/** Makes an analyst of a lexicon; its patterns are compiled once. */
export function createAnalyst(entries: readonly LexiconEntry[]): Analyst {
  const matchers: Record<Language, Matcher[]> = { ja: [], en: [] };
  for (const entry of entries) matchers[entry.language].push(createMatcher(entry));
  return {
    async analyse(transcript, { signal } = {}) {
      const found = new Map<LexiconEntry, Evidence[]>();
      for (const [index, sentence] of transcript.sentences.entries()) {
        if (index % breath === 0) await setImmediate();
        signal?.throwIfAborted();
        for (const { entry, span } of findIn(sentence, matchers)) {
          const evidence = witness(transcript, { sentence: index, from: span.start, to: span.end });
          if (evidence === null) continue;
          const places = found.get(entry);
          if (places) places.push(evidence);
          else found.set(entry, [evidence]);
        }
      }
      return Array.from(found, ([entry, evidence]) => itemOf(entry, evidence as [Evidence, ...Evidence[]])).toSorted(
        (a, b) => a.evidence[0].start - b.evidence[0].start || a.id.localeCompare(b.id),
      );
    },
  };
}

/** A sentence of both languages is read as both. */
function findIn(sentence: Sentence, matchers: Record<Language, Matcher[]>): { entry: LexiconEntry; span: Span }[] {
  const languages: Language[] = sentence.language === 'mixed' ? ['ja', 'en'] : [sentence.language];
  const found: (Span & { entry: LexiconEntry })[] = [];
  for (const language of languages) {
    const read = { text: sentence.text, tokens: tokensOf(sentence.text, language) };
    const traits = traitsOf(read);
    for (const { entry, canBeIn, find } of matchers[language]) {
      if (!canBeIn(traits)) continue;
      for (const span of find(read)) found.push({ ...span, entry });
    }
  }
  return withoutShadowed(found).map(({ entry, start, end }) => ({ entry, span: { start, end } }));
}

function tokensOf(text: string, language: Language): Token[] {
  return language === 'ja' ? readJapaneseTokens(text) : readEnglishTokens(text);
}

/**
 * What one place says is told once: 草生える, not also the 草 in it; a mistake rather than the word it is made of. A pattern of
 * grammar and the slang that it holds stay both.
 */
function withoutShadowed<Value extends Span & { entry: LexiconEntry }>(finds: readonly Value[]): Value[] {
  return finds.filter((find) => !finds.some((other) => other !== find && shadows(other, find)));
}

function shadows(other: Span & { entry: LexiconEntry }, find: Span & { entry: LexiconEntry }): boolean {
  if (other.start > find.start || other.end < find.end) return false;
  const isLonger = other.end - other.start > find.end - find.start;
  const [its, own] = [weight[other.entry.kind] ?? 0, weight[find.entry.kind] ?? 0];
  if (!isLonger) return its > own || (its === own && other.entry.id < find.entry.id);
  return its >= own && (other.entry.kind !== 'grammar' || find.entry.kind === 'grammar');
}
