import { Plus } from 'lucide-react';
import type { ProviderView, RouteView } from '@kinora/capabilities/setup';
import { useState } from 'react';
import { Link } from 'react-router';
import { Fault } from '../ui/fault.tsx';
import { useOffers } from './use-offers.ts';
import { useSetup } from './use-setup.ts';
import { capabilityWords } from './words.ts';

type AddModelProps = { route: RouteView; onAdd: (entry: { provider: string; model: string; title: string }) => void };

/** Models that could serve a capability and aren't asked yet: those that are here, and what the services offer. */
export function AddModel({ route, onAdd }: AddModelProps) {
  const { providers } = useSetup();
  const [isOpen, setOpen] = useState(false);
  const { capability } = route;
  const able = providers.providers.filter(
    ({ kind, isOn }) => isOn && providers.kinds.find(({ id }) => id === kind)?.capabilities.includes(capability),
  );
  const useful = able.filter(
    ({ id, kind, models }) =>
      isRemote(kind) || models.some((model) => model.capability === capability && !isAsked(id, model.modelId)),
  );

  function isRemote(kind: string) {
    return providers.kinds.find(({ id }) => id === kind)?.kind === 'remote';
  }
  function isAsked(provider: string, model: string) {
    return route.entries.some((entry) => entry.provider === provider && entry.model === model);
  }

  return (
    <div className="mt-2">
      <button type="button" className="button button--small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Plus className="icon" aria-hidden />
        Add a model
      </button>
      {isOpen && (
        <div className="mt-3 grid gap-4">
          {useful.length === 0 && (
            <p className="text-small text-ink-2">
              Nothing else for {capabilityWords[capability].title.toLowerCase()} is here yet. Add one from the{' '}
              <Link to={`/models/catalogue?for=${capability}`}>catalogue</Link>, or set up a{' '}
              <Link to={`/models/services?for=${capability}`}>service</Link>.
            </p>
          )}
          {useful.map((provider) => (
            <Offers
              key={provider.id}
              provider={provider}
              capability={capability}
              isRemote={isRemote(provider.kind)}
              isAsked={(model) => isAsked(provider.id, model)}
              onAdd={(model, title) => onAdd({ provider: provider.id, model, title: `${title} · ${provider.title}` })}
            />
          ))}
        </div>
      )}
    </div>
  );
}

type OffersProps = {
  provider: ProviderView;
  capability: RouteView['capability'];
  isRemote: boolean;
  isAsked: (model: string) => boolean;
  onAdd: (model: string, title: string) => void;
};

const fewOffers = 8;

function Offers({ provider, capability, isRemote, isAsked, onAdd }: OffersProps) {
  const [text, setText] = useState('');
  const offers = useOffers(provider);
  const offered = offers.of(capability).filter(({ modelId }) => !isAsked(modelId));
  const wanted = text.trim().toLowerCase();
  const found = offered.filter(({ title, modelId }) => `${title} ${modelId}`.toLowerCase().includes(wanted));
  return (
    <div className="grid gap-2">
      <p className="text-small">
        <b>{provider.title}</b>
        {isRemote && offered.length === 0 && (
          <span className="text-ink-2">
            {offers.answer ? ' offers nothing else for this.' : ' can be asked what it offers.'}
          </span>
        )}
      </p>
      {(isRemote || offered.length > fewOffers) && (
        <form
          className="flex flex-wrap gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() === '' || isAsked(text.trim())) return;
            onAdd(text.trim(), text.trim());
            setText('');
          }}
        >
          <input
            className="input min-w-0 flex-1 basis-[180px]"
            aria-label={`Name of a model of ${provider.title}`}
            placeholder={isRemote ? 'Name of a model' : 'Part of a name'}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {isRemote && (
            <>
              <button className="button" disabled={text.trim() === ''}>
                Add this name
              </button>
              <button type="button" className="button button--bare" aria-busy={offers.isAsking} onClick={offers.ask}>
                {offers.isAsking ? 'Asking…' : 'Ask what it offers'}
              </button>
            </>
          )}
        </form>
      )}
      {offers.problem && <Fault>{offers.problem}</Fault>}
      <ul className="flex flex-wrap gap-2">
        {found.slice(0, 24).map(({ modelId, title }) => (
          <li key={modelId}>
            <button type="button" className="choice" onClick={() => onAdd(modelId, title)}>
              <Plus className="icon" aria-hidden />
              <span className="sr-only">Add </span>
              {title}
            </button>
          </li>
        ))}
      </ul>
      {found.length > 24 && (
        <p className="text-tiny text-ink-3">{found.length - 24} more. Type a part of the name to find them.</p>
      )}
    </div>
  );
}
