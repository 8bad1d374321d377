import type { LiveStyleEvent, LiveStyleWork } from '@kinora/studios/live-style/schema';
import progress from 'cli-progress';
import type { Streams } from './story-reporter.ts';

/** Tells how a styled video comes along: a bar on a terminal, plain lines elsewhere, JSON lines for programs. */
export type StyleReporter = Disposable & {
  begin(workId: string, jobId: string): void;
  event(event: LiveStyleEvent): void;
  /** How far the job is, 0 to 1, and what it does now. */
  progress(fraction: number, step: string): void;
  /** Something that stays to be read. */
  line(text: string): void;
  step(text: string): void;
  result(result: { id: string; work: LiveStyleWork; out: string }): void;
};

/** Makes a reporter. Disposing of it leaves the terminal as it was. */
export function createStyleReporter(
  { json }: { json: boolean },
  streams: Streams = { out: process.stdout, error: process.stderr },
): StyleReporter {
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
  return {
    begin: () => step('looking at the video'),
    event(event) {
      if (event.type !== 'work-start') return;
      const { width, height, seconds, fps } = event.facts;
      line(`${width} × ${height} pixels, ${seconds.toFixed(1)} s, ${fps} frames a second`);
      for (const note of event.notes) line(note);
    },
    progress(fraction, words) {
      if (bar) return bar.update(Math.floor(fraction * 100), { step: words });
      // Without a terminal a bar would be a heap of escape codes: a word every fifth of the way.
      if (Math.floor(fraction * 5) <= fifth || fraction >= 1) return;
      fifth = Math.floor(fraction * 5);
      line(`${fifth * 20} %, ${words}`);
    },
    line,
    step,
    result({ work, out }) {
      bar?.stop();
      const { total } = work.seconds;
      streams.out.write(
        [
          '',
          `  ${work.title}`,
          `    ${out}`,
          '',
          `  Painted in ${total.toFixed(1)} s (${(work.facts.seconds / Math.max(0.001, total)).toFixed(1)}× as fast as it plays); ` +
            `${work.reuse.computed} steps computed, ${work.reuse.reused} reused.`,
          '  It is in your library too: npm start',
          '',
        ].join('\n'),
      );
    },
    [Symbol.dispose]: () => bar?.stop(),
  };
}

function createJsonReporter(out: Streams['out']): StyleReporter {
  const print = (value: unknown) => out.write(`${JSON.stringify(value)}\n`);
  let last = 0;
  return {
    begin: (work, job) => print({ type: 'job-start', work, job }),
    event: print,
    progress: (fraction, step) => {
      if (fraction === last) return;
      last = fraction;
      print({ type: 'job-progress', fraction, step });
    },
    line: () => undefined,
    step: () => undefined,
    result: ({ id, work: { title, facts, seconds, reuse, notes }, out: file }) =>
      print({ type: 'result', id, title, file, facts, seconds, reuse, notes }),
    [Symbol.dispose]: () => undefined,
  };
}
