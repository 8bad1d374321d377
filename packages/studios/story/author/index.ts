import { KinoraError } from '@kinora/capabilities';
import { hashText } from './random.ts';
import { sceneCount, type Script, type StoryRequest } from '../schema.ts';
import type { Author } from '../author.ts';
import { levelMisses, measure } from './level.ts';
import { themeOf } from './plan/theme.ts';
import { planStory, type Plan } from './plan/plan.ts';
import { storyFaults } from './prose/checks.ts';
import { tellByTheWay } from './prose/by-the-way.ts';
import { capital } from './prose/english.ts';
import { fitScenes } from './prose/fit.ts';
import { threadWish } from './prose/thread.ts';
import { weaveWish } from './prose/weave.ts';
import { writeScenes } from './prose/write.ts';
import { tell, type Telling } from './prose/telling.ts';
import { createRandom } from './random.ts';
import { planPictures } from './scene/spec.ts';
import { promptOf } from './scene/prompt.ts';

export { readWish } from './wish/read.ts';
export type { Wish } from './wish/read.ts';

/** Identity of the built-in author; its number grows when the same request would give another story. */
export const builtinAuthorIdentity = 'builtin/storyteller@5';

/** The author that needs no language model: it plans a story and writes it sentence by sentence. */
export function createBuiltinAuthor(): Author {
  return {
    identity: builtinAuthorIdentity,
    write: async (request, { signal }) => {
      signal.throwIfAborted();
      return writeStory(request);
    },
  };
}

/** Writes a story at once; the same request gives the same story. */
export function writeStory(request: StoryRequest & { seed: number }): Script {
  return composeStory(request).story;
}

/**
 * Plans and writes until a draft has no fault and keeps to its reading band, four drafts at most (two of long stories); else the best one.
 * @returns The story and the plan that it was written from.
 */
export function composeStory(request: StoryRequest & { seed: number }): { story: Script; plan: Plan } {
  const drafts = sceneCount(request) > 6 ? 2 : 4;
  let best: { story: Script; plan: Plan; cost: number } | null = null;
  for (let draft = 0; draft < drafts; draft++) {
    const plan = planStory(request, draft < 2 ? 0 : draft);
    const story = writeDraft(request, plan, draft);
    const misses = levelMisses(
      story.scenes.map((scene) => scene.text),
      plan.band,
    );
    const cost = storyFaults(story, plan).length * 10 + misses.length;
    if (!best || cost < best.cost) best = { story, plan, cost };
    if (cost === 0) break;
  }
  if (!best) throw new KinoraError('internal.bug', 'No draft of the story was written; please report the wish.');
  return { story: best.story, plan: best.plan };
}

function writeDraft(request: StoryRequest & { seed: number }, plan: Plan, draft: number): Script {
  const scenes = writeScenes(plan, { scenes: sceneCount(request), minutes: request.minutes, draft });
  if (scenes.length < 3) throw new KinoraError('internal.bug', 'The story has too few scenes; please report the wish.');
  weaveWish(plan, scenes);
  threadWish(plan, scenes);
  fitScenes(plan, scenes);
  tellByTheWay(plan, scenes);
  const specs = planPictures(plan, scenes);
  const level = measure(scenes.map((scene) => scene.text).join('\n\n'));
  return {
    title: titleOf(plan),
    ...(request.profile.name ? { dedication: dedicationOf(request.profile.name, request.seed) } : {}),
    language: 'en',
    scenes: scenes.map((scene, i) => {
      const spec = specs[i];
      if (!spec) throw new RangeError('A scene has no picture.');
      return {
        id: `scene-${i + 1}`,
        text: scene.text,
        spec,
        prompt: promptOf(spec),
        pictureSeed: hashText(`${request.seed}/${i}/${scene.text}`) >>> 1,
      };
    }),
    goodNight: goodNightOf(request.profile.name, plan.cast['h']?.character.name ?? 'you', request.seed),
    author: builtinAuthorIdentity,
    level: {
      band: plan.band,
      grade: level.grade,
      meanSentence: level.meanSentence,
      longestSentence: level.longestSentence,
    },
  };
}

function titleOf(plan: Plan): string {
  const random = createRandom(plan.seed).fork('title');
  const titles = [
    ...(plan.shape.titles ?? []),
    ...(plan.shape.titles && (plan.wish.aim || themeOf(plan.wish) || plan.shape.id.startsWith('plot-'))
      ? []
      : plan.drive.titles),
  ];
  const telling: Telling = {
    cast: Object.fromEntries(Object.entries(plan.cast).map(([id, part]) => [id, part.character])),
    slots: plan.slots,
    band: plan.band,
    random,
    used: new Set(),
    avoid: plan.avoid,
    join: 1,
    mentions: {
      sentence: 0,
      paragraphStart: true,
      last: new Map(),
      pronounRun: 0,
      introduced: new Set(Object.keys(plan.cast)),
      present: new Set(),
    },
  };
  const able = titles.filter((title) => !plan.avoid?.test(title));
  const template = random.pick(able.length ? able : ['{name} and the {thing1Bare.title}']);
  const title = capital(tell(template, telling, 1)).slice(0, 120);
  return nameIn(title, template, plan);
}

/** Puts the hero's name into a title that would serve any story, so that no two on a shelf are called the same. */
function nameIn(title: string, template: string, plan: Plan): string {
  const { name, kind } = plan.cast['h']?.character ?? { kind: 'Somebody' };
  const hero = name ?? capital(kind);
  if (title.includes(hero) || (template.includes('{') && /^Wh(?:ere|at) /.test(title))) return title;
  if (/^(?:The|A|An|Two|Five|Nine|Eleven|One) /.test(title) && !/[,.?!]/.test(title))
    return `${hero} and ${title.charAt(0).toLowerCase()}${title.slice(1)}`.replace(
      / and (two|five|nine|eleven|one) /,
      (_match, count: string) => ` and ${capital(count)} `,
    );
  const small = plan.band === '2-3';
  return title.endsWith('?')
    ? `“${title}” ${small ? 'Asks' : 'Asked'} ${hero}`
    : `“${title}${title.endsWith('!') ? '' : ','}” ${small ? 'Says' : 'Said'} ${hero}`;
}

function dedicationOf(name: string, seed: number): string {
  return createRandom(seed)
    .fork('dedication')
    .pick([
      `For ${name}, for tonight.`,
      `For ${name}, who asked.`,
      `For ${name}, before the light goes out.`,
      `For ${name}, and for whoever is reading.`,
    ]);
}

function goodNightOf(child: string | undefined, hero: string, seed: number): string {
  const random = createRandom(seed).fork('night');
  return child
    ? random.pick([
        `Good night, ${child}. Good night, ${hero}.`,
        `Sleep well, ${child}.`,
        `Good night, ${child}. See you tomorrow.`,
      ])
    : random.pick([`Good night. ${hero} is asleep already.`, 'Sleep well.', `Good night, ${hero}. Good night, you.`]);
}
