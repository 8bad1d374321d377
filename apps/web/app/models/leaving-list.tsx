import type { ProviderKindView, ProviderView } from '@kinora/capabilities/setup';
import { Link } from 'react-router';
import { useSetup } from './use-setup.ts';
import { capabilityOrder, capabilityWords } from './words.ts';

/** What leaves this machine: every service that is on, what it is sent, for what, and whether for children, too. */
export function LeavingList() {
  const { providers } = useSetup();
  const services = providers.providers.flatMap((provider) => {
    const kind = providers.kinds.find(({ id }) => id === provider.kind);
    return provider.isOn && kind?.kind === 'remote' ? [{ provider, kind }] : [];
  });
  return (
    <section aria-labelledby="leaving">
      <h2 id="leaving">What leaves this machine</h2>
      {services.length === 0 ? (
        <p className="lead mt-2">Nothing. Everything is made here.</p>
      ) : (
        <>
          <p className="mt-1 mb-3 text-small text-ink-2">
            Only this, and only to services that stand in an order above. Everything else is made here.
          </p>
          <ul className="rows">
            {services.map(({ provider, kind }) => (
              <li key={provider.id} className="leaving" aria-label={provider.title}>
                <div>
                  <h3>
                    <Link to={`/models/services/${encodeURIComponent(provider.id)}`}>{provider.title}</Link>
                  </h3>
                  <p className="mt-1 text-tiny" hidden={kind.publishes !== undefined}>
                    <span className={`tag ${provider.childConsent ? 'tag--lamp' : ''}`}>
                      {provider.childConsent ? 'Children’s stories, too' : 'Never for children’s stories'}
                    </span>
                  </p>
                </div>
                <Sent provider={provider} kind={kind} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** What leaves for a place where things are published. */
export function Published({ what, className = '' }: { what: string; className?: string }) {
  return (
    <li className={`leaving__what ${className}`}>
      <b>Publishing</b>
      <span>{what}</span>
    </li>
  );
}

function Sent({ provider, kind }: { provider: ProviderView; kind: ProviderKindView }) {
  const { providers } = useSetup();
  return (
    <ul className="grid gap-2">
      {kind.publishes !== undefined && <Published what={kind.publishes} />}
      {capabilityOrder
        .filter((capability) => kind.capabilities.includes(capability))
        .map((capability) => {
          const isAsked = providers.routes.some(
            (route) => route.capability === capability && route.entries.some((entry) => entry.provider === provider.id),
          );
          return (
            <li key={capability} className="leaving__what">
              <b>{capabilityWords[capability].title}</b>
              <span className={isAsked ? '' : 'text-ink-3'}>
                {isAsked ? (kind.leaves[capability] ?? 'What it is asked.') : 'Nothing: it isn’t asked for this.'}
              </span>
            </li>
          );
        })}
    </ul>
  );
}
