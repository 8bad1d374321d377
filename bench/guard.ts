import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { judgeText } from '../packages/providers/builtin/moderation/judge.ts';
import { measure, parsePhrases } from '../packages/providers/builtin/moderation/measure.ts';
import type { Phrase } from '../packages/providers/builtin/moderation/measure.ts';

const fixtures = new URL('../packages/providers/builtin/moderation/__fixtures__/', import.meta.url);

/**
 * Prints how much the built-in guard catches and what it stops without need, for the half it was tuned on and the half
 * that was held back, and how fast it is.
 * @param args `--half development` or `--half held-back`: only that one. `--misses`: lists what went wrong.
 */
export default async function benchGuard(args: string[]): Promise<void> {
  const only = args.includes('--half') ? args[args.indexOf('--half') + 1] : undefined;
  for (const half of ['development', 'held-back'].filter((name) => only === undefined || name === only)) {
    console.log(`\n${half} half`);
    for (const kind of ['unsafe', 'evasions', 'innocent']) {
      const phrases = parsePhrases(await readFile(new URL(`${half}/${kind}.jsonl`, fixtures), 'utf8'));
      const isUnsafe = kind !== 'innocent';
      const result = measure(phrases, judge);
      const label = isUnsafe ? 'recall' : 'false positives';
      console.log(`  ${kind.padEnd(9)} ${label} ${percent(result.caught, result.count)} of ${result.count}`);
      for (const [group, { count, caught }] of result.byGroup) {
        if (isUnsafe ? caught < count : caught > 0) console.log(`    ${group.padEnd(24)} ${caught}/${count}`);
      }
      const misses = isUnsafe ? result.let : result.stopped;
      if (args.includes('--misses'))
        for (const { text } of misses) console.log(`      ${isUnsafe ? 'missed' : 'stopped'}: ${text}`);
    }
  }
  if (only === undefined) await printSpeed();
}

function judge({ text, age = 5 }: Phrase): 'allow' | 'soften' | 'block' {
  return judgeText(text, { audience: { kind: 'child', age }, role: 'wish' }).verdict;
}

/** Minimum and median of 15 runs over 10,000 characters of honest and of disguised text. */
async function printSpeed(): Promise<void> {
  console.log('\nmilliseconds per 10,000 characters (median, least of 15)');
  for (const kind of ['innocent', 'evasions']) {
    const phrases = parsePhrases(await readFile(new URL(`development/${kind}.jsonl`, fixtures), 'utf8'));
    let text = '';
    while (text.length < 10_000) text += `${phrases.map((phrase) => phrase.text).join('. ')}. `;
    text = text.slice(0, 10_000);
    const times: number[] = [];
    for (let run = 0; run < 15; run++) {
      const start = performance.now();
      judgeText(text, { audience: { kind: 'child', age: 5 }, role: 'story' });
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    console.log(`  ${kind.padEnd(9)} ${times[7]?.toFixed(1)}, ${times[0]?.toFixed(1)}`);
  }
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
