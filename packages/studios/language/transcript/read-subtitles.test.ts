import { describe, expect, test } from 'vitest';
import { readSubtitles } from './index.ts';

const brief = (file: Uint8Array | string) =>
  readSubtitles(file).cues.map(({ start, end, text, speaker }) => [start, end, text, ...(speaker ? [speaker] : [])]);
const srt = (...texts: string[]) =>
  texts.map((text, at) => `${at + 1}\n00:00:0${at * 2},000 --> 00:00:0${at * 2 + 1},500\n${text}\n`).join('\n');
const ass = (...lines: string[]) =>
  `[Script Info]\nTitle: x\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n${lines.join('\n')}`;
/** こんにちは in Shift_JIS. */
const shiftJis = [0x82, 0xb1, 0x82, 0xf1, 0x82, 0xc9, 0x82, 0xbf, 0x82, 0xcd];

describe('times and blocks', () => {
  test.each<[string, string, unknown[][]]>([
    [
      'SubRip',
      '1\n00:00:01,000 --> 00:00:03,500\nこんにちは\n\n2\n01:00:04,000 --> 01:00:05,000\nまたね',
      [
        [1, 3.5, 'こんにちは'],
        [3604, 3605, 'またね'],
      ],
    ],
    ['a byte order mark and CRLF', '\uFEFF1\r\n00:00:01,000 --> 00:00:02,000\r\nhi\r\n', [[1, 2, 'hi']]],
    ['old Mac line ends', '1\r00:00:01,000 --> 00:00:02,000\rhi\r', [[1, 2, 'hi']]],
    ['points for commas', '1\n00:00:01.000 --> 00:00:02.250\nhi', [[1, 2.25, 'hi']]],
    ['no hours', '1\n00:01,000 --> 00:02,000\nhi', [[1, 2, 'hi']]],
    [
      'no numbers',
      '00:00:01,000 --> 00:00:02,000\nhi\n\n00:00:03,000 --> 00:00:04,000\nyou',
      [
        [1, 2, 'hi'],
        [3, 4, 'you'],
      ],
    ],
    [
      'no blank lines',
      '1\n00:00:01,000 --> 00:00:02,000\nhi\n2\n00:00:03,000 --> 00:00:04,000\nyou',
      [
        [1, 2, 'hi'],
        [3, 4, 'you'],
      ],
    ],
    [
      'a blank line inside a text',
      '1\n00:00:01,000 --> 00:00:02,000\nhi\n\nthere\n\n2\n00:00:03,000 --> 00:00:04,000\nyou',
      [
        [1, 2, 'hi there'],
        [3, 4, 'you'],
      ],
    ],
    ['a number that is said', '1\n00:00:01,000 --> 00:00:02,000\nHow many?\n42', [[1, 2, 'How many? 42']]],
    ['coordinates after the times', '1\n00:00:01,000 --> 00:00:02,000  X1:100 X2:200\nhi', [[1, 2, 'hi']]],
    ['an arrow of one dash', '1\n00:00:01,000 -> 00:00:02,000\nhi', [[1, 2, 'hi']]],
    [
      'cues out of order',
      '2\n00:00:03,000 --> 00:00:04,000\nyou\n\n1\n00:00:01,000 --> 00:00:02,000\nhi',
      [
        [1, 2, 'hi'],
        [3, 4, 'you'],
      ],
    ],
    ['the same cue twice', srt('hi') + '\n' + srt('hi'), [[0, 1.5, 'hi']]],
    [
      'a cue without text',
      '1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:04,000\nyou',
      [[3, 4, 'you']],
    ],
    ['spaces around everything', '  1 \n  00:00:01,000  -->  00:00:02,000  \n   hi   ', [[1, 2, 'hi']]],
    [
      'WebVTT with header, notes and styles',
      'WEBVTT - title\nLanguage: ja\n\nNOTE a note\nof two lines\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:02.000 align:start position:0%\nhi',
      [[1, 2, 'hi']],
    ],
    [
      'SBV',
      '0:00:01.000,0:00:02.000\nhi\n\n0:00:03.000,0:00:04.500\nyou',
      [
        [1, 2, 'hi'],
        [3, 4.5, 'you'],
      ],
    ],
    [
      'ASS',
      ass('Dialogue: 0,0:00:01.00,0:00:02.50,Default,,0,0,0,,Hi, {\\i1}you{\\i0}\\Nthere'),
      [[1, 2.5, 'Hi, you there']],
    ],
    ['ASS with a name', ass('Dialogue: 0,0:00:01.00,0:00:02.50,Default,ミア,0,0,0,,はい'), [[1, 2.5, 'はい', 'ミア']]],
    [
      'ASS drawings and comments',
      ass(
        'Dialogue: 0,0:00:00.00,0:00:09.00,D,,0,0,0,,{\\p1}m 0 0 l 9 9{\\p0}',
        'Comment: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,x',
        'Dialogue: 0,0:00:03.00,0:00:04.00,D,,0,0,0,,hi',
      ),
      [[3, 4, 'hi']],
    ],
    ['ASS without a format line', '[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,hi', [[1, 2, 'hi']]],
    [
      'TTML',
      '<?xml version="1.0"?><tt xml:lang="en"><body><p begin="00:00:01.000" end="00:00:02.000">hi<br/>you</p></body></tt>',
      [[1, 2, 'hi you']],
    ],
    [
      'srv3',
      '<?xml version="1.0" encoding="utf-8" ?><timedtext format="3"><body><p t="1000" d="1500"><s>hi</s><s t="300"> you</s></p></body></timedtext>',
      [[1, 2.5, 'hi you']],
    ],
    ['srv1', '<transcript><text start="1.5" dur="2">it&amp;#39;s fine</text></transcript>', [[1.5, 3.5, "it's fine"]]],
  ])('%s', (_, file, cues) => {
    expect(brief(file)).toEqual(cues);
  });

  test('json3, with the times of its words', () => {
    const { cues, format } = readSubtitles(
      JSON.stringify({
        events: [
          { tStartMs: 0, dDurationMs: 5000, id: 1 },
          { tStartMs: 1000, dDurationMs: 2000, segs: [{ utf8: 'hello' }, { utf8: ' there', tOffsetMs: 600 }] },
          { tStartMs: 1900, aAppend: 1, segs: [{ utf8: '\n' }] },
        ],
      }),
    );
    expect(format).toBe('json3');
    expect(cues).toMatchObject([
      {
        start: 1,
        end: 3,
        text: 'hello there',
        words: [
          { text: 'hello', offset: 0, start: 1, end: 1.6 },
          { text: 'there', offset: 6, start: 1.6, end: 3 },
        ],
      },
    ]);
  });

  test("WebVTT's karaoke tags time words", () => {
    const { cues } = readSubtitles(
      'WEBVTT\n\n00:01.000 --> 00:03.000\none<00:00:01.500><c> two</c><00:00:02.200><c> three</c>',
    );
    expect(cues[0]).toMatchObject({
      text: 'one two three',
      words: [
        { text: 'one', start: 1, end: 1.5 },
        { text: 'two', start: 1.5, end: 2.2 },
        { text: 'three', start: 2.2, end: 3 },
      ],
    });
  });

  test("ASS' karaoke times syllables", () => {
    const [cue] = readSubtitles(ass('Dialogue: 0,0:00:01.00,0:00:03.00,D,,0,0,0,,{\\k50}さ{\\k100}く{\\k50}ら')).cues;
    expect(cue?.text).toBe('さくら');
    expect(cue?.words?.map(({ start, end }) => [start, end])).toEqual([
      [1, 1.5],
      [1.5, 2.5],
      [2.5, 3],
    ]);
  });
});

