import type { Look, Overlay } from '@kinora/capabilities';

/** What a word can be about. */
export const conceptKinds = [
  'look',
  'colour',
  'season',
  'time',
  'light',
  'weather',
  'place',
  'mood',
  'tone',
  'detail',
  'strength',
] as const;
export type ConceptKind = (typeof conceptKinds)[number];

/**
 * What a word does to a style. Numbers are added to those of the style and scaled by how strongly it was said; colours are
 * leaned to as far as `toning` says; the rest is put in place.
 */
export type StyleChange = {
  look?: Look;
  overlay?: Overlay;
  overlayAmount?: number;
  wind?: number;
  strength?: number;
  detail?: number;
  warmth?: number;
  saturation?: number;
  contrast?: number;
  brightness?: number;
  toning?: number;
  shadows?: string;
  lights?: string;
  light?: number;
  lightColour?: string;
  lightX?: number;
  lightY?: number;
  vignette?: number;
};

/** A thing that words name, in both languages. */
export type Concept = {
  id: string;
  kind: ConceptKind;
  name: { en: string; ja: string };
  /** Words and groups of words, lower case. */
  en: readonly string[];
  ja: readonly string[];
  change: StyleChange;
  /** A look that goes with it, taken when nobody chose another. */
  suggests?: Look;
};

/**
 * Makes a concept.
 * @param words.en Separated by commas; the first is its name.
 * @param words.ja The same in Japanese.
 */
export function concept(
  kind: ConceptKind,
  words: { en: string; ja: string },
  change: StyleChange,
  { suggests }: { suggests?: Look } = {},
): Concept {
  const en = words.en.split(',').map((word) => word.trim());
  const ja = words.ja.split(',').map((word) => word.trim());
  const [name = '', nameJa = ''] = [en[0], ja[0]];
  return {
    id: name.replaceAll(' ', '-'),
    kind,
    name: { en: name, ja: nameJa },
    en,
    ja,
    change,
    ...(suggests && { suggests }),
  };
}
