import type { LessonChoices, LessonOutput, SoundTrack, VocabularyItem } from '@kinora/studios/language/schema';
import { Clapperboard, Scissors, Split } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { assetUrl } from '../../api/client.ts';
import type { Playback } from '../../music/playback.ts';
import { usePlaybackFrame } from '../../music/use-playback.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { SwitchRow } from '../../ui/switch-row.tsx';
import type { LessonProgress } from '../lesson/lesson-progress.ts';
import type { PlanDraft } from '../lesson/use-plan-draft.ts';
import type { ShownLesson } from '../lesson/use-lesson.ts';
import { clock } from '../time.ts';
import { TimeField } from '../transcript/time-field.tsx';
import { useWords } from '../words.ts';
import { CardList } from './card-list.tsx';
import { ChapterList } from './chapter-list.tsx';
import { CutTimeline } from './cut-timeline.tsx';
import { keptSeconds, leaveOut, moveEnd, nextKept, partAt } from './keeps.ts';
import { PointList } from './point-list.tsx';

type CutTabProps = {
  shown: ShownLesson;
  progress: LessonProgress;
  draft: PlanDraft;
  items: readonly VocabularyItem[];
  sound: SoundTrack | null;
  seconds: number;
  playback: Playback;
  player: ReactNode;
  canChange: boolean;
  isBusy: boolean;
  onPlan: (choices: Partial<LessonChoices>) => void;
  onMake: (outputs: LessonOutput[]) => void;
};

/** What the main video keeps of the recording, and why; to adjust, to watch, and to make. */
export function CutTab(props: CutTabProps) {
  const { shown, progress, draft, items, sound, seconds, playback, canChange, isBusy, onPlan, onMake } = props;
  const { words } = useWords();
  const { cut } = draft;
  const { request, editPoints } = shown.result;
  const [chosen, setChosen] = useState<number | null>(null);
  const [isPreview, setPreview] = useState(false);
  usePlaybackFrame(playback, () => {
    if (!isPreview || !playback.isPlaying() || !cut) return;
    const next = nextKept(cut.keeps, playback.time());
    if (next === null) playback.pause();
    else if (next !== playback.time()) playback.seek(next);
  });
  if (!cut) return <p className="py-8 text-ink-2">{words.cut.noPlan}</p>;

  const keep = chosen === null ? undefined : cut.keeps[chosen];
  const film = progress.outputs['main-video'];
  const hasRecording = request.recording !== null;
  const setKeeps = canChange
    ? (keeps: typeof cut.keeps, isSettled = true) => draft.changeCut({ keeps }, isSettled)
    : null;
  const targets = [...new Set([5, 10, 15, 18, 25, request.mainMinutes ?? 18])].toSorted((a, b) => a - b);
  return (
    <div className="stack gap-8">
      <div className="beside beside--still">
        <div>{props.player}</div>
        <div className="stack gap-4">
          <div>
            <h2>{words.cut.main}</h2>
            <p className="num text-ink-2">{words.cut.lengths(clock(keptSeconds(cut.keeps)), clock(seconds))}</p>
          </div>
          {canChange && (
            <label className="field max-w-72">
              <span>{words.cut.targetLabel}</span>
              <select
                className="input"
                disabled={isBusy}
                value={request.mainMinutes ?? 0}
                onChange={(event) => onPlan({ mainMinutes: Number(event.target.value) || null })}
              >
                {targets.map((minutes) => (
                  <option key={minutes} value={minutes}>
                    {words.choices.minutes(minutes)}
                  </option>
                ))}
                <option value={0}>{words.choices.whole}</option>
              </select>
            </label>
          )}
          {hasRecording && (
            <div className="max-w-96">
              <SwitchRow label={words.cut.preview} checked={isPreview} onChange={setPreview} />
            </div>
          )}
          {!hasRecording ? (
            <p className="text-small text-ink-2">{words.cut.noVideo}</p>
          ) : film && !film.file ? (
            <div className="stack max-w-96 gap-1.5">
              <ProgressBar label={words.cut.main} fraction={film.fraction} />
              <p className="num text-small text-ink-2">{Math.floor(film.fraction * 100)} %</p>
            </div>
          ) : (
            canChange && (
              <p className="line">
                <button
                  type="button"
                  className={`button ${film ? '' : 'button--lamp'}`}
                  disabled={isBusy || draft.isChanged}
                  onClick={() => onMake(['main-video'])}
                >
                  <Clapperboard className="icon" aria-hidden />
                  {film ? words.cut.renderAgain : words.cut.render}
                </button>
              </p>
            )
          )}
        </div>
      </div>
      {film?.file && (
        <section aria-labelledby="film">
          <h2 id="film" className="mb-3">
            {words.cut.watch}
          </h2>
          <video
            key={film.file.asset}
            className="mx-auto block max-h-[70dvh] w-full rounded-2 bg-black"
            src={assetUrl(film.file)}
            aria-label={words.cut.main}
            controls
            playsInline
            preload="metadata"
          >
            <track kind="captions" />
          </video>
        </section>
      )}
      <div className="stack gap-3">
        <CutTimeline
          cut={cut}
          points={editPoints}
          sound={sound}
          seconds={seconds}
          playback={playback}
          chosen={chosen}
          onChoose={setChosen}
          onKeeps={setKeeps}
        />
        {keep && setKeeps && chosen !== null && (
          <div className="flex flex-wrap items-end gap-x-4 gap-y-2 rounded-2 bg-seat px-4 py-3">
            {(['start', 'end'] as const).map((side) => (
              <TimeField
                key={side}
                label={side === 'start' ? words.shorts.from : words.shorts.to}
                value={keep[side]}
                here={side === 'start' ? words.transcript.startHere : words.transcript.endHere}
                playback={playback}
                onChange={(time) => setKeeps(moveEnd(cut.keeps, chosen, { side, time, seconds }))}
              />
            ))}
            <button
              type="button"
              className="button button--small"
              onClick={() => setKeeps(partAt(cut.keeps, playback.time()))}
            >
              <Split className="icon" aria-hidden />
              {words.cut.split}
            </button>
            <button
              type="button"
              className="button button--small"
              onClick={() => {
                setKeeps(leaveOut(cut.keeps, keep));
                setChosen(null);
              }}
            >
              <Scissors className="icon" aria-hidden />
              {words.cut.leaveOut}
            </button>
          </div>
        )}
      </div>
      <div className="grid items-start gap-x-16 gap-y-10 min-[1000px]:grid-cols-2">
        <PointList points={editPoints} keeps={cut.keeps} playback={playback} onKeeps={setKeeps} />
        <div className="stack gap-10">
          <ChapterList
            chapters={cut.chapters}
            canChange={canChange}
            playback={playback}
            onChange={(chapters) => draft.changeCut({ chapters })}
          />
          <CardList
            cards={cut.cards}
            items={items}
            playback={playback}
            onChange={canChange ? (cards) => draft.changeCut({ cards }) : null}
          />
        </div>
      </div>
    </div>
  );
}
