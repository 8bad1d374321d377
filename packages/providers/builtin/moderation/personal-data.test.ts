import { describe, expect, test } from 'vitest';
import { normalise } from './normalise.ts';
import { findPersonalData } from './personal-data.ts';

const find = (text: string) =>
  findPersonalData(text, normalise(text)).map(({ offset, length }) => text.slice(offset, offset + length));

describe('personal data', () => {
  test.each([
    ['write to mia.thompson@example.com', 'mia.thompson@example.com'],
    ['mia at example dot com', 'mia at example dot com'],
    ['call ０７７００ ９００１２３', '０７７００ ９００１２３'],
    ['her number is (555) 867-5309', '(555) 867-5309'],
    ['we live at 14 Maple Avenue', '14 Maple Avenue'],
    ['sie wohnt in der Lindenstraße 12', 'Lindenstraße 12'],
    ['東京都渋谷区神南1丁目', '東京都渋谷区神南1'],
    ['the card 4111 1111 1111 1111', '4111 1111 1111 1111'],
    ['Mia Thompson goes to Oakfield Primary School', 'Mia Thompson goes to Oakfield Primary School'],
  ])('is found in “%s”', (text, expected) => {
    expect(find(text)).toContain(expected);
  });

  test.each([
    'count 1 2 3 4 5 6 7 8 9 10 sheep',
    '1,000,000 stars on 2024-05-12',
    'one two three four five six seven eight',
    'the mouse lives at 7 Acorn Lane',
    'Freddy Fox goes to Acorn Wood School',
    'chapter 12, page 345',
  ])('is not seen in “%s”', (text) => {
    expect(find(text)).toEqual([]);
  });
});
