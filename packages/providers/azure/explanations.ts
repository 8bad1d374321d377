import type { JudgedCategory } from './thresholds.ts';

type Words = { en: string; ja: string };

const blocked: Record<JudgedCategory | 'blocklist', Words> = {
  hate: { en: 'This puts people down.', ja: 'だれかを見下す内容がふくまれています。' },
  sexual: { en: 'This is of a sexual kind.', ja: '性的な内容がふくまれています。' },
  violence: { en: 'Somebody is hurt in this.', ja: 'だれかが傷つく内容がふくまれています。' },
  'self-harm': {
    en: 'This sounds as if somebody is having a very hard time. Please talk to somebody you trust, or call a helpline in your country, now.',
    ja: 'とてもつらい気持ちのように聞こえます。どうか信頼できる人や相談窓口に今すぐ話してください。',
  },
  blocklist: {
    en: 'A word of your own block list is in this.',
    ja: 'あなたのブロックリストにあることばがふくまれています。',
  },
};

const suggestion: Words = {
  en: 'Word it more gently, or wish for something else.',
  ja: 'もっとやさしいことばにするか、ほかのお願いにしてみてください。',
};

/** Why Azure's guard objects and what would work, in the language of the text. */
export function explain(
  reason: JudgedCategory | 'blocklist',
  text: string,
): { explanation: string; suggestion: string } {
  const language = /[ぁ-んァ-ヶ一-龠]/.test(text) ? 'ja' : 'en';
  return { explanation: blocked[reason][language], suggestion: suggestion[language] };
}
