import type { Span } from '@kinora/studios/language/schema';

/** Shortest stretch that is kept, and smallest gap between two, in seconds. */
const [shortest, gap] = [0.3, 0.05];

/** Seconds that are kept. */
export function keptSeconds(keeps: readonly Span[]): number {
  return keeps.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The stretch at a time; −1 when that is left out. */
export function keepAt(keeps: readonly Span[], time: number): number {
  return keeps.findIndex(({ start, end }) => time >= start && time < end);
}

/** The same with one end of a stretch elsewhere, held between its neighbours. */
export function moveEnd(
  keeps: readonly Span[],
  index: number,
  { side, time, seconds }: { side: 'start' | 'end'; time: number; seconds: number },
): Span[] {
  const keep = keeps[index];
  if (!keep) return [...keeps];
  const [low, high] =
    side === 'start'
      ? [(keeps[index - 1]?.end ?? -gap) + gap, keep.end - shortest]
      : [keep.start + shortest, (keeps[index + 1]?.start ?? seconds + gap) - gap];
  const moved = Math.round(Math.min(high, Math.max(low, time)) * 100) / 100;
  return keeps.with(index, { ...keep, [side]: moved });
}

/** The same with a stretch left out. */
export function leaveOut(keeps: readonly Span[], { start, end }: Span): Span[] {
  return keeps.flatMap((keep) =>
    keep.end <= start || keep.start >= end
      ? [keep]
      : [
          { start: keep.start, end: start },
          { start: end, end: keep.end },
        ].filter((part) => part.end - part.start >= shortest),
  );
}

/** The same with a stretch kept; what touches becomes one. */
export function keepToo(keeps: readonly Span[], { start, end }: Span): Span[] {
  const touching = keeps.filter((keep) => keep.end >= start - gap && keep.start <= end + gap);
  const joined = {
    start: Math.min(start, ...touching.map((keep) => keep.start)),
    end: Math.max(end, ...touching.map((keep) => keep.end)),
  };
  return [...keeps.filter((keep) => !touching.includes(keep)), joined].toSorted((a, b) => a.start - b.start);
}

/** The same, parted at a time, so that its halves can be moved apart. */
export function partAt(keeps: readonly Span[], time: number): Span[] {
  return keeps.flatMap((keep) =>
    time - keep.start > shortest && keep.end - time > shortest
      ? [
          { start: keep.start, end: time - gap / 2 },
          { start: time + gap / 2, end: keep.end },
        ]
      : [keep],
  );
}

/** Where playing goes on when only what is kept is played: the time itself, the next stretch, or null at the end. */
export function nextKept(keeps: readonly Span[], time: number): number | null {
  if (keepAt(keeps, time) >= 0) return time;
  return keeps.find(({ start }) => start > time)?.start ?? null;
}
