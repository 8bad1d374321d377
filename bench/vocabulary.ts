import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createAnalyst } from '../packages/studios/language/analysis/analyse.ts';
import type { Transcript } from '../packages/studios/language/analysis/evidence.ts';
import { openDictionary, readDictionary } from '../packages/studios/language/dictionary/index.ts';
import type { Dictionary } from '../packages/studios/language/dictionary/index.ts';
import { builtinLexicon } from '../packages/studios/language/lexicon/load.ts';
import { readJapaneseTokens } from '../packages/studios/language/tokens/index.ts';
import { readSubtitles, rebuildSentences } from '../packages/studios/language/transcript/index.ts';
import { dictionaryWords, rareWords } from './vocabulary/baselines.ts';
import { readGold, scoreFinds, sumScores } from './vocabulary/score.ts';
import type { Find, Gold, Score } from './vocabulary/score.ts';

const bars = { recall: 0.9, precision: 0.85, readings: 0.98, traps: 0.05, hour: 5 };

/**
 * Measures the built-in analyst on transcripts with known items, beside taking every dictionary word or every rare word, and
 * the time for an hour of talk.
 * @param args A folder with subtitles and a `.gold.json` for each (format in docs/vocabulary-gold.md); default the project's own
 * in bench/vocabulary/gold. `--misses` tells what was missed and what was found beside it; `--dictionary FILE` also measures with
 * a dictionary as somebody may import it, ordinary words left out because the transcripts don't list them.
 */
export default async function benchVocabulary(args: string[]): Promise<void> {
  const dictionaryPath = args.includes('--dictionary') ? args[args.indexOf('--dictionary') + 1] : undefined;
  const folder =
    args.find((each) => !each.startsWith('--') && each !== dictionaryPath) ??
    join(import.meta.dirname, 'vocabulary', 'gold');
  const analyst = createAnalyst(builtinLexicon());
  const files = readdirSync(folder).filter((name) => name.endsWith('.gold.json'));
  if (files.length === 0) throw new Error(`${folder} has no .gold.json; see docs/vocabulary-gold.md.`);
  const cases = files.toSorted().map((name) => {
    const gold = readGold(readFileSync(join(folder, name), 'utf8'), name);
    const { cues } = readSubtitles(readFileSync(join(folder, gold.subtitles)));
    return { name: name.replace('.gold.json', ''), gold, transcript: { cues, sentences: rebuildSentences(cues) } };
  });
  // The dictionary is loaded once for all.
  readJapaneseTokens('。');
  console.log(`${builtinLexicon().length} entries, ${cases.length} transcripts\n`);
  console.log(
    `${''.padEnd(26)}${['recall', 'precis.', 'kinds', 'read.', 'traps', 'halluc.', 'finds'].map((head) => head.padStart(9)).join('')}`,
  );
  const scores: Score[] = [];
  for (const { name, gold, transcript } of cases) {
    const finds = await findsOf(analyst, transcript);
    const score = scoreFinds({ finds, gold, transcript });
    scores.push(score);
    print(name, score);
    if (args.includes('--misses')) tellMisses(score);
  }
  const whole = sumScores(scores);
  print('all', whole);
  if (dictionaryPath !== undefined) {
    const dictionary = openDictionary([readDictionary(readFileSync(dictionaryPath))], 'ja');
    const withIt = [];
    for (const { gold, transcript } of cases) {
      const finds = await findsOf(analyst, transcript, [dictionary]);
      withIt.push(scoreFinds({ finds: finds.filter(({ kind }) => kind !== 'word'), gold, transcript }));
    }
    print('with the dictionary', sumScores(withIt));
  }
  for (const [name, baseline] of Object.entries({
    'every dictionary word': dictionaryWords,
    'rare words alone': rareWords,
  })) {
    print(
      name,
      sumScores(cases.map(({ gold, transcript }) => scoreFinds({ finds: baseline(transcript), gold, transcript }))),
    );
  }
  const { seconds, sentences } = await timeAnHour(analyst, cases);
  console.log(`\none hour of talk, ${sentences} sentences: ${seconds.toFixed(2)} s (bar ${bars.hour})`);
  const isMet =
    whole.recall >= bars.recall &&
    whole.precision >= bars.precision &&
    whole.readings >= bars.readings &&
    whole.traps <= bars.traps &&
    whole.hallucinations === 0 &&
    seconds <= bars.hour;
  console.log(isMet ? 'every bar is met' : `NOT every bar is met: ${JSON.stringify(bars)}`);
  if (!isMet) process.exitCode = 1;
}

async function findsOf(
  analyst: ReturnType<typeof createAnalyst>,
  transcript: Transcript,
  dictionaries: readonly Dictionary[] = [],
): Promise<Find[]> {
  return (await analyst.analyse(transcript, { dictionaries })).flatMap((item) =>
    item.evidence.map(({ sentence, from, to, surface }) => ({
      form: item.form,
      kind: item.kind,
      ...(item.reading === undefined ? {} : { reading: item.reading }),
      sentence,
      from,
      to,
      surface,
    })),
  );
}

/** The transcripts again and again until they last an hour. */
async function timeAnHour(
  analyst: ReturnType<typeof createAnalyst>,
  cases: readonly { gold: Gold; transcript: Transcript }[],
): Promise<{ seconds: number; sentences: number }> {
  const cues = [];
  let length = 0;
  while (length < 3600) {
    for (const { transcript } of cases) {
      const begin = length;
      for (const cue of transcript.cues)
        cues.push({ ...cue, index: cues.length, start: begin + cue.start, end: begin + cue.end });
      length = (cues.at(-1)?.end ?? 0) + 1;
    }
  }
  const start = performance.now();
  const sentences = rebuildSentences(cues);
  await analyst.analyse({ cues, sentences });
  return { seconds: (performance.now() - start) / 1000, sentences: sentences.length };
}

function print(name: string, { recall, precision, kinds, readings, traps, hallucinations, finds }: Score): void {
  const shares = [recall, precision, kinds, readings, traps].map((share) => share.toFixed(3).padStart(9)).join('');
  console.log(`${name.padEnd(26)}${shares}${String(hallucinations).padStart(9)}${String(finds).padStart(9)}`);
}

function tellMisses({ missed, beside, trapped }: Score): void {
  for (const each of missed) console.log(`   missed   ${each}`);
  for (const each of beside) console.log(`   beside   ${each}`);
  for (const each of trapped) console.log(`   trapped  ${each}`);
}
