import { readPictureHeader } from '@kinora/capabilities';
import type { AssetRef, VistaPalette } from '@kinora/capabilities';
import { buildStoryboardPdf, buildThumbnail } from '@kinora/media/documents';
import type { StoryboardScene } from '@kinora/media/documents';
import type { MusicVideo } from '../schema.ts';
import type { MusicVideoContext } from './context.ts';
import { climaxOf, detailInputs, provenanceOf } from './details.ts';
import type { Song } from './song.ts';

type Parts = { video: MusicVideo; song: Song; context: MusicVideoContext };

/** Night blue and lamp amber, where the climax is an own picture. */
const ownColours: Pick<VistaPalette, 'deep' | 'accent'> = { deep: '#141230', accent: '#f0a848' };

/** The picture of the climax with title and artist, as large as a frame. */
export async function makeThumbnail(
  { video, context }: Parts,
  { width, height }: { width: number; height: number },
): Promise<AssetRef> {
  const place = climaxOf(video);
  const painted = video.pictures[place];
  if (painted === undefined) throw new RangeError('a thumbnail shows a picture');
  const { picture } = video.storyboard.scenes[place]!;
  const { deep, accent } = picture.kind === 'drawn' ? picture.vista.palette : ownColours;
  const palette = { deep, accent };
  const inputs = { ...detailInputs(video, painted), palette, width, height };
  return context.step<AssetRef>({ name: 'music-video.thumbnail', version: 1, inputs }, async () => {
    const { artist } = video.request;
    const jpeg = await buildThumbnail({
      picture: await context.assets.get(painted.picture),
      title: video.title,
      ...(artist && { artist }),
      palette,
      width,
      height,
      provenance: provenanceOf(video, context),
    });
    return context.assets.put(jpeg, { mediaType: 'image/jpeg' });
  });
}

/** The storyboard on paper: pictures, words and times, with the song as a strip. */
export async function makeStoryboardPdf({ video, song, context }: Parts): Promise<AssetRef> {
  const { storyboard, pictures, request, facts } = video;
  const { analysis, waveform } = song.heard;
  const scenes = storyboard.scenes.map(({ start, word, description, transition, motion }, index) => ({
    start,
    end: storyboard.scenes[index + 1]?.start ?? facts.duration,
    bar: barAt(start, analysis.downbeat_times),
    word,
    description,
    transition,
    motion,
    altText: pictures[index]?.altText ?? description,
  }));
  const inputs = {
    ...detailInputs(video, undefined),
    analysis: video.analysis.asset,
    world: storyboard.world,
    scenes,
    pictures: pictures.map(({ picture }) => picture.asset),
  };
  return context.step<AssetRef>({ name: 'music-video.storyboard', version: 1, inputs }, async () => {
    const drawn = scenes.map(async (scene, index): Promise<StoryboardScene> => {
      const picture = await context.assets.get(pictures[index]!.picture);
      const mediaType = readPictureHeader(picture)?.mediaType ?? 'image/png';
      return { ...scene, picture, mediaType };
    });
    const pdf = await buildStoryboardPdf({
      title: video.title,
      ...(request.artist && { artist: request.artist }),
      ...(request.theme && { theme: request.theme }),
      world: storyboard.world,
      song: facts,
      waveform,
      sections: analysis.sections,
      scenes: await Promise.all(drawn),
      provenance: provenanceOf(video, context),
    });
    return context.assets.put(pdf, { mediaType: 'application/pdf' });
  });
}

/** Bar of the song at a time, from 1; null before the first and in songs without bars. */
function barAt(seconds: number, downbeats: readonly number[]): number | null {
  const passed = downbeats.filter((time) => time <= seconds + 0.06).length;
  return passed === 0 ? null : passed;
}
