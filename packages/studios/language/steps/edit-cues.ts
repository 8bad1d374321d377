import { KinoraError } from '@kinora/capabilities/errors';
import type { CueEdit } from '../lesson/edits.ts';
import type { Cue } from '../transcript/cue.ts';

/**
 * Cues after their owner's edits, in order of their starts and numbered afresh. Times of words go when text or times of their
 * cue change, since nobody knows them any more.
 * @throws KinoraError `request.invalid` for a cue that isn't there, that ends before it starts, or when none is left.
 */
export function editCues(cues: readonly Cue[], edits: readonly CueEdit[]): Cue[] {
  const changed = new Map<number, CueEdit>();
  for (const edit of edits) {
    if (cues[edit.index] === undefined) {
      throw wrong(edit.index, `There is no cue ${edit.index}; the transcript has ${cues.length}. Load it again.`);
    }
    changed.set(edit.index, { ...changed.get(edit.index), ...edit });
  }
  const edited = cues.flatMap((cue, index) => {
    const edit = changed.get(index);
    if (edit === undefined) return [cue];
    return edit.isRemoved === true || edit.text === '' ? [] : [editCue(cue, edit)];
  });
  if (edited.length === 0) throw new KinoraError('request.invalid', 'A transcript without a word teaches nothing.');
  return edited.toSorted((a, b) => a.start - b.start).map((cue, index) => ({ ...cue, index }));
}

function editCue({ words, speaker: before, ...cue }: Cue, edit: CueEdit): Cue {
  const { text = cue.text, start = cue.start, end = cue.end, speaker = before } = edit;
  if (end <= start) throw wrong(edit.index, `Cue ${edit.index} would end before it starts.`);
  const isSame = text === cue.text && start === cue.start && end === cue.end;
  return {
    ...cue,
    text: text.replaceAll(/\s*\n\s*/g, ' '),
    start,
    end,
    ...(speaker && { speaker }),
    ...(isSame && words && { words }),
  };
}

function wrong(index: number, message: string): KinoraError {
  return new KinoraError('request.invalid', message, { data: { field: `cues.${index}` } });
}
