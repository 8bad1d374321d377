import type { Usage } from '@kinora/capabilities';
import type { Budget, UsageView } from '@kinora/capabilities/setup';

/** What a provider was used for in one month. */
export type MonthlyUsage = Required<Usage> & { calls: number };

/** Nothing used yet. */
export const noUsage: MonthlyUsage = {
  calls: 0,
  inputTokens: 0,
  outputTokens: 0,
  images: 0,
  characters: 0,
  audioSeconds: 0,
};

/** The calendar month of a time, in UTC: `2026-11`. */
export function monthOf(time: Date): string {
  return time.toISOString().slice(0, 7);
}

/** What usage comes to, in the unit of the budget. */
export function priceOf(usage: MonthlyUsage, budget: Pick<Budget, 'unit' | 'prices'>): number {
  if (budget.unit === 'calls') return usage.calls;
  const { prices } = budget;
  return (
    (usage.inputTokens / 1e6) * (prices.perMillionInputTokens ?? 0) +
    (usage.outputTokens / 1e6) * (prices.perMillionOutputTokens ?? 0) +
    usage.images * (prices.perImage ?? 0) +
    (usage.characters / 1e6) * (prices.perMillionCharacters ?? 0) +
    (usage.audioSeconds / 60) * (prices.perAudioMinute ?? 0) +
    usage.calls * (prices.perCall ?? 0)
  );
}

/**
 * What a month's use comes to, and would come to at its end at the same pace.
 * @param now Within the month of the usage. In its first hours the forecast takes one day as passed.
 */
export function describeUsage(usage: MonthlyUsage, budget: Budget | null, now: Date): UsageView {
  const counted = budget ?? { unit: 'calls' as const, prices: {} };
  const spent = priceOf(usage, counted);
  const start = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1);
  const days = (Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1) - start) / 86_400_000;
  const passed = Math.max(1, (now.getTime() - start) / 86_400_000);
  return {
    month: monthOf(now),
    ...usage,
    spent,
    forecast: Math.max(spent, (spent / passed) * days),
    isExhausted: budget?.monthly != null && spent >= budget.monthly,
  };
}
