import { Search } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { MetaFunction } from 'react-router';
import { DiskBar } from '../models/disk-bar.tsx';
import { ImportForm } from '../models/import-form.tsx';
import { PurposeList } from '../models/purpose-list.tsx';
import { useSetup } from '../models/use-setup.ts';
import { isCapability, languagesOf, purposeWords } from '../models/words.ts';

export const meta: MetaFunction = () => [{ title: 'Catalogue of models · Kinora' }];

const order = [
  'language',
  'speech',
  'image',
  'clip',
  'transcription',
  'description',
  'moderation',
  'frame-style',
  'beats',
] as const;

/** All models that can run here, by what they do. */
export default function ModelsCatalogue() {
  const { models } = useSetup();
  const [parameters] = useSearchParams();
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState(() => order.find((purpose) => purpose === parameters.get('for')));
  const words = text.trim().toLowerCase().split(/\s+/);
  const found = models.models.filter(
    ({ entry }) =>
      (wanted === undefined || entry.purpose === wanted) &&
      words.every((word) =>
        `${entry.id} ${entry.title} ${entry.summary} ${languagesOf(entry.languages)} ${entry.licence.name}`
          .toLowerCase()
          .includes(word),
      ),
  );
  const purposes = order.filter((purpose) => models.models.some(({ entry }) => entry.purpose === purpose));

  return (
    <>
      <div className="head">
        <div className="stack max-w-[760px] gap-3">
          <h1>Catalogue</h1>
          <p className="lead">
            Models that run on this machine. Once one is here, nothing leaves and no network is needed.
          </p>
        </div>
        <DiskBar models={models} />
      </div>
      <div className="mb-8 grid gap-4">
        <search className="find w-full max-w-[420px]">
          <Search className="icon" aria-hidden />
          <input
            type="search"
            aria-label="Search the catalogue"
            placeholder="A name, a language, a licence"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </search>
        <fieldset>
          <legend className="sr-only">What it should do</legend>
          <div className="choices">
            {[undefined, ...purposes].map((purpose) => (
              <label key={purpose ?? 'all'} className="choice">
                <input type="radio" name="for" checked={wanted === purpose} onChange={() => setWanted(purpose)} />
                {purpose ? purposeWords[purpose].title : 'All'}
              </label>
            ))}
          </div>
        </fieldset>
        <p className="sr-only" aria-live="polite">
          {found.length} models found
        </p>
      </div>
      {found.length === 0 && (
        <div className="stack gap-3">
          <h2>No model is like that</h2>
          <p className="text-ink-2">A shorter word may find more, and a model of your own can be brought below.</p>
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
      )}
      {purposes
        .filter((purpose) => found.some(({ entry }) => entry.purpose === purpose))
        .map((purpose) => (
          <PurposeList
            key={purpose}
            purpose={purpose}
            models={found.filter(({ entry }) => entry.purpose === purpose)}
            isSearched={text.trim() !== '' || wanted !== undefined}
          />
        ))}
      <ImportForm purposes={order.filter(isCapability)} />
    </>
  );
}
