import type { WordTiming } from '@kinora/capabilities';
import { pauseStrength } from './reading/phrases.ts';
import { splitScript } from './reading/script.ts';
import type { ScriptWord } from './reading/script.ts';
import { findVoiced, measureLevels } from './silence.ts';
import type { Stretch } from './silence.ts';
import type { Pcm } from './wav.ts';

/** What it costs that no pause is heard after a word, by the strength of its punctuation. */
const costOfNoPause = [0, 0.05, 0.2, 0.7, 1.2, 1.2, 4, 8, 8];
/** What it costs that one is heard there. */
const costOfPause = [3.2, 1.2, 0.4, 0.1, 0, 0, 0, 0, 0];
/** Variance of how long words take beside what their letters say, per unit of weight. */
const variance = 0.25;

/**
 * Times the words of a text in a recording of it without a recogniser: the pauses that are heard are matched with the
 * punctuation, and between them words take as long as their syllables say. Good enough to light words up.
 * @param script The text that was read aloud, or its words.
 * @param pcm The recording; only its first channel is used.
 * @returns Every word of the script in order, within the recording.
 */
export function estimateWords(script: string | readonly ScriptWord[], { channels, sampleRate }: Pcm): WordTiming[] {
  const words = typeof script === 'string' ? splitScript(script) : script;
  const samples = channels[0] ?? new Float32Array(0);
  const duration = samples.length / sampleRate;
  const voiced = findVoiced(measureLevels(samples, sampleRate));
  const stretches = voiced.length > 0 ? voiced : [{ start: 0, end: duration }];
  if (words.length === 0) return [];
  const cuts = matchPauses(words, stretches);
  return cuts.flatMap(({ firstWord, lastWord, firstStretch, lastStretch }) =>
    spread(words.slice(firstWord, lastWord), stretches.slice(firstStretch, lastStretch)),
  );
}

/** Words that are spoken in a run of stretches, each as a half-open range. */
type Run = { firstWord: number; lastWord: number; firstStretch: number; lastStretch: number };

/**
 * Matches pauses with places between words by dynamic programming: over all ways to pair them in order, the least of how
 * far each run's length is from what its words would take, and of pauses where none belong or the other way round.
 */
function matchPauses(words: readonly ScriptWord[], stretches: readonly Stretch[]): Run[] {
  const weights = cumulate(words.map(({ weight }) => weight));
  const speech = cumulate(stretches.map(({ start, end }) => end - start));
  const missed = cumulate(words.map(({ pause }) => costOfNoPause[pauseStrength(pause)]!));
  const ignored = cumulate(
    stretches.map(({ end }, index) => costOfIgnoring((stretches[index + 1]?.start ?? end) - end)),
  );
  const rate = speech.at(-1)! / weights.at(-1)!;
  const [wordCount, stretchCount] = [words.length, stretches.length];
  const best = new Float64Array((wordCount + 1) * (stretchCount + 1)).fill(Infinity);
  const from = new Int32Array(best.length).fill(-1);
  const cell = (word: number, stretch: number) => word * (stretchCount + 1) + stretch;
  best[0] = 0;
  // Far from where it would be at an even pace, a pause isn't looked for.
  const slack = Math.max(8, 0.12 * weights.at(-1)!);
  for (let stretch = 1; stretch <= stretchCount; stretch++) {
    const expected = speech[stretch]! / rate;
    for (let word = 1; word <= wordCount; word++) {
      const isEnd = word === wordCount;
      if (isEnd !== (stretch === stretchCount) || Math.abs(weights[word]! - expected) > slack) continue;
      const here = isEnd ? 0 : costOfPause[pauseStrength(words[word - 1]!.pause)]!;
      for (let before = stretch - 1; before >= 0; before--) {
        const took = speech[stretch]! - speech[before]!;
        if (took > 12 && before < stretch - 1) break;
        const skipped = ignored[stretch - 1]! - ignored[before]!;
        for (let start = word - 1; start >= 0; start--) {
          const needs = rate * (weights[word]! - weights[start]!);
          if (needs > 2.5 * took + 1) break;
          const known = best[cell(start, before)]!;
          if (known === Infinity) continue;
          const unheard = missed[word - 1]! - missed[start]!;
          const cost = known + here + skipped + unheard + (took - needs) ** 2 / (variance * rate * needs);
          if (cost < best[cell(word, stretch)]!) {
            best[cell(word, stretch)] = cost;
            from[cell(word, stretch)] = cell(start, before);
          }
        }
      }
    }
  }
  const runs: Run[] = [];
  for (let at = cell(wordCount, stretchCount); at > 0;) {
    const previous = from[at]!;
    // Nothing fits, as when the recording isn't of this text: one run, spread evenly.
    if (previous < 0) return [{ firstWord: 0, lastWord: wordCount, firstStretch: 0, lastStretch: stretchCount }];
    runs.unshift({
      firstWord: Math.floor(previous / (stretchCount + 1)),
      lastWord: Math.floor(at / (stretchCount + 1)),
      firstStretch: previous % (stretchCount + 1),
      lastStretch: at % (stretchCount + 1),
    });
    at = previous;
  }
  return runs;
}

/** Short silences are breath held for a plosive; long ones mean something. */
function costOfIgnoring(seconds: number): number {
  return Math.min(10, (seconds / 0.15) ** 1.5);
}

function cumulate(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (const [index, value] of values.entries()) sums[index + 1] = sums[index]! + value;
  return sums;
}

/** Divides the voiced time of a run by the words' weights; silences within it are passed over. */
function spread(words: readonly ScriptWord[], stretches: readonly Stretch[]): WordTiming[] {
  const lengths = cumulate(stretches.map(({ start, end }) => end - start));
  const weights = cumulate(words.map(({ weight }) => weight));
  const total = lengths.at(-1)!;
  const toTime = (voiced: number, isEnd: boolean) => {
    let index = 0;
    while (index < stretches.length - 1 && (isEnd ? lengths[index + 1]! < voiced : lengths[index + 1]! <= voiced))
      index++;
    return stretches[index]!.start + voiced - lengths[index]!;
  };
  return words.map(({ text, offset, length }, index) => ({
    text,
    start: toTime((total * weights[index]!) / weights.at(-1)!, false),
    end: toTime((total * weights[index + 1]!) / weights.at(-1)!, true),
    offset,
    length,
  }));
}
