import { Dialog } from 'radix-ui';
import { useRef, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import type { UploadedFile } from '@kinora/studios/music-video/schema';
import { assetUrl } from '../api/client.ts';
import { isActive } from '../api/types.ts';
import type { Job, MusicVideoDetail } from '../api/types.ts';
import { TitleEditor } from '../library/title-editor.tsx';
import { VersionList } from '../library/version-list.tsx';
import { pixelsOf } from './choices.ts';
import {
  changeScene,
  changesIn,
  changeSettings,
  draftScenes,
  editOf,
  resetScene,
  shortestScene,
  touchedSegments,
} from './draft.ts';
import { DraftBar } from './draft-bar.tsx';
import { EditorActions } from './editor-actions.tsx';
import { EditorNotices } from './editor-notices.tsx';
import { FileList } from './file-list.tsx';
import { FilmScreen } from './film-screen.tsx';
import { MadeLine } from './made-line.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import type { MusicProgress } from './music-progress.ts';
import { reelsOf } from './picture-at.ts';
import { ScenePanel } from './scene-panel.tsx';
import { SongAudio } from './song-audio.tsx';
import { barAt, factsOf, nearest, sectionAt, sectionNames, songFacts } from './song-map.ts';
import { Storyboard } from './storyboard.tsx';
import { Timeline } from './timeline.tsx';
import { useDraft } from './use-draft.ts';
import { useEditorKeys } from './use-editor-keys.ts';
import { useEditVideo } from './use-edit-video.ts';
import { useHeard } from './use-heard.ts';
import { useIsNarrow } from './use-is-narrow.ts';
import type { Shown } from './use-music-video.ts';
import { usePlayback, usePlaybackValue } from './use-playback.ts';
import { WholePanel } from './whole-panel.tsx';
import { WorkLine } from './work-line.tsx';

type EditorProps = {
  detail: MusicVideoDetail;
  /** The version on the screen; null before there is any. */
  shown: Shown | null;
  job: Job | null;
  progress: MusicProgress;
  isLost: boolean;
};

/** A music video from its first beat on: watched while it is made, changed, taken along. */
export function Editor({ detail, shown, job, progress, isLost }: EditorProps) {
  const navigate = useNavigate();
  const { state: passed } = useLocation() as { state: { song?: UploadedFile } | null };
  const { video } = detail;
  const request = shown?.result.request;
  const song = request?.song ?? passed?.song;
  const heard = useHeard(progress.analysis).data ?? null;
  const duration = heard?.analysis.duration ?? progress.facts?.duration ?? video.seconds;
  const playback = usePlayback(duration);
  const screen = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const { draft, ...drafting } = useDraft();
  const { edit, rename, makeOutputs } = useEditVideo(video.id, shown, job);

  // Changes stay on the screen until the plan that holds them is there; when their job ends without one, they are kept.
  const [appliedTo, setAppliedTo] = useState<MusicProgress['storyboard']>(null);
  if (appliedTo !== null && progress.storyboard !== appliedTo) {
    setAppliedTo(null);
    drafting.clear();
  } else if (appliedTo !== null && (job?.state === 'failed' || job?.state === 'cancelled')) setAppliedTo(null);

  const isOld = detail.version < video.version;
  const isWorking = isActive(job);
  /** It ended before there was anything to see. */
  const isAbandoned = shown === null && !isWorking && progress.storyboard === null;
  const isBusy = edit.isPending || makeOutputs.isPending;
  // While the first storyboard is made, or a change of it, there is nothing sure to change yet.
  const canChange =
    !isOld && shown !== null && !isBusy && !(isWorking && ['waiting', 'hearing', 'painting'].includes(progress.stage));
  const plan = progress.storyboard?.scenes ?? [];
  const scenes = draftScenes(plan, draft);
  const changes = editOf(draft);
  const film = progress.film;
  const fps = film?.fps ?? request?.fps ?? 24;
  const size = film ?? pixelsOf(draft.settings.size ?? request?.size ?? video.size);
  const isWholeChanged = ['size', 'fps', 'calm', 'world', 'finish', 'theme'].some((key) => key in draft.settings);
  const reels = reelsOf(isWholeChanged ? null : film, progress.outputs.video?.file, scenes, duration);
  const panelScene = scenes.find((scene) => scene.id === chosen);

  useEditorKeys({
    playback,
    heard,
    starts: scenes.map((scene) => scene.start),
    onUndo: drafting.undo,
    onRedo: drafting.redo,
    onHelp: () => setHelpOpen(true),
  });

  const badge = usePlaybackValue(playback, ({ time }) => {
    if (!heard) return '';
    const bar = barAt(heard.analysis, time())?.bar;
    return [sectionNames(heard.analysis)[sectionAt(heard.analysis, time())], bar && `bar ${bar}`]
      .filter(Boolean)
      .join(' · ');
  });

  function makeChanges() {
    if (!changes) return;
    const before = progress.storyboard;
    edit.mutate(changes, { onSuccess: () => setAppliedTo(before) });
  }

  function addHere() {
    const time = nearest(heard?.analysis.beat_times ?? [], playback.time());
    const isTooNear = scenes.some((scene) => Math.abs(scene.start - time) < shortestScene);
    if (isTooNear || time > duration - shortestScene) return;
    const id = `new ${crypto.randomUUID()}`;
    drafting.change((before) => ({ ...before, add: [...before.add, { id, start: time }] }));
    setChosen(id);
  }

  const panel = panelScene && heard && (
    <ScenePanel
      key={`${panelScene.id} ${panelScene.isChanged ? '' : panelScene.description}`}
      scene={panelScene}
      index={scenes.indexOf(panelScene)}
      count={scenes.length}
      painted={progress.pictures.get(panelScene.id)}
      heard={heard}
      isReadOnly={!canChange}
      onChange={(change) => {
        const scene = plan.find(({ id }) => id === panelScene.id) ?? panelScene;
        drafting.change((before) => changeScene(before, scene, change));
      }}
      onReset={() => {
        drafting.change((before) => resetScene(before, panelScene.id));
        if (panelScene.isNew) setChosen(null);
      }}
      onClose={() => setChosen(null)}
    />
  );

  const draftBar = changes && appliedTo === null && (
    <DraftBar
      changes={changesIn(draft)}
      segments={touchedSegments(plan, draft, {
        hasLyrics: request?.lyrics !== undefined,
        isCalm: request?.calm === true,
      })}
      hasFilm={film !== null}
      isBusy={edit.isPending}
      canRedo={drafting.canRedo}
      onMake={makeChanges}
      onUndo={drafting.undo}
      onRedo={drafting.redo}
      onClear={drafting.clear}
    />
  );

  // Where there is room, work is told beside the title: so nothing on the page jumps when it begins and ends.
  const isWorkInHead = isWorking && !isNarrow && !draftBar;

  return (
    <>
      <div className="head editor__head">
        <div className="stack min-w-0 gap-2">
          <div className="flex flex-wrap gap-x-5 text-small text-ink-2">
            <p>
              {heard
                ? songFacts(factsOf(heard))
                : progress.facts
                  ? songFacts(progress.facts)
                  : isAbandoned
                    ? ''
                    : 'Listening to the song…'}
            </p>
            {!isOld && <MadeLine job={job} progress={progress} />}
          </div>
          {shown ? (
            <TitleEditor title={video.title} name="music video" onRename={(title) => rename.mutate(title)} />
          ) : (
            <h1>{progress.title ?? video.title}</h1>
          )}
        </div>
        {draftBar && !isNarrow ? (
          draftBar
        ) : isWorkInHead ? (
          <div className="w-[min(560px,46vw)]">
            <WorkLine job={job} progress={progress} />
          </div>
        ) : (
          <EditorActions
            video={video}
            version={shown?.version ?? detail.version}
            hasFile={progress.outputs.video?.file !== undefined && film !== null}
            canMake={canChange && !isWorking && plan.length > 0}
            isBusy={isBusy}
            onMake={() => makeOutputs.mutate(['video'])}
            onHelp={() => setHelpOpen(true)}
          />
        )}
      </div>
      <EditorNotices
        video={video}
        notes={shown?.result.notes ?? []}
        errors={[edit.error, rename.error, makeOutputs.error]}
        isLost={isLost}
        isOld={isOld}
        isBusy={isBusy}
        onBringBack={() =>
          edit.mutate({ title: video.title }, { onSuccess: () => void navigate(`/music/${video.id}`) })
        }
      >
        {!isOld && !isWorkInHead && <WorkLine job={job} progress={progress} />}
      </EditorNotices>
      {song && <SongAudio src={assetUrl(song)} playback={playback} />}
      {isAbandoned ? (
        <p>
          <Link className="button" to="/music">
            Another song
          </Link>
        </p>
      ) : (
        <div className="editor" style={{ ['--shape' as string]: Math.max(1, size.width / size.height) }}>
          <FilmScreen
            scenes={scenes}
            pictures={progress.pictures}
            reels={reels}
            playback={playback}
            size={size}
            fps={fps}
            duration={duration}
            screen={screen}
            badge={badge}
            waiting={scenes.length > 0 ? 'Painting the first pictures' : 'Listening to the song'}
          />
          <div className="editor__board">
            {panel && !isNarrow ? (
              panel
            ) : scenes.length > 0 ? (
              <Storyboard
                scenes={scenes}
                pictures={progress.pictures}
                heard={heard}
                duration={duration}
                playback={playback}
                onChoose={setChosen}
                onAdd={canChange ? addHere : undefined}
              />
            ) : (
              <div className="ghost h-64" aria-label="The storyboard is on its way" />
            )}
          </div>
          <div className="editor__song">
            {heard ? (
              <Timeline
                heard={heard}
                playback={playback}
                shots={
                  scenes.length > 0
                    ? {
                        scenes,
                        pictures: progress.pictures,
                        chosen,
                        onChoose: setChosen,
                        onMove: canChange
                          ? (id, start, isSettled) => {
                              const scene = plan.find((candidate) => candidate.id === id);
                              drafting.change(
                                (before) =>
                                  changeScene(before, scene ?? scenes.find((other) => other.id === id)!, { start }),
                                isSettled,
                              );
                            }
                          : undefined,
                      }
                    : undefined
                }
                onFullScreen={() => void screen.current?.requestFullscreen?.()}
              />
            ) : (
              <div className="ghost h-[280px]" aria-label="The song is being listened to" />
            )}
          </div>
        </div>
      )}
      {isNarrow && draftBar && <div className="draftbar">{draftBar}</div>}
      {request && (
        <div className="mt-12 grid items-start gap-12 border-t border-aisle pt-8 min-[1000px]:grid-cols-[7fr_5fr]">
          {!isOld && (
            <WholePanel
              request={request}
              draft={draft.settings}
              onChange={(change) => drafting.change((before) => changeSettings(before, request, change))}
            />
          )}
          <div className="grid gap-10">
            <FileList
              videoId={video.id}
              version={shown.version}
              outputs={progress.outputs}
              seconds={{ video: duration, teaser: request.teaserSeconds, loop: request.loopSeconds }}
              isBusy={isBusy || isWorking || changes !== null}
              waitingFor={changes ? 'After your changes' : 'When the rest is done'}
              onMake={(kinds) => makeOutputs.mutate(kinds)}
            />
            <VersionList project={video} newest={video.version} shown={shown.version} />
          </div>
          {/* The one above has been scrolled out of sight here. */}
          {!isNarrow && draftBar && <div className="draftbar">{draftBar}</div>}
        </div>
      )}
      {isNarrow && (
        <Dialog.Root open={panelScene !== undefined} onOpenChange={() => setChosen(null)}>
          <Dialog.Portal>
            <Dialog.Overlay className="veil" />
            <Dialog.Content className="sheet" aria-describedby={undefined}>
              <Dialog.Title className="sr-only">One picture</Dialog.Title>
              {panel}
            </Dialog.Content>
          </Dialog.Portal>
        </Dialog.Root>
      )}
      <KeysDialog isOpen={isHelpOpen} onOpenChange={setHelpOpen} />
    </>
  );
}
