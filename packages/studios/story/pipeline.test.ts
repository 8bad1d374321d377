import { KinoraError } from '@kinora/capabilities';
import type { ModerationInput, ModerationResult } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import { applyEdit } from './edit.ts';
import { makeStory } from './pipeline.ts';
import { storyRequest } from './schema.ts';
import { createMemoryContext, sampleScript } from './testing/memory-context.ts';

const request = {
  ...storyRequest.parse({ wish: 'a shy fox who is afraid of the dark', profile: { age: 5 }, scenes: 3 }),
  seed: 11,
};
const pages = { request, outputs: [] };
const blocked: ModerationResult = {
  verdict: 'block',
  categories: { violence: 6 },
  spans: [],
  explanation: 'Somebody gets hurt.',
  suggestion: 'Try a race.',
};
const allowed: ModerationResult = { verdict: 'allow', categories: {}, spans: [] };

test('sends words first, then each page whole, then the end', async () => {
  const context = createMemoryContext();
  const story = await makeStory({ request, outputs: ['captions'] }, context);
  const types = context.events.map(({ type }) => type);
  expect(types.slice(0, 2)).toEqual(['story-start', 'story-written']);
  expect(types.filter((type) => type === 'scene-end')).toHaveLength(3);
  expect(types.slice(-3)).toEqual(['output-start', 'output-end', 'story-end']);
  expect(story.scenes.map(({ text }) => text)).toEqual([
    'A fox lit a lantern.',
    'The moth came near.',
    'Then they slept.',
  ]);
  expect(new TextDecoder().decode(await context.assets.get(story.outputs.captions!))).toContain('WEBVTT');
  expect(context.saved.map(({ outputs }) => Object.keys(outputs))).toEqual([[], ['captions'], ['captions']]);
});

test('every word, prompt, picture and alt text passes the guard before it is sent', async () => {
  const context = createMemoryContext();
  await makeStory(pages, context);
  const texts = context.moderated.flatMap((input) => (input.kind === 'text' ? [input.text] : []));
  const script = sampleScript(request);
  for (const { text, prompt } of script.scenes)
    expect(texts).toEqual(expect.arrayContaining([text, prompt, `A picture: ${text}`]));
  expect(texts).toEqual(expect.arrayContaining([request.wish, script.title, script.goodNight]));
  expect(context.moderated.filter(({ kind }) => kind === 'image')).toHaveLength(3);
});

test('a wish the guard blocks starts nothing and says what would work', async () => {
  const context = createMemoryContext({ judge: () => blocked });
  await expect(makeStory(pages, context)).rejects.toMatchObject({
    code: 'request.unsafe',
    message: 'Somebody gets hurt. Try a race.',
  });
  expect(context.events).toEqual([]);
});

test('a wish that is softened is told gently, with a note', async () => {
  let written = '';
  const context = createMemoryContext({
    judge: (input) =>
      input.kind === 'text' && input.role === 'wish'
        ? {
            verdict: 'soften',
            categories: {},
            spans: [],
            explanation: 'Guns became bubbles.',
            softened: 'a fox with bubbles',
          }
        : allowed,
    write: (asked) => {
      written = asked.wish;
      return sampleScript(asked);
    },
  });
  const story = await makeStory(pages, context);
  expect([written, story.note]).toEqual(['a fox with bubbles', 'Guns became bubbles.']);
});

test('a text the guard objects to is written again; none of the attempts is sent when all fail', async () => {
  const seeds: number[] = [];
  const judge = (input: ModerationInput) =>
    input.kind === 'text' && input.text.includes('lantern') ? blocked : allowed;
  const context = createMemoryContext({
    judge,
    write: (asked) => {
      seeds.push(asked.seed);
      return sampleScript(asked);
    },
  });
  await expect(makeStory(pages, context)).rejects.toMatchObject({ code: 'content.blocked' });
  expect(new Set(seeds).size).toBe(4);
  expect(context.events).toEqual([]);
});

