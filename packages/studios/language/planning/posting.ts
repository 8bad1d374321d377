import type { VocabularyItem } from '../analysis/item.ts';
import type { CutPlan, Posting } from '../lesson/plan.ts';
import type { LessonLanguage } from '../lesson/request.ts';
import { isKept, toCutTime } from './cut-time.ts';
import type { PlanSource } from './inputs.ts';
import { bytesOf, tagsLength, youtubeLimits } from './platforms.ts';
import { hashtags, itemLine, quotedForm, shortened, taught, withoutBrackets } from './post-parts.ts';
import { shortForm } from './names.ts';
import { compare, itemWorth } from './worth.ts';

/** What the texts beside a video are written from. */
export type PostingSource = {
  title: string;
  items: readonly VocabularyItem[];
  learns?: PlanSource['learns'];
  /** Page of the recording. */
  link?: string | null;
  cut: Pick<CutPlan, 'keeps' | 'chapters'>;
  /** Seconds before the first kept stretch, e.g. of a title. Default 0. */
  introSeconds?: number;
};

/** Most items that a description lists. */
const mostListed = 40;

/** Longest title and description that a plan holds, characters; the description's bytes are YouTube's limit. */
const most = { title: 100, description: 4900, tag: 60, tags: 40 } as const;

/**
 * Title, description and tags of the main video in both languages, within YouTube's limits. The description has the chapters (from 0:00, as
 * YouTube wants them) and the vocabulary with its meanings, without further times: those would be taken for chapters.
 */
export function writePosting(source: PostingSource): Posting {
  const items = shownItems(source);
  return {
    title: { ja: titleOf(source, items, 'ja'), en: titleOf(source, items, 'en') },
    description: { ja: descriptionOf(source, items, 'ja'), en: descriptionOf(source, items, 'en') },
    tags: tagsOf(source, items),
  };
}

/** Items that the video has, worth most first. */
function shownItems({ items, learns = 'both', cut: { keeps } }: PostingSource): VocabularyItem[] {
  return items
    .filter(({ language }) => learns === 'both' || language === learns)
    .filter(({ evidence }) => keeps.length === 0 || evidence.some(({ start }) => isKept(keeps, start)))
    .toSorted((a, b) => itemWorth(b) - itemWorth(a) || compare(a.id, b.id));
}

function titleOf(
  { title, learns = 'both' }: PostingSource,
  items: readonly VocabularyItem[],
  language: LessonLanguage,
): string {
  const plain = withoutBrackets(title.trim());
  for (const count of [3, 2, 1]) {
    const named = items.slice(0, count);
    if (named.length < count) continue;
    const told = `${plain}${addition(named, items.length, { learns, language })}`;
    if (told.length <= 90) return withoutBrackets(told);
  }
  return shortened(plain === '' ? { ja: '動画', en: 'Video' }[language] : plain, (text) => text.length <= most.title);
}

function addition(
  named: readonly VocabularyItem[],
  count: number,
  { learns, language }: { learns: NonNullable<PlanSource['learns']>; language: LessonLanguage },
): string {
  const forms = named.map((item) => quotedForm(item, language));
  const rest = count - named.length;
  if (language === 'ja') {
    return rest === 0 ? `｜${forms.join('')}` : `｜${forms.join('')}など${taught[learns].ja}${count}個`;
  }
  if (rest === 0) return ` | ${forms.length > 1 ? `${forms.slice(0, -1).join(', ')} and ${forms.at(-1)}` : forms[0]}`;
  return ` | ${forms.join(', ')} and ${rest} more ${taught[learns].en(rest)}`;
}

const headings = {
  ja: { chapters: '▼目次', items: '▼出てくる表現', link: '▼元の動画' },
  en: { chapters: 'Chapters', items: 'Vocabulary', link: 'Original recording' },
} as const;

