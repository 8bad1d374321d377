import { Tabs } from 'radix-ui';
import { useEffect } from 'react';
import type { ComponentProps } from 'react';
import { Link, useSearchParams } from 'react-router';
import { isActive } from '../../api/types.ts';
import type { LessonDetail } from '../../api/types.ts';
import { TitleEditor } from '../../library/title-editor.tsx';
import { usePlayback } from '../../music/use-playback.ts';
import { Notice } from '../../ui/notice.tsx';
import { CutTab } from '../cut/cut-tab.tsx';
import { FilesTab } from '../files/files-tab.tsx';
import { VocabularyTab } from '../items/vocabulary-tab.tsx';
import { LanguageSwitch } from '../language-switch.tsx';
import { ShortsTab } from '../shorts/shorts-tab.tsx';
import { Player } from '../player/player.tsx';
import { clock } from '../time.ts';
import { DifficultyPanel } from '../sources/difficulty-panel.tsx';
import { PublishTab } from '../publish/publish-tab.tsx';
import { TranscriptTab } from '../transcript/transcript-tab.tsx';
import { useTranscriptDraft } from '../transcript/use-transcript-draft.ts';
import { useWords } from '../words.ts';
import { LessonWork } from './lesson-work.tsx';
import { SaveBar } from './save-bar.tsx';
import { useEditLesson } from './use-edit-lesson.ts';
import { usePlanDraft } from './use-plan-draft.ts';
import { useLesson, useLessonFiles } from './use-lesson.ts';

type LessonPageProps = { initial: LessonDetail; version?: number };

const tabs = ['transcript', 'vocabulary', 'cut', 'shorts', 'files', 'publish'] as const;
type Tab = (typeof tabs)[number];

