export { readEnglishTokens } from './english.ts';
export { readJapaneseTokens, toHiragana } from './japanese.ts';
export type { Language, Token } from './token.ts';
