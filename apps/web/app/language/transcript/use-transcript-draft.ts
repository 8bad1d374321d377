import type { Cue, CueEdit } from '@kinora/studios/language/schema';
import { useState } from 'react';

type Edits = Record<number, CueEdit>;

/** Changes of lines that gather until they are saved; those of another version are forgotten. */
export function useTranscriptDraft(version: number) {
  const [state, setState] = useState<{ version: number; past: Edits[]; edits: Edits }>({
    version,
    past: [],
    edits: {},
  });
  const isSame = state.version === version;
  const past = isSame ? state.past : [];
  const edits: Edits = isSame ? state.edits : {};
  return {
    edits,
    count: Object.keys(edits).length,
    canUndo: past.length > 0,
    change(cue: Cue, change: Omit<CueEdit, 'index'>) {
      const { [cue.index]: before, ...others } = edits;
      const next = trimmed(cue, { ...before, ...change, index: cue.index });
      setState({
        version,
        past: [...past.slice(-100), edits],
        edits: next ? { ...others, [cue.index]: next } : others,
      });
    },
    undo: () => setState({ version, past: past.slice(0, -1), edits: past.at(-1) ?? {} }),
    clear: () => setState({ version, past: [], edits: {} }),
  };
}

/** Without what is as it was; null when nothing is left. */
export function trimmed(cue: Cue, edit: CueEdit): CueEdit | null {
  const { index, text, start, end, speaker, isRemoved } = edit;
  const kept = {
    ...(text !== undefined && text.trim() !== '' && text.trim() !== cue.text && { text: text.trim() }),
    ...(start !== undefined && start !== cue.start && { start }),
    ...(end !== undefined && end !== cue.end && { end }),
    ...(speaker !== undefined && (speaker ?? undefined) !== cue.speaker && { speaker }),
    ...(isRemoved === true && { isRemoved }),
  };
  return Object.keys(kept).length > 0 ? { index, ...kept } : null;
}

/** A line as it will be. */
export function edited(cue: Cue, edit: CueEdit | undefined): Cue & { isRemoved: boolean } {
  const { text = cue.text, start = cue.start, end = cue.end, isRemoved = false } = edit ?? {};
  const speaker = edit?.speaker === undefined ? cue.speaker : (edit.speaker ?? undefined);
  return { ...cue, text, start, end, isRemoved, ...(speaker === undefined ? { speaker: undefined } : { speaker }) };
}
