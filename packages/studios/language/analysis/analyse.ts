import { setImmediate } from 'node:timers/promises';
import type { Dictionary } from '../dictionary/index.ts';
import { createMatcher, traitsOf } from '../lexicon/match.ts';
import type { LexiconEntry } from '../lexicon/entry.ts';
import type { Matcher, Span } from '../lexicon/match.ts';
import { readEnglishTokens, readJapaneseTokens } from '../tokens/index.ts';
import type { Language, Token } from '../tokens/index.ts';
import type { Sentence } from '../transcript/index.ts';
import { witness } from './evidence.ts';
import type { Evidence, Transcript } from './evidence.ts';
import { subjectOf } from './item.ts';
import type { Subject, VocabularyItem } from './item.ts';
import { findWords } from './words.ts';

/** Sentences between two looks at the clock: the server's other work goes on in between. */
const breath = 40;

/** How an analyst looks at a transcript. */
export type AnalyseOptions = {
  /** Imported dictionaries, for ordinary words and for expressions that the lexicon doesn't have. Default: none. */
  dictionaries?: readonly Dictionary[];
  signal?: AbortSignal;
};

/** The built-in analyst: finds the lexicon's entries in transcripts, and what imported dictionaries know. */
export type Analyst = {
  /**
   * Items in order of their first place.
   * @throws the signal's reason.
   */
  analyse(transcript: Transcript, options?: AnalyseOptions): Promise<VocabularyItem[]>;
};

/** Something found in a sentence. */
type Find = Span & { subject: Subject };

/** Of kinds that are found in one place, the one that says more about it wins. */
const weight: Record<string, number> = { mistake: 4, slang: 3, culture: 3, expression: 2, grammar: 1 };

/** Makes an analyst of a lexicon; its patterns are compiled once. */
export function createAnalyst(entries: readonly LexiconEntry[]): Analyst {
  const matchers: Record<Language, (Matcher & { subject: Subject })[]> = { ja: [], en: [] };
  for (const entry of entries) matchers[entry.language].push({ ...createMatcher(entry), subject: subjectOf(entry) });
  return {
    async analyse(transcript, { dictionaries = [], signal } = {}) {
      const found = new Map<string, { subject: Subject; evidence: Evidence[] }>();
      for (const [index, sentence] of transcript.sentences.entries()) {
        if (index % breath === 0) await setImmediate();
        signal?.throwIfAborted();
        for (const { subject, start, end } of findIn(sentence, matchers, dictionaries)) {
          const evidence = witness(transcript, { sentence: index, from: start, to: end });
          if (evidence === null) continue;
          const known = found.get(subject.id);
          if (known) known.evidence.push(evidence);
          else found.set(subject.id, { subject, evidence: [evidence] });
        }
      }
      return Array.from(found.values(), ({ subject, evidence }) => ({
        ...subject,
        evidence: evidence as [Evidence, ...Evidence[]],
      })).toSorted((a, b) => a.evidence[0].start - b.evidence[0].start || a.id.localeCompare(b.id));
    },
  };
}

/** A sentence of both languages is read as both. */
function findIn(
  sentence: Sentence,
  matchers: Record<Language, (Matcher & { subject: Subject })[]>,
  dictionaries: readonly Dictionary[],
): Find[] {
  const languages: Language[] = sentence.language === 'mixed' ? ['ja', 'en'] : [sentence.language];
  const found: Find[] = [];
  for (const language of languages) {
    const read = { text: sentence.text, tokens: tokensOf(sentence.text, language) };
    const traits = traitsOf(read);
    for (const { subject, canBeIn, find } of matchers[language]) {
      if (!canBeIn(traits)) continue;
      for (const span of find(read)) found.push({ ...span, subject });
    }
    for (const dictionary of dictionaries) {
      if (dictionary.language === language) found.push(...findWords(read.tokens, read.text, dictionary));
    }
  }
  return found.filter((find) => !found.some((other) => other !== find && shadows(other, find)));
}

function tokensOf(text: string, language: Language): Token[] {
  return language === 'ja' ? readJapaneseTokens(text) : readEnglishTokens(text);
}

/**
 * Whether something else that was found in the same place says more: it is longer, or of a kind that goes before. Inside of a
 * grammar pattern other kinds stay; what the lexicon says goes before a dictionary.
 */
function shadows(other: Find, find: Find): boolean {
  if (other.start > find.start || other.end < find.end) return false;
  const isLonger = other.end - other.start > find.end - find.start;
  const [its, own] = [other.subject, find.subject];
  const [itsWeight, ownWeight] = [weight[its.kind] ?? 0, weight[own.kind] ?? 0];
  if (!isLonger) {
    if (its.source !== own.source) return its.source === 'lexicon' && its.kind !== 'grammar';
    return itsWeight > ownWeight || (itsWeight === ownWeight && its.id < own.id);
  }
  if (its.source !== own.source) return its.source === 'lexicon' && its.kind !== 'grammar';
  return itsWeight >= ownWeight && (its.kind !== 'grammar' || own.kind === 'grammar');
}
