import { Plus } from 'lucide-react';
import { useState } from 'react';
import { ChildDialog } from './child-dialog.tsx';
import { useRemembered } from './children.ts';
import type { Child } from './children.ts';
import { childSummary } from './child-summary.ts';

/** Who the story is for: the children this browser remembers, and one nobody has described. */
export function ChildPicker() {
  const { children, chosen, keep, forget, choose } = useRemembered();
  const [edited, setEdited] = useState<{ child: Child; isNew: boolean } | null>(null);
  const current = children.find((child) => child.id === chosen);
  const add = () =>
    setEdited({ child: { id: crypto.randomUUID(), age: 5, interests: [], comforts: [], fears: [] }, isNew: true });

  return (
    <fieldset>
      <legend className="legend">For</legend>
      <div className="choices">
        {children.map((child) => (
          <label key={child.id} className="choice choice--face">
            <input type="radio" name="child" checked={child.id === chosen} onChange={() => choose(child.id)} />
            <span className="face" aria-hidden>
              {(child.name || '★').slice(0, 1).toUpperCase()}
            </span>
            {child.name ? `${child.name}, ${child.age}` : `A child of ${child.age}`}
          </label>
        ))}
        {children.length === 0 && (
          <label className="choice">
            <input type="radio" name="child" checked readOnly />A child of 5
          </label>
        )}
        <button
          type="button"
          className="choice"
          onClick={add}
          aria-label={children.length > 0 ? 'Add a child' : undefined}
        >
          <Plus className="icon" aria-hidden />
          {children.length === 0 && 'Tell about your child'}
        </button>
      </div>
      {current && (
        <p className="mt-2 text-small text-ink-3">
          {childSummary(current)}{' '}
          <button
            type="button"
            className="min-h-[24px] font-semibold text-ink-2 underline decoration-rail underline-offset-4 hover:text-ink"
            onClick={() => setEdited({ child: current, isNew: false })}
          >
            Change<span className="sr-only"> what is known about {current.name || 'this child'}</span>
          </button>
        </p>
      )}
      {edited && (
        <ChildDialog
          key={edited.child.id}
          child={edited.child}
          isNew={edited.isNew}
          onKeep={(child) => {
            keep(child);
            setEdited(null);
          }}
          onForget={() => {
            forget(edited.child.id);
            setEdited(null);
          }}
          onClose={() => setEdited(null)}
        />
      )}
    </fieldset>
  );
}
