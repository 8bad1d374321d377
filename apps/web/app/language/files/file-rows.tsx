import type { Lesson, LessonOutput } from '@kinora/studios/language/schema';
import { Download } from 'lucide-react';
import { lessonFileUrl } from '../../api/client.ts';
import { sizeOf } from '../../story/downloads.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import type { LessonProgress } from '../lesson/lesson-progress.ts';
import { useWords } from '../words.ts';
import { hindrance } from './file-groups.ts';

type FileRowsProps = {
  lessonId: string;
  version: number;
  lesson: Lesson;
  files: readonly LessonOutput[];
  outputs: LessonProgress['outputs'];
  isBusy: boolean;
  onMake: (outputs: LessonOutput[]) => void;
};

/** Files of one kind: to save, on their way, or to be made. */
export function FileRows({ lessonId, version, lesson, files, outputs, isBusy, onMake }: FileRowsProps) {
  const { words } = useWords();
  return (
    <ul className="rows">
      {files.map((kind) => {
        const output = outputs[kind];
        const why = hindrance(kind, lesson);
        if (why === 'none' && !output) return null;
        const [name, hint] = words.files.names[kind] ?? [kind, ''];
        const took = lesson.seconds.outputs[kind];
        return (
          <li key={kind} className="flex min-h-[60px] items-center justify-between gap-4 py-2 text-small">
            <span className="min-w-0 flex-1">
              <b>{name}</b>
              <span className="num block text-tiny text-ink-3">
                {[
                  hint,
                  output?.file && sizeOf(output.file.bytes),
                  output?.file && took !== undefined && took >= 0.05 && words.files.took(`${took.toFixed(1)} s`),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {output && !output.file && (
                <span className="mt-1.5 block">
                  <ProgressBar label={name} fraction={output.fraction} />
                </span>
              )}
            </span>
            {output?.file ? (
              <a className="button button--small" href={lessonFileUrl(lessonId, kind, { version })} download>
                <Download className="icon" aria-hidden />
                {words.files.save}
                <span className="sr-only">: {name}</span>
              </a>
            ) : output ? (
              <span className="num text-tiny font-bold text-lamp-text">{Math.floor(output.fraction * 100)} %</span>
            ) : why === 'recording' ? (
              <span className="text-tiny text-ink-3">{words.files.needsRecording}</span>
            ) : isBusy ? (
              <span className="text-tiny text-ink-3">{words.files.waiting}</span>
            ) : (
              <button type="button" className="button button--small button--bare" onClick={() => onMake([kind])}>
                {words.files.make}
                <span className="sr-only">: {name}</span>
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
