import type { ProviderKindView, ProviderView } from '@kinora/capabilities/setup';
import { Switch } from 'radix-ui';
import { Link } from 'react-router';
import { Fault } from '../ui/fault.tsx';
import { changeOf } from './provider-change.ts';
import { useProvider } from './use-provider.ts';
import { amountOf, stateWords, tasksOf } from './words.ts';

/** A service that is set up: whether it is on, what it does, what it has cost. */
export function ServiceRow({ provider, kind }: { provider: ProviderView; kind: ProviderKindView }) {
  const { save } = useProvider(provider.id);
  const { words, tone } = stateWords(provider);
  const { usage, budget } = provider;
  // The switch moves at once; it goes back when the server refuses.
  const isOn = save.isPending ? save.variables.isOn : provider.isOn;
  return (
    <li className="service">
      <div className="min-w-0">
        <h3>
          <Link to={`/models/services/${encodeURIComponent(provider.id)}`}>{provider.title}</Link>
        </h3>
        <p className="text-small text-ink-2">
          {tasksOf(kind.capabilities)}
          {provider.childConsent ? ' · children’s stories, too' : ''}
        </p>
        <p className={`text-tiny ${{ well: 'text-well', air: 'text-air', soft: 'text-ink-3' }[tone]}`}>
          {words}
          {usage && usage.calls > 0 && (
            <span className="text-ink-3">
              {' '}
              · {amountOf(usage.spent, budget?.unit ?? 'calls')} this month
              {budget?.monthly != null && ` of ${amountOf(budget.monthly, budget.unit)}`}
            </span>
          )}
        </p>
        {save.error && <Fault>{save.error.message}</Fault>}
      </div>
      <Link className="button button--small" to={`/models/services/${encodeURIComponent(provider.id)}`}>
        Settings<span className="sr-only"> of {provider.title}</span>
      </Link>
      <Switch.Root
        className="switch"
        aria-label={`${provider.title} is on`}
        checked={isOn}
        onCheckedChange={(checked) => save.mutate({ ...changeOf(provider), isOn: checked })}
      />
    </li>
  );
}
