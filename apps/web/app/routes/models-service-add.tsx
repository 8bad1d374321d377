import { ArrowLeft } from 'lucide-react';
import { Link, useNavigate, useParams } from 'react-router';
import type { MetaFunction } from 'react-router';
import { newProviderId } from '../models/provider-change.ts';
import { Published } from '../models/leaving-list.tsx';
import { ServiceForm } from '../models/service-form.tsx';
import { useSetup } from '../models/use-setup.ts';
import { capabilityOrder, capabilityWords } from '../models/words.ts';
import { Notice } from '../ui/notice.tsx';

export const meta: MetaFunction = () => [{ title: 'Set up a service · Kinora' }];

/** Sets a service up for the first time. Before it is switched on, it says what will leave this machine. */
export default function ModelsServiceAdd() {
  const { providers } = useSetup();
  const navigate = useNavigate();
  const { kind: wanted } = useParams();
  const kind = providers.kinds.find(({ id }) => id === wanted);
  const taken = providers.providers.map(({ id }) => id);
  const back = (
    <p className="text-small">
      <Link className="inline-flex min-h-[32px] items-center gap-2 text-ink-2" to="/models/services">
        <ArrowLeft className="icon" aria-hidden />
        All services
      </Link>
    </p>
  );
  if (!kind)
    return (
      <div className="stack gap-4">
        {back}
        <h1>Kinora doesn’t know this service</h1>
        <p className="text-ink-2">The address may have a slip in it.</p>
      </div>
    );
  const existing = kind.isRepeatable ? undefined : providers.providers.find(({ id }) => id === kind.id);
  return (
    <>
      <div className="head">
        <div className="stack max-w-[760px] gap-2">
          {back}
          <h1>{kind.title}</h1>
          <p className="text-ink-2">{kind.summary}</p>
        </div>
      </div>
      <div className="models-two">
        <section aria-labelledby="settings">
          <h2 id="settings" className="mb-4">
            Settings
          </h2>
          <ServiceForm
            key={kind.id}
            kind={kind}
            provider={existing}
            idFor={(title) => newProviderId(kind, title, taken)}
            onSaved={(saved) => void navigate(`/models/services/${encodeURIComponent(saved.id)}`, { replace: true })}
          />
        </section>
        <section aria-labelledby="leaves">
          <h2 id="leaves">What would leave this machine</h2>
          <p className="mt-1 mb-3 text-small text-ink-2">
            Only for what you then have it asked for. For a child’s story nothing, until you agree to that, too.
          </p>
          <ul className="rows">
            {kind.publishes !== undefined && <Published what={kind.publishes} className="py-3" />}
            {capabilityOrder
              .filter((capability) => kind.capabilities.includes(capability))
              .map((capability) => (
                <li key={capability} className="leaving__what py-3">
                  <b>{capabilityWords[capability].title}</b>
                  <span className="text-ink-2">{kind.leaves[capability] ?? 'What it is asked.'}</span>
                </li>
              ))}
          </ul>
          <div className="mt-5 grid gap-3">
            {kind.packages.length > 0 && (
              <Notice title="A small program is fetched.">
                Switched on, Kinora fetches {kind.packages.join(' and ')} once, to speak with it.
              </Notice>
            )}
            {kind.terms && (
              <p className="text-small text-ink-2">
                <a href={kind.terms} target="_blank" rel="noreferrer">
                  Its terms
                </a>{' '}
                say what the service does with what it is sent.
              </p>
            )}
          </div>
        </section>
      </div>
    </>
  );
}
