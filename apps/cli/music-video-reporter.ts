import type { MusicVideo, MusicVideoEvent, OutputKind, SongFacts } from '@kinora/studios/music-video/schema';
import progress from 'cli-progress';
import type { Streams } from './story-reporter.ts';

/** What `kinora music-video` ends with. */
export type MusicVideoResult = { id: string; video: MusicVideo; files: Partial<Record<OutputKind, string>> };

/** Tells how a music video comes along: a bar on a terminal, plain lines elsewhere, JSON lines for programs. */
export type MusicVideoReporter = {
  begin(videoId: string, jobId: string): void;
  event(event: MusicVideoEvent): void;
  /** How far the job is, 0 to 1, and what it does now. */
  progress(fraction: number, step: string): void;
  note(text: string): void;
  result(result: MusicVideoResult): void;
  /** Leaves the terminal as it was; may be called twice. */
  end(): void;
};

/** Makes a reporter. */
export function createMusicVideoReporter(
  { json }: { json: boolean },
  streams: Streams = { out: process.stdout, error: process.stderr },
): MusicVideoReporter {
  if (json) return createJsonReporter(streams.out);
  const tell = streams.error.isTTY === true ? createBar(streams.error) : createLines(streams.error);
  const film = createFilmClock();
  return {
    begin: () => tell.step('listening'),
    event: (event) => {
      film.hear(event);
      const line = lineOf(event);
      if (line !== null) tell.line(line);
      if (event.type === 'take-end') tell.step(film.words());
      if (event.type === 'film-end') tell.line(film.summary());
    },
    progress: (fraction, step) => tell.progress(fraction, film.isRunning() ? film.words() : step),
    note: (text) => tell.step(text),
    result: (result) => {
      tell.end();
      streams.out.write(describeResult(result));
    },
    end: () => tell.end(),
  };
}

function createJsonReporter(out: Streams['out']): MusicVideoReporter {
  const print = (value: unknown) => out.write(`${JSON.stringify(value)}\n`);
  let last = 0;
  return {
    begin: (video, job) => print({ type: 'job-start', video, job }),
    event: print,
    progress: (fraction, step) => {
      if (fraction === last) return;
      last = fraction;
      print({ type: 'job-progress', fraction, step });
    },
    note: () => undefined,
    result: ({ id, video, files }) => {
      const { title, facts, seconds, reuse, film, notes } = video;
      print({ type: 'result', id, title, files, facts, seconds, reuse, segments: film?.segments ?? null, notes });
    },
    end: () => undefined,
  };
}

type Teller = {
  /** Something that stays to be read. */
  line(text: string): void;
  /** What is being done now. */
  step(text: string): void;
  progress(fraction: number, step: string): void;
  end(): void;
};

function createBar(stream: Streams['error']): Teller {
  const bar = new progress.SingleBar(
    { format: '  {bar} {percentage}%  {step}', hideCursor: true, clearOnComplete: true, barsize: 28 },
    progress.Presets.shades_classic,
  );
  bar.start(100, 0, { step: '' });
  return {
    // The bar is drawn again below.
    line: (text) => stream.write(`\r\u001b[2K  ${text}\n`),
    step: (step) => bar.update({ step }),
    progress: (fraction, step) => bar.update(Math.floor(fraction * 100), { step }),
    end: () => bar.stop(),
  };
}

/** Without a terminal a bar would be a heap of escape codes: one line a step, and a word every fifth of the way. */
function createLines(stream: Streams['error']): Teller {
  let fifth = 0;
  let last = '';
  return {
    line: (text) => stream.write(`  ${text}\n`),
    step: (step) => {
      // Takes are counted by the fifths.
      if (/\d/.test(step) || step === last) return;
      last = step;
      stream.write(`  ${step}\n`);
    },
    progress: (fraction, step) => {
      if (Math.floor(fraction * 5) <= fifth || fraction >= 1) return;
      fifth = Math.floor(fraction * 5);
      stream.write(`  ${fifth * 20} %, ${step}\n`);
    },
    end: () => undefined,
  };
}

