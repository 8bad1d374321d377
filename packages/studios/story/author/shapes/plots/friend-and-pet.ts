import { plot, wants } from './plot.ts';

/** To have a friend: somebody comes only when nobody looks, so the hero turns the chair round. */
export const haveFriend = plot({
  id: 'plot-friend',
  when: wants(/^(?:(?:have|find|make|meet|get) )?(?:a |an |some |new |real |best |true )*friends?\b|^be friends\b/),
  bind: ({ random }) => ({
    dish: random.pick(['plum cake', 'seed cake', 'jam tart', 'cheese pie']),
    made: random.pick([
      'a bucket, with a mop for hair',
      'two cushions and a good hat',
      'a coat on a stick, with one hand up to wave',
    ]),
  }),
  tell: {
    home: [
      'There were two cups on the table of [h.full], a blue one and a red one. [h.s] drank from the blue one. The red one was for a friend, and stood there in case. It was washed every evening, though nobody had used it.\n8+ A friend, [h] had read somewhere, generally arrives unexpectedly; and so [h.s] expected one all the time.\n? {t.cost}',
      'Each day at four [h] laid the table for two. There were a blue cup and a red cup, and two slices of {x.dish}; and across from [h.o] stood an empty chair. [h.s] wanted to {goal}. You have to be ready, [h] thought; it may come at four.\n8+ So far the clock had been a disappointment for approximately two years.\n? {t.cost}',
    ],
    call: [
      '“This will be the day,” said [h]. [h.s] hung out a sign: FRIEND WANTED. COME IN. KNOCK LOUDLY. In the whole afternoon there was one knock. It was the sign, which had come off its nail.',
      'Then [h] had enough of waiting. [h.s] wrote it on the gate, in big red letters: FRIEND WANTED, AND THERE IS CAKE. A goose read it out, all the way through. “Who is it for?” asked the goose, and went by.',
    ],
    try1: [
      'So [h] made a friend, out of {x.made}. It was a good listener. It liked all of [h.p] jokes. But it never asked for more cake; and when [h] said, “And what do you think?” it fell over.',
      '[h] went and called over every wall, “Hello! I am looking for a friend!” It had to be loud, so that they would all hear. Shutters shut. Something small and quick ran under the steps, and stayed there.',
    ],
    try2: [
      '[h] stood by the gate and smiled. [h.s] smiled so long that it set. People crossed to the other side.',
      '“You must not look so hungry for it,” said {crowd1}. [h] tried to look full.',
    ],
    low: [
      '{dusk} [h] went in to clear the table.\n6+ [h.s] put away the sign.\n[h.s] reached for the red cup, to wash it as always. It was warm. The cake on the other plate had a bite out of it, a very small one, with tooth marks. [h] looked all round. There was no one. But the cloth moved a bit.',
      '{dusk} It was no use. [h] went to clear the table. But the other slice of cake was gone. The crumbs led to the curtain. Below the curtain, there were two feet. When [h] looked at them, they went in.',
    ],
    turn: [
      'Somebody could only come when nobody looked. [h] wanted so much to look! [h.p] neck ached with it. Then [h.s] picked up [h.sp] chair, and turned it round, and sat down with [h.p] back to the table. “There is tea in the red cup,” [h.s] said to the wall. “I shall look over here.”',
      'It would have been easy to pull the curtain. [h] thought of all that calling, and of how it must sound from under a cloth. So instead [h.s] took [h.sp] own chair, and set it with its back to the other one. [h.s] sat down, and told the wall, quite softly, “It is a nice wall. I can look at it for hours.”',
    ],
    result: [
      'It was quiet. Then a chair creaked. Somebody sipped. “It wants sugar,” said a voice, right behind [h.p] ear. “On the left,” said [h], to the wall. It was [f]. So there they sat, back to back; and [h] had a friend, from behind.',
      'There were four small steps. There was a sip. “I have come every day,” said somebody, “but you always looked so hard.” That was [f]. They leaned on each other, back to back. A friend, it turned out, is warm from behind.',
    ],
    reward: [
      '“You may look now,” said [f]. [h] turned round. They both went red, and had more cake to cover it. [f] took the sign out of the corner, turned it over, and wrote on the back: FRIEND FOUND. KNOCK SOFTLY.',
      'When it was time to go, [f] walked out backwards, so that [h] would have something to look at. [f] walked into {thing1}. They both had to sit down for laughing.',
    ],
    rest: [
      'Tonight there were two cups to wash, a blue one and a red one. [h] hung them side by side, and they clinked. {bedLine} {comfort} ¶ [h] lay with [h.sp] back to the wall. On the other side of it lived [f.n]. If you kept still, you could feel it being somebody. So [h] kept still, and slept.',
      '{bedLine} {comfort} ¶ The two chairs were left as they were, back to back, leaning a bit. It looked as if they had gone to sleep in the middle of a sentence. So had [h.n], whose friend would come at four.',
    ],
  },
  titles: ['{name} and the Red Cup', '{name} Looks at the Wall', 'Knock Softly, {name}', 'Cake at Four with {name}'],
  stage: { home: { pose: 'sit', look: 'sad' }, turn: { pose: 'sit' }, result: { pose: 'sit', look: 'happy' } },
});

