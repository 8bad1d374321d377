import type { Project } from '../api/types.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { nameOf } from './project-facts.ts';

type DeleteDialogProps = {
  project: Project;
  isBusy: boolean;
  problem?: string;
  onDelete: () => void;
  onClose: () => void;
};

/** Asks once before a project and its files are gone. */
export function DeleteDialog({ project, isBusy, problem, onDelete, onClose }: DeleteDialogProps) {
  return (
    <Dialog title={`Delete this ${nameOf(project)} for good?`} isOpen onOpenChange={onClose}>
      <p className="text-ink-2">
        “{project.title}” goes with all its versions, pictures and files. It can’t be brought back.
      </p>
      {problem && <Fault>{problem}</Fault>}
      <div className="line mt-6">
        <button type="button" className="button button--air" aria-busy={isBusy} onClick={onDelete}>
          Delete it
        </button>
        <button type="button" className="button button--bare" onClick={onClose}>
          Keep it
        </button>
      </div>
    </Dialog>
  );
}
