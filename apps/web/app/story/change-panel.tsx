import type { StoryEdit, StoryRequest } from '@kinora/studios/story/schema';
import { useState } from 'react';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { SwitchRow } from '../ui/switch-row.tsx';
import { aspectChoices, captionChoices, paceChoices } from './choices.ts';
import { changeOf, changeWords } from './change-words.ts';
import type { Settings } from './change-words.ts';
import { StylePicker } from './style-picker.tsx';
import { VoicePicker } from './voice-picker.tsx';

type ChangePanelProps = {
  request: StoryRequest;
  language: 'en' | 'ja';
  isBusy: boolean;
  onChange: (edit: StoryEdit) => void;
};

/** Pictures, voice, music and captions of the whole story. Choices gather until they are made. */
export function ChangePanel({ request, language, isBusy, onChange }: ChangePanelProps) {
  const [draft, setDraft] = useState<Settings>({});
  const settings = { ...request, ...draft };
  const change = changeOf(request, draft);
  const set = (part: Settings) => setDraft({ ...draft, ...part });

  return (
    <section aria-labelledby="change" className="grid gap-6">
      <h2 id="change">Change the whole story</h2>
      <StylePicker legend="Pictures" name="change-style" value={settings.style} onChange={(style) => set({ style })} />
      <VoicePicker
        name="change-voice"
        language={language}
        value={settings.voice}
        onChange={(voice) => set({ voice })}
      />
      <div className="grid gap-6 min-[760px]:grid-cols-2">
        <ChoiceGroup
          legend="Pace"
          name="change-pace"
          value={settings.pace}
          options={paceChoices}
          onChange={(pace) => set({ pace })}
        />
        <ChoiceGroup
          legend="Captions in the film"
          name="change-captions"
          value={settings.captions}
          options={captionChoices}
          onChange={(captions) => set({ captions })}
        />
        <ChoiceGroup
          legend="Shape"
          name="change-aspect"
          value={settings.aspect}
          options={aspectChoices}
          onChange={(aspect) => set({ aspect })}
        />
        <SwitchRow
          label="A lullaby under the voice"
          hint="In the film and the audio book"
          checked={settings.music}
          onChange={(music) => set({ music })}
        />
      </div>
      <div className="line" aria-live="polite">
        {change ? (
          <>
            <button
              type="button"
              className="button"
              disabled={isBusy}
              onClick={() => {
                onChange(change);
                setDraft({});
              }}
            >
              {isBusy ? 'One change at a time…' : 'Make this change'}
            </button>
            <button type="button" className="button button--bare" onClick={() => setDraft({})}>
              Leave it
            </button>
            <span className="text-small text-ink-2">{changeWords(change)}</span>
          </>
        ) : (
          <span className="text-small text-ink-3">
            Choose something and it can be made anew. Whatever doesn’t depend on it is kept.
          </span>
        )}
      </div>
    </section>
  );
}
