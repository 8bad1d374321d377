import type { Bilingual } from '../lesson/plan.ts';
import type { VocabularyItem } from '../analysis/item.ts';
import { shortForm, shortGloss } from './names.ts';

/** Longest hook, characters. */
const longest = 60;

type Template = { ja: string; en: string };

/** {F} is the form, {G} its meaning in the language of the text; a template that needs a meaning is left out where none is short. */
const templates: Record<VocabularyItem['language'], Record<VocabularyItem['kind'], readonly Template[]>> = {
  ja: {
    slang: [
      { ja: '「{F}」ってどういう意味？', en: 'What does {F} really mean?' },
      { ja: '「{F}」、英語でどう言う？', en: 'How do you say “{G}” in Japanese?' },
      { ja: '「{F}」っていつ使う？', en: 'When do you say {F}?' },
      { ja: '「{F}」のニュアンス、説明できる？', en: 'What do people mean by {F}?' },
      { ja: '「{F}」、意味わかる？', en: 'Do you know what {F} means?' },
    ],
    culture: [
      { ja: '「{F}」って何？', en: 'What is {F}?' },
      { ja: '「{F}」を英語で説明すると？', en: '{F} in a nutshell' },
      { ja: '「{F}」、知ってる？', en: 'Have you heard of {F}?' },
      { ja: '「{F}」を知らない人に説明するなら？', en: 'How would you explain {F}?' },
    ],
    grammar: [
      { ja: '「{F}」はいつ使う？', en: 'When do you use {F}?' },
      { ja: '「{F}」の使い方、わかる？', en: 'How to use {F}' },
      { ja: '「{F}」のニュアンスは？', en: 'What does {F} add to a sentence?' },
      { ja: '会話で聞く「{F}」', en: '{F} in real speech' },
    ],
    expression: [
      { ja: '「{F}」ってどういう意味？', en: 'What does {F} mean?' },
      { ja: '「{F}」、英語でどう言う？', en: 'How do you say “{G}” in Japanese?' },
      { ja: '「{F}」はどんなときに使う？', en: 'When would you say {F}?' },
      { ja: '「{F}」、説明できる？', en: 'Can you use {F}?' },
    ],
    mistake: [
      { ja: '「{F}」、間違えやすいのはどこ？', en: 'Easy to get wrong: {F}' },
      { ja: '「{F}」、そのつもりで使ってる？', en: 'Does {F} mean what you think?' },
      { ja: '「{F}」、正しく使える？', en: 'Watch out for {F}' },
    ],
    word: [
      { ja: '「{F}」を英語で言うと？', en: 'How do you say “{G}” in Japanese?' },
      { ja: '「{F}」の意味、説明できる？', en: 'What does {F} mean?' },
      { ja: '「{F}」、英語では？', en: 'Do you know the word {F}?' },
    ],
  },
  en: {
    slang: [
      { ja: '「{F}」ってどういう意味？', en: 'What does “{F}” really mean?' },
      { ja: '「{F}」、いつ使う？', en: 'When do people say “{F}”?' },
      { ja: '「{G}」は英語でどう言う？', en: 'Do you say “{F}”?' },
      { ja: '「{F}」のニュアンス、わかる？', en: 'What do people mean by “{F}”?' },
    ],
    culture: [
      { ja: '「{F}」って何のこと？', en: 'What is “{F}”?' },
      { ja: '「{F}」、知ってる？', en: 'Have you heard of “{F}”?' },
      { ja: '「{F}」を日本語で説明すると？', en: 'How would you explain “{F}”?' },
    ],
    grammar: [
      { ja: '「{F}」はいつ使う？', en: 'When do you use “{F}”?' },
      { ja: '「{F}」の使い方、わかる？', en: 'How to use “{F}”' },
    ],
    expression: [
      { ja: '「{F}」ってどういう意味？', en: 'What does “{F}” mean?' },
      { ja: '「{G}」は英語でどう言う？', en: 'Another way to say it: “{F}”' },
      { ja: '「{F}」、使ったことある？', en: 'Do you use “{F}”?' },
      { ja: '「{F}」はどんなときに使う？', en: 'When would you say “{F}”?' },
    ],
    mistake: [
      { ja: '「{F}」、どこが間違い？', en: 'What goes wrong in “{F}”?' },
      { ja: '「{F}」って言ってない？', en: 'Do you say “{F}”?' },
      { ja: '「{F}」、正しくは？', en: '“{F}”: how to say it right' },
    ],
    word: [
      { ja: '「{F}」の意味、わかる？', en: 'What does “{F}” mean?' },
      { ja: '「{G}」は英語で何と言う？', en: 'Do you know the word “{F}”?' },
      { ja: '「{F}」、日本語では？', en: 'How would you explain “{F}”?' },
    ],
  },
};

/**
 * The question that a Short begins with, about its first item, in both languages.
 * @param taken Templates that other Shorts use already; grows by the one that is taken.
 */
export function hookFor(item: VocabularyItem, taken: Set<string> = new Set()): Bilingual {
  const gloss = item.kind === 'mistake' ? null : shortGloss(item);
  const form = shortForm(item);
  // A gloss is in the other language than the item.
  const glossIn = item.language === 'ja' ? 'en' : 'ja';
  const usable = templates[item.language][item.kind].filter(
    (template) => gloss !== null || !template[glossIn].includes('{G}'),
  );
  const turn = hash(item.id) % usable.length;
  const rotated = [...usable.slice(turn), ...usable.slice(0, turn)];
  const fill = (text: string) => text.replaceAll('{F}', form).replaceAll('{G}', gloss ?? '');
  const fits = rotated
    .map((template) => ({ key: template.en, ja: fill(template.ja), en: fill(template.en) }))
    .filter(({ ja, en }) => ja.length <= longest && en.length <= longest);
  const chosen = fits.find(({ key }) => !taken.has(key)) ?? fits[0];
  if (chosen === undefined) return { ja: 'この表現、わかる？', en: 'Do you know this expression?' };
  taken.add(chosen.key);
  return { ja: chosen.ja, en: chosen.en };
}

/** Small number of a text, the same everywhere (FNV-1a). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}
