import { randomUUID } from 'node:crypto';
import { isKinoraError } from '@kinora/capabilities';
import { createProject } from '@kinora/platform/db';
import type { UserDatabase } from '@kinora/platform/db';
import { openTemporaryDatabase } from '@kinora/platform/testing';
import { readVocabulary } from '@kinora/studios/language';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openVocabulary } from './open.ts';
import type { VocabularyStore } from './vocabulary.ts';

let opened: Awaited<ReturnType<typeof openTemporaryDatabase>>;
let database: UserDatabase;
let vocabulary: VocabularyStore;
beforeAll(async () => {
  opened = await openTemporaryDatabase();
  database = opened.database.as(randomUUID());
  vocabulary = openVocabulary(database);
}, 60_000);
afterAll(() => opened?.[Symbol.asyncDispose](), 60_000);

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (isKinoraError(error) ? error.code : String(error)),
  );

async function lesson(title: string, link: string | null = null): Promise<string> {
  const project = { studio: 'language', title, summary: { link }, searchText: '' };
  return (await database.transaction((tx) => createProject(tx, project))).id;
}

async function say(id: string, version: number, lines: string[]): Promise<void> {
  const clock = (seconds: number) => `00:00:${String(seconds).padStart(2, '0')},000`;
  const srt = lines.map((text, at) => `${at + 1}\n${clock(at * 3)} --> ${clock(at * 3 + 2)}\n${text}\n`).join('\n');
  await vocabulary.keep({ id, version }, (await readVocabulary(srt)).items);
}

const page = { sort: 'form', limit: 50 } as const;
const formsFor = async (query: string) => (await vocabulary.list({ query }, page)).items.map(({ form }) => form);

test('items of all lessons are one vocabulary, searched in both scripts', { timeout: 60_000 }, async () => {
  const first = await lesson('First', 'https://youtu.be/x');
  await say(first, 1, ['推しが尊い。', 'てぇてぇよね。', 'Mina: 宿題を忘れちゃった。']);
  await say(await lesson('Second'), 1, ["It's a piece of cake.", '推しが来た。']);
  for (const query of ['推し', 'おし', 'オシ', 'oshi', 'OSHI', 'ｏｓｈｉ', 'favourite']) {
    expect([query, await formsFor(query)]).toEqual([query, expect.arrayContaining(['推し']) as string[]]);
  }
  for (const query of ['teetee', 'tete', 'てえてえ', 'てぇてぇ', 'precious pure'])
    expect([query, await formsFor(query)]).toEqual([query, ['てぇてぇ']]);
  expect(await formsFor('toutoi')).toEqual(['尊い']);
  expect(await formsFor('piece cake')).toEqual(['a piece of cake']);
  expect(await formsFor('楽勝')).toEqual(['a piece of cake']);
  expect(await formsFor('100%_')).toEqual([]);

  const { items, facets } = await vocabulary.list({ query: '推し' }, page);
  const oshi = items.find(({ form }) => form === '推し')!;
  expect(oshi).toMatchObject({ evidenceCount: 2, lessonCount: 2, isStarred: false, review: 'new' });
  expect(facets?.lesson.map(({ title }) => title).toSorted()).toEqual(['First', 'Second']);
  const { evidence } = await vocabulary.get(oshi.id);
  expect(evidence.map(({ lessonTitle, link }) => [lessonTitle, link])).toEqual([
    ['Second', null],
    ['First', 'https://youtu.be/x?t=0'],
  ]);
});

test('filters and their counts', async () => {
  const slang = await vocabulary.list({ kind: ['slang'] }, page);
  expect(slang.items.every(({ kind }) => kind === 'slang')).toBe(true);
  expect(slang.facets?.total).toBe(slang.items.length);
  // Counted as if kinds were not asked for.
  expect(slang.facets?.kind['expression']).toBeGreaterThan(0);
  const all = await vocabulary.list({}, page);
  expect((await vocabulary.list({ language: 'en' }, page)).items.every(({ language }) => language === 'en')).toBe(true);
  expect((await vocabulary.list({ speaker: 'Mina' }, page)).items.length).toBe(all.facets?.speaker['Mina']);
  const levels = (await vocabulary.list({ level: ['N2', 'N1'] }, page)).items.map(({ difficulty }) => difficulty);
  expect(new Set(levels)).toEqual(new Set(['N1', 'N2']));
  const easiest = (await vocabulary.list({ language: 'ja' }, { ...page, sort: 'level' })).items.map(
    ({ difficulty = '' }) => difficulty,
  );
  expect(easiest).toEqual(easiest.toSorted().toReversed());
  const [most] = (await vocabulary.list({}, { ...page, sort: 'count' })).items;
  expect(most?.evidenceCount).toBe(2);
});

test('pages follow one another', async () => {
  const whole = (await vocabulary.list({}, page)).items.map(({ id }) => id);
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const some = await vocabulary.list({}, { sort: 'form', limit: 3, ...(cursor !== undefined && { cursor }) });
    ids.push(...some.items.map(({ id }) => id));
    expect(some.facets === null).toBe(cursor !== undefined);
    cursor = some.next ?? undefined;
  } while (cursor !== undefined);
  expect(ids).toEqual(whole);
  expect(await codeOf(vocabulary.list({}, { ...page, cursor: 'nonsense' }))).toBe('request.invalid');
});

test(
  'what the owner changed stays when a lesson is read again, and can be taken back',
  { timeout: 60_000 },
  async () => {
    const id = await lesson('Third');
    await say(id, 1, ['それ、草すぎる。', 'ぽんこつだなあ。']);
    const ponkotsu = (await vocabulary.list({ query: 'ponkotsu' }, page)).items[0]!;
    await vocabulary.edit(ponkotsu.id, { gloss: 'lovable klutz', isStarred: true, review: 'learning', tags: ['mine'] });
    await say(id, 2, ['ぽんこつだなあ。', 'ぽんこつだよ。']);
    const [edited] = (await vocabulary.list({ tag: 'mine', starred: true, review: 'learning' }, page)).items;
    expect(edited).toMatchObject({ id: ponkotsu.id, gloss: 'lovable klutz', evidenceCount: 2, isStarred: true });
    expect(await formsFor('lovable klutz')).toEqual([ponkotsu.form]);
    // An older version that ends later changes nothing.
    await say(id, 1, ['それ、草すぎる。']);
    expect((await vocabulary.get(ponkotsu.id)).evidence).toHaveLength(2);
    expect(await vocabulary.edits([ponkotsu.id, 'nobody'])).toEqual({
      [ponkotsu.id]: { gloss: 'lovable klutz', isStarred: true, review: 'learning', tags: ['mine'] },
    });
    const back = await vocabulary.edit(ponkotsu.id, { gloss: null, tags: null });
    expect([back.gloss, back.edit]).toEqual([ponkotsu.gloss, {}]);
    await vocabulary.edit(ponkotsu.id, { isHidden: true });
    expect(await formsFor('ponkotsu')).toEqual([]);
    expect((await vocabulary.list({ hidden: true }, page)).items.map((item) => item.id)).toEqual([ponkotsu.id]);
    expect(await codeOf(vocabulary.edit('nobody', { isStarred: true }))).toBe('resource.missing');
  },
);

test('nobody else sees it', async () => {
  const other = openVocabulary(opened.database.as(randomUUID()));
  expect((await other.list({}, page)).items).toEqual([]);
  const [mine] = (await vocabulary.list({}, page)).items;
  expect(await codeOf(other.get(mine!.id))).toBe('resource.missing');
  expect(await codeOf(other.edit(mine!.id, { isStarred: true }))).toBe('resource.missing');
});
