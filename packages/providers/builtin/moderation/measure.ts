import type { ModerationResult } from '@kinora/capabilities';

/** A line of a fixture: a text that must, or must not, be let through. `age` in years; default 5. */
export type Phrase = { group: string; text: string; age?: number };

/** How a judge did on some phrases. */
export type Measure = {
  count: number;
  /** Phrases that were softened or blocked. */
  caught: number;
  byGroup: Map<string, { count: number; caught: number }>;
  /** What went the wrong way for the table at hand. */
  let: Phrase[];
  stopped: Phrase[];
};

/** Judges every phrase and counts what was softened or blocked. */
export function measure(phrases: Phrase[], judge: (phrase: Phrase) => ModerationResult['verdict']): Measure {
  const byGroup = new Map<string, { count: number; caught: number }>();
  const passed: Phrase[] = [];
  const stopped: Phrase[] = [];
  for (const phrase of phrases) {
    const group = byGroup.get(phrase.group) ?? { count: 0, caught: 0 };
    const isCaught = judge(phrase) !== 'allow';
    (isCaught ? stopped : passed).push(phrase);
    byGroup.set(phrase.group, { count: group.count + 1, caught: group.caught + (isCaught ? 1 : 0) });
  }
  return { count: phrases.length, caught: stopped.length, byGroup, let: passed, stopped };
}

/** Reads a fixture of JSON lines. */
export function parsePhrases(source: string): Phrase[] {
  return source
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Phrase => JSON.parse(line));
}
