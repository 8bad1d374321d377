import type { Lesson, LessonEvent, LessonOutput, RecordingFacts } from '@kinora/studios/language/schema';
import progress from 'cli-progress';
import type { Streams } from './story-reporter.ts';

/** What `kinora lesson` ends with. */
export type LessonResult = { id: string; lesson: Lesson; files: Partial<Record<LessonOutput | 'site', string>> };

/** Tells how a lesson comes along: a bar on a terminal, plain lines elsewhere, JSON lines for programs. */
export type LessonReporter = Disposable & {
  begin(lessonId: string, jobId: string): void;
  event(event: LessonEvent): void;
  /** How far the job is, 0 to 1, and what it does now. */
  progress(fraction: number, step: string): void;
  step(text: string): void;
  result(result: LessonResult): void;
};

/** Makes a reporter. Disposing of it leaves the terminal as it was. */
export function createLessonReporter(
  { json }: { json: boolean },
  streams: Streams = { out: process.stdout, error: process.stderr },
): LessonReporter {
  if (json) return createJsonReporter(streams.out);
  const { error } = streams;
  const bar =
    error.isTTY === true
      ? new progress.SingleBar(
          {
            format: '  {bar} {percentage}%  {step}',
            hideCursor: true,
            clearOnComplete: true,
            barsize: 28,
            stream: error as NodeJS.WriteStream,
          },
          progress.Presets.shades_classic,
        )
      : undefined;
  bar?.start(100, 0, { step: '' });
  let fifth = 0;
  let last = '';
  const line = (text: string) => error.write(bar ? `\r\u001b[2K  ${text}\n` : `  ${text}\n`);
  const step = (text: string) => {
    if (bar) return bar.update({ step: text });
    if (text !== last) line(text);
    last = text;
  };
  const begun = new Map<LessonOutput, number>();
  return {
    begin: () => step('looking at the recording'),
    event(event) {
      if (event.type === 'output-start') begun.set(event.output, event.seconds);
      const told = lineOf(event, begun);
      if (told !== null) line(told);
    },
    progress(fraction, words) {
      if (bar) return bar.update(Math.floor(fraction * 100), { step: words });
      // Without a terminal a bar would be a heap of escape codes: a word every fifth of the way.
      if (Math.floor(fraction * 5) <= fifth || fraction >= 1) return;
      fifth = Math.floor(fraction * 5);
      line(`${fifth * 20} %, ${words}`);
    },
    step,
    result(result) {
      bar?.stop();
      streams.out.write(describeResult(result));
    },
    [Symbol.dispose]: () => bar?.stop(),
  };
}

function createJsonReporter(out: Streams['out']): LessonReporter {
  const print = (value: unknown) => out.write(`${JSON.stringify(value)}\n`);
  let last = 0;
  return {
    begin: (lesson, job) => print({ type: 'job-start', lesson, job }),
    event: print,
    progress: (fraction, step) => {
      if (fraction === last) return;
      last = fraction;
      print({ type: 'job-progress', fraction, step });
    },
    step: () => undefined,
    result: ({ id, lesson: { title, facts, counts, seconds, reuse, notes }, files }) =>
      print({ type: 'result', id, title, files, facts, counts, seconds, reuse, notes }),
    [Symbol.dispose]: () => undefined,
  };
}

function lineOf(event: LessonEvent, begun: ReadonlyMap<LessonOutput, number>): string | null {
  switch (event.type) {
    case 'recording-end':
      return describeFacts(event.facts);
    case 'transcript-end':
      return `${event.sentences} sentences after ${event.seconds.toFixed(1)} s`;
    case 'items-end':
      return `${event.count} things to learn after ${event.seconds.toFixed(1)} s`;
    case 'plan-end':
      return describePlan(event);
    case 'output-end': {
      const seconds = event.seconds - (begun.get(event.output) ?? event.seconds);
      return `${event.output.padEnd(15)}${event.reused ? 'was there' : `${seconds.toFixed(1)} s`}`;
    }
    default:
      return null;
  }
}

function describePlan({ plan, editPoints }: LessonEvent & { type: 'plan-end' }): string {
  const minutes = plan.cut.keeps.reduce((sum, { start, end }) => sum + end - start, 0) / 60;
  const shorts = plan.shorts.filter(({ isOn }) => isOn).length;
  return [
    `${editPoints} edit points`,
    `main video of ${minutes.toFixed(1)} minutes`,
    `${plan.cut.chapters.length} chapters`,
    `${plan.cut.cards.length} cards`,
    `${shorts} Shorts`,
  ].join(', ');
}

function describeFacts({ format, seconds, video, audio }: RecordingFacts): string {
  const minutes = `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
  const picture = video === null ? 'no picture' : `${video.width} × ${video.height} at ${video.fps} frames a second`;
  const sound = audio === null ? 'no sound' : `${audio.codec} at ${audio.sampleRate / 1000} kHz`;
  return [format, minutes, picture, sound].join(', ');
}

function describeResult({ lesson, files }: LessonResult): string {
  const { title, notes, seconds, reuse, counts, facts } = lesson;
  const speed =
    facts === null ? '' : ` (${(facts.seconds / Math.max(0.001, seconds.total)).toFixed(1)}× as fast as it plays)`;
  return [
    '',
    `  ${title}: ${counts.items} things to learn in ${counts.sentences} sentences`,
    ...notes.map((note) => `  ${note}`),
    ...Object.entries(files).map(([kind, path]) => `    ${kind.padEnd(15)}${path}`),
    '',
    `  Made in ${seconds.total.toFixed(1)} s${speed}; ${reuse.computed} steps computed, ${reuse.reused} reused.`,
    '  It is in your library too: npm start',
    '',
  ].join('\n');
}
