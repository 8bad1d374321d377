import { bands } from '@kinora/studios/language/schema';
import { useState } from 'react';
import type { ItemChange, VocabularyEntry } from '../../api/types.ts';
import { ChipInput } from '../../ui/chip-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { SwitchRow } from '../../ui/switch-row.tsx';
import { useWords } from '../words.ts';
import { explainedIn } from './item-bits.tsx';
import { useItemChange } from './use-vocabulary.ts';

type ItemDialogProps = { item: VocabularyEntry; onClose: () => void };

/** Meaning, reading, note, level and tags of an item, as its owner wants them, in all recordings. */
export function ItemDialog({ item, onClose }: ItemDialogProps) {
  const { words, locale } = useWords();
  const change = useItemChange();
  const [draft, setDraft] = useState({
    gloss: item.gloss,
    reading: item.reading ?? '',
    explanation: item.explanation ?? '',
    usage: item.usage ?? '',
    difficulty: item.difficulty ?? '',
    tags: [...item.tags],
    isHidden: item.isHidden,
  });
  const set = (next: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...next }));
  const language = explainedIn(item);

  function save() {
    const texts = (['gloss', 'reading', 'explanation', 'usage', 'difficulty'] as const).flatMap((name) => {
      const value = draft[name].trim();
      // What is emptied is as it was found again.
      return value === (item[name] ?? '') ? [] : [[name, value === '' ? null : value] as const];
    });
    const next: ItemChange = {
      ...Object.fromEntries(texts),
      ...(draft.tags.join() !== item.tags.join() && { tags: draft.tags }),
      ...(draft.isHidden !== item.isHidden && { isHidden: draft.isHidden }),
    };
    if (Object.keys(next).length === 0) return onClose();
    change.mutate({ id: item.id, change: next }, { onSuccess: onClose });
  }

  return (
    <Dialog title={item.form} isOpen onOpenChange={onClose} lang={locale}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div className="grid grid-cols-2 gap-4">
          <label className="field">
            <span>{words.item.gloss}</span>
            <input
              className="input"
              lang={language}
              maxLength={200}
              value={draft.gloss}
              onChange={(event) => set({ gloss: event.target.value })}
            />
          </label>
          <label className="field">
            <span>{words.item.reading}</span>
            <input
              className="input"
              lang={item.language}
              maxLength={80}
              value={draft.reading}
              onChange={(event) => set({ reading: event.target.value })}
            />
          </label>
        </div>
        <label className="field">
          <span>{words.item.explanation}</span>
          <textarea
            className="input py-3"
            lang={language}
            rows={3}
            maxLength={1000}
            value={draft.explanation}
            onChange={(event) => set({ explanation: event.target.value })}
          />
        </label>
        <label className="field">
          <span>{words.item.note}</span>
          <textarea
            className="input py-3"
            lang={language}
            rows={2}
            maxLength={600}
            value={draft.usage}
            onChange={(event) => set({ usage: event.target.value })}
          />
        </label>
        <div className="grid grid-cols-[120px_1fr] gap-4">
          <label className="field">
            <span>{words.item.level}</span>
            <select
              className="input"
              value={draft.difficulty}
              onChange={(event) => set({ difficulty: event.target.value })}
            >
              <option value="">–</option>
              {bands[item.language].map((band) => (
                <option key={band}>{band}</option>
              ))}
            </select>
          </label>
          <ChipInput
            label={words.item.tags}
            hint={words.files.addTag}
            values={draft.tags}
            onChange={(tags) => set({ tags })}
          />
        </div>
        <SwitchRow
          label={words.item.hide}
          hint={words.item.hideHint}
          checked={draft.isHidden}
          onChange={(isHidden) => set({ isHidden })}
        />
        {change.error && (
          <Fault>
            <span lang="en">{change.error.message}</span>
          </Fault>
        )}
        <div className="line">
          <button className="button button--lamp" aria-busy={change.isPending}>
            {words.common.save}
          </button>
          <button type="button" className="button button--bare" onClick={onClose}>
            {words.common.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
