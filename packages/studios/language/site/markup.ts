import type { RubyPart } from '../analysis/furigana.ts';

/** Markup that is safe to be put into a page as it is. Only {@link html} and {@link join} make it. */
export type Markup = { readonly markup: string };

/** Text with what HTML gives a meaning to written out. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Markup from a template: everything put in is escaped, unless it is markup already; nothing stands for null and false. */
export function html(strings: TemplateStringsArray, ...values: (Markup | string | number | null | false)[]): Markup {
  const markup = strings.reduce((all, part, at) => {
    const value = at === 0 ? null : values[at - 1]!;
    const put =
      value === null || value === false ? '' : typeof value === 'object' ? value.markup : escapeText(String(value));
    return all + put + part;
  }, '');
  return { markup };
}

/** Markup in a row. */
export function join(parts: readonly Markup[], between = ''): Markup {
  return { markup: parts.map(({ markup }) => markup).join(between) };
}

/** A sentence with readings above kanji and a stretch of it marked. */
export function rubyText(parts: readonly RubyPart[], marked?: { from: number; to: number }): Markup {
  const out: Markup[] = [];
  let at = 0;
  for (const { text, reading } of parts) {
    const pieces = cut(text, at, marked);
    // Readings belong to whole words: a mark that ends within one takes it whole.
    if (reading !== undefined) {
      const ruby = html`<ruby>${text}<rp>(</rp><rt>${reading}</rt><rp>)</rp></ruby>`;
      out.push(pieces.some(({ isMarked }) => isMarked) ? html`<mark>${ruby}</mark>` : ruby);
    } else {
      for (const piece of pieces) out.push(piece.isMarked ? html`<mark>${piece.text}</mark>` : html`${piece.text}`);
    }
    at += text.length;
  }
  return { markup: join(out).markup.replaceAll('</mark><mark>', '') };
}

function cut(
  text: string,
  at: number,
  marked: { from: number; to: number } | undefined,
): { text: string; isMarked: boolean }[] {
  if (marked === undefined) return [{ text, isMarked: false }];
  const from = Math.min(text.length, Math.max(0, marked.from - at));
  const to = Math.min(text.length, Math.max(from, marked.to - at));
  return [
    { text: text.slice(0, from), isMarked: false },
    { text: text.slice(from, to), isMarked: true },
    { text: text.slice(to), isMarked: false },
  ].filter((piece) => piece.text !== '');
}
