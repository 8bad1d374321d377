import type { Project } from '@kinora/platform/db';
import type { Lesson, LessonRequest } from '@kinora/studios/language/schema';
import type { LessonSummary } from '../routes/schemas.ts';

/** What the studio keeps with a project for lists. */
export type StoredLesson = Pick<
  LessonSummary,
  'learns' | 'link' | 'recording' | 'cover' | 'seconds' | 'sentences' | 'items'
>;

/** A lesson as the library shows it. */
export function lessonSummary(project: Project): LessonSummary {
  return {
    id: project.id,
    studio: 'language',
    title: project.title,
    createdAt: project.createdAt.toISOString(),
    updatedAt: project.updatedAt.toISOString(),
    version: project.currentVersion,
    state: project.state,
    ...(project.summary as StoredLesson),
  };
}

/** What lists show of a request, before and after its work. @param lastWord Seconds until the last word. */
export function storedLesson(request: LessonRequest, lesson?: Lesson, lastWord = lesson?.lastWord ?? 0): StoredLesson {
  const facts = lesson?.facts ?? null;
  return {
    learns: request.learns,
    link: request.link,
    recording: facts === null ? 'none' : facts.video === null ? 'audio' : 'video',
    cover: lesson?.outputs['thumbnail-1'] ?? null,
    seconds: facts?.seconds ?? lastWord,
    sentences: lesson?.counts.sentences ?? 0,
    items: lesson?.counts.items ?? 0,
  };
}
