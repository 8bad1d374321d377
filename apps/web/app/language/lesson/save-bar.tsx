import { Undo2 } from 'lucide-react';
import { useWords } from '../words.ts';

type SaveBarProps = {
  title: string;
  hint: string;
  save: string;
  isBusy: boolean;
  canSave: boolean;
  onSave: () => void;
  onUndo?: () => void;
  onDiscard: () => void;
};

/** Changes that wait to be saved, at hand wherever one is on the page. */
export function SaveBar({ title, hint, save, isBusy, canSave, onSave, onUndo, onDiscard }: SaveBarProps) {
  const { words } = useWords();
  return (
    <section className="draftbar flex flex-wrap items-center gap-x-4 gap-y-2" aria-label={title}>
      <p className="min-w-0 flex-1 text-small" aria-live="polite">
        <b>{title}</b> <span className="text-ink-2 max-[760px]:hidden">{hint}</span>
      </p>
      {onUndo && (
        <button
          type="button"
          className="button button--icon button--small"
          aria-label={words.common.undo}
          onClick={onUndo}
        >
          <Undo2 className="icon" aria-hidden />
        </button>
      )}
      <button type="button" className="button button--small button--bare" onClick={onDiscard}>
        {words.common.discard}
      </button>
      <button
        type="button"
        className="button button--small button--lamp"
        disabled={!canSave}
        aria-busy={isBusy}
        onClick={onSave}
      >
        {save}
      </button>
    </section>
  );
}
