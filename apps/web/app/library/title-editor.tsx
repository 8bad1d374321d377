import { Pencil } from 'lucide-react';
import { useState } from 'react';

type TitleEditorProps = {
  title: string;
  name: string;
  onRename: (title: string) => void;
  /** What it says where the page isn’t English. */
  words?: { rename: string; title: string; keep: string; leave: string };
};

/** The title, which can be changed in place. */
export function TitleEditor({ title, name, onRename, words = english(name) }: TitleEditorProps) {
  const [draft, setDraft] = useState<string | null>(null);
  if (draft === null)
    return (
      <h1 className="group">
        {title}
        <button
          type="button"
          className="button button--icon button--small ml-1 align-middle"
          aria-label={words.rename}
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
        aria-label={words.title}
        value={draft}
        maxLength={120}
        ref={(input) => input?.focus()}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setDraft(null)}
      />
      <button className="button button--small">{words.keep}</button>
      <button type="button" className="button button--bare button--small" onClick={() => setDraft(null)}>
        {words.leave}
      </button>
    </form>
  );
}

function english(name: string) {
  return { rename: `Rename this ${name}`, title: 'Title', keep: 'Keep', leave: 'Leave it' };
}
