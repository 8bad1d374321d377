import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { MusicVideoSummary } from '../api/types.ts';
import { messagesOf } from '../story/field-errors.ts';
import { Notice } from '../ui/notice.tsx';

type EditorNoticesProps = {
  video: MusicVideoSummary;
  /** What was done in another way than asked. */
  notes: readonly string[];
  errors: readonly (Error | null)[];
  isLost: boolean;
  /** An earlier version is on the screen. */
  isOld: boolean;
  isBusy: boolean;
  onBringBack: () => void;
  /** What is being made. */
  children: ReactNode;
};

/** What there is to know about a music video before looking at it. */
export function EditorNotices(props: EditorNoticesProps) {
  const { video, notes, errors, isLost, isOld, isBusy, onBringBack, children } = props;
  return (
    <div className="grid gap-3 not-empty:mb-5">
      {isLost && (
        <Notice title="Finding Kinora again…">The last thing you saw was saved. Trying every few seconds.</Notice>
      )}
      {isOld && (
        <Notice
          title="An earlier version"
          actions={
            <>
              <button type="button" className="button button--small" disabled={isBusy} onClick={onBringBack}>
                Bring this version back
              </button>
              <Link className="button button--small button--bare" to={`/music/${video.id}`}>
                Show the newest
              </Link>
            </>
          }
        >
          This is how the video was before. Nothing is lost when you bring it back.
        </Notice>
      )}
      {children}
      {notes.map((note) => (
        <Notice key={note} title="Good to know">
          {note}
        </Notice>
      ))}
      {errors.map(
        (error) =>
          error && (
            <Notice key={error.message} tone="air" title="That can’t be done">
              {messagesOf(error).join(' ')}
            </Notice>
          ),
      )}
    </div>
  );
}
