import type { Budget, ProviderKindView, ProviderView } from '@kinora/capabilities/setup';
import { useState } from 'react';
import { messagesOf } from '../story/field-errors.ts';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { Fault } from '../ui/fault.tsx';
import { Done } from './done.tsx';
import { fieldProblems } from './field-problems.ts';
import { changeOf, priceFields } from './provider-change.ts';
import { useProvider } from './use-provider.ts';
import { UsageBar } from './usage-bar.tsx';

const units = [
  { value: 'usd', label: 'US dollars' },
  { value: 'eur', label: 'Euros' },
  { value: 'jpy', label: 'Yen' },
  { value: 'calls', label: 'Calls' },
] as const;

const limits = [
  { value: 'fall-back', label: 'The next one takes over' },
  { value: 'stop', label: 'Stop and say so' },
] as const;

/** What a service may cost in a month, what has been used, and what happens at the limit. */
export function BudgetForm({ provider, kind }: { provider: ProviderView; kind: ProviderKindView }) {
  const { save } = useProvider(provider.id);
  const { budget, usage } = provider;
  const [unit, setUnit] = useState<Budget['unit']>(budget?.unit ?? 'usd');
  const [atLimit, setAtLimit] = useState<Budget['atLimit']>(budget?.atLimit ?? 'fall-back');
  const [monthly, setMonthly] = useState(budget?.monthly == null ? '' : String(budget.monthly));
  const [prices, setPrices] = useState<Record<string, string>>(() =>
    Object.fromEntries(Object.entries(budget?.prices ?? {}).map(([name, value]) => [name, String(value)])),
  );
  const [isKept, setKept] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const problems = fieldProblems(save.error);
  const asked = priceFields.filter(({ capabilities }) =>
    capabilities.some((capability) => (kind.capabilities as readonly string[]).includes(capability)),
  );

  function keep() {
    const limit = monthly.trim() === '' ? null : numberOf(monthly);
    const given = Object.entries(prices).filter(([, text]) => text.trim() !== '');
    const bad = given.find(([, text]) => !(numberOf(text) >= 0))?.[0];
    if (limit !== null && !(limit > 0)) return setWrong('monthly');
    if (bad !== undefined && unit !== 'calls') return setWrong(bad);
    setWrong(null);
    const hasAnything = limit !== null || given.length > 0;
    save.mutate(
      {
        ...changeOf(provider),
        budget: hasAnything
          ? {
              monthly: limit,
              unit,
              atLimit,
              prices: unit === 'calls' ? {} : Object.fromEntries(given.map(([name, text]) => [name, numberOf(text)])),
            }
          : null,
      },
      { onSuccess: () => setKept(true) },
    );
  }

  const priceProblem = (name: string) =>
    wrong === name ? 'Write a number, such as 0.5.' : problems.get(`budget.prices.${name}`);
  const monthlyProblem =
    wrong === 'monthly' ? 'Write a number above zero, or nothing.' : problems.get('budget.monthly');

  return (
    <section aria-labelledby="budget">
      <h2 id="budget">What it may cost</h2>
      {usage && <UsageBar usage={usage} budget={budget} />}
      <form
        className="mt-4 grid gap-5"
        noValidate
        onChange={() => setKept(false)}
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <ChoiceGroup legend="Counted in" name="unit" value={unit} options={units} onChange={setUnit} />
        <label className="field">
          <span>At most in a month</span>
          <input
            className="input"
            inputMode="decimal"
            placeholder="No limit"
            value={monthly}
            aria-invalid={monthlyProblem !== undefined}
            onChange={(event) => setMonthly(event.target.value)}
          />
          {monthlyProblem && <Fault>{monthlyProblem}</Fault>}
        </label>
        {unit !== 'calls' && (
          <fieldset className="grid gap-3">
            <legend className="legend">What the service asks for</legend>
            <p className="-mt-2 text-tiny text-ink-3">
              Copy its price list here; Kinora doesn’t know it. What is left empty counts as free.
            </p>
            <div className="grid gap-3 min-[480px]:grid-cols-2">
              {asked.map(({ name, label }) => (
                <label key={name} className="field">
                  <span>{label}</span>
                  <input
                    className="input"
                    inputMode="decimal"
                    placeholder="0"
                    value={prices[name] ?? ''}
                    aria-invalid={priceProblem(name) !== undefined}
                    onChange={(event) => setPrices({ ...prices, [name]: event.target.value })}
                  />
                  {priceProblem(name) && <Fault>{priceProblem(name)}</Fault>}
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <ChoiceGroup
          legend="When it is used up"
          name="at-limit"
          value={atLimit}
          options={limits}
          onChange={setAtLimit}
        />
        {save.error && problems.size === 0 && <Fault>{messagesOf(save.error).join(' ')}</Fault>}
        <div className="line">
          <button className="button" aria-busy={save.isPending}>
            Keep this budget
          </button>
          <span aria-live="polite" className="text-small text-well">
            {isKept && !save.isPending && !save.error && <Done>Kept</Done>}
          </span>
        </div>
      </form>
    </section>
  );
}

/** A number as people type it, with a point or a comma. */
function numberOf(text: string): number {
  return Number(text.trim().replace(',', '.'));
}
