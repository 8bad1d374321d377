import type { AssetRef } from '@kinora/capabilities';
import { drawCard } from '@kinora/media/drawing';
import { planTimeline } from '@kinora/media/video';
import type { Timeline, TimelineSegment, Window } from '@kinora/media/video';
import type { Story } from '../../schema.ts';
import type { StoryContext } from '../context.ts';
import { frameSize } from '../size.ts';

/** When everything of a story's film happens. The audio book and the captions follow the same plan. */
export function planFilm(story: Story): Timeline {
  const scenes = story.scenes.map(({ id, duration }, index) => ({
    id,
    title: `Page ${index + 1}`,
    narrationSeconds: duration,
  }));
  return planTimeline(story.title, scenes);
}

/**
 * Makes the segments of the film: title, scenes, dissolves, good night. Each is a derivation of its own, so a changed
 * page concerns its clip and the dissolves beside it.
 * @param onProgress Told the share of the frames that are there.
 */
export async function makeSegments(
  story: Story,
  context: StoryContext,
  onProgress: (fraction: number) => Promise<void>,
): Promise<AssetRef[]> {
  const timeline = planFilm(story);
  const segments: AssetRef[] = [];
  let frames = 0;
  for (const shot of timeline.segments.flatMap((segment) => shotsOf(segment, story))) {
    segments.push(await makeShot(shot, timeline.fps, story, context));
    frames += shot.frames;
    await onProgress(frames / timeline.frames);
  }
  return segments;
}

/** What a shot begins or ends with: a page's picture, or a card with words. */
type View = { page: number; window: Window } | { card: { title: string; subtitle?: string }; window: Window };
type Shot = { frames: number; from: View; to?: View };

/** Share of the title and of the good night in which the card stands still to be read. */
const hold = 0.45;

function shotsOf(segment: TimelineSegment, story: Story): Shot[] {
  const { frames, window } = segment;
  if (segment.kind === 'scene') return [{ frames, from: { page: segment.scene, window } }];
  if (segment.kind === 'dissolve') {
    return [{ frames, from: { page: segment.from, window }, to: { page: segment.to, window: segment.toWindow } }];
  }
  const { name } = story.request.profile;
  const held = Math.round(frames * hold);
  const page = segment.scene;
  const [start, end] = window;
  if (segment.kind === 'title') {
    const card = { title: story.title, subtitle: story.dedication };
    return [
      { frames: held, from: { card, window: [0, hold] } },
      { frames: frames - held, from: { card, window: [hold, 1] }, to: { page, window } },
    ];
  }
  const card = { title: name === undefined ? 'Good night' : `Good night, ${name}` };
  const cut = start + (end - start) * (1 - hold);
  return [
    { frames: frames - held, from: { page, window: [start, cut] }, to: { card, window: [0, 1 - hold] } },
    { frames: held, from: { card, window: [1 - hold, 1] } },
  ];
}

async function makeShot(shot: Shot, fps: number, story: Story, context: StoryContext): Promise<AssetRef> {
  const { models, assets } = context;
  const size = frameSize(story.request.aspect);
  const common = { frames: shot.frames, fps, ...size };
  const sourceOf = (view: View) => ('card' in view ? view : { ...pageSource(view.page, story), window: view.window });
  const sources = { from: sourceOf(shot.from), ...(shot.to === undefined ? {} : { to: sourceOf(shot.to) }) };
  const load = async (source: ReturnType<typeof sourceOf>) => {
    if ('card' in source) {
      return { image: await drawCard({ ...source.card, ...size, seed: 1 }), mediaType: 'image/png', seed: 1 };
    }
    const { picture, scene, style, seed } = source;
    return { image: await assets.get(picture), mediaType: picture.mediaType, scene, style, seed };
  };
  return context.step<AssetRef>(
    { name: 'story.clip', version: 1, models: [models.identity('clip')], inputs: { ...common, ...sources } },
    async ({ signal }) => {
      const { video } = await models.clip.doGenerate({
        ...common,
        from: await load(sources.from),
        window: shot.from.window,
        ...(sources.to === undefined ? {} : { to: await load(sources.to), toWindow: shot.to?.window }),
        seed: 1,
        signal,
      });
      return assets.put(video, { mediaType: 'video/mp4' });
    },
  );
}

function pageSource(index: number, story: Story) {
  const page = story.scenes[index];
  const written = story.script.scenes[index];
  if (page === undefined || written === undefined) throw new RangeError(`no scene ${index}`);
  return { picture: page.picture, scene: written.spec, style: story.request.style, seed: page.pictureSeed };
}
