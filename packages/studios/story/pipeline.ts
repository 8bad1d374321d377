import { outputKinds } from './schema.ts';
import type { OutputKind, Script, ScriptScene, Story, StoryRequest, StoryScene } from './schema.ts';
import { checkWish } from './steps/check-wish.ts';
import type { StoryContext } from './steps/context.ts';
import { illustrate } from './steps/illustrate.ts';
import { narrate } from './steps/narrate.ts';
import { createOutputs } from './steps/outputs.ts';
import { checkScript, write } from './steps/write.ts';
import type { WriteOptions } from './author.ts';

/** A book is there in seconds; the film comes last. */
const quickestFirst: readonly OutputKind[] = ['cover', 'captions', 'pdf', 'epub', 'audio', 'video'];

/** What a story is made from: a wish, or (after an edit) the script itself. */
export type StoryInput = {
  request: StoryRequest;
  script?: Script;
  note?: string;
  /** Files to make once the pages are there; default all. */
  outputs?: readonly OutputKind[];
};

/**
 * Makes a story: check the wish → write → the first page, then the others in parallel: narrate and illustrate → files.
 * Pages are sent as soon as each is ready, and only what has passed the guard. An author that writes page by page has
 * each painted and spoken while it writes the next.
 */
export async function makeStory(input: StoryInput, context: StoryContext): Promise<Story> {
  const { request } = input;
  const early = createEarlyPages(request, context);
  const { script, note } = await obtainScript(input, context, early.onPage).catch(async (error: unknown) => {
    await early.abandon();
    throw error;
  });
  if (script.scenes.some((scene) => early.find(scene) === undefined)) await early.abandon();
  const texts = script.scenes.map(({ id, text }) => ({ id, text }));
  if (!early.hasBegun())
    await context.emit({ type: 'story-start', scenes: script.scenes.length, seconds: context.seconds() });
  await context.emit({ type: 'story-written', title: script.title, texts, note, seconds: context.seconds() });

  // The first page has the machine to itself: a child can begin to listen while the others are made.
  const page = (scene: ScriptScene, index: number) =>
    early.find(scene) ?? makePage(index, scene, script.language, request, context);
  const [opening, ...following] = script.scenes;
  if (opening === undefined) throw new RangeError('a story has pages');
  const first = await page(opening, 0);
  const firstScene = early.firstSeconds() ?? context.seconds();
  const others = following.map((scene, index) => page(scene, index + 1));
  const scenes = [first, ...(await Promise.all(others))];
  const seconds = { firstScene, scenes: context.seconds(), total: 0 };

  const story: Story = {
    title: script.title,
    dedication: script.dedication,
    goodNight: script.goodNight,
    request,
    script,
    scenes,
    outputs: {},
    reuse: await context.reuse(),
    seconds,
    note,
  };
  await context.save(story);
  const make = createOutputs(story, context);
  const wanted = new Set(input.outputs ?? outputKinds);
  for (const kind of quickestFirst.filter((each) => wanted.has(each))) {
    await context.emit({ type: 'output-start', output: kind, seconds: context.seconds() });
    const file = await make(kind);
    story.outputs[kind] = file;
    await context.save(story);
    await context.emit({ type: 'output-end', output: kind, file, seconds: context.seconds() });
  }
  story.seconds.total = context.seconds();
  story.reuse = await context.reuse();
  await context.save(story);
  await context.emit({ type: 'story-end', reuse: story.reuse, seconds: context.seconds() });
  return story;
}

async function obtainScript(
  input: StoryInput,
  context: StoryContext,
  onPage: WriteOptions['onPage'],
): Promise<{ script: Script; note?: string }> {
  if (input.script !== undefined) return { script: await checkScript(input.script, context), note: input.note };
  const { wish, note } = await checkWish(input.request, context);
  const written = await write(input.request, wish, context, onPage);
  return { script: written.script, note: [note, written.note].filter(Boolean).join(' ') || undefined };
}

/** Pages that are made while their author still writes, one after the other. */
function createEarlyPages(request: StoryRequest, context: StoryContext) {
  const pages = new Map<string, Promise<StoryScene>>();
  const keyOf = ({ id, text }: ScriptScene) => `${id} ${text}`;
  let tail: Promise<unknown> = Promise.resolve();
  let firstSeconds: number | undefined;
  /** Counts the stories that were begun: the pages of an earlier one that wait are not made any more. */
  let round = 0;
  const beginAnew = () => {
    round += 1;
    pages.clear();
    firstSeconds = undefined;
  };
  const onPage: NonNullable<WriteOptions['onPage']> = (scene, { index, total, title }) => {
    if (index === 0) beginAnew();
    const own = round;
    const { id, text } = scene;
    const made = tail.then(async () => {
      if (own !== round) throw new Error('another story took the place of this page');
      if (index === 0) await context.emit({ type: 'story-start', scenes: total, seconds: context.seconds() });
      await context.emit({ type: 'scene-written', scene: id, index, title, text, seconds: context.seconds() });
      const page = await makePage(index, scene, 'en', request, context);
      if (own === round) firstSeconds ??= context.seconds();
      return page;
    });
    // What fails here fails where the page is waited for.
    tail = made.catch(() => {});
    pages.set(keyOf(scene), made);
  };
  return {
    onPage,
    find: (scene: ScriptScene) => pages.get(keyOf(scene)),
    firstSeconds: () => firstSeconds,
    hasBegun: () => pages.size > 0,
    /** Makes none of them any more, and waits for the one that is being made: its events would get among the others. */
    async abandon() {
      beginAnew();
      await tail;
    },
  };
}

async function makePage(
  index: number,
  scene: ScriptScene,
  language: Script['language'],
  request: StoryRequest,
  context: StoryContext,
): Promise<StoryScene> {
  await context.emit({ type: 'scene-start', scene: scene.id, index, seconds: context.seconds() });
  const [narration, illustration] = await Promise.all([
    narrate(scene, language, request, context),
    illustrate(scene, request, context).then(async (drawn) => {
      const { picture, altText } = drawn;
      await context.emit({
        type: 'scene-picture',
        scene: scene.id,
        index,
        picture,
        altText,
        seconds: context.seconds(),
      });
      return drawn;
    }),
  ]);
  const { picture, altText, seed, drawnBy, note } = illustration;
  const { note: spokenNote, ...spoken } = narration;
  const notes = [note, spokenNote].filter((each) => each !== undefined);
  const page: StoryScene = {
    id: scene.id,
    text: scene.text,
    altText,
    picture,
    pictureSeed: seed,
    ...spoken,
    drawnBy,
    ...(notes.length > 0 && { notes }),
  };
  await context.emit({ type: 'scene-end', scene: scene.id, index, page, seconds: context.seconds() });
  return page;
}
