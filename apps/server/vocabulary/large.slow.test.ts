import { randomUUID } from 'node:crypto';
import { createProject } from '@kinora/platform/db';
import { openTemporaryDatabase } from '@kinora/platform/testing';
import { readVocabulary } from '@kinora/studios/language';
import type { VocabularyItem } from '@kinora/studios/language/schema';
import { expect, test } from 'vitest';
import { openVocabulary } from './open.ts';
import type { VocabularyFilter } from './vocabulary.ts';

const page = { sort: 'form', limit: 50 } as const;

/** Middle of some durations in milliseconds. */
async function measure(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return times.toSorted((a, b) => a - b)[2]!;
}

test('50,000 places of 10,000 items are searched in a moment', { timeout: 300_000 }, async () => {
  await using opened = await openTemporaryDatabase();
  const database = opened.database.as(randomUUID());
  const vocabulary = openVocabulary(database);
  const { items: seeds } = await readVocabulary(
    '1\n00:00:01,000 --> 00:00:03,000\n推しが尊い。てぇてぇよね。\n\n2\n00:00:03,000 --> 00:00:05,000\nMina: それは草すぎるって！\n',
  );
  const kana = 'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろ';
  const word = (number: number) => [1, 45, 2025].map((base) => kana[Math.floor(number / base) % 45]).join('');
  for (let lesson = 0; lesson < 10; lesson++) {
    const { id } = await database.transaction((tx) =>
      createProject(tx, { studio: 'language', title: `Stream ${lesson}`, summary: { link: 'https://youtu.be/x' } }),
    );
    const items = Array.from({ length: 2500 }, (_, index): VocabularyItem => {
      const number = lesson * 833 + index;
      const seed = seeds[index % seeds.length]!;
      const [first] = seed.evidence;
      const places = [first, { ...first, start: first.start + 60, end: first.end + 60 }] as const;
      return { ...seed, id: `ja-word-${number}`, form: word(number), reading: word(number), evidence: places };
    });
    await vocabulary.keep({ id, version: 1 }, items);
  }
  const whole = await vocabulary.list({}, page);
  expect(whole.facets!.total).toBeGreaterThan(9000);
  const cursor = whole.next!;
  const filters: Record<string, VocabularyFilter> = {
    all: {},
    kana: { query: 'かきく' },
    romaji: { query: 'kakiku' },
    gloss: { query: 'precious' },
    narrow: { kind: ['slang'], level: ['N1'], query: 'さ' },
  };
  const took: Record<string, number> = {};
  for (const [name, filter] of Object.entries(filters)) {
    took[`${name}, with counts`] = Math.round(await measure(() => vocabulary.list(filter, page)));
    took[name] = Math.round(await measure(() => vocabulary.list(filter, { ...page, cursor })));
  }
  took['by count'] = Math.round(await measure(() => vocabulary.list({}, { ...page, cursor, sort: 'count' })));
  for (const [name, milliseconds] of Object.entries(took)) expect([name, milliseconds < 1000]).toEqual([name, true]);
});
