import { seededRandom } from '@kinora/media/audio';
import type { Random } from '@kinora/media/audio';
import type { SheetExercise, Worksheet } from '@kinora/media/documents/worksheet';
import type { RubyPart } from '../../analysis/furigana.ts';
import type { VocabularyItem } from '../../analysis/item.ts';
import type { ItemKind } from '../../lexicon/entry.ts';
import type { TranscriptFile } from '../../lesson/lesson.ts';
import type { LessonChoices, LessonLanguage } from '../../lesson/request.ts';
import { readJapaneseTokens } from '../../tokens/index.ts';
import { kindLabels, learnerLanguage } from '../labels.ts';
import { timeLink } from '../time-link.ts';
import { distractorsFor, mayBeSame } from './distractors.ts';
import { shuffle, shuffledOrder } from './draw-lots.ts';
import { sentencePieces } from './sentence-pieces.ts';
import { canHaveGap, tasksOf, textOf } from './task.ts';
import type { Task } from './task.ts';

/** What a worksheet is made of. */
export type WorksheetSource = {
  items: readonly VocabularyItem[];
  transcript: Pick<TranscriptFile, 'sentences'>;
  /** Of the recording. */
  title: string;
  choices: Pick<LessonChoices, 'learns' | 'link' | 'paper' | 'furigana'>;
  /** Another seed shuffles otherwise. Default 1. */
  seed?: number;
};

/** How many of each fit four pages: for one language, and of each of two. */
const counts = {
  one: { words: 11, matching: 6, cloze: 6, ordering: 3, listening: 6 },
  both: { words: 6, matching: 5, cloze: 3, ordering: 2, listening: 3 },
} as const;
type Counts = (typeof counts)['one' | 'both'];

/** Kinds in the order in which they are wanted. */
const kindOrder: readonly ItemKind[] = ['slang', 'expression', 'grammar', 'culture', 'word', 'mistake'];

/**
 * Plans a worksheet: which words, which sentences, which wrong answers. What stands in one exercise is not asked in the next,
 * as far as there are words enough. The same source and seed give the same worksheet.
 * @returns Null when nothing of the language that is taught is there.
 */
export function planWorksheet({
  items,
  transcript,
  title,
  choices,
  seed = 1,
}: WorksheetSource): Omit<Worksheet, 'provenance'> | null {
  const { learns, link, paper, furigana } = choices;
  const next = seededRandom(seed);
  const languages = (learns === 'both' ? (['ja', 'en'] as const) : [learns]).filter((language) =>
    items.some((item) => item.language === language),
  );
  const size = counts[languages.length > 1 ? 'both' : 'one'];
  const lots = languages.map((language) =>
    tasksOf(inVariety(items.filter((item) => item.language === language)), transcript),
  );
  if (lots.length === 0) return null;
  const chosen = lots.map((tasks) => tasks.slice(0, size.words));
  const used = new Set<number>();
  const gaps = lots.map((tasks) => gapTasks(tasks, size, used));
  const exercises: (SheetExercise | null)[] = [
    ...chosen.map((tasks) => matching(tasks, size.matching, next)),
    cloze(
      gaps.flatMap(({ cloze: own }) => own),
      lots,
      next,
    ),
    ordering(
      lots.flatMap((tasks, index) =>
        orderingSentences(
          { tasks, language: languages[index]!, sentences: transcript.sentences, most: size.ordering },
          used,
        ),
      ),
      next,
    ),
    listening(
      gaps.flatMap(({ listening: own }) => own),
      { link, next },
    ),
  ];
  return {
    title,
    instructions: languages.map(learnerLanguage),
    paper,
    furigana,
    link,
    words: chosen.flat().map(({ item, form }) => ({
      form,
      meaning: item.correction === undefined ? item.gloss : `${item.gloss} → ${item.correction}`,
      facts: [kindLabels[learnerLanguage(item.language)][item.kind], item.difficulty].filter(Boolean).join(' · '),
    })),
    exercises: exercises.filter((exercise) => exercise !== null),
  };
}

/** How much a band is worth on a sheet: the easiest words are known, the hardest not yet useful. */
const worth: Record<string, number> = {
  N5: 0,
  N4: 1,
  N3: 2,
  N2: 2.2,
  N1: 1.8,
  A1: 0,
  A2: 1,
  B1: 2,
  B2: 2.2,
  C1: 2,
  C2: 1.6,
};

function worthOf({ difficulty, evidence }: VocabularyItem): number {
  return (worth[difficulty ?? ''] ?? 1) + Math.min(3, evidence.length) * 0.2;
}

/** Of each kind in turn, so that no kind fills the page; the most useful first. */
function inVariety(items: readonly VocabularyItem[]): VocabularyItem[] {
  const queues = kindOrder.map((kind) =>
    items.filter((item) => item.kind === kind).toSorted((a, b) => worthOf(b) - worthOf(a)),
  );
  const sorted: VocabularyItem[] = [];
  while (sorted.length < items.length) {
    for (const queue of queues) {
      const item = queue.shift();
      if (item !== undefined) sorted.push(item);
    }
  }
  return sorted;
}

function matching(tasks: readonly Task[], most: number, next: Random): SheetExercise | null {
  const pairs: Task[] = [];
  for (const task of tasks) {
    if (pairs.length === most) break;
    if (task.item.kind === 'mistake' || pairs.some(({ item }) => mayBeSame(item, task.item))) continue;
    pairs.push(task);
  }
  if (pairs.length < 3) return null;
  return {
    kind: 'matching',
    pairs: pairs.map(({ item, form }) => ({ word: form, meaning: hintOf(item) })),
    order: shuffledOrder(pairs.length, next),
  };
}

