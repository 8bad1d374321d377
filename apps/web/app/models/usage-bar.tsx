import type { Budget, UsageView } from '@kinora/capabilities/setup';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Fault } from '../ui/fault.tsx';
import { amountOf, spanOf } from './words.ts';

/** What was used this month, what the month will come to, and how near the limit is. */
export function UsageBar({ usage, budget }: { usage: UsageView; budget: Budget | null }) {
  const unit = budget?.unit ?? 'calls';
  const limit = budget?.monthly ?? null;
  const month = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(`${usage.month}-15`));
  const parts = [
    unit === 'calls' ? '' : amountOf(usage.calls, 'calls'),
    usage.inputTokens + usage.outputTokens > 0
      ? `${usage.inputTokens.toLocaleString('en')} tokens read, ${usage.outputTokens.toLocaleString('en')} written`
      : '',
    usage.images > 0 ? `${usage.images} ${usage.images === 1 ? 'picture' : 'pictures'}` : '',
    usage.characters > 0 ? `${usage.characters.toLocaleString('en')} characters` : '',
    usage.audioSeconds > 0 ? `${spanOf(usage.audioSeconds)} of sound` : '',
  ].filter(Boolean);
  return (
    <div className="mt-3 grid gap-2">
      <p className="num flex flex-wrap justify-between gap-x-4 text-small">
        <b>
          {amountOf(usage.spent, unit)} in {month}
          {limit !== null && ` of ${amountOf(limit, unit)}`}
        </b>
        {usage.spent > 0 && (
          <span className={limit !== null && usage.forecast > limit ? 'text-air' : 'text-ink-2'}>
            about {amountOf(usage.forecast, unit)} by its end at this pace
          </span>
        )}
      </p>
      {limit !== null && <ProgressBar label="Share of the budget that is used" fraction={usage.spent / limit} />}
      {parts.length > 0 && <p className="num text-tiny text-ink-3">{parts.join(' · ')}</p>}
      {usage.isExhausted && (
        <Fault>
          This month’s budget is used up.{' '}
          {budget?.atLimit === 'stop' ? 'What asks for it stops and says so' : 'The next one in the order takes over'}{' '}
          until the month ends or you raise it.
        </Fault>
      )}
    </div>
  );
}
