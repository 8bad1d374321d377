import type { Binding, Shape } from '../../plan/shape.ts';
import type { Slot } from '../../prose/telling.ts';
import type { Wish } from '../../wish/read.ts';
import { capital } from '../../prose/english.ts';
import { plot, smallPlot } from './plot.ts';

const pets = /\b(?:dog|cat|pet|puppy|kitten|rabbit|hamster|pony|horse)s?\b/;

/** Whether somebody is missed; a time or a place can not send an answer. */
function missesSomebody(wish: Wish): boolean {
  return (
    wish.misses !== undefined &&
    !pets.test(wish.misses) &&
    !/^\w+ing\b/.test(wish.misses) &&
    !wish.goal &&
    !wish.afraidOf
  );
}

/** Who is missed, what is left of them in the house, and what they would do. */
function absent({ wish, random }: Binding): Slot {
  const [who = 'friend', where = ''] = (wish.misses ?? 'home')
    .replace(/^(?:his|her|their|its|my|the|an?)\s+/, '')
    .split(/ (?=at |in |from |on |far |so |very |when |who )/);
  const isFamily =
    /^(?:mum|mom|mummy|mommy|mama|dad|daddy|papa|grandma|grandpa|granny|gran|grandad|granddad|nana|nan)$/.test(who);
  const isHe = /dad|father|papa|grandpa|grandad|granddad|grandfather|brother|uncle|boy|king/.test(who);
  const isMany = who.endsWith('s') && !/(?:ss|us)$/.test(who);
  const thing = random.pick([
    'a green scarf that went round three times',
    'a big grey cardigan with a hole in one elbow',
    'a hat with a feather that had seen better days',
    'a blue coat with a mint in the pocket',
  ]);
  const away = /work/.test(where) ? 'at work until late' : 'a long way off, past the river and both hills';
  return {
    whoOwn: `[h.sp] ${who}`,
    one: isFamily ? capital(who) : `[h.sp] ${who}`,
    mine: isFamily ? capital(who) : `my ${who}`,
    who,
    Who: who.split(' ').map(capital).join(' '),
    s: isMany ? 'they' : isHe ? 'he' : 'she',
    o: isMany ? 'them' : isHe ? 'him' : 'her',
    p: isMany ? 'their' : isHe ? 'his' : 'her',
    was: isMany ? 'were' : 'was',
    thing,
    theThing: thing.replace(/^an? /, 'the ').replace(/ (?:that|with)\b.*/, ''),
    away,
    where: /work/.test(where) ? 'at work' : 'far away',
  };
}

/** Somebody is missed; the empty place is used for something, and an answer comes from the other end. */
export const missedLight: Shape = plot({
  id: 'plot-missed-light',
  when: missesSomebody,
  bind: absent,
  tell: {
    home: [
      '[h] had laid one spoon too many. [h.s] looked at it, and put it back. It was {x.whoOwn} who had always had that spoon. Now {x.s} {x.was} {x.away}. What was left was {x.thing}, on its hook by the door.\n? It is odd how loud a hook can be.\n8+ Everything else in the house went on as usual, which was inconsiderate of it.',
      'There is a stair in the house of [h.full] that creaks. It was {x.one} who used to tread on it every evening, on the way up to say good night. [h] missed {x.whoOwn}, who {x.was} {x.away}.\n6+ Nobody trod on the stair now. It had not made a sound since Sunday.\nWhat was left was {x.thing}, on its hook.',
      'Nobody cut the toast in the right way. It was cut in squares; and {x.whoOwn} had always cut it in boats. [h] ate a square. [h.s] missed {x.whoOwn}, who {x.was} {x.away}. Over the chair hung {x.thing}.\n8+ Nobody had moved it; it was understood that it belonged exactly there until further notice.',
    ],
    call: [
      '“How far is it, exactly?” [h] asked [f]. [f] thought about it. “Can you see the moon from there?” That, [h] did know. They had often looked at it together. “Then it cannot be so very far,” said [f]. [h] took down {x.theThing}, and held it. It smelled of {x.one}.',
      '[h] put on {x.theThing}. It was much too big. But it was like standing in a room where somebody has just been. “What are you doing?” asked [f], at the window. “Missing,” said [h]. “May I help?” said [f].',
    ],
    try1: [
      'They shouted it from the hill. “Good night, {x.Who}!” It went as far as {crowd1}, who said good night back, and was pleased. It had been meant for somebody else.',
      'First [h] wrote a letter. But all that there was to say would not lie down on the paper. [h.s] drew a square piece of toast, with a face. [f] licked the stamp, and then the stamp was on [f].',
    ],
    try2: [
      '“You must think of something else,” said {crowd2}. [h] thought of a wheelbarrow. After a time somebody sat in the wheelbarrow, and it was {x.one}.',
      'They asked the wind to take a kiss along. It took it, and a sock, and went the wrong way.',
    ],
    low: [
      '{dusk} It is in the evening that missing is biggest. It sat down on the step next to [h.o], and took up most of the room. “What would be happening now?” asked [f]. [h] had to swallow. “By now it is time to put the lamp in the window,” [h.s] said. “It was always {x.mine} who did it.”',
      '{dusk} “Does it hurt?” asked [f]. “It pulls,” said [h].\n6+ They looked down the road, and it was only a road.\nIn the window stood the lamp. It was {x.one} who had always lit it. [h] looked at it for quite a while.',
    ],
    turn: [
      '[h] put on {x.theThing}, and climbed on a chair.\n6+ First came the cloth, then the glass, and then the small click; [h.p] hands knew how.\nSoon the lamp was lit. “It is for {x.mine},” [h.s] told [f]. And [h.s] held a hand before it, twice, as one waves.',
      '[h] got up. “If no one does it,” [h.s] said, “then it is my turn.” [h.s] lit the lamp, and set it a bit to the left, as {x.one} always did.\n6+ [h.s] cleaned the glass with a corner of {x.theThing}.\nIt was the very same light. [h] held a hand before it, and took it away: one, two.',
    ],
    result: [
      'They waited. Far off, past the river, past the first hill, there was a light. It was small as a seed. It might have been anyone. But then it went out, and on, twice. “That is no star,” whispered [f]. It was {x.one}, who waved back.',
      'For a long time, nothing. And then somebody, far away at the other end of the night, held a hand before a lamp, and took it away. One. Two. “I know who that is,” said [h]. It was the way {x.one} always knocked.',
    ],
    reward: [
      '“So it goes there and back,” said [f]. “I had thought that missing only went one way.” They shared a bit of toast. It was square; but if you bite off two corners, it is a boat.',
      'It still pulled. But now there was somebody at the other end who held on. [f] went home, and trod on every stair there was, so that they should not be out of practice.',
      'The next day, the letter went off after all. On it was one word and a lamp; and the stamp had been on [f], and was a bit hairy.',
    ],
    rest: [
      '{comfort} {bedLine} Over the foot of the bed lay {x.theThing}. ¶ Past both hills somebody was going to bed as well, and thinking of [h.o]. You could feel it, if you kept still. [h] kept still, and slept, and in the window the lamp went on waving.',
      '{bedLine} {comfort} ¶ “Good night, {x.Who},” said [h], not loudly. It had only to get as far as the lamp. The lamp would take it on from there. And something said good night, on the stair, or in {x.theThing}, or in a dream, because [h] was asleep.',
    ],
  },
  titles: [
    '{name} and the Lamp in the Window',
    'One Spoon Too Many, {name}',
    '{name} Waves Back',
    'Toast in Boats for {name}',
  ],
  stage: {
    home: { pose: 'sit', look: 'sad' },
    low: { pose: 'sit', look: 'sad' },
    turn: { pose: 'reach' },
    result: { pose: 'wave', look: 'happy' },
  },
});

