import type { Air, ThreadKind, VistaView, World } from '@kinora/capabilities';
import type { Chance } from './chance.ts';
import { clauses } from './clauses.ts';
import { airs, threads } from './refrains.ts';
import type { Phase } from './refrains.ts';

const joints = ['; ', ', and ', ' – '] as const;

/** Chooses words so that none comes back in one video while there are others. */
export type Narrator = (picture: {
  world: World;
  view: VistaView;
  air: Air;
  thread: { kind: ThreadKind; progress: number };
  /** How often this place came before. */
  returns: number;
}) => string;

/** A narrator for one video. */
export function createNarrator(chance: Chance): Narrator {
  const used = new Map<string, number>();
  const least = (phrases: readonly string[]): string => {
    const fewest = Math.min(...phrases.map((phrase) => used.get(phrase) ?? 0));
    const chosen = chance.pick(phrases.filter((phrase) => (used.get(phrase) ?? 0) === fewest));
    used.set(chosen, fewest + 1);
    return chosen;
  };
  let isFirst = true;
  return ({ world, view, air, thread, returns }) => {
    const clause = least(clauses[world][view]);
    // Not every picture speaks of the weather or of the thread: what is always said is no longer heard.
    const weather = isFirst || chance.next() < 0.5 ? least(airs[air]) : '';
    const main = weather === '' ? clause : `${clause}, ${weather}`;
    const again = returns > 0 ? ', larger than before' : '';
    const tellsThread = isFirst || thread.progress > 0.9 || chance.next() < 0.55;
    isFirst = false;
    if (!tellsThread) return `${main}${again}.`;
    const follows = least(threads[thread.kind][phaseOf(thread.progress)]);
    return `${main}${again}${least(joints)}${follows}.`;
  };
}

function phaseOf(progress: number): Phase {
  if (progress < 0.3) return 'begins';
  return progress < 0.8 ? 'goes on' : 'arrives';
}
