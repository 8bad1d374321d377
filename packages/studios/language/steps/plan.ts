import { planCut, planShorts, findEditPoints, writePosting } from '../planning/index.ts';
import type { PlanSource } from '../planning/index.ts';
import type { EditPoint, Lesson, LessonPlan } from '../schema.ts';
import type { LessonInput } from './context.ts';
import { titleSeconds } from './film.ts';
import type { FoundItems } from './items.ts';
import type { HeardSound, SeenMotion } from './recording.ts';
import type { HeardWords } from './transcript.ts';

/** Whether somebody has to look where the picture moves, to choose what Shorts show. */
export function needsMotion({ request, script }: Pick<LessonInput, 'request' | 'script'>): boolean {
  return request.layout === 'auto' && request.shorts > 0 && script.plan.shorts === undefined;
}

/** What to cut and to show of a recording: what its owner set stays, the rest is planned. Pure: the same parts, the same plan. */
export function planLesson({
  lesson,
  input: { request, script },
  words,
  found,
  sound,
  motion,
}: {
  lesson: Pick<Lesson, 'title' | 'facts' | 'lastWord'>;
  input: Pick<LessonInput, 'request' | 'script'>;
  words: HeardWords;
  found: FoundItems;
  sound: HeardSound | null;
  motion: SeenMotion | null;
}): { points: EditPoint[]; plan: LessonPlan } {
  const { facts, title } = lesson;
  const source: PlanSource = {
    transcript: words.transcript,
    items: found.items,
    sound: sound?.levels ?? null,
    seconds: facts?.seconds ?? lesson.lastWord,
    learns: request.learns,
  };
  const points = findEditPoints(source);
  const { mainMinutes } = request;
  const cut =
    script.plan.cut ??
    planCut({ ...source, targetSeconds: mainMinutes && mainMinutes * 60, cards: request.cards, title, points });
  const video = facts?.video ?? null;
  const shorts =
    script.plan.shorts ??
    planShorts({
      ...source,
      count: request.shorts,
      shortSeconds: request.shortSeconds,
      layout: request.layout,
      aspect: video && video.width / video.height,
      motion,
      points,
    });
  const posting =
    script.plan.posting ??
    writePosting({
      title,
      items: found.items,
      learns: request.learns,
      link: request.link,
      cut,
      introSeconds: cut.intro === null ? 0 : titleSeconds,
    });
  return { points, plan: { cut, shorts, posting } };
}
