import { describe, expect, test } from 'vitest';
import { readSubtitles, rebuildSentences } from '../transcript/index.ts';
import { measureDifficulty } from './measure.ts';
import { englishReadability, japaneseReadability } from './readability.ts';

function transcript(...lines: string[]) {
  const { cues } = readSubtitles(
    lines.map((line, at) => `${at + 1}\n00:00:0${at * 3},000 --> 00:00:0${at * 3 + 3},000\n${line}\n`).join('\n'),
  );
  return { cues, sentences: rebuildSentences(cues) };
}

describe('difficulty', () => {
  const talk = transcript('昨日は友達と映画を見た。', '難しい漢字を読むのは大変だ。', '猫が寝る。');

  test('a list of known words gives coverage and the sentences that are the next step', async () => {
    const known = new Set(['昨日', '友達', '映画', '漢字', '読む', '大変', '猫', '寝る']);
    const told = await measureDifficulty(talk, [], { known });
    // 見る and 難しい are unknown, of ten words.
    expect(told.coverage).toBeCloseTo(0.8, 5);
    expect(told.nextSentences).toEqual([0, 1]);
  });

  test('without a list there is no coverage; words a minute are counted', async () => {
    const told = await measureDifficulty(transcript('One two three four five six.'), [], { known: null });
    expect(told).toMatchObject({ coverage: null, nextSentences: [], pace: 120 });
  });

  test('readability is as published', () => {
    // ls 5, lh 1 (の), lc 2, no Latin letters, katakana or commas: 115.79 − 0.6 + 7.4 − 46.36.
    expect(japaneseReadability(['学校の先生'])).toBeCloseTo(76.23, 2);
    // Six words of one syllable in one sentence.
    expect(englishReadability(['The cat sat on the mat.'])).toBeCloseTo(206.835 - 1.015 * 6 - 84.6, 3);
    expect([japaneseReadability(['Hello']), englishReadability(['こんにちは'])]).toEqual([null, null]);
  });
});
