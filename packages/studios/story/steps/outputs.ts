import { randomUUID } from 'node:crypto';
import type { AssetRef, Json } from '@kinora/capabilities';
import { buildCover, buildEpub, buildPdf, buildVtt } from '@kinora/media/documents';
import type { Book, Caption } from '@kinora/media/documents';
import { assembleVideo, encodeMp3 } from '@kinora/media/video';
import type { Cue } from '@kinora/media/video';
import type { OutputKind, Story } from '../schema.ts';
import type { StoryContext } from './context.ts';
import { captionScenes, storyCaptions } from './outputs/captions.ts';
import { commonInputs, coverOf, provenanceOf } from './outputs/details.ts';
import { makeSegments } from './outputs/film.ts';
import { planFilm } from './outputs/plan.ts';
import { createSoundtrack } from './outputs/soundtrack.ts';

/** Makes the files of a story, one kind at a time. */
export type Outputs = (kind: OutputKind) => Promise<AssetRef>;

/** Prepares the files of a story. What several files need is made once. */
export function createOutputs(story: Story, context: StoryContext): Outputs {
  const { assets } = context;
  const soundtrack = createSoundtrack(story, context);
  const derive = (
    kind: OutputKind,
    inputs: Json,
    mediaType: string,
    make: (signal: AbortSignal) => Promise<Uint8Array>,
  ) =>
    context.step<AssetRef>(
      { name: `story.${kind}`, version: 1, inputs: { ...commonInputs(story), more: inputs } },
      async ({ signal }) => assets.put(await make(signal), { mediaType }),
    );

  const makers: Record<OutputKind, () => Promise<AssetRef>> = {
    async video() {
      const report = (fraction: number) =>
        context.emit({ type: 'output-progress', output: 'video', fraction, seconds: context.seconds() });
      const segments = await makeSegments(story, context, (fraction) => report(fraction * 0.92));
      const { captions, music, seed } = story.request;
      return derive('video', { segments, captions, music: music ? (seed ?? 0) : null }, 'video/mp4', async (signal) => {
        const timeline = planFilm(story);
        return assembleVideo({
          segments: await Promise.all(segments.map((segment) => assets.get(segment))),
          fps: timeline.fps,
          pcm: await soundtrack(signal),
          chapters: timeline.chapters,
          captions: captions === 'none' ? [] : storyCaptions(story).map(toCue),
          details: { provenance: provenanceOf(story, context), cover: await coverOf(story, context) },
          signal,
        });
      });
    },
    audio: () =>
      derive('audio', { music: story.request.music ? (story.request.seed ?? 0) : null }, 'audio/mpeg', async (signal) =>
        encodeMp3({
          pcm: await soundtrack(signal),
          chapters: planFilm(story).chapters,
          details: { provenance: provenanceOf(story, context), cover: await coverOf(story, context) },
          signal,
        }),
      ),
    captions: () =>
      derive('captions', null, 'text/vtt', async () =>
        new TextEncoder().encode(
          buildVtt(captionScenes(story), { language: story.script.language, provenance: provenanceOf(story, context) }),
        ),
      ),
    epub: () =>
      derive('epub', null, 'application/epub+zip', async (signal) => {
        const cover = await assets.get(await makers.cover());
        return buildEpub(await asBook(story, context, signal), { cover });
      }),
    pdf: () =>
      derive('pdf', { page: story.request.aspect }, 'application/pdf', async () => {
        const cover = await assets.get(await makers.cover());
        return buildPdf(await asBook(story, context, null), { page: story.request.aspect, cover });
      }),
    cover: () => derive('cover', { page: story.request.aspect }, 'image/png', async () => makeCover(story, context)),
  };
  return (kind) => makers[kind]();
}

function toCue({ start, end, words }: Caption): Cue {
  return {
    start,
    end,
    text: words
      .map(({ text }) => text)
      .join('')
      .trim(),
  };
}

/** The story as a book; with its narration as MP3 when a signal is given, silent otherwise. */
async function asBook(story: Story, context: StoryContext, narration: AbortSignal | null): Promise<Book> {
  const provenance = provenanceOf(story, context);
  const scenes: Book['scenes'] = [];
  for (const { text, altText, picture, audio, words, duration } of story.scenes) {
    const mediaType = picture.mediaType as 'image/jpeg' | 'image/png' | 'image/webp';
    const scene = { text, altText, picture: { bytes: await context.assets.get(picture), mediaType } };
    if (narration === null) scenes.push(scene);
    else {
      const bytes = await encodeMp3({
        pcm: await context.assets.get(audio),
        details: { provenance },
        signal: narration,
      });
      scenes.push({ ...scene, words, audio: { bytes, mediaType: 'audio/mpeg', duration } });
    }
  }
  return {
    id: randomUUID(),
    title: story.title,
    author: authorLine(story),
    language: story.script.language,
    dedication: story.dedication,
    goodNight: story.goodNight,
    scenes,
    provenance,
  };
}

async function makeCover(story: Story, context: StoryContext): Promise<Uint8Array> {
  const [first] = story.scenes;
  const quiet = story.script.scenes[0]?.spec.focus.quietArea ?? 'top';
  if (first === undefined) throw new RangeError('a story has pages');
  return buildCover({
    title: story.title,
    author: authorLine(story),
    picture: await context.assets.get(first.picture),
    provenance: provenanceOf(story, context),
    area: quiet.startsWith('bottom') ? 'bottom' : 'top',
  });
}

function authorLine({ request }: Story): string {
  const { name } = request.profile;
  return name === undefined ? 'Told by Kinora' : `Told by Kinora for ${name}`;
}
