import { Pause, Play, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { SongAudio } from './song-audio.tsx';
import { factsOf, songFacts } from './song-map.ts';
import { Timeline } from './timeline.tsx';
import { usePlayback } from './use-playback.ts';
import type { SongState } from './use-song-upload.ts';

type SongPanelProps = {
  state: Exclude<SongState, { step: 'none' }>;
  title: string;
  onPause: () => void;
  onGoOn: () => void;
  onClear: () => void;
  /** Beside the title: the next thing to do. */
  children: ReactNode;
};

/** A song that has come: how far it is sent, then all that was heard in it, to play. */
export function SongPanel({ state, title, onPause, onGoOn, onClear, children }: SongPanelProps) {
  const heard = state.step === 'heard' ? state.heard : null;
  const playback = usePlayback(heard?.analysis.duration ?? 0);
  return (
    <section className="stack gap-5" aria-labelledby="song-title">
      <div className="head mb-0!">
        <div className="stack min-w-0 gap-2">
          <p className="text-small text-ink-2" aria-live="polite">
            {heard ? songFacts(factsOf(heard)) : state.step === 'hearing' ? 'Listening to it…' : 'On its way…'}
          </p>
          <h1 id="song-title" className="[overflow-wrap:anywhere]">
            {title}
          </h1>
        </div>
        <div className="line max-[760px]:w-full">
          <button type="button" className="button" onClick={onClear}>
            <RotateCcw className="icon" aria-hidden />
            Another song
          </button>
          {children}
        </div>
      </div>
      <SongAudio src={state.url} playback={playback} />
      {state.step === 'sending' && (
        <div className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 rounded-2 bg-seat px-4 py-1 text-small">
          <p className="font-bold" aria-live="polite">
            {state.problem ?? (state.isPaused ? 'Waiting for you' : 'Sending the song')}
          </p>
          <span className="min-w-32 flex-1">
            <ProgressBar label="Sending the song" fraction={state.fraction} />
          </span>
          <span className="num text-tiny text-ink-3">{Math.floor(state.fraction * 100)} %</span>
          <button
            type="button"
            className="button button--small button--bare -mr-3"
            onClick={state.isPaused ? onGoOn : onPause}
          >
            {state.isPaused ? <Play className="icon" aria-hidden /> : <Pause className="icon" aria-hidden />}
            {state.isPaused ? 'Go on' : 'Pause'}
          </button>
        </div>
      )}
      {heard ? (
        <>
          <Timeline heard={heard} playback={playback} />
          {heard.analysis.tempo === null && (
            <p className="text-small text-ink-2">
              No steady beat was found. The pictures follow the loudness and the turns of the song instead.
            </p>
          )}
        </>
      ) : (
        <div className="ghost h-[220px]" aria-hidden />
      )}
    </section>
  );
}
