import type { CapabilityName } from '@kinora/capabilities';
import type { ProviderKindView, ProviderView, TestResult } from '@kinora/capabilities/setup';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { call } from '../api/client.ts';
import { Fault } from '../ui/fault.tsx';
import { NothingYet } from './nothing-yet.tsx';
import { Outcome } from './test-outcome.tsx';
import { useOffers } from './use-offers.ts';
import { capabilityOrder, capabilityWords } from './words.ts';

const verbs: Record<CapabilityName, string> = {
  language: 'Say hello',
  speech: 'Say good night',
  image: 'Draw a fox',
  clip: 'Move a picture',
  transcription: 'Listen to a sentence',
  description: 'Describe a picture',
  moderation: 'Judge two sentences',
  'frame-style': 'Paint a frame',
};

/** Tries a provider with one small, real call that a person can judge. */
export function TestPanel({ provider, kind }: { provider: ProviderView; kind: ProviderKindView }) {
  const id = useId();
  const queries = useQueryClient();
  const offers = useOffers(provider);
  const able = capabilityOrder.filter((capability) => kind.capabilities.includes(capability));
  const [chosen, setChosen] = useState<CapabilityName | undefined>();
  const [names, setNames] = useState<Partial<Record<CapabilityName, string>>>({});
  const stop = useRef<AbortController | null>(null);
  const capability = chosen ?? able.find((each) => offers.of(each).length > 0) ?? able[0];
  const test = useMutation({
    mutationFn: (asked: { capability: CapabilityName; model: string }) => {
      stop.current = new AbortController();
      return call<TestResult>(`/providers/${encodeURIComponent(provider.id)}/test`, {
        method: 'POST',
        body: asked,
        signal: stop.current.signal,
      });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['setup'] }),
  });
  useEffect(() => () => stop.current?.abort(), []);

  if (!capability) return null;
  const offered = offers.of(capability);
  const model = names[capability] ?? offered[0]?.modelId ?? '';
  const isStopped = test.error instanceof DOMException && test.error.name === 'AbortError';

  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Try it</h2>
      <p className="mt-1 mb-3 text-small text-ink-2">
        One small, real call{kind.kind === 'remote' ? '; it counts like any other' : ''}. Nothing of your stories is
        sent.
      </p>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (model !== '') test.mutate({ capability, model });
        }}
      >
        {able.length > 1 && (
          <fieldset>
            <legend className="sr-only">What to try</legend>
            <div className="choices">
              {able.map((each) => (
                <label key={each} className="choice">
                  <input
                    type="radio"
                    name={`${id}-capability`}
                    checked={each === capability}
                    onChange={() => {
                      setChosen(each);
                      test.reset();
                    }}
                  />
                  {capabilityWords[each].title}
                </label>
              ))}
            </div>
          </fieldset>
        )}
        {kind.kind === 'local' && offered.length === 0 ? (
          <NothingYet capability={capability} />
        ) : (
          <>
            <div className="field">
              <label htmlFor={`${id}-model`}>Model</label>
              <div className="flex flex-wrap gap-2">
                <input
                  id={`${id}-model`}
                  className="input min-w-0 flex-1 basis-[200px]"
                  list={`${id}-models`}
                  autoComplete="off"
                  spellCheck={false}
                  value={model}
                  placeholder="Its name, as the service calls it"
                  onChange={(event) => setNames({ ...names, [capability]: event.target.value })}
                />
                <datalist id={`${id}-models`}>
                  {offered.map(({ modelId, title }) => (
                    <option key={modelId} value={modelId}>
                      {title}
                    </option>
                  ))}
                </datalist>
                {kind.kind === 'remote' && (
                  <button
                    type="button"
                    className="button button--bare"
                    aria-busy={offers.isAsking}
                    onClick={offers.ask}
                  >
                    {offers.isAsking ? 'Asking…' : 'Ask what it offers'}
                  </button>
                )}
              </div>
              {offers.answer && <output className="text-tiny text-ink-3">{found(offers.answer, able)}</output>}
              {offers.problem && <Fault>{offers.problem}</Fault>}
            </div>
            <div className="line">
              <button className="button" disabled={model === '' || test.isPending} aria-busy={test.isPending}>
                {verbs[capability]}
              </button>
              {test.isPending && (
                <>
                  <Waiting />
                  <button type="button" className="button button--bare" onClick={() => stop.current?.abort()}>
                    Stop
                  </button>
                </>
              )}
            </div>
          </>
        )}
      </form>
      <div className="mt-4" aria-live="polite">
        {test.data && <Outcome result={test.data} unit={provider.budget?.unit ?? 'usd'} />}
        {isStopped && <p className="text-small text-ink-2">Stopped.</p>}
        {test.error && !isStopped && <Fault>{test.error.message}</Fault>}
      </div>
    </section>
  );
}

function Waiting() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((now) => now + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="num text-small text-ink-2">
      {seconds < 4 ? 'Waiting for its answer…' : `Waiting for its answer, ${seconds} s`}
    </span>
  );
}

function found(items: ProviderView['models'], able: readonly CapabilityName[]): string {
  if (items.length === 0) return 'It names no models. Type the name of one.';
  return `${able
    .map((capability) => [capability, items.filter((item) => item.capability === capability).length] as const)
    .filter(([, count]) => count > 0)
    .map(([capability, count]) => `${count} for ${capabilityWords[capability].title.toLowerCase()}`)
    .join(', ')}.`;
}
