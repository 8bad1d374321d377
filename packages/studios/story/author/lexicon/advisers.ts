/** Confident, kind and wrong: what an adviser says, and what comes of it. [m] is the adviser. */
export const advisers: readonly { who: string[]; lines: string[] }[] = [
  {
    who: ['goose', 'duck', 'chicken'],
    lines: [
      'Along came [m], who had an answer to everything and only needed the questions. “Turn round three times,” said [m], “and sit on it.” [h] turned round three times. [h.s] sat. Now [h.s] was dizzy as well, but comfortable.',
      "“It's the same with eggs,” said [m], who happened to be passing. “You must want it, and not look.” [h] wanted it and did not look, all the way into {thing1}.",
    ],
  },
  {
    who: ['goat', 'donkey', 'camel'],
    lines: [
      "“In my family,” said [m], “we eat it.” [h] explained that it wasn't that sort of thing. “That's what they all say,” said [m], chewing. “And then they taste it.”",
      '[m] knew all about it. “Stand still,” said [m], “and let it come to you.” They stood still together. A bus came, and a shower, and Tuesday.',
    ],
  },
  {
    who: ['owl', 'badger', 'tortoise'],
    lines: [
      '[h] asked [m], who was old and had glasses. [m] thought for so long that moss came. “Have you tried,” said [m] at last, “having tried?” It was deep. It was of no use at all.',
      '“I wrote a book about that,” said [m]. [h] asked what was in it. “Pages,” said [m] proudly.',
    ],
  },
  {
    who: ['snail', 'sloth', 'tortoise'],
    lines: [
      '“You go at it too fast,” said [m]. So for a while [h] did everything at [m.np] pace. They got as far as hello.',
      '[m] had once had the very same trouble. “And then?” asked [h]. “Then it was autumn,” said [m].',
    ],
  },
  {
    who: ['sparrow', 'monkey', 'squirrel'],
    lines: [
      '“Easy!” cried [m]. “Up, over, down, done!” And [m] was up, over and down, and gone. [h] got as far as up.',
      '“You need a hat,” said [m]. “With a hat, people take you seriously.” It was a large hat. When [h] had got out of it again, things stood just as they had before.',
    ],
  },
  {
    who: ['cat', 'fox', 'lizard'],
    lines: [
      '“I never try,” said [m], washing. “I lie in the sun, and it gets done.” [h] lay in the sun. Two things got done: one side, and then the other.',
      "“Pretend you don't want it,” said [m]. “Look the other way. Hum.” [h] looked the other way and hummed, and found that [h.s] had been given a penny.",
    ],
  },
  {
    who: ['frog', 'dog', 'parrot'],
    lines: [
      "“Shout,” said [m]. “It always works. I shout, and then it's morning.” They both shouted. It wasn't morning, and somebody dropped a plate.",
      '“Have you asked it?” said [m]. “No? Nobody ever asks.” So [h] asked it. Nothing answered, but very politely.',
    ],
  },
  {
    who: ['ant', 'bee', 'robot'],
    lines: [
      "[m] had a list. “First, get up. Second, begin. Third, be done by noon.” [h] did the first, and some of the second. “You're late,” said [m].",
      '“There are ten of us for that sort of thing,” said [m]. “How many are you?” [h] counted. It came to one, and that was with the shadow.',
    ],
  },
  {
    who: ['mouse', 'hedgehog', 'mole'],
    lines: [
      "“I always take a sandwich,” said [m], “and by the time I've eaten it, things look different.” They each had half. Things looked the same, but with crumbs.",
      "“When I can't do a thing,” said [m], “I do another thing.” So they did another thing. It was a very good dam. It was only not what [h] had come for.",
    ],
  },
  {
    who: ['teapot', 'kettle', 'clock', 'grandma'],
    lines: [
      '“Leave it to stand,” said [m], “for four minutes.” [h] left it to stand. After four minutes it had stood.',
      '“In my day,” said [m], “we had no troubles. We had weather.” And [m] told [h.so] about the weather, from the beginning.',
    ],
  },
];
