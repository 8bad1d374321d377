import { senseLimit } from '../dictionary.ts';
import type { DictionaryEntry, DictionaryFile } from '../dictionary.ts';

/** What the makers of EDICT and JMdict ask to be told (https://www.edrdg.org/edrdg/licence.html). */
export const edrdgLicence =
  'Electronic Dictionary Research and Development Group, Creative Commons Attribution-ShareAlike 4.0';

const marks = /^\(((?:[a-z0-9-]+(?:,[a-z0-9-]+)*))\)\s*/;

/**
 * Whether a text is a dictionary in the EDICT format: a word, a reading in brackets where it has one, senses between slashes.
 * @see https://www.edrdg.org/jmdict/edict_doc.html
 */
export function isEdict(text: string): boolean {
  const lines = text.slice(0, 4000).split('\n').slice(0, 20).filter(Boolean);
  const good = lines.filter((line) => /^\S[^/]*\s\/.+\/\s*$/.test(line));
  return lines.length > 0 && good.length >= lines.length * 0.6;
}

/** Reads EDICT and EDICT2 (several writings and readings with semicolons). Lines that are neither are passed over. */
export function readEdict(text: string): DictionaryFile {
  const entries: DictionaryEntry[] = [];
  let [title, revision] = ['EDICT', ''];
  for (const line of text.split('\n')) {
    const found = /^([^[/]+?)(?:\s+\[([^\]]+)\])?\s+\/(.*)\/\s*$/.exec(line);
    if (found === null) continue;
    const [, head = '', readings, body = ''] = found;
    if (head.includes('？？？')) {
      title = /^([^/,]+)/.exec(body)?.[1]?.trim() ?? title;
      revision = /(\d{4}-\d{2}-\d{2})/.exec(body)?.[1] ?? '';
      continue;
    }
    const { parts, glosses, isCommon } = readSenses(body);
    if (glosses.length === 0) continue;
    const reading = readings === undefined ? undefined : withoutMarks(readings.split(';')[0]!);
    for (const written of head.split(';')) {
      const form = withoutMarks(written).normalize('NFKC');
      if (form === '') continue;
      entries.push({
        form,
        ...(reading !== undefined && reading !== form && { reading }),
        parts,
        glosses,
        ...(isCommon && { isCommon }),
      });
    }
  }
  return { title, licence: edrdgLicence, revision, language: 'ja', entries, facts: {} };
}

/** `(n,vs) (1) study/learning/(2) discount/(P)/`: parts at the head, numbered senses, synonyms between slashes. */
function readSenses(body: string): { parts: string[]; glosses: string[]; isCommon: boolean } {
  const parts = new Set<string>();
  const senses: string[][] = [];
  let isCommon = false;
  for (const piece of body.split('/')) {
    if (piece === '(P)') isCommon = true;
    if (piece === '(P)' || piece === '' || /^EntL\w+$/.test(piece)) continue;
    let rest = piece;
    let begins = senses.length === 0;
    for (let mark = marks.exec(rest); mark !== null; mark = marks.exec(rest)) {
      const [whole, inside = ''] = mark;
      if (/^\d+$/.test(inside)) begins = true;
      // What the first sense is: a word isn't slang because its fifth sense is.
      else if (senses.length === 0) for (const part of inside.split(',')) parts.add(part);
      rest = rest.slice(whole.length);
    }
    rest = rest.replace(/^\((?:See [^)]*)\)\s*/u, '').trim();
    if (rest === '') continue;
    if (begins) senses.push([rest]);
    else senses.at(-1)!.push(rest);
  }
  return {
    parts: [...parts],
    glosses: senses.slice(0, senseLimit).map((sense) => sense.slice(0, 3).join('; ')),
    isCommon,
  };
}

function withoutMarks(written: string): string {
  return written.replaceAll(/\([^)]*\)/g, '').trim();
}
