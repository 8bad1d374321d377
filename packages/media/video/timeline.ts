/** A scene as the timeline needs it. */
export type TimelineScene = {
  id: string;
  /** Name of its chapter. */
  title: string;
  /** Seconds of narration, > 0. */
  narrationSeconds: number;
};

/** Rhythm of a film. All in seconds but `fps`. */
export type TimelineOptions = {
  /** Default 24. */
  fps?: number;
  /** Title over the first picture. Default 4; 0 leaves it out. */
  titleSeconds?: number;
  /** Stillness between a picture and its first word. Default 0.4. */
  leadInSeconds?: number;
  /** Stillness after the last word of a scene. Default 0.9. */
  pauseSeconds?: number;
  /** A dissolve between scenes. Default 1. */
  dissolveSeconds?: number;
  /** The good night: the last picture goes dark. Default 4; 0 leaves it out. */
  endingSeconds?: number;
};

/** Part of a movement, 0 to 1. */
export type Window = [start: number, end: number];

/** A stretch of film that is made on its own. `start` and `frames` count frames; `scene`, `from` and `to` index the scenes. */
export type TimelineSegment =
  | { kind: 'title' | 'scene' | 'ending'; scene: number; start: number; frames: number; window: Window }
  | { kind: 'dissolve'; from: number; to: number; start: number; frames: number; window: Window; toWindow: Window };

/** When everything happens. */
export type Timeline = {
  fps: number;
  frames: number;
  /** frames / fps. */
  seconds: number;
  segments: TimelineSegment[];
  /** Seconds: where each scene's narration starts and ends, and what of the film shows its picture alone. */
  scenes: { id: string; audioStart: number; audioEnd: number; start: number; end: number }[];
  /** Seconds; without gaps from 0 to the end. */
  chapters: { title: string; start: number; end: number }[];
};

/**
 * Plans a film in whole frames. A scene's camera moves through its dissolve in, its own clip and its dissolve out as one
 * movement, of which each segment shows a window. So a changed scene concerns its clip and the two dissolves beside it.
 * The narration starts at a time that is counted in frames: sound and picture can't drift apart.
 * @param title Name of the first chapter, when there is a title.
 */
export function planTimeline(title: string, scenes: readonly TimelineScene[], options: TimelineOptions = {}): Timeline {
  const { fps = 24, titleSeconds = 4, leadInSeconds = 0.4, pauseSeconds = 0.9 } = options;
  const { dissolveSeconds = 1, endingSeconds = 4 } = options;
  const toFrames = (seconds: number) => Math.round(seconds * fps);
  const titleFrames = toFrames(titleSeconds);
  const endingFrames = toFrames(endingSeconds);
  const dissolveFrames = toFrames(dissolveSeconds);
  const last = scenes.length - 1;

  const own = scenes.map(({ narrationSeconds }) =>
    Math.ceil((leadInSeconds + narrationSeconds + pauseSeconds) * fps - 1e-6),
  );
  const before = scenes.map((_, index) => (index === 0 ? titleFrames : dissolveFrames));
  const after = scenes.map((_, index) => (index === last ? endingFrames : dissolveFrames));
  const windowOf = (index: number, from: number, to: number): Window => {
    const whole = before[index]! + own[index]! + after[index]!;
    return [from / whole, to / whole];
  };
  const windowBefore = (index: number) => windowOf(index, 0, before[index]!);
  const windowAfter = (index: number) =>
    windowOf(index, before[index]! + own[index]!, before[index]! + own[index]! + after[index]!);

  const segments: TimelineSegment[] = [];
  const timed: Timeline['scenes'] = [];
  let start = 0;
  const add = (segment: TimelineSegment) => {
    if (segment.frames === 0) return;
    segments.push(segment);
    start += segment.frames;
  };
  scenes.forEach(({ id, narrationSeconds }, index) => {
    if (index === 0) add({ kind: 'title', scene: 0, start, frames: titleFrames, window: windowBefore(0) });
    const audioStart = start / fps + leadInSeconds;
    timed.push({
      id,
      audioStart,
      audioEnd: audioStart + narrationSeconds,
      start: start / fps,
      end: (start + own[index]!) / fps,
    });
    const window = windowOf(index, before[index]!, before[index]! + own[index]!);
    add({ kind: 'scene', scene: index, start, frames: own[index]!, window });
    if (index < last) {
      add({
        kind: 'dissolve',
        from: index,
        to: index + 1,
        start,
        frames: dissolveFrames,
        window: windowAfter(index),
        toWindow: windowBefore(index + 1),
      });
    } else {
      add({ kind: 'ending', scene: index, start, frames: endingFrames, window: windowAfter(index) });
    }
  });
  const seconds = start / fps;
  return { fps, frames: start, seconds, segments, scenes: timed, chapters: planChapters() };

  function planChapters(): Timeline['chapters'] {
    const starts = scenes.map((scene, index) => ({ title: scene.title, start: timed[index]!.start }));
    if (titleFrames > 0 && scenes.length > 0) starts.unshift({ title, start: 0 });
    return starts.map((chapter, index) => ({ ...chapter, end: starts[index + 1]?.start ?? seconds }));
  }
}
