import type { Usage } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities';
import type { Budget } from '@kinora/capabilities/setup';
import type { UserDatabase } from '../db/database.ts';
import { describeUsage, monthOf, noUsage } from './budget.ts';
import type { MonthlyUsage } from './budget.ts';
import { addUsage, listUsage } from './usage.ts';

/** Counts what providers are used for and keeps them within their budgets. */
export type Meter = AsyncDisposable & {
  /** @throws KinoraError `provider.quota` when the month's budget is used up; `isFinal` when nobody else is to serve. */
  admit(provider: { id: string; title: string; budget: Budget | null }): Promise<void>;
  count(provider: string, usage: Usage): void;
  /** This month's use by provider. */
  usage(): Promise<Map<string, MonthlyUsage>>;
};

/** What other processes have counted is looked up again after so many milliseconds. */
const freshMs = 10_000;

/** Makes the meter of an owner. What is counted is kept in the database, so that all processes share a budget. */
export function createMeter(options: { database: UserDatabase; now?: () => Date }): Meter {
  const { database, now = () => new Date() } = options;
  let known: { month: string; at: number; usage: Map<string, MonthlyUsage> } | undefined;
  const pending = new Set<Promise<void>>();

  const usage = async () => {
    const time = now();
    const month = monthOf(time);
    if (known === undefined || known.month !== month || time.getTime() - known.at > freshMs) {
      await Promise.all(pending);
      const read = await database.transaction((tx) => listUsage(tx, month), { isIdempotent: true });
      known = { month, at: time.getTime(), usage: read };
    }
    return known.usage;
  };

  return {
    usage,
    async admit({ id, title, budget }) {
      if (budget?.monthly == null) return;
      const { spent, isExhausted } = describeUsage((await usage()).get(id) ?? noUsage, budget, now());
      if (!isExhausted) return;
      const unit = budget.unit === 'calls' ? 'calls' : budget.unit.toUpperCase();
      const isFinal = budget.atLimit === 'stop';
      throw new KinoraError(
        'provider.quota',
        `The budget of ${title} for this month is used up (${round(spent)} of ${budget.monthly} ${unit}). Raise it on the Models page, or wait for the next month.`,
        { data: { provider: id, isFinal } },
      );
    },
    count(provider, used) {
      const month = monthOf(now());
      if (known?.month === month) known.usage.set(provider, add(known.usage.get(provider) ?? noUsage, used));
      const write: Promise<void> = database
        .transaction((tx) => addUsage(tx, { provider, month, usage: used }))
        .catch(() => {})
        .finally(() => pending.delete(write));
      pending.add(write);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(pending);
    },
  };
}

function add(sum: MonthlyUsage, more: Usage): MonthlyUsage {
  return {
    calls: sum.calls + 1,
    inputTokens: sum.inputTokens + (more.inputTokens ?? 0),
    outputTokens: sum.outputTokens + (more.outputTokens ?? 0),
    images: sum.images + (more.images ?? 0),
    characters: sum.characters + (more.characters ?? 0),
    audioSeconds: sum.audioSeconds + (more.audioSeconds ?? 0),
  };
}

function round(amount: number): string {
  return amount.toFixed(2).replace(/\.00$/, '');
}
