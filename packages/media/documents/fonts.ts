import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

const require = createRequire(import.meta.url);

/** The typefaces of a book: files that are installed with Kinora, all under the SIL Open Font License. */
export const bookFonts = {
  'Kinora Title': '@expo-google-fonts/fraunces/600SemiBold/Fraunces_600SemiBold.ttf',
  'Kinora Book': '@expo-google-fonts/literata/400Regular/Literata_400Regular.ttf',
  'Kinora Book Italic': '@expo-google-fonts/literata/400Regular_Italic/Literata_400Regular_Italic.ttf',
  'Kinora Japanese': '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  'Kinora Japanese Bold': '@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf',
} as const;

/** Name of a typeface of a book. */
export type BookFont = keyof typeof bookFonts;

/** Where a typeface lies. */
export function fontPath(font: BookFont): string {
  return require.resolve(bookFonts[font]);
}

/** Makes the typefaces known to the canvas, once. */
export function registerBookFonts(): void {
  for (const font of Object.keys(bookFonts) as BookFont[]) {
    if (!GlobalFonts.has(font)) GlobalFonts.registerFromPath(fontPath(font), font);
  }
}

/** Letters and signs (notes, stars, arrows, circled numbers) that the book's Latin faces lack. */
const eastAsian = /[\u2190-\u21ff\u2460-\u27bf\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u30ff]/;
/** Letters that the title's face lacks and the book's face has. */
const greekOrCyrillic = /[\u0370-\u052f\u1f00-\u1fff]/;
/** No face draws these: emoji and what holds them together, control characters. */
const unprintable =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\p{Variation_Selector}|\p{Cf}|\p{Cc}/u;

/** Splits a text where it needs another face; emoji are left out. */
export function fontRuns(
  text: string,
  faces: { latin: BookFont; japanese: BookFont },
): { text: string; font: BookFont }[] {
  const runs: { text: string; font: BookFont }[] = [];
  for (const character of text) {
    if (unprintable.test(character) && !/[©®™]/.test(character)) continue;
    const font = faceOf(character, faces);
    const last = runs.at(-1);
    if (last && (last.font === font || /\s/.test(character))) last.text += character;
    else runs.push({ text: character, font });
  }
  return runs;
}

function faceOf(character: string, faces: { latin: BookFont; japanese: BookFont }): BookFont {
  if (eastAsian.test(character)) return faces.japanese;
  return faces.latin === 'Kinora Title' && greekOrCyrillic.test(character) ? 'Kinora Book' : faces.latin;
}
