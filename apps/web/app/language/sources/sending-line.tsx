import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useWords } from '../words.ts';
import type { Sending } from './use-sending.ts';

type SendingLineProps = { sending: Sending; onCancel: () => void };

/** A file on its way: how much has arrived, and then that it is read. */
export function SendingLine({ sending: { name, fraction }, onCancel }: SendingLineProps) {
  const { words } = useWords();
  const isThere = fraction >= 1;
  const told = isThere ? words.sources.reading(name) : words.sources.sending(name);
  return (
    <div className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 rounded-2 bg-seat px-4 py-2 text-small">
      <p className="min-w-0 font-bold wrap-anywhere" aria-live="polite">
        {told}
      </p>
      <span className="min-w-32 flex-1">
        {isThere ? (
          <progress className="progress" aria-label={told} />
        ) : (
          <ProgressBar label={told} fraction={fraction} />
        )}
      </span>
      {!isThere && <span className="num text-tiny text-ink-3">{Math.floor(fraction * 100)} %</span>}
      <button type="button" className="button button--small button--bare -mr-3" onClick={onCancel}>
        {words.sources.cancel}
      </button>
    </div>
  );
}
