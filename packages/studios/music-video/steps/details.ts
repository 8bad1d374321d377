import { readPictureHeader } from '@kinora/capabilities';
import type { AssetRef } from '@kinora/capabilities';
import type { Provenance } from '@kinora/media/documents';
import type { FileDetails } from '@kinora/media/video';
import type { MusicVideo, PaintedScene } from '../schema.ts';
import type { MusicVideoContext } from './context.ts';

/** What every file says about how it was made. */
export function provenanceOf(
  { title, request, storyboard, pictures }: MusicVideo,
  { models }: MusicVideoContext,
): Provenance {
  const painters = pictures.map(({ drawnBy }) => drawnBy).filter((drawnBy) => drawnBy !== 'own');
  const makers = [...new Set([storyboard.director, ...painters, models.identity('clip')])];
  const isRuleBased = makers.every((identity) => identity.startsWith('builtin/'));
  const by = request.artist ? ` by ${request.artist}` : '';
  return {
    title,
    language: 'en',
    sourceType: isRuleBased ? 'algorithmicMedia' : 'compositeWithTrainedAlgorithmicMedia',
    generator: 'Kinora',
    models: makers,
    createdAt: new Date(),
    description: `A music video for “${title}”${by}${request.theme ? `: ${request.theme}` : ''}`,
  };
}

/** The same for a film, with its cover. */
export async function detailsOf(
  video: MusicVideo,
  cover: PaintedScene | undefined,
  context: MusicVideoContext,
): Promise<FileDetails> {
  const { artist } = video.request;
  const image = cover && (await context.assets.get(cover.picture));
  const mediaType = image && readPictureHeader(image)?.mediaType;
  return {
    provenance: provenanceOf(video, context),
    ...(artist && { artist }),
    ...(image && (mediaType === 'image/jpeg' || mediaType === 'image/png') && { cover: { image, mediaType } }),
  };
}

/** What of a video decides the texts in its files. */
export function detailInputs({ title, request, storyboard }: MusicVideo, cover: PaintedScene | undefined) {
  const picture: AssetRef['asset'] | null = cover?.picture.asset ?? null;
  const { artist = null, theme } = request;
  return { title, artist, theme, director: storyboard.director, cover: picture };
}

/** Place of the scene with the most energy. */
export function climaxOf({ storyboard }: Pick<MusicVideo, 'storyboard'>): number {
  const { scenes } = storyboard;
  const energy = (index: number) => {
    const { picture, intensity } = scenes[index]!;
    return picture.kind === 'drawn' ? picture.vista.energy + (picture.vista.view === 'summit' ? 0.5 : 0) : intensity;
  };
  return scenes.reduce((best, _, index) => (energy(index) > energy(best) ? index : best), 0);
}

/** The picture that stands for the video. */
export function coverOf(video: MusicVideo): PaintedScene | undefined {
  return video.pictures[climaxOf(video)];
}
