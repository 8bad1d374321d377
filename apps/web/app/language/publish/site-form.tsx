import { useState } from 'react';
import { useWords } from '../words.ts';
import type { SiteSettings } from './wire.ts';

type SiteFormProps = {
  settings: SiteSettings;
  isBusy: boolean;
  isKept: boolean;
  onSave: (settings: SiteSettings) => void;
};

/** How the public site is called, in which language, and where it will be. */
export function SiteForm({ settings, isBusy, isKept, onSave }: SiteFormProps) {
  const { words } = useWords();
  const text = words.publish.site;
  const [draft, setDraft] = useState(settings);
  const change = (part: Partial<SiteSettings>) => setDraft({ ...draft, ...part });
  const isChanged = JSON.stringify(draft) !== JSON.stringify(settings);
  return (
    <form
      className="mt-3 grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(draft);
      }}
    >
      <label className="field">
        <span>{text.name}</span>
        <input
          className="input"
          required
          maxLength={80}
          lang={draft.language}
          value={draft.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </label>
      <label className="field">
        <span>{text.description}</span>
        <input
          className="input"
          maxLength={200}
          lang={draft.language}
          value={draft.description}
          onChange={(event) => change({ description: event.target.value })}
        />
      </label>
      <label className="field">
        <span>{text.address}</span>
        <input
          className="input"
          type="url"
          maxLength={200}
          placeholder="https://words.example.com/v"
          value={draft.address}
          onChange={(event) => change({ address: event.target.value })}
        />
        <span className="text-tiny text-ink-3">{text.addressHint}</span>
      </label>
      <fieldset className="line">
        <legend className="legend mb-2">{text.language}</legend>
        <span className="pair">
          {(['ja', 'en'] as const).map((each) => (
            <button
              key={each}
              type="button"
              className="pair__side"
              aria-pressed={draft.language === each}
              onClick={() => change({ language: each })}
            >
              {words.files[each]}
            </button>
          ))}
        </span>
      </fieldset>
      <p className="line">
        <button className="button button--small" disabled={!isChanged || isBusy} aria-busy={isBusy}>
          {words.common.save}
        </button>
        <span aria-live="polite" className="text-well">
          {isKept && !isChanged && !isBusy && text.kept}
        </span>
      </p>
    </form>
  );
}