test('a picture the guard objects to is drawn again with another seed', async () => {
  let pictures = 0;
  const context = createMemoryContext({
    judge: (input) => {
      if (input.kind !== 'image') return allowed;
      pictures += 1;
      return pictures === 1 ? blocked : allowed;
    },
  });
  const story = await makeStory(pages, context);
  const asked = sampleScript(request).scenes.map(({ pictureSeed }) => pictureSeed);
  expect(story.scenes.filter(({ pictureSeed }, index) => pictureSeed !== asked[index])).toHaveLength(1);
});

test("a model's pictures are judged as pictures; where no guard can, the illustrator draws the page and says so", async () => {
  const context = createMemoryContext({
    judge: (input) => {
      if (input.kind !== 'image' || input.scene !== undefined) return allowed;
      throw new KinoraError('provider.unavailable', 'No guard can judge this.');
    },
  });
  const story = await makeStory(pages, context);
  expect(story.scenes.map(({ drawnBy }) => drawnBy)).toEqual(Array(3).fill('builtin/illustrator'));
  expect(story.scenes[0]?.notes).toEqual(['Kinora drew this page itself: No guard can judge this.']);
  expect(context.moderated.filter((input) => input.kind === 'image' && input.scene === undefined)).toHaveLength(3);
});

test('a guard that does not answer is a refusal', async () => {
  const context = createMemoryContext({
    judge: () => {
      throw new Error('no answer');
    },
  });
  await expect(makeStory(pages, context)).rejects.toThrow('no answer');
  expect(context.events).toEqual([]);
});

test('the same story again computes nothing', async () => {
  const first = createMemoryContext();
  const made = await makeStory(pages, first);
  const again = createMemoryContext({ before: first });
  expect((await makeStory(pages, again)).scenes).toEqual(made.scenes);
  expect(again.computed).toEqual([]);
});

test('changing the words of a page speaks that page again and nothing else', async () => {
  const first = createMemoryContext();
  const made = await makeStory(pages, first);
  const { request: changed, script } = applyEdit(made.request, made.script, {
    scenes: [{ id: 's2', text: 'The moth came very near.' }],
  });
  const second = createMemoryContext({ before: first });
  await makeStory({ request: changed, script, outputs: [] }, second);
  expect(second.computed).toEqual(['story.narrate']);
});

test('redrawing a page draws one picture; another style draws all and speaks none', async () => {
  const first = createMemoryContext();
  const made = await makeStory(pages, first);
  const computedBy = async (edit: Parameters<typeof applyEdit>[2]) => {
    const { request: changed, script } = applyEdit(made.request, made.script, edit);
    const context = createMemoryContext({ before: first });
    await makeStory({ request: changed, script, outputs: [] }, context);
    return context.computed;
  };
  expect(await computedBy({ scenes: [{ id: 's1', redraw: true }] })).toEqual(['story.illustrate']);
  expect(await computedBy({ style: 'ink-wash' })).toEqual(Array(3).fill('story.illustrate'));
  expect(await computedBy({ voice: 'rowan' })).toEqual(Array(3).fill('story.narrate'));
});

test('edited words pass the guard too', async () => {
  const made = await makeStory(pages, createMemoryContext());
  const { script } = applyEdit(made.request, made.script, { scenes: [{ id: 's3', text: 'Something unkind.' }] });
  const context = createMemoryContext({
    judge: (input) => (input.kind === 'text' && input.text.includes('unkind') ? blocked : allowed),
  });
  await expect(makeStory({ request, script, outputs: [] }, context)).rejects.toMatchObject({
    code: 'request.unsafe',
    data: { field: 'scenes.2.text' },
  });
});

test('an edit of a page that is not there names the pages that are', () => {
  const script = sampleScript(request);
  expect(() => applyEdit(request, script, { scenes: [{ id: 's9', text: 'x' }] })).toThrow(
    expect.objectContaining({ code: 'request.invalid', data: { field: 'scenes', allowed: 's1, s2, s3' } }),
  );
});
