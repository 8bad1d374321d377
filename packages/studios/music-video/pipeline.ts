import type { AssetRef } from '@kinora/capabilities';
import { direct } from './director/index.ts';
import { planFilm } from './film/plan.ts';
import type { FilmPlan, FilmScene } from './film/plan.ts';
import type { MusicVideoInput } from './input.ts';
import type { Film, MadeTake, MusicVideo, OutputKind, Storyboard } from './schema.ts';
import { checkWords } from './steps/check-words.ts';
import type { MusicVideoContext } from './steps/context.ts';
import { cutOutCharacters } from './steps/cut-out.ts';
import { makeTakes } from './steps/film.ts';
import type { FilmSet } from './steps/film.ts';
import { frameSize } from './steps/frame-size.ts';
import { makeFilm, makeLoopFile, makeTeaser, quickestFirst } from './steps/outputs.ts';
import type { OutputParts, Report } from './steps/outputs.ts';
import { makeStoryboardPdf, makeThumbnail } from './steps/papers.ts';
import { planOverlays, timeLyrics } from './steps/overlays.ts';
import { startPainter } from './steps/painter.ts';
import { hearSong } from './steps/song.ts';
import type { Song } from './steps/song.ts';

/**
 * Makes a music video: words before the guard → the song heard → directed → a picture for each key moment → the film, take by
 * take, while later pictures are still painted → files. Everything is a derivation: after an edit only what depends on it is
 * made again.
 * @throws KinoraError `request.unsafe` for words that may not become a video, `request.invalid` for a song, lyrics or pictures
 * that can't be read.
 */
export async function makeMusicVideo(input: MusicVideoInput, context: MusicVideoContext): Promise<MusicVideo> {
  await checkWords(input.request, input.storyboard, context);
  const song = await hearSong(input.request, context);
  const { video, seconds } = await begin(input, song, context);
  const { storyboard, request } = video;
  const lyrics = timeLyrics(request, song.heard.analysis);
  video.notes.push(...lyrics.warnings);
  await context.emit({ type: 'storyboard-start', storyboard, seconds: context.seconds() });

  const wanted = new Set(input.outputs ?? []);
  const size = frameSize(request.size, input.scale);
  const { figures, notes } = await cutOutCharacters(request.characters, context);
  video.notes.push(...notes);
  const easel = { ...size, figures, isFilmed: wanted.has('video') };
  const watchable = Promise.withResolvers<void>();
  if (!wanted.has('video')) watchable.resolve();
  const atOnce = wanted.has('video') ? 1 : 2;
  // When a take fails, pictures that nobody will see aren't painted.
  using painter = startPainter(storyboard, { easel, context, atOnce, after: watchable.promise });
  const pictures = painter.all().then(async (painted) => {
    video.pictures = painted;
    seconds.storyboard = context.seconds();
    video.notes.push(...new Set(painted.flatMap(({ note }) => note ?? [])));
    video.reuse = await context.reuse();
    await context.save(video);
    await context.emit({ type: 'storyboard-end', seconds: context.seconds() });
  });
  pictures.catch(() => {});

  const { fps } = request;
  const frames = Math.ceil(song.facts.duration * fps);
  const [opening] = storyboard.scenes;
  const palette = opening?.picture.kind === 'drawn' ? opening.picture.vista.palette : undefined;
  const overlays = planOverlays({ request, title: video.title, lyrics, palette }, { ...size, frames, context });
  const plan = planFilm(storyboard.scenes.map(filmScene), {
    analysis: song.heard.analysis,
    fps,
    calm: request.calm,
    overlays: overlays.timed,
  });
  const set: FilmSet = { storyboard, easel, painter, overlays, fps, context };
  const film = wanted.has('video')
    ? await shoot({ plan, set, video, size, onFirst: watchable.resolve }, context)
    : null;
  await pictures;
  video.film = film;
  if (film !== null) await context.save(video);
  const parts: OutputParts = { video, song, plan, set, context };
  for (const kind of quickestFirst.filter((each) => wanted.has(each))) await makeOutput(kind, parts);
  seconds.total = context.seconds();
  video.reuse = await context.reuse();
  await context.save(video);
  await context.emit({ type: 'music-video-end', reuse: video.reuse, seconds: context.seconds() });
  return video;
}

