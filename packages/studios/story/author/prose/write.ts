import { bandLimits, measure, sentencesOf, wordsOf, type Band } from '../level.ts';
import type { Plan } from '../plan/plan.ts';
import { layOut } from '../plan/layout.ts';
import type { BeatId } from '../plan/shape.ts';
import { sequences } from '../similarity.ts';
import { pads, smallPads } from '../lexicon/pads.ts';
import { createRandom, hashText, type Random } from '../random.ts';
import { rate } from './choose.ts';
import { repair, sentenceKey } from './repair.ts';
import { inManner } from './stance.ts';
import { lengthen, shorten } from './split.ts';
import { choose, forkTelling, startScene, tell, type Telling } from './telling.ts';

/** A scene as written. */
export type WrittenScene = { text: string; beats: BeatId[]; present: Set<string> };

const joinStart: Record<Band, number> = { '2-3': 0, '4-5': 0.35, '6-7': 0.7, '8-10': 1 };
const wordsAMinute: Record<Band, number> = { '2-3': 100, '4-5': 110, '6-7': 120, '8-10': 140 };

/** Writes the scenes of a plan: for each scene several versions, of which the best by ear stays. */
export function writeScenes(
  plan: Plan,
  options: { scenes: number; minutes: number; variants?: number; draft?: number },
): WrittenScene[] {
  const { scenes, minutes, variants = scenes > 6 ? 4 : 8 } = options;
  const limits = bandLimits[plan.band];
  const target = Math.min(
    limits.scene[1] - 6,
    Math.max(limits.scene[0] + 6, (minutes * wordsAMinute[plan.band]) / scenes),
  );
  let telling: Telling = {
    cast: Object.fromEntries(Object.entries(plan.cast).map(([id, part]) => [id, part.character])),
    slots: plan.slots,
    band: plan.band,
    random: createRandom(plan.seed),
    used: new Set(),
    avoid: plan.avoid,
    join: joinStart[plan.band],
    mentions: {
      sentence: 0,
      paragraphStart: true,
      last: new Map(),
      pronounRun: 0,
      introduced: new Set(),
      present: new Set(),
    },
  };
  const written: WrittenScene[] = [];
  const told = new Set<string>();
  const sentences = new Set<string>();
  const random = createRandom(plan.seed).fork(`${plan.signature}${options.draft ? `/${options.draft}` : ''}`);
  const own = ownWordings(plan, random.fork('wordings'), options.draft ? 3 : 1);
  for (const beats of layOut(plan.shape, scenes)) {
    const probe = forkTelling(telling, random.fork(`room${written.length}`));
    const room = roomFor(
      beats.map((beat) => choose(own(beat), probe)),
      target,
      probe,
    );
    let best: { text: string; telling: Telling; score: number } | null = null;
    for (let variant = 0; variant < variants; variant++) {
      const trial = forkTelling(telling, random.fork(`${written.length}.${variant}`));
      const draft = inManner(
        writeScene({ plan, beats, own, target, room }, trial),
        plan.seed,
        plan.band,
        plan.wish.text.toLowerCase(),
      );
      const text = lengthen(shorten(repair(draft, sentences, plan.avoid), plan.band), plan.band);
      let score = rate(text, {
        band: plan.band,
        target,
        before: told,
        avoid: plan.avoid,
        hero: plan.cast['h']?.character.name ?? '',
      });
      // A little chance among the good ones, or the same wording would win in every story.
      score += trial.random.next() * 14;
      if (!best || score > best.score) best = { text, telling: trial, score };
    }
    if (!best) continue;
    telling = best.telling;
    for (const sequence of sequences(best.text)) told.add(sequence);
    if (plan.band !== '2-3') for (const sentence of sentencesOf(best.text)) sentences.add(sentenceKey(sentence));
    written.push({ text: best.text, beats, present: new Set(telling.mentions.present) });
    telling = {
      ...telling,
      join: tuned(telling.join, measure(written.map((scene) => scene.text).join('\n')).meanSentence, plan.band),
    };
  }
  return written;
}

/**
 * The wordings of each beat that are this story's own: one in a first draft, then as many as `count`, since a draft that
 * slipped wants a choice. If the ear always heard all of them, its favourites would stand in every story of the shape.
 * At four and five the plain ones come first and from eight on the longer ones,
 * but never fewer than two thirds, or all stories of that age would share them.
 */
function ownWordings(plan: Plan, random: Random, count: number): (beat: BeatId) => readonly string[] {
  return (beat) => {
    const wordings = plan.shape.tell[beat] ?? [''];
    const able = wordings.filter((wording) => !plan.avoid?.test(wording));
    const mixed = random.fork(beat).shuffle(able.length ? able : wordings);
    if (plan.band !== '4-5' && plan.band !== '8-10') return mixed.slice(0, count);
    const length = (wording: string) => wordsOf(wording).length / Math.max(1, sentencesOf(wording).length);
    const [fits, rank] =
      plan.band === '4-5'
        ? [mixed.filter((wording) => length(wording) < 11), 1]
        : [mixed.filter((wording) => length(wording) > 7.5), -1];
    const least = Math.max(5, Math.ceil(mixed.length * 0.65));
    const ranked = () => mixed.toSorted((a, b) => rank * (length(a) - length(b))).slice(0, least);
    const pool = fits.length < least ? ranked() : fits;
    return random.fork(`${beat}/fits`).shuffle(pool).slice(0, count);
  };
}

