import type { Audience, SafetyCategory } from '@kinora/capabilities';

type Language = 'en' | 'ja';
type Text = Record<Language, string>;

/** Why something isn't told to a child, kindly. */
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

/** Why something isn't made for a grown-up, or should be put in another way. */
const forAdults: Record<SafetyCategory, Text> = {
  hate: {
    en: 'Kinora makes nothing that calls for hatred of people.',
    ja: '人への憎しみをあおるものは、Kinora では作れません。',
  },
  sexual: {
    en: 'Kinora makes nothing that shows people sexually.',
    ja: '性的な表現は、Kinora では作れません。',
  },
  violence: {
    en: 'Kinora makes nothing that glorifies cruelty.',
    ja: '残虐さをたたえるものは、Kinora では作れません。',
  },
  'self-harm': {
    en: 'This sounds as if somebody is having a very hard time. Kinora cannot make this. Please talk to somebody you trust, or call a helpline in your country, now.',
    ja: 'とてもつらい気持ちのように聞こえます。これは作れませんが、どうか信頼できる人や相談窓口に今すぐ話してください。',
  },
  scary: { en: 'This is very frightening.', ja: 'とてもこわい内容です。' },
  'unsafe-to-imitate': {
    en: 'This reads like instructions for something dangerous.',
    ja: '危険なことのやり方のように読めます。',
  },
  'personal-data': blocked['personal-data'],
  brand: { en: 'This character or brand belongs to somebody.', ja: 'このキャラクターやブランドには持ち主がいます。' },
  'bedtime-tone': { en: 'This is very loud.', ja: 'とてもにぎやかです。' },
  'prompt-injection': softened['prompt-injection'],
};

const ideas: Record<Audience['kind'], Text> = {
  child: {
    en: 'How about a small animal who makes a new friend, or a lantern that lights the way home?',
    ja: '新しい友だちに出会う小さな動物のお話や、帰り道を照らすランタンのお話はどうでしょう。',
  },
  adult: {
    en: 'Put it in other words, or leave it out.',
    ja: '別のことばに言いかえるか、省いてください。',
  },
};

/** Who reads, and in which language. */
type Reader = { audience: Audience; language: Language };

/** Explains a verdict in the language of the text, gravest category first. To a grown-up nothing is said of children. */
export function explain(
  verdict: 'soften' | 'block',
  categories: SafetyCategory[],
  { audience, language }: Reader,
): string {
  const forChildren = verdict === 'block' ? blocked : softened;
  const table = audience.kind === 'adult' ? forAdults : forChildren;
  return categories
    .slice(0, verdict === 'block' ? 1 : 3)
    .map((category) => table[category][language])
    .join(language === 'en' ? ' ' : '');
}

/** Suggests what would work, keeping the idea when it could be told gently. */
export function suggest(
  { softened: gentle, categories }: { softened: string | undefined; categories: SafetyCategory[] },
  { audience, language }: Reader,
): string {
  if (gentle !== undefined && !categories.includes('self-harm')) {
    return language === 'en' ? `For example: “${gentle}”` : `たとえば「${gentle}」`;
  }
  return ideas[audience.kind][language];
}
