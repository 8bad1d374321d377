import { Pencil, Play, RefreshCw } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { isActive } from '../api/types.ts';
import type { Job, StoryDetail } from '../api/types.ts';
import { clock } from '../library/project-facts.ts';
import { Notice } from '../ui/notice.tsx';
import { ChangePanel } from './change-panel.tsx';
import { ratioOf, styleName } from './choices.ts';
import { DownloadList } from './download-list.tsx';
import { EditNotice } from './edit-notice.tsx';
import { messagesOf } from './field-errors.ts';
import { Film } from './film.tsx';
import { PageList } from './page-list.tsx';
import { readyPages } from './story-progress.ts';
import type { StoryProgress } from './story-progress.ts';
import { StoryStage } from './story-stage.tsx';
import { TitleEditor } from '../library/title-editor.tsx';
import { useEditStory } from './use-edit-story.ts';
import type { Shown } from './use-story.ts';
import { VersionList } from '../library/version-list.tsx';
import { WordsEditor } from './words-editor.tsx';

type FinishedProps = {
  detail: StoryDetail;
  /** The version on the screen. */
  shown: Shown;
  job: Job | null;
  progress: StoryProgress;
  isLost: boolean;
};

/** A finished story: read it, watch it, change it, take it along. */
export function Finished({ detail, shown, job, progress, isLost }: FinishedProps) {
  const { story } = shown;
  const [chosen, setChosen] = useState(0);
  const [isWriting, setWriting] = useState(false);
  const navigate = useNavigate();
  const { edit, rename, makeOutputs } = useEditStory(detail.story.id, shown, job);
  const newest = detail.story.version;
  const isOld = detail.version < newest;
  // Once every page is there, the next change need not wait for the film of this one.
  const isBusy =
    edit.isPending || readyPages(progress) < progress.pages.length || progress.pages.some(({ isBusy }) => isBusy);
  const isMaking = isActive(job);
  const page = progress.pages[chosen];
  const seconds = story.scenes.reduce((sum, scene) => sum + scene.duration, 0);
  const facts = [
    `${story.scenes.length} pages`,
    clock(seconds),
    styleName(story.request.style).toLowerCase(),
    story.request.profile.name && `for ${story.request.profile.name}`,
  ].filter(Boolean);

  function changePage(change: { text?: string; redraw?: boolean }) {
    if (!page) return;
    edit.mutate({ scenes: [{ id: page.id, ...change }] }, { onSuccess: () => setWriting(false) });
  }

  return (
    <>
      <div className="head">
        <div className="stack min-w-0 gap-2">
          <p className="text-small text-ink-2">{facts.join(' · ')}</p>
          <TitleEditor title={detail.story.title} name="story" onRename={(title) => rename.mutate(title)} />
        </div>
        <Link className="button button--lamp" to={`/read/${detail.story.id}`}>
          <Play className="icon fill-current" aria-hidden />
          Read together
        </Link>
      </div>
      <div className="grid gap-3 not-empty:mb-5">
        {isLost && (
          <Notice title="Finding Kinora again…">The last thing you saw was saved. Trying every few seconds.</Notice>
        )}
        {isOld && (
          <Notice
            title="An earlier version"
            actions={
              <>
                <button
                  type="button"
                  className="button button--small"
                  disabled={isBusy}
                  onClick={() =>
                    edit.mutate(
                      { title: detail.story.title },
                      { onSuccess: () => void navigate(`/story/${detail.story.id}`) },
                    )
                  }
                >
                  Bring this version back
                </button>
                <Link className="button button--small button--bare" to={`/story/${detail.story.id}`}>
                  Show the newest
                </Link>
              </>
            }
          >
            This is how the story was before. Nothing here is lost when you bring it back.
          </Notice>
        )}
        <EditNotice job={job} progress={progress} />
        {story.note && !isOld && <Notice title="For the grown-up">{story.note}</Notice>}
        {[edit.error, rename.error, makeOutputs.error].map(
          (error) =>
            error && (
              <Notice key={error.message} tone="air" title="That can’t be changed">
                {messagesOf(error).join(' ')}
              </Notice>
            ),
        )}
      </div>
      <Tabs.Root defaultValue="pages" className="grid gap-4">
        {story.outputs.video && (
          <Tabs.List className="flex gap-2" aria-label="How to see the story">
            <Tabs.Trigger value="pages" className="choice choice--tab">
              Pages
            </Tabs.Trigger>
            <Tabs.Trigger value="film" className="choice choice--tab">
              Film
            </Tabs.Trigger>
          </Tabs.List>
        )}
        <Tabs.Content value="film" tabIndex={-1}>
          <div className={story.request.aspect === '16:9' ? 'mx-auto max-w-[1040px]' : 'mx-auto max-w-[480px]'}>
            <Film story={story} ratio={ratioOf(story.request.aspect)} />
          </div>
        </Tabs.Content>
        <Tabs.Content value="pages" tabIndex={-1}>
          <div className="finished">
            <StoryStage
              page={page}
              index={chosen}
              ratio={ratioOf(story.request.aspect)}
              onEnd={() => {
                setChosen(Math.min(chosen + 1, progress.pages.length - 1));
                return chosen + 1 < progress.pages.length;
              }}
              actions={
                !isOld && (
                  <>
                    <button
                      type="button"
                      className="button button--bare button--small max-[480px]:px-2! max-[480px]:[&_svg]:hidden"
                      disabled={isBusy}
                      onClick={() => setWriting(true)}
                    >
                      <Pencil className="icon" aria-hidden />
                      Change the words
                    </button>
                    <button
                      type="button"
                      className="button button--bare button--small max-[480px]:px-2! max-[480px]:[&_svg]:hidden"
                      disabled={isBusy}
                      onClick={() => changePage({ redraw: true })}
                    >
                      <RefreshCw className="icon" aria-hidden />
                      Paint it again
                    </button>
                  </>
                )
              }
            >
              {isWriting && page && (
                <WordsEditor
                  key={page.id}
                  text={page.text}
                  isSaving={edit.isPending}
                  problem={edit.error ? messagesOf(edit.error)[0] : undefined}
                  onKeep={(text) => changePage({ text })}
                  onLeave={() => setWriting(false)}
                />
              )}
            </StoryStage>
            <PageList
              pages={progress.pages}
              current={chosen}
              onChoose={(index) => {
                setWriting(false);
                setChosen(index);
              }}
            />
          </div>
        </Tabs.Content>
      </Tabs.Root>
      <div className="mt-12 grid items-start gap-12 border-t border-aisle pt-8 min-[1000px]:grid-cols-[7fr_5fr]">
        {!isOld && (
          <ChangePanel
            request={story.request}
            language={story.script.language}
            isBusy={isBusy}
            onChange={edit.mutate}
          />
        )}
        <div className="grid gap-10">
          <DownloadList
            storyId={detail.story.id}
            shown={shown}
            outputs={progress.outputs}
            isBusy={isBusy || isMaking}
            onMake={makeOutputs.mutate}
          />
          <VersionList project={detail.story} newest={newest} shown={shown.version} />
        </div>
      </div>
    </>
  );
}
