import type { Audience, ModerationResult, SafetyCategory } from '@kinora/capabilities';
import { explain, suggest } from './explain.ts';
import { findHits } from './hits.ts';
import type { Hit } from './hits.ts';
import { softenUntil } from './soften.ts';
import { findThreshold } from './thresholds.ts';
import type { TextRole } from './thresholds.ts';

/**
 * Judges a text with the built-in lexicon.
 * @param options.role What the text is for: pictures are held to more than words.
 * @returns For `soften` and `block` an explanation and a suggestion; for a wish to be softened, the wish told gently.
 */
export function judgeText(text: string, options: { audience: Audience; role: TextRole }): ModerationResult {
  const result = judgeHits([...findHits(text), ...findShouting(text, options.role)], options);
  if (result.verdict === 'allow') return result;
  const language = /[\u3040-\u30ff]/.test(text) ? 'ja' : 'en';
  const reader = { audience: options.audience, language } as const;
  const counted = orderCategories(result, options);
  const gentle = options.role === 'wish' ? softenUntil(text, result, (next) => judgeWish(next, options)) : undefined;
  return {
    ...result,
    explanation: explain(result.verdict, counted, reader),
    suggestion: suggest({ softened: gentle, categories: counted }, reader),
    ...(result.verdict === 'soften' && gentle !== undefined && { softened: gentle }),
    ...(counted.includes('prompt-injection') && {
      note: 'The wish holds orders to an author; they were taken as words.',
    }),
  };
}

function judgeWish(text: string, options: { audience: Audience; role: TextRole }): ModerationResult {
  return judgeHits(findHits(text), options);
}

/** The verdict on what was found. Spans are those that count for this reader; categories tell of all. */
export function judgeHits(hits: Hit[], { audience, role }: { audience: Audience; role: TextRole }): ModerationResult {
  const categories: Partial<Record<SafetyCategory, number>> = {};
  for (const { category, severity } of hits) {
    categories[category] = Math.max(severity, categories[category] ?? 0);
  }
  const frights = new Set(hits.filter((hit) => hit.category === 'scary' && hit.severity >= 3).map((hit) => hit.offset));
  if (frights.size >= 2 && categories.scary === 3) categories.scary = 4;
  let verdict: ModerationResult['verdict'] = 'allow';
  const counting = new Set<SafetyCategory>();
  for (const { category } of hits) {
    const { soften, block } = findThreshold(category, audience, role);
    const severity = categories[category] ?? 0;
    if (severity >= block) verdict = 'block';
    else if (severity >= soften && verdict === 'allow') verdict = 'soften';
    if (severity >= Math.min(soften, block)) counting.add(category);
  }
  const spans = hits
    .filter(({ category, severity }) => {
      const { soften, block } = findThreshold(category, audience, role);
      const isJoint = category === 'scary' && frights.size >= 2 && severity >= 3;
      return counting.has(category) && (severity >= Math.min(soften, block) || isJoint);
    })
    .map(({ offset, length, category, severity }) => ({ offset, length, category, severity }));
  return { verdict, categories, spans };
}

function orderCategories(result: ModerationResult, options: { audience: Audience; role: TextRole }): SafetyCategory[] {
  const weight = (category: SafetyCategory) => {
    const { block } = findThreshold(category, options.audience, options.role);
    const severity = result.categories[category] ?? 0;
    return (severity >= block ? 10 : 0) + severity;
  };
  return [...new Set(result.spans.map(({ category }) => category))].toSorted((a, b) => weight(b) - weight(a));
}

/** A bedtime story doesn't shout: two shouted words or rows of exclamation marks are too loud. */
function findShouting(text: string, role: TextRole): Hit[] {
  if (role !== 'story') return [];
  const shouts = [...text.matchAll(/\b[A-Z]{4,}!|!{2,}/g)];
  if (shouts.length < 2) return [];
  return shouts.map((match) => ({
    category: 'bedtime-tone',
    severity: 3,
    offset: match.index,
    length: match[0].length,
    head: match[0].length,
    form: 0,
  }));
}
