import { describe, expect, it } from 'vitest';
import type { Evidence } from '../analysis/evidence.ts';
import { witness } from '../analysis/evidence.ts';
import type { VocabularyItem } from '../analysis/item.ts';
import { rebuildSentences } from '../transcript/index.ts';
import type { Cue } from '../transcript/index.ts';
import { ankiNotes } from './anki-notes.ts';
import { captionFiles } from './caption-files.ts';
import { chooseEvidence } from './choose-evidence.ts';
import { markSentence } from './marked-sentence.ts';
import { shiftCues } from './shift-cues.ts';
import { timeLink } from './time-link.ts';
import { vocabularyTable } from './vocabulary-table.ts';

const cues: Cue[] = [
  '草。',
  '今日のコメント、ほんとに草なんだけど。',
  'えーとですね、まあその、草っていうかなんというか、いろいろあったんですけれども、そのあとでまた別の話になって、結局何の話だったか忘れちゃったんですよね。',
  'I will never give up on you.',
].map((text, index) => ({ index, text, start: index * 10, end: index * 10 + 5 }));
const transcript = { cues, sentences: rebuildSentences(cues) };

function places(surface: string): [Evidence, ...Evidence[]] {
  const found = transcript.sentences.flatMap(({ index, text }) => {
    const from = text.indexOf(surface);
    return from < 0 ? [] : [witness(transcript, { sentence: index, from, to: from + surface.length })!];
  });
  return found as [Evidence, ...Evidence[]];
}

const item = (form: string, more: Partial<VocabularyItem> = {}): VocabularyItem => ({
  id: `ja-slang-${form}`,
  kind: 'slang',
  language: 'ja',
  form,
  partOfSpeech: 'noun',
  gloss: 'lol',
  tags: ['net'],
  source: 'lexicon',
  evidence: places(form),
  ...more,
});
const kusa = item('草', { id: 'ja-slang-kusa', reading: 'くさ', register: 'casual', difficulty: 'N2' });
const giveUp = item('give up', {
  id: 'en-expression-give-up',
  kind: 'expression',
  language: 'en',
  gloss: 'あきらめる',
});

describe('the sentence of an item', () => {
  it('is neither the item alone nor an endless one', () => {
    expect(kusa.evidence).toHaveLength(3);
    expect(chooseEvidence([kusa], transcript.sentences).get(kusa)?.sentence).toBe(1);
  });

  it('has the item marked, readings whole', () => {
    const parts = [
      { text: '今日', reading: 'きょう' },
      { text: 'は' },
      { text: '草生', reading: 'くさは' },
      { text: 'えるね' },
    ];
    expect(markSentence(parts, { from: 3, to: 7 })).toEqual([
      { text: '今日', reading: 'きょう' },
      { text: 'は' },
      { text: '草生', reading: 'くさは', isItem: true },
      { text: 'える', isItem: true },
      { text: 'ね' },
    ]);
  });
});

describe('Anki notes', () => {
  const source = { items: [kusa, giveUp], transcript, title: 'Stream', choices: { learns: 'ja', link: null } } as const;

  it('are of the language that is taught, one for an item', () => {
    expect(ankiNotes(source).map(({ note }) => note.key)).toEqual(['ja-slang-kusa']);
    const both = ankiNotes({ ...source, choices: { learns: 'both', link: null } });
    expect(both.map(({ note }) => [note.kind, note.register])).toEqual([
      ['Slang', 'casual'],
      ['表現', undefined],
    ]);
  });

  it('hear the whole sentence and link to it', () => {
    const [planned] = ankiNotes({ ...source, choices: { learns: 'ja', link: 'https://youtu.be/abc' } });
    expect(planned?.sound).toEqual({ start: 9.75, end: 15.35 });
    expect(planned?.note.link).toEqual({ url: 'https://youtu.be/abc?t=9', seconds: 9 });
    const sentence = planned!.note.sentence;
    expect(sentence.map(({ text }) => text).join('')).toBe(cues[1]!.text);
    expect(sentence.filter(({ isItem }) => isItem)).toEqual([{ text: '草', reading: 'くさ', isItem: true }]);
  });
});

