import { confusables, letterBlocks } from './confusables.ts';

/**
 * Text as it reads rather than as it is encoded: lower case, look-alikes as Latin letters, invisible characters gone.
 * Character `i` of `text` came from `[starts[i], ends[i])` of the original (UTF-16).
 */
export type Normalised = { text: string; starts: number[]; ends: number[] };

/**
 * Characters that show nothing: zero-width, soft hyphen, bidirectional controls, variation selectors, tags, fillers,
 * other controls; and marks that combine with Latin, Greek and Cyrillic letters.
 */
const invisible: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x7f],
  [0xad, 0xad],
  [0x0300, 0x036f],
  [0x0483, 0x0489],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x20d0, 0x20ff],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
  [0x1d165, 0x1d182],
  [0xe0000, 0xe0fff],
];
const isVoicing = /[\u3099\u309a\uff9e\uff9f]/;

/** Folds a text and keeps the way back to its original offsets. */
export function normalise(original: string): Normalised {
  const starts: number[] = [];
  const ends: number[] = [];
  const folded = new Map<string, string>();
  let text = '';
  let offset = 0;
  for (const character of original) {
    const end = offset + character.length;
    let mapped = folded.get(character);
    if (mapped === undefined) {
      mapped = foldCharacter(character);
      folded.set(character, mapped);
    }
    if (isVoicing.test(character) && text !== '') {
      const composed = (text.at(-1) + character.normalize('NFKC').trim()).normalize('NFC');
      if (composed.length === 1) {
        text = text.slice(0, -1) + composed;
        ends[ends.length - 1] = end;
        mapped = '';
      }
    }
    for (let unit = 0; unit < mapped.length; unit++) {
      starts.push(offset);
      ends.push(end);
    }
    text += mapped;
    offset = end;
  }
  return { text, starts, ends };
}

/** The letters of a text as {@link normalise} gives them. */
export function foldLetters(text: string): string {
  return Array.from(text, (character) => (character < '\u0080' ? character : foldCharacter(character))).join('');
}

/** The stretch of the original that `[from, to)` of the normalised text came from. */
export function toOriginal(normalised: Normalised, from: number, to: number): { offset: number; length: number } {
  const offset = normalised.starts[from] ?? 0;
  return { offset, length: (normalised.ends[to - 1] ?? offset) - offset };
}

function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80)
    return (code < 0x20 && code !== 9 && code !== 10 && code !== 13) || code === 0x7f ? '' : character.toLowerCase();
  if (invisible.some(([first, last]) => code >= first && code <= last)) return '';
  if (code === 0x2800) return ' ';
  const passesFor = confusables.get(character);
  if (passesFor !== undefined) return passesFor;
  const block = letterBlocks.find((start) => code >= start && code < start + 26);
  if (block !== undefined) return String.fromCharCode(97 + code - block);
  let folded = '';
  for (const part of character.normalize('NFKC')) {
    const bare = /[\u00c0-\u024f\u1e00-\u1fff\u0370-\u04ff]/.test(part)
      ? part.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
      : part;
    for (const letter of bare) folded += confusables.get(letter) ?? letter.toLowerCase();
  }
  return folded
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ø', 'o');
}
