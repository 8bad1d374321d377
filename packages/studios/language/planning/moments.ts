import type { Span } from '../lesson/plan.ts';
import type { PlanSource } from './inputs.ts';
import { firstEndingAfter, mergeSpans } from './spans.ts';
import { runsOf, share } from './statistics.ts';
import type { SpeechMap } from './speech-map.ts';

/** A stretch that sounds like laughter. `likeness` is null where only the words tell. */
export type Burst = Span & { likeness: number | null; text: string | null; strength: number };

const laughing =
  /[wｗ]{3,}|[wｗ]{2,}$|[（(]笑[）)]|あはは+|わはは+|は{3,}|ハ{3,}|[うイひ]ひひ+|えへへ+|へへへ+|うふふ+|ふふふ+|草草|爆笑[。！]?$|\b(?:ha){2,}h?\b|\b(?:he){2,}h?\b|(?:^|[\s,])(?:lo+l|lmao)[.! ]*$/iu;

/** Laughter: bursts that are heard, and what is written like it. Both together are surer. */
export function findBursts({ transcript: { sentences }, sound }: PlanSource): Burst[] {
  const written = sentences.filter(({ text }) => laughing.test(text));
  const heard: Span[] = [];
  const burst = sound?.burst;
  if (sound && burst) {
    const runs = runsOf(burst.length, (at) => burst[at]! >= 0.5);
    heard.push(
      ...mergeSpans(
        runs.map(({ from, to }) => ({ start: from * sound.step, end: to * sound.step })),
        0.6,
      ).filter(({ start, end }) => end - start >= 0.5),
    );
  }
  const sure = heard.map((span) => {
    const { step } = sound!;
    let best = 0;
    for (let at = Math.floor(span.start / step); at < span.end / step; at++) best = Math.max(best, burst![at] ?? 0);
    const said = written.find(({ start, end }) => end > span.start - 1.5 && start < span.end + 1.5);
    const strength = share(0.25 + 0.4 * best + 0.1 * Math.min(3, span.end - span.start) + (said ? 0.2 : 0));
    return { ...span, likeness: best, text: said ? (laughing.exec(said.text)?.[0] ?? null) : null, strength };
  });
  const known = mergeSpans(heard, 3);
  const onlyWritten = written.filter(({ start, end }) => {
    const near = known[firstEndingAfter(known, start - 1.5)];
    return near === undefined || near.start > end + 1.5;
  });
  return [
    ...sure,
    ...onlyWritten.map(({ start, end, text }) => ({
      start,
      end,
      likeness: null,
      text: laughing.exec(text)?.[0] ?? null,
      strength: 0.4,
    })),
  ].filter(({ start, end }) => end > start);
}

/** A moment that is much louder than the speech around it; dB. */
export type LoudMoment = Span & { loudness: number; usual: number; strength: number };

/** Moments at least 6 dB above what speech is as a rule; at most two a minute, the loudest. */
export function findLoudMoments({ sound }: PlanSource, { levels, seconds }: SpeechMap): LoudMoment[] {
  if (!sound || !levels) return [];
  const { loudness, step } = sound;
  const spans = mergeSpans(
    runsOf(loudness.length, (at) => loudness[at]! >= levels.speech + 6).map(({ from, to }) => ({
      start: from * step,
      end: to * step,
    })),
    1,
  ).filter(({ start, end }) => end - start >= 0.2);
  const moments = spans.map((span) => {
    let best = -100;
    for (let at = Math.round(span.start / step); at < Math.round(span.end / step); at++)
      best = Math.max(best, loudness[at]!);
    return { ...span, loudness: best, usual: levels.speech, strength: share(0.4 + (best - levels.speech - 6) / 12) };
  });
  const most = Math.max(3, Math.ceil(seconds / 30));
  return moments
    .toSorted((a, b) => b.loudness - a.loudness || a.start - b.start)
    .slice(0, most)
    .toSorted((a, b) => a.start - b.start);
}
