import { Check, ChevronRight, Snail, X } from 'lucide-react';
import type { ModelView } from '@kinora/capabilities/setup';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { installFraction, installWords } from './install-words.ts';
import { progressOf, useIsUsed } from './model-state.ts';
import { useAction, useSetup } from './use-setup.ts';
import { isCapability, languagesOf, purposeWords, sizeOf } from './words.ts';

type ModelRowProps = {
  model: ModelView;
  /** Leaves the details and the licence's name out. */
  isShort?: boolean;
};

/** One model: what it is good for, whether it suits this machine, and what can be done with it. */
export function ModelRow({ model, isShort = false }: ModelRowProps) {
  const { models, asked, actions } = useSetup();
  const { entry } = model;
  const { install, runtime } = progressOf(model, models, asked);
  const isUsed = useIsUsed(model);
  const [isAsking, setAsking] = useState(false);
  const add = useAction(() => actions.installModel(entry.id, { use: true }));
  const keep = useAction(() => actions.installModel(entry.id, { use: false }));
  const pause = useAction(() => actions.pauseModel(entry.id));
  const remove = useAction(async () => {
    await actions.removeModel(entry.id);
    setAsking(false);
  });
  const stopRuntime = useAction(() => actions.removeRuntime(entry.runtime));
  const { state } = install;
  const isMoving = state === 'installing' || state === 'waiting';
  const problem = add.problem ?? keep.problem ?? pause.problem ?? stopRuntime.problem;

  return (
    <li className="model" aria-label={entry.title} data-state={state}>
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2">
          <b>{entry.title}</b>
          {isShort && <span className="text-small text-ink-3">{purposeWords[entry.purpose].title.toLowerCase()}</span>}
          {!isShort && model.isRecommended && state !== 'installed' && (
            <span className="tag tag--lamp">Chosen for this machine</span>
          )}
        </p>
        <p className="text-small text-ink-2">{entry.summary}</p>
        {isMoving || state === 'paused' ? (
          <div className="my-2 grid gap-1">
            <ProgressBar label={`Installing ${entry.title}`} fraction={installFraction(install)} />
            <p className="num text-tiny text-ink-3">
              {runtime ? `First ${runtime.title}, which runs it: ` : ''}
              {installWords(install)}
            </p>
          </div>
        ) : (
          <Facts model={model} isShort={isShort} />
        )}
        {state === 'failed' && <Fault>{install.message}</Fault>}
        {problem && <Fault>{problem}</Fault>}
        {isShort ? (
          entry.licence.forbids && state !== 'installed' && <Forbids model={model} />
        ) : (
          <Details model={model}>
            {state === 'absent' && model.fit.level !== 'no' && isCapability(entry.purpose) && (
              <button type="button" className="text-ink-2 underline" onClick={keep.run}>
                Only fetch it, and don’t use it yet
                <Title of={model} />
              </button>
            )}
          </Details>
        )}
      </div>
      <div className="model__actions">
        {(state === 'absent' || state === 'failed' || state === 'paused') && model.fit.level !== 'no' && (
          <button type="button" className="button button--small" aria-busy={add.isPending} onClick={add.run}>
            {verbOf(state)}
            <Title of={model} />
          </button>
        )}
        {isMoving && (
          <button type="button" className="button button--small" onClick={runtime ? stopRuntime.run : pause.run}>
            {runtime ? 'Stop' : 'Pause'}
            <Title of={model} />
          </button>
        )}
        {state === 'installed' && !isUsed && isCapability(entry.purpose) && (
          <button type="button" className="button button--small" onClick={add.run}>
            Use it
            <Title of={model} />
          </button>
        )}
        {(state === 'installed' || state === 'failed' || state === 'paused') && (
          <button type="button" className="button button--small button--bare" onClick={() => setAsking(true)}>
            Remove
            <Title of={model} />
          </button>
        )}
      </div>
      {isAsking && (
        <Dialog title={`Remove ${entry.title}?`} isOpen onOpenChange={setAsking}>
          <p className="text-ink-2">
            {install.state === 'installed' ? `That gives ${sizeOf(install.bytes)} of disk back. ` : ''}
            {isUsed ? 'The next one in its order takes over. ' : ''}
            {model.isImported ? 'Kinora forgets this import.' : 'It can be fetched again any time.'}
          </p>
          {remove.problem && <Fault>{remove.problem}</Fault>}
          <div className="line mt-6">
            <button type="button" className="button button--air" aria-busy={remove.isPending} onClick={remove.run}>
              Remove it
            </button>
            <button type="button" className="button button--bare" onClick={() => setAsking(false)}>
              Keep it
            </button>
          </div>
        </Dialog>
      )}
    </li>
  );
}

