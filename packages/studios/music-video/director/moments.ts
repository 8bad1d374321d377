import type { MomentReason, MusicAnalysis, Section } from '@kinora/media/audio/analysis';

/** A moment of the song that gets a picture, and what is known of the music from it to the next. */
export type Moment = {
  /** Seconds. */
  start: number;
  end: number;
  reason: MomentReason;
  /** Intensity around the moment and mean of the stretch, [0, 1]. */
  intensity: number;
  mean: number;
  /** By how much the music changes there, in [−1, 1]. */
  change: number;
  section: Section | undefined;
  /** How many sections of the same letter and kind came before this one. */
  returns: number;
  /** Whether the moment lies at the beginning of its section. */
  opens: boolean;
};

/** Two pictures closer than this, in seconds, can't be seen. */
const closest = 1.2;

/** Longest that one picture should stay in a song with a pulse, in seconds. */
const longestStay = 18;

/**
 * Starts of pictures: the key moments, the first moved to 0; what comes too soon after another is left out. Where one picture
 * would stay for too long, another comes in at a section or on a bar line, and the least important moment gives way to it.
 */
export function chooseStarts(analysis: MusicAnalysis): number[] {
  const { key_moments: moments, duration, downbeat_times: downbeats } = analysis;
  const starts = [0];
  for (const { timestamp } of moments) {
    if (timestamp - (starts.at(-1) ?? 0) >= closest && duration - timestamp >= closest / 2) starts.push(timestamp);
  }
  if (downbeats.length < 2) return starts;
  const mean = duration / starts.length;
  const longest = Math.max(1.3 * mean, Math.min(longestStay, 1.8 * mean));
  return evenOut(starts, { analysis, longest });
}

/** Moves the least important starts into gaps that are too long; as many starts as before. */
function evenOut(
  given: readonly number[],
  { analysis, longest }: { analysis: MusicAnalysis; longest: number },
): number[] {
  let starts = [...given];
  for (let round = 0; round < given.length; round++) {
    const gaps = gapsOf(starts, analysis.duration);
    const widest = gaps.indexOf(Math.max(...gaps));
    if (gaps[widest]! <= longest) return starts;
    const between = splitAt(starts[widest]!, starts[widest]! + gaps[widest]!, analysis);
    const more = starts.toSpliced(widest + 1, 0, between);
    const now = gapsOf(more, analysis.duration);
    const dispensable = more
      .map((start, index) => ({
        index,
        merged: (now[index - 1] ?? Infinity) + now[index]!,
        worth: worthOf(start, analysis),
      }))
      .filter(({ index, merged }) => index > 0 && index !== widest + 1 && merged <= 0.95 * gaps[widest]!)
      .sort((a, b) => a.worth + a.merged / longest - (b.worth + b.merged / longest));
    const least = dispensable.find(({ merged }) => merged <= longest) ?? dispensable[0];
    if (least === undefined) return starts;
    starts = more.toSpliced(least.index, 1);
  }
  return starts;
}

function gapsOf(starts: readonly number[], duration: number): number[] {
  return starts.map((start, index) => (starts[index + 1] ?? duration) - start);
}

/** Where a stretch is best parted: at a section, else on a bar line, in its middle third. */
function splitAt(start: number, end: number, { sections, downbeat_times: downbeats }: MusicAnalysis): number {
  const middle = (start + end) / 2;
  const nearest = (times: readonly number[], reach: number) =>
    times
      .filter((time) => Math.abs(time - middle) <= reach * (end - start))
      .toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  const heads = sections.map((section) => section.start);
  return nearest(heads, 0.25) ?? nearest(downbeats, 0.25) ?? middle;
}

const reasonWorth: Record<MomentReason, number> = {
  opening: 2,
  peak: 2,
  ending: 1,
  section: 1,
  rise: 0.6,
  fall: 0.5,
  quiet: 0.5,
  filler: 0,
};

function worthOf(start: number, { key_moments: moments, sections }: MusicAnalysis): number {
  const moment = moments.find(({ timestamp }) => timestamp === start);
  const opens = sections.some((section) => Math.abs(section.start - start) < 0.5);
  return (moment === undefined ? 0 : reasonWorth[moment.reason] + 0.4 * moment.intensity) + (opens ? 0.5 : 0);
}

