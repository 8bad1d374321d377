import { useState } from 'react';
import { emptyDraft } from './draft.ts';
import type { Draft } from './draft.ts';

type History = { past: Draft[]; now: Draft; future: Draft[]; isOpen: boolean };

/** Changes that gather until they are made, each of which can be taken back. */
export function useDraft() {
  const [history, setHistory] = useState<History>({ past: [], now: emptyDraft, future: [], isOpen: false });
  return {
    draft: history.now,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    /**
     * @param change What becomes of the draft.
     * @param isSettled False while something is still being dragged: all of it is one change.
     */
    change(change: (draft: Draft) => Draft, isSettled = true) {
      setHistory(({ past, now, future, isOpen }) => ({
        past: isOpen ? past : [...past.slice(-50), now],
        now: change(now),
        future: isOpen ? future : [],
        isOpen: !isSettled,
      }));
    },
    undo() {
      setHistory((history) => {
        const before = history.past.at(-1);
        if (!before) return history;
        return {
          past: history.past.slice(0, -1),
          now: before,
          future: [history.now, ...history.future],
          isOpen: false,
        };
      });
    },
    redo() {
      setHistory((history) => {
        const [next, ...future] = history.future;
        return next ? { past: [...history.past, history.now], now: next, future, isOpen: false } : history;
      });
    },
    clear() {
      setHistory({ past: [], now: emptyDraft, future: [], isOpen: false });
    },
  };
}
