import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { MetaFunction } from 'react-router';
import { BudgetForm } from '../models/budget-form.tsx';
import { ConsentRow } from '../models/consent-row.tsx';
import { InOrder } from '../models/in-order.tsx';
import { changeOf } from '../models/provider-change.ts';
import { ServiceForm } from '../models/service-form.tsx';
import { TestPanel } from '../models/test-panel.tsx';
import { useProvider } from '../models/use-provider.ts';
import { useSetup } from '../models/use-setup.ts';
import { stateWords } from '../models/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { Notice } from '../ui/notice.tsx';
import { SwitchRow } from '../ui/switch-row.tsx';

export const meta: MetaFunction = () => [{ title: 'A service · Kinora' }];

/** One provider that is set up: its settings, what it is sent, how it answers, and what it may cost. */
export default function ModelsService() {
  const { providers } = useSetup();
  const { id = '' } = useParams();
  const provider = providers.providers.find((each) => each.id === id);
  const kind = providers.kinds.find((each) => each.id === provider?.kind);
  if (!provider || !kind)
    return (
      <div className="stack gap-4">
        <h1>This isn’t set up</h1>
        <p className="text-ink-2">It may have been removed.</p>
        <p>
          <Link className="button" to="/models/services">
            All services
          </Link>
        </p>
      </div>
    );
  return <Service key={provider.id} provider={provider} kind={kind} />;
}

type ServiceProps = {
  provider: ReturnType<typeof useSetup>['providers']['providers'][number];
  kind: ReturnType<typeof useSetup>['providers']['kinds'][number];
};

function Service({ provider, kind }: ServiceProps) {
  const { save, remove } = useProvider(provider.id);
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const isRemote = kind.kind === 'remote';
  const { words, tone } = stateWords(provider);
  const isOn = save.isPending ? save.variables.isOn : provider.isOn;

  return (
    <>
      <div className="head">
        <div className="stack max-w-[760px] gap-2">
          <p className="text-small">
            <Link
              className="inline-flex min-h-[32px] items-center gap-2 text-ink-2"
              to={isRemote ? '/models/services' : '/models/machine'}
            >
              <ArrowLeft className="icon" aria-hidden />
              {isRemote ? 'All services' : 'This machine'}
            </Link>
          </p>
          <h1>{provider.title}</h1>
          <p className="text-ink-2">{kind.summary}</p>
        </div>
      </div>
      {provider.isOn && tone === 'air' && (
        <div className="mb-6">
          <Notice tone="air" title="It can’t be used yet">
            {words}
          </Notice>
        </div>
      )}
      <div className="models-two models-two--three">
        <div className="grid content-start gap-10">
          <section aria-labelledby="settings">
            <h2 id="settings" className="mb-4">
              Settings
            </h2>
            <div className="mb-5 grid gap-2 border-b border-aisle pb-5">
              <SwitchRow
                label={isOn ? 'On' : 'Off'}
                hint={isRemote ? 'Off: nothing is sent there.' : undefined}
                checked={isOn}
                onChange={(checked) => save.mutate({ ...changeOf(provider), isOn: checked })}
              />
              {isRemote && kind.publishes === undefined && <ConsentRow provider={provider} kind={kind} />}
              {save.error && <Fault>{save.error.message}</Fault>}
            </div>
            {(kind.fields.length > 0 || kind.isRepeatable) && (
              <ServiceForm kind={kind} provider={provider} idFor={() => provider.id} />
            )}
          </section>
        </div>
        <div className="grid content-start gap-10">
          <InOrder provider={provider} kind={kind} />
          {provider.isOn && <TestPanel provider={provider} kind={kind} />}
          {kind.terms && (
            <p className="text-small text-ink-2">
              <a href={kind.terms} target="_blank" rel="noreferrer">
                Its terms
              </a>{' '}
              say what the service does with what it is sent.
            </p>
          )}
          {isRemote && (
            <p>
              <button type="button" className="button button--small" onClick={() => setAsking(true)}>
                Remove it…
              </button>
            </p>
          )}
        </div>
        {isRemote && <BudgetForm provider={provider} kind={kind} />}
      </div>
      {isAsking && (
        <Dialog title={`Remove ${provider.title}?`} isOpen onOpenChange={setAsking}>
          <p className="text-ink-2">Its settings and its key are deleted here. Nothing is sent there any more.</p>
          {remove.error && <Fault>{remove.error.message}</Fault>}
          <div className="line mt-6">
            <button
              type="button"
              className="button button--air"
              aria-busy={remove.isPending}
              onClick={() => remove.mutate(undefined, { onSuccess: () => void navigate('/models/services') })}
            >
              Remove it
            </button>
            <button type="button" className="button button--bare" onClick={() => setAsking(false)}>
              Keep it
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
