import { describe, expect, test } from 'vitest';
import { normalise, toOriginal } from './normalise.ts';

describe('normalise', () => {
  test.each([
    ['zero-width characters', 'ki\u200bl\u200dl', 'kill'],
    ['soft hyphens', 'k\u00adill', 'kill'],
    ['bidirectional controls', '\u202ekill\u202c', 'kill'],
    ['combining marks', 'k\u0336i\u0336l\u0336l\u0336', 'kill'],
    ['accents', 'Kïłl crème', 'kill creme'],
    ['full-width letters', 'ＫＩＬＬ', 'kill'],
    ['mathematical letters', '𝓴𝓲𝓵𝓵', 'kill'],
    ['circled and boxed letters', 'ⓚⓘ🅻🅻', 'kill'],
    ['Cyrillic and Greek look-alikes', 'кιӏl', 'kill'],
    ['small capitals', 'ᴋɪʟʟ', 'kill'],
    ['tags and variation selectors', 'k\u{e0069}i\ufe0fll', 'kill'],
    ['typographic quotes', '“don’t”', '"don\'t"'],
    ['German', 'Straße', 'strasse'],
  ])('folds %s', (_what, text, expected) => {
    expect(normalise(text).text).toBe(expected);
  });

  test('keeps Japanese as it is, and joins half-width marks', () => {
    expect(normalise('ﾋﾟｶﾁｭｳ がぎぐ').text).toBe('ピカチュウ がぎぐ');
  });

  test('knows where each character came from', () => {
    const text = 'a 🅺\u200bi\u0301ll now';
    const normalised = normalise(text);
    const start = normalised.text.indexOf('kill');
    const { offset, length } = toOriginal(normalised, start, start + 4);
    expect(text.slice(offset, offset + length)).toBe('🅺\u200bi\u0301ll');
    expect(normalised.starts).toHaveLength(normalised.text.length);
  });
});
