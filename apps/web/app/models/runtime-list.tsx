import type { RuntimeView } from '@kinora/capabilities/setup';
import { Fault } from '../ui/fault.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Done } from './done.tsx';
import { installFraction, installWords } from './install-words.ts';
import { useAction, useSetup } from './use-setup.ts';
import { sizeOf } from './words.ts';

/** The programs that run models. They come by themselves with the first model that needs them. */
export function RuntimeList({ runtimes }: { runtimes: readonly RuntimeView[] }) {
  return (
    <section aria-labelledby="runtimes">
      <h2 id="runtimes">Programs that run models</h2>
      <p className="mt-1 mb-3 text-small text-ink-2">Each comes by itself with the first model that needs it.</p>
      <ul className="rows">
        {runtimes.map((runtime) => (
          <Runtime key={runtime.name} runtime={runtime} />
        ))}
      </ul>
    </section>
  );
}

function Runtime({ runtime }: { runtime: RuntimeView }) {
  const { actions } = useSetup();
  const { name, title, summary, version, variant, downloadBytes, licence, install } = runtime;
  const add = useAction(() => actions.installRuntime(name));
  const remove = useAction(() => actions.removeRuntime(name));
  const isMoving = install.state === 'installing' || install.state === 'waiting';
  const isThere = install.state === 'installed';
  return (
    <li className="model" aria-label={title} data-state={install.state}>
      <div className="min-w-0">
        <p>
          <b>{title}</b>
        </p>
        <p className="text-small text-ink-2">{summary}</p>
        {isMoving && <ProgressBar label={`Installing ${title}`} fraction={installFraction(install)} />}
        <p className="num text-tiny text-ink-3">
          {isThere && (
            <>
              <Done>Here</Done> ·{' '}
            </>
          )}
          {isMoving
            ? installWords(install)
            : `${sizeOf(isThere ? install.bytes : downloadBytes)} · ${version} (${variant}) · ${licence}`}
        </p>
        {install.state === 'failed' && <Fault>{install.message}</Fault>}
        {(add.problem ?? remove.problem) && <Fault>{add.problem ?? remove.problem}</Fault>}
      </div>
      <div className="model__actions">
        {(install.state === 'absent' || install.state === 'failed' || install.state === 'paused') && (
          <button type="button" className="button button--small" aria-busy={add.isPending} onClick={add.run}>
            {install.state === 'failed' ? 'Try again' : 'Add'}
            <span className="sr-only"> {title}</span>
          </button>
        )}
        {(isThere || isMoving) && (
          <button
            type="button"
            className="button button--small button--bare"
            aria-busy={remove.isPending}
            onClick={remove.run}
          >
            {isThere ? 'Remove' : 'Stop'}
            <span className="sr-only"> {title}</span>
          </button>
        )}
      </div>
    </li>
  );
}
