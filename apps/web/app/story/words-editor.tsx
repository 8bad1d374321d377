import { useState } from 'react';
import { Fault } from '../ui/fault.tsx';

type WordsEditorProps = {
  text: string;
  isSaving: boolean;
  problem?: string;
  onKeep: (text: string) => void;
  onLeave: () => void;
};

/** A page's words, changed in place. */
export function WordsEditor({ text, isSaving, problem, onKeep, onLeave }: WordsEditorProps) {
  const [draft, setDraft] = useState(text);
  const trimmed = draft.trim();
  const fault =
    trimmed === ''
      ? 'A page needs some words.'
      : draft.length > 2000
        ? 'A page has at most 2,000 characters.'
        : problem;
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed !== '' && draft.length <= 2000) (trimmed === text ? onLeave : onKeep)(trimmed);
      }}
    >
      <div className={`wish ${fault ? 'wish--bad' : ''}`}>
        <label htmlFor="words">Words of this page</label>
        <textarea
          id="words"
          className="said!"
          rows={3}
          value={draft}
          ref={focusAtEnd}
          aria-invalid={fault !== undefined}
          aria-describedby="words-problem"
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && onLeave()}
        />
      </div>
      {fault && <Fault id="words-problem">{fault}</Fault>}
      <div className="line">
        <button className="button button--small" aria-busy={isSaving}>
          Keep these words
        </button>
        <button type="button" className="button button--bare button--small" onClick={onLeave}>
          Leave them
        </button>
        <span className="text-tiny text-ink-3">Only this page is read again.</span>
      </div>
    </form>
  );
}

function focusAtEnd(area: HTMLTextAreaElement | null) {
  area?.focus();
  area?.setSelectionRange(area.value.length, area.value.length);
}
