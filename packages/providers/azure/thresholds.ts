import type { Audience, SafetyCategory } from '@kinora/capabilities';

/** Categories that Azure AI Content Safety judges, by its names. */
export const azureCategories = {
  Hate: 'hate',
  Sexual: 'sexual',
  Violence: 'violence',
  SelfHarm: 'self-harm',
} as const satisfies Record<string, SafetyCategory>;

/** One of our categories that Azure judges. */
export type JudgedCategory = (typeof azureCategories)[keyof typeof azureCategories];

/** Severity from which a category is softened, and from which it is blocked. */
export type Threshold = { soften: number; block: number };

const at = (soften: number, block: number): Threshold => ({ soften, block });

/**
 * Thresholds by audience, as `soften/block` on Azure's scale (0–1 safe, 2–3 low, 4–5 medium, 6–7 high; pictures know 0, 2,
 * 4 and 6). Azure's own default for everybody is to block from 4.
 *
 * | Category  | to 3 | 4–5 | 6–7 | 8 and older | grown-up |
 * | --------- | ---- | --- | --- | ----------- | -------- |
 * | hate      | 2/2  | 2/3 | 2/4 | 2/4         | 4/6      |
 * | sexual    | 2/2  | 2/2 | 2/2 | 2/3         | 4/6      |
 * | violence  | 2/3  | 2/3 | 2/4 | 2/4         | 4/6      |
 * | self-harm | 2/2  | 2/2 | 2/3 | 2/3         | 4/6      |
 */
const table: Record<JudgedCategory, readonly Threshold[]> = {
  hate: [at(2, 2), at(2, 3), at(2, 4), at(2, 4), at(4, 6)],
  sexual: [at(2, 2), at(2, 2), at(2, 2), at(2, 3), at(4, 6)],
  violence: [at(2, 3), at(2, 3), at(2, 4), at(2, 4), at(4, 6)],
  'self-harm': [at(2, 2), at(2, 2), at(2, 3), at(2, 3), at(4, 6)],
};

/** The threshold of a category for an audience. Ages in years. */
export function findThreshold(category: JudgedCategory, audience: Audience): Threshold {
  const column =
    audience.kind === 'adult' ? 4 : audience.age <= 3 ? 0 : audience.age <= 5 ? 1 : audience.age <= 7 ? 2 : 3;
  return table[category][column] ?? at(2, 2);
}
