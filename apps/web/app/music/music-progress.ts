import type { AssetRef, ReuseCount } from '@kinora/capabilities';
import type {
  Film,
  MadeTake,
  MusicVideo,
  MusicVideoEvent,
  OutputKind,
  PaintedScene,
  SongFacts,
  Storyboard,
  Take,
} from '@kinora/studios/music-video/schema';

/** A film as far as it is known: what it is planned to be, and what of it is made. */
export type FilmProgress = {
  fps: number;
  width: number;
  height: number;
  takes: Take[];
  made: ReadonlyMap<number, MadeTake>;
  /** The plan it was made of: what differs from it now isn't true any more. */
  of: Storyboard | null;
  segments?: Film['segments'];
};

/** What is being done: hearing the song, painting, filming, writing files. */
export type Stage = 'waiting' | 'hearing' | 'painting' | 'filming' | 'files' | 'done';

/** A music video as far as it is known: from its result, and from the events of the job that makes or changes it. */
export type MusicProgress = {
  stage: Stage;
  title?: string;
  facts?: SongFacts;
  analysis?: AssetRef;
  /** Of hearing the song, 0 to 1. */
  heard: number;
  storyboard: Storyboard | null;
  pictures: ReadonlyMap<string, PaintedScene>;
  /** Pictures that came in this job, and how many there will be. */
  painted: { count: number; total: number };
  film: FilmProgress | null;
  /** Takes of this job: those reused came at once. */
  filmed: { count: number; total: number; rendered: number; startedAt: number; latest: number };
  outputs: Partial<Record<OutputKind, { fraction: number; file?: AssetRef }>>;
  reuse?: ReuseCount;
};

export const emptyProgress: MusicProgress = {
  stage: 'waiting',
  heard: 0,
  storyboard: null,
  pictures: new Map(),
  painted: { count: 0, total: 0 },
  film: null,
  filmed: { count: 0, total: 0, rendered: 0, startedAt: 0, latest: 0 },
  outputs: {},
};

/** A finished version as progress, on which the events of an edit can build. */
export function progressOf(result: MusicVideo): MusicProgress {
  const { film, storyboard } = result;
  return {
    ...emptyProgress,
    stage: 'done',
    title: result.title,
    facts: result.facts,
    analysis: result.analysis,
    heard: 1,
    storyboard,
    pictures: new Map(result.pictures.map((picture) => [picture.scene, picture])),
    film: film && {
      ...film,
      made: new Map(film.takes.map((take) => [take.index, take])),
      of: storyboard,
    },
    outputs: Object.fromEntries(
      Object.entries(result.outputs).map(([kind, file]) => [kind, { fraction: 1, file }]),
    ) as MusicProgress['outputs'],
    reuse: result.reuse,
  };
}

/** What is known after one more event. */
export function advance(progress: MusicProgress, event: MusicVideoEvent): MusicProgress {
  switch (event.type) {
    case 'analysis-start':
      return { ...progress, stage: 'hearing' };
    case 'analysis-progress':
      return { ...progress, stage: 'hearing', heard: event.fraction };
    case 'analysis-end':
      return { ...progress, heard: 1, analysis: event.analysis, facts: event.facts, title: event.title };
    case 'storyboard-start':
      return {
        ...progress,
        stage: 'painting',
        title: event.storyboard.title,
        storyboard: event.storyboard,
        painted: { count: 0, total: event.storyboard.scenes.length },
      };
    case 'picture-end': {
      const { type: _, index: __, total, seconds: ___, ...picture } = event;
      return {
        ...progress,
        pictures: new Map(progress.pictures).set(event.scene, picture),
        painted: { count: progress.painted.count + 1, total },
      };
    }
    case 'storyboard-end':
      return { ...progress, painted: { ...progress.painted, count: progress.painted.total } };
    case 'film-start':
      return {
        ...progress,
        stage: 'filming',
        film: {
          fps: event.fps,
          width: event.width,
          height: event.height,
          takes: event.takes,
          made: new Map(),
          of: progress.storyboard,
        },
        filmed: {
          count: 0,
          total: event.takes.length,
          rendered: 0,
          startedAt: event.seconds,
          latest: event.seconds,
        },
        // Files of the film before are not of this one.
        outputs: Object.fromEntries(
          Object.entries(progress.outputs).filter(([kind]) => kind === 'analysis'),
        ) as MusicProgress['outputs'],
      };
    case 'take-end':
      return {
        ...progress,
        film: progress.film && {
          ...progress.film,
          made: new Map(progress.film.made).set(event.take.index, event.take),
        },
        filmed: {
          ...progress.filmed,
          count: progress.filmed.count + 1,
          total: event.total,
          rendered: progress.filmed.rendered + (event.reused ? 0 : 1),
          latest: event.seconds,
        },
      };
    case 'film-end':
      return { ...progress, film: progress.film && { ...progress.film, segments: event.segments } };
    case 'output-start':
      return changeOutput({ ...progress, stage: 'files' }, event.output, { fraction: 0 });
    case 'output-progress':
      return changeOutput({ ...progress, stage: 'files' }, event.output, { fraction: event.fraction });
    case 'output-end':
      return changeOutput(progress, event.output, { fraction: 1, file: event.file });
    case 'music-video-end':
      return { ...progress, stage: 'done', reuse: event.reuse };
  }
}

/** Seconds that the rest of the film will take, judged by the takes rendered so far; null too early to tell. */
export function secondsLeft({ filmed }: MusicProgress): number | null {
  const spent = filmed.latest - filmed.startedAt;
  if (filmed.rendered < 3 || filmed.count >= filmed.total || spent <= 0) return null;
  return (spent / filmed.rendered) * (filmed.total - filmed.count);
}

function changeOutput(
  progress: MusicProgress,
  kind: OutputKind,
  output: { fraction: number; file?: AssetRef },
): MusicProgress {
  return { ...progress, outputs: { ...progress.outputs, [kind]: output } };
}
