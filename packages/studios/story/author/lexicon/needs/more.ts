import type { Need } from './define.ts';

/** More wordings for the needs that most heroes can meet. */
export const moreOfNeeds: Record<
  string,
  Partial<Pick<Need, 'sign' | 'trouble' | 'plea' | 'deed' | 'result' | 'rest'>>
> = {
  'baby-wont-sleep': {
    sign: [
      'Somewhere a very new person was telling the world what was wrong with it.',
      '“Waa,” said a window. It said it again, in case nobody had been listening.',
    ],
    trouble: [
      'It was [n], with a red-faced bundle over one shoulder, going round and round the same chair until there was a track.',
      'In the doorway stood [n], quite grey. The littlest one had been put to bed nine times, and had come out at the other end each time.',
    ],
    plea: [
      '“I have sung it everything,” said [n], “even the one about the tax man.”',
      '“If I stop walking it starts,” said [n], “and if it stops I fall over.”',
    ],
    deed: [
      '“Give it here,” said [h]. It weighed about as much as a loaf. [h.s] did not sing and did not rock. [h.s] only held it where [h.p] {t.tool} was nearest, and let it find out by itself.',
      'All the noise was at the top, thought [h], and what was missing was something at the bottom. So that was where [h.s] put [h.p] {t.tool}: low, and slow, and always the same.',
    ],
    result: [
      'Two fists came undone, finger by finger. After that it was like putting down a cup that is very full.',
      'First it forgot the top note, and then the next one down; and then there was only a hiccup left, which did not mind.',
    ],
    rest: [
      'The window that had said “Waa” said nothing now, in a very small way.',
      'Round a chair ran a track in the carpet, and nobody was on it.',
    ],
  },
  'heavy-letter': {
    sign: [
      'A letter went by at the side of the road, all by itself, with six little feet under it, or perhaps it was two.',
    ],
    trouble: [
      'On the kerb sat [n], out of breath, on a parcel twice as big as [n.so]. It said “By tonight” on it, and it was underlined.',
      'It was [n], pushing an envelope up the step. At the top it slid back, and [n] went with it, as one does.',
    ],
    plea: [
      '“I said that I would,” said [n], “when it was still lying flat.”',
      '“It is only paper,” said [n], “but somebody has put a lot in it.”',
    ],
    deed: [
      'There was no need to say much. [h] put it into [h.p] {t.tool} and started. By the well it got heavier, by the hill it got heavier still, and then there was a door.',
      '[h] tried the weight of it. It was about as heavy as a secret. With [h.p] {t.tool} it could be done, if one went round by the wall and did not stop to look at things. [h.s] looked at things only once.',
    ],
    result: [
      'Behind the door somebody said, “For me?” It was said in the way in which you say it when you had stopped waiting.',
      'It was opened there and then, on the mat; and a pressed flower fell out of it, and someone sat down on the stairs.',
    ],
    rest: [
      'A pressed flower stood in a glass, on the far side, as if that could help.',
      'Somewhere a letter was being read for the third time, by a lamp.',
    ],
  },
  'snow-statue': {
    sign: [
      'There was somebody on the bench whom nobody was sitting next to.',
      'A ball lay by the wall, and someone beside it, and neither of them was being thrown.',
    ],
    trouble: [
      'It was [n], who had come to the party on the wrong day, with a present, and did not like to take it home again.',
      'There sat [n] and drew in the dust with one toe. It was a picture of a table with nine chairs. On eight of them there was somebody.',
    ],
    plea: [
      '“It is quite all right,” said [n]. “I was just going to have been here.”',
      '“They did say,” said [n], “that there would be a next time.”',
    ],
    deed: [
      'There are things that you cannot put right, thought [h]; but you can sit next to them. So [h.s] came, with [h.p] {t.tool} and all, and sat. In a while [h.s] drew one more chair.',
      '[h] did not ask what the matter was. [h.s] moved up close, so that [n] had the good of [h.p] {t.tool}, and looked in the same direction. It was a dull direction. With two it was a view.',
    ],
    result: [
      '“It is a nice bench,” said [n], by and by. It had not been, until then.',
      'The present was unwrapped after all. It was a bag of toffees, and there were just enough for a bench.',
    ],
    rest: [
      'On a bench out there lay two toffee papers, side by side.',
      'In the dust was a table with ten chairs, and the wind went round it.',
    ],
  },
  'key-in-crack': {
    deed: [
      'It was no wider than a slice of toast, and it went on and on. [h] sent in [h.p] {t.tool}, and came after. Somewhere in there was a bit of cold that was not stone, and that was the key.',
    ],
    rest: ['There was a crack in the floor with nothing in it, and it slept with its mouth open.'],
  },
  'cub-in-pipe': {
    plea: ['“I have told it that I am leaving,” said [n]. “It said goodbye.”'],
    rest: ['A drainpipe lay in the grass and was only a drainpipe.'],
  },
  'broken-bridge': {
    trouble: [
      '[n] stood at the edge and looked across. The planks had gone off with the stream, one by one, and home was over there with its lamp lit.',
    ],
    deed: [
      'There was a log, and there was [h.p] {t.tool}. [h] got the one under the other. It rolled; it stuck; it thought better of it. When it lay still it lay from here to there, as though it had grown like that.',
    ],
    rest: ['A log lay over the stream, and the stream talked to it the whole night.'],
  },
};
