import type { LessonOutput, Posting } from '@kinora/studios/language/schema';
import { assetUrl } from '../../api/client.ts';
import type { LessonProgress } from '../lesson/lesson-progress.ts';
import type { ShownLesson } from '../lesson/use-lesson.ts';
import { useWords } from '../words.ts';
import { fileGroups, possibleFiles } from './file-groups.ts';
import type { FileGroup } from './file-groups.ts';
import { FileRows } from './file-rows.tsx';
import { PostingPanel } from './posting-panel.tsx';
import { WorksheetPreview } from './worksheet-preview.tsx';

type FilesTabProps = {
  lessonId: string;
  shown: ShownLesson;
  progress: LessonProgress;
  isBusy: boolean;
  canChange: boolean;
  onMake: (outputs: LessonOutput[]) => void;
  onPosting: (posting: Posting) => void;
};

/** Everything the recording can be had as, and a look at what is to be seen. */
export function FilesTab({ lessonId, shown, progress, isBusy, canChange, onMake, onPosting }: FilesTabProps) {
  const { words } = useWords();
  const lesson = { ...shown.result, plan: progress.plan };
  const { outputs } = progress;
  const missing = possibleFiles(lesson).filter((kind) => !outputs[kind]);
  const worksheet = outputs.worksheet?.file;
  const thumbnails = fileGroups.post.slice(0, 3).flatMap((kind, at) => {
    const file = outputs[kind]?.file;
    return file ? [{ file, at: at + 1 }] : [];
  });
  return (
    <div className="grid items-start gap-x-16 gap-y-10 min-[1000px]:grid-cols-2">
      <div className="stack gap-8">
        {missing.length > 1 && canChange && !isBusy && (
          <p>
            <button type="button" className="button button--lamp" onClick={() => onMake(missing)}>
              {missing.length === possibleFiles(lesson).length ? words.files.makeAll : words.files.makeOthers}
            </button>
          </p>
        )}
        {(Object.keys(fileGroups) as FileGroup[]).map((group) => (
          <section key={group} aria-labelledby={`files-${group}`}>
            <h2 id={`files-${group}`} className="mb-2">
              {words.files.groups[group]}
            </h2>
            <FileRows
              lessonId={lessonId}
              version={shown.version}
              lesson={lesson}
              files={fileGroups[group]}
              outputs={outputs}
              isBusy={isBusy || !canChange}
              onMake={onMake}
            />
          </section>
        ))}
      </div>
      <div className="stack gap-10">
        {progress.plan && (
          <PostingPanel
            key={JSON.stringify(progress.plan.posting)}
            posting={progress.plan.posting}
            canChange={canChange}
            isBusy={isBusy}
            onSave={onPosting}
          />
        )}
        {thumbnails.length > 0 && (
          <section aria-labelledby="thumbnails">
            <h2 id="thumbnails" className="mb-3">
              {words.files.thumbnails}
            </h2>
            <ul className="grid gap-4">
              {thumbnails.map(({ file, at }) => (
                <li key={at}>
                  <img
                    className="w-full rounded-2"
                    src={assetUrl(file)}
                    alt={words.files.thumbnail(at)}
                    width="1280"
                    height="720"
                    loading="lazy"
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
        {worksheet && <WorksheetPreview file={worksheet} />}
      </div>
    </div>
  );
}
