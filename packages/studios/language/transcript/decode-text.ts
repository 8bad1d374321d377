/**
 * The text of a file: by its byte order mark, else UTF-8, else what Japanese files use without saying so (Shift_JIS, EUC-JP),
 * else Windows-1252. Line ends become `\n`, zero-width marks are dropped.
 */
export function decodeText(bytes: Uint8Array): string {
  return decode(bytes)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u200B\u2060\uFEFF]/g, '')
    .replaceAll('\0', '');
}

function decode(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 !== null) return utf8;
  // Bytes of one Japanese encoding often are text in the other too; the right one has hiragana.
  const japanese = ['shift_jis', 'euc-jp']
    .map((encoding) => strictly(bytes, encoding))
    .filter((text) => text !== null)
    .toSorted((a, b) => hiraganaIn(b) - hiraganaIn(a));
  return japanese[0] ?? new TextDecoder('windows-1252').decode(bytes);
}

function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function hiraganaIn(text: string): number {
  return text.match(/\p{Script=Hiragana}/gu)?.length ?? 0;
}
