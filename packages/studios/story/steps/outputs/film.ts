import type { AssetRef } from '@kinora/capabilities';
import { decorateSegment } from '@kinora/media/video';
import type { Decoration, Timeline, TimelineSegment } from '@kinora/media/video';
import type { Story } from '../../schema.ts';
import type { StoryContext } from '../context.ts';
import { isIllustrated } from '../illustrate.ts';
import { frameSize } from '../size.ts';
import { storyCaptions } from './captions.ts';
import { passesGuard } from './guard-clip.ts';
import { planFilm } from './plan.ts';

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
  for (const segment of timeline.segments) {
    const clip = await makeClip(segment, timeline.fps, story, context);
    segments.push(await decorate(clip, decorationOf(segment, timeline, story), context));
    frames += segment.frames;
    await onProgress(frames / timeline.frames);
  }
  return segments;
}

async function makeClip(segment: TimelineSegment, fps: number, story: Story, context: StoryContext): Promise<AssetRef> {
  const { models, assets } = context;
  const { frames, window } = segment;
  const common = { frames, fps, ...frameSize(story.request.aspect), window };
  const from = pageSource(segment.kind === 'dissolve' ? segment.from : segment.scene, story);
  const transition =
    segment.kind === 'dissolve' ? { to: pageSource(segment.to, story), toWindow: segment.toWindow } : null;
  const load = async ({ picture, ...rest }: typeof from) => ({
    ...rest,
    image: await assets.get(picture),
    mediaType: picture.mediaType,
  });
  const maker = models.identity('clip');
  return context.step<AssetRef>(
    {
      name: 'story.clip',
      version: 1,
      models: isOwnCamera(maker) ? [maker] : [maker, models.identity('moderation')],
      inputs: { ...common, from, ...transition },
    },
    async ({ signal }) => {
      const options = {
        ...common,
        from: await load(from),
        ...(transition === null ? {} : { to: await load(transition.to), toWindow: transition.toWindow }),
        seed: from.seed,
        signal,
      };
      const made = await models.clip.doGenerate(options);
      const isFit =
        isOwnCamera(made.servedBy ?? maker) || (await passesGuard(made.video, common, { ...context, signal }));
      // What the guard objects to, or can't judge, is not shown: the picture itself has passed, and is moved over instead.
      const { video } = isFit ? made : await models.camera.doGenerate(options);
      return assets.put(video, { mediaType: 'video/mp4' });
    },
  );
}

/** Kinora's own camera shows a picture that has passed the guard, and nothing else. */
function isOwnCamera(identity: string): boolean {
  return identity.startsWith('builtin/');
}

function pageSource(index: number, story: Story) {
  const page = story.scenes[index];
  const written = story.script.scenes[index];
  if (page === undefined || written === undefined) throw new RangeError(`no scene ${index}`);
  // Only the illustrator's pictures can be drawn again in layers; others are moved over as they are.
  const layers =
    page.drawnBy === undefined || isIllustrated(page.drawnBy)
      ? { scene: written.spec, style: story.request.style }
      : {};
  return { picture: page.picture, ...layers, seed: page.pictureSeed };
}

/** What lies over a segment: the title, the good night, and captions when they are to be part of the picture. */
function decorationOf(segment: TimelineSegment, timeline: Timeline, story: Story): Decoration {
  const { name } = story.request.profile;
  if (segment.kind === 'title') return { title: { title: story.title, subtitle: story.dedication } };
  if (segment.kind === 'ending')
    return { ending: { title: name === undefined ? 'Good night' : `Good night, ${name}` } };
  if (story.request.captions !== 'karaoke') return {};
  const start = segment.start / timeline.fps;
  const end = start + segment.frames / timeline.fps;
  const captions = storyCaptions(story)
    .filter((caption) => caption.end > start && caption.start < end)
    .map((caption) => ({
      start: caption.start - start,
      end: caption.end - start,
      words: caption.words.map((word) => ({ ...word, start: word.start - start, end: word.end - start })),
    }));
  return captions.length === 0 ? {} : { captions };
}

async function decorate(clip: AssetRef, decoration: Decoration, context: StoryContext): Promise<AssetRef> {
  if (Object.keys(decoration).length === 0) return clip;
  const inputs = { clip, decoration: JSON.parse(JSON.stringify(decoration)) as Record<string, never> };
  return context.step<AssetRef>({ name: 'story.decorate', version: 1, inputs }, async ({ signal }) => {
    const segment = await decorateSegment(await context.assets.get(clip), { ...decoration, signal });
    return context.assets.put(segment, { mediaType: 'video/mp4' });
  });
}