type GapTask = { task: Task; distractors: Task[] };

/** Which items are asked in writing and which by ear: those with good sentences in turn, each sentence once. */
function gapTasks(tasks: readonly Task[], size: Counts, used: Set<number>): { cloze: Task[]; listening: GapTask[] } {
  const cloze: Task[] = [];
  const heard: GapTask[] = [];
  for (const task of tasks) {
    if (cloze.length === size.cloze && heard.length === size.listening) break;
    if (!canHaveGap(task) || used.has(task.evidence.sentence)) continue;
    const isClear = !cloze.some(
      ({ item, answer }) => mayBeSame(item, task.item) || textOf(answer) === textOf(task.answer),
    );
    const distractors = distractorsFor(task, tasks, 2);
    const canWrite = isClear && cloze.length < size.cloze;
    const canHear = distractors.length > 0 && heard.length < size.listening;
    if (canWrite && (cloze.length <= heard.length || !canHear)) cloze.push(task);
    else if (canHear) heard.push({ task, distractors });
    else continue;
    used.add(task.evidence.sentence);
  }
  return { cloze: cloze.length < 2 ? [] : cloze, listening: heard };
}

function cloze(tasks: readonly Task[], lots: readonly (readonly Task[])[], next: Random): SheetExercise | null {
  if (tasks.length < 2) return null;
  const bank = [...tasks];
  for (const lot of lots) {
    // An extra word must be wrong in every sentence, not only in the one that it looks like.
    const extras = tasks
      .flatMap((task) => distractorsFor(task, lot, 3))
      .filter(
        (extra) =>
          !tasks.some(
            ({ item, evidence }) => mayBeSame(item, extra.item) || evidence.context.includes(textOf(extra.answer)),
          ),
      );
    let left = lots.length > 1 ? 1 : 2;
    for (const extra of extras) {
      if (left === 0) break;
      if (bank.some((each) => mayBeSame(each.item, extra.item) || textOf(each.answer) === textOf(extra.answer)))
        continue;
      bank.push(extra);
      left--;
    }
  }
  return {
    kind: 'cloze',
    bank: shuffle(bank, next).map(withoutCapital),
    rows: shuffle(tasks, next).map(({ item, before, answer, after }) => ({
      before,
      answer,
      after,
      hint: hintOf(item),
    })),
  };
}

/** The first of several meanings, without what only explains it where it is long. */
function hintOf({ gloss }: VocabularyItem): string {
  const first = gloss.split(/[;；]/)[0]!.trim();
  const bare = first.replace(/\s*[(（][^()（）]*[)）]$/, '');
  return first.length > 26 && bare.length > 3 ? bare : first;
}

/** An answer without the capital that tells that it begins its sentence. */
function withoutCapital({ before, answer }: Task): RubyPart[] {
  const [first, ...rest] = answer;
  if (first === undefined || textOf(before).trim() !== '' || /^(?:I\b|[A-Z]{2})/.test(first.text)) return answer;
  return [{ ...first, text: first.text.charAt(0).toLowerCase() + first.text.slice(1) }, ...rest];
}

type Ordered = { pieces: RubyPart[][]; parts: RubyPart[]; seconds: number };

/** Sentences to put together that no other exercise shows: those of items first, then any. */
function orderingSentences(
  {
    tasks,
    language,
    sentences,
    most,
  }: { tasks: readonly Task[]; language: LessonLanguage; sentences: TranscriptFile['sentences']; most: number },
  used: Set<number>,
): Ordered[] {
  const found: Ordered[] = [];
  const order = new Set([...tasks.map(({ evidence }) => evidence.sentence), ...sentences.keys()]);
  for (const index of order) {
    const sentence = sentences[index];
    if (found.length === most) break;
    if (sentence === undefined || used.has(index) || sentence.language !== language) continue;
    if (sentence.text.length > limitOf(language) || sentence.text.length < limitOf(language) / 4) continue;
    const tokens = language === 'ja' ? readJapaneseTokens(sentence.text) : [];
    const pieces = sentencePieces(sentence.text, tokens);
    if (pieces === null) continue;
    used.add(index);
    found.push({ pieces, parts: pieces.flat(), seconds: sentence.start });
  }
  return found;
}

function limitOf(language: LessonLanguage): number {
  return language === 'ja' ? 42 : 80;
}

function ordering(rows: readonly Ordered[], next: Random): SheetExercise | null {
  if (rows.length === 0) return null;
  return {
    kind: 'ordering',
    rows: rows.map(({ pieces, parts, seconds }) => {
      const middle = shuffledOrder(pieces.length - 2, next).map((place) => place + 1);
      return { pieces, order: [0, ...middle, pieces.length - 1], sentence: parts, seconds };
    }),
  };
}

function listening(
  rows: readonly GapTask[],
  { link, next }: { link: string | null; next: Random },
): SheetExercise | null {
  if (rows.length === 0) return null;
  return {
    kind: 'listening',
    rows: rows.map(({ task, distractors }) => {
      const choices = shuffle([task, ...distractors], next);
      const seconds = Math.max(0, Math.floor(task.start) - 1);
      return {
        before: task.before,
        answer: task.answer,
        after: task.after,
        seconds,
        link: link === null ? null : timeLink(link, seconds),
        choices: choices.map(withoutCapital),
        right: choices.indexOf(task),
      };
    }),
  };
}
