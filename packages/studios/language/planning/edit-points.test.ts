import { describe, expect, test } from 'vitest';
import { findEditPoints } from './index.ts';
import { itemIn } from './testing/items.ts';
import { perform } from './testing/sample.ts';
import type { Line } from './testing/sample.ts';

const talk = (count: number, rest: Partial<Line> = {}): Line[] =>
  Array.from({ length: count }, (_, at) => ({ text: `今日はゲームの話を少しだけします、その${at}。`, ...rest }));
const pointsOf = (lines: Line[], options: Parameters<typeof perform>[1] & { isSilent?: boolean } = {}) => {
  const made = perform(lines, options);
  return findEditPoints({ ...made, items: [], ...(options.isSilent ? { sound: null } : {}) });
};

describe('silences', () => {
  const lines = [...talk(3), { text: '長い間のあとです。', after: 4 }, ...talk(3)];

  test.each<[string, Parameters<typeof pointsOf>[1]]>([
    ['in a quiet room', {}],
    ['in a noisy room', { background: -42 }],
    ['over music 8 dB below the speech', { background: -28, music: true }],
    ['without sound, by the cues', { isSilent: true }],
  ])('are found %s', (_, options) => {
    const silences = pointsOf(lines, options).filter(
      ({ kind, start }) => kind === 'silence' && start > 1 && start < 20,
    );
    expect(silences).toHaveLength(1);
    expect(silences[0]!.end - silences[0]!.start).toBeGreaterThan(3.8);
    expect(silences[0]!.end - silences[0]!.start).toBeLessThanOrEqual(4.01);
    expect(silences[0]!.advice).toBe('cut');
  });

  test('are told from somebody speaking where no cue is', () => {
    const made = perform(lines);
    const gap = made.transcript.cues[3]!.start - 3;
    for (let at = Math.round(gap / 0.05); at < (gap + 2) / 0.05; at++) {
      (made.sound.voice as number[])[at] = 0.9;
      (made.sound.loudness as number[])[at] = -20;
    }
    const found = findEditPoints({ ...made, items: [] }).filter(
      ({ kind, start }) => kind === 'silence' && start > gap - 2 && start < gap + 2.5,
    );
    expect(found.every(({ start, end }) => end <= gap + 0.06 || start >= gap + 1.94)).toBe(true);
  });

  test('are named with their numbers', () => {
    const [silence] = pointsOf(lines).filter(({ kind, start }) => kind === 'silence' && start > 1);
    expect(silence!.reason).toEqual({
      ja: expect.stringMatching(
        /^3\.9秒の無音（音量 −60 dB、話し声は −20 dB）$|^4\.0秒の無音（音量 −60 dB、話し声は −20 dB）$/,
      ),
      en: expect.stringMatching(/^(3\.9|4\.0) s of silence \(−60 dB; speech is at −20 dB\)$/),
    });
  });
});

test('fast and slow speech is told from what is usual', () => {
  const points = pointsOf([...talk(10), ...talk(2, { pace: 12 }), ...talk(5), ...talk(2, { pace: 3 }), ...talk(4)]);
  const changes = points.filter(({ kind }) => kind === 'fast' || kind === 'slow');
  expect(changes.map(({ kind }) => kind)).toEqual(['fast', 'slow']);
  expect(changes[0]!.reason.en).toMatch(/^Fast: 1[12]\.\d beats a second \(usually 6\.\d; 1[78]\d%\)$/);
});

test('laughter and shouts are heard', () => {
  const points = pointsOf([
    ...talk(4),
    { text: 'あははは', laughter: 2 },
    ...talk(4),
    { text: 'うわあ、びっくりした！', loudness: -8 },
    ...talk(2),
  ]);
  const [laughter] = points.filter(({ kind }) => kind === 'laughter');
  expect(laughter).toMatchObject({ advice: 'highlight' });
  expect(laughter!.end - laughter!.start).toBeCloseTo(2, 0);
  const loud = points.filter(({ kind }) => kind === 'loud');
  expect(loud).toHaveLength(1);
  expect(loud[0]!.reason.ja).toMatch(/話し声より1[123] dB大きい/);
});

describe('markers', () => {
  test('are cut themselves; what was said before is shown off', () => {
    const points = pointsOf([
      ...talk(2),
      { text: '猫は神様です。', after: 5 },
      { text: 'クリップして！', after: 0.8 },
      ...talk(2),
    ]);
    const [target, marker] = points.filter(({ kind }) => kind === 'marker').toSorted((a, b) => a.start - b.start);
    expect(marker).toMatchObject({ advice: 'cut', strength: 1 });
    expect(target).toMatchObject({ advice: 'highlight', end: marker!.start });
    expect(target!.reason.en).toMatch(/^The \d+ s that “クリップして！” points at$/);
  });

  test('that order a cut point at little, those about importance stay', () => {
    const points = pointsOf([
      ...talk(6),
      { text: '今のカット。' },
      ...talk(2),
      { text: 'ここ大事だよ。' },
      ...talk(3),
    ]).filter(({ kind }) => kind === 'marker');
    expect(points.map(({ advice }) => advice).toSorted()).toEqual(['cut', 'cut', 'highlight']);
    const cuts = points.filter(({ advice }) => advice === 'cut');
    expect(Math.max(...cuts.map(({ start, end }) => end - start))).toBeLessThanOrEqual(15);
  });
});

test('fillers are cut where it is known when they end, and only there', () => {
  const timed = pointsOf([...talk(2), { text: 'えーと|、|今日は|晴れです。', isTimed: true }]).filter(
    ({ kind }) => kind === 'filler',
  );
  expect(timed).toHaveLength(1);
  const own = pointsOf([...talk(2), { text: 'うーん', after: 1 }, { text: 'そうですね。', after: 1 }]).filter(
    ({ kind }) => kind === 'filler',
  );
  expect(own).toHaveLength(1);
  const unknown = pointsOf([...talk(2), { text: 'えーと、今日は晴れです。' }]).filter(({ kind }) => kind === 'filler');
  expect(unknown).toHaveLength(0);
});

test('much teaching in little time is a highlight', () => {
  const lines = [
    ...talk(12),
    { text: '草とエモいとてぇてぇを教えます。' },
    { text: '尊いと推しも大切な言葉です。' },
    ...talk(14),
  ];
  const made = perform(lines);
  const items = ['草', 'エモい', 'てぇてぇ', '尊い', '推し'].map((form) => itemIn(made.transcript, form));
  const [peak, ...others] = findEditPoints({ ...made, items }).filter(({ kind }) => kind === 'teaching');
  expect(others).toEqual([]);
  const at = made.transcript.sentences.find(({ text }) => text.includes('エモい'))!;
  expect(peak!.start).toBeLessThanOrEqual(at.start);
  expect(peak!.end).toBeGreaterThanOrEqual(at.end);
  expect(peak!.reason.ja).toContain('5か所');
  expect(peak!.reason.en).toContain('5 items');
});

test('the same input gives the same points', () => {
  const made = perform([...talk(5), { text: 'save that', after: 2 }, ...talk(3)]);
  expect(findEditPoints({ ...made, items: [] })).toEqual(findEditPoints(structuredClone({ ...made, items: [] })));
});