function descriptionOf(source: PostingSource, items: readonly VocabularyItem[], language: LessonLanguage): string {
  const { title, learns = 'both', link = null } = source;
  const plain = withoutBrackets(title.trim());
  const count = items.length;
  const lead = {
    ja: count === 0 ? '' : `この動画に出てくる${taught[learns].ja}を${count}個、意味とあわせてまとめました。`,
    en:
      count === 0
        ? ''
        : `${count} ${taught[learns].en(count)} from this video, with what ${count === 1 ? 'it means' : 'they mean'}.`,
  }[language];
  const tags = hashtags[learns][language].slice(0, 3).join(' ');
  const write = (shown: readonly VocabularyItem[], withChapters: boolean, withLink: boolean) => {
    const chapters = withChapters ? chapterLines(source, language) : [];
    const rest = count - shown.length;
    const lines = inOrder(shown).map((item) => withoutBrackets(itemLine(item, language)));
    if (rest > 0 && shown.length > 0) lines.push(language === 'ja' ? `ほか${rest}` : `… and ${rest} more`);
    return [
      plain,
      lead,
      chapters.length > 0 ? [headings[language].chapters, ...chapters].join('\n') : '',
      lines.length > 0 ? [headings[language].items, ...lines].join('\n') : '',
      withLink && link !== null ? `${headings[language].link}\n${withoutBrackets(link)}` : '',
      tags,
    ]
      .filter((part) => part !== '')
      .join('\n\n');
  };
  const fits = (text: string) => text.length <= most.description && bytesOf(text) <= youtubeLimits.description;
  let [low, high] = [0, Math.min(items.length, mostListed)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(write(items.slice(0, middle), true, true))) low = middle;
    else high = middle - 1;
  }
  const text = write(items.slice(0, low), true, true);
  return fits(text) ? text : shortened(write([], false, true), fits);
}

function inOrder(items: readonly VocabularyItem[]): VocabularyItem[] {
  return items.toSorted((a, b) => a.evidence[0].start - b.evidence[0].start || compare(a.id, b.id));
}

/** Chapters as lines; none where YouTube would refuse them: fewer than three, or one below ten seconds. */
function chapterLines(
  { cut: { keeps, chapters }, introSeconds = 0 }: PostingSource,
  language: LessonLanguage,
): string[] {
  const times = chapters.map(({ start }, at) => (at === 0 ? 0 : Math.floor(introSeconds + toCutTime(keeps, start))));
  const isFine = times.length >= 3 && times.every((time, at) => at === 0 || time - times[at - 1]! >= 10);
  if (!isFine) return [];
  const hasHours = times.at(-1)! >= 3600;
  return chapters.map(({ title }, at) => `${clock(times[at]!, hasHours)} ${withoutBrackets(title[language])}`);
}

/** 1:05, or 0:01:05 where a video has hours. */
export function clock(seconds: number, hasHours = seconds >= 3600): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  return hasHours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

function tagsOf({ learns = 'both' }: PostingSource, items: readonly VocabularyItem[]): string[] {
  const general = [
    ...(learns === 'en' ? [] : ['日本語', 'learn Japanese', '日本語学習', 'Japanese vocabulary']),
    ...(learns === 'ja' ? [] : ['英語', 'learn English', '英語学習', 'English vocabulary']),
  ];
  const has = (kind: VocabularyItem['kind'], language: LessonLanguage) =>
    items.some((item) => item.kind === kind && item.language === language);
  if (has('slang', 'ja')) general.push('Japanese slang', '日本語スラング');
  if (has('grammar', 'ja')) general.push('Japanese grammar', '日本語文法');
  if (has('slang', 'en')) general.push('English slang', '英語スラング');
  if (has('expression', 'en')) general.push('英語フレーズ');
  const tags: string[] = [];
  for (const tag of [...general, ...items.filter(({ kind }) => kind !== 'grammar').map(shortForm)]) {
    const plain = tag.replaceAll(/[<>,"“”]/g, '').trim();
    if (plain === '' || plain.length > most.tag || tags.length >= most.tags || tags.includes(plain)) continue;
    if (tagsLength([...tags, plain]) <= youtubeLimits.tags) tags.push(plain);
  }
  return tags;
}
