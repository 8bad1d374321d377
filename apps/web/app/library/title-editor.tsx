import { Pencil } from 'lucide-react';
import { useState } from 'react';

type TitleEditorProps = { title: string; name: string; onRename: (title: string) => void };

/** The title, which can be changed in place. */
export function TitleEditor({ title, name, onRename }: TitleEditorProps) {
  const [draft, setDraft] = useState<string | null>(null);
  if (draft === null)
    return (
      <h1 className="group">
        {title}
        <button
          type="button"
          className="button button--icon button--small ml-1 align-middle"
          aria-label={`Rename this ${name}`}
          onClick={() => setDraft(title)}
        >
          <Pencil className="icon" aria-hidden />
        </button>
      </h1>
    );
  const keep = () => {
    const next = draft.trim();
    if (next !== '' && next !== title) onRename(next);
    setDraft(null);
  };
  return (
    <form
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <h1 className="sr-only">{title}</h1>
      <input
        className="input min-w-0 flex-1 basis-72 font-serif text-section!"
        aria-label="Title"
        value={draft}
        maxLength={120}
        ref={(input) => input?.focus()}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setDraft(null)}
      />
      <button className="button button--small">Keep</button>
      <button type="button" className="button button--bare button--small" onClick={() => setDraft(null)}>
        Leave it
      </button>
    </form>
  );
}