function writeScene(
  scene: {
    plan: Plan;
    beats: BeatId[];
    own: (beat: BeatId) => readonly string[];
    target: number;
    room: number;
  },
  telling: Telling,
): string {
  const { plan, beats, own, target, room } = scene;
  startScene(telling);
  const templates = beats.map((beat) => choose(own(beat), telling));
  const parts = templates
    .map((template, i) => ({ beat: beats[i], text: tell(template, telling, room) }))
    .filter((part) => part.text);
  const count = () => parts.reduce((sum, part) => sum + wordsOf(part.text).length, 0);
  const enough = Math.max(bandLimits[telling.band].scene[0] + 6, target * 0.78);
  // A scene is better short than full of asides.
  const asides = telling.band === '8-10' ? 3 : 2;
  const least = bandLimits[telling.band].scene[0] + 6;
  // The youngest would lose the thread: for them one at most, and none where the story turns.
  const small = telling.band === '2-3' ? (beats.some((beat) => /^(?:home|call|try)/.test(beat)) ? 1 : 0) : asides;
  for (let round = 0; round < 4 && count() < (round < small ? enough : least); round++) pad(parts, telling, plan.seed);
  const hero = telling.cast['h']?.name;
  const last = parts.at(-1);
  if (hero && last && !parts.some((part) => part.text.includes(hero)))
    last.text = `${tell(telling.random.pick(telling.band === '2-3' ? seenSmall : seen), telling, 1)}\n\n${last.text}`;
  trim(parts, count, bandLimits[telling.band].scene[1] - 3);
  return parts.map((part) => part.text).join('\n\n');
}

/** Shows the hero in a scene that would not have named it. */
const seen = [
  '[h.n] saw all of it.',
  '[h.n] stood by, and kept quite quiet.',
  '[h.n] rubbed [h.p] nose.',
  'There in the middle was [h.n].',
  '[h.n] let out a long breath.',
];
const seenSmall = ['[h.n] looks on.', 'And [h.n]? [h.n] nods.', 'Hm, says [h.n].'];

/** Takes last paragraphs off what can do without them, attempts first, until the scene is short enough. */
function trim(parts: { beat: BeatId | undefined; text: string }[], count: () => number, limit: number): void {
  for (let round = 0; round < 4 && count() > limit; round++) {
    const able = parts.filter(
      ({ beat, text }) => /^(?:try|home|call|reward|result)/.test(beat ?? '') && text.includes('\n\n'),
    );
    const part = able.find(({ beat }) => beat?.startsWith('try')) ?? able[0];
    if (part) {
      part.text = part.text.slice(0, part.text.lastIndexOf('\n\n'));
      continue;
    }
    const ending = parts.find(({ beat, text }) => beat === 'rest' && text.split('\n\n').length > 3);
    if (ending) {
      const paragraphs = ending.text.split('\n\n');
      paragraphs.splice(-3, 1);
      ending.text = paragraphs.join('\n\n');
      continue;
    }
    const opening = parts.find(
      ({ beat, text }) => (beat === 'home' || beat === 'result') && sentencesOf(text).length > 3,
    );
    const last = opening ? sentencesOf(opening.text).at(-1) : undefined;
    if (!opening || !last || /[“”]/.test(last)) return;
    opening.text = opening.text.slice(0, opening.text.lastIndexOf(last)).trim();
  }
}

/** Adds a passage to a beat of the scene: before its last paragraph when the scene ends the story, else behind it. */
function pad(parts: { beat: BeatId | undefined; text: string }[], telling: Telling, seed: number): void {
  if (telling.band === '2-3') {
    const part = parts[0];
    const small = shelf(smallPads, seed, telling.used);
    if (part && small.length)
      part.text =
        parts.length === 1 && part.beat === 'rest'
          ? `${tell(choose(small, telling), telling, 1)}\n\n${part.text}`
          : `${part.text} ${tell(choose(small, telling), telling, 1)}`;
    return;
  }
  const able = parts.filter((part) => part.beat && shelf(pads[part.beat] ?? [], seed, telling.used).length > 0);
  const part = able.length ? telling.random.pick(able) : undefined;
  if (!part?.beat) return;
  const lines = shelf(pads[part.beat] ?? [], seed, telling.used);
  // What belongs to this story goes before what could stand in any.
  const own = lines.filter((line) => /^\{(?:drive|t)\.[\w.]*\}$/.test(line));
  const line = choose(own.length ? own : lines, telling);
  const more = tell(line, telling, 1);
  if (!more) return;
  if (part.beat === 'rest') part.text = `${more}\n\n${part.text}`;
  else part.text += part.text.endsWith('”') || more.startsWith('“') ? `\n\n${more}` : ` ${more}`;
}

/**
 * Lines that a story has not used, from the quarter of them that is its own: the ear would choose the same favourites
 * for every story. All of them when its own are used up.
 */
function shelf(lines: readonly string[], seed: number, used: ReadonlySet<string>): readonly string[] {
  const fresh = lines.filter((line) => !used.has(line));
  const own = fresh.filter(
    (line) => /^\{[\w.]+\}$/.test(line) || createRandom(hashText(`${seed}/${line}`)).chance(0.26),
  );
  return own.length ? own : fresh;
}

/** How many optional lines are wanted so that the words come near the target. */
function roomFor(templates: string[], target: number, telling: Telling): number {
  const probe: Random = telling.random.fork('room');
  const words = (room: number) =>
    templates
      .map((template) => tell(template, forkTelling(telling, probe.fork(String(room))), room))
      .join(' ')
      .split(/\s+/).length;
  const bare = words(0);
  const full = words(1);
  if (full <= bare) return 0;
  return Math.min(1, Math.max(0, (target - bare) / (full - bare)));
}

function tuned(join: number, mean: number, band: Band): number {
  const [low, high] = bandLimits[band].mean;
  if (mean < low + 0.4) return Math.min(1, join + 0.25);
  if (mean > high - 0.4) return Math.max(0, join - 0.3);
  return join;
}
