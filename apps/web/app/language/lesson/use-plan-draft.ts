import type { CutPlan, LessonPlan, PlanEdits, ShortPlan } from '@kinora/studios/language/schema';
import { useState } from 'react';

type Draft = { cut?: CutPlan; shorts?: ShortPlan[] };

/** Changes of the plan that gather until they are saved; those of another version are forgotten. */
export function usePlanDraft(version: number, plan: LessonPlan | null) {
  const [state, setState] = useState<{ version: number; past: Draft[]; now: Draft; isOpen: boolean }>({
    version,
    past: [],
    now: {},
    isOpen: false,
  });
  const { past, now, isOpen } = state.version === version ? state : { past: [], now: {}, isOpen: false };
  /** @param isSettled False while something is being dragged: all of it is one change. */
  const change = (next: Draft, isSettled = true) =>
    setState({
      version,
      past: isOpen ? past : [...past.slice(-60), now],
      now: { ...now, ...next },
      isOpen: !isSettled,
    });
  const cut = now.cut ?? plan?.cut ?? null;
  const shorts = now.shorts ?? plan?.shorts ?? [];
  return {
    cut,
    shorts,
    edits: now satisfies PlanEdits,
    isChanged: now.cut !== undefined || now.shorts !== undefined,
    canUndo: past.length > 0,
    changeCut: (next: Partial<CutPlan>, isSettled?: boolean) => cut && change({ cut: { ...cut, ...next } }, isSettled),
    changeShort: (id: string, next: Partial<ShortPlan>, isSettled?: boolean) =>
      change({ shorts: shorts.map((short) => (short.id === id ? { ...short, ...next } : short)) }, isSettled),
    undo: () => setState({ version, past: past.slice(0, -1), now: past.at(-1) ?? {}, isOpen: false }),
    clear: () => setState({ version, past: [], now: {}, isOpen: false }),
  };
}
export type PlanDraft = ReturnType<typeof usePlanDraft>;
