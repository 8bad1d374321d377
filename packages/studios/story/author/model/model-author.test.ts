import { KinoraError } from '@kinora/capabilities';
import type { LanguageModelV4, ModerationResult } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import { makeStory } from '../../pipeline.ts';
import { script as scriptSchema, storyRequest } from '../../schema.ts';
import { createMemoryContext } from '../../testing/memory-context.ts';
import { createModelAuthor } from './index.ts';
import { tidy } from './page.ts';

type Call = Parameters<LanguageModelV4['doGenerate']>[0];

const page = (happens: string, more: object = {}) => ({
  happens,
  place: 'forest',
  time: 'dusk',
  weather: 'clear',
  mood: 'calm',
  heroDoes: 'walk',
  heroFeels: 'curious',
  friendIsThere: true,
  thing: 'lantern',
  ...more,
});
const outline = {
  title: 'Bramble and the Lantern',
  hero: 'Bramble',
  heroKind: 'shy red fox',
  heroSpecies: 'fox',
  heroColour: 'red',
  heroWears: 'scarf',
  friend: 'Pip',
  friendKind: 'small owl',
  friendSpecies: 'owl',
  friendColour: 'brown',
  wants: 'to walk to the pond at night.',
  trouble: 'The wood is dark.',
  turn: 'He sees that stars shine only in the dark.',
  page1: page('Bramble wants to see the pond.', { time: 'night' }),
  page2: page('He tries with a pot of light.', { time: 'day', thing: 'none' }),
  page3: page('He falls asleep.', { friendIsThere: false }),
};
const sentence = 'The fox sat by the door and looked at the sky. ';
/** A page of the right level, another for each page. */
const pageOf = (call: Call) => {
  const number = Number(/Now write page (\d+)/.exec(lastWords(call))?.[1]);
  return sentence
    .replaceAll('fox', ['fox', 'owl', 'hare'][number - 1] ?? 'mole')
    .repeat(6)
    .trim();
};
const goodPages = ['fox', 'owl', 'hare'].map((animal) => sentence.replaceAll('fox', animal).repeat(6).trim());
const request = {
  ...storyRequest.parse({
    wish: 'a shy fox who is afraid of the dark',
    profile: { age: 5, name: 'Mia', fears: ['spiders'] },
    scenes: 3,
  }),
  seed: 11,
};
const allowed: ModerationResult = { verdict: 'allow', categories: {}, spans: [] };

/** A language model that answers from a function; what it was asked is kept. */
function scripted(answer: (call: Call, index: number) => string): LanguageModelV4 & { calls: Call[] } {
  const calls: Call[] = [];
  return {
    specificationVersion: 'v4',
    provider: 'test',
    modelId: 'scripted',
    supportedUrls: {},
    calls,
    async doGenerate(call) {
      calls.push(call);
      const text = answer(call, calls.length - 1);
      await new Promise((done) => setTimeout(done, 15));
      return {
        content: [{ type: 'text', text }],
        finishReason: { unified: 'stop', raw: 'stop' },
        usage: {
          inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
          outputTokens: { total: 1, text: 1, reasoning: 0 },
        },
        warnings: [],
      };
    },
    doStream: () => Promise.reject(new Error('not streamed')),
  };
}

const isOutline = (call: Call) => call.responseFormat?.type === 'json';
const lastWords = (call: Call) => JSON.stringify(call.prompt.at(-1));
const write = (model: LanguageModelV4, objection?: (text: string) => Promise<string | null>) =>
  createModelAuthor(model, 'test/scripted@1').write(request, {
    signal: new AbortController().signal,
    ...(objection && { objection }),
  });

