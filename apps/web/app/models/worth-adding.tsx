import { Link } from 'react-router';
import { Fault } from '../ui/fault.tsx';
import { Notice } from '../ui/notice.tsx';
import { ModelRow } from './model-row.tsx';
import { useAction, useSetup } from './use-setup.ts';
import { inWords, sizeOf } from './words.ts';

/** The models chosen for this machine, in one click, and whatever is on its way. */
export function WorthAdding() {
  const { models, asked, actions, providers } = useSetup();
  const { recommended, runtimes, hardware } = models;
  const isMoving = (state: string) => state !== 'absent' && state !== 'installed';
  const chosen = models.models.filter(({ isRecommended }) => isRecommended);
  const moving = models.models.filter(({ install, isRecommended }) => !isRecommended && isMoving(install.state));
  const missing = chosen.filter(({ install }) => install.state !== 'installed');
  const idle = missing.filter(({ entry, install }) => install.state === 'absent' && !asked.has(entry.id));
  const needed = new Set(missing.map(({ entry }) => entry.runtime));
  const programs = runtimes
    .filter(({ name, install }) => needed.has(name) && install.state !== 'installed')
    .reduce((sum, { downloadBytes }) => sum + downloadBytes, 0);
  const bytes = recommended.downloadBytes + programs;
  const all = useAction(() => actions.installRecommended(idle.map(({ entry }) => entry.id)));
  const hasService = providers.providers.some(
    ({ kind, isOn }) => isOn && providers.kinds.find(({ id }) => id === kind)?.kind === 'remote',
  );

  return (
    <section aria-labelledby="worth">
      <h2 id="worth">Worth adding</h2>
      <p className="mt-1 mb-3 text-small text-ink-2">
        {missing.length === 0
          ? 'Everything chosen for this machine is here.'
          : 'Chosen for this machine. Nothing is fetched until you say so.'}
      </p>
      {idle.length > 1 && (
        <div className="mb-4 grid gap-2">
          <p>
            <button type="button" className="button button--lamp" aria-busy={all.isPending} onClick={all.run}>
              Add all {inWords(idle.length)} · {sizeOf(bytes)}
            </button>
          </p>
          {programs > 0 && (
            <p className="text-tiny text-ink-3">
              {sizeOf(recommended.downloadBytes)} of models and {sizeOf(programs)} of programs that run them.
            </p>
          )}
          {bytes > hardware.disk.freeBytes && (
            <Fault>
              That is more than the {sizeOf(hardware.disk.freeBytes)} that are free. Make room first, or add one at a
              time.
            </Fault>
          )}
          {all.problem && <Fault>{all.problem}</Fault>}
        </div>
      )}
      <ul className="rows">
        {[...moving, ...missing].map((model) => (
          <ModelRow key={model.entry.id} model={model} isShort />
        ))}
      </ul>
      <p className="mt-4 text-small">
        <Link to="/models/catalogue">All {models.models.length} models</Link>
      </p>
      {!hasService && (
        <div className="mt-5">
          <Notice title="Services on the internet are off.">
            A grown-up can switch one on, one at a time, and always sees what leaves this machine.{' '}
            <Link to="/models/services">Choose a service</Link>
          </Notice>
        </div>
      )}
    </section>
  );
}
