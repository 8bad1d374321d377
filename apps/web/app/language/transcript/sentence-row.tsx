import type { Cue, CueEdit, RubyPart, Sentence } from '@kinora/studios/language/schema';
import { Pencil } from 'lucide-react';
import { memo, useMemo } from 'react';
import type { Playback } from '../../music/playback.ts';
import { clock } from '../time.ts';
import { useWords } from '../words.ts';
import { CueEditor } from './cue-editor.tsx';
import { runsOf } from './runs.ts';
import type { Mark } from './runs.ts';
import { SentenceText } from './sentence-text.tsx';
import { edited } from './use-transcript-draft.ts';

type SentenceRowProps = {
  sentence: Sentence & { furigana?: RubyPart[] };
  cues: readonly Cue[];
  marks: Mark[];
  edits: Record<number, CueEdit>;
  hasFurigana: boolean;
  isNow: boolean;
  isFound: boolean;
  isEdited: boolean;
  canChange: boolean;
  /** The speaker is named where another one was before. */
  isNewSpeaker: boolean;
  playback: Playback;
  onEdit: (index: number | null) => void;
  onChange: (cue: Cue, change: Omit<CueEdit, 'index'>) => void;
};

/** A sentence of the transcript: when, who, what, and a way to change it. */
export const SentenceRow = memo(function SentenceRow(props: SentenceRowProps) {
  const { sentence, cues, marks, edits, playback, hasFurigana } = props;
  const { words } = useWords();
  const runs = useMemo(() => runsOf(sentence, sentence.furigana ?? [], marks), [sentence, marks]);
  const own = useMemo(
    () => [...new Set(sentence.parts.map(({ cueIndex }) => cueIndex))].flatMap((index) => cues[index] ?? []),
    [sentence, cues],
  );
  const isChanged = own.some(({ index }) => edits[index] !== undefined);
  const lines = isChanged ? own.map((cue) => edited(cue, edits[cue.index])) : [];
  const start = lines[0]?.start ?? sentence.start;
  const time = clock(start);
  return (
    <div className="talk__row" data-now={props.isNow} data-found={props.isFound} data-changed={isChanged}>
      <button
        type="button"
        className="talk__time num"
        aria-label={words.transcript.hearThis(time)}
        aria-current={props.isNow || undefined}
        onClick={() => {
          playback.seek(start);
          playback.play();
        }}
      >
        {time}
      </button>
      <div className="min-w-0">
        {props.isNewSpeaker && sentence.speaker !== undefined && (
          <p className="text-tiny font-bold text-ink-3">{sentence.speaker}</p>
        )}
        {props.isEdited ? (
          <CueEditor
            cues={own}
            edits={edits}
            playback={playback}
            onChange={props.onChange}
            onDone={() => props.onEdit(null)}
          />
        ) : isChanged ? (
          <p className="talk__text" lang={sentence.language === 'en' ? 'en' : 'ja'}>
            {lines.map((line) => (
              <span key={line.index} className={line.isRemoved ? 'line-through opacity-60' : undefined}>
                {line.text}{' '}
              </span>
            ))}
            {lines.every(({ isRemoved }) => isRemoved) && <span className="sr-only">{words.transcript.removed}</span>}
          </p>
        ) : (
          <SentenceText
            sentence={sentence}
            cues={cues}
            runs={runs}
            hasFurigana={hasFurigana}
            isNow={props.isNow}
            playback={playback}
          />
        )}
      </div>
      {props.canChange && !props.isEdited && (
        <button
          type="button"
          className="button button--icon button--small talk__edit"
          aria-label={words.transcript.editThis(time)}
          onClick={() => props.onEdit(sentence.index)}
        >
          <Pencil className="icon" aria-hidden />
        </button>
      )}
    </div>
  );
});
