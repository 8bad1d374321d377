import type { ProviderKindView, ProviderView } from '@kinora/capabilities/setup';
import { useState } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { SwitchRow } from '../ui/switch-row.tsx';
import { changeOf } from './provider-change.ts';
import { useProvider } from './use-provider.ts';
import { capabilityWords } from './words.ts';

/** The second consent: that a service may be used for children's stories, too. Asked in a question of its own. */
export function ConsentRow({ provider, kind }: { provider: ProviderView; kind: ProviderKindView }) {
  const [isAsking, setAsking] = useState(false);
  const [hasRead, setRead] = useState(false);
  const { save } = useProvider(provider.id);
  const give = (childConsent: boolean) =>
    save.mutate({ ...changeOf(provider), childConsent }, { onSuccess: () => setAsking(false) });

  return (
    <>
      <SwitchRow
        label="For children’s stories, too"
        hint={
          provider.childConsent
            ? 'You agreed. Switch it off and nothing of a child’s story goes there any more.'
            : 'Off: for a child, Kinora makes everything here.'
        }
        checked={provider.childConsent}
        onChange={(checked) => {
          save.reset();
          setRead(false);
          if (checked) setAsking(true);
          else give(false);
        }}
      />
      {!isAsking && save.error && <Fault>{save.error.message}</Fault>}
      <Dialog
        title={`May ${provider.title} be used for children’s stories?`}
        isOpen={isAsking}
        onOpenChange={setAsking}
      >
        <p className="text-ink-2">
          This then leaves your machine for a child’s story, whenever {provider.title} is asked:
        </p>
        <ul className="my-4 grid gap-2">
          {kind.capabilities.map((capability) => (
            <li key={capability} className="leaving__what">
              <b>{capabilityWords[capability].title}</b>
              <span>{kind.leaves[capability] ?? 'What it is asked.'}</span>
            </li>
          ))}
        </ul>
        {kind.terms && (
          <p className="text-small text-ink-2">
            What the service does with it stands in{' '}
            <a href={kind.terms} target="_blank" rel="noreferrer">
              its terms
            </a>
            .
          </p>
        )}
        <label className="my-4 flex min-h-[44px] items-center gap-3 text-small">
          <input
            type="checkbox"
            className="size-5 accent-(--lamp-line)"
            checked={hasRead}
            onChange={(event) => setRead(event.target.checked)}
          />
          I am a grown-up, I have read this, and I agree.
        </label>
        {save.error && <Fault>{save.error.message}</Fault>}
        <div className="line mt-2">
          <button
            type="button"
            className="button button--lamp"
            disabled={!hasRead}
            aria-busy={save.isPending}
            onClick={() => give(true)}
          >
            Allow it
          </button>
          <button type="button" className="button button--bare" onClick={() => setAsking(false)}>
            Not for children
          </button>
        </div>
      </Dialog>
    </>
  );
}
