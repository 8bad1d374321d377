import type { PlaceId } from './types.ts';

/** A way into sleep. Its lines are the last of the story. */
export type Ending = { id: string; lines: string[]; where?: PlaceId[]; needs?: 'n' };

/** Endings; in each the hero is asleep at the end, and each is built differently. */
export const endings: readonly Ending[] = [
  {
    id: 'naming',
    lines: [
      'Good night, {thing1Bare}. Good night, {thing2Bare}. Good night, [h.n], fast asleep.',
      '“Good night, {thing1Bare},” said [h]. “Good night, {thing2Bare}.” There was one more to say, but [h] was asleep before [h.s] got to [h.r].',
      '[h] said good night to {thing1}, and to {thing2}, and to both [h.p] feet. The left one did not hear any more. Nor, soon after, did [h], for [h.s] was asleep.',
    ],
  },
  {
    id: 'lights',
    where: [
      'village',
      'street',
      'rooftops',
      'harbour',
      'railway',
      'castle',
      'farm',
      'market',
      'school',
      'library',
      'treehouse',
      'hill',
      'mountain',
      'workshop',
      'bedroom',
      'kitchen',
    ],
    lines: [
      'There were three lights still on. Then there were two, and then one. The last was a star, and it stayed up so that [h] could sleep.',
      'One by one the lights went out {place.at}: the near one, the far one, the small one that is always last. By then [h] was asleep.',
      'Five windows shone, then four, then three. [h] meant to see the last one go. But somewhere about two, [h.s] slept.',
    ],
  },
  {
    id: 'chain',
    lines: [
      '{Thing1} slept, and {thing2} slept, and last of all, with one more sigh, [h] slept too.',
      'First it was {thing2} that went to sleep, and then {thing1}, and then [h.p] left ear, and then [h].',
      'The day lay down. The shadows lay down in it. And [h] lay down in those, and slept.',
    ],
  },
  {
    id: 'cradle',
    lines: [
      '{place.sleeps} And [h] was asleep under all of it.',
      '{place.sleeps} [h.n] breathed in, and out, and the whole of the night went along with it, in, and out, and slept.',
      '{place.sleeps} It was as if somebody were tucking in the world, one side and then the other, with [h] asleep in the middle.',
    ],
  },
  {
    id: 'denial',
    lines: [
      "“I'll just shut my eyes,” said [h], “so that they can have a res…”",
      '“I shall lie here,” said [h], “and think about the whole of it, from the very begin…” And [h.s] slept.',
      '“I am not really asl…” said [h], and was.',
    ],
  },
  {
    id: 'layers',
    lines: [
      'Near by, you could hear {place.sounds}. Farther off was the night, going about on soft feet. And farthest of all was [h], asleep.',
      'For a while [h] listened. First came {place.sounds}. Behind that came the wind, and behind the wind, something slow and deep and regular. It was [h.p] own breath. [h] was asleep, and it went on without [h.so].',
      '[h] could hear {sound}, quite close. Then it was less. Then there was only the quiet that it had been standing in, and [h] asleep there.',
    ],
  },
  {
    id: 'late-answer',
    needs: 'n',
    lines: [
      '“Good night!” [h] called across to [n]. It took a while. And when the answer came, very small, “Night,” there was nobody awake to hear it. [h.n] slept.',
      'Far off, somebody said, “Good night, [h.n].” It went in at one ear, and found [h.o] fast asleep, and stayed.',
    ],
  },
  {
    id: 'back-in-place',
    lines: [
      'It was all back in its place, {thing1} and {thing2} and the day. There was one place left, just the shape of [h.o]. [h.s] got in. It fitted. [h.s] slept.',
      'Everything was where it belonged: the moon up there, {thing1} out there, and [h] {inBed}, fast asleep.',
    ],
  },
  {
    id: 'three-things',
    lines: [
      '[h] told [h.r] the day. There had been {sound}. There had been [n.n]. And then there had been…',
      '“One,” thought [h], “was [n.n]. Two was {smell}. And three,” [h.s] thought, and smiled, and slept.',
      'It had been a day with [n.n] in it. [h] held on to that, and it grew soft, and it grew dark, and it was a dream.',
    ],
  },
  {
    id: 'half-carried',
    lines: [
      '[h.p] feet knew the way, so [h.s] left it to them. There went {thing1}. There went {thing2}. There was the smell of {smell}, which was home; and there was the pillow, and then there was nothing but sleep.',
      "Going home, [h] saw only bits of it: {thing1}, upside down; a star; the door. Somebody's yawn. The last bit was the blanket coming up, and sleep with it.",
    ],
  },
  {
    id: 'watch',
    lines: [
      'The moon came round past {thing1} and looked in. It would stay up now; it had the time. So [h] gave it the night to hold, and slept.',
      'High up a star sat down to keep watch. It was good at that. “Thank you,” said [h], or dreamed that [h.s] did.',
      'Somebody has to stay awake, and tonight it was {thing1}. It had nothing else to do. [h.n] turned over, and slept till morning.',
    ],
  },
  {
    id: 'breath',
    lines: [
      'Long breath in. Long breath out. That was the wind {place.at}; or it was [h], sleeping.',
      'The night breathed in, and the curtain went one way. The night breathed out, and it came back. By the third breath, [h] was asleep.',
    ],
  },
  {
    id: 'thoughts-off',
    lines: [
      'What [h] had thought all day went off by itself now, without [h.o]: past {thing1}, past {thing2}, on soft feet. It would be back by morning. [h] slept.',
      'The day had one button left to do up. [h] did it up, by closing one eye, and then the other; and slept.',
    ],
  },
  {
    id: 'same-thing',
    lines: [
      '{Thing1} stood there as it had in the morning. It was only [h] who was different, and nobody would see it till breakfast. [h.s] slept.',
      'This morning {thing1} had been the first thing that [h] saw. Now it was the last. Between the two of them lay a whole day; and then there was sleep.',
    ],
  },
  {
    id: 'window-square',
    where: ['village', 'street', 'castle', 'farm', 'school', 'library', 'treehouse', 'bedroom', 'kitchen', 'workshop'],
    lines: [
      'The moon put a square of light on the wall. It moved along, past the chair, past the shelf, as slowly as somebody reading. When it came to the bed, [h] was asleep.',
      'On the floor lay a bit of moon in the shape of the window. Nobody stepped on it. [h] slept.',
    ],
  },
  {
    id: 'tide',
    where: ['harbour', 'beach', 'sea', 'reef'],
    lines: [
      'The tide came in and put everything straight, each footprint, each shell. Then it went out on tiptoe, so as not to wake [h.o]. It was too late for that. [h.s] slept.',
      'A wave said, “Shh.” The next wave said the same. They went on saying it long after [h] was asleep, just to be sure.',
    ],
  },
  {
    id: 'river-carries',
    where: ['river', 'pond'],
    lines: [
      'The water took the last light and carried it a bit farther down, to those who needed it. Here it was dark and soft. [h] slept.',
      'A leaf came by on the water, with nobody in it. [h] got in, or dreamed it, and was asleep before the bend.',
    ],
  },
  {
    id: 'snow-cover',
    where: ['snow-wood', 'ice', 'mountain'],
    lines: [
      'It began to snow, as if somebody were drawing up a sheet. It went over the tracks of today, and up to the chin of everything. [h] slept under it all.',
      'One flake came down, and took its time. By the time it had lain down, [h] lay still too, and slept.',
    ],
  },
  {
    id: 'leaf-fall',
    where: ['wood', 'meadow', 'garden', 'hill', 'jungle', 'treehouse'],
    lines: [
      'A leaf let go, and turned over, and over, all the way down. That was just how it went with [h.o]. The ground was soft, and it was sleep.',
      'The grass stood up again where they had been, one blade after another. When the last had got up, [h] had long been asleep.',
    ],
  },
  {
    id: 'embers',
    where: ['kitchen', 'workshop', 'cave', 'village', 'farm'],
    lines: [
      'What was left of the warm was shared out: some for {thing1}, some for {thing2}, and the most for [h.o]. [h.s] had it up to the chin, and slept.',
      'Something ticked as it cooled. It ticked more and more seldom, like a person who is telling a story and has got to the end. [h] was asleep.',
    ],
  },
  {
    id: 'rails',
    where: ['railway', 'street', 'harbour', 'market'],
    lines: [
      'Far off a last train went by. It took all the noise along, and left the rails shining. [h] slept, and got off nowhere.',
      'The last wheels of the day went round the corner. Somebody had to turn off the quiet, but nobody did. [h] slept in it.',
    ],
  },
  {
    id: 'stars-counted',
    where: ['sky', 'moon', 'desert', 'rooftops', 'hill', 'sea'],
    lines: [
      'There was one star for each thing that had gone wrong, and one for each that had not. [h] began to count, to see which were more. [h.s] was asleep at four.',
      'The stars came nearer, to look. They saw somebody asleep, with one hand open, and went back to their places on tiptoe.',
    ],
  },
  {
    id: 'pages',
    where: ['library', 'school', 'bedroom'],
    lines: [
      'It was like the last page of a book, when there is one more line, and then the white. [h] was in the white already, and asleep.',
      '“To be contin…” thought [h]. The rest was on another page, and that was a dream.',
    ],
  },
  {
    id: 'friend-asleep',
    needs: 'n',
    lines: [
      'Somewhere [n] was yawning. It is catching, even from there. [h] caught it, and passed it on to {thing1}, and slept.',
      'If [n] thought of [h.o] just then, it went over the fields, and in by the window, and lay down with [h.o]. They both slept.',
    ],
  },
  {
    id: 'pocket',
    lines: [
      '[h] put the day away, the way you put away a stone that you mean to keep. It was still warm. So was [h], fast asleep.',
      'There was a bit of the day left over, not big enough for anything. [h] kept it under one cheek, and slept on it.',
    ],
  },
  {
    id: 'dark-comes-in',
    lines: [
      'The night came in without knocking. It knew its way about. It sat down on the end of the bed, and was no weight at all, and [h] slept.',
      'Outside the evening folded itself up, corner to corner, and was put on the shelf. [h] was folded up by then, and asleep.',
    ],
  },
  {
    id: 'one-word',
    lines: [
      '“Tomorrow…” said [h]. It was a whole sentence, for somebody who was asleep.',
      'There was one thing more that [h] had meant to say. It was a good one. [h.s] told it to the pillow, very low, and the pillow kept it; and [h] slept.',
    ],
  },
  {
    id: 'smell',
    lines: [
      'Under the door came a smell of {smell}, to see if all was well. It was. [h] was asleep.',
      'The last thing to go was {smell}. You could still smell it with both eyes shut; you could smell it nearly into the dream. [h] slept.',
    ],
  },
  {
    id: 'sound-returns',
    lines: [
      'Once more you could hear {sound}, as in the morning. But now it seemed to say, “That was that.” [h] did not hear. [h.s] was asleep.',
      'First it had been {sound} that woke [h.o]. Now the same thing, only softer, sang [h.o] to sleep.',
    ],
  },
  {
    id: 'nobody-saw',
    lines: [
      'Nobody saw [h.o] fall asleep. {Thing1} looked the other way just then; and when it looked back, it was done.',
      'It is hard to say just when it was. There was a breath with [h] in it, and then there was a breath with only sleep.',
    ],
  },
  {
    id: 'way-home',
    lines: [
      'The way that they had come lay out there in the dark, all of it, and rested. [h] went along it once more without [h.p] feet. At the end of it there was sleep.',
      'All that had been far away this morning was near now; and what was near was soft. [h] slept.',
    ],
  },
  {
    id: 'spoon-of-night',
    lines: [
      'The quiet was poured out, up to the brim, and it did not spill. [h] lay at the bottom of it, asleep.',
      'First the corners of the room went to sleep, and then the middle; and in the middle was [h].',
    ],
  },
  {
    id: 'light-left',
    lines: [
      'A small light had been left on for anyone who was still awake. Nobody was. After a while it understood, and shone only for [h.o], asleep.',
      'The shadow of {thing1} grew, and lay down along the wall, and pulled up its knees. [h] did the same, and slept.',
    ],
  },
];
