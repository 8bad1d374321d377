import type { VocabularyItem } from '../../analysis/item.ts';
import { hasWholeWords, textOf } from './task.ts';
import type { Task } from './task.ts';

/** Words of glosses that say nothing about what is meant. */
const empty = new Set(
  'a an the to of in on at for with and or be is are was it its that this one someone something sb sth who what very so as by from used not lit you your said saying way person people thing'.split(
    ' ',
  ),
);

/**
 * Whether two items could stand for each other: related, of the same meaning or nearly, or one part of the other. Such a pair
 * is never a choice between right and wrong.
 */
export function mayBeSame(one: VocabularyItem, other: VocabularyItem): boolean {
  if (one.id === other.id || one.form === other.form) return true;
  if (one.reading !== undefined && one.reading === other.reading) return true;
  if (one.related?.includes(other.id) || other.related?.includes(one.id)) return true;
  const [form, otherForm] = [bare(one.form), bare(other.form)];
  if (form !== '' && otherForm !== '' && (form.includes(otherForm) || otherForm.includes(form))) return true;
  const [left, right] = [meaningsOf(one), meaningsOf(other)];
  return [...left].some((meaning) => right.has(meaning));
}

/**
 * Wrong answers that look possible: of the same kind or part of speech rather than not, of about the same length, and never
 * right too.
 */
export function distractorsFor(task: Task, pool: readonly Task[], count: number): Task[] {
  const { item, evidence } = task;
  const sentence = evidence.context.toLowerCase();
  const length = textOf(task.answer).length;
  const likeness = (other: Task) =>
    (other.item.partOfSpeech === item.partOfSpeech ? 2 : 0) +
    (other.item.kind === item.kind ? 1.5 : 0) +
    (other.item.register === item.register ? 0.3 : 0) -
    Math.abs(textOf(other.answer).length - length) * 0.12;
  const chosen: Task[] = [];
  const sorted = pool
    .map((other) => ({ other, likeness: likeness(other) }))
    .toSorted((a, b) => b.likeness - a.likeness);
  for (const { other } of sorted) {
    if (chosen.length === count) break;
    const text = textOf(other.answer).trim().toLowerCase();
    if (!hasWholeWords(other)) continue;
    if (other.item.language !== item.language || other.item.kind === 'mistake' || sentence.includes(text)) continue;
    if (other.item.kind !== item.kind && other.item.partOfSpeech !== item.partOfSpeech) continue;
    if (
      [task, ...chosen].some((each) => mayBeSame(each.item, other.item) || textOf(each.answer) === textOf(other.answer))
    )
      continue;
    chosen.push(other);
  }
  return chosen;
}

function bare(form: string): string {
  return form.toLowerCase().replaceAll(/[〜～\s\p{P}]/gu, '');
}

/** What a gloss says, for comparing: its words in English, pairs of letters of content in Japanese. */
function meaningsOf({ gloss }: VocabularyItem): Set<string> {
  const text = gloss.toLowerCase();
  const words = (text.match(/[a-z']{2,}/g) ?? [])
    .filter((word) => !empty.has(word))
    .map((word) => word.replace(/(?:ing|ed|s)$/, ''));
  const runs = text.match(/[\p{Script=Han}]{2,}|[\p{Script=Katakana}ー]{3,}/gu) ?? [];
  return new Set([
    ...words,
    ...runs,
    ...text
      .split(/[、。；;,/（）()]/)
      .map((part) => part.trim())
      .filter((part) => part.length > 1),
  ]);
}
