import { expect, test } from 'vitest';
import { soundOf, toRomaji } from './sound.ts';

test.each([
  ['きゃりー', 'kyari'],
  ['しゃしん', 'shashin'],
  ['がんばって', 'ganbatte'],
  ['ファンティア', 'fantia'],
  ['チョコ', 'choko'],
  ['じゅぎょう', 'jugyou'],
  ['草はえる', '草haeru'],
])('%s is written %s', (kana, latin) => expect(toRomaji(kana)).toBe(latin));

test.each([
  ['とうきょう', ['toukyou', 'tōkyō', 'Tokyo', 'トーキョー', 'tôkyô']],
  ['がんばって', ['gambatte', 'ganbatte', 'ガンバッテ']],
  ['てぇてぇ', ['teetee', 'tete', 'てえてえ']],
  ['しつもん', ['situmon', 'shitsumon']],
  ['まっちゃ', ['matcha', 'maccha', 'mattya']],
  ['じゃない', ['jyanai', 'zyanai', 'janai']],
  ['ふつう', ['hutuu', 'futsuu']],
])('%s sounds like each of its spellings', (kana, spellings) => {
  for (const spelling of spellings) expect(soundOf(spelling)).toBe(soundOf(kana));
});

test('what has no sound in letters has none', () => {
  expect(soundOf('推し')).toBeNull();
  expect(soundOf('!?')).toBeNull();
});
