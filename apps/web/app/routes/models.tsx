import type { ModelsView, ProvidersView } from '@kinora/capabilities/setup';
import { NavLink, Outlet, useLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { load } from '../api.server.ts';
import { useLoadedSetup } from '../models/use-setup.ts';
import { Notice } from '../ui/notice.tsx';

export async function loader({ request }: LoaderFunctionArgs) {
  const [models, providers] = await Promise.all([
    load<ModelsView>(request, '/models'),
    load<ProvidersView>(request, '/providers'),
  ]);
  return { models, providers };
}

/** The page looks again by itself; moving between its parts needs nothing from the server. */
export function shouldRevalidate() {
  return false;
}

/** Everything about models: who does what, what can be added, which services are used, and this machine. */
export default function Models() {
  const setup = useLoadedSetup(useLoaderData<typeof loader>());
  const on = setup.providers.providers.filter(
    ({ kind, isOn }) => isOn && setup.providers.kinds.some(({ id, kind: place }) => id === kind && place === 'remote'),
  ).length;
  return (
    <>
      <nav className="subnav" aria-label="Models">
        <NavLink to="/models" end>
          Who does what
        </NavLink>
        <NavLink to="/models/catalogue">Catalogue</NavLink>
        <NavLink to="/models/services">
          Services
          {on > 0 && (
            <span className="tag tag--lamp">
              {on}
              <span className="sr-only"> on</span>
            </span>
          )}
        </NavLink>
        <NavLink to="/models/machine">This machine</NavLink>
      </nav>
      {setup.problem && (
        <div className="mb-5">
          <Notice
            tone="air"
            title="This may be out of date"
            actions={
              <button type="button" className="button button--small" onClick={() => void setup.actions.refresh()}>
                Look again
              </button>
            }
          >
            {setup.problem.message}
          </Notice>
        </div>
      )}
      <Outlet context={setup} />
    </>
  );
}
