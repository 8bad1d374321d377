import type { SafetyCategory } from '@kinora/capabilities';

type Language = 'en' | 'ja';
type Text = Record<Language, string>;

/** Why something isn't told, kindly. */
const blocked: Record<SafetyCategory, Text> = {
  hate: {
    en: 'Kinora does not tell stories that put people down or swear at them.',
    ja: 'だれかを傷つけることばのお話は、Kinora では作れません。',
  },
  sexual: { en: 'This is not something for a child’s story.', ja: 'これは子どものお話には向きません。' },
  violence: {
    en: 'Kinora does not tell bedtime stories about killing or hurting.',
    ja: 'だれかを傷つけたり命をうばったりするお話は、おやすみ前には作れません。',
  },
  'self-harm': {
    en: 'This sounds as if somebody is having a very hard time. Kinora cannot make a story of it. Please talk to somebody you trust, or call a helpline in your country, now.',
    ja: 'とてもつらい気持ちのように聞こえます。お話にはできませんが、どうか信頼できる人や相談窓口に今すぐ話してください。',
  },
  scary: {
    en: 'This is too frightening just before sleep.',
    ja: 'ねむる前のお話としては、こわすぎるようです。',
  },
  'unsafe-to-imitate': {
    en: 'A child might try this, and it is dangerous.',
    ja: '子どもがまねをすると、とても危険です。',
  },
  'personal-data': {
    en: 'Pictures are not made of real people.',
    ja: '実在の人の絵は作れません。',
  },
  brand: { en: 'This character belongs to somebody.', ja: 'このキャラクターには持ち主がいます。' },
  'bedtime-tone': { en: 'This is too exciting for bedtime.', ja: 'おやすみ前にはにぎやかすぎます。' },
  'prompt-injection': { en: 'These are orders, not a wish.', ja: 'これはお願いではなく命令のようです。' },
};

/** How it is told instead. */
const softened: Record<SafetyCategory, Text> = {
  hate: { en: 'Unkind words are left out.', ja: '意地悪なことばは、やさしいことばに変えます。' },
  sexual: { en: 'Everybody keeps their clothes on.', ja: 'みんな服を着ています。' },
  violence: {
    en: 'Weapons and fights become something nobody is hurt by.',
    ja: '武器やけんかは、だれも痛くないものに変えます。',
  },
  'self-harm': {
    en: 'Told with comfort: somebody listens, and it gets better.',
    ja: 'そばで話を聞いてくれる人がいるお話にします。',
  },
  scary: { en: 'What might frighten is told in a friendly way.', ja: 'こわいものは、やさしい姿で出てきます。' },
  'unsafe-to-imitate': {
    en: 'What would be dangerous to copy happens in a safe way.',
    ja: 'まねをすると危ないことは、安全なやり方に変えます。',
  },
  'personal-data': {
    en: 'Names, numbers and addresses of real people are left out.',
    ja: '本名や電話番号、住所などは入れません。',
  },
  brand: {
    en: 'This character belongs to somebody, so the story gets one of its own.',
    ja: 'このキャラクターには持ち主がいるので、新しい仲間を考えます。',
  },
  'bedtime-tone': { en: 'It grows calmer towards the end.', ja: 'おしまいは静かになります。' },
  'prompt-injection': {
    en: 'Orders to the author are taken as words, not followed.',
    ja: '作者への命令は、ことばとして受けとり、従いません。',
  },
};

const ideas: Text = {
  en: 'How about a small animal who makes a new friend, or a lantern that lights the way home?',
  ja: '新しい友だちに出会う小さな動物のお話や、帰り道を照らすランタンのお話はどうでしょう。',
};

/** Explains a verdict in the language of the text, gravest category first. */
export function explain(verdict: 'soften' | 'block', categories: SafetyCategory[], language: Language): string {
  const table = verdict === 'block' ? blocked : softened;
  return categories
    .slice(0, verdict === 'block' ? 1 : 3)
    .map((category) => table[category][language])
    .join(language === 'en' ? ' ' : '');
}

/** Suggests what would work, keeping the idea when it could be told gently. */
export function suggest(options: {
  softened: string | undefined;
  categories: SafetyCategory[];
  language: Language;
}): string {
  const { softened: gentle, categories, language } = options;
  if (gentle !== undefined && !categories.includes('self-harm')) {
    return language === 'en' ? `For example: “${gentle}”` : `たとえば「${gentle}」`;
  }
  return ideas[language];
}
