import type { OutputKind } from '@kinora/studios/story/schema';
import { readyPages } from './story-progress.ts';
import type { StoryProgress } from './story-progress.ts';

/** One line of what happens: its words, how it stands, and a measured fact. */
export type Step = { words: string; state: 'done' | 'now' | 'next'; fact?: string; fraction?: number };

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

const outputNames: Record<OutputKind, string> = {
  video: 'film',
  audio: 'audio book',
  captions: 'captions',
  epub: 'e-book',
  pdf: 'picture book',
  cover: 'cover',
};

/** "Two pages are ready" – the headline while a story is made. */
export function headlineOf(progress: StoryProgress): string {
  if (progress.pages.length === 0) return 'Writing the story';
  const ready = readyPages(progress);
  if (ready === 0) return progress.pages.length < progress.expected ? 'The first words are here' : 'The words are here';
  if (ready === progress.expected) return 'All pages are ready';
  return `${numbers[ready] ?? ready} ${ready === 1 ? 'page is' : 'pages are'} ready`;
}

/** What is done, what happens now and what is to come, in words. */
export function stepsOf(progress: StoryProgress): Step[] {
  const { pages, expected, seconds, outputs } = progress;
  const painted = pages.filter((page) => page.picture).length;
  const read = pages.filter((page) => page.scene).length;
  const hasBegun = pages.length > 0;
  // A model writes page by page: the first ones are painted while it goes on.
  const isWritten = hasBegun && pages.length >= expected;
  const files = Object.entries(outputs) as [OutputKind, { fraction: number; file?: unknown }][];
  const working = files.find(([, output]) => !output.file);
  const allRead = isWritten && read === expected;
  return [
    {
      words: isWritten ? 'Story written' : 'Writing the story',
      state: isWritten ? 'done' : 'now',
      fact:
        seconds.written !== undefined
          ? secondsOf(seconds.written)
          : hasBegun && !isWritten
            ? `${pages.length} of ${expected}`
            : undefined,
    },
    {
      words: 'Every word checked',
      state: isWritten ? 'done' : 'next',
    },
    countStep(painted, expected, hasBegun, { now: 'Painting', done: 'Pictures painted' }),
    countStep(read, expected, hasBegun, { now: 'Reading aloud', done: 'Read aloud' }, seconds.latest),
    {
      words: working ? `Making the ${outputNames[working[0]]}` : 'Film and books',
      state:
        working || (allRead && files.length === 0) ? 'now' : files.length > 0 && !working && allRead ? 'done' : 'next',
    },
  ];
}

/** Seconds as "0.3 s". */
export function secondsOf(seconds: number): string {
  return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
}

function countStep(
  count: number,
  expected: number,
  hasBegun: boolean,
  words: { now: string; done: string },
  seconds?: number,
): Step {
  if (!hasBegun) return { words: words.now, state: 'next' };
  if (count >= expected)
    return {
      words: words.done,
      state: 'done',
      fact: seconds === undefined ? `${count} of ${expected}` : secondsOf(seconds),
    };
  return { words: words.now, state: 'now', fact: `${count} of ${expected}`, fraction: count / Math.max(1, expected) };
}
