import { describe, expect, test } from 'vitest';
import { cutIntoChunks, splitIntoSentences } from './chunks.ts';
import { judge } from './judge.ts';
import { readLabel, toSeverities } from './labels.ts';

describe('labels', () => {
  test.each([
    ['toxic', 'hate'],
    ['severe_toxic', 'hate'],
    ['identity_hate', 'hate'],
    ['threat', 'violence'],
    ['V2', 'violence'],
    ['self-harm', 'self-harm'],
    ['SH', 'self-harm'],
    ['nsfw', 'sexual'],
    ['hentai', 'sexual'],
    ['sexual_explicit', 'sexual'],
  ])('%s means %s', (label, category) => {
    expect(readLabel(label)).toMatchObject({ category });
  });

  test.each(['OK', 'neutral', 'normal', 'sfw', 'drawings', 'non_toxic', 'not-hate', 'safe'])(
    '%s is harmless',
    (label) => {
      expect(readLabel(label)).toBeNull();
    },
  );

  test('that say nothing about safety are passed over, unless the catalogue explains them', () => {
    expect(readLabel('POSITIVE')).toBeUndefined();
    expect(readLabel('LABEL_1')).toBeUndefined();
    expect(readLabel('LABEL_1', { LABEL_1: 'hate', LABEL_0: null })).toEqual({ category: 'hate', severity: 7 });
    expect(readLabel('LABEL_0', { LABEL_1: 'hate', LABEL_0: null })).toBeNull();
  });

  test('count by how sure the classifier is', () => {
    expect(toSeverities({ normal: 0.01, nsfw: 0.99 })).toEqual({ sexual: 7 });
    expect(toSeverities({ toxic: 0.5, insult: 0.2, threat: 0.29 })).toEqual({ hate: 3 });
    expect(toSeverities({ toxic: 0.95, severe_toxic: 0.9 })).toEqual({ hate: 7 });
    expect(toSeverities({ POSITIVE: 1 })).toEqual({});
  });
});

describe('chunks', () => {
  const text = Array.from({ length: 40 }, (_, index) => `Sentence number ${index} is here. `).join('');

  test('cover the text, end with sentences and overlap', () => {
    const chunks = cutIntoChunks(text, { longest: 300, overlap: 60 });
    expect(chunks[0]!.offset).toBe(0);
    expect(chunks.at(-1)!.offset + chunks.at(-1)!.length).toBe(text.length);
    for (const [index, chunk] of chunks.entries()) {
      expect(text.slice(chunk.offset, chunk.offset + chunk.length)).toBe(chunk.text);
      expect(chunk.length).toBeLessThanOrEqual(300);
      expect(chunk.text).toMatch(/\. $/);
      const before = chunks[index - 1];
      expect(before ? before.offset + before.length - chunk.offset : 30).toBeGreaterThan(25);
    }
  });

  test('cut what has no end at spaces, or anywhere', () => {
    const words = 'word '.repeat(100);
    expect(cutIntoChunks(words, { longest: 100, overlap: 20 }).every(({ text: part }) => part.length <= 100)).toBe(
      true,
    );
    const letters = 'あ'.repeat(500);
    const chunks = cutIntoChunks(letters, { longest: 100, overlap: 20 });
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(chunks.at(-1)!.offset + chunks.at(-1)!.length).toBe(500);
    expect(cutIntoChunks('', { longest: 100, overlap: 20 })).toEqual([]);
  });

  test('know Japanese sentences', () => {
    expect(splitIntoSentences('「おやすみ。」と言った。ねた！', 100).map(({ text: part }) => part)).toEqual([
      '「おやすみ。」',
      'と言った。',
      'ねた！',
    ]);
  });
});

describe('the verdict', () => {
  const found = (severities: Parameters<typeof judge>[0][number]['severities']) => [
    { offset: 3, length: 9, severities },
  ];
  const child = (age: number) => ({ audience: { kind: 'child', age }, role: 'story', language: 'en' }) as const;
  const adult = { audience: { kind: 'adult' }, role: 'story', language: 'en' } as const;

  test('depends on the audience', () => {
    expect(judge(found({ hate: 4 }), child(8)).verdict).toBe('block');
    expect(judge(found({ hate: 3 }), child(8)).verdict).toBe('soften');
    expect(judge(found({ hate: 1 }), child(8)).verdict).toBe('allow');
    expect(judge(found({ hate: 5 }), adult).verdict).toBe('allow');
    expect(judge(found({ violence: 4 }), child(3)).verdict).toBe('block');
    expect(judge(found({ violence: 4 }), child(4)).verdict).toBe('soften');
  });

  test('blocks a picture that a text could be softened for', () => {
    expect(judge(found({ sexual: 2 }), { ...child(8), role: 'picture' }).verdict).toBe('block');
  });

  test('speaks to grown-ups without children and bedtime', () => {
    for (const category of ['hate', 'sexual', 'violence', 'unsafe-to-imitate'] as const) {
      expect(judge(found({ [category]: 7 }), adult).explanation).toMatch(/^(?!.*(child|bedtime|Kinora tells)).+/i);
    }
  });

  test('says where, and explains the gravest in the language of the text', () => {
    const result = judge(found({ hate: 5, 'self-harm': 7 }), { ...child(8), language: 'ja' });
    expect(result.spans).toHaveLength(2);
    expect(result.explanation).toContain('相談');
    expect(judge(found({ hate: 1 }), child(8))).toEqual({ verdict: 'allow', categories: { hate: 1 }, spans: [] });
  });
});