/** A recording and everything that comes of it: while it is made and when it is there, one and the same page. */
export function LessonPage({ initial, version }: LessonPageProps) {
  const { words } = useWords();
  const { detail, job, shown, progress, isLost } = useLesson(initial, version);
  const { lesson } = detail;
  const files = useLessonFiles(progress.transcript, progress.items, shown?.result.sound ?? null);
  const edit = useEditLesson(lesson.id, shown, job);
  const [parameters, setParameters] = useSearchParams();
  const tab = tabs.find((known) => known === parameters.get('tab')) ?? 'transcript';
  const draft = useTranscriptDraft(shown?.version ?? 0);
  const planDraft = usePlanDraft(shown?.version ?? 0, progress.plan);
  const transcript = files.transcript.data;
  const seconds = progress.facts?.seconds ?? transcript?.sentences.at(-1)?.end ?? lesson.seconds;
  const playback = usePlayback(seconds);
  const isOld = version !== undefined;
  const canChange = !isOld && shown !== null && shown.version === lesson.version;
  const kind = progress.facts ? (progress.facts.video ? 'video' : 'audio') : lesson.recording;
  const isOver = job !== null && !isActive(job);
  const isBusy = isActive(job) || edit.outputs.isPending || edit.plan.isPending;
  const place = Number(parameters.get('t') ?? Number.NaN);
  useEffect(() => {
    if (Number.isFinite(place)) playback.seek(place);
  }, [place, playback]);

  const facts = [
    seconds > 0 && clock(seconds),
    shown && words.state.sentences(shown.result.counts.sentences),
    shown && words.state.items(shown.result.counts.items),
    shown?.result.difficulty && words.lesson.pace(Math.round(shown.result.difficulty.pace)),
  ].filter(Boolean);
  const problem = edit.transcript.error ?? edit.plan.error ?? edit.outputs.error ?? edit.rename.error;
  const notes = shown?.result.notes ?? [];
  const picture = progress.facts?.video;
  const player = (more: Pick<ComponentProps<typeof Player>, 'onKeys' | 'overlay' | 'onMedia'> = {}) => (
    <Player
      {...more}
      aspect={picture ? picture.width / picture.height : undefined}
      lessonId={lesson.id}
      kind={kind}
      seconds={seconds}
      sentences={transcript?.sentences ?? []}
      playback={playback}
    />
  );

  return (
    <>
      <div className="head lesson__head">
        <div className="stack min-w-0 flex-1 gap-1">
          <p className="num text-small text-ink-2">{facts.join(' · ')}</p>
          <TitleEditor
            title={lesson.title}
            name={words.lesson.rename}
            words={{
              rename: words.lesson.rename,
              title: words.lesson.titleField,
              keep: words.lesson.keepTitle,
              leave: words.common.cancel,
            }}
            onRename={(title) => edit.rename.mutate(title)}
          />
        </div>
        <LanguageSwitch />
      </div>
      <div className="stack mb-4 gap-3 empty:hidden">
        {isLost && <p className="text-small text-ink-2">{words.common.lost}</p>}
        {isOld && (
          <Notice
            title={words.lesson.oldVersion}
            actions={
              <Link className="button button--small" to={`/language/${lesson.id}`}>
                {words.lesson.newest}
              </Link>
            }
          >
            {words.lesson.oldVersionHint}
          </Notice>
        )}
        {!isOld && <LessonWork job={job} progress={progress} />}
        {problem && (
          <Notice tone="air" title={words.common.failed}>
            <span lang="en">{problem.message}</span>
          </Notice>
        )}
        {notes.length > 0 && (
          <details className="text-small text-ink-2">
            <summary className="min-h-8 font-bold">
              {words.lesson.notes} <span className="num font-normal">({notes.length})</span>
            </summary>
            <ul className="stack mt-1 gap-1" lang="en">
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <Tabs.Root
        value={tab}
        onValueChange={(next) => {
          const { tab: _, ...others } = Object.fromEntries(parameters);
          setParameters(
            { ...others, ...(next !== 'transcript' && { tab: next }) },
            { replace: true, preventScrollReset: true },
          );
        }}
      >
        <Tabs.List className="lesson__tabs" aria-label={words.lesson.tabsLabel}>
          {tabs.map((each: Tab) => (
            <Tabs.Trigger key={each} ref={each === tab ? reveal : null} value={each} className="lesson__tab">
              {words.lesson.tabs[each]}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value="transcript" className="lesson__part" tabIndex={-1}>
          {transcript && transcript.sentences.length > 0 ? (
            <TranscriptTab
              transcript={transcript}
              items={files.items.data?.items ?? []}
              draft={draft}
              canChange={canChange}
              isSaving={edit.transcript.isPending || (draft.count > 0 && !canChange && isActive(job))}
              playback={playback}
              player={(onKeys) => player({ onKeys })}
              onSave={() => edit.transcript.mutate(Object.values(draft.edits))}
            />
          ) : (
            <Waiting isEmpty={transcript !== undefined} isOver={isOver} />
          )}
        </Tabs.Content>
        <Tabs.Content value="vocabulary" className="lesson__part" tabIndex={-1}>
          <VocabularyTab
            lessonId={lesson.id}
            items={files.items.data?.items ?? []}
            playback={playback}
            player={player()}
            about={
              shown?.result.difficulty && (
                <DifficultyPanel
                  difficulty={shown.result.difficulty}
                  sentences={transcript?.sentences ?? []}
                  playback={playback}
                />
              )
            }
          />
        </Tabs.Content>
        <Tabs.Content value="cut" className="lesson__part" tabIndex={-1}>
          {shown ? (
            <CutTab
              shown={shown}
              progress={progress}
              draft={planDraft}
              items={files.items.data?.items ?? []}
              sound={files.sound.data ?? null}
              seconds={seconds}
              playback={playback}
              player={player()}
              canChange={canChange}
              isBusy={isBusy}
              onPlan={(choices) => edit.plan.mutate({ choices, reset: ['cut'] })}
              onMake={(outputs) => edit.outputs.mutate(outputs)}
            />
          ) : (
            <Waiting isEmpty={false} isOver={isOver} />
          )}
        </Tabs.Content>
        <Tabs.Content value="shorts" className="lesson__part" tabIndex={-1}>
          {shown ? (
            <ShortsTab
              lessonId={lesson.id}
              version={shown.version}
              draft={planDraft}
              progress={progress}
              items={files.items.data?.items ?? []}
              sentences={transcript?.sentences ?? []}
              seconds={seconds}
              playback={playback}
              player={(overlay, onMedia) => player({ overlay, onMedia })}
              canChange={canChange}
              isBusy={isBusy}
              onMake={(outputs) => edit.outputs.mutate(outputs)}
            />
          ) : (
            <Waiting isEmpty={false} isOver={isOver} />
          )}
        </Tabs.Content>
        <Tabs.Content value="files" className="lesson__part" tabIndex={-1}>
          {shown ? (
            <FilesTab
              lessonId={lesson.id}
              shown={shown}
              progress={progress}
              isBusy={isBusy}
              canChange={canChange}
              onMake={(outputs) => edit.outputs.mutate(outputs)}
              onPosting={(posting) => edit.plan.mutate({ plan: { posting } })}
            />
          ) : (
            <Waiting isEmpty={false} isOver={isOver} />
          )}
        </Tabs.Content>
        <Tabs.Content value="publish" className="lesson__part" tabIndex={-1}>
          {shown ? (
            <PublishTab lesson={lesson} shown={shown} progress={progress} items={files.items.data?.items ?? []} />
          ) : (
            <Waiting isEmpty={false} isOver={isOver} />
          )}
        </Tabs.Content>
      </Tabs.Root>
      {planDraft.isChanged && (tab === 'cut' || tab === 'shorts') && (
        <SaveBar
          title={words.cut.changes}
          hint={words.cut.changesHint}
          save={edit.plan.isPending ? words.transcript.saving : words.cut.save}
          isBusy={edit.plan.isPending}
          canSave={canChange && !edit.plan.isPending}
          onSave={() => edit.plan.mutate({ plan: planDraft.edits })}
          onUndo={planDraft.canUndo ? planDraft.undo : undefined}
          onDiscard={planDraft.clear}
        />
      )}
    </>
  );
}

/** On a phone there are more tabs than fit. */
function reveal(tab: HTMLElement | null): void {
  const scroll = () => tab?.parentElement?.scrollTo({ left: tab.offsetLeft - 48 });
  scroll();
  // Where it stands is known when its letters have their width.
  void document.fonts.ready.then(scroll);
}

/** The place of the words before they are there, or when there are none. */
function Waiting({ isEmpty, isOver }: { isEmpty: boolean; isOver: boolean }) {
  const { words } = useWords();
  if (isEmpty || isOver)
    return (
      <div className="stack gap-3 py-8">
        <h2>{isEmpty ? words.transcript.empty : words.lesson.nothing}</h2>
        {isEmpty && <p className="text-ink-2">{words.transcript.emptyHint}</p>}
        <p>
          <Link className="button" to="/language">
            {words.lesson.another}
          </Link>
        </p>
      </div>
    );
  return (
    <div className="beside">
      <output className="sr-only">{words.common.loading}</output>
      <div className="ghost beside__player aspect-video" />
      <div className="stack gap-5">
        {[0, 1, 2, 3, 4].map((row) => (
          <div key={row} className="ghost h-14" />
        ))}
      </div>
    </div>
  );
}
