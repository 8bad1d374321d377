/** A field's text without HTML, as Anki compares and sorts it; names of sounds and pictures stay where `keepsMedia`. */
export function stripHtml(field: string, { keepsMedia = false }: { keepsMedia?: boolean } = {}): string {
  const media = keepsMedia ? ' $1 ' : '';
  return field
    .replaceAll(/<img[^>]+src=["']?([^"'>]+)["']?[^>]*>/gi, media)
    .replaceAll(/\[sound:([^\]]+)\]/gi, media)
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => entity(name) ?? whole);
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return named[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