describe('encodings', () => {
  const head = [...new TextEncoder().encode('1\n00:00:01,000 --> 00:00:02,000\n')];
  test.each<[string, Uint8Array, string]>([
    ['UTF-8', Uint8Array.from([...head, ...new TextEncoder().encode('こんにちは')]), 'こんにちは'],
    ['Shift_JIS', Uint8Array.from([...head, ...shiftJis]), 'こんにちは'],
    [
      'UTF-16, little end first',
      Uint8Array.from([0xff, 0xfe, ...Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nこんにちは', 'utf16le')]),
      'こんにちは',
    ],
    ['EUC-JP', Uint8Array.from([...head, 0xa4, 0xb3, 0xa4, 0xf3, 0xa4, 0xcb, 0xa4, 0xc1, 0xa4, 0xcf]), 'こんにちは'],
  ])('%s', (_, file, text) => {
    expect(readSubtitles(file).cues[0]?.text).toBe(text);
  });
});

describe('what is said, without what is around it', () => {
  test.each<[string, string, string, string?]>([
    ['tags', '<i>Hello</i> <font color="#fff">you</font>', 'Hello you'],
    ['entities', 'Tom &amp; Jerry&#39;s &lt;3&nbsp;&hellip;', "Tom & Jerry's <3 …"],
    ['a voice', '<v Mia>はい', 'はい', 'Mia'],
    ['a label in capitals', 'MIA: hello', 'hello', 'MIA'],
    ['a label in Japanese', '田中：そうですね', 'そうですね', '田中'],
    ['a name in brackets', '（ミア）そうだね', 'そうだね', 'ミア'],
    ['another speaker', '>> hello', 'hello'],
    ['notes of music', '♪ ラララ ♪', 'ラララ'],
    ['sounds', '[Music] hello [applause]', 'hello'],
    ['sounds in Japanese', '[音楽]こんにちは（拍手）', 'こんにちは'],
    ['a time is no label', '12:30 in the evening', '12:30 in the evening'],
    ['an address is no label', 'https://example.org/a', 'https://example.org/a'],
    ['full-width letters and spaces', 'ＯＫ　です', 'ＯＫ です'],
    ['lines of Latin letters', 'one\ntwo', 'one two'],
    ['lines of Japanese', '今日は\n晴れです', '今日は晴れです'],
    ['an unknown entity', 'A &foo; B', 'A &foo; B'],
    ['a heart', 'I <3 you', 'I <3 you'],
  ])('%s', (_, raw, text, speaker) => {
    const [cue] = readSubtitles(srt(raw)).cues;
    expect(cue?.text).toBe(text);
    expect(cue?.speaker).toBe(speaker);
  });
});

test('rolling captions are told once each', () => {
  const file = [
    ['00:00:00.000 --> 00:00:02.000', 'so today we are'],
    ['00:00:02.000 --> 00:00:02.010', 'so today we are'],
    ['00:00:02.010 --> 00:00:04.000', 'so today we are\ngoing to play a game'],
    ['00:00:04.000 --> 00:00:04.010', 'going to play a game'],
    ['00:00:04.010 --> 00:00:06.000', 'going to play a game\nthat I love'],
  ]
    .map(([times, text]) => `${times}\n${text}\n`)
    .join('\n');
  expect(brief(`WEBVTT\n\n${file}`).map(([, , text]) => text)).toEqual([
    'so today we are',
    'going to play a game',
    'that I love',
  ]);
});

describe('what is broken', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /empty/],
    ['blanks', ' \n\n ', /empty/],
    ['a text without times', 'hello\nyou', /no line of times/],
    ['times that are none', '1\n00:00:xx,000 --> 00:00:02,000\nhi', /Line 2: .*no line of times/],
    [
      'an end before the start',
      '1\n00:00:03,000 --> 00:00:02,000\nhi',
      /Line 2: The cue ends \(2 s\) before it begins \(3 s\)/,
    ],
    ['only music', srt('♪♪♪', '[Music]'), /No subtitles/],
    ['JSON that is cut off', '{"events": [', /no YouTube subtitle file/],
    ['another JSON', '{"a": 1}', /no list "events"/],
    ['a WebVTT of its header', 'WEBVTT\n\n', /no text that is said/],
    ['ASS without dialogue', '[Script Info]\nTitle: x\n', /no text that is said/],
    ['ASS with broken times', ass('Dialogue: 0,x,0:00:02.00,D,,0,0,0,,hi'), /Line 6: The dialogue has no times/],
    ['XML without paragraphs', '<timedtext></timedtext>', /no text that is said/],
    ['XML with broken times', '<tt>\n<p begin="x" end="y">hi</p></tt>', /Line 2: The paragraph has no times/],
    ['a picture', Uint8Array.from({ length: 400 }, (_, at) => (at * 37) % 256), /No subtitles/],
  ])('%s: a clear reason', (_, file, reason) => {
    expect(() => readSubtitles(file)).toThrow(
      expect.objectContaining({ code: 'request.invalid', message: expect.stringMatching(reason) as string }),
    );
  });

  test('one broken cue costs that cue alone, with its line', () => {
    const file =
      '1\n00:00:01,000 --> 00:00:02,000\nhi\n\n2\n00:00:0a,000 --> 00:00:04,000\nlost\n\n3\n00:00:05,000 --> 00:00:06,000\nyou';
    const { cues, warnings } = readSubtitles(file);
    expect(cues.map(({ text }) => text)).toEqual(['hi', 'you']);
    expect(warnings).toEqual([{ line: 6, reason: expect.stringContaining('no line of times') as string }]);
  });

  test('a file that is too large is refused before it is read', () => {
    expect(() => readSubtitles(new Uint8Array(40_000_001))).toThrow(
      expect.objectContaining({ code: 'request.too-large' }),
    );
  });
});
