import { useState } from 'react';
import { RouteRow } from './route-row.tsx';
import { useSetup } from './use-setup.ts';
import { capabilityOrder } from './words.ts';

/** Every capability with those who serve it, in order. */
export function RouteList() {
  const { providers } = useSetup();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section aria-labelledby="routes">
      <h2 id="routes">Who does what</h2>
      <p className="mt-1 mb-3 text-small text-ink-2">Kinora asks the first one, and moves on if it can’t.</p>
      <ul className="rows">
        {capabilityOrder.flatMap((capability) => {
          const route = providers.routes.find((each) => each.capability === capability);
          if (!route) return [];
          return (
            <RouteRow
              key={capability}
              route={route}
              isOpen={open === capability}
              onToggle={() => setOpen(open === capability ? null : capability)}
            />
          );
        })}
      </ul>
    </section>
  );
}
