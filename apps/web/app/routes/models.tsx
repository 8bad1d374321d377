import type { ModelsView, ProvidersView } from '@kinora/capabilities/setup';
import { useEffect, useRef } from 'react';
import { NavLink, Outlet, useLoaderData, useLocation } from 'react-router';
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
  const parts = useRef<HTMLElement>(null);
  const [, ...path] = useLocation().pathname.split('/');
  const part = `/${path.slice(0, 2).join('/')}`;
  // On a phone the row is wider than the page: where one is must be in sight.
  useEffect(() => {
    const row = parts.current;
    const current = row?.querySelector<HTMLElement>(`a[href="${part}"]`);
    if (row && current) row.scrollLeft = current.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;
  }, [part]);
  return (
    <>
      <nav ref={parts} className="subnav" aria-label="Models">
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
