import { Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { ChipInput } from '../ui/chip-input.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { Child } from './children.ts';

type ChildDialogProps = {
  child: Child;
  isNew: boolean;
  onKeep: (child: Child) => void;
  onForget: () => void;
  onClose: () => void;
};

/** Who the story is for. Only the age is needed. */
export function ChildDialog({ child, isNew, onKeep, onForget, onClose }: ChildDialogProps) {
  const [draft, setDraft] = useState(child);
  const change = (part: Partial<Child>) => setDraft({ ...draft, ...part });

  return (
    <Dialog
      title={isNew ? 'Who is the story for?' : `About ${child.name || 'your child'}`}
      isOpen
      onOpenChange={onClose}
    >
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          // React events pass through portals: the studio's form around this dialog must not hear it.
          event.stopPropagation();
          onKeep({ ...draft, name: draft.name?.trim() });
        }}
      >
        <div className="grid grid-cols-[1fr_auto] gap-4">
          <label className="field">
            <span>Name</span>
            <input
              className="input"
              value={draft.name ?? ''}
              maxLength={40}
              autoComplete="off"
              placeholder="For the good night"
              onChange={(event) => change({ name: event.target.value })}
            />
          </label>
          <fieldset className="field">
            <legend className="mb-1.5 font-bold text-ink-2">Age</legend>
            <div className="flex items-center">
              <button
                type="button"
                className="button button--icon"
                aria-label="A year younger"
                disabled={draft.age <= 2}
                onClick={() => change({ age: draft.age - 1 })}
              >
                <Minus className="icon" aria-hidden />
              </button>
              <output className="num w-8 text-center font-serif text-section" aria-live="polite">
                {draft.age}
              </output>
              <button
                type="button"
                className="button button--icon"
                aria-label="A year older"
                disabled={draft.age >= 10}
                onClick={() => change({ age: draft.age + 1 })}
              >
                <Plus className="icon" aria-hidden />
              </button>
            </div>
          </fieldset>
        </div>
        <ChipInput
          label="Loves"
          hint="owls, trains, pancakes"
          values={draft.interests}
          onChange={(interests) => change({ interests })}
        />
        <ChipInput
          label="Falls asleep with"
          hint="a night light, a humming voice"
          values={draft.comforts}
          onChange={(comforts) => change({ comforts })}
        />
        <ChipInput
          label="Please leave out"
          hint="thunder, spiders"
          values={draft.fears}
          onChange={(fears) => change({ fears })}
        />
        <p className="text-tiny text-ink-3">
          This stays in this browser. It is used for the stories you make and nothing else.
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <button className="button button--lamp">Keep</button>
          {!isNew && (
            <button type="button" className="button button--bare" onClick={onForget}>
              Forget {child.name || 'this child'}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
