import type { Audience, ModerationInput, SafetyCategory } from '@kinora/capabilities';

/** Age bands that a verdict depends on. */
export const ageBands = ['2-3', '4-5', '6-7', '8-10', 'adult'] as const;
/** One of {@link ageBands}. */
export type AgeBand = (typeof ageBands)[number];

/** What a text is for. */
export type TextRole = Extract<ModerationInput, { kind: 'text' }>['role'];

/** Severity from which a category is softened, and from which it is blocked; 8 is never. */
export type Threshold = { soften: number; block: number };

const never: Threshold = { soften: 8, block: 8 };
const at = (soften: number, block: number): Threshold => ({ soften, block });

/** By category, in the order of {@link ageBands}. */
const table: Record<SafetyCategory, readonly Threshold[]> = {
  hate: [at(2, 4), at(2, 4), at(2, 4), at(2, 5), at(6, 7)],
  sexual: [at(2, 4), at(2, 4), at(2, 4), at(2, 4), at(6, 7)],
  violence: [at(2, 5), at(3, 5), at(3, 5), at(3, 5), at(7, 7)],
  'self-harm': [at(2, 4), at(2, 4), at(2, 4), at(2, 4), at(5, 7)],
  scary: [at(2, 5), at(3, 5), at(4, 6), at(4, 6), never],
  'unsafe-to-imitate': [at(3, 5), at(3, 5), at(3, 5), at(3, 5), at(6, 6)],
  'personal-data': [at(2, 8), at(2, 8), at(2, 8), at(2, 8), at(3, 8)],
  brand: [at(2, 8), at(2, 8), at(2, 8), at(2, 8), never],
  'bedtime-tone': [at(2, 8), at(2, 8), at(2, 8), at(3, 8), never],
  'prompt-injection': [at(2, 8), at(2, 8), at(2, 8), at(2, 8), at(2, 8)],
};

/** The band of an audience. Children outside 2–10 are taken into the nearest band. */
export function toBand(audience: Audience): AgeBand {
  if (audience.kind === 'adult') return 'adult';
  if (audience.age <= 3) return '2-3';
  if (audience.age <= 5) return '4-5';
  return audience.age <= 7 ? '6-7' : '8-10';
}

/**
 * The threshold of a category. A wish is asked for more than a story: there a monster has become friendly already, and
 * bedtime is where it ends. A picture must not show real people, and brands not even for grown-ups.
 */
export function findThreshold(category: SafetyCategory, audience: Audience, role: TextRole): Threshold {
  const band = toBand(audience);
  const threshold = table[category][ageBands.indexOf(band)] ?? never;
  const isMild = category === 'scary' || category === 'violence' || category === 'bedtime-tone';
  if (role === 'picture-prompt' && category === 'personal-data') return at(2, 5);
  if (role === 'picture-prompt' && category === 'brand') return at(2, 8);
  if (role !== 'wish' && role !== 'story' && category === 'bedtime-tone') return never;
  if (role !== 'wish' && isMild) return at(Math.max(3, threshold.soften), threshold.block);
  return threshold;
}
