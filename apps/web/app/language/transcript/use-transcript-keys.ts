import type { Sentence } from '@kinora/studios/language/schema';
import type { Playback } from '../../music/playback.ts';
import { sentenceAt } from './place.ts';
import { useKeydown } from '../../ui/use-keydown.ts';

type Keys = {
  playback: Playback;
  sentences: readonly Sentence[];
  onEdit: () => void;
  onFurigana: () => void;
  onSearch: () => void;
  onSave: () => void;
  onHelp: () => void;
};

/** The transcript by keyboard, anywhere on its page but in a field. */
export function useTranscriptKeys({ playback, sentences, ...does }: Keys): void {
  useKeydown((event) => {
    const { target, key, ctrlKey, metaKey, altKey } = event;
    if (event.defaultPrevented || altKey || !(target instanceof HTMLElement)) return;
    if ((ctrlKey || metaKey) && key.toLowerCase() === 's') {
      event.preventDefault();
      return does.onSave();
    }
    if (ctrlKey || metaKey) return;
    if (target.closest('[role="dialog"], [role="menu"], select, textarea, input')) return;
    // Space presses the button that has the focus; arrows belong to tabs.
    if (key === ' ' && target.closest('button, a, summary')) return;
    if (key.startsWith('Arrow') && target.closest('[role="tablist"]')) return;
    const action = actionOf(key);
    if (!action) return;
    event.preventDefault();
    action();
  });

  function actionOf(key: string): (() => void) | undefined {
    const time = playback.time();
    const sentence = (count: number) => () => {
      const next = sentences[sentenceAt(sentences, time) + count];
      if (next) playback.seek(next.start);
    };
    switch (key.length === 1 ? key.toLowerCase() : key) {
      case ' ':
      case 'k':
        return () => playback.toggle();
      case 'ArrowLeft':
        return sentence(-1);
      case 'ArrowRight':
        return sentence(1);
      case 'j':
        return () => playback.seek(time - 5);
      case 'l':
        return () => playback.seek(time + 5);
      case 'e':
        return does.onEdit;
      case 'f':
        return does.onFurigana;
      case '/':
        return does.onSearch;
      case '?':
        return does.onHelp;
      default:
        return undefined;
    }
  }
}
