/** Entities that subtitle files use. */
const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '',
  rlm: '',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

/** A line without markup, and what it told beside its words. */
export type CleanLine = {
  text: string;
  /** Who says it: `<v Name>`, `Name:`, `（名前）`, or "another" after `>>`. */
  speaker?: string;
  /** Whether `>>` or `-` says that somebody else begins to speak. */
  isTurn: boolean;
};

/**
 * A line's words: tags, karaoke times, styles and entities are resolved; notes of music and descriptions of sounds in brackets
 * are dropped; labels of speakers are told apart from what they say.
 */
export function cleanLine(raw: string): CleanLine {
  // Markup ends before the next begins: else a line of nothing but `<` would be searched to its end from each of them.
  const voice = /<v(?:\.[\w.]+)?\s([^<>]+)>/.exec(raw)?.[1]?.trim();
  const plain = resolveEntities(raw.replaceAll(/\{\\[^{}]*\}/g, '').replaceAll(/<\/?[a-zA-Z\d][^<>]*>/g, ''))
    .replaceAll(/[♪♫♬♩]+/g, ' ')
    // [Music], 【拍手】, (laughs): sounds, not words.
    .replaceAll(/[[［【][^\]］】]{0,40}[\]］】]/g, ' ')
    .replaceAll(
      /\((?:[a-z ]{1,30}ing|[a-z ]{0,20}(?:laughs?|sighs?|gasps?|music|applause|cheers?|noise)[a-z ]{0,20})\)/gi,
      ' ',
    )
    .replaceAll(/[（(](?:笑い?声?|拍手|歓声|音楽|ため息|BGM|効果音|咳払い|沈黙)[）)]/g, ' ')
    .replaceAll(/[\s\u3000]+/g, ' ')
    .trim();
  const turn = /^(?:>>+|＞＞+|[-–—‐]\s)\s*/.exec(plain);
  const rest = turn ? plain.slice(turn[0].length) : plain;
  // A label: capitals or a name in front of a colon, or a name alone in Japanese brackets.
  const label =
    /^([A-Z][A-Z .'-]{1,24}|[A-Z][\w'-]{1,18}(?: [A-Z][\w'-]{1,18})?|[\p{Script=Han}\p{Script=Katakana}ー・]{2,12})\s*(?::\s+|：\s*)/u.exec(
      rest,
    ) ?? /^[（(]([^（）()\d]{1,12})[）)]\s*/u.exec(rest);
  const speaker = voice ?? label?.[1]?.trim();
  return {
    text: label ? rest.slice(label[0].length) : rest,
    isTurn: turn !== null || voice !== undefined || label !== null,
    ...(speaker === undefined ? {} : { speaker }),
  };
}

/** Named and numbered entities as the characters they stand for; unknown ones stay as they are. */
export function resolveEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return entities[name.toLowerCase()] ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
