import { describe, expect, test } from 'vitest';
import { languageOf, readSubtitles, rebuildSentences, timeOfOffset } from './index.ts';

const time = (seconds: number) => Number(seconds.toFixed(3));

/** Times with three decimals, as the format wants them. */
function at(...given: [number, number, string][]) {
  const stamp = (seconds: number) => `00:00:${seconds.toFixed(3).padStart(6, '0')}`;
  return readSubtitles(`WEBVTT\n\n${given.map(([a, b, text]) => `${stamp(a)} --> ${stamp(b)}\n${text}`).join('\n\n')}`)
    .cues;
}

describe('sentences', () => {
  test.each<[string, [number, number, string][], string[]]>([
    [
      'go on across cues',
      [
        [0, 2, '昨日は友達と'],
        [2, 4, '遊びに行きました。楽しかった！'],
        [4, 5, 'また行きたい。'],
      ],
      ['昨日は友達と遊びに行きました。', '楽しかった！', 'また行きたい。'],
    ],
    [
      'join Latin words with a space',
      [
        [0, 2, 'I wanted to'],
        [2, 4, 'go home. But I stayed.'],
      ],
      ['I wanted to go home.', 'But I stayed.'],
    ],
    [
      'end where one is silent',
      [
        [0, 2, 'I was thinking'],
        [5, 6, 'Okay. Fine.'],
      ],
      ['I was thinking', 'Okay.', 'Fine.'],
    ],
    [
      'keep abbreviations',
      [[0, 2, 'Mr. Smith met Dr. Who at 3.5 p.m. He left.']],
      ['Mr. Smith met Dr. Who at 3.5 p.m.', 'He left.'],
    ],
    [
      'end by endings where no marks are',
      [
        [0, 2, '今日は配信をします'],
        [2, 4, '楽しみにしてね'],
        [4, 6, 'それでゲームを'],
        [6, 8, 'やります'],
      ],
      ['今日は配信をします', '楽しみにしてね', 'それでゲームをやります'],
    ],
    ['end with closing quotes', [[0, 2, '「やった！」と言った。']], ['「やった！」', 'と言った。']],
  ])('%s', (_, given, texts) => {
    expect(rebuildSentences(at(...given)).map(({ text }) => text)).toEqual(texts);
  });

  test('another speaker begins another', () => {
    const { cues: given } = readSubtitles(
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>well\n\n00:02.000 --> 00:03.000\n<v B>what',
    );
    expect(rebuildSentences(given).map(({ text, speaker }) => [speaker, text])).toEqual([
      ['A', 'well'],
      ['B', 'what'],
    ]);
  });

  test('know when they are said, also in the middle', () => {
    const given = at([0, 4, 'abcd efgh.'], [4, 8, 'Ijkl mnop']);
    const [first, second] = rebuildSentences(given);
    expect([first!.start, first!.end, second!.start, second!.end]).toEqual([0, 4, 4, 8]);
    expect(time(timeOfOffset(first!, given, 5))).toBe(2);
    expect(timeOfOffset(second!, given, 0)).toBe(4);
  });

  test('know it by the word where words are timed', () => {
    const { cues: given } = readSubtitles('WEBVTT\n\n00:01.000 --> 00:05.000\none<00:00:04.000><c> two</c>');
    const [sentence] = rebuildSentences(given);
    expect(timeOfOffset(sentence!, given, 4)).toBe(4);
  });

  test('hold every letter of the cues once', () => {
    const given = at(
      [0, 1, 'えーと、今日は'],
      [1, 2, '何をしようか？うーん'],
      [2, 3, 'well, let me see... okay!'],
      [3, 4, 'ね'],
    );
    const letters = (text: string) => text.replaceAll(/\s/g, '');
    expect(
      letters(
        rebuildSentences(given)
          .map(({ text }) => text)
          .join(''),
      ),
    ).toBe(letters(given.map(({ text }) => text).join('')));
  });

  test('parts are stretches of the text', () => {
    const given = at([0, 1, 'I am'], [1, 2, 'here. You too']);
    for (const { text, parts } of rebuildSentences(given)) {
      for (const { cueIndex, from, to } of parts) expect(given[cueIndex]!.text).toContain(text.slice(from, to));
    }
  });
});

test.each<[string, string | null]>([
  ['今日は配信します', 'ja'],
  ['I love this game', 'en'],
  ['それな wwwww', 'ja'],
  ['これは freaking amazing な game', 'mixed'],
  ['VTuberの推し活', 'ja'],
  ['…', null],
  ['OK', 'en'],
])('%s is %s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});
