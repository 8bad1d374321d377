import { describe, expect, test } from 'vitest';
import { integratedLoudness, limit, truePeak } from '../../audio/index.ts';
import { applyGain, gainFor, measureLevel } from './level.ts';
import type { SoundBlocks } from './level.ts';

const sampleRate = 48_000;

/** Talk: half a second of a noisy tone, half of quiet, with a slap now and then. */
const talk = Float32Array.from({ length: 12 * sampleRate }, (_, at) => {
  const noise = ((Math.imul(at + 3, 2_654_435_761) >>> 8) % 20_000) / 20_000 - 0.5;
  const loudness = at % sampleRate < sampleRate / 2 ? 0.05 : 0.001;
  const slap = at % 100_000 < 900 ? 0.3 : 0;
  return (Math.sin(at / 30) + noise) * loudness + noise * slap;
});

function* inBlocks(sound: Float32Array, length: number): SoundBlocks & Generator<[Float32Array, Float32Array]> {
  for (let at = 0; at < sound.length; at += length) {
    const block = sound.slice(at, at + length);
    yield [block, block.slice()];
  }
}

function whole(blocks: SoundBlocks): Float32Array {
  return Float32Array.from([...blocks].flatMap(([left]) => [...left]));
}

describe('applyGain', () => {
  const gain = gainFor(measureLevel(inBlocks(talk, 10_000)));
  const louder = whole(applyGain(inBlocks(talk, 10_007), gain));

  test('brings talk near the loudness of platforms, below the ceiling, without losing a sample', () => {
    expect(louder).toHaveLength(talk.length);
    expect(integratedLoudness([louder, louder], sampleRate)).toBeGreaterThan(-16);
    expect(truePeak([louder])).toBeLessThanOrEqual(-1.55);
  });

  test('is the same in blocks as in one go', () => {
    const [once] = limit([talk.map((value) => value * 10 ** (gain / 20))], { sampleRate, ceilingDb: -1.6 });
    let furthest = 0;
    for (let at = 0; at < talk.length; at++) furthest = Math.max(furthest, Math.abs(once![at]! - louder[at]!));
    expect(furthest).toBeLessThan(1e-4);
  });

  test('pumps nothing: what is quiet is raised as much as what is loud', () => {
    const quiet = Math.round(5.8 * sampleRate);
    expect(louder[quiet]! / talk[quiet]!).toBeCloseTo(10 ** (gain / 20), 3);
  });
});

test('silence stays silence', () => {
  const level = measureLevel(inBlocks(new Float32Array(sampleRate), 4800));
  expect(level.loudness).toBe(-Infinity);
  expect(gainFor(level)).toBe(0);
});
