import { isKinoraError } from '@kinora/capabilities/errors';
import { readEnglishTokens, readJapaneseTokens } from '../tokens/index.ts';
import type { Language } from '../tokens/index.ts';
import { bands, lexiconEntry } from './entry.ts';
import type { LexiconEntry } from './entry.ts';
import { createMatcher } from './match.ts';

/** Something wrong with the lexicon's data, for who writes it. */
export type LexiconProblem = { id: string; problem: string };

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/**
 * Checks entries: their shape, that ids and forms are told once, that explanations are in the other language, that each
 * example shows its entry and no trap does.
 * @returns One line per fault, empty when all is well.
 */
export function lintLexicon(given: readonly unknown[]): LexiconProblem[] {
  const problems: LexiconProblem[] = [];
  const ids = new Set<string>();
  const forms = new Map<string, string>();
  const entries: LexiconEntry[] = [];
  for (const each of given) {
    const parsed = lexiconEntry.safeParse(each);
    const id = String((each as { id?: unknown } | null)?.id);
    if (!parsed.success) {
      for (const issue of parsed.error.issues)
        problems.push({ id, problem: `${issue.path.join('.')}: ${issue.message}` });
      continue;
    }
    const entry = parsed.data;
    entries.push(entry);
    if (ids.has(id)) problems.push({ id, problem: 'this id was given before' });
    ids.add(id);
    const form = `${entry.language} ${entry.kind} ${entry.form} ${entry.gloss}`;
    const other = forms.get(form);
    if (other !== undefined) problems.push({ id, problem: `says the same as ${other}` });
    forms.set(form, id);
    for (const problem of [...wordProblems(entry), ...matchProblems(entry)]) problems.push({ id, problem });
  }
  for (const { id, related = [] } of entries) {
    for (const other of related) if (!ids.has(other)) problems.push({ id, problem: `related: there is no ${other}` });
  }
  return problems;
}

function* wordProblems(entry: LexiconEntry): Generator<string> {
  const { id, language, kind, form, gloss, explanation, example, reading, difficulty, correction } = entry;
  if (!id.startsWith(`${language}-${kind}-`)) yield `the id should begin with ${language}-${kind}-`;
  if (!(bands[language] as readonly string[]).includes(difficulty)) yield `${difficulty} is no band of ${language}`;
  const own = (text: string) => (language === 'ja') === japanese.test(text);
  for (const [name, text] of Object.entries({ gloss, explanation, translation: example.translation })) {
    // English inside a Japanese explanation and the reverse is fine; none of the right language is not.
    if (language === 'ja' ? !/[a-z]/i.test(text) : !japanese.test(text)) yield `${name} is not in the other language`;
  }
  if (!own(example.text) && kind !== 'mistake' && !/[A-Za-zＡ-Ｚａ-ｚ]/.test(form))
    yield 'the example is in the wrong language';
  if (language === 'ja' && /\p{Script=Han}/u.test(form) && reading === undefined)
    yield 'a form with kanji needs a reading';
  if (kind === 'mistake' && correction === undefined) yield 'a mistake needs its correction';
}

function* matchProblems(entry: LexiconEntry): Generator<string> {
  try {
    const matcher = createMatcher(entry);
    const finds = (text: string) => matcher.find({ text, tokens: tokensOf(text, entry.language) }).length > 0;
    if (!finds(entry.example.text)) yield `is not found in its own example: ${entry.example.text}`;
    for (const trap of entry.traps ?? []) if (finds(trap)) yield `is found in a trap: ${trap}`;
  } catch (error) {
    yield isKinoraError(error) || error instanceof SyntaxError ? error.message : String(error);
  }
}

function tokensOf(text: string, language: Language) {
  return language === 'ja' ? readJapaneseTokens(text) : readEnglishTokens(text);
}