/** The video as far as it is known once the song was heard: title, facts and storyboard. */
async function begin(
  { request, storyboard: edited, fileName }: MusicVideoInput,
  song: Song,
  context: MusicVideoContext,
): Promise<{ video: MusicVideo; seconds: MusicVideo['seconds'] }> {
  const { analysis, source } = song.heard;
  // An empty title is none; cutting a tag may tear a character, which could not be stored.
  const title =
    edited?.title ?? (request.title || source.title || titleFromName(fileName)).slice(0, 120).toWellFormed();
  const artist = request.artist ?? source.artist?.slice(0, 120).toWellFormed();
  // Words from the file's tags or its name are shown as those that are typed, after an edit too.
  const fromFile = { title: edited || request.title ? '' : title, artist: request.artist === undefined ? artist : '' };
  await checkWords({ theme: '', characters: [], ...fromFile }, undefined, context);
  const seconds = { analysis: context.seconds(), storyboard: 0, firstTake: 0, total: 0 };
  const { facts } = song;
  await context.emit({ type: 'analysis-end', analysis: song.analysis, facts, title, seconds: context.seconds() });
  const storyboard: Storyboard = edited ?? direct(request, { title, analysis });
  const video: MusicVideo = {
    title: storyboard.title,
    request: { ...request, title: storyboard.title, ...(artist !== undefined && { artist }) },
    facts,
    analysis: song.analysis,
    storyboard,
    pictures: [],
    film: null,
    outputs: {},
    reuse: await context.reuse(),
    seconds,
    notes: [],
  };
  return { video, seconds };
}

/** A file's name as a title: without its ending, a track number or underscores. */
function titleFromName(name = ''): string {
  const bare = name
    .replace(/\.[a-z0-9]{2,4}$/iu, '')
    .replaceAll('_', ' ')
    .replace(/^\d{1,2}[.\s-]+(?=\S)/u, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return bare.slice(0, 120) || 'Untitled';
}

function filmScene({ id, start, transition, motion, picture }: Storyboard['scenes'][number]): FilmScene {
  const timed = { id, start, transition, motion };
  if (picture.kind === 'own') return { ...timed, focus: [0.5, 0.46], drawsBack: false };
  const { camera, view, figures } = picture.vista;
  const drawsBack = view === 'summit' || view === 'departure';
  const nearer = camera.from[2] > camera.to[2] ? camera.from : camera.to;
  const [lead] = figures;
  if (lead === undefined) return { ...timed, camera, focus: [nearer[0], nearer[1]], drawsBack };
  // Where somebody is, one looks at the face.
  const face = Math.max(0.2, lead.ground - 0.72 * lead.size);
  const whole = figures.reduce((sum, { x }) => sum + x, 0) / figures.length;
  return { ...timed, camera, focus: [(lead.x + whole) / 2, face], looksAside: 0.35, drawsBack };
}

/** Makes all takes of the film and tells of each. */
async function shoot(
  {
    plan,
    set,
    video,
    size,
    onFirst,
  }: {
    plan: FilmPlan;
    set: FilmSet;
    video: MusicVideo;
    size: { width: number; height: number };
    /** Called when there is something to watch. */
    onFirst: () => void;
  },
  context: MusicVideoContext,
): Promise<Film> {
  const { fps, frames } = plan;
  const planned = plan.takes.map(({ index, scene, start, frames }) => ({ index, scene, start, frames }));
  await context.emit({ type: 'film-start', takes: planned, fps, ...size, seconds: context.seconds() });
  const takes: MadeTake[] = [];
  const rendered = new Set<string>();
  const notes = new Set<string>();
  await makeTakes(plan.takes, set, async ({ take, isReused, notes: warnings }) => {
    takes.push(take);
    if (takes.length === 1) {
      video.seconds.firstTake = context.seconds();
      onFirst();
    }
    if (!isReused) rendered.add(take.scene);
    for (const warning of warnings) notes.add(warning);
    await context.emit({
      type: 'take-end',
      take,
      total: planned.length,
      reused: isReused,
      seconds: context.seconds(),
    });
  });
  video.notes.push(...notes);
  const segments = { rendered: rendered.size, reused: new Set(planned.map(({ scene }) => scene)).size - rendered.size };
  await context.emit({ type: 'film-end', segments, seconds: context.seconds() });
  return { fps, ...size, frames, takes, segments };
}

async function makeOutput(kind: OutputKind, parts: OutputParts): Promise<void> {
  const { video, context } = parts;
  await context.emit({ type: 'output-start', output: kind, seconds: context.seconds() });
  let told = 0;
  const report: Report = async (fraction) => {
    if (fraction < told + 0.1) return;
    told = fraction;
    await context.emit({ type: 'output-progress', output: kind, fraction, seconds: context.seconds() });
  };
  const file = await outputOf(kind, parts, report);
  video.outputs[kind] = file;
  await context.save(video);
  await context.emit({ type: 'output-end', output: kind, file, seconds: context.seconds() });
}

function outputOf(kind: OutputKind, parts: OutputParts, report: Report): Promise<AssetRef> {
  switch (kind) {
    case 'analysis':
      return Promise.resolve(parts.video.analysis);
    case 'video':
      return makeFilm(parts, report);
    case 'teaser':
      return makeTeaser(parts, report);
    case 'loop':
      return makeLoopFile(parts);
    case 'thumbnail':
      return makeThumbnail(parts, parts.set.easel);
    case 'storyboard':
      return makeStoryboardPdf(parts);
  }
}