/** To have a pet: who walks a shoe in the rain will walk a dog. */
export const havePet = plot({
  id: 'plot-pet',
  when: wants(/^(?:have|get|own|keep) (?:a |an |his own |her own )?(?:\w+ )?(?:pet|dog|puppy)\b/),
  bind: ({ wish }) => {
    const noun = /(?:pet|dog|puppy)\b/.exec(wish.goal?.phrase ?? '')?.[0] ?? 'pet';
    return { pet: noun, beast: noun === 'pet' ? 'dog' : noun };
  },
  tell: {
    home: [
      '[h] had a lead, red, with a brass clip, and nothing to clip it to. [h.s] wanted to {goal}. “A {x.pet} wants to go out every day at six,” people said, “in the wind, and in the wet. You would soon be tired of it.” [h] said no. People said, “You would see.”\n8+ It is an irritating thing to be told, because there is no possibility of answering it before tomorrow.',
      'What [h] wanted was to {goal}. [h.s] had asked on Monday, and on Tuesday before breakfast. “Who would take it out at six,” they asked, “when it pours?” “I would,” said [h]. They all smiled at that; it was the smile that made [h.o] cross.\n8+ It was an understanding smile, of the sort that is usually followed by a biscuit and a different conversation.',
    ],
    call: [
      'So [h] went and got a shoe. It was a brown one, with a long tongue. [h.s] clipped the lead to it. “Come on, Shoe,” said [h]. At six they went out together, as far as the corner and back. The shoe was not much trouble. It only stopped a good deal.',
      '“Then I shall show them,” said [h] to [f]; and [h.s] put a lead on the left shoe of somebody who had two. [f] threw a stick for it. They waited. “It is still young,” said [h].',
    ],
    try1: [
      'On the second day there was wind. The shoe took it badly, and lay down. On the third day {crowd1} stopped. “Is it a boy or a girl?” asked {crowd1}, and laughed all down the road. [h] went as far as the corner. [h.p] ears were red. [h.s] came back at ten past, as always.',
      'People came to their windows at six to see it. “There goes the one with the shoe,” they said. It rained on Wednesday. [h] dried the shoe with a cloth, behind the laces, and gave it the warm place by the stove.',
    ],
    try2: [
      'Next to the corner lived an old lady with a curtain. It moved, each time; and behind the curtain something sighed.',
      'By the second week the shoe knew the way. [f] had begun to say good evening to it, and meant it.',
    ],
    low: [
      'Then came an evening when it rained as if somebody had pulled out the plug. There was nobody at the windows. Nobody would have known. [h] looked at the shoe. [h.p] own bed was warm. “It is only a shoe,” said [f]. It struck six.',
      'On the last day of the month [h] was tired. It poured. It was dark, and no one would be out to laugh, even. [h.s] looked at the lead on its hook. It was five to six. It was six. “You could leave it out, for once,” said [f].',
    ],
    turn: [
      '“It waits for six all day,” said [h]. [h.s] put on [h.sp] coat, and held the umbrella over the shoe. They went all the way to the corner, where it was wettest. And there, at the corner, a door came open.',
      '[h] took the lead. If you only go when it is dry, then it is not a walk, it is weather. Down the road they went, [h] and the shoe, with one umbrella, and that was over the shoe. At the corner somebody called, “You! Wait!”',
    ],
    result: [
      'There stood the old lady. “My legs are no good in the rain,” she said, “and his are. Who walks a shoe in this will walk him, too.” Out came a wet nose, two brown eyes, and all the rest. And so it was that [h] {goalPast}. The lead went click.',
      '“I have looked for someone for a year,” said the old lady. “They all came on sunny days.” She stepped aside. Behind her sat a {x.beast} with one ear up. It looked at the lead. It looked at [h.n], and its whole back end began to wag. And so [h] {goalPast}, there, in the rain.',
    ],
    reward: [
      'They all went home the long way, with the umbrella over everyone. The {x.beast} carried the shoe. It would not let go of it, and so they gave it that for good. Somebody at a window asked which was the {x.pet}.',
      'The old lady got her news from [h.n], every day at ten past six, with the smell of wet fur. The shoe was allowed to stay at home on Sundays. The {x.beast} slept on it, so that it should not be lonely.',
    ],
    rest: [
      '{bedLine} {comfort} ¶ The red lead hung on its hook, and dripped. On the mat lay a {x.beast} with its chin on a shoe. It sighed; and [h] sighed; and the rain went on walking round the house by itself while they slept.',
      '{comfort} {bedLine} ¶ There was a weight on [h.p] feet. It was warm, it breathed, and it had brought the shoe. “Six,” said [h], or dreamed it, for [h.s] was asleep, and so was the {x.pet}.',
    ],
  },
  titles: ['{name} and the Brown Shoe', 'At Six, {name}', '{name} Walks a Shoe'],
  stage: { call: { pose: 'walk' }, turn: { pose: 'walk' }, result: { look: 'happy' }, low: { pose: 'sit' } },
});
