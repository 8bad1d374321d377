import { Download, X } from 'lucide-react';
import { Link } from 'react-router';
import { Notice } from '../../ui/notice.tsx';
import { useLive, useStudio } from '../live-context.tsx';

/** What became of a recording or a snapshot. */
export function KeepNotice() {
  const studio = useStudio();
  const recording = useLive((state) => state.recording);
  const snapshot = useLive((state) => state.snapshot);
  const close = (what: 'recording' | 'snapshot') => (
    <button type="button" className="button button--bare button--small" onClick={() => studio?.dismiss(what)}>
      <X className="icon" aria-hidden />
      Close
    </button>
  );
  return (
    <>
      {recording.step === 'saving' && (
        <div className="stack gap-2" aria-live="polite">
          <p className="text-small text-ink-2">Into the library: {Math.round(recording.fraction * 100)} %</p>
          <progress className="progress" max="1" value={recording.fraction} aria-label="Recording sent" />
        </div>
      )}
      {recording.step === 'saved' && (
        <Notice
          tone="well"
          title="The recording is in the library"
          actions={
            <>
              <Link className="button button--small" to={`/live/${recording.projectId}`}>
                Watch it
              </Link>
              {close('recording')}
            </>
          }
        />
      )}
      {recording.step === 'kept' && (
        <Notice
          tone="air"
          title="The library didn’t take the recording"
          actions={
            <>
              <a className="button button--small" href={recording.url} download={recording.name}>
                <Download className="icon" aria-hidden />
                Save it here
              </a>
              {close('recording')}
            </>
          }
        >
          {recording.problem} The recording is kept in this tab until you close it.
        </Notice>
      )}
      {snapshot.step === 'done' && (
        <Notice
          tone="well"
          title="The snapshot is in the library"
          actions={
            <>
              <Link className="button button--small" to={`/live/${snapshot.projectId}`}>
                Look at it
              </Link>
              <a className="button button--small" href={snapshot.url} download={snapshot.name}>
                <Download className="icon" aria-hidden />
                Save
              </a>
              {close('snapshot')}
            </>
          }
        />
      )}
      {snapshot.step === 'kept' && (
        <Notice
          tone="air"
          title="The library didn’t take the snapshot"
          actions={
            <>
              <a className="button button--small" href={snapshot.url} download={snapshot.name}>
                <Download className="icon" aria-hidden />
                Save it here
              </a>
              {close('snapshot')}
            </>
          }
        >
          {snapshot.problem}
        </Notice>
      )}
    </>
  );
}
