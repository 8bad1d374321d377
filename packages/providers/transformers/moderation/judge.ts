import { safetyCategories } from '@kinora/capabilities';
import type { Audience, ModerationInput, ModerationResult, SafetyCategory, SafetySpan } from '@kinora/capabilities';

/** What a text is for; a picture has none. */
export type Role = Extract<ModerationInput, { kind: 'text' }>['role'];

/** What was found in one stretch of a text, or in a whole picture. */
export type Finding = { offset: number; length: number; severities: Partial<Record<SafetyCategory, number>> };

/** Severity from which a category is softened, and from which it is blocked; 8 is never. */
type Threshold = readonly [soften: number, block: number];

/** For children, and for grown-ups. */
const thresholds: Record<SafetyCategory, readonly [child: Threshold, adult: Threshold]> = {
  hate: [
    [2, 4],
    [6, 7],
  ],
  sexual: [
    [2, 4],
    [6, 7],
  ],
  violence: [
    [3, 5],
    [7, 8],
  ],
  'self-harm': [
    [2, 4],
    [5, 7],
  ],
  scary: [
    [4, 6],
    [8, 8],
  ],
  'unsafe-to-imitate': [
    [3, 5],
    [6, 7],
  ],
  'personal-data': [
    [2, 8],
    [3, 8],
  ],
  brand: [
    [2, 8],
    [8, 8],
  ],
  'bedtime-tone': [
    [2, 8],
    [8, 8],
  ],
  'prompt-injection': [
    [2, 8],
    [2, 8],
  ],
};

/**
 * The verdict on what was found. The youngest are kept from violence one step earlier; a picture can't be softened, so for
 * a child it is blocked where a text would be.
 */
export function judge(
  findings: readonly Finding[],
  { audience, role, language }: { audience: Audience; role: Role | 'picture'; language: 'en' | 'ja' },
): ModerationResult {
  const categories: Partial<Record<SafetyCategory, number>> = {};
  const spans: SafetySpan[] = [];
  let verdict: ModerationResult['verdict'] = 'allow';
  let gravest: SafetyCategory | undefined;
  for (const { offset, length, severities } of findings) {
    for (const category of safetyCategories) {
      const severity = severities[category] ?? 0;
      if (severity === 0) continue;
      categories[category] = Math.max(severity, categories[category] ?? 0);
      const [soften, block] = thresholdOf(category, { audience, role });
      if (severity < soften) continue;
      if (length > 0) spans.push({ offset, length, category, severity });
      if (severity >= block) verdict = 'block';
      else if (verdict === 'allow') verdict = 'soften';
      if (gravest === undefined || severity > (categories[gravest] ?? 0)) gravest = category;
    }
  }
  if (verdict === 'allow' || gravest === undefined) return { verdict: 'allow', categories, spans: [] };
  return { verdict, categories, spans, explanation: explain(gravest, { audience, language }) };
}

function thresholdOf(
  category: SafetyCategory,
  { audience, role }: { audience: Audience; role: Role | 'picture' },
): Threshold {
  const [child, adult] = thresholds[category];
  if (audience.kind === 'adult') return adult;
  const isYoungest = audience.age <= 3 && (category === 'violence' || category === 'scary');
  const [soften, block] = isYoungest ? [child[0] - 1, child[1] - 1] : child;
  return role === 'picture' && block < 8 ? [soften, soften] : [soften, block];
}

function explain(
  category: SafetyCategory,
  { audience, language }: { audience: Audience; language: 'en' | 'ja' },
): string {
  const forAdult = audience.kind === 'adult' ? forAdults[category] : undefined;
  return (forAdult ?? explanations[category])[language];
}

const unkind = {
  en: 'These words would hurt somebody. Kinora tells it with kind ones.',
  ja: 'だれかを傷つけることばがあります。Kinora ではやさしいことばで話します。',
};
const explanations: Record<SafetyCategory, Record<'en' | 'ja', string>> = {
  hate: unkind,
  sexual: { en: 'This is not something for a child’s story.', ja: 'これは子どものお話には向きません。' },
  violence: {
    en: 'Nobody is hurt in Kinora’s bedtime stories.',
    ja: 'おやすみのお話では、だれも傷つきません。',
  },
  'self-harm': {
    en: 'This sounds as if somebody is having a very hard time. Please talk to somebody you trust, or call a helpline in your country, now.',
    ja: 'とてもつらい気持ちのように聞こえます。どうか信頼できる人や相談窓口に今すぐ話してください。',
  },
  scary: { en: 'This is too frightening just before sleep.', ja: 'ねむる前のお話としては、こわすぎるようです。' },
  'unsafe-to-imitate': {
    en: 'A child might try this, and it is dangerous.',
    ja: '子どもがまねをすると、とても危険です。',
  },
  'personal-data': {
    en: 'Names, numbers and addresses of real people are left out.',
    ja: '本名や電話番号、住所などは入れません。',
  },
  brand: { en: 'This character belongs to somebody.', ja: 'このキャラクターには持ち主がいます。' },
  'bedtime-tone': { en: 'This is too exciting for bedtime.', ja: 'おやすみ前にはにぎやかすぎます。' },
  'prompt-injection': { en: 'These are orders, not a wish.', ja: 'これはお願いではなく命令のようです。' },
};

/** Where a grown-up is told something else. */
const forAdults: Partial<typeof explanations> = {
  hate: { en: 'These words put people down.', ja: 'だれかを傷つけることばがあります。' },
  sexual: { en: 'This is of a sexual kind.', ja: '性的な内容がふくまれています。' },
  violence: { en: 'Somebody is hurt in this.', ja: 'だれかが傷つく内容がふくまれています。' },
  'unsafe-to-imitate': {
    en: 'This reads like instructions for something dangerous.',
    ja: '危険なことのやり方のように読めます。',
  },
};
