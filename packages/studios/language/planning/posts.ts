import type { VocabularyItem } from '../analysis/item.ts';
import type { Bilingual, ShortPlan } from '../lesson/plan.ts';
import type { LessonLanguage } from '../lesson/request.ts';
import type { PlanSource } from './inputs.ts';
import { countFor, fitsPost, postLimits, postPlatforms } from './platforms.ts';
import type { PostPlatform } from './platforms.ts';
import { hashtags, itemLine, shortened, taught } from './post-parts.ts';
import { compare, itemWorth } from './worth.ts';

/** What posts are written from. */
export type PostsSource = {
  title: string;
  items: readonly VocabularyItem[];
  learns?: PlanSource['learns'];
  link?: string | null;
  shorts?: readonly Pick<ShortPlan, 'id' | 'hook' | 'items'>[];
};

/** A text to post, in both languages. */
export type Post = {
  platform: PostPlatform;
  /** The main video, or the id of a Short. */
  about: string;
  text: Bilingual;
  /** As the platform counts. */
  length: { ja: number; en: number };
  limit: number;
};

/** Platforms to which a Short is posted; the community page has no videos of its own. */
const shortPlatforms = postPlatforms.filter((platform) => platform !== 'youtube-community');

/** Posts about the main video for every platform, and about each Short where Shorts go, each within its platform's limits. */
export function writePosts(source: PostsSource): Post[] {
  const { learns = 'both', shorts = [] } = source;
  const shown = source.items
    .filter(({ language }) => learns === 'both' || language === learns)
    .toSorted((a, b) => itemWorth(b) - itemWorth(a) || compare(a.id, b.id));
  return [
    ...postPlatforms.map((platform) =>
      post(platform, 'main-video', (language) => mainParts(source, shown, { platform, language })),
    ),
    ...shorts.flatMap((short) =>
      shortPlatforms.map((platform) =>
        post(platform, short.id, (language) => shortParts(source, short, { platform, language })),
      ),
    ),
  ];
}

/** What a post is made of: a head that stays, lines that come as far as there is room, and a foot that stays if it can. */
type Parts = { head: string; lines: string[]; more?: (left: number) => string; foot: string[] };
type Where = { platform: PostPlatform; language: LessonLanguage };

function post(platform: PostPlatform, about: string, partsIn: (language: LessonLanguage) => Parts): Post {
  const text = { ja: fitted(platform, partsIn('ja')), en: fitted(platform, partsIn('en')) };
  return {
    platform,
    about,
    text,
    length: { ja: countFor(platform, text.ja), en: countFor(platform, text.en) },
    limit: postLimits[platform].length,
  };
}

function fitted(platform: PostPlatform, { head, lines, more, foot }: Parts): string {
  const write = (count: number, end: readonly string[]) => {
    const left = lines.length - count;
    const list = [...lines.slice(0, count), ...(more && left > 0 ? [more(left)] : [])].filter((line) => line !== '');
    return [head, list.join('\n'), ...end].filter((part) => part !== '').join('\n\n');
  };
  for (let end = foot; ; end = end.slice(0, -1)) {
    for (let count = lines.length; count >= 0; count--) {
      const text = write(count, end);
      if (fitsPost(platform, text)) return text;
    }
    if (end.length === 0) return shortened(head, (text) => fitsPost(platform, text));
  }
}

function mainParts(
  { title, learns = 'both', link = null }: PostsSource,
  items: readonly VocabularyItem[],
  { platform, language }: Where,
): Parts {
  const lead = { ja: `新しい動画「${title.trim()}」`, en: `New video: ${title.trim()}` }[language];
  const count = items.length;
  const told = {
    ja: count === 0 ? '' : `${taught[learns].ja}を${count}個紹介しています。`,
    en: count === 0 ? '' : `${count} ${taught[learns].en(count)} in it.`,
  }[language];
  const isShort = platform === 'x' || platform === 'bluesky';
  const shown = items.slice(0, isShort ? 4 : 15);
  const rest = count - shown.length;
  return {
    head: isShort || told === '' ? lead : `${lead}\n${told}`,
    lines: shown.map((item) => `${language === 'ja' ? '・' : '• '}${itemLine(item, language)}`),
    more: (left) => (language === 'ja' ? `ほか${left + rest}個` : `… and ${left + rest} more`),
    foot: [...linkFor(platform, link), tagsFor(platform, { learns, language })],
  };
}

function shortParts(
  { items, learns = 'both', link = null }: PostsSource,
  short: Pick<ShortPlan, 'hook' | 'items'>,
  { platform, language }: Where,
): Parts {
  const shown = short.items.flatMap((id) => items.find((item) => item.id === id) ?? []);
  const [first, ...others] = shown;
  const isLong = platform === 'instagram' || platform === 'tiktok';
  const lines: string[] = [];
  if (first) {
    lines.push(itemLine(first, language));
    if (isLong) {
      // Explanations are in the language of those who learn.
      if (first.explanation !== undefined && first.language !== language) lines.push(first.explanation);
      if (first.example && first.kind !== 'mistake') {
        const { text, translation } = first.example;
        lines.push(language === 'ja' ? `例：${text}\n　　${translation}` : `Example: ${text}\n${translation}`);
      }
      lines.push(...others.slice(0, 3).map((item) => `${language === 'ja' ? '・' : '• '}${itemLine(item, language)}`));
    }
  }
  return {
    head: short.hook[language],
    lines,
    foot: [...linkFor(platform, link), tagsFor(platform, { learns, language })],
  };
}

/** Links can't be followed from captions on Instagram and TikTok. */
function linkFor(platform: PostPlatform, link: string | null): string[] {
  return link === null || platform === 'instagram' || platform === 'tiktok' ? [] : [link];
}

function tagsFor(
  platform: PostPlatform,
  { learns, language }: { learns: NonNullable<PlanSource['learns']>; language: LessonLanguage },
): string {
  return hashtags[learns][language].slice(0, postLimits[platform].hashtags).join(' ');
}
