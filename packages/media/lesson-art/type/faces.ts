import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { readCoverage } from './coverage.ts';
import type { Coverage } from './coverage.ts';

const require = createRequire(import.meta.url);

/** Typefaces that are installed with Kinora, all under the SIL Open Font License. */
const files = {
  'Kinora Title': '@expo-google-fonts/fraunces/600SemiBold/Fraunces_600SemiBold.ttf',
  'Kinora Title Black': '@expo-google-fonts/fraunces/800ExtraBold/Fraunces_800ExtraBold.ttf',
  'Kinora Book': '@expo-google-fonts/literata/400Regular/Literata_400Regular.ttf',
  'Kinora Book Italic': '@expo-google-fonts/literata/400Regular_Italic/Literata_400Regular_Italic.ttf',
  'Kinora Japanese': '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  'Kinora Japanese Medium': '@expo-google-fonts/noto-sans-jp/500Medium/NotoSansJP_500Medium.ttf',
  'Kinora Japanese Bold': '@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf',
  'Kinora Japanese Black': '@expo-google-fonts/noto-sans-jp/900Black/NotoSansJP_900Black.ttf',
} as const;
type Face = keyof typeof files;

/** A typeface at its size; `scale` makes Latin letters as tall as the kana beside them. */
type Voice = { face: Face; scale: number };

/** How a text looks: one face for Latin letters, one for Japanese, and a heavier or lighter one for readings. */
export type TypeStyle = { latin: Voice; japanese: Voice; reading: Face };

const voice = (face: Face, scale = 1): Voice => ({ face, scale });

/** The styles that pictures of lessons are set in. */
export const typeStyles = {
  /** Titles, and the word that is taught. */
  title: {
    latin: voice('Kinora Title', 1.04),
    japanese: voice('Kinora Japanese Bold'),
    reading: 'Kinora Japanese Medium',
  },
  /** Words so large that they are read on a phone. */
  poster: {
    latin: voice('Kinora Title Black', 1.04),
    japanese: voice('Kinora Japanese Black'),
    reading: 'Kinora Japanese Bold',
  },
  /** What is said. */
  strong: {
    latin: voice('Kinora Japanese Bold'),
    japanese: voice('Kinora Japanese Bold'),
    reading: 'Kinora Japanese Bold',
  },
  /** What it means. */
  plain: {
    latin: voice('Kinora Japanese Medium'),
    japanese: voice('Kinora Japanese Medium'),
    reading: 'Kinora Japanese Medium',
  },
  /** Quiet words on paper. */
  book: { latin: voice('Kinora Book Italic', 1.04), japanese: voice('Kinora Japanese'), reading: 'Kinora Japanese' },
} as const satisfies Record<string, TypeStyle>;

/** Name of a style of type. */
export type StyleName = keyof typeof typeStyles;

const japaneseLetters =
  /[\u2190-\u21ff\u2460-\u27bf\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u30ff\u{20000}-\u{3ffff}]/u;
/** Signs that belong to the writing beside them: quotes, dashes, points, digits. */
const neutral = /^[\s…—―‥·〜～]$/u;
/** What is set where no face has a letter: the geta mark of Japanese printers. */
const missing = '〓';

/** A stretch of a text in one face. */
export type FaceRun = { text: string; face: Face; scale: number };

/** Splits a text where it needs another face. Letters that no face has become a geta mark (〓). */
export function faceRuns(text: string, style: TypeStyle): FaceRun[] {
  const runs: FaceRun[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    if (last && neutral.test(character) && covers(last.face, character)) {
      last.text += character;
      continue;
    }
    const { letter, face, scale } = voiceOf(character, style);
    if (last && last.face === face) last.text += letter;
    else runs.push({ text: letter, face, scale });
  }
  return runs;
}

function voiceOf(character: string, { latin, japanese }: TypeStyle): { letter: string; face: Face; scale: number } {
  const own = japaneseLetters.test(character) ? [japanese, latin] : [latin, japanese];
  const found = [...own, voice('Kinora Book')].find(({ face }) => covers(face, character));
  return found ? { letter: character, ...found } : { letter: missing, ...japanese };
}

const coverages = new Map<string, Coverage>();

function covers(face: Face, character: string): boolean {
  // Weights of one family have the same letters.
  const family = files[face].split('/')[1]!;
  let coverage = coverages.get(family);
  if (!coverage) coverages.set(family, (coverage = readCoverage(require.resolve(files[face]))));
  return coverage.has(character.codePointAt(0)!);
}

const known = new Set<Face>();

/** Makes a face known to the canvas, once, and gives the name it has there. */
export function useFace(face: Face): string {
  if (known.has(face)) return face;
  if (!GlobalFonts.has(face)) GlobalFonts.registerFromPath(require.resolve(files[face]), face);
  known.add(face);
  return face;
}

/** Whether the Japanese faces have a letter. */
export function isDrawn(character: string): boolean {
  return covers('Kinora Japanese', character);
}

let ruler: SKRSContext2D | undefined;
const widths = new Map<string, number>();
const mostWidths = 8000;

/** Width of a text in ems of the size it is set in. */
export function emWidth(text: string, style: TypeStyle): number {
  let sum = 0;
  for (const run of faceRuns(text, style)) sum += runWidth(run.text, run.face) * run.scale;
  return sum;
}

/** Width of a text in one face, in ems. */
export function runWidth(text: string, face: Face): number {
  const key = `${face}\n${text}`;
  const found = widths.get(key);
  if (found !== undefined) return found;
  ruler ??= createCanvas(1, 1).getContext('2d');
  ruler.font = `100px "${useFace(face)}"`;
  const width = ruler.measureText(text).width / 100;
  if (widths.size >= mostWidths) widths.clear();
  widths.set(key, width);
  return width;
}
