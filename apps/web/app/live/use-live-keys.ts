import { lookChoices } from './look-words.ts';
import { useStudio } from './live-context.tsx';
import { useKeydown } from '../ui/use-keydown.ts';

/** What the keyboard does anywhere on the page but in a field. */
export const keyList: readonly [keys: string, does: string][] = [
  ['/', 'Write or say a look'],
  ['← →', 'The look before, the next look'],
  ['1 … 9', 'One of the first nine looks'],
  ['F', 'Freeze, go on'],
  ['C', 'Compare with the camera'],
  ['M', 'Mirror'],
  ['S', 'Snapshot'],
  ['R', 'Record, stop'],
  ['V', 'Listen to what is said, and end it'],
  ['X', 'Mute'],
  ['Ctrl + Z, Ctrl + Shift + Z', 'The style before, and forward again'],
  ['Full stop', 'Full screen'],
  ['?', 'This list'],
];

type Keys = { onHelp: () => void; onFullScreen: () => void; onVoice: () => void };

/** Everything on the live page by keyboard. */
export function useLiveKeys({ onHelp, onFullScreen, onVoice }: Keys): void {
  const studio = useStudio();
  useKeydown((event) => {
    const { target, key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (!studio || event.defaultPrevented || altKey || !(target instanceof HTMLElement)) return;
    if (target.closest('[role="dialog"], [role="menu"], select, textarea, input:not([type="radio"])')) return;
    if (ctrlKey || metaKey) {
      if (key.toLowerCase() !== 'z') return;
      event.preventDefault();
      if (shiftKey) studio.forward();
      else studio.back();
      return;
    }
    const action = actionOf(key);
    // Arrows belong to radios and tabs where these have the focus.
    if (!action || (key.startsWith('Arrow') && target.closest('input, [role="tablist"], [role="toolbar"]'))) return;
    event.preventDefault();
    action();
  });

  function actionOf(key: string): (() => void) | undefined {
    if (!studio) return undefined;
    const { settings, recording } = studio.store.getState();
    const choose = (index: number) => () => {
      const look = lookChoices.at(index % lookChoices.length)?.value;
      if (look) studio.setStyle({ ...settings.style, look });
    };
    const index = lookChoices.findIndex(({ value }) => value === settings.style.look);
    if (/^[1-9]$/.test(key)) return choose(Number(key) - 1);
    switch (key.toLowerCase()) {
      case '/':
        return () => document.getElementById('live-words')?.focus();
      case 'arrowleft':
        return choose(index - 1);
      case 'arrowright':
        return choose(index + 1);
      case 'f':
        return () => studio.freeze();
      case 'c':
        return () => studio.compare();
      case 'm':
        return () => studio.mirror();
      case 's':
        return () => void studio.snapshot();
      case 'r':
        return () => void (recording.step === 'running' ? studio.stopRecording() : studio.record());
      case 'x':
        return () => studio.mute();
      case 'v':
        return onVoice;
      case '.':
        return onFullScreen;
      case '?':
        return onHelp;
      default:
        return undefined;
    }
  }
}
