import { createHash } from 'node:crypto';

/** Letters of Anki's own note ids: all of ASCII that is safe in JSON and in its searches. */
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&()*+,-./:;<=>?@[]^_`{|}~';

/** Anki's name of a note, ten letters, the same for a key always. */
export function guidOf(key: string): string {
  let rest = hashOf(`note ${key}`);
  let guid = '';
  for (let index = 0; index < 10; index++) {
    guid += letters[Number(rest % BigInt(letters.length))];
    rest /= BigInt(letters.length);
  }
  return guid;
}

/**
 * Gives numbers for keys: the same for a key always, and never one twice. Anki reads them as milliseconds since 1970; they lie
 * between 2014 and 2017, where no card of a user's own is likely.
 */
export function createIdentities(kind: string): (key: string) => number {
  const taken = new Set<number>();
  return (key) => {
    let id = 1_400_000_000_000 + Number(hashOf(`${kind} ${key}`) % 100_000_000_000n);
    while (taken.has(id)) id++;
    taken.add(id);
    return id;
  };
}

/** By which Anki finds notes with the same first field: the first 32 bits of the SHA-1 of its text. */
export function fieldChecksum(text: string): number {
  return createHash('sha1').update(text).digest().readUInt32BE(0);
}

/** Name of a media file: the same content has the same name, other content another. */
export function mediaName(bytes: Uint8Array, extension: string): string {
  return `kinora-${createHash('sha1').update(bytes).digest('hex').slice(0, 16)}.${extension}`;
}

function hashOf(text: string): bigint {
  return createHash('sha256').update(text).digest().readBigUInt64BE(0);
}