it.each([
  ['https://www.youtube.com/watch?v=abc', 'https://www.youtube.com/watch?v=abc&t=83'],
  ['https://youtu.be/abc?t=5', 'https://youtu.be/abc?t=83'],
  ['https://www.twitch.tv/videos/1', 'https://www.twitch.tv/videos/1?t=0h1m23s'],
  ['https://www.nicovideo.jp/watch/sm9', 'https://www.nicovideo.jp/watch/sm9?from=83'],
])('%s is linked to at a time', (link, linked) => {
  expect(timeLink(link, 83.9)).toBe(linked);
});

describe('tables of vocabulary', () => {
  const odd = item('草', {
    gloss: 'a "laugh", lol\nor so',
    explanation: '=HYPERLINK("http://example.com")',
    usage: '＝1+1',
  });

  it('quote what RFC 4180 quotes and end lines with CRLF', () => {
    const csv = vocabularyTable([odd], { format: 'csv' });
    expect(csv.startsWith('\uFEFFsurface,lemma,')).toBe(true);
    expect(csv).toContain('"a ""laugh"", lol\nor so"');
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(vocabularyTable([odd], { format: 'csv', hasMark: false }).startsWith('surface')).toBe(true);
  });

  it('run nothing in a spreadsheet', () => {
    const rows = vocabularyTable([odd], { format: 'tsv' }).split('\n');
    expect(rows).toHaveLength(5);
    const cells = rows[1]!.split('\t');
    expect(cells).toContain(`'=HYPERLINK("http://example.com")`);
    expect(cells).toContain("'＝1+1");
    expect(cells.some((cell) => /^[=+@＝]/.test(cell))).toBe(false);
  });

  it('tell every place in the order they are said', () => {
    const rows = JSON.parse(vocabularyTable([giveUp, kusa], { format: 'json', link: 'https://youtu.be/a' })) as {
      lemma: string;
      start: number;
      link: string;
    }[];
    expect(rows.map(({ lemma }) => lemma)).toEqual(['草', '草', '草', 'give up']);
    expect(rows[3]).toMatchObject({ link: `https://youtu.be/a?t=${Math.floor(rows[3]!.start)}` });
  });
});

describe('captions', () => {
  const timed: Cue = {
    index: 0,
    text: 'one two three',
    start: 0,
    end: 3,
    words: [
      { text: 'one', offset: 0, start: 0, end: 1 },
      { text: 'two', offset: 4, start: 1, end: 2 },
      { text: 'three', offset: 8, start: 2, end: 3 },
    ],
  };

  it('move with the stretches that a video keeps', () => {
    const keeps = [
      { start: 9, end: 16 },
      { start: 30, end: 36 },
    ];
    expect(
      shiftCues(cues, keeps, { offset: 3 }).map(({ index, start, end, text }) => [index, start, end, text]),
    ).toEqual([
      [0, 4, 9, cues[1]!.text],
      [1, 10, 15, cues[3]!.text],
    ]);
  });

  it('go on over a cut within them, shorter', () => {
    const keeps = [
      { start: 0, end: 2 },
      { start: 3, end: 6 },
    ];
    expect(shiftCues(cues.slice(0, 1), keeps)).toMatchObject([{ start: 0, end: 4 }]);
  });

  it('lose the words that are cut, and go when little is left', () => {
    const keeps = [{ start: 1.1, end: 3 }];
    expect(shiftCues([timed], keeps)).toMatchObject([
      {
        text: 'two three',
        start: 0,
        words: [
          { text: 'two', offset: 0 },
          { text: 'three', offset: 4, end: 1.9 },
        ],
      },
    ]);
    const { words: _words, ...plain } = timed;
    expect(shiftCues([plain], [{ start: 2.5, end: 9 }])).toEqual([]);
  });

  it('are SRT and WebVTT with lines of readable length', () => {
    const { srt, vtt } = captionFiles([
      {
        index: 0,
        start: 3661.5,
        end: 3663,
        speaker: 'Mia',
        text: '推しの切り抜きがバズってて、もうこれはやるしかないと思ったんだよね。',
      },
      { index: 1, start: 3664, end: 3665, text: 'a < b & c' },
    ]);
    expect(srt).toContain('1\n01:01:01,500 --> 01:01:03,000\n推しの切り抜きがバズってて、\nもうこれは');
    expect(vtt.startsWith('WEBVTT\nKind: captions\nLanguage: ja\n\n01:01:01.500')).toBe(true);
    expect(vtt).toContain('<v Mia>推し');
    expect(vtt).toContain('a &lt; b &amp; c');
  });
});
