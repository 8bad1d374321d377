import { defaultPictures, planRestyle, restyleWorkers } from '@kinora/media/video/restyle';
import type { FilmSource, RestylePlan } from '@kinora/media/video/restyle';
import type { LiveStyleContext, Teller } from '../pipeline.ts';
import type { StyleVideoRequest } from '../projects.ts';
import { joinFilm, paintFilm } from './paint.ts';
import { sourceOf } from './source.ts';
import { makeThumbnail } from './thumbnail.ts';

/** Styles a video file. */
export async function styleVideo(
  { request, title }: { request: StyleVideoRequest; title: string },
  context: LiveStyleContext,
  teller: Teller,
): Promise<void> {
  const { file, style, size, fps, sound } = request;
  const source = await sourceOf(file, context);
  const plan = planRestyle(source, { size, fps, workers: restyleWorkers });
  const facts = {
    width: plan.width,
    height: plan.height,
    seconds: plan.frames / plan.fps,
    fps: plan.fps,
    hasSound: source.hasSound && sound,
  };
  await teller.facts(facts, notesOf(plan, source, request));
  const parts = await paintFilm({ file, plan, style }, context, (fraction) => teller.progress(fraction * 0.96));
  const [first] = parts;
  if (first !== undefined)
    await teller.output('thumbnail', await makeThumbnail({ part: first, plan, style, title }, context));
  const withSound = source.hasSound && sound;
  const joined = await joinFilm({ parts, file, plan, style, title, sound: withSound }, context, (fraction) =>
    teller.progress(0.96 + fraction * 0.04),
  );
  await teller.output('video', joined.file);
}

/** What is done in another way than the film was, for people. */
function notesOf(plan: RestylePlan, source: FilmSource, request: StyleVideoRequest): string[] {
  const pictures = plan.fps / plan.hold;
  const notes: string[] = [];
  if (plan.hold > 1 && request.fps === undefined) {
    const rate = Number.isInteger(pictures) ? pictures : pictures.toFixed(1);
    notes.push(
      `Painted on ${plan.hold === 2 ? 'twos' : `every ${plan.hold}th frame`}: ${rate} pictures a second, as drawn films are made (at most ${defaultPictures}; more with fps).`,
    );
  }
  if (plan.paintWidth < plan.width) {
    notes.push(`Painted at ${plan.paintWidth} × ${plan.paintHeight} pixels and scaled up.`);
  }
  if (request.size === '512' && source.width !== source.height) {
    notes.push('The middle of the picture, as a square; size "source", "540p" or "720p" keeps its shape.');
  }
  if (!source.hasSound && request.sound) notes.push('The video has no sound.');
  return notes;
}