test('plans by a schema, writes page by page, and paints what it planned', async () => {
  const model = scripted((call) => (isOutline(call) ? JSON.stringify(outline) : pageOf(call)));
  const story = scriptSchema.parse(await write(model));
  expect(story).toMatchObject({
    title: 'Bramble and the Lantern',
    author: 'test/scripted@1',
    goodNight: 'Good night, Mia.',
  });
  expect(story.scenes.map(({ text }) => text)).toEqual(goodPages);
  const [first, second, third] = story.scenes.map(({ spec }) => spec);
  expect(first?.characters.map(({ name, species }) => [name, species])).toEqual([
    ['Bramble', 'fox'],
    ['Pip', 'owl'],
  ]);
  // An evening never goes back to day, and ends in the dark with the hero asleep.
  expect([first, second, third].map((spec) => spec?.timeOfDay)).toEqual(['night', 'night', 'night']);
  expect(third?.characters).toMatchObject([{ expression: 'asleep', pose: 'curl-up' }]);
  expect(new Set(story.scenes.map(({ pictureSeed }) => pictureSeed)).size).toBe(1);
  for (const { prompt } of story.scenes) expect(prompt).toContain('Bramble: a red shy red fox wearing a scarf');
  const asked = model.calls[0]?.responseFormat;
  expect(asked?.type === 'json' && asked.schema?.required).toEqual(expect.arrayContaining(['page1', 'page2', 'page3']));
  const system = JSON.stringify(model.calls[1]?.prompt[0]);
  expect(system).toContain('a child of 5');
  expect(system).toContain('Never mention: spiders');
});

test('a page that misses the reading level is asked for again with the reason, at most twice, then simplified', async () => {
  const long = (call: Call) =>
    ['green', 'white', 'brown']
      .map(
        (colour) =>
          `The little old fox walked very slowly over the ${colour} hill, and he looked at the round moon, and he was glad that it was there, and it smelled of ${pageOf(call).slice(4, 8)} and grass.`,
      )
      .join(' ');
  const model = scripted((call) => (isOutline(call) ? JSON.stringify(outline) : long(call)));
  const story = await write(model);
  const pageCalls = model.calls.filter((call) => !isOutline(call));
  expect(pageCalls).toHaveLength(9);
  expect(lastWords(pageCalls[1]!)).toContain('Your last attempt was wrong: mean sentence');
  const longest = Math.max(...(story.scenes[0]?.text ?? '').split(/[.!?] /).map((each) => each.split(' ').length));
  expect(longest).toBeLessThan(24);
});

test('what the guard or the profile keeps out is never told', async () => {
  const model = scripted((call, index) => {
    if (isOutline(call)) return JSON.stringify(outline);
    return index === 1
      ? `${pageOf(call)} A sword lay there.`
      : index === 2
        ? `${pageOf(call)} Spiders sang.`
        : pageOf(call);
  });
  const seen: string[] = [];
  const story = await write(model, async (text) => {
    seen.push(text);
    return text.includes('sword') ? 'A sword may frighten.' : null;
  });
  expect(story.scenes.map(({ text }) => text)).toEqual(goodPages);
  for (const words of [outline.title, outline.hero, outline.heroKind, outline.friendKind, outline.trouble])
    expect(seen[0]).toContain(words);
  expect(lastWords(model.calls[2]!)).toContain('A sword may frighten.');
  expect(lastWords(model.calls[3]!)).toContain('it mentioned spiders');
});

test.each([
  ['talks instead of planning', 'I am sorry, I can only chat.'],
  ['leaves a page out', JSON.stringify({ ...outline, page3: undefined })],
])('a model that %s is asked once more and then given up', async (_, answer) => {
  const model = scripted(() => answer);
  await expect(write(model)).rejects.toMatchObject({ code: 'provider.failed' });
  expect(model.calls).toHaveLength(2);
});

test('a plan inside a code block is read', async () => {
  const model = scripted((call) =>
    isOutline(call) ? `Sure!\n\`\`\`json\n${JSON.stringify(outline)}\n\`\`\`` : pageOf(call),
  );
  await expect(write(model)).resolves.toMatchObject({ title: outline.title });
});

