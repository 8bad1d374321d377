import { Dialog } from '../ui/dialog.tsx';
import { KeyList } from '../ui/key-list.tsx';
import { keyList } from './use-editor-keys.ts';

type KeysDialogProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** What the keyboard does. */
export function KeysDialog({ isOpen, onOpenChange }: KeysDialogProps) {
  return (
    <Dialog title="By keyboard" isOpen={isOpen} onOpenChange={onOpenChange}>
      <KeyList keys={keyList} />
    </Dialog>
  );
}
