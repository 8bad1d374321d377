import type { CapabilityName } from '@kinora/capabilities';
import type { ProviderKindView, ProviderView, RouteView } from '@kinora/capabilities/setup';
import { useState } from 'react';
import { Link } from 'react-router';
import { messagesOf } from '../story/field-errors.ts';
import { Fault } from '../ui/fault.tsx';
import { NothingYet } from './nothing-yet.tsx';
import { choiceOf, useRoute } from './use-route.ts';
import { useOffers } from './use-offers.ts';
import { Published } from './leaving-list.tsx';
import { useSetup } from './use-setup.ts';
import { capabilityOrder, capabilityWords, inWords } from './words.ts';

/** What a provider is asked for, what it is sent for that, and a way to have it asked first. */
export function InOrder({ provider, kind }: { provider: ProviderView; kind: ProviderKindView }) {
  const { providers } = useSetup();
  const isRemote = kind.kind === 'remote';
  return (
    <section aria-labelledby="in-order">
      <h2 id="in-order">{isRemote ? 'What leaves this machine' : 'What it does'}</h2>
      <p className="mt-1 mb-3 text-small text-ink-2">
        {isRemote
          ? 'Something is sent only for what it is asked.'
          : 'Its models are asked where they stand in the order.'}{' '}
        {kind.publishes === undefined && <Link to="/models">The whole order</Link>}
      </p>
      <ul className="rows">
        {kind.publishes !== undefined && <Published what={kind.publishes} className="py-3" />}
        {capabilityOrder.flatMap((capability) => {
          const route = providers.routes.find((each) => each.capability === capability);
          if (!route || !kind.capabilities.includes(capability)) return [];
          return (
            <Part
              key={capability}
              capability={capability}
              route={route}
              provider={provider}
              leaves={kind.leaves[capability]}
              isRemote={isRemote}
            />
          );
        })}
      </ul>
    </section>
  );
}

type PartProps = {
  capability: CapabilityName;
  route: RouteView;
  provider: ProviderView;
  leaves?: string;
  isRemote: boolean;
};

function Part({ capability, route, provider, leaves, isRemote }: PartProps) {
  const change = useRoute(route);
  const [name, setName] = useState('');
  const { title } = capabilityWords[capability];
  const mine = route.entries.flatMap((entry, index) => (entry.provider === provider.id ? [{ entry, index }] : []));
  const [offered] = useOffers(provider).of(capability);
  const model = name.trim() || offered?.modelId;

  function first() {
    if (model === undefined) return;
    const choice = choiceOf(route);
    const others = choice.entries.filter((entry) => entry.provider !== provider.id || entry.model !== model);
    const known = offered?.modelId === model ? offered.title : model;
    change.mutate({
      ...choice,
      entries: [{ provider: provider.id, model, title: `${known} · ${provider.title}` }, ...others],
    });
  }

  return (
    <li className="grid gap-2 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3>{title}</h3>
        {mine.length > 0 ? (
          <span className="flex flex-wrap gap-2">
            {mine.map(({ entry, index }) => (
              <span key={entry.model} className="tag tag--lamp">
                {capability === 'moderation' ? 'Asked' : `Asked ${ordinal(index)}`}: {entry.model}
              </span>
            ))}
          </span>
        ) : (
          <span className="tag">Not asked</span>
        )}
      </div>
      {leaves && <p className="text-small text-ink-2">{leaves}</p>}
      {mine.length === 0 && provider.isOn && !isRemote && !offered && <NothingYet capability={capability} />}
      {mine.length === 0 && provider.isOn && (isRemote || offered) && (
        <div className="flex flex-wrap gap-2">
          <input
            className="input min-w-0 flex-1 basis-[160px]"
            aria-label={`Model for ${title.toLowerCase()}`}
            placeholder={offered?.modelId ?? 'Name of a model'}
            spellCheck={false}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <button type="button" className="button" disabled={model === undefined} onClick={first}>
            Ask it first<span className="sr-only"> for {title.toLowerCase()}</span>
          </button>
        </div>
      )}
      {change.error && <Fault>{messagesOf(change.error).join(' ')}</Fault>}
    </li>
  );
}

const ordinals = ['first', 'second', 'third'];

function ordinal(index: number): string {
  return ordinals[index] ?? `after ${inWords(index)} others`;
}
