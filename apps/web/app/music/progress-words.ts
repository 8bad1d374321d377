import type { OutputKind } from '@kinora/studios/music-video/schema';
import type { MusicProgress } from './music-progress.ts';
import { secondsLeft } from './music-progress.ts';

/** Files a music video can be had as, in the order in which people want them. */
export const files: readonly { kind: OutputKind; label: string; hint: string }[] = [
  { kind: 'video', label: 'Film', hint: 'MP4 with the song as it is' },
  { kind: 'teaser', label: 'Teaser', hint: 'The strongest bars, for posts' },
  { kind: 'loop', label: 'Loop', hint: 'Without sound and without a seam' },
  { kind: 'thumbnail', label: 'Thumbnail', hint: 'Picture with the title' },
  { kind: 'storyboard', label: 'Storyboard', hint: 'PDF, to show and discuss' },
  { kind: 'analysis', label: 'What was heard', hint: 'JSON: beats, sections, moments' },
];

/** What is happening, how far it is, and what there is to say about it. */
export function stageWords(progress: MusicProgress): { words: string; fact: string; fraction: number | null } {
  const { stage, painted, filmed, outputs } = progress;
  switch (stage) {
    case 'waiting':
      return { words: 'Starting', fact: '', fraction: null };
    case 'hearing':
      return { words: 'Listening to the song', fact: percent(progress.heard), fraction: progress.heard };
    case 'painting':
      return {
        words: 'Painting the pictures',
        fact: `${painted.count} of ${painted.total}`,
        fraction: painted.count / Math.max(1, painted.total),
      };
    case 'filming': {
      const left = secondsLeft(progress);
      const fraction = filmed.count / Math.max(1, filmed.total);
      return {
        words: 'Filming',
        fact: `${percent(fraction)}${left === null ? '' : `, ${leftWords(left)}`}`,
        fraction,
      };
    }
    case 'files': {
      const working = files.find(({ kind }) => outputs[kind] && !outputs[kind]?.file);
      const fraction = working ? (outputs[working.kind]?.fraction ?? 0) : 1;
      return {
        words: working ? `Writing the ${working.label.toLowerCase()}` : 'Writing the files',
        fact: percent(fraction),
        fraction,
      };
    }
    case 'done':
      return { words: 'Done', fact: '', fraction: 1 };
  }
}

/** "2 segments made again, 14 reused" – what a film could keep from the one before. */
export function segmentWords({ rendered, reused }: { rendered: number; reused: number }): string {
  const made = `${rendered} ${rendered === 1 ? 'segment' : 'segments'} made${reused > 0 ? ' again' : ''}`;
  return reused > 0 ? `${made}, ${reused} reused` : made;
}

function percent(fraction: number): string {
  return `${Math.floor(fraction * 100)} %`;
}

function leftWords(seconds: number): string {
  if (seconds < 8) return 'a few seconds left';
  if (seconds < 55) return `about ${Math.ceil(seconds / 5) * 5} s left`;
  const minutes = Math.round(seconds / 60);
  return `about ${Math.max(1, minutes)} min left`;
}
