import { Captions } from 'lucide-react';
import { Link } from 'react-router';
import { assetUrl } from '../../api/client.ts';
import type { LessonSummary } from '../../api/types.ts';
import { clock } from '../time.ts';
import { useWords } from '../words.ts';

type RecordingListProps = { lessons: readonly LessonSummary[] };

/** Recordings that were brought, newest first, and how each stands. */
export function RecordingList({ lessons }: RecordingListProps) {
  const { words, locale } = useWords();
  return (
    <ul className="rows">
      {lessons.map((lesson) => {
        const facts = [
          lesson.seconds > 0 && clock(lesson.seconds),
          lesson.items > 0 && words.state.items(lesson.items),
          lesson.recording === 'none' && lesson.state !== 'making' && words.state.words,
          new Date(lesson.createdAt).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
        ];
        return (
          <li key={lesson.id} className="recording">
            {lesson.cover ? (
              <img className="recording__picture" src={assetUrl(lesson.cover)} alt="" loading="lazy" />
            ) : (
              <span className={`recording__picture ${lesson.state === 'making' ? 'painting' : ''}`}>
                <Captions className="icon" aria-hidden />
              </span>
            )}
            <span className="min-w-0">
              <Link className="recording__link title" to={`/language/${lesson.id}`}>
                {lesson.title}
              </Link>
              <span className="num block text-small text-ink-2">{facts.filter(Boolean).join(' · ')}</span>
            </span>
            {lesson.state !== 'ready' && <span className="tag">{words.state[lesson.state]}</span>}
          </li>
        );
      })}
    </ul>
  );
}
