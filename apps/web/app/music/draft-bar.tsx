import { Redo2, Undo2 } from 'lucide-react';

type DraftBarProps = {
  changes: number;
  segments: { touched: number; of: number };
  hasFilm: boolean;
  isBusy: boolean;
  canRedo: boolean;
  onMake: () => void;
  onUndo: () => void;
  onRedo: () => void;
  onClear: () => void;
};

/** Changes that were gathered: what making them costs, and the ways back. */
export function DraftBar({ changes, segments, hasFilm, isBusy, ...does }: DraftBarProps) {
  return (
    <section className="flex flex-wrap items-center justify-end gap-x-4 gap-y-1" aria-label="Changes">
      <p className="text-small max-[999px]:flex-1" aria-live="polite">
        <b>
          {changes} {changes === 1 ? 'change' : 'changes'}
        </b>{' '}
        <span className="text-ink-2">
          {hasFilm
            ? segments.touched === 0
              ? 'The film stays as it is.'
              : `${segments.touched} of ${segments.of} segments will be made again.`
            : 'Not made yet.'}
        </span>
      </p>
      <span className="flex flex-wrap items-center gap-1">
        <button
          type="button"
          className="button button--icon button--small"
          aria-label="Take it back"
          onClick={does.onUndo}
        >
          <Undo2 className="icon" aria-hidden />
        </button>
        <button
          type="button"
          className="button button--icon button--small"
          aria-label="Make it again"
          disabled={!does.canRedo}
          onClick={does.onRedo}
        >
          <Redo2 className="icon" aria-hidden />
        </button>
        <button type="button" className="button button--small button--bare" onClick={does.onClear}>
          Leave all
        </button>
        <button type="button" className="button button--lamp button--small" aria-busy={isBusy} onClick={does.onMake}>
          {isBusy ? 'Starting…' : 'Make it'}
        </button>
      </span>
    </section>
  );
}
