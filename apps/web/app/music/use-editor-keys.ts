import type { Playback } from './playback.ts';
import { stepFrom } from './song-map.ts';
import type { Heard } from './song-map.ts';
import { useKeydown } from '../ui/use-keydown.ts';

type Keys = {
  playback: Playback;
  heard: Heard | null;
  starts: readonly number[];
  onUndo: () => void;
  onRedo: () => void;
  onHelp: () => void;
};

/** What the keyboard does anywhere on the page but in a field. */
export const keyList: readonly [keys: string, does: string][] = [
  ['Space or K', 'Play, pause'],
  ['← →', 'A beat back or on'],
  ['Shift + ← →', 'A bar back or on'],
  ['J L', 'Ten seconds back or on'],
  ['[ ]', 'The picture before, the next picture'],
  ['Home End', 'Beginning, end'],
  ['Ctrl + Z, Ctrl + Shift + Z', 'Take a change back, make it again'],
  ['← → on an edge', 'Moves a key moment by a beat; with Shift by a bar, with Alt freely'],
  ['Ctrl + wheel', 'Zoom'],
  ['?', 'This list'],
];

/** Plays, seeks and undoes by keyboard. */
export function useEditorKeys({ playback, heard, starts, onUndo, onRedo, onHelp }: Keys): void {
  useKeydown((event) => {
    const { target, key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (event.defaultPrevented || altKey || !(target instanceof HTMLElement)) return;
    if (
      target.closest(
        '[role="dialog"], [role="menu"], select, textarea, input:not([type="checkbox"], [type="radio"], .wave__place)',
      )
    )
      return;
    if (ctrlKey || metaKey) {
      if (key.toLowerCase() !== 'z') return;
      event.preventDefault();
      if (shiftKey) onRedo();
      else onUndo();
      return;
    }
    // Space and Enter press the button that has the focus.
    if (key === ' ' && target.closest('button, a, [role="switch"], [role="tab"], summary')) return;
    const action = actionOf(key, shiftKey);
    if (!action) return;
    event.preventDefault();
    action();
  });

  function actionOf(key: string, isShifted: boolean): (() => void) | undefined {
    const time = playback.time();
    const analysis = heard?.analysis;
    const step = (count: number) => () => {
      const times = (isShifted ? analysis?.downbeat_times : analysis?.beat_times) ?? [];
      playback.seek(times.length > 0 ? stepFrom(times, time, count) : time + count);
    };
    switch (key) {
      case ' ':
      case 'k':
        return () => playback.toggle();
      case 'ArrowLeft':
        return step(-1);
      case 'ArrowRight':
        return step(1);
      case 'j':
        return () => playback.seek(time - 10);
      case 'l':
        return () => playback.seek(time + 10);
      case '[':
        return () => playback.seek(stepFrom(starts, time - 0.3, -1) + 0.01);
      case ']':
        return () => playback.seek(stepFrom(starts, time, 1) + 0.01);
      case 'Home':
        return () => playback.seek(0);
      case 'End':
        return () => playback.seek(Infinity);
      case '?':
        return onHelp;
      default:
        return undefined;
    }
  }
}
