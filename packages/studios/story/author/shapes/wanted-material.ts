/** What people say when something is wanted. */
export const excuses = [
  'too early',
  'too late',
  'a Tuesday',
  'not the weather for it',
  'just before lunch',
  'more of a thing for Sundays',
  'something for when one is taller',
  'the wrong end of the year',
  'hardly worth it, with the rain coming',
];

/** What is taken along, and the bit of it that is in the way at the end. */
export const aids: readonly [all: string, bit: string][] = [
  ['a bucket, a whistle and a clean collar', 'the bucket'],
  ['a book about it, which turned out to be about cheese', 'the book'],
  ['a ladder, just in case it was up', 'the ladder'],
  ['nine candles and a spoon', 'the spoon'],
  ['the good hat, and a hat for the hat', 'the second hat'],
  ['a rope that was long enough for anything', 'the rope'],
  ['a teapot, for afterwards', 'the teapot'],
  ['a flag, in case it went well', 'the flag'],
  ['half a door and a jar of plums', 'the half door'],
  ['a pair of gloves, both left', 'one of the gloves'],
  ["somebody's old instructions, with page two missing", 'page three'],
  ['a pudding basin, for the head', 'the pudding basin'],
  ['a whistle that only went in', 'the whistle'],
  ['a wheelbarrow full of cushions', 'the last cushion'],
];

/** How it goes wrong the first time. */
export const firstSlips = [
  'It began well, and it ended well, but it had no middle, and the middle was what it was about.',
  'The wind took one end of it and [h] had the other. They could not agree.',
  'It would have worked at once, if everything had been on the other side.',
  '[h] had thought of everything, apart from a hen.',
  'It was all going well, until somebody asked what it was, and they had to stop and explain.',
  '[h] counted to three. On two it began to rain, and on three it was mainly rain.',
  'Four ducks came to watch. You would not think it, but with four ducks looking on it is quite another thing.',
  'The first time it was too much, and the next time too little. The third was just like the first, but with mud.',
  '[h] did all of it in the right order. It was only that it was the right order for pancakes.',
  'For a moment it looked as though it would. Then it looked as though it had only wanted to see their faces.',
  '[h] took a run-up. It was a very good run-up. People spoke of it for days, and nobody spoke of the rest.',
  'Nothing happened. [h] went round to the back, to see if it had happened there.',
];

/** How it goes wrong again. */
export const laterSlips = [
  'This time it went off with a bang, which was the door, and after that with a smaller one, which was only a cup.',
  'It lasted for as long as you can hold a plum in your cheek.',
  'Somebody opened a window, and said, “Are you all right down there?” It was hard to say.',
  'Everything came out backwards, and rather proud of it.',
  'Half of it was very good. It was the half that did not count.',
  'Now they knew how it did not go. [f] wrote that down, and it filled the page.',
  'It came within an inch. Then the inch sat down and would not move.',
  '[h] tried it with shut eyes. It had been like a wardrobe on the stairs, said [f], who had had to watch.',
  'There was a smell of burnt hat. Nobody ever found out why, because nobody had a hat on.',
  '“Slower,” said [f]. They did it slower. It went wrong in just the same way, but this time you could see all of it.',
  'It very nearly worked on [f], who had not even wanted to.',
  'By now {crowd2} had brought a chair, and was eating nuts.',
];