test('headings, page marks, thoughts and half sentences fall away', () => {
  const read = { ...outline, pages: [] } as unknown as Parameters<typeof tidy>[1];
  const answer = `<think>hm</think># Bramble and the Lantern\n**Page 1:** The fox said, "Hello. It's me."\n\nThe moon was up. And then the`;
  expect(tidy(answer, read, '4-5')).toBe('The fox said, “Hello. It’s me.”\n\nThe moon was up.');
});

test('a thought that never ends is no story', () => {
  const read = { ...outline, pages: [] } as unknown as Parameters<typeof tidy>[1];
  expect(tidy('<think>The child wants a fox. I will begin with', read, '4-5')).toBe('');
});

test('pages of a model that fails midway are not made beside those of the author who takes over', async () => {
  const model = scripted((call) => {
    if (isOutline(call)) return JSON.stringify(outline);
    if (lastWords(call).includes('Now write page 3')) throw new KinoraError('provider.failed', 'The server is gone.');
    return pageOf(call);
  });
  const context = createMemoryContext({ language: model });
  const { speech } = context.models;
  context.models.speech = {
    ...speech,
    async doGenerate(call) {
      if (goodPages.includes(call.text)) await new Promise((done) => setTimeout(done, 80));
      return speech.doGenerate(call);
    },
  };
  const story = await makeStory({ request, outputs: [] }, context);
  expect(story.note).toContain('Kinora’s own author wrote this story.');
  const starts = context.events.flatMap((event) => (event.type === 'scene-start' ? [event.index] : []));
  // The first page had begun and comes to its end; the second, which waited for it, is not begun.
  expect(starts).toEqual([0, 0, 1, 2]);
  const ends = context.events.flatMap((event) => (event.type === 'scene-end' ? [event.page.text] : []));
  expect(ends.slice(1).toSorted()).toEqual(story.scenes.map(({ text }) => text).toSorted());
});

test('each page is painted and spoken while the next is written', async () => {
  let onAsked = (_index: number) => {};
  const model = scripted((call, index) => {
    onAsked(index);
    return isOutline(call) ? JSON.stringify(outline) : pageOf(call);
  });
  const context = createMemoryContext({ language: model });
  const pagesAtCall: number[] = [];
  onAsked = () => pagesAtCall.push(context.events.filter(({ type }) => type === 'scene-written').length);
  const story = await makeStory({ request, outputs: [] }, context);
  expect(story.scenes).toHaveLength(3);
  expect(pagesAtCall.at(-1)).toBeGreaterThan(0);
  const types = context.events.map(({ type }) => type);
  expect(types.filter((type) => type === 'scene-end')).toHaveLength(3);
  expect(types.indexOf('scene-end')).toBeLessThan(types.indexOf('story-written'));
  expect(context.computed.filter((name) => name === 'story.illustrate')).toHaveLength(3);
});

test('when the model fails, the built-in author takes over, says so, and nothing of the failure is kept', async () => {
  const broken = scripted(() => 'no');
  const context = createMemoryContext({ language: broken });
  const story = await makeStory({ request, outputs: [] }, context);
  expect(story.note).toContain('Kinora’s own author wrote this story.');
  expect(story.script.author).not.toContain('scripted');
  const healed = createMemoryContext({
    language: scripted((call) => (isOutline(call) ? JSON.stringify(outline) : pageOf(call))),
    before: context,
  });
  expect((await makeStory({ request, outputs: [] }, healed)).title).toBe(outline.title);
});

test('a story the guard objects to never reaches a child, whoever wrote it', async () => {
  const model = scripted((call) => (isOutline(call) ? JSON.stringify(outline) : `${pageOf(call)} A sword lay there.`));
  const context = createMemoryContext({
    language: model,
    judge: (input) =>
      input.kind === 'text' && input.text.includes('sword') ? { ...allowed, verdict: 'block' } : allowed,
  });
  const story = await makeStory({ request, outputs: [] }, context);
  expect(JSON.stringify([story.scenes, context.events])).not.toContain('sword');
});
