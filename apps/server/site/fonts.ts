import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A part of the typeface: its file and the characters in it. */
type Part = { name: string; face: string; ranges: readonly (readonly [from: number, to: number])[] };

const weights = ['400', '700'];
let parts: Part[] | undefined;

/**
 * Style sheet of the site's typeface (Zen Maru Gothic, SIL Open Font License): files that browsers fetch by the characters of a
 * page, relative to the site's root.
 */
export function fontStyle(): string {
  return readParts()
    .map(({ face }) => face)
    .join('\n');
}

/** A file of the typeface by its name. @returns Null for any other name. */
export async function readFontFile(name: string): Promise<Uint8Array | null> {
  const known = readParts().some((part) => part.name === name);
  return known ? readFile(join(folder(), 'files', name)) : null;
}

/** Names of the files that a text needs. */
export function fontFilesOf(text: string): string[] {
  const characters = new Set(Array.from(text, (character) => character.codePointAt(0)!));
  return readParts()
    .filter(({ ranges }) => [...characters].some((code) => ranges.some(([from, to]) => code >= from && code <= to)))
    .map(({ name }) => name);
}

function readParts(): Part[] {
  parts ??= weights.flatMap((weight) =>
    Array.from(readFileSync(join(folder(), `${weight}.css`), 'utf8').matchAll(/@font-face \{[^}]*\}/g), ([block]) => {
      const name = /files\/([\w-]+\.woff2)/.exec(block)![1]!;
      const ranges = /unicode-range:\s*([^;]+);/.exec(block)?.[1] ?? 'U+0-10FFFF';
      return {
        name,
        face: `@font-face{font-family:"Zen Maru Gothic";font-weight:${weight};font-display:swap;src:url(fonts/${name}) format("woff2");unicode-range:${ranges.replaceAll(/\s/g, '')}}`,
        ranges: ranges.split(',').map((range) => {
          const [from = '0', to = from] = range.trim().slice(2).split('-');
          return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
        }),
      };
    }),
  );
  return parts;
}

function folder(): string {
  return dirname(createRequire(import.meta.url).resolve('@fontsource/zen-maru-gothic/400.css'));
}