function Title({ of }: { of: ModelView }) {
  return <span className="sr-only"> {of.entry.title}</span>;
}

function Facts({ model: { entry, fit, install }, isShort }: { model: ModelView; isShort: boolean }) {
  if (install.state === 'installed')
    return (
      <p className="fact text-tiny text-well">
        <Check className="icon" aria-hidden />
        <span>
          <b>On this machine</b> <span className="text-ink-3">· {sizeOf(install.bytes)}</span>
        </span>
      </p>
    );
  const size = isShort
    ? sizeOf(entry.bytes)
    : `${sizeOf(entry.bytes)} to fetch · ${sizeOf(entry.memoryBytes)} of memory while it works`;
  const [Sign, tone, words] = {
    good: [Check, 'text-well', 'Runs well here'] as const,
    slow: [Snail, 'text-air', 'Slow here'] as const,
    no: [X, 'text-air', 'Not on this machine'] as const,
  }[fit.level];
  return (
    <p className={`fact text-tiny ${tone}`}>
      <Sign className="icon" aria-hidden />
      <span>
        <b>{words}</b>
        <span className="text-ink-3">
          {' '}
          · {fit.note ? `${lowerFirst(fit.note).replace(/\.$/, '')} · ` : ''}
          {size}
        </span>
      </span>
    </p>
  );
}

function Forbids({ model: { entry } }: { model: ModelView }) {
  return (
    <details className="fold text-tiny">
      <summary>
        <ChevronRight className="icon" aria-hidden />
        Its licence forbids some uses<span className="sr-only">: {entry.title}</span>
      </summary>
      <p className="pb-2 pl-5 text-ink-2">
        {entry.licence.name}: {entry.licence.forbids}
      </p>
    </details>
  );
}

function Details({ model: { entry, revision, isImported }, children }: { model: ModelView; children: ReactNode }) {
  const rows: [string, string][] = [
    ['For', purposeWords[entry.purpose].title],
    ...(entry.languages.length > 0 ? [['Languages', languagesOf(entry.languages)] as [string, string]] : []),
    ...(entry.suits === 'adults'
      ? [
          ['Children', 'Too small a model to write for small children: stories for them need a larger one.'] as [
            string,
            string,
          ],
        ]
      : []),
    ['Runs with', `${entry.runtime}, ${entry.format}`],
    ...(isImported ? [] : [['From', entry.repository] as [string, string]]),
    ...(revision === undefined ? [] : [['Version', revision.slice(0, 12)] as [string, string]]),
  ];
  return (
    <details className="fold mt-1 text-tiny">
      <summary>
        <ChevronRight className="icon" aria-hidden />
        {entry.licence.forbids ? 'Details, and what its licence forbids' : 'Details'}
        <span className="sr-only"> of {entry.title}</span>
      </summary>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>Licence</dt>
          <dd>
            <a href={entry.licence.url} target="_blank" rel="noreferrer">
              {entry.licence.name}
            </a>
            {entry.licence.isGated && '. The hub asks for an account that has accepted it.'}
          </dd>
        </div>
        {entry.licence.forbids && (
          <div>
            <dt>Forbids</dt>
            <dd>{entry.licence.forbids}</dd>
          </div>
        )}
      </dl>
      <p className="pb-2 pl-5">{children}</p>
    </details>
  );
}

function verbOf(state: string): string {
  return state === 'failed' ? 'Try again' : state === 'paused' ? 'Go on' : 'Add';
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