/** What is known of the music at each start, in order of time. */
export function readMoments(starts: readonly number[], analysis: MusicAnalysis): Moment[] {
  const { key_moments: keyMoments, sections, duration } = analysis;
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? duration;
    const section = sections.find((each) => each.start <= start + 0.25 && start + 0.25 < each.end) ?? sections.at(-1);
    const near = keyMoments.find(({ timestamp }) => Math.abs(timestamp - start) < 0.5);
    const before = meanIntensity(analysis, Math.max(0, start - 4), start);
    const after = meanIntensity(analysis, start, Math.min(duration, start + 4));
    return {
      start,
      end,
      reason: index === 0 ? 'opening' : (near?.reason ?? 'filler'),
      intensity: near?.intensity ?? after,
      mean: meanIntensity(analysis, start, end),
      change: index === 0 ? 0 : after - before,
      section,
      returns: section === undefined ? 0 : countEarlier(section, sections),
      opens: section !== undefined && Math.abs(section.start - start) < 1,
    };
  });
}

/** Mean of the intensity curve between two times in seconds. */
export function meanIntensity({ intensity_curve: curve }: MusicAnalysis, from: number, to: number): number {
  const inside = curve.filter(({ timestamp }) => timestamp >= from - 0.5 && timestamp <= to);
  return inside.length === 0 ? 0 : inside.reduce((sum, { value }) => sum + value, 0) / inside.length;
}

/** A word or two for what happens in the music at a moment, for people. */
export function wordFor(
  moment: Moment,
  { moments, analysis }: { moments: readonly Moment[]; analysis: MusicAnalysis },
): string {
  const { reason, section, opens, intensity, change } = moment;
  if (reason === 'opening') return section?.label === 'intro' ? 'Intro' : 'Opening';
  if (reason === 'ending') return moment === moments.at(-1) ? 'Last chord' : 'The end comes near';
  if (reason === 'peak') return 'Loudest';
  if (intensity < 0.08) return 'Nearly silent';
  if (opens && section !== undefined) return nameSection(section, analysis.sections);
  if (beatComesIn(moment.start, analysis)) return 'The beat comes in';
  if (reason === 'quiet') return 'A quiet moment';
  if (reason === 'rise' || change > 0.15) return 'It swells';
  if (reason === 'fall' || change < -0.15) return 'Falls back';
  return section === undefined ? 'Goes on' : `${plainName(section.label)} goes on`;
}

/** Names a section as a listener would, e.g. "Second verse". Sections of one kind that follow each other are one to the ear. */
export function nameSection({ label, start }: Section, sections: readonly Section[]): string {
  if (label === 'intro') return 'Intro';
  if (label === 'outro') return 'Outro';
  const heads = sections.filter((each, index) => each.label === label && sections[index - 1]?.label !== label);
  const place = heads.findIndex((each) => each.start === start);
  if (place < 0) return `${plainName(label)} goes on`;
  const isLast = place === heads.length - 1;
  if (label === 'build') return place === 0 ? 'Build-up' : 'It builds again';
  if (label === 'drop') return place === 0 ? 'The drop' : isLast ? 'Last drop' : 'The drop again';
  if (label === 'bridge') return place === 0 ? 'Bridge' : 'Bridge again';
  const name = label === 'chorus-like' ? 'chorus' : 'verse';
  if (place === 0) return name === 'chorus' ? 'Chorus' : 'Verse';
  if (isLast && name === 'chorus') return 'Last chorus';
  const ordinal = ['Second', 'Third', 'Fourth', 'Fifth', 'Sixth'][place - 1];
  return ordinal === undefined ? `Another ${name}` : `${ordinal} ${name}`;
}

function plainName(label: Section['label']): string {
  const names = {
    'verse-like': 'Verse',
    'chorus-like': 'Chorus',
    build: 'Build-up',
    drop: 'Drop',
    bridge: 'Bridge',
    intro: 'Intro',
    outro: 'Outro',
  };
  return names[label];
}

/** Whether strong beats start where weak ones or none were before. */
function beatComesIn(start: number, { beat_times: beats, beat_strengths: strengths }: MusicAnalysis): boolean {
  const mean = (from: number, to: number) => {
    const inside = strengths.filter((_, index) => beats[index]! >= from && beats[index]! < to);
    return inside.length < 3 ? undefined : inside.reduce((sum, value) => sum + value, 0) / inside.length;
  };
  const [before, after] = [mean(start - 5, start - 0.1) ?? 0, mean(start - 0.1, start + 5)];
  return after !== undefined && after > 0.45 && after > 2 * before;
}

function countEarlier(section: Section, sections: readonly Section[]): number {
  return sections.filter(
    ({ letter, label, start }) => letter === section.letter && label === section.label && start < section.start,
  ).length;
}
