import { gunzipSync } from 'node:zlib';
import { KinoraError } from '@kinora/capabilities';
import type { DictionaryFile } from './dictionary.ts';
import { isEdict, readEdict } from './formats/edict.ts';
import { isJmdict, readJmdict } from './formats/jmdict.ts';
import { readYomitan } from './formats/yomitan.ts';

/** Largest dictionary that is taken, packed and unpacked, in bytes. */
export const dictionaryLimits = { packed: 300_000_000, unpacked: 600_000_000 } as const;

/**
 * Reads a dictionary that somebody imports: a Yomitan ZIP, JMdict (XML), or EDICT and EDICT2 (UTF-8 or EUC-JP); the last two
 * also packed by gzip.
 * @throws KinoraError `request.invalid` when it is none of these, `request.too-large`.
 */
export function readDictionary(bytes: Uint8Array): DictionaryFile {
  if (bytes.length > dictionaryLimits.packed) {
    throw new KinoraError('request.too-large', 'A dictionary has at most 300 MB.');
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readYomitan(bytes);
  const text = decode(bytes[0] === 0x1f && bytes[1] === 0x8b ? unpack(bytes) : bytes);
  if (isJmdict(text)) return nonEmpty(readJmdict(text));
  if (isEdict(text)) return nonEmpty(readEdict(text));
  throw new KinoraError(
    'request.invalid',
    'This is no dictionary that Kinora reads: give a Yomitan ZIP, JMdict (XML) or EDICT, the last two also as .gz.',
    { data: { field: 'dictionary' } },
  );
}

function unpack(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: dictionaryLimits.unpacked });
  } catch (cause) {
    const isTooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new KinoraError(
      isTooLarge ? 'request.too-large' : 'request.invalid',
      isTooLarge
        ? 'The dictionary unpacks to more than 600 MB.'
        : 'The dictionary is packed by gzip and damaged; download it again.',
      { cause, data: { field: 'dictionary' } },
    );
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('euc-jp').decode(bytes);
  }
}

function nonEmpty(file: DictionaryFile): DictionaryFile {
  if (file.entries.length > 0) return file;
  throw new KinoraError('request.invalid', `${file.title} was read, but there are no words in it.`, {
    data: { field: 'dictionary' },
  });
}
