import { senseLimit } from '../dictionary.ts';
import type { DictionaryEntry, DictionaryFile } from '../dictionary.ts';
import { edrdgLicence } from './edict.ts';

/**
 * Reads JMdict's XML, entry by entry. Parts of speech are the entities that the file names them by (`&v5r;`), so its
 * declarations need not be expanded.
 * @see https://www.edrdg.org/jmdict/jmdict_dtd_h.html
 */
export function readJmdict(text: string): DictionaryFile {
  const entries: DictionaryEntry[] = [];
  for (let at = text.indexOf('<entry>'); at >= 0; at = text.indexOf('<entry>', at)) {
    const end = text.indexOf('</entry>', at);
    if (end < 0) break;
    entries.push(...readEntry(text.slice(at + 7, end)));
    at = end;
  }
  const revision = /JMdict created:\s*(\d{4}-\d{2}-\d{2})/.exec(text)?.[1] ?? '';
  return { title: 'JMdict', licence: edrdgLicence, revision, language: 'ja', entries, facts: {} };
}

/** Whether a text is JMdict's XML. */
export function isJmdict(text: string): boolean {
  return /<JMdict|<!DOCTYPE JMdict/.test(text.slice(0, 60_000));
}

function readEntry(xml: string): DictionaryEntry[] {
  const parts = new Set<string>();
  const glosses: string[] = [];
  for (const [, sense = ''] of xml.matchAll(/<sense>([\s\S]*?)<\/sense>/g)) {
    // What the first sense is: a word isn't slang because its fifth sense is.
    if (glosses.length === 0)
      for (const [, part = ''] of sense.matchAll(/<(?:pos|misc)>&([\w-]+);<\//g)) parts.add(part);
    const told = Array.from(
      sense.matchAll(/<gloss(?![^>]*xml:lang="(?!eng))[^>]*>([^<]*)<\/gloss>/g),
      ([, gloss = '']) => plain(gloss),
    );
    if (told.length > 0 && glosses.length < senseLimit) glosses.push(told.slice(0, 3).join('; '));
  }
  if (glosses.length === 0) return [];
  const reading = plain(/<reb>([^<]+)<\/reb>/.exec(xml)?.[1] ?? '');
  const isCommon = /<[kr]e_pri>(?:ichi1|news1|spec[12]|gai1)</.test(xml);
  const written = Array.from(xml.matchAll(/<keb>([^<]+)<\/keb>/g), ([, form = '']) => plain(form));
  const marks = { parts: [...parts], glosses, ...(isCommon && { isCommon }) };
  const usuallyKana = parts.has('uk');
  return [
    ...written.map((form) => ({ form: form.normalize('NFKC'), reading, ...marks })),
    ...(written.length === 0 || usuallyKana ? [{ form: reading, ...marks }] : []),
  ].filter(({ form }) => form !== '');
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .trim();
}
