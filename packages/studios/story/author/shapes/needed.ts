import type { Shape } from '../plan/shape.ts';

/** Somebody else's small trouble needs just what the hero has; in ending it the hero's own trouble ends (S12). */
export const needed: Shape = {
  id: 'two-troubles',
  bands: ['4-5', '6-7', '8-10'],
  usesNeed: true,
  parts: ['m'],
  fits: (wish) => (wish.traits.length ? 7 : 5),
  tell: {
    home: [
      `{drive.intro}
       {drive.habit}
       ? {t.cost}

       ? {Home} {place.at}, {spot}, where you could always hear {place.sounds}.`,
      `{Place.at}, {spot}, there was a smell of {smell}, and there lived [h].
       {drive.intro}
       {drive.habit}
       ? {t.cost}`,
      `? {t.lore}
       {drive.intro}
       6+ {t.cost}
       {drive.habit}`,
    ],
    call: [
      `One <afternoon|day>, [h] thought, “Today I shall {wantMe}.” That was the plan, and it was a good one.

       {need.sign} But [h] had [h.p] mind on the plan.`,
      `More than anything, [h] wanted to {want}. Just once would do.

       ? {dusk}
       {need.sign} [h] only half heard it.`,
      `“Before it gets dark,” [h] said to {thing1}, “I mean to {wantMe}.” {Thing1} had nothing against it.

       {need.sign} That was none of [h.p] business, of course.`,
    ],
    try1: [`{drive.tries}\n? {sense}`],
    try2: [`{adviser}\n? {sense}`, `{drive.tries}\n\n6+ ? {adviser}`],
    try3: [`{drive.tries}\n? {sense}`, `{adviser}\n? {sense}`],
    try4: [`{adviser}\n\n? {dusk}`],
    low: [
      `{dusk} [h] sat down {spot2} and thought about nothing much. And there it was again.
       {need.trouble}

       {need.plea}`,
      `So it had come to nothing. [h] was on [h.p] way home when [h.s] <heard it|came by it> once more, and this time [h.s] stopped.
       {need.trouble}

       {need.plea}`,
    ],
    turn: [
      `[h] looked at [n.o]. [h.s] thought of [h.p] own plan, and of how late it was. Then [h.s] put the plan down.
       ? {t.lore}

       {need.deed}`,
      `It was no time for plans. “Wait,” said [h].
       8+ {t.lore}
       {need.deed}`,
    ],
    result: [`{need.result}`],
    reward: [`{drive.cure}`],
    rest: [`{rest}`],
  },
};
