import { Link } from 'react-router';
import { useSetup } from './use-setup.ts';
import { tasksOf } from './words.ts';

/** What works on this machine with the models that are here; each can be set up and tried. */
export function LocalProviders() {
  const { providers } = useSetup();
  return (
    <section aria-labelledby="local">
      <h2 id="local">Who works here</h2>
      <p className="mt-1 mb-3 text-small text-ink-2">Works as it is. Here it can be tried and set up more finely.</p>
      <ul className="rows">
        {providers.providers.flatMap((provider) => {
          const kind = providers.kinds.find(({ id }) => id === provider.kind);
          if (kind?.kind !== 'local') return [];
          const count = provider.models.length;
          return (
            <li key={provider.id} className="model">
              <div className="min-w-0">
                <p>
                  <b>{provider.title}</b>
                </p>
                <p className="text-tiny text-ink-3">
                  {tasksOf(kind.capabilities)} ·{' '}
                  {!provider.isOn
                    ? 'off'
                    : count === 0
                      ? 'no model yet'
                      : `${count} ${count === 1 ? 'model' : 'models'}`}
                </p>
              </div>
              <Link
                className="button button--small button--bare"
                to={`/models/machine/${encodeURIComponent(provider.id)}`}
              >
                Settings<span className="sr-only"> of {provider.title}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
