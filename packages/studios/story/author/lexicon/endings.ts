import type { PlaceId } from './types.ts';

/** A way into sleep. Its lines are the last of the story. */
export type Ending = { id: string; lines: string[]; where?: PlaceId[]; needs?: 'n' };

/** Endings E1 to E12; in each the hero is asleep at the end, and each is built differently. */
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
];
