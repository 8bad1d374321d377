import type { AssetRef, Json } from '@kinora/capabilities';
import { drawThumbnail, thumbnailDesigns } from '@kinora/media/lesson-art';
import { takePictures } from '@kinora/media/recording';
import type { VocabularyItem } from '../analysis/item.ts';
import { learnerLanguage } from '../exports/index.ts';
import { hookFor, isKept, itemWorth } from '../planning/index.ts';
import type { Region } from '../schema.ts';
import { cardOf } from './cards.ts';
import type { LessonParts } from './outputs.ts';

/** Pixels of the frame that is taken. */
const width = 1280;

/** A thumbnail: the word that is worth most, on a sharp frame of when it is said. Each of the three has a word of its own. */
export async function makeThumbnail(
  place: 0 | 1 | 2,
  { lesson, found, input, context }: LessonParts,
): Promise<AssetRef> {
  const design = thumbnailDesigns[place];
  const item = chooseItem(found.items, { place, lesson });
  const language = learnerLanguage(item?.language ?? 'ja');
  const asked = item === undefined ? undefined : hookFor(item);
  const card = item && cardOf(item, input.request);
  const words = {
    word: card?.form ?? lesson.title,
    gloss: card?.gloss ?? '',
    ...(asked && {
      hook: language === 'en' ? { title: asked.en, subtitle: asked.ja } : { title: asked.ja, subtitle: asked.en },
    }),
    ...(card?.kind !== undefined && { kind: card.kind }),
    ...(card?.level !== undefined && { level: card.level }),
  };
  const time = timeFor(item, { place, lesson });
  const hasPicture = context.recording !== null && lesson.facts?.video != null;
  const keepClear = hasPicture ? avatarAt(time, lesson) : null;
  const recording = hasPicture ? context.recording!.identity : null;
  const inputs = { recording, time, design, words: words as Json, keepClear };
  return context.step<AssetRef>({ name: 'language.thumbnail', version: 2, inputs }, async ({ signal }) => {
    const [taken] = hasPicture
      ? await context.recording!.lend((path) => takePictures(path, { times: [time], width, isSharp: true }, { signal }))
      : [];
    const { jpeg } = await drawThumbnail(
      { picture: taken?.jpeg ?? null, ...words, ...(keepClear && { keepClear }) },
      { design },
    );
    return context.assets.put(jpeg, { mediaType: 'image/jpeg' });
  });
}

/** Items by what they are worth, those of Shorts first: a thumbnail promises what the video holds. */
function chooseItem(
  items: readonly VocabularyItem[],
  { place, lesson }: { place: number; lesson: LessonParts['lesson'] },
): VocabularyItem | undefined {
  const keeps = lesson.plan?.cut.keeps ?? [];
  const seen = items.filter(({ evidence }) => keeps.length === 0 || evidence.some(({ start }) => isKept(keeps, start)));
  const ranked = (seen.length > 0 ? seen : items)
    .filter(({ form }) => form.length <= 14)
    .toSorted((a, b) => itemWorth(b) - itemWorth(a) || a.id.localeCompare(b.id));
  return ranked[place] ?? ranked[0] ?? items[0];
}

/** Where the avatar is, as the Shorts nearest to a time show it; null where they show no one by itself. */
function avatarAt(time: number, { plan }: LessonParts['lesson']): Region | null {
  const frames = (plan?.shorts ?? [])
    .filter(({ layout }) => layout.kind === 'stack')
    .flatMap(({ layout }) => layout.frames);
  const [nearest] = frames.toSorted((a, b) => Math.abs(a.at - time) - Math.abs(b.at - time));
  return nearest?.lower ?? null;
}

function timeFor(
  item: VocabularyItem | undefined,
  { place, lesson }: { place: number; lesson: LessonParts['lesson'] },
): number {
  const seconds = lesson.facts?.seconds ?? 0;
  const keeps = lesson.plan?.cut.keeps ?? [];
  const said = item?.evidence.find(({ start }) => keeps.length === 0 || isKept(keeps, start)) ?? item?.evidence[0];
  const time = said?.start ?? (seconds * (place + 1)) / 4;
  return Math.round(Math.min(time, Math.max(0, seconds - 1)) * 1000) / 1000;
}
