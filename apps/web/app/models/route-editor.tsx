import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react';
import type { RouteView } from '@kinora/capabilities/setup';
import { useRef, useState } from 'react';
import { messagesOf } from '../story/field-errors.ts';
import { Fault } from '../ui/fault.tsx';
import { SwitchRow } from '../ui/switch-row.tsx';
import { AddModel } from './add-model.tsx';
import { moved, placeOf } from './reorder.ts';
import { choiceOf, useRoute } from './use-route.ts';
import { useSetup } from './use-setup.ts';
import { capabilityWords, deviceWords, spanOf } from './words.ts';

type Entry = RouteView['entries'][number];

/** The order of a route: by dragging, by the arrow keys, or by its buttons. */
export function RouteEditor({ route }: { route: RouteView }) {
  const { models } = useSetup();
  const change = useRoute(route);
  const [said, setSaid] = useState('');
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const { capability, entries, only } = route;
  const choice = choiceOf(route);
  const chosen = entries.filter(({ isBuiltin }) => !isBuiltin);
  const builtin = entries.filter(({ isBuiltin }) => isBuiltin);
  const isOrdered = capability !== 'moderation';
  const shown = drag ? moved(chosen, drag.from, drag.to) : chosen;

  function move(from: number, to: number) {
    if (to < 0 || to >= chosen.length || to === from) return;
    change.mutate({ ...choice, entries: moved(choice.entries, from, to) });
    setSaid(`${chosen[from]?.title ?? ''} is now number ${to + 1} of ${chosen.length}.`);
  }

  function remove(index: number) {
    const rest = choice.entries.filter((_, other) => other !== index);
    change.mutate({ entries: rest, only: only && rest.length > 0 });
    setSaid(`${chosen[index]?.title ?? ''} is no longer asked.`);
  }

  function placeAt(from: number, y: number): number {
    const boxes = [...(list.current?.querySelectorAll('[data-chosen]') ?? [])].map((row) =>
      row.getBoundingClientRect(),
    );
    return placeOf(boxes, from, y);
  }

  return (
    <div className="route-editor">
      {capabilityWords[capability].note && (
        <p className="mb-3 text-small text-ink-2">{capabilityWords[capability].note}</p>
      )}
      <ol
        ref={list}
        className="grid gap-1"
        aria-label={`Who does: ${capabilityWords[capability].title}`}
        onPointerMove={(event) => {
          if (!drag) return;
          const to = placeAt(drag.to, event.clientY);
          if (to !== drag.to) setDrag({ ...drag, to });
        }}
        onPointerUp={() => {
          if (drag) move(drag.from, drag.to);
          setDrag(null);
        }}
        onPointerCancel={() => setDrag(null)}
      >
        {shown.map((entry, index) => {
          const place = chosen.indexOf(entry);
          return (
            <li
              key={`${entry.provider}/${entry.model}`}
              className="route-entry"
              data-chosen
              data-dragged={drag?.to === index || undefined}
            >
              {isOrdered && (
                <button
                  type="button"
                  className="button button--icon button--small cursor-grab! touch-none active:cursor-grabbing!"
                  aria-label={`Move ${entry.title}: arrow keys, or drag`}
                  onKeyDown={(event) => {
                    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
                    if (step === 0) return;
                    event.preventDefault();
                    move(place, place + step);
                  }}
                  onPointerDown={(event) => {
                    if (event.button !== 0 || chosen.length < 2) return;
                    // The row itself changes its place in the document, which would end its own capture.
                    list.current?.setPointerCapture(event.pointerId);
                    setDrag({ from: place, to: place });
                  }}
                >
                  <GripVertical className="icon" aria-hidden />
                </button>
              )}
              <EntryWords entry={entry} device={deviceWords(entry.device, models.hardware)} />
              <span className="flex">
                {isOrdered && chosen.length > 1 && (
                  <>
                    <button
                      type="button"
                      className="button button--icon button--small"
                      aria-label={`Ask ${entry.title} earlier`}
                      aria-disabled={index === 0}
                      onClick={() => move(place, place - 1)}
                    >
                      <ArrowUp className="icon" aria-hidden />
                    </button>
                    <button
                      type="button"
                      className="button button--icon button--small"
                      aria-label={`Ask ${entry.title} later`}
                      aria-disabled={index === chosen.length - 1}
                      onClick={() => move(place, place + 1)}
                    >
                      <ArrowDown className="icon" aria-hidden />
                    </button>
                  </>
                )}
                <button
                  type="button"
                  className="button button--icon button--small"
                  aria-label={`Don’t ask ${entry.title}`}
                  onClick={() => remove(place)}
                >
                  <X className="icon" aria-hidden />
                </button>
              </span>
            </li>
          );
        })}
        {builtin.map((entry) => (
          <li key={entry.model} className="route-entry route-entry--last">
            <EntryWords entry={entry} device={deviceWords(entry.device, models.hardware)} />
          </li>
        ))}
        {capability === 'language' && (
          <li className="route-entry route-entry--last">
            <span className="py-1">
              <b className="block text-small">Kinora’s storyteller</b>
              <span className="block text-tiny text-ink-3">built in, always there</span>
            </span>
          </li>
        )}
      </ol>
      <p className="sr-only" aria-live="polite">
        {said}
      </p>
      {change.error && <Fault>{messagesOf(change.error).join(' ')}</Fault>}
      <AddModel
        route={route}
        onAdd={(entry) => {
          change.mutate({ ...choice, entries: [...choice.entries, entry] });
          setSaid(`${entry.title} is now asked, too.`);
        }}
      />
      {isOrdered && chosen.length > 0 && (
        <div className="mt-2 border-t border-aisle pt-2">
          <SwitchRow
            label="Only the first one"
            hint={
              capability === 'language'
                ? 'If it can’t, Kinora’s storyteller writes, and says so.'
                : 'If it can’t, Kinora says so instead of asking the next.'
            }
            checked={only}
            onChange={(checked) => change.mutate({ ...choice, only: checked })}
          />
        </div>
      )}
    </div>
  );
}

function EntryWords({ entry, device }: { entry: Entry; device: string }) {
  const { title, isBuiltin, state, served, lastSeconds, lastFailure } = entry;
  const facts = [
    isBuiltin ? 'built in, always there' : device,
    served > 0 ? `answered ${served === 1 ? 'once' : `${served} times`}` : '',
    lastSeconds === undefined ? '' : `last in ${spanOf(lastSeconds)}`,
  ].filter(Boolean);
  return (
    <span className="min-w-0 flex-1 py-1">
      <b className="block text-small">{title}</b>
      <span className="block text-tiny text-ink-3">{facts.join(' · ')}</span>
      {state !== 'ready' && (
        <span className="block text-tiny text-air">
          {state === 'off'
            ? 'Not there now: it was removed, is switched off, or lacks something.'
            : 'Resting after a failure; it is tried again soon.'}
        </span>
      )}
      {lastFailure && <span className="block text-tiny text-ink-3">Last failure: {lastFailure}</span>}
    </span>
  );
}
