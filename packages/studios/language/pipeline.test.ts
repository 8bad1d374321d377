import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { makeLesson } from './pipeline.ts';
import { lessonRequest } from './schema.ts';
import type { LessonRequestInput, TranscriptFile } from './schema.ts';
import type { LessonInput } from './steps/context.ts';
import { createMemoryContext } from './testing/memory-context.ts';
import type { MemoryContext } from './testing/memory-context.ts';

const srt = `1
00:00:01,000 --> 00:00:04,000
みんな、それは草すぎるって！

2
00:00:05,000 --> 00:00:08,000
推しが尊い。てぇてぇよね。

3
00:00:09,000 --> 00:00:12,000
It's a piece of cake, right?
`;

/** A lesson of words alone. */
async function inputOf(
  context: MemoryContext,
  { outputs = [], ...request }: Omit<LessonRequestInput, 'subtitles'> & { outputs?: LessonInput['outputs'] } = {},
): Promise<LessonInput> {
  const file = await context.assets.put(new TextEncoder().encode(srt), { mediaType: 'application/x-subrip' });
  return {
    id: '0190a0c0-0000-7000-8000-000000000001',
    request: lessonRequest.parse({ ...request, subtitles: { kind: 'file', file } }),
    script: { cues: null, plan: {}, recording: null },
    fileName: 'my_stream.ja.srt',
    outputs,
  };
}

const read = async <Value>(context: MemoryContext, file: { asset: string; mediaType: string; bytes: number } | null) =>
  JSON.parse(new TextDecoder().decode(await context.assets.get(file!))) as Value;

test('subtitles alone become words, items, a vocabulary and files', { timeout: 60_000 }, async () => {
  const context = createMemoryContext();
  const outputs = ['captions', 'vocabulary-csv', 'anki', 'posts', 'main-video', 'short-1'] as const;
  const lesson = await makeLesson(await inputOf(context, { outputs, link: 'https://youtu.be/x' }), context);
  expect(lesson).toMatchObject({ title: 'my stream', facts: null, sound: null, lastWord: 12 });
  const { sentences, origin } = await read<TranscriptFile>(context, lesson.transcript);
  expect(origin).toBe('file');
  expect(sentences[0]?.furigana).toContainEqual({ text: '草', reading: 'くさ' });
  const ids = context.kept.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['ja-slang-oshi', 'ja-slang-tee-tee', 'en-expression-piece-of-cake']));
  expect(lesson.counts.items).toBe(ids.length);
  expect(Object.keys(lesson.outputs).toSorted()).toEqual(['anki', 'captions', 'posts', 'vocabulary-csv']);
  expect(lesson.notes).toContain('Videos are made of a recording.');
  const captions = unzipSync(await context.assets.get(lesson.outputs.captions!));
  expect(strFromU8(captions['recording.srt']!)).toContain('それは草すぎるって');
  const csv = new TextDecoder().decode(await context.assets.get(lesson.outputs['vocabulary-csv']!));
  expect(csv).toContain('https://youtu.be/x?t=5');
  expect(context.events.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['transcript-end', 'items-end', 'plan-end', 'output-start', 'output-end', 'lesson-end']),
  );
});

test('the same lesson again computes nothing', { timeout: 60_000 }, async () => {
  const first = createMemoryContext();
  const outputs = ['captions', 'vocabulary', 'anki', 'posts'] as const;
  const made = await makeLesson(await inputOf(first, { outputs }), first);
  const second = createMemoryContext({ before: first });
  const again = await makeLesson(await inputOf(second, { outputs }), second);
  expect(second.computed).toEqual([]);
  expect(again.outputs).toEqual(made.outputs);
});

test('what the owner changed or hid is what is told; stars change no file', { timeout: 60_000 }, async () => {
  const first = createMemoryContext();
  await makeLesson(await inputOf(first, { outputs: ['vocabulary'] }), first);
  const starred = createMemoryContext({
    before: first,
    edits: { 'ja-slang-oshi': { isStarred: true, review: 'known' } },
  });
  await makeLesson(await inputOf(starred, { outputs: ['vocabulary'] }), starred);
  expect(starred.computed).toEqual([]);
  const edited = createMemoryContext({
    before: first,
    edits: { 'ja-slang-oshi': { gloss: 'the one I cheer for' }, 'ja-slang-tee-tee': { isHidden: true } },
  });
  const lesson = await makeLesson(await inputOf(edited, { outputs: ['vocabulary', 'captions'] }), edited);
  expect(edited.computed).toEqual([
    'language.edited-items',
    'language.difficulty',
    'language.captions',
    'language.vocabulary',
  ]);
  const rows = await read<{ id: string; gloss: string }[]>(edited, lesson.outputs.vocabulary!);
  expect(rows.find(({ id }) => id === 'ja-slang-oshi')?.gloss).toBe('the one I cheer for');
  expect(rows.map(({ id }) => id)).not.toContain('ja-slang-tee-tee');
  // The vocabulary has it still, hidden.
  expect(edited.kept.map(({ id }) => id)).toContain('ja-slang-tee-tee');
});

test('who learns one language is shown nothing of the other', { timeout: 60_000 }, async () => {
  const context = createMemoryContext();
  const lesson = await makeLesson(await inputOf(context, { learns: 'en', outputs: ['vocabulary'] }), context);
  const rows = await read<{ language: string }[]>(context, lesson.outputs.vocabulary!);
  expect(new Set(rows.map(({ language }) => language))).toEqual(new Set(['en']));
});
