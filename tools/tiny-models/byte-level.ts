/** GPT-2's table of printable characters that stand for bytes. */
export function toByteLevel(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => {
    if ((byte > 32 && byte < 127) || (byte > 160 && byte !== 173)) return String.fromCharCode(byte);
    if (byte <= 32) return String.fromCharCode(256 + byte);
    return String.fromCharCode(byte === 173 ? 256 + 67 : 256 + byte - 127 + 33);
  }).join('');
}
