import type { AssetRef } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities/errors';
import { framesPerSecond } from '@kinora/media/video/cut';
import type { Size } from '@kinora/media/video/cut';
import { shiftCues } from '../exports/index.ts';
import type { Bilingual, LessonRequest, RecordingFacts } from '../schema.ts';
import { captionLayers } from './caption-layers.ts';
import { cardOf } from './cards.ts';
import { makeFilm, titleSeconds } from './film.ts';
import type { TimedLayer } from './film.ts';
import type { LessonParts, Report } from './outputs.ts';
import { filmDetails } from './provenance.ts';

/** Seconds of a stretch that is made by itself: a changed card costs that much. */
const stretchSeconds = 30;

/** The main video: what the plan keeps, with cards, chapters, titles and captions that can be switched on. */
export async function makeMainVideo(parts: LessonParts, report: Report): Promise<AssetRef> {
  const { lesson, found, words, input, context } = parts;
  const { facts, plan } = lesson;
  if (facts === null || plan === null)
    throw new KinoraError('internal.bug', 'A main video is made of a planned recording.');
  const { cut } = plan;
  if (cut.keeps.length === 0)
    throw new KinoraError('request.invalid', 'The plan of the main video keeps nothing. Plan it afresh.');
  const items = new Map(found.items.map((item) => [item.id, item]));
  const cards = cut.cards.flatMap(({ item: id, start, seconds }): TimedLayer[] => {
    const item = items.get(id);
    return item === undefined || !input.request.cards
      ? []
      : [{ layer: { kind: 'item-card', card: cardOf(item, input.request) }, start, seconds }];
  });
  const intro = cut.intro === null ? 0 : titleSeconds;
  const { cues } = words.transcript;
  // With nothing to look at, what is said is read.
  const captions = facts.video === null ? captionLayers({ ...parts, span: null, items: [] }) : [];
  return makeFilm(
    {
      size: wideSize(facts),
      fps: facts.video === null ? 24 : framesPerSecond(facts.video.fps),
      keeps: cut.keeps,
      stretchSeconds,
      layers: [...captions, ...cards],
      hasPicture: facts.video !== null,
      hasSound: facts.audio !== null,
      intro: cut.intro,
      outro: cut.outro,
      chapters: cut.chapters.map(({ title, start }) => ({ title: titleFor(title, input.request), start })),
      captions: {
        language: languageOfCues(cues.map(({ text }) => text)),
        cues: shiftCues(cues, cut.keeps, { offset: intro }).map(({ start, end, text }) => ({ start, end, text })),
      },
      details: filmDetails(lesson, 'The main video'),
    },
    context,
    report,
  );
}

/** The recording's own size, up to 1920 × 1080; both even. */
function wideSize({ video }: RecordingFacts): Size {
  if (video === null) return { width: 1280, height: 720 };
  const scale = Math.min(1, 1920 / video.width, 1080 / video.height);
  return { width: even(video.width * scale), height: even(video.height * scale) };
}

function even(pixels: number): number {
  return Math.max(2, Math.round(pixels / 2) * 2);
}

/** Titles are for who learns; where both do, both are there. */
function titleFor({ ja, en }: Bilingual, { learns }: Pick<LessonRequest, 'learns'>): string {
  if (learns === 'ja') return en;
  return learns === 'en' || ja === en ? ja : `${ja} / ${en}`;
}

function languageOfCues(texts: readonly string[]): 'ja' | 'en' {
  const japanese = texts.filter((text) => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)).length;
  return japanese * 2 >= texts.length ? 'ja' : 'en';
}
