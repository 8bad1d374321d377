/** What comforts a child, as what the world does to the hero at bedtime, with a cause. */
const comforts: [RegExp, string[]][] = [
  [
    /night.?light|lamp|light on/,
    [
      'Somebody had left the small lamp burning, low and yellow, since it was late and they had known that [h.s] would come. || The little lamp was on, turned down to the size of a bean, to show where the bed was. || A lamp stood on the floor, under a cloth, and made a small yellow room inside the big dark one. || The night light had been lit; round it lay a ring of gold, like the edge of a plate. || There was just the one lamp left on. It had nothing to do but wait, and it did that warmly. || The lamp ticked as it warmed. A moth came by to have a look at it, and stayed to keep it company. || On the wall was a round of light, with the shadow of a cup in it. It was always there, at night. || A little light had been put where the corner was darkest. It was no corner now, only a place. || Low down by the skirting there glowed something small and patient, all night, for nobody but [h.o]. || The lamp had a green shade with a hole in it, and the hole made one star on the ceiling, always in the same place. || Somebody had forgotten to put out the light on the landing. Somebody forgot it every night. || A wick was turned down until the flame was the size of a tooth, and it stayed like that, thinking. || Light came in under the door, flat and yellow, like a letter. || The night light hummed to itself at one corner of the room, and the dark went round it on tiptoe. || There was a lamp with a bird on it; when it was lit, the bird was on the wall as well, and twice as big. || One candle stood in a bowl of water, far from everything, and looked at itself. || The light was turned low, lower, and just there; and just there it was left.',
    ],
  ],
  [
    /blanket|blankie|quilt|duvet/,
    [
      'The blanket was warm already, for the last of the sun had been lying on it. || The blanket knew [h.so]. It went round twice and held. || Up came the blanket, as far as the chin, and smelled the way it always smelled.',
    ],
  ],
  [
    /teddy|bear|cuddly|soft toy|plush|bunny/,
    [
      'On the pillow sat the old bear, who had been keeping the place warm. || The old soft bear had slid down sideways with waiting; [h] put it right. || The bear was given the side by the wall, as it did not like drafts.',
    ],
  ],
  [
    /hum/,
    [
      'Somebody was humming over the washing-up, low, and not for anyone, and so it was for everyone. || A hum came through the floor, going slowly down, like somebody on stairs. || Next door somebody hummed without any tune, as you do when you fold things. || There was humming. It had no words, and needed none; it went up a little, and came down. || Whoever was up was humming, and kept losing the place, and found another that was just as good. || Mmm, went somebody, over and over, a bit like bees and a bit like bread in the oven. || The humming began before the light was out, and went on after, and it was hard to tell when it became the dark. || A low hum walked about the house, and put things in their places. || Someone hummed the bit that goes down, and then that bit again, for that was the good bit. || There was a hum close by, so deep that you felt it more in the pillow than in the ear. || Somebody was humming on the stairs, one note for each step, down to the lowest. || It was the song about the boat, but without the words, as those were already asleep. || Somebody hummed with their mouth full of clothes pegs. You could tell. || In the kitchen two people were humming two different things, and at the end of the line they met. || The humming went from room to room and shut the windows. || Whoever it was hummed the first line, and the kettle took the second. || Someone sat there and hummed into [h.p] hair, or where it would have been, and it went all the way down.',
    ],
  ],
  [
    /lullab|song|sing|music/,
    [
      'Somebody sang the old song in the next room, the one with only four notes, as it was Thursday and the dishes were done. || A song came along, with no words left in it, only the rocking.',
    ],
  ],
  [
    /tuck/,
    [
      'The cover was tucked in tight on both sides, since the evening was cool. || Somebody tucked [h.o] in, once on the left and once on the right, and once more where it did not need it. || In went the cover, all along the edge, like a letter into its envelope.',
    ],
  ],
  [
    /door/,
    [
      'The door was left open, not too much, so that the voices could come in. || Somebody left the door open a crack, and a thin gold line lay on the floor. || The door stood as it should, open by a hand, and the voices came in through it one at a time.',
    ],
  ],
  [
    /cocoa|milk|chocolate/,
    [
      'There was a cup, warm and half full, because nobody had been able to finish it. || Warm milk stood waiting under a saucer, to keep the warm in. || The cup was held in both hands until it had given all its warmth away. || A white moustache was wiped off, and that was the end of the milk.',
    ],
  ],
  [
    /rain/,
    [
      'It began to rain on the roof, no heavier than a cat crossing. || A little rain came by and tapped on the roof with its fingertips.',
    ],
  ],
  [
    /hand/,
    [
      'A hand came and found [h.p] own, and did not let go, for it had nothing else to do. || [h.p] hand was held, all five fingers.',
    ],
  ],
  [
    /cuddl|hug|snuggl/,
    [
      "Somebody gave [h.so] the long sort of hug, the one that lasts until both have breathed out. || There was a hug first, because the bed was cold, and then there was one because it wasn't. || Two arms came round [h.so] and were in no hurry to go anywhere else.",
    ],
  ],
  [
    /story|book|read/,
    [
      'Somebody read one page aloud, and then, since it was short, the same page again. || The book was open at the good page, and it was read very slowly, with all the voices. || They read as far as the picture of the boat; and there, for tonight, they left it.',
    ],
  ],
  [
    /star/,
    [
      'The stars were out, all of them; it had got so clear. || One star stood in the corner of the window, where it always did.',
    ],
  ],
  [
    /moon/,
    [
      'The moon had got in and made a white mat beside the bed. || The moon had come up, and lay on the cover like a clean handkerchief.',
    ],
  ],
  [/bath|water/, ['[h] was still warm from the bath and smelled of it. || The bath gurgled away the last of the day.']],
  [
    /whisper/,
    [
      '“Sleep well,” someone whispered, because in the dark you whisper. || Everything was said in whispers now, as the small ones were asleep.',
    ],
  ],
  [
    /grand|gran|nan|opa|oma/,
    [
      "In the next room a chair was rocking; somebody old was awake, and would be for hours. || An old warm voice said good night from the landing, as it had said it to everyone's mother.",
    ],
  ],
  [
    /mum|mom|dad|mama|papa|mother|father|parent/,
    [
      'Somebody who loved [h.so] was still up, next door, moving cups. || A big warm shape sat at the end of the bed for as long as it took.',
    ],
  ],
  [
    /cat|dog|kitten|puppy|pet/,
    [
      'Something small and furry jumped up, trod the cover flat, because it was lumpy, and lay down. || Against [h.p] back lay something furry and warm that snored.',
    ],
  ],
  [
    /back|rub|strok|massage/,
    [
      'A hand went slowly up and down [h.p] back, as if it were smoothing a page. || Somebody stroked [h.p] back until there was no day left in it.',
    ],
  ],
  [
    /kiss/,
    [
      'There was a kiss on the forehead, where the thinking is done. || A kiss came down in the dark and found the right place.',
    ],
  ],
  [
    /thumb|dummy|pacifier/,
    [
      '[h] put [h.p] nose into the crook of [h.p] arm, where it always went. || Everything that you need for sleeping was within reach.',
    ],
  ],
  [
    /wave|sea|whale/,
    [
      'A long way off something was breathing like the sea. Perhaps it was the sea. || You could hear waves, or else somebody turning over very slowly.',
    ],
  ],
  [
    /fan|noise|hoover|wash/,
    [
      'Somewhere a machine was going round, with a soft, even sound, since there was washing. || Something hummed behind the wall, always the same, and never tired of it.',
    ],
  ],
  [
    /warm|fire|stove/,
    ['The stove still ticked, and the wall beside it was warm. || The warm from supper had stayed on in the room.'],
  ],
  [
    /rock|swing/,
    [
      'Everything rocked a very little, as though someone had a foot on it. || [h] was rocked, so slightly that it might only have been breathing.',
    ],
  ],
  [
    /breath|count/,
    [
      '[h] counted five breaths, and each was longer than the last. || In went one breath, and out it came, slow as a tide.',
    ],
  ],
];

/** A sentence in which a comfort of the child comes to the hero; null for a comfort that says nothing to us. */
export function comfortLines(comfort: string): string[] | null {
  const found = comforts.find(([pattern]) => pattern.test(comfort.toLowerCase()));
  return found ? found[1].flatMap((line) => line.split('||').map((part) => part.trim())) : null;
}
