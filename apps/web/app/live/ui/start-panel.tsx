import { Camera, FileVideo, Monitor, Play } from 'lucide-react';
import { useRef } from 'react';
import { useLive, useStudio } from '../live-context.tsx';
import { problemWords } from '../source/problems.ts';
import { Notice } from '../../ui/notice.tsx';

/** Before there is a picture: where one can come from, and what keeps it from coming. */
export function StartPanel() {
  const studio = useStudio();
  const source = useLive((state) => state.source);
  const file = useRef<HTMLInputElement>(null);
  const problem = source.step === 'problem' ? problemWords[source.problem] : null;
  const isOpening = source.step === 'opening';
  const wantsScreen = source.step === 'problem' && source.kind === 'screen';

  return (
    <div className="stack gap-4">
      {problem ? (
        <Notice tone="air" title={problem.title}>
          {problem.advice}
        </Notice>
      ) : (
        <div className="stack gap-3">
          <h2>You, as a moving painting</h2>
          <p className="text-small text-ink-2">
            {isOpening && source.kind === 'camera'
              ? 'Your browser asks whether this page may see the camera. Allow it, and you are painted at once.'
              : 'Choose a look now or later. Your picture stays on this computer until you go live.'}
          </p>
        </div>
      )}
      <button
        type="button"
        className="button button--lamp button--big"
        disabled={!studio || isOpening}
        aria-busy={isOpening}
        onClick={() => void studio?.open(wantsScreen ? 'screen' : 'camera')}
      >
        {wantsScreen ? <Monitor className="icon" aria-hidden /> : <Camera className="icon" aria-hidden />}
        {isOpening ? 'Waiting for the picture…' : problem ? 'Try again' : 'Use my camera'}
      </button>
      <button
        type="button"
        className="button"
        disabled={!studio}
        onClick={() => void studio?.open(wantsScreen ? 'camera' : 'demo')}
      >
        {wantsScreen ? <Camera className="icon" aria-hidden /> : <Play className="icon" aria-hidden />}
        {wantsScreen ? 'Use my camera' : 'Try it without a camera'}
      </button>
      <div className="flex flex-wrap gap-x-2">
        <button type="button" className="button button--bare button--small" onClick={() => file.current?.click()}>
          <FileVideo className="icon" aria-hidden />
          A video file
        </button>
        <button type="button" className="button button--bare button--small" onClick={() => void studio?.open('screen')}>
          <Monitor className="icon" aria-hidden />
          My screen
        </button>
      </div>
      <input
        ref={file}
        className="sr-only"
        type="file"
        accept="video/*"
        tabIndex={-1}
        aria-label="Video to paint"
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          if (chosen) void studio?.open('file', { file: chosen });
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
