import type { Cue, CueEdit } from '@kinora/studios/language/schema';
import { Play, Trash2, Undo2 } from 'lucide-react';
import { useId } from 'react';
import type { Playback } from '../../music/playback.ts';
import { useWords } from '../words.ts';
import { TimeField } from './time-field.tsx';
import { edited } from './use-transcript-draft.ts';

type CueEditorProps = {
  cues: readonly Cue[];
  edits: Record<number, CueEdit>;
  playback: Playback;
  onChange: (cue: Cue, change: Omit<CueEdit, 'index'>) => void;
  onDone: () => void;
};

/** The lines of a sentence, to change: words, times, speaker. Nothing is saved yet. */
export function CueEditor({ cues, edits, playback, onChange, onDone }: CueEditorProps) {
  const { words } = useWords();
  const hint = useId();
  return (
    <form
      className="stack gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      {cues.map((cue, at) => {
        const now = edited(cue, edits[cue.index]);
        return (
          <div key={cue.index} className="stack gap-2" data-removed={now.isRemoved}>
            <textarea
              className="input talk__field"
              aria-label={words.transcript.text}
              rows={1}
              maxLength={2000}
              // The field that was asked for.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus={at === 0}
              disabled={now.isRemoved}
              value={now.text}
              onChange={(event) => onChange(cue, { text: event.target.value.replaceAll('\n', ' ') })}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing) return;
                if (event.key === 'Enter' || event.key === 'Escape') {
                  event.preventDefault();
                  onDone();
                }
              }}
            />
            <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
              <TimeField
                label={words.transcript.start}
                hint={hint}
                value={now.start}
                here={words.transcript.startHere}
                playback={playback}
                onChange={(start) => onChange(cue, { start })}
              />
              <TimeField
                label={words.transcript.end}
                hint={hint}
                value={now.end}
                here={words.transcript.endHere}
                playback={playback}
                onChange={(end) => onChange(cue, { end })}
              />
              <label className="field">
                <span className="text-tiny">{words.transcript.speaker}</span>
                <input
                  className="input input--small w-32"
                  value={now.speaker ?? ''}
                  maxLength={60}
                  onChange={(event) => onChange(cue, { speaker: event.target.value.trim() || null })}
                />
              </label>
              <span className="flex gap-1">
                <button
                  type="button"
                  className="button button--icon button--small"
                  aria-label={words.transcript.hear}
                  onClick={() => {
                    playback.seek(now.start);
                    playback.play();
                  }}
                >
                  <Play className="icon" aria-hidden />
                </button>
                <button
                  type="button"
                  className="button button--icon button--small"
                  aria-label={now.isRemoved ? words.transcript.bringBack : words.transcript.remove}
                  onClick={() => onChange(cue, { isRemoved: !now.isRemoved })}
                >
                  {now.isRemoved ? <Undo2 className="icon" aria-hidden /> : <Trash2 className="icon" aria-hidden />}
                </button>
              </span>
            </div>
            {now.end <= now.start && (
              <p className="text-small text-air" role="alert">
                {words.transcript.tooShort}
              </p>
            )}
          </div>
        );
      })}
      <div className="flex flex-wrap items-center gap-4">
        <button className="button button--small">{words.transcript.done}</button>
        <p id={hint} className="text-tiny text-ink-3">
          {words.transcript.nudge}
        </p>
      </div>
    </form>
  );
}