/** The same for the youngest: the good night is said the way the absent one says it, and something answers. */
export const missedSmall: Shape = smallPlot({
  id: 'plot-missed-small',
  when: missesSomebody,
  bind: (binding) => ({
    ...(absent(binding) as Record<string, Slot>),
    soft: binding.random.pick(['hat', 'scarf', 'coat', 'mitten', 'jumper']),
    tap: binding.random.pick(['tap, tap', 'knock, knock', 'la, la', 'toot, toot']),
  }),
  tell: {
    home: [
      'There is a hat. There is a cup. But where is {x.Who}? {x.Who} is {x.where}. [h] misses {x.one}.',
      '[h] looks at the door. No {x.Who}. [h] looks at the chair. {x.Who} is {x.where}. [h] misses {x.one}.',
      'One cup for [h]. One cup for {x.Who}. But {x.Who} is {x.where}. [h] misses {x.one}.',
    ],
    call: [
      'Here is a {x.soft}. It smells of {x.Who}! [h] puts it on. It is so big.',
      '“Is {x.Who} in the {x.soft}?” says [f]. [h] looks in. No. But the smell is.',
    ],
    try1: [
      '“{x.Who}!” calls [h]. “Moo,” says a cow. That is not {x.Who}.',
      '[f] makes a {x.Who}, of mud. It has no arms. It can not hug.',
    ],
    try2: [
      '[h] goes to the gate. It is a long road. It has no {x.Who} on it.',
      '[h] draws {x.Who}. It has one ear. It is a good ear.',
    ],
    try3: ['[f] gives [h] a bun. The bun is good. It is still a bun.'],
    try4: ['They sit on the step. The step is cold. They sit on the {x.soft}.'],
    low: [
      'Now it is night. {x.Who} says good night with a song: {x.tap}. But {x.Who} is not here. Who will do it?',
      'It is dark. It is so quiet. {x.tap.cap}: that is how {x.Who} says good night. But not now. [h] has a tear.',
    ],
    turn: [
      '[h] will do it! Up on the bed. At the wall. For {x.Who}, far away: {x.tap}!',
      '[h] holds the {x.soft}. [h] looks at the moon. “{x.tap.cap},” goes [h], all alone.',
    ],
    result: [
      'Hush. What is that? Far, far away… {x.tap}! It is {x.Who}! {x.Who} has the same moon.',
      'Wait. Wait. Oh! Far off, and so soft: {x.tap}. {x.Who} says it back!',
    ],
    reward: [
      '“I am here,” goes [h]. “I am here,” goes {x.Who}. “Me, too,” says [f].',
      '[h] laughs. There is a bit of {x.Who} in the room. It is in the {x.soft}.',
    ],
    rest: [
      '{comfortSmall} The {x.soft} is round [h]. It is warm, like {x.Who}.\n\nNight-night, {x.Who}. {x.tap.cap}. Shh. [h] sleeps.',
      'One cup for [h]. One for {x.Who}, in the morning. {comfortSmall}\n\nThe moon looks in on both. Shh. [h] sleeps.',
    ],
  },
  titles: ['{name} and the Big Soft Thing', '“I Am Here,” Says {name}', '{name} and the Same Moon'],
});
