import { useState } from 'react';
import type { Project } from '../api/types.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { nameOf } from './project-facts.ts';

type RenameDialogProps = {
  project: Project;
  isBusy: boolean;
  problem?: string;
  onRename: (title: string) => void;
  onClose: () => void;
};

/** Gives a project another title. */
export function RenameDialog({ project, isBusy, problem, onRename, onClose }: RenameDialogProps) {
  const [title, setTitle] = useState(project.title);
  return (
    <Dialog title={`Rename this ${nameOf(project)}`} isOpen onOpenChange={onClose}>
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim()) onRename(title.trim());
        }}
      >
        <label className="field">
          <span>Title</span>
          <input
            className="input"
            value={title}
            maxLength={120}
            required
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        {problem && <Fault>{problem}</Fault>}
        <div className="line">
          <button className="button button--lamp" aria-busy={isBusy}>
            Keep this title
          </button>
          <button type="button" className="button button--bare" onClick={onClose}>
            Leave it
          </button>
        </div>
      </form>
    </Dialog>
  );
}
