import { Dialog } from '../ui/dialog.tsx';
import { keyList } from './use-editor-keys.ts';

type KeysDialogProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** What the keyboard does. */
export function KeysDialog({ isOpen, onOpenChange }: KeysDialogProps) {
  return (
    <Dialog title="By keyboard" isOpen={isOpen} onOpenChange={onOpenChange}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2.5 text-small">
        {keyList.map(([keys, does]) => (
          <div key={keys} className="contents">
            <dt className="font-bold">{keys}</dt>
            <dd className="text-ink-2">{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
