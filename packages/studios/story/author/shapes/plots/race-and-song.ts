import { plot, wants } from './plot.ts';

/** To win: the others are faster, but on the day of the mist only the hero knows the way by heart. */
export const winRace = plot({
  id: 'plot-race',
  when: wants(/^win\b|\b(?:race|contest|medal|cup|trophy|prize)\b/),
  tell: {
    home: [
      '[h] had cleared a place on the shelf, just as wide as a cup. [h.s] wanted to {goal}. The race went once round the pond, and [h] had been in it three times. Each time, when [h.s] came in, they were already folding up the chairs.\n8+ The umpire, who was a considerate person, always pretended that he had only been resting them.\n? {t.cost}',
      'On the shelf of [h.full] stood nothing. [h.s] dusted it every day. It was for the cup, when [h.s] would {goal}. So far [h] had come in behind the others, behind the cows, and once behind a man with a piano.\n8+ Everybody had been extremely polite about it, which is never a good sign at the finishing line.\n? {t.cost}',
      'Every spring there was a race {place.at}, and every spring [h] came last. It was not so bad. Somebody always kept a bun. But there was a bare place on the shelf at home, and [h] wanted to {goal}, just once.\n8+ Nobody else had ever been interested in the particular colour of that emptiness; but [h] was.',
    ],
    call: [
      'So this year [h] began early. Each evening [h.s] went the whole way round, at [h.sp] own pace, and counted aloud. “Nine to the stump, forty to the pump, and then the place that smells of mint.” [f], who was the fastest of all, sat on the gate and laughed so much that a button came off.',
      '“I shall practise,” said [h]. [f], who had won the race last year and the year before, thought that very funny. Evening after evening [h] went round. “Nine to the stump,” [h.s] counted, “and forty to the pump; and mint, and then home.” By June [h.s] said it in [h.sp] sleep.',
    ],
    try1: [
      'On the day there were flags all along the way, red ones, so that no one could go wrong. “Ready?” they called. [f] was ready. [f] was gone. [h] saw eleven backs, then five, then a bit of dust that came down on [h.sp] nose.\n6+ {Crowd1} began to fold up a chair.',
      'Then came the day of the race. There were red flags to show the way. When the whistle blew, everybody was off like peas from a spoon. [h] had got as far as “three” when [f] went round the first bend.',
    ],
    try2: [
      '“Nine,” said [h], at the stump. Somebody had told [h.o] to think of something fast, and so [h.s] thought of soup boiling over. It made no difference to [h.p] feet, but now [h.s] was hungry.',
      '[h] tried to go faster. [h.s] went so fast that [h.s] lost count, and had to go back to the stump to fetch it. After that [h.s] went as always.',
    ],
    low: [
      'Then the mist came up from the pond. It came as it does, all at once and without a sound, and it was as thick as porridge. It ate the flags.\n6+ It ate the pond.\nFrom far ahead [h] heard the others. “This way!” “No, this way!” “Ow, that is my hat!” All that [h] could see was [h.sp] own nose.',
      'It was at the stump that the mist came. It sat down on everything, like a cat.\n6+ There were no flags any more, and no pond.\nSomewhere in the white, ten fast runners ran round a cow. “We are lost!” they called. [h] stopped, too. It would be easy to give it up, now.',
    ],
    turn: [
      '[h] shut both eyes. They were no use. “Nine,” [h.s] said, and there was the stump, rough and wet. “Forty,” and there was the pump, and it dripped. Then it smelled of mint. [h] had never needed the flags. [h.s] had the whole way in [h.sp] feet.',
      'But what had [h.s] counted for, all spring? [h] put one foot on the path. It was where it had always been. “One,” [h.s] said. At forty [h.s] put out a hand, and the pump was in it. Then came the mint. Behind the white the others were asking a cow.',
    ],
    result: [
      'Something thin and soft went across [h.p] chest. It was the ribbon. “Who is it?” said the people on the chairs, who could see nothing. “It is me,” said [h]. And so it was that [h] {goalPast}. No one had folded up a thing.',
      'Then there was a ribbon, and it broke. “And the winner is…” they called, and had to come quite close to look.\n6+ Hats went up, and were lost in the mist.\nFor [h] {goalPast}, by more than anybody ever had.',
    ],
    reward: [
      '[h] did not sit down yet. [h.s] went back in to fetch the others. “Hold on behind,” [h.s] said to [f]. “Mint, then forty, then nine.” They came out of the mist all in a row, with [f] at the very end. There was one bun kept. It was for [f]. A cow came in twelfth.',
      '“Count for us!” called [f], out of the mist. So [h] counted, loudly, and one after the other they came home along it, like beads on a string. A cow came, too. Nobody knows what she was told, but she bowed to the ribbon.',
    ],
    rest: [
      'The cup for the race was not big. It was an egg cup, really. But the place on the shelf had been measured for it. {bedLine} {comfort} ¶ “Nine to the shelf,” said [h], “and forty to the pill…” [h.s] was there already, and fast asleep.',
      '{comfort} Now there was something on the shelf to dust. {bedLine} ¶ [h] had meant to look at the cup all night. [h.s] went round the pond once more, in [h.sp] head, with shut eyes: the stump; the pump; the mint. [h.s] slept before the ribbon.',
      '{bedLine} {comfort} ¶ Out in the dark the mist went round the pond by itself. Nobody ran. On the shelf the cup of the race held a bit of moon, and under it slept [h.n].',
    ],
  },
  titles: [
    '{name}, Nine to the Stump',
    '{name} and the Day of the Mist',
    'The Place on the Shelf of {name}',
    'How {name} Won',
  ],
  stage: { low: { look: 'worried' }, result: { look: 'surprised' } },
});

