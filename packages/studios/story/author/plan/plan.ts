import { advisers } from '../lexicon/advisers.ts';
import { comfortLines } from '../lexicon/comforts.ts';
import { drivesFor } from '../lexicon/drives/index.ts';
import type { Drive } from '../lexicon/drives/define.ts';
import { endings, type Ending } from '../lexicon/endings.ts';
import { fearPattern } from '../lexicon/fears.ts';
import { findKind } from '../lexicon/kinds/index.ts';
import { needs } from '../lexicon/needs/index.ts';
import type { Need } from '../lexicon/needs/define.ts';
import { places } from '../lexicon/places.ts';
import type { TraitId } from '../lexicon/traits.ts';
import type { Place, Truth } from '../lexicon/types.ts';
import { bandOf, type Band } from '../level.ts';
import { capital, gerund, past, plural, singular, withArticle } from '../prose/english.ts';
import type { Slot, Telling } from '../prose/telling.ts';
import { createRandom, type Random } from '../random.ts';
import { shapes } from '../shapes/index.ts';
import { readWish, type Wish, type WishHero } from '../wish/read.ts';
import { isFit } from './theme.ts';
import { heroPart, pickName, sidePart, type Part } from './cast.ts';
import type { Shape } from './shape.ts';
import type { StoryRequest } from '../../schema.ts';

/** All that is decided before the first word. */
export type Plan = {
  seed: number;
  band: Band;
  wish: Wish;
  shape: Shape;
  truth: Truth;
  drive: Drive;
  need: Need | null;
  place: Place;
  ending: Ending;
  cast: Record<string, Part>;
  slots: Record<string, Slot>;
  avoid: RegExp | null;
  /** Identity of the plot: two stories with the same one would be the same story. */
  signature: string;
};

/** Plans a story; attempt 0 is the first choice, later ones choose again. */
export function planStory(request: StoryRequest & { seed: number }, attempt = 0): Plan {
  const wish = readWish(request.wish);
  const random = createRandom((request.seed ^ Math.imul(attempt, 0x9e3779b1)) >>> 0).fork(request.wish.toLowerCase());
  const band = bandOf(request.profile.age);
  const avoid = fearPattern(request.profile.fears, request.wish);
  const hero = wish.heroes[0] ?? spareHero(random, avoid);
  const place = choosePlace(wish, hero, random, avoid);
  const shape = chooseShape(wish, band, random.fork('shape'));
  const { truth, need } = bindTruth(wish, hero, shape, place, random.fork('truth'), avoid);
  const drives = drivesFor(wish);
  const telling = drives.filter((entry) => entry.id !== 'state');
  const drive = random.pick((telling.length ? telling : drives).slice(0, 2));
  const ending = chooseEnding(place, Boolean(need), random.fork('ending'), avoid);
  const cast = makeCast({ wish, hero, band, place, need, shape, request, random: random.fork('cast'), avoid });
  const slots = makeSlots({
    wish,
    hero,
    band,
    place,
    truth,
    need,
    drive,
    ending,
    cast,
    shape,
    request,
    random: random.fork('slots'),
    avoid,
  });
  const signature = [shape.id, truth.id, need?.id, drive.id, ending.id, place.id].join('/');
  return { seed: request.seed, band, wish, shape, truth, drive, need, place, ending, cast, slots, avoid, signature };
}

type Choice = {
  wish: Wish;
  hero: WishHero;
  band: Band;
  place: Place;
  need: Need | null;
  shape: Shape;
  request: StoryRequest;
  random: Random;
  avoid: RegExp | null;
};

function spareHero(random: Random, avoid: RegExp | null): WishHero {
  const ids = ['hedgehog', 'otter', 'kettle', 'mole', 'snail', 'owl', 'penguin', 'robot', 'badger', 'boat'].filter(
    (id) => !avoid?.test(id),
  );
  const noun = random.pick(ids.length ? ids : ['otter']);
  const kind = findKind(noun);
  if (!kind) throw new RangeError(`The lexicon has no ${noun}.`);
  return { kind, noun, adjectives: [] };
}

function choosePlace(wish: Wish, hero: WishHero, random: Random, avoid: RegExp | null): Place {
  const isGoalPlace = wish.goal?.kind === 'journey' || wish.cannot;
  const wanted = isGoalPlace ? [] : wish.places;
  const ids = [
    ...wanted,
    ...hero.kind.places.filter((id) => !wish.places.includes(id)),
    'garden' as const,
    'village' as const,
  ];
  const safe = ids.filter((id) => !avoid?.test(`${places.get(id)?.name} ${id}`));
  // A journey starts where there is a road.
  const able =
    wish.goal?.kind === 'journey' ? safe.filter((id) => !places.get(id)?.indoors && !wish.places.includes(id)) : safe;
  const first = wanted.length && able.includes(wanted[0] as never) ? wanted[0] : random.pick(able.slice(0, 3));
  const place = places.get(first ?? 'garden') ?? places.get('garden');
  if (!place) throw new RangeError('The lexicon has no garden.');
  return place;
}

