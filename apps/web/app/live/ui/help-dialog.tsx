import { exampleCommands } from '@kinora/studios/live-style/schema';
import { Link } from 'react-router';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyList } from '../../ui/key-list.tsx';
import { keyList } from '../use-live-keys.ts';

type HelpDialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Whether the page can be spoken to. */
  canHear: boolean;
};

const styleExamples = ['golden autumn evening, soft', 'make it a pencil drawing', 'more blue', 'no snow'];

/** What the keyboard does, and what can be said. */
export function HelpDialog({ isOpen, onOpenChange, canHear }: HelpDialogProps) {
  return (
    <Dialog title="By keyboard, by word" isOpen={isOpen} onOpenChange={onOpenChange}>
      <KeyList keys={keyList} />
      <h3 className="mt-6 mb-2">What can be said or typed</h3>
      <p className="text-small text-ink-2">
        {styleExamples.map((words) => `“${words}”`).join(', ')}. In Japanese, too: 「もっと青く」「水彩にして」.
      </p>
      {!canHear && (
        <p className="mt-2 text-small text-ink-2">
          This browser has no speech recognition. Chrome, Edge and Safari have; or Kinora listens itself, once{' '}
          <Link to="/models/catalogue">a listening model</Link> is there. Everything can be typed.
        </p>
      )}
      <ul className="mt-3 flex flex-wrap gap-2">
        {exampleCommands('en').map(({ action, phrase }) => (
          <li key={action} className="tag">
            {phrase}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
