import type { KeyMoment, MomentReason, Section } from './types.ts';

type Candidate = { timestamp: number; worth: number; reason: MomentReason; description: string };

/**
 * Chooses the moments that deserve a picture: beginnings of sections by how much changes, peaks, quiet places and the end,
 * no two close together. When a song has too few, the widest gaps are filled.
 * @param options.count How many, 3 to 24.
 * @param options.lines Bar lines in seconds to which moments snap.
 * @returns Exactly `count` moments in order of time, unless the song is shorter than a second each.
 */
export function chooseMoments(options: {
  count: number;
  duration: number;
  sections: readonly Section[];
  intensity: Float64Array;
  lines: readonly number[];
}): KeyMoment[] {
  const { count, duration, sections, intensity, lines } = options;
  const snap = (time: number) => nearest(lines, time, Math.min(2, duration / 20)) ?? time;
  const at = (time: number) => intensity[Math.max(0, Math.min(intensity.length - 1, Math.round(time)))]!;
  const candidates = [...sectionMoments(sections), ...extremes(intensity, snap, duration)].sort(
    (a, b) => b.worth - a.worth,
  );
  const chosen: Candidate[] = [];
  const apart = Math.max(0.5, Math.min(4, duration / (2 * count)));
  const isFree = (time: number, gap: number) => chosen.every((each) => Math.abs(each.timestamp - time) >= gap);
  for (const candidate of candidates) {
    if (chosen.length < count && isFree(candidate.timestamp, apart)) chosen.push(candidate);
  }
  while (chosen.length < count) {
    const filler = fillWidestGap(chosen, duration, snap);
    if (!filler || !isFree(filler.timestamp, 0.25)) break;
    chosen.push(filler);
  }
  return chosen
    .sort((a, b) => a.timestamp - b.timestamp)
    .map(({ timestamp, reason, description }) => ({ timestamp, description, intensity: at(timestamp), reason }));
}

function sectionMoments(sections: readonly Section[]): Candidate[] {
  return sections.map((section, index) => {
    const before = sections[index - 1];
    const name = `${section.label === 'intro' || section.label === 'outro' ? section.label : `${section.label} part`} ${section.letter}`;
    if (!before) return { timestamp: section.start, worth: 3, reason: 'opening', description: 'The song opens' };
    const change = section.intensity - before.intensity;
    const isRise = change > 0.15;
    const isFall = change < -0.15;
    const how = isRise ? ', much louder' : isFall ? ', everything falls back' : '';
    return {
      timestamp: section.start,
      worth:
        1 + 2 * Math.abs(change) + (section.label === 'drop' ? 1 : 0) + (section.label === 'chorus-like' ? 0.4 : 0),
      reason: isRise ? 'rise' : isFall ? 'fall' : 'section',
      description: `The ${name} begins${how}`,
    };
  });
}

function extremes(intensity: Float64Array, snap: (time: number) => number, duration: number): Candidate[] {
  if (intensity.length < 6) return [];
  const inner = Array.from(intensity).slice(2, -3);
  // What follows the last sound is no end of the music.
  const last = intensity.findLastIndex((value) => value > 0.02);
  const sounding = last < 6 ? duration : Math.min(duration, last + 1);
  const highest = 2 + inner.indexOf(Math.max(...inner));
  const lowest = 2 + inner.indexOf(Math.min(...inner));
  const candidates: Candidate[] = [
    { timestamp: snap(highest), worth: 2, reason: 'peak', description: 'The song is at its strongest' },
    {
      timestamp: snap(Math.max(0, sounding - Math.min(6, sounding / 8))),
      worth: 1.6,
      reason: 'ending',
      description: 'The song comes to its end',
    },
  ];
  if (intensity[lowest]! < 0.35) {
    candidates.push({ timestamp: snap(lowest), worth: 0.9, reason: 'quiet', description: 'A quiet moment' });
  }
  for (let second = 4; second + 4 < intensity.length; second++) {
    const rise = intensity[second + 2]! - intensity[second - 2]!;
    if (Math.abs(rise) < 0.25 || Math.abs(rise) < Math.abs(intensity[second + 3]! - intensity[second - 1]!)) continue;
    candidates.push({
      timestamp: snap(second),
      worth: 0.6 + Math.abs(rise),
      reason: rise > 0 ? 'rise' : 'fall',
      description: rise > 0 ? 'The music swells' : 'The music falls back',
    });
  }
  return candidates;
}

function fillWidestGap(
  chosen: readonly Candidate[],
  duration: number,
  snap: (time: number) => number,
): Candidate | undefined {
  const times = [...chosen.map((each) => each.timestamp), duration].sort((a, b) => a - b);
  let [widest, start] = [0, 0];
  times.forEach((time, index) => {
    const from = times[index - 1] ?? 0;
    if (time - from > widest) [widest, start] = [time - from, from];
  });
  if (widest < 0.5) return undefined;
  const middle = start + widest / 2;
  const snapped = snap(middle);
  const timestamp =
    snapped > start && snapped < start + widest && Math.abs(snapped - middle) < widest / 3 ? snapped : middle;
  return { timestamp, worth: 0, reason: 'filler', description: 'The music goes on' };
}

function nearest(lines: readonly number[], time: number, reach: number): number | undefined {
  let best: number | undefined;
  for (const line of lines) {
    if (Math.abs(line - time) <= reach && (best === undefined || Math.abs(line - time) < Math.abs(best - time)))
      best = line;
  }
  return best;
}
