import type { RouteView } from '@kinora/capabilities/setup';
import { Fragment, useId } from 'react';
import { RouteEditor } from './route-editor.tsx';
import { useSetup } from './use-setup.ts';
import { capabilityWords, listOf, spanOf } from './words.ts';

type RouteRowProps = { route: RouteView; isOpen: boolean; onToggle: () => void };

/** One capability: who is asked, and how it went; opened, the order can be changed. */
export function RouteRow({ route, isOpen, onToggle }: RouteRowProps) {
  const { providers } = useSetup();
  const panel = useId();
  const { title, does, note } = capabilityWords[route.capability];
  const isAlone = route.entries.every(({ isBuiltin }) => isBuiltin);
  const kept = route.entries.flatMap(({ provider }) => {
    const known = providers.providers.find(({ id }) => id === provider);
    const isRemote = providers.kinds.some(({ id, kind }) => id === known?.kind && kind === 'remote');
    return known && isRemote && !known.childConsent ? [known.title] : [];
  });
  const notForChildren = kept.length > 0 ? `For children’s stories without ${listOf([...new Set(kept)])}.` : undefined;
  const nameOf = (entry: RouteView['entries'][number]) =>
    entry.isBuiltin
      ? 'Built in'
      : (providers.providers
          .find(({ id }) => id === entry.provider)
          ?.models.find(({ capability, modelId }) => capability === route.capability && modelId === entry.model)
          ?.title ?? entry.model);

  return (
    <li>
      <div className="capability">
        <div>
          <h3>{title}</h3>
          <p className="text-tiny text-ink-2">{does}</p>
        </div>
        <div className="capability__route">
          {route.entries.length === 0 && (
            <span className="tag">{route.capability === 'language' ? 'Built in' : 'Nobody yet'}</span>
          )}
          {route.entries.map((entry, index) => (
            <Fragment key={`${entry.provider}/${entry.model}`}>
              {index > 0 && (
                <>
                  <span aria-hidden>{route.capability === 'moderation' ? '+' : '→'}</span>
                  <span className="sr-only">{route.capability === 'moderation' ? 'and' : 'then'}</span>
                </>
              )}
              <span
                className={`tag max-w-full ${entry.isBuiltin ? '' : entry.state === 'off' ? 'tag--off' : 'tag--lamp'}`}
              >
                <span className="truncate">{nameOf(entry)}</span>
              </span>
            </Fragment>
          ))}
          {route.capability === 'language' && route.entries.length > 0 && (
            <>
              <span aria-hidden>→</span>
              <span className="sr-only">then</span>
              <span className="tag">Built in</span>
            </>
          )}
        </div>
        <div className="capability__note text-tiny text-ink-2">
          {[lineOf(route) ?? (isAlone || route.capability === 'moderation' ? note : undefined), notForChildren]
            .filter((line) => line !== undefined)
            .map((line) => (
              <p key={line}>{line}</p>
            ))}
        </div>
        <button
          type="button"
          className="button button--small button--bare capability__change"
          aria-expanded={isOpen}
          aria-controls={panel}
          onClick={onToggle}
        >
          {isOpen ? 'Done' : 'Change'}
          <span className="sr-only"> who does: {title}</span>
        </button>
      </div>
      <div id={panel} hidden={!isOpen}>
        {isOpen && <RouteEditor route={route} />}
      </div>
    </li>
  );
}

/** How the last call went, or what stands in its way. */
function lineOf({ entries, capability }: RouteView): string | undefined {
  const [first] = entries;
  if (!first) return undefined;
  if (first.state === 'off') return 'The first one can’t serve now.';
  if (first.state === 'paused') return `Resting after a failure. ${first.lastFailure ?? ''}`.trim();
  if (capability === 'moderation') return undefined;
  const last = entries.find(({ served, lastSeconds }) => served > 0 && lastSeconds !== undefined);
  return last?.lastSeconds === undefined ? undefined : `The last one took ${spanOf(last.lastSeconds)}.`;
}
