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

/** Tells how a story comes along: bars for people, JSON lines for programs. */
export type StoryReporter = {
  begin(storyId: string, jobId: string): void;
  event(event: StoryEvent): void;
  note(text: string): void;
  result(result: StoryResult): void;
  end(): void;
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
export function createStoryReporter({ json }: { json: boolean }): StoryReporter {
  const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);
  if (json) {
    return {
      begin: (story, job) => print({ type: 'job-start', story, job }),
      event: print,
      note: (text) => print({ type: 'note', text }),
      result: (result) => print({ type: 'result', ...result }),
      end: () => undefined,
    };
  }
  const bar = new progress.SingleBar(
    {
      format: '  {bar} {percentage}%  {step}',
      hideCursor: true,
      clearOnComplete: true,
      barsize: 28,
      stream: process.stderr,
    },
    progress.Presets.shades_classic,
  );
  let pages = 0;
  let total = 4;
  return {
    begin: () => bar.start(100, 0, { step: 'listening to the wish' }),
    event: (event) => {
      if (event.type === 'story-start') total = event.scenes;
      if (event.type === 'story-written') bar.update(12, { step: `“${event.title}” is written` });
      if (event.type === 'scene-end') {
        pages += 1;
        bar.update(12 + (33 * pages) / total, { step: `page ${event.index + 1} is painted and spoken` });
      }
      if (event.type === 'output-start') bar.update({ step: `making the ${fileNames[event.output]}` });
      if (event.type === 'output-progress' && event.output === 'video')
        bar.update(45 + 50 * event.fraction, { step: 'making the video' });
    },
    note: (text) => bar.update({ step: text }),
    result: (result) => {
      bar.update(100, { step: 'done' });
      bar.stop();
      const { seconds, reuse } = result;
      process.stdout.write(`\n  ${result.title}\n`);
      if (result.note !== undefined) process.stdout.write(`  ${result.note}\n`);
      for (const [kind, path] of Object.entries(result.files)) process.stdout.write(`    ${kind.padEnd(9)}${path}\n`);
      process.stdout.write(
        `\n  First page after ${seconds.firstScene.toFixed(1)} s, all pages ${seconds.scenes.toFixed(1)} s, files ${seconds.total.toFixed(1)} s; ` +
          `${reuse.computed} steps computed, ${reuse.reused} reused.\n  It is in your library too: npm start\n`,
      );
    },
    end: () => bar.stop(),
  };
}
