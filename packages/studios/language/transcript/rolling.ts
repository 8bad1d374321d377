import type { RawCue } from './cue.ts';

/**
 * Takes back what rolling captions repeat. Services that write while one speaks show each line twice: new at the bottom, then
 * again above the next one; some add cues of a few milliseconds in between. What stood in the cue before goes.
 */
export function withoutRepeats(cues: readonly RawCue[]): RawCue[] {
  const kept: RawCue[] = [];
  let shown: string[] = [];
  for (const cue of cues) {
    const lines = cue.lines.filter((line) => plain(line) !== '');
    const fresh = lines.slice(overlapOf(shown.map(plain), lines.map(plain)));
    if (lines.length > 0) shown = lines;
    const last = kept.at(-1);
    if (fresh.length === 0) {
      // The same again: it stands longer.
      if (last && lines.length > 0 && cue.start - last.end < 0.2) last.end = Math.max(last.end, cue.end);
      continue;
    }
    kept.push({ ...cue, lines: fresh });
  }
  // The moment when the next line came is when this one was said.
  return kept.map((cue, index) => {
    const next = kept[index + 1];
    const isCut = next !== undefined && next.start > cue.start && next.start < cue.end;
    return isCut && isRolling(cues) ? { ...cue, end: next.start } : cue;
  });
}

/** Lines that a window of captions shows at most, with room to spare. */
const mostLines = 40;

/** How many of the new lines stood at the end of the old ones. */
function overlapOf(before: readonly string[], lines: readonly string[]): number {
  for (let count = Math.min(before.length, lines.length, mostLines); count > 0; count--) {
    if (lines.slice(0, count).every((line, at) => line === before[before.length - count + at])) return count;
  }
  return 0;
}

const rolling = new WeakMap<readonly RawCue[], boolean>();

/** Whether most cues begin with what the one before ended in. */
function isRolling(cues: readonly RawCue[]): boolean {
  const known = rolling.get(cues);
  if (known !== undefined) return known;
  let repeats = 0;
  for (const [index, { lines }] of cues.entries()) {
    const before = cues[index - 1]?.lines.map(plain).filter(Boolean);
    if (before && lines.length > 0 && overlapOf(before, lines.map(plain).filter(Boolean)) > 0) repeats++;
  }
  const is = repeats > cues.length * 0.4;
  rolling.set(cues, is);
  return is;
}

function plain(line: string): string {
  return line.replaceAll(/<[^<>]*>|\{[^{}]*\}/g, '').trim();
}
