import { Search } from 'lucide-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { MetaFunction } from 'react-router';
import { LeavingList } from '../models/leaving-list.tsx';
import { ServiceRow } from '../models/service-row.tsx';
import { useSetup } from '../models/use-setup.ts';
import { capabilityOrder, capabilityWords, tasksOf } from '../models/words.ts';

export const meta: MetaFunction = () => [{ title: 'Services · Kinora' }];

/** Services on the internet or on another machine: those that are set up, and all that can be. */
export default function ModelsServices() {
  const { providers } = useSetup();
  const [parameters] = useSearchParams();
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState(() =>
    capabilityOrder.find((capability) => capability === parameters.get('for')),
  );
  const kinds = providers.kinds.filter(({ kind }) => kind === 'remote');
  const ready = providers.providers.filter(({ kind }) => kinds.some(({ id }) => id === kind));
  const words = text.trim().toLowerCase().split(/\s+/);
  const found = kinds
    .filter(({ id, isRepeatable }) => isRepeatable || !ready.some(({ kind }) => kind === id))
    .filter(({ capabilities }) => wanted === undefined || capabilities.includes(wanted))
    .filter(({ id, title, summary }) =>
      words.every((word) => `${id} ${title} ${summary}`.toLowerCase().includes(word)),
    );

  return (
    <>
      <div className="head">
        <div className="stack max-w-[760px] gap-3">
          <h1>Services</h1>
          <p className="lead">
            {ready.length === 0
              ? 'None is set up, and none is needed. With a service, something leaves this machine: you see what, and you decide.'
              : 'Other machines that may work for Kinora. You see what each is sent, and you decide.'}
          </p>
        </div>
      </div>
      {ready.length > 0 && (
        <>
          <ul className="rows" aria-label="Services that are set up">
            {ready.map((provider) => {
              const kind = kinds.find(({ id }) => id === provider.kind);
              return kind && <ServiceRow key={provider.id} provider={provider} kind={kind} />;
            })}
          </ul>
          <div className="mt-12">
            <LeavingList />
          </div>
        </>
      )}
      <section className={ready.length > 0 ? 'mt-12 border-t border-aisle pt-8' : ''} aria-labelledby="more">
        <div className="mb-4 flex flex-wrap items-center justify-between gap-4">
          <h2 id="more">{ready.length === 0 ? 'What can be set up' : 'Set up another'}</h2>
          <search className="find max-[760px]:w-full">
            <Search className="icon" aria-hidden />
            <input
              type="search"
              aria-label="Search the services"
              placeholder="A name, such as Ollama"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </search>
        </div>
        <fieldset className="mb-4">
          <legend className="sr-only">What it should do</legend>
          <div className="choices">
            {[
              undefined,
              ...capabilityOrder.filter((each) => kinds.some(({ capabilities }) => capabilities.includes(each))),
            ].map((capability) => (
              <label key={capability ?? 'all'} className="choice">
                <input type="radio" name="for" checked={wanted === capability} onChange={() => setWanted(capability)} />
                {capability ? capabilityWords[capability].title : 'All'}
              </label>
            ))}
          </div>
        </fieldset>
        <p className="sr-only" aria-live="polite">
          {found.length} found
        </p>
        {found.length === 0 ? (
          <div className="stack gap-3">
            <p className="text-ink-2">
              Nothing is called that. Many services speak OpenAI’s language:{' '}
              <Link to="/models/services/add/openai-compatible">set one up by its address</Link>.
            </p>
            <p>
              <button
                type="button"
                className="button button--small"
                onClick={() => {
                  setText('');
                  setWanted(undefined);
                }}
              >
                Show all
              </button>
            </p>
          </div>
        ) : (
          <ul className="kinds">
            {found.map((kind) => (
              <li key={kind.id} className="kind">
                <Link className="kind__link" to={`/models/services/add/${kind.id}`}>
                  {kind.title}
                </Link>
                <p className="text-small text-ink-2">{kind.summary}</p>
                <p className="text-tiny text-ink-3">{tasksOf(kind.capabilities)}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
