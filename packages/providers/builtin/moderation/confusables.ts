/**
 * Characters that pass for Latin letters, beyond those that Unicode's compatibility decomposition (NFKC) already folds.
 * A selection from UTS #39 and from what people type to get past filters. Letter, then its look-alikes.
 */
const lookalikes: Record<string, string> = {
  a: 'аАαΑɑᴀᗅᎪꓮɐᗩ',
  b: 'вВЬьБβΒʙᏴᗷꓐƄɓ',
  c: 'сСϲᴄᏟꓚⅽƈ¢',
  d: 'ԁᎠᗞꓓᴅɗđð',
  e: 'еЕёЁεΕєЄᴇᎬꓰəǝɛ℮',
  f: 'ƒꜰᖴꓝϝғҒɟ',
  g: 'ɡɢԍᏀꓖƃɠ',
  h: 'нНһҺΗʜᎻꓧɥħђ',
  i: 'іІїЇιΙɪᎥꓲıļ¡ᴉ',
  j: 'јЈϳᴊᎫꓙɾ',
  k: 'кКκΚᴋᏦꓗʞƙ',
  l: 'ӏʟᏞꓡłɭʅⅼ',
  m: 'мМΜᴍᎷꓟɯϻ',
  n: 'ΝηɴꓠпПᴎñŋɲ',
  o: 'оОοΟᴏꓳօσʘөӨᎾ¤',
  p: 'рРρΡᴘᏢꓑþ',
  q: 'ԛɋʠ',
  r: 'гГʀᎡꓣɹᴦя',
  s: 'ѕЅꜱᏚꓢʂƨ§',
  t: 'тТτΤᴛᎢꓔʇŧ†',
  u: 'υᴜꓴսцʉʊᑌ',
  v: 'νѵᴠᏙꓦʌⅴ',
  w: 'ѡωԝᴡᎳꓪшщʍ',
  x: 'хХχΧꓫⅹ×',
  y: 'уУγΥʏᎩꓬўλʎүҮ',
  z: 'ΖᴢᏃꓜʐƶ',
  '0': '⓪',
};

/** The Latin letter that a character passes for; absent when it passes for none. */
export const confusables: ReadonlyMap<string, string> = new Map(
  Object.entries(lookalikes).flatMap(([letter, others]) => Array.from(others).map((other) => [other, letter] as const)),
);

/** Letters in boxes and circles, and flags' letters: blocks in alphabetical order that NFKC leaves as they are. */
export const letterBlocks: readonly number[] = [0x1f130, 0x1f150, 0x1f170, 0x1f1e6];

/**
 * What symbols and digits stand for inside a word. Two letters: either.
 */
export const leet: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'il',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'gb',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'il',
  '|': 'li',
  '+': 't',
  '€': 'e',
  '£': 'l',
  '(': 'c',
  '<': 'c',
  '^': 'a',
};

/** Letters drawn with two or three signs. Applied before {@link leet}. */
export const drawnLetters: readonly (readonly [string, string])[] = [
  ['|<', 'k'],
  ['|{', 'k'],
  ['|3', 'b'],
  ['|)', 'd'],
  ['|_|', 'u'],
  ['/\\', 'a'],
  ['\\/', 'v'],
  ['()', 'o'],
  ['[]', 'o'],
  ['><', 'x'],
  ['|-|', 'h'],
  ['vv', 'w'],
];
