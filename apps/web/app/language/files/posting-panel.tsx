import type { Posting } from '@kinora/studios/language/schema';
import { posting as postingSchema } from '@kinora/studios/language/schema';
import { useState } from 'react';
import { ChipInput } from '../../ui/chip-input.tsx';
import { useWords } from '../words.ts';
import { CopyText } from './copy-text.tsx';

type PostingPanelProps = {
  posting: Posting;
  canChange: boolean;
  isBusy: boolean;
  onSave: (posting: Posting) => void;
};

/** Title, description and tags beside the video, in both languages. */
export function PostingPanel({ posting, canChange, isBusy, onSave }: PostingPanelProps) {
  const { words, locale } = useWords();
  const [side, setSide] = useState<'ja' | 'en'>(locale);
  const [draft, setDraft] = useState(posting);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(posting);
  const isFine = postingSchema.safeParse(draft).success;
  return (
    <section className="stack gap-4" aria-labelledby="posting">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="posting">{words.files.posting}</h2>
        <fieldset className="pair" aria-label={words.files.posting}>
          {(['ja', 'en'] as const).map((each) => (
            <button
              key={each}
              type="button"
              className="pair__side"
              aria-pressed={each === side}
              onClick={() => setSide(each)}
            >
              {words.files[each]}
            </button>
          ))}
        </fieldset>
      </div>
      <CopyText
        label={words.files.postingTitle}
        lang={side}
        value={draft.title[side]}
        most={100}
        isReadOnly={!canChange}
        onChange={(text) => setDraft({ ...draft, title: { ...draft.title, [side]: text } })}
      />
      <CopyText
        label={words.files.postingDescription}
        lang={side}
        value={draft.description[side]}
        most={4900}
        rows={5}
        isReadOnly={!canChange}
        onChange={(text) => setDraft({ ...draft, description: { ...draft.description, [side]: text } })}
      />
      {canChange && (
        <ChipInput
          label={words.files.postingTags}
          hint={words.files.addTag}
          values={draft.tags}
          limit={40}
          onChange={(tags) => setDraft({ ...draft, tags })}
        />
      )}
      {canChange && isChanged && (
        <p className="line">
          <button
            type="button"
            className="button button--small button--lamp"
            disabled={!isFine || isBusy}
            aria-busy={isBusy}
            onClick={() => onSave(draft)}
          >
            {words.files.savePosting}
          </button>
          <button type="button" className="button button--small button--bare" onClick={() => setDraft(posting)}>
            {words.common.undo}
          </button>
        </p>
      )}
    </section>
  );
}
