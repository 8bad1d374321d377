import { KinoraError } from '@kinora/capabilities';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { plainKana, senseLimit } from '../dictionary.ts';
import type { DictionaryEntry, DictionaryFile, WordFact } from '../dictionary.ts';

/** Unpacked sizes of banks together, bytes: what is larger is no dictionary. */
const unpackedLimit = 900_000_000;

const indexFile = z.object({
  title: z.string(),
  revision: z.string().default(''),
  format: z.literal([1, 3]).optional(),
  version: z.literal([1, 3]).optional(),
  attribution: z.string().optional(),
  author: z.string().optional(),
  url: z.string().optional(),
  sourceLanguage: z.string().optional(),
});

/**
 * Reads a Yomitan dictionary (a ZIP with `index.json`, `term_bank_*.json` and `term_meta_bank_*.json`, format 1 or 3):
 * meanings as plain text, ranks and pitch accents.
 * @see https://github.com/yomidevs/yomitan/tree/master/ext/data/schemas
 * @throws KinoraError `request.invalid` when it is none, `request.too-large`.
 */
export function readYomitan(bytes: Uint8Array): DictionaryFile {
  let unpacked = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/(?:^|\/)(?:index|term_(?:meta_)?bank_\d+)\.json$/.test(name)) return false;
        unpacked += originalSize;
        if (unpacked > unpackedLimit) {
          throw new KinoraError(
            'request.too-large',
            'The dictionary unpacks to more than 900 MB; choose a smaller one.',
          );
        }
        return true;
      },
    });
  } catch (cause) {
    if (cause instanceof KinoraError) throw cause;
    throw wrong('it is damaged', cause);
  }
  const named = (pattern: RegExp) =>
    Object.keys(files)
      .filter((name) => pattern.test(name))
      .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const [index] = named(/(?:^|\/)index\.json$/);
  if (index === undefined) throw wrong('it has no index.json');
  const about = indexFile.safeParse(parse(files[index]!, index));
  if (!about.success) throw wrong('its index.json is not one of a dictionary (format 1 or 3)');
  const entries: DictionaryEntry[] = [];
  for (const name of named(/term_bank_\d+\.json$/)) {
    for (const row of rows(files[name]!, name)) {
      const entry = readTerm(row);
      if (entry !== null) entries.push(entry);
    }
  }
  const facts: Record<string, WordFact> = {};
  for (const name of named(/term_meta_bank_\d+\.json$/)) {
    for (const row of rows(files[name]!, name)) addFact(facts, row);
  }
  if (entries.length === 0 && Object.keys(facts).length === 0) throw wrong('it has no words, ranks or pitch accents');
  const { title, revision, attribution, author, url, sourceLanguage } = about.data;
  return {
    title,
    revision,
    licence: [attribution, author, url].filter(Boolean).join(' · ') || 'Ask its maker how it may be used.',
    language: (sourceLanguage ?? guessLanguage(entries, facts)) === 'en' ? 'en' : 'ja',
    entries,
    facts,
  };
}

/** `[form, reading, definition tags, rules, score, glossary, sequence, term tags]`; format 1 ends in glosses. */
function readTerm(row: readonly unknown[]): DictionaryEntry | null {
  const [form, reading, tags, rules, score] = row;
  if (typeof form !== 'string' || form === '') return null;
  const glossary = Array.isArray(row[5]) ? row[5] : row.slice(5);
  const glosses = glossary
    .map((each) => plainText(each).replaceAll(/\s+/g, ' ').trim().slice(0, 300))
    .filter(Boolean)
    .slice(0, senseLimit);
  if (glosses.length === 0) return null;
  const parts = `${typeof tags === 'string' ? tags : ''} ${typeof rules === 'string' ? rules : ''} ${typeof row[7] === 'string' ? row[7] : ''}`;
  const isRead = typeof reading === 'string' && reading !== '' && reading !== form;
  return {
    form: form.normalize('NFKC'),
    ...(isRead && { reading }),
    parts: [...new Set(parts.split(/\s+/).filter(Boolean))],
    glosses,
    ...(((typeof score === 'number' && score > 0) || /(?:^|\s)(?:P|★|⭐)(?:\s|$)/.test(parts)) && { isCommon: true }),
  };
}

/** Text of a gloss: a string, `{type: "text"}`, or structured content without its pictures. */
function plainText(gloss: unknown): string {
  if (typeof gloss === 'string') return gloss;
  if (Array.isArray(gloss)) return gloss.map(plainText).join(' ');
  if (typeof gloss !== 'object' || gloss === null) return '';
  const { type, tag, text, content } = gloss as Record<string, unknown>;
  if (type === 'image' || tag === 'img' || tag === 'rt' || tag === 'rp') return '';
  return type === 'text' ? plainText(text) : plainText(content);
}

function addFact(facts: Record<string, WordFact>, row: readonly unknown[]): void {
  const [form, kind, value] = row;
  if (typeof form !== 'string') return;
  const set = (reading: string | undefined, fact: WordFact) => {
    const key = reading === undefined || reading === form ? form : `${form}\t${plainKana(reading)}`;
    const known = (facts[key] ??= {});
    known.rank ??= fact.rank;
    known.pitch ??= fact.pitch;
    if (known.rank === undefined) delete known.rank;
    if (known.pitch === undefined) delete known.pitch;
  };
  if (kind === 'freq') {
    const told = value as { reading?: string; frequency?: unknown; value?: unknown } | number | string;
    const isObject = typeof told === 'object' && told !== null;
    const rank = numberIn(isObject ? (told.frequency ?? told.value) : told);
    if (rank !== null) set(isObject ? told.reading : undefined, { rank });
  } else if (kind === 'pitch') {
    const { reading, pitches } = value as { reading?: string; pitches?: { position?: unknown }[] };
    const position = pitches?.[0]?.position;
    if (typeof position === 'number') set(reading, { pitch: position });
  }
}

function numberIn(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'object' && value !== null && 'value' in value) return numberIn(value.value);
  const digits = typeof value === 'string' ? /\d+/.exec(value)?.[0] : undefined;
  return digits === undefined ? null : Number(digits);
}

function guessLanguage(entries: readonly DictionaryEntry[], facts: Record<string, WordFact>): string {
  const forms = [...entries.slice(0, 200).map(({ form }) => form), ...Object.keys(facts).slice(0, 200)];
  const japanese = forms.filter((form) => /[ぁ-ゖァ-ヺ\p{Script=Han}]/u.test(form));
  return japanese.length * 2 >= forms.length ? 'ja' : 'en';
}

function rows(bytes: Uint8Array, name: string): unknown[][] {
  const value = parse(bytes, name);
  if (!Array.isArray(value)) throw wrong(`${name} is not a list`);
  return value.filter(Array.isArray) as unknown[][];
}

function parse(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch (cause) {
    throw wrong(`${name} is no JSON`, cause);
  }
}

function wrong(reason: string, cause?: unknown): KinoraError {
  return new KinoraError('request.invalid', `This can't be read as a Yomitan dictionary: ${reason}.`, {
    cause,
    data: { field: 'dictionary' },
  });
}
