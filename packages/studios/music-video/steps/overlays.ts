import type { Json, VistaPalette } from '@kinora/capabilities';
import type { MusicAnalysis } from '@kinora/media/audio/analysis';
import { fitUploadedPicture } from '@kinora/media/pictures';
import { lyricOverlay, readLyrics, titleOverlay, watermarkOverlay } from '@kinora/media/video';
import type { Lyrics, PlacedPicture } from '@kinora/media/video';
import type { TimedOverlay } from '../film/plan.ts';
import type { MusicVideoRequest } from '../schema.ts';
import type { MusicVideoContext } from './context.ts';
import { damaged, readPicture } from './paint.ts';

/** What lies over a film: when, what decides it, and its picture, made when it is first needed. */
export type Overlays = {
  timed: TimedOverlay[];
  /** What decides the picture of an overlay. */
  inputs(id: string): Json;
  picture(id: string): Promise<PlacedPicture>;
};

type Layer = { inputs: Json; make: () => Promise<PlacedPicture> };

/** When the title comes and goes, in seconds. */
const titleCard = { from: 0.7, to: 4.6 };

/** Plans captions, title card and logo. */
export function planOverlays(
  {
    request,
    title,
    lyrics,
    palette,
  }: { request: MusicVideoRequest; title: string; lyrics: Lyrics; palette: VistaPalette | undefined },
  { width, height, frames, context }: { width: number; height: number; frames: number; context: MusicVideoContext },
): Overlays {
  const { fps, artist, watermark } = request;
  const layers = new Map<string, Layer>();
  const timed: TimedOverlay[] = [];
  const add = (id: string, time: Omit<TimedOverlay, 'id'>, layer: Layer) => {
    layers.set(id, layer);
    timed.push({ id, ...time });
  };
  if (watermark !== undefined) {
    const { corner, picture } = watermark;
    const make = async () => {
      // Larger than any logo in a film. Also one of the right size is decoded away from the jobs of others.
      const size = { width: 1024, height: 1024, shape: 'inside' } as const;
      const logo = await fitUploadedPicture(await readPicture(picture, context), size).catch((cause: unknown) => {
        throw damaged('The watermark', cause);
      });
      return watermarkOverlay(logo, { width, height, corner });
    };
    add('watermark', { from: -fps, to: frames + fps, fade: 1 }, { inputs: { logo: picture.asset, corner }, make });
  }
  if (request.titleCard) {
    const card = { title, ...(artist && { artist }), ...(palette && { palette }) };
    const end = Math.min(titleCard.to, frames / fps);
    const time = { from: Math.round(titleCard.from * fps), to: Math.round(end * fps), fade: Math.round(0.5 * fps) };
    add('title', time, { inputs: { card }, make: () => titleOverlay({ ...card, width, height }) });
  }
  for (const [index, { start, end, text }] of (request.captions ? lyrics.lines : []).entries()) {
    if (text.trim() === '') continue;
    const time = { from: Math.round(start * fps), to: Math.round(end * fps), fade: Math.round(0.2 * fps) };
    add(`lyric ${index}`, time, { inputs: { lyric: text }, make: () => lyricOverlay(text, { width, height }) });
  }
  const made = new Map<string, Promise<PlacedPicture>>();
  const find = (id: string) => {
    const layer = layers.get(id);
    if (layer === undefined) throw new RangeError(`no overlay ${id}`);
    return layer;
  };
  return {
    timed,
    inputs: (id) => find(id).inputs,
    picture(id) {
      const picture = made.get(id) ?? find(id).make();
      made.set(id, picture);
      return picture;
    },
  };
}

/**
 * The lyrics with their times; plain ones are spread over the parts that are sung.
 * @throws KinoraError `request.invalid` that names the line.
 */
export function timeLyrics({ lyrics }: MusicVideoRequest, { duration, sections }: MusicAnalysis): Lyrics {
  if (lyrics === undefined) return { lines: [], warnings: [] };
  const sung = sections.flatMap(({ start, end, label }): [number, number][] =>
    label === 'verse-like' || label === 'chorus-like' || label === 'bridge' ? [[start, end]] : [],
  );
  return readLyrics(lyrics, { duration, ...(sung.length > 0 && { sung }) });
}