/** To sing with others: the hero is always late, until that is just what the song wants. */
export const singAlong = plot({
  id: 'plot-song',
  when: wants(/^(?:sing|perform)\b|\b(?:choir|song|concert|band|orchestra|on stage)\b/),
  tell: {
    home: [
      'Every Friday there was singing behind a lit window {place.at}, and every Friday [h] stood under it. [h.s] wanted to {goal}. There was only one thing wrong. [h.p] voice was big and good, but it always came late, like a last bus.\n8+ The others had nearly always finished the refrain, and were already looking for their umbrellas.\n? {t.cost}',
      '[h] had a song inside. It had been there for weeks, and it wanted out. [h.s] wanted to {goal}. But when others sang “la,” [h] was still breathing in; and when they had finished, out came [h.sp] “la,” all alone.\n8+ It is difficult to be in agreement with a hundred and twenty notes at the very same moment.\n? {t.cost}',
    ],
    call: [
      '“Come in, then,” said [f], who led the choir with a wooden spoon. “We sing the one about the boats.” [h] went and stood at the end of the row, next to the umbrella stand. [h.s] was so glad that both [h.sp] ears were hot.',
      'One Friday the door was open. It was [f] who led the choir, with a spoon. “We are short of one,” said [f]. “Can you sing about boats?” [h] knew every word. [h.s] had learned it through the glass.',
    ],
    try1: [
      '“Home come the boats,” sang the choir. There was a pause. “Home come the boats,” sang [h], into the pause. Somebody giggled. {Crowd1} dropped a book. “Once more,” said [f], “and all together.” So they did; but all together it was not.',
      'The spoon went down. They sang, and stopped. Then [h] sang. It was like a person who comes round the corner when the picture has been taken. “Again,” said [f], kindly. It was just as late the second time, but louder.',
    ],
    try2: [
      '[h] tried to begin before the others, so as to come out even. That was worse. Now [h.s] was late for the line before.',
      '“Only move your mouth,” whispered {crowd2}. [h] moved it. It was very quiet in there, and the song knocked on [h.p] teeth.',
    ],
    low: [
      '{dusk} In the break the choir had cake. [h] went out to the steps, and sat down. \n6+ Perhaps it was not for everybody, to sing with others.\nFrom the far side of the hill, somebody called a cow home. “Come, then!” Then it came back from the hill, a bit later and softer: “Come, then…” It was lovely. [h] sat up.',
      '{dusk} [h] said that [h.s] had to see to something, and went outside. The song lay in [h.so] like a stone. A train went by and said “Hoo.” The hill said “Hoo,” after it. Nobody told the hill that it was late. It was the best bit.',
    ],
    turn: [
      '[h] went back in, and [h.sp] knees shook. “Please,” [h.s] said to [f], “do not wait for me. Sing on, and do not stop.” [h.s] breathed in. “Home come the boats,” they sang. And while they sang the next line, [h] sang the first one, right under it. This time [h.s] was late on purpose.',
      '“May I be the hill?” asked [h]. Nobody knew what that was. “You go on,” said [h], “and I come after.” [f] lifted the spoon. They sang the first line, and they did not stop for anyone; and as they sang the second, [h] came in with the first.',
    ],
    result: [
      'It fitted! The boats came home, and behind them came more boats.\n6+ One line went over and the other under, like two hands in a plait.\nThe spoon stopped in the air. “That is a round,” said [f]. “We have wanted one for years. We never had anybody who could be late.”',
      'The two lines lay together as if they had been cut from one cloth.\n6+ {Crowd1} cried a little, into the book.\nThat is how it came that [h] sang in the choir; and no one else could do it, for they were all on time.',
    ],
    reward: [
      'The whole choir sang it until the lamp burned low. {Crowd2} tried to be late, too, but was only slow. There was one piece of cake left. [h] got to it last, as always; and it was the one with the cherry.',
      '“The choir is on Friday, at seven,” said [f], “and you come at five past.” It was written on the door like that, so that all could see.',
    ],
    rest: [
      '{bedLine} {comfort} ¶ From the lit window somebody still hummed the first line, going home. [h] meant to sing the second. But [h.s] was late; [h.s] was asleep, and it came out as a breath.',
      '{comfort} {bedLine} ¶ “Good night, hill,” called [h]. It was a while until the hill had thought about it. “Night,” it said; and [h.s] who had sung in a choir did not hear, because [h.s] was asleep.',
    ],
  },
  titles: ['{name} Comes in Late', 'Five Past Seven, {name}', '{name} and the Choir', '{name} Is the Hill'],
  stage: {
    call: { pose: 'walk', look: 'happy' },
    low: { pose: 'sit', look: 'sad' },
    result: { pose: 'jump', look: 'happy' },
  },
});
