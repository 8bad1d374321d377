import type { VocabularyItem } from '@kinora/studios/language/schema';
import type { LessonSummary } from '../../api/types.ts';
import type { LessonProgress } from '../lesson/lesson-progress.ts';
import type { ShownLesson } from '../lesson/use-lesson.ts';
import { NotionPanel } from './notion-panel.tsx';
import { PostsPanel } from './posts-panel.tsx';
import { SitePanel } from './site-panel.tsx';
import { YoutubePanel } from './youtube-panel.tsx';

type PublishTabProps = {
  lesson: LessonSummary;
  shown: ShownLesson;
  progress: LessonProgress;
  items: readonly VocabularyItem[];
};

/** Everywhere a lesson can go: a site of one's own, Notion, YouTube, and what has to be posted by hand. */
export function PublishTab({ lesson, shown, progress, items }: PublishTabProps) {
  return (
    <div>
      <SitePanel lessonId={lesson.id} />
      <NotionPanel lessonId={lesson.id} />
      <YoutubePanel lesson={lesson} progress={progress} />
      <PostsPanel lesson={lesson} learns={shown.result.request.learns} plan={progress.plan} items={items} />
    </div>
  );
}
