import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSampleRecording } from '@kinora/media/recording/testing';
import { readRecording } from '@kinora/media/recording';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeLesson } from './pipeline.ts';
import { lessonRequest } from './schema.ts';
import type { Lesson, LessonOutput } from './schema.ts';
import type { LessonContext, LessonInput } from './steps/context.ts';
import { quickestFirst } from './steps/outputs.ts';
import { createMemoryContext } from './testing/memory-context.ts';
import type { MemoryContext } from './testing/memory-context.ts';

/** The machine may be busy with other tests. */
const limit = 600_000;

let folder: string;
let recording: string;
let srt: string;
let first: MemoryContext;
let lesson: Lesson;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinora-lesson-'));
  recording = join(folder, 'stream.mp4');
  ({ srt } = await makeSampleRecording({ path: recording, seconds: 90, width: 320, height: 180, fps: 10 }));
  first = createMemoryContext({ recording });
  lesson = await makeLesson(await inputOf(first), first);
}, limit);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function inputOf(context: LessonContext, outputs: readonly LessonOutput[] = quickestFirst): Promise<LessonInput> {
  const file = await context.assets.put(new TextEncoder().encode(srt), { mediaType: 'application/x-subrip' });
  return {
    id: '0190a0c0-0000-7000-8000-000000000001',
    request: lessonRequest.parse({
      recording: { kind: 'path', path: recording },
      subtitles: { kind: 'file', file },
      shorts: 2,
      shortSeconds: 12,
      link: 'https://youtu.be/x',
    }),
    script: { cues: null, plan: {}, recording: null },
    fileName: 'stream.mp4',
    outputs,
  };
}

const factsOf = (output: LessonOutput) =>
  first.assets.lend([lesson.outputs[output]!], ([path = '']) => readRecording(path));

test('every file is made', { timeout: limit }, async () => {
  const shorts = lesson.plan!.shorts.map(({ id }) => id);
  expect(shorts.length).toBeGreaterThan(0);
  const missing = quickestFirst.filter((output) => lesson.outputs[output] === undefined);
  expect(missing.every((output) => output.startsWith('short-') && !shorts.includes(output))).toBe(true);
  expect(lesson.plan!.cut.cards.length).toBeGreaterThan(0);

  const main = await factsOf('main-video');
  const kept = lesson.plan!.cut.keeps.reduce((sum, { start, end }) => sum + end - start, 0);
  const titles = [lesson.plan!.cut.intro, lesson.plan!.cut.outro].filter((title) => title !== null).length * 3;
  expect(main).toMatchObject({ video: { width: 320, height: 180, fps: 10 }, audio: { codec: 'aac' } });
  expect(Math.abs(main.seconds - kept - titles)).toBeLessThan(0.3);
  const short = await factsOf('short-1');
  expect(short.video).toMatchObject({ width: 720, height: 1280 });
  expect(short.seconds).toBeLessThanOrEqual(12.5);
  expect(lesson.outputs['thumbnail-1']?.mediaType).toBe('image/jpeg');
  expect(new TextDecoder().decode((await first.assets.get(lesson.outputs.worksheet!)).subarray(0, 5))).toBe('%PDF-');
});

test('another gloss costs the stretches and pages that show it, no more', { timeout: limit }, async () => {
  const [card] = lesson.plan!.cut.cards;
  const item = first.kept.find(({ id }) => id === card!.item)!;
  const stretches = first.computed.filter((name) => name === 'language.stretch').length;
  const edits = { [item.id]: { gloss: 'quite another meaning' } };
  const second = createMemoryContext({ before: first, recording, edits });
  const changed = await makeLesson(await inputOf(second, ['main-video', 'anki', 'captions']), second);
  const cards = changed.plan!.cut.cards.filter((each) => each.item === item.id).length;
  const made = second.computed.filter((name) => name === 'language.stretch').length;
  expect(made).toBeGreaterThanOrEqual(1);
  // A card may lie across two stretches.
  expect(made).toBeLessThanOrEqual(2 * cards);
  expect(made).toBeLessThan(stretches);
  expect(second.computed.filter((name) => name === 'language.join')).toHaveLength(1);
  for (const name of [
    'language.recording',
    'language.hear',
    'language.watch',
    'language.transcript',
    'language.items',
    'language.clips',
    'language.stills',
    'language.title',
    'language.captions',
  ])
    expect(second.computed).not.toContain(name);
});

test('a job that dies in the middle goes on with the stretch it was at', { timeout: limit }, async () => {
  let seen = 0;
  const dying = createMemoryContext({
    recording,
    onCompute: (name) => {
      if (name === 'language.stretch' && ++seen > 2) throw new Error('killed');
    },
  });
  await expect(makeLesson(await inputOf(dying, ['main-video']), dying)).rejects.toThrow('killed');
  const next = createMemoryContext({ before: dying, recording });
  const resumed = await makeLesson(await inputOf(next, ['main-video']), next);
  const all = first.computed.filter((name) => name === 'language.stretch').length;
  const before = dying.computed.filter((name) => name === 'language.stretch').length;
  const after = next.computed.filter((name) => name === 'language.stretch').length;
  expect(before).toBeGreaterThan(0);
  expect(before + after).toBeLessThanOrEqual(all);
  expect(next.computed).not.toContain('language.hear');
  expect(resumed.plan).toEqual(lesson.plan);
});

test('cancelling ends the work', { timeout: limit }, async () => {
  const stop = new AbortController();
  const context = createMemoryContext({
    recording,
    signal: stop.signal,
    onCompute: (name) => {
      if (name === 'language.stretch') setTimeout(() => stop.abort(), 50);
    },
  });
  await expect(makeLesson(await inputOf(context, ['main-video']), context)).rejects.toThrow(/abort|cancel/i);
  expect(context.computed).not.toContain('language.join');
});

test('when nobody’s words can be read, the recording is not heard to its end', { timeout: limit }, async () => {
  const context = createMemoryContext({ recording });
  const { step } = context;
  const ends: Promise<string>[] = [];
  context.step = (derivation, compute) => {
    const done = step(derivation, compute);
    if (derivation.name === 'language.hear')
      ends.push(
        done.then(
          () => 'heard',
          () => 'stopped',
        ),
      );
    return done;
  };
  const file = await context.assets.put(new TextEncoder().encode('WEBVTT\n'), { mediaType: 'text/vtt' });
  const { request, ...input } = await inputOf(context, []);
  const wordless = { ...request, subtitles: { kind: 'file' as const, file } };
  await expect(makeLesson({ ...input, request: wordless }, context)).rejects.toMatchObject({ code: 'request.invalid' });
  expect(await Promise.all(ends)).toEqual(['stopped']);
});
