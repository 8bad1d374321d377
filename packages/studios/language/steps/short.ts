import type { AssetRef } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities/errors';
import { framesPerSecond } from '@kinora/media/video/cut';
import type { VocabularyItem } from '../analysis/item.ts';
import { learnerLanguage } from '../exports/index.ts';
import type { ShortPlan, Span } from '../schema.ts';
import { captionLayers } from './caption-layers.ts';
import { cardOf } from './cards.ts';
import { makeFilm } from './film.ts';
import type { TimedLayer } from './film.ts';
import type { LessonParts, Report } from './outputs.ts';
import { filmDetails } from './provenance.ts';

/** Seconds of a stretch that is made by itself. */
const stretchSeconds = 15;
/** Seconds that the hook is seen from the beginning on, and the card after it. */
const shown = { hook: 3.2, card: 7 } as const;

/** A Short: a stretch of the recording as a tall picture, with a hook, captions whose words light up, and the card of its item. */
export async function makeShort(id: ShortPlan['id'], parts: LessonParts, report: Report): Promise<AssetRef> {
  const { lesson, found, input, context } = parts;
  const { facts, plan } = lesson;
  const short = plan?.shorts.find((each) => each.id === id);
  if (facts === null || short === undefined)
    throw new KinoraError('internal.bug', 'A Short is made of a planned recording.');
  const keeps = without(short.span, short.cuts);
  const items = short.items.flatMap((each) => found.items.find((item) => item.id === each) ?? []);
  const [first] = items;
  const isLarge = (facts.video?.height ?? 0) >= 1000;
  const layers: TimedLayer[] = [
    ...captionLayers({ ...parts, span: short.span, items }),
    ...(first === undefined ? [] : cardLayers(first, { keeps, parts })),
    hookLayer(short, first, keeps),
  ];
  return makeFilm(
    {
      size: isLarge ? { width: 1080, height: 1920 } : { width: 720, height: 1280 },
      fps: facts.video === null ? 24 : framesPerSecond(facts.video.fps),
      keeps,
      stretchSeconds,
      layers,
      crops: short.layout.frames.map(({ at, upper, lower }) => ({
        at,
        upper,
        lower: short.layout.kind === 'stack' ? lower : null,
      })),
      split: short.layout.split,
      hasPicture: facts.video !== null,
      hasSound: facts.audio !== null,
      intro: null,
      outro: null,
      chapters: [],
      details: filmDetails({ ...lesson, title: short.hook[input.request.learns === 'en' ? 'ja' : 'en'] }, 'A Short'),
    },
    context,
    report,
  );
}

/** The stretch without what it leaves out. */
function without({ start, end }: Span, cuts: readonly Span[]): Span[] {
  const keeps: Span[] = [];
  let from = start;
  for (const cut of cuts.toSorted((a, b) => a.start - b.start)) {
    if (cut.start - from > 0.1) keeps.push({ start: from, end: Math.min(cut.start, end) });
    from = Math.max(from, cut.end);
  }
  if (end - from > 0.1) keeps.push({ start: from, end });
  return keeps.length > 0 ? keeps : [{ start, end }];
}

function hookLayer({ hook }: ShortPlan, first: VocabularyItem | undefined, keeps: readonly Span[]): TimedLayer {
  const language = learnerLanguage(first?.language ?? 'ja');
  const [title, subtitle] = language === 'en' ? [hook.en, hook.ja] : [hook.ja, hook.en];
  return {
    layer: { kind: 'hook', title, subtitle: title === subtitle ? '' : subtitle },
    start: keeps[0]!.start,
    seconds: shown.hook,
  };
}

/** The card comes when the item is said, after the hook. */
function cardLayers(
  item: VocabularyItem,
  { keeps, parts }: { keeps: readonly Span[]; parts: LessonParts },
): TimedLayer[] {
  const afterHook = timeAfter(keeps, shown.hook + 0.2);
  const end = keeps.at(-1)!.end;
  const said = item.evidence.find(({ start }) => keeps.some((keep) => start >= keep.start && start < keep.end))?.start;
  const start = Math.max(afterHook, (said ?? afterHook) - 0.2);
  // Said in the last moment: the card is there before.
  const at = Math.min(start, Math.max(afterHook, end - shown.card));
  if (at >= end - 1) return [];
  const card = cardOf(item, parts.input.request, { hasExample: true });
  return [{ layer: { kind: 'tall-card', card }, start: at, seconds: Math.min(shown.card, end - at) }];
}

/** The time of the recording that is seen after some seconds of the Short. */
function timeAfter(keeps: readonly Span[], seconds: number): number {
  let left = seconds;
  for (const { start, end } of keeps) {
    if (end - start > left) return start + left;
    left -= end - start;
  }
  return keeps.at(-1)!.end;
}
