import type { ReuseCount } from '@kinora/capabilities';
import type { OutputKind, Story, StoryEvent } from '@kinora/studios/story/schema';
import progress from 'cli-progress';

/** What `kinora story` ends with. */
export type StoryResult = {
  id: string;
  title: string;
  files: Partial<Record<OutputKind | 'text', string>>;
  seconds: Story['seconds'];
  reuse: ReuseCount;
  note?: string;
  level: Story['script']['level'];
};

/** Tells how a story comes along: a bar on a terminal, plain lines elsewhere, JSON lines for programs. */
export type StoryReporter = {
  begin(storyId: string, jobId: string): void;
  event(event: StoryEvent): void;
  /** How far the job is, 0 to 1. */
  progress(fraction: number): void;
  note(text: string): void;
  result(result: StoryResult): void;
  /** Leaves the terminal as it was; may be called twice. */
  end(): void;
};

/** Where a reporter writes. Default: the process's own. */
export type Streams = {
  out: { write(text: string): unknown };
  error: { write(text: string): unknown; isTTY?: boolean };
};

const fileNames: Record<OutputKind, string> = {
  video: 'video',
  audio: 'audio book',
  captions: 'captions',
  epub: 'EPUB',
  pdf: 'PDF',
  cover: 'cover',
};

/** Makes a reporter. */
export function createStoryReporter(
  { json }: { json: boolean },
  streams: Streams = { out: process.stdout, error: process.stderr },
): StoryReporter {
  if (json) return createJsonReporter(streams.out);
  const tell = streams.error.isTTY === true ? createBar() : createLines(streams.error);
  return {
    begin: () => tell.step('listening to the wish'),
    event: (event) => {
      const step = describe(event);
      if (step !== null) tell.step(step);
    },
    progress: (fraction) => tell.progress(fraction),
    note: (text) => tell.step(text),
    result: (result) => {
      tell.end();
      streams.out.write(describeResult(result));
    },
    end: () => tell.end(),
  };
}

function createJsonReporter(out: Streams['out']): StoryReporter {
  const print = (value: unknown) => out.write(`${JSON.stringify(value)}\n`);
  let last = 0;
  return {
    begin: (story, job) => print({ type: 'job-start', story, job }),
    event: print,
    progress: (fraction) => {
      if (fraction === last) return;
      last = fraction;
      print({ type: 'job-progress', fraction });
    },
    note: (text) => print({ type: 'note', text }),
    result: (result) => print({ type: 'result', ...result }),
    end: () => undefined,
  };
}

type Teller = { step(text: string): void; progress(fraction: number): void; end(): void };

function createBar(): Teller {
  const bar = new progress.SingleBar(
    { format: '  {bar} {percentage}%  {step}', hideCursor: true, clearOnComplete: true, barsize: 28 },
    progress.Presets.shades_classic,
  );
  bar.start(100, 0, { step: '' });
  return {
    step: (step) => bar.update({ step }),
    progress: (fraction) => bar.update(Math.floor(fraction * 100)),
    end: () => bar.stop(),
  };
}

/** Without a terminal a bar would be a heap of escape codes: one line a step, and a word every fifth of the way. */
function createLines(stream: Streams['error']): Teller {
  let fifth = 0;
  return {
    step: (step) => stream.write(`  ${step}\n`),
    progress: (fraction) => {
      if (Math.floor(fraction * 5) <= fifth || fraction >= 1) return;
      fifth = Math.floor(fraction * 5);
      stream.write(`  ${fifth * 20} %\n`);
    },
    end: () => undefined,
  };
}

function describe(event: StoryEvent): string | null {
  switch (event.type) {
    case 'story-written':
      return `“${event.title}” is written`;
    case 'scene-end':
      return `page ${event.index + 1} is painted and spoken`;
    case 'output-start':
      return `making the ${fileNames[event.output]}`;
    default:
      return null;
  }
}

function describeResult({ title, note, files, seconds, reuse }: StoryResult): string {
  const lines = Object.entries(files).map(([kind, path]) => `    ${kind.padEnd(9)}${path}`);
  return [
    '',
    `  ${title}`,
    ...(note === undefined ? [] : [`  ${note}`]),
    ...lines,
    '',
    `  First page after ${seconds.firstScene.toFixed(1)} s, all pages ${seconds.scenes.toFixed(1)} s, files ${seconds.total.toFixed(1)} s; ` +
      `${reuse.computed} steps computed, ${reuse.reused} reused.`,
    '  It is in your library too: npm start',
    '',
  ].join('\n');
}
