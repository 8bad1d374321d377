import { getProject, listKnownWords } from '@kinora/platform/db';
import type { JobContext } from '@kinora/platform/jobs';
import { makeLesson } from '@kinora/studios/language';
import type { Lesson, LessonOutput } from '@kinora/studios/language/schema';
import type { Dictionaries } from '../dictionaries/dictionaries.ts';
import type { Models } from '../models/index.ts';
import { openProjectJob } from '../projects/project-job.ts';
import type { VocabularyStore } from '../vocabulary/vocabulary.ts';
import { readVersion } from './open.ts';
import { createProgress } from './progress.ts';
import type { Recordings } from './recordings.ts';
import { storedLesson } from './summary.ts';

/** Lessons are made by grown-ups for grown-ups. */
const audience = { kind: 'adult' } as const;

/** The code of a lesson's job: hands the pipeline its context and keeps what it makes. */
export function lessonHandler({
  models,
  recordings,
  vocabulary,
  dictionaries,
}: {
  models: Models;
  recordings: Recordings;
  vocabulary: VocabularyStore;
  dictionaries: Pick<Dictionaries, 'files'>;
}): (job: JobContext) => Promise<void> {
  return async (job) => {
    const { version, outputs, context, keep } = await openProjectJob<LessonOutput>(job);
    // What its owner calls it is what titles and decks are called when they are made again.
    const { title } = await job.database.read((tx) => getProject(tx, version.projectId));
    const { request: kept, script } = readVersion(version);
    const request = { ...kept, title };
    const recording = request.recording && (await recordings.reopen(request.recording, script.recording));
    const progress = createProgress(job.report, { outputs: outputs ?? [], hasRecording: recording !== null });
    await models.refresh();
    await makeLesson(
      { id: version.projectId, request, script, outputs: outputs ?? [] },
      {
        ...context,
        models: models.for(audience),
        recording,
        emit: async (event) => {
          progress(event);
          // How far a file is changes many times a second: told live, not kept.
          if (event.type !== 'output-progress') await job.emit(event);
        },
        save: (made) =>
          // Files of the same version stay, those that were made before and those that another job makes meanwhile.
          keep((kept) => {
            const before = kept as unknown as Lesson | null;
            const lesson: Lesson = {
              ...made,
              outputs: { ...before?.outputs, ...made.outputs },
              seconds: { ...made.seconds, outputs: { ...before?.seconds.outputs, ...made.seconds.outputs } },
            };
            const summary = storedLesson(request, lesson);
            return { script, result: lesson, summary, searchText: '', title: lesson.title };
          }),
        dictionaries: () => dictionaries.files(),
        knownWords: async () => {
          const words = await job.database.read((tx) => listKnownWords(tx));
          return words.length === 0 ? null : new Set(words);
        },
        itemEdits: (ids) => vocabulary.edits(ids),
        keepItems: (items) => vocabulary.keep({ id: version.projectId, version: version.version }, items),
      },
    );
  };
}
