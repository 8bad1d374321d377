/** Joins lines of one text: with a space where Latin letters meet, without one between Japanese characters. */
export function joinText(lines: readonly string[]): string {
  const parts: string[] = [];
  let before = '';
  for (const line of lines) {
    if (line === '') continue;
    parts.push(separator(before, line), line);
    before = line;
  }
  return parts.join('').trim();
}

/** What belongs between two pieces of one text: a space or nothing. */
export function separator(before: string, after: string): '' | ' ' {
  const [last, first] = [before.at(-1), after.at(0)];
  if (last === undefined || first === undefined || /\s/.test(last) || /\s/.test(first)) return '';
  const isWide = (character: string) =>
    /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー。、！？「」『』（）…〜・，．]/u.test(character);
  return isWide(last) || isWide(first) ? '' : ' ';
}