/** Counts takes and says how fast and how long still. Takes that are reused cost nothing, so they don't count for the speed. */
function createFilmClock() {
  let total = 0;
  let done = 0;
  let reused = 0;
  let fps = 24;
  let framesLeft = 0;
  /** Frames filmed, and when, since the first take was there: until then its picture was waited for. */
  let frames = 0;
  let begun = 0;
  let now = 0;
  let isRunning = false;
  const speed = () => (frames === 0 ? null : frames / fps / Math.max(0.001, now - begun));
  const asFast = (factor: number) => `${factor.toFixed(1)}× as fast as it plays`;
  return {
    isRunning: () => isRunning && done > 0,
    hear(event: MusicVideoEvent) {
      if (event.type === 'film-start') {
        ({ fps } = event);
        total = event.takes.length;
        framesLeft = event.takes.reduce((sum, take) => sum + take.frames, 0);
        isRunning = true;
      }
      if (event.type === 'take-end') {
        done += 1;
        framesLeft -= event.take.frames;
        now = event.seconds;
        if (event.reused) reused += 1;
        else if (begun === 0) begun = event.seconds;
        else frames += event.take.frames;
      }
      if (event.type === 'film-end') isRunning = false;
    },
    words() {
      const factor = speed();
      const words = `filming ${done} of ${total}`;
      return factor === null
        ? words
        : `${words}, ${asFast(factor)}, about ${Math.ceil(framesLeft / fps / factor)} s left`;
    },
    summary() {
      const factor = speed();
      const made = `${total - reused} takes filmed${reused > 0 ? `, ${reused} reused` : ''}`;
      return factor === null ? made : `${made}, ${asFast(factor)}`;
    },
  };
}

const fileNames: Record<OutputKind, string> = {
  video: 'video',
  loop: 'loop',
  teaser: 'teaser',
  thumbnail: 'thumbnail',
  analysis: 'analysis',
  storyboard: 'storyboard',
};

function lineOf(event: MusicVideoEvent): string | null {
  switch (event.type) {
    case 'analysis-end':
      return `“${event.title}”: ${factsLine(event.facts)}`;
    case 'storyboard-start':
      return `${event.storyboard.world.replaceAll('-', ' ')}, ${event.storyboard.scenes.length} pictures`;
    case 'storyboard-end':
      return `all pictures are painted after ${event.seconds.toFixed(1)} s`;
    case 'output-start':
      return `making the ${fileNames[event.output]}`;
    default:
      return null;
  }
}

function factsLine({ duration, tempo, metre, key, sections, beats }: SongFacts): string {
  const minutes = `${Math.floor(duration / 60)}:${String(Math.floor(duration % 60)).padStart(2, '0')}`;
  const pulse = tempo === null ? 'no steady beat' : `${Math.round(tempo)} BPM`;
  return [minutes, pulse, tempo === null ? null : metre, key, `${beats} beats`, `${sections} sections`]
    .filter((part) => part !== null)
    .join(', ');
}

function describeResult({ video, files }: MusicVideoResult): string {
  const { title, notes, seconds, reuse, facts, film } = video;
  const speed = facts.duration / Math.max(0.001, seconds.total);
  const times = [
    `Analysis after ${seconds.analysis.toFixed(1)} s`,
    `pictures ${seconds.storyboard.toFixed(1)} s`,
    ...(film === null ? [] : [`first take ${seconds.firstTake.toFixed(1)} s`]),
    `all ${seconds.total.toFixed(1)} s`,
  ];
  return [
    '',
    `  ${title}`,
    ...notes.map((note) => `  ${note}`),
    ...Object.entries(files).map(([kind, path]) => `    ${kind.padEnd(11)}${path}`),
    '',
    `  ${times.join(', ')}${film === null ? '' : ` (${speed.toFixed(1)}× as fast as it plays)`}; ` +
      `${reuse.computed} steps computed, ${reuse.reused} reused.`,
    '  It is in your library too: npm start',
    '',
  ].join('\n');
}