function chooseShape(wish: Wish, band: Band, random: Random): Shape {
  // A wish with a trouble of its own wants a plot that ends the trouble.
  const strong = wish.traits.length > 0 || Boolean(wish.lost ?? wish.cannot ?? wish.afraidOf ?? wish.goal);
  const able = shapes.filter((shape) => shape.bands.includes(band));
  const fit = able.filter((shape) => isFit(shape.id, wish) && shape.fits(wish) > 0);
  const scored = (fit.length ? fit : able.filter((shape) => shape.fits(wish) > 0))
    .map((shape) => ({
      shape,
      score:
        shape.fits(wish) -
        (strong && shape.fits(wish) <= 5 && !shape.usesNeed && band !== '2-3' ? 3 : 0) +
        (wish.heroes.length > 1 && shape.parts.includes('f')
          ? wish.heroes[1]?.noun === wish.heroes[0]?.noun
            ? 12
            : 6
          : 0) +
        random.next() * 4,
    }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  const near = scored.filter(({ score }, i) => i < 5 && score > best - 3.5);
  const chosen = near.length ? random.pick(near) : scored[0];
  if (!chosen) throw new RangeError(`No shape tells stories for the band ${band}.`);
  return chosen.shape;
}

const wet = new Set(['harbour', 'beach', 'sea', 'reef', 'river', 'pond', 'ice']);

/** What is true of a kind but not of a hero whom the wish calls otherwise: a mouse that is too loud is heard. */
const contrary: [TraitId, RegExp][] = [
  ['loud', /heard|quiet|silent|\bstill$/i],
  ['slow', /\bfast$/],
  ['fast', /\bslow$/],
];

function bindTruth(
  { traits }: Wish,
  hero: WishHero,
  shape: Shape,
  place: Place,
  random: Random,
  avoid: RegExp | null,
): { truth: Truth; need: Need | null } {
  const fitting = (need: Need) =>
    (need.where === 'any' ||
      (need.where === 'water' ? wet.has(place.id) : need.where === 'in' ? place.indoors : !place.indoors)) &&
    !avoid?.test(Object.values(need).flat().join(' '));
  const truths = random.shuffle(
    hero.kind.truths.filter(
      (truth) =>
        !avoid?.test(`${truth.lore} ${truth.cost} ${truth.tool}`) &&
        !contrary.some(([trait, against]) => traits.includes(trait) && against.test(`${truth.cost} ${truth.power}`)),
    ),
  );
  const pool = truths.length ? truths : hero.kind.truths;
  if (shape.usesNeed) {
    // From all that its truths could do, or the first truth's few needs would come up in every other story.
    const able = needs.filter((need) => fitting(need) && pool.some(({ power }) => need.powers.includes(power)));
    const need = able.length ? random.pick(able) : undefined;
    const truth = need && pool.find(({ power }) => need.powers.includes(power));
    if (need && truth) return { truth, need };
    const any = needs.filter((entry) => entry.where === 'any' && entry.powers.includes(pool[0]?.power ?? 'fit'));
    if (pool[0] && any.length) return { truth: pool[0], need: random.pick(any) };
  }
  const truth = pool[0];
  if (!truth) throw new RangeError(`Nothing is known about a ${hero.noun}.`);
  return { truth, need: null };
}

function chooseEnding(place: Place, hasNeed: boolean, random: Random, avoid: RegExp | null): Ending {
  const able = endings.filter(
    (ending) =>
      (!ending.where || ending.where.includes(place.id)) &&
      (hasNeed || !ending.needs) &&
      !avoid?.test(ending.lines.join(' ')),
  );
  return random.pick(able.length ? able : endings.filter((ending) => ending.id === 'back-in-place'));
}

function makeCast({ wish, hero, band, place, need, shape, request, random, avoid }: Choice): Record<string, Part> {
  const taken = new Set<string>(request.profile.name ? [request.profile.name] : []);
  const h = heroPart(hero, band, random, taken, wish.heroes[1]?.noun === hero.noun);
  const other = h.character.pronoun === 'she' ? 'he' : 'she';
  const cast: Record<string, Part> = { h };
  const second = wish.heroes[1];
  const able = (ids: string[]) => ids.filter((id) => id !== hero.noun && id !== second?.noun && !avoid?.test(id));
  const interest = request.profile.interests
    .map((word) => singular(word.toLowerCase()))
    .find(
      (word) =>
        word !== hero.noun &&
        ['animal', 'bird', 'water', 'insect'].includes(findKind(word)?.type ?? '') &&
        !avoid?.test(word),
    );
  if (second)
    cast['f'] = {
      ...heroPart({ ...second, pronoun: second.pronoun ?? other }, band, random, taken, second.noun === hero.noun),
    };
  else if (shape.parts.includes('f')) {
    const id = interest ?? random.pick(able([...place.locals, 'mouse', 'snail', 'robin']));
    const name = band === '2-3' ? capital(id) : pickName(other, band, random, taken);
    cast['f'] = sidePart(id, { pronoun: other, name });
    if (band === '2-3') cast['f'].character.entrance = name;
  }
  const third = wish.heroes[2];
  if (third) cast['g'] = heroPart(third, band, random, taken);
  const receiver = wish.aim?.kind === 'make' ? wish.aim.whom?.split(' ').at(-1) : undefined;
  if (receiver && findKind(receiver)) cast['r'] = sidePart(receiver, { pronoun: other });
  if (need) {
    const id =
      interest && !shape.parts.includes('f') && random.chance(0.7)
        ? interest
        : random.pick(able(need.who).length ? able(need.who) : ['mouse']);
    cast['n'] = second ? (cast['f'] as Part) : sidePart(id, { pronoun: other });
  }
  cast['n'] ??=
    cast['f'] ??
    sidePart(random.pick(able([...place.locals, 'mouse']).length ? able([...place.locals, 'mouse']) : ['mouse']), {
      pronoun: other,
    });
  const adviser = random.pick(advisers.filter((entry) => able(entry.who).length));
  const used = new Set(Object.values(cast).map((part) => part.noun));
  const id = random.pick(
    able(adviser.who).filter((kind) => !used.has(kind)).length
      ? able(adviser.who).filter((kind) => !used.has(kind))
      : ['goat'],
  );
  cast['m'] = sidePart(id, { pronoun: random.chance(0.5) ? 'he' : 'she' });
  return cast;
}

function makeSlots({
  wish,
  hero,
  band,
  place,
  truth,
  need,
  drive,
  ending,
  cast,
  shape,
  request,
  random,
  avoid,
}: Choice & { truth: Truth; drive: Drive; ending: Ending; cast: Record<string, Part> }): Record<string, Slot> {
  const clean = (options: readonly string[]) => {
    const able = options.filter((option) => !avoid?.test(option));
    return able.length ? able : options;
  };
  const [thing1 = '', thing2 = ''] = random.shuffle(clean(place.things));
  const [spot = '', spot2 = ''] = random.shuffle(clean(place.spots));
  const [sound = ''] = random.shuffle(clean(place.sounds));
  const [smell = ''] = random.shuffle(clean(place.smells));
  const name = cast['h']?.character.name ?? hero.noun;
  const own = (phrase: string) =>
    phrase
      .replace(/\b(?:his|her|their|its|my)\b/g, '[h.sp]')
      .replace(/\b(?:himself|herself|themselves|itself)\b/g, '[h.r]');
  const want = random.pick(clean(drive.want));
  const goal = wish.goal
    ? own(wish.goal.phrase)
        .replace(/\beach other\b/, '[f.n]')
        .replace(/^meet$/, 'meet [f.n]')
    : 'see the end of the road';
  const feared = wish.afraidOf ?? 'the thing behind the shed';
  // Many are spoken of as one sight, so that the verbs agree.
  const oneOf =
    /^[a-z-]+$/.test(feared) && !/^(?:heights|stairs|germs|people|shots|others)$/.test(feared)
      ? singular(feared)
      : feared;
  const fear =
    /(?:[^su]s|people|children|mice)$/.test(feared) && !/^(?:the|an?|his|her) /.test(feared)
      ? oneOf === feared
        ? `the sight of ${feared}`
        : withArticle(oneOf)
      : own(feared);
  const [prep = 'in', ...bedNoun] = hero.kind.bed.split(' ');
  const comfort = request.profile.comforts.flatMap((item) => comfortLines(item) ?? []);
  const bedLine = [
    `[h] lay down ${prep} [h.sp] ${bedNoun.join(' ')}.`,
    `Then [h] was ${prep} [h.sp] ${bedNoun.join(' ')}, all of [h.o].`,
    `${capital(prep)} [h.p] ${bedNoun.join(' ')} it was warm.`,
    `It was not far ${prep === 'in' ? 'into' : 'to'} [h.p] ${bedNoun.join(' ')}; only one more yawn.`,
    `[h] got ${prep === 'in' ? 'into' : prep} [h.p] ${bedNoun.join(' ')}, and turned round once, and lay still.`,
    `There, ${prep} [h.sp] ${bedNoun.join(' ')}, was the warm place of yesterday. [h.n] lay down in it.`,
    `[h] let [h.p] feet go first. The rest of [h.o] followed ${prep === 'in' ? 'into' : prep} [h.sp] ${bedNoun.join(' ')}.`,
    `Nothing had to be done any more. [h] only had to lie ${prep} [h.sp] ${bedNoun.join(' ')}.`,
  ];
  const mine = (text: string) =>
    text
      .replace(/\[h\.s?p\]/g, 'my')
      .replace(/\[h\.r\]/g, 'myself')
      .replace(/\[h\.s?o\]/g, 'me');
  const crowd = random.shuffle(
    place.locals.filter(
      (id) => id !== hero.noun && !Object.values(cast).some((part) => part.noun === id) && !avoid?.test(id),
    ),
  );
  const ownLines = advisers.find((entry) => entry.who.includes(cast['m']?.noun ?? ''))?.lines ?? [];
  const adviserLines = [
    ...ownLines,
    ...random
      .shuffle(advisers.flatMap((entry) => entry.lines))
      .filter((line) => !ownLines.includes(line))
      .slice(0, 4),
  ];
  const slots: Record<string, Slot> = {
    name,
    kind: hero.noun,
    kinds: plural(hero.noun),
    Kind: capital(hero.noun),
    sound,
    smell,
    spot,
    spot2,
    thing1,
    thing2,
    Thing1: capital(thing1),
    Thing2: capital(thing2),
    place: {
      at: place.at,
      name: place.name,
      sounds: clean(place.sounds),
      touches: clean(place.touches),
      smells: clean(place.smells),
      sleeps: clean(place.sleeps),
      spots: clean(place.spots),
      dusk: clean(place.dusk),
      things: clean(place.things),
    },
    Place: { at: capital(place.at), name: capital(place.name) },
    Home: `[h] lived`,
    dusk: clean(place.dusk),
    sleeps: clean(place.sleeps),
    sense: [
      `The air smelled of {place.smells}.`,
      `You could hear {place.sounds}.`,
      `Under [h.p] feet [h.s] felt {place.touches}.`,
      `From somewhere came {place.sounds}, and then a bit of quiet.`,
    ],
    t: { tool: truth.tool, lore: once(truth.lore), cost: once(truth.cost) },
    drive: {
      intro: clean(drive.intro),
      habit: clean(drive.habit),
      tries: clean(drive.tries),
      cure: clean(drive.cure),
      after: clean(drive.after),
    },
    want,
    wantMe: mine(want),
    goal,
    goalMe: mine(goal),
    goalPast: past(goal),
    goalIng: gerund(goal),
    fear,
    Fear: capital(fear),
    fearBare: feared.replace(/^(?:the|an?|some) /, ''),
    GoalMe: capital(mine(goal)),
    missWant: /^\w+ing\b/.test(wish.misses ?? '')
      ? 'have it all back, just for one afternoon'
      : 'have {misses} near by, if only for one cup of tea',
    thing1Bare: thing1.replace(/^the /, ''),
    thing2Bare: thing2.replace(/^the /, ''),
    state: own(wish.state?.past ?? 'was a little different'),
    tool: truth.tool,
    lost: wish.lost ?? 'button',
    Lost: (wish.lost ?? 'button').split(' ').map(capital).join(' '),
    lostThe: `the ${wish.lost ?? 'button'}`,
    lostOwn: `[h.sp] ${wish.lost ?? 'button'}`,
    LostOwn: `[h.p] ${wish.lost ?? 'button'}`,
    cannot: own(wish.cannot ?? 'whistle'),
    loves: own(wish.loves ?? 'puddles'),
    misses: own(wish.misses ?? 'home'),
    habit: own(wish.habit ?? 'sweep the step'),
    bed: `[h.sp] ${bedNoun.join(' ')}`,
    inBed: `${prep} [h.sp] ${bedNoun.join(' ')}`,
    bedLine,
    comfort: comfort.length ? clean(comfort) : '',
    token: /^(?:the|an?)\b/.test(thing1) ? thing1 : `the ${thing1}`,
    adviser: clean(adviserLines),
    noise: hero.kind.sound,
    crowd1: `the ${random.pick(['old', 'stout', 'busy'])} ${crowd[0] ?? 'goose'}`,
    crowd2: `the ${random.pick(['tall', 'young', 'serious'])} ${crowd[1] ?? 'goat'}`,
    friend: cast['f']?.character.name ?? 'Somebody',
    interest: interestOf(request.profile.interests, wish, random),
    denial: clean(endings.find((entry) => entry.id === 'denial')?.lines ?? []),
    lawJoke: [
      'That last bit was to make it popular.',
      'The end of it was to show that [h.s] meant it.',
      'It looked very well in red.',
    ],
    sib: /brother/.test(request.wish)
      ? 'brother'
      : /sister/.test(request.wish)
        ? 'sister'
        : random.pick(['brother', 'sister']),
    finger: ['animal', 'fantasy', 'person'].includes(hero.kind.type)
      ? hero.kind.type === 'animal'
        ? 'paw'
        : 'thumb'
      : 'nose',
    twoThings: random.pick(['cherries', 'shoes', 'spoons', 'wheels', 'socks']),
    Noise: capital(hero.kind.sound),
    NoiseSoft: capital(softened(hero.kind.sound)),
    comfortSmall: smallComfort(request.profile.comforts),
    ending: clean(ending.lines),
    ...(need
      ? {
          need: {
            sign: need.sign,
            trouble: need.trouble,
            plea: need.plea,
            deed: need.deed,
            result: need.result,
            rest: need.rest,
          },
        }
      : {}),
  };
  slots['rest'] = restTemplate(Boolean(need), band);
  if (shape.bind) {
    const binding = { wish, band, random, power: truth.power, name, kind: hero.noun };
    slots['x'] = shape.bind(binding);
    for (let round = 0; round < 6 && avoid?.test(JSON.stringify(slots['x'])); round++) slots['x'] = shape.bind(binding);
  }
  return slots;
}

function restTemplate(hasNeed: boolean, band: Band): (telling: Telling) => string {
  return (telling) => {
    const bed = '{bedLine} {comfort}';
    const paid = [...(hasNeed ? ['{need.rest}'] : []), '{drive.after}'];
    const blocks = telling.random.shuffle(band === '4-5' ? [bed, telling.random.pick(paid)] : [bed, ...paid]);
    return `${blocks.join(' ¶ ')} ¶ {ending}`;
  };
}

function softened(sound: string): string {
  return (sound.split(/[ ,-]+/)[0] ?? sound).replace(/(.)\1{2,}/g, '$1$1');
}

/** A comfort in three words, for the youngest. */
function smallComfort(comforts: string[]): string {
  const word = comforts.map((item) => item.toLowerCase()).find((item) => item.length < 16);
  if (!word) return '';
  const small: [RegExp, string][] = [
    [/hum/, 'Hum, hum, hum.'],
    [/sing|song|lullab|music/, 'A song, soft and low.'],
    [/hand/, 'Hand in hand.'],
    [/door/, 'The door is open a bit.'],
    [/tuck/, 'Tuck, tuck, in tight.'],
    [/light|lamp/, 'The small light is on.'],
    [/hug|cuddl/, 'A big, warm hug.'],
    [/milk|cocoa/, 'One sip of warm milk.'],
    [/rain/, 'Rain on the roof. Pit, pat.'],
    [/story|book/, 'One page, read twice.'],
    [/rock|swing/, 'Rock, rock, rock.'],
    [/mum|mom|mama|dad|papa|grand/, 'Someone sits close.'],
    [/kiss/, 'A kiss on the nose.'],
    [/bath/, 'All clean and warm.'],
  ];
  return small.find(([pattern]) => pattern.test(word))?.[1] ?? `Here is the ${word}.`;
}

/** Something to talk about: an interest of the child, or of anybody. */
function interestOf(interests: string[], wish: Wish, random: Random): string {
  const own = interests
    .map((item) => item.trim().toLowerCase())
    .filter((item) => item.length < 24 && !wish.text.toLowerCase().includes(item));
  return own.length
    ? random.pick(own)
    : random.pick([
        'gateposts',
        'buns',
        'the price of string',
        'puddles',
        'whether snails are on their way',
        'hats',
        'the best sort of stick',
      ]);
}

/** A text that is told once a story and is silent after that. */
function once(text: string): (telling: Telling) => string {
  return (telling) => {
    if (telling.used.has(text)) return '';
    telling.used.add(text);
    return text;
  };
}
