import { Eye, Maximize, Volume2, VolumeX } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import './broadcast.css';
import { useViewer } from './use-viewer.ts';
import type { ViewerPhase, ViewerState } from './use-viewer.ts';

type ViewerProps = {
  id: string;
  /** The picture alone. */
  isClean: boolean;
};

const words: Record<Exclude<ViewerPhase, 'playing'>, [title: string, text: string]> = {
  incomplete: ['This link is incomplete', 'Its end is missing. Copy it whole, with everything behind the #.'],
  connecting: ['Connecting…', ''],
  waiting: ['Not live yet', 'The picture comes by itself as soon as it begins.'],
  reconnecting: ['Reconnecting…', 'The picture comes back by itself.'],
  ended: ['The stream has ended', 'Thank you for watching.'],
  refused: ['This link no longer works', 'Ask for a new one.'],
  failed: ['This can’t be played here', ''],
};

/** Watching a stream: it plays at once without sound, since browsers want a touch before they make any. */
export function Viewer({ id, isClean }: ViewerProps) {
  const state = useViewer(id);
  const video = useRef<HTMLVideoElement>(null);
  const [isMuted, setMuted] = useState(true);
  const { stream, phase } = state;

  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    element.srcObject = stream;
    if (stream === null) return;
    // A browser source of OBS may make sound without a touch; elsewhere this fails and it plays without.
    element.muted = !isClean && element.muted;
    element.play().catch(() => {
      element.muted = true;
      setMuted(true);
      element.play().catch(() => {});
    });
  }, [stream, isClean]);

  function mute(next: boolean) {
    setMuted(next);
    if (video.current) video.current.muted = next;
  }
  const toggleFullScreen = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void document.documentElement.requestFullscreen?.().catch(() => {});
  };
  const press = useEffectEvent(({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    if (ctrlKey || metaKey || altKey) return;
    if (key === 'm') mute(!isMuted);
    if (key === 'f') toggleFullScreen();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);

  const picture = (
    <video
      ref={video}
      className="viewer__picture"
      autoPlay
      playsInline
      muted
      aria-label={state.status?.title ?? 'Live'}
      data-phase={phase}
    />
  );
  if (isClean) return <div className="viewer viewer--clean">{picture}</div>;
  const [title, text] = phase === 'playing' ? ['', ''] : words[phase];
  return (
    <main className="viewer">
      {picture}
      {phase !== 'playing' && (
        <div className="viewer__notice" aria-live="polite">
          <h1>{title}</h1>
          <p>{state.problem ?? text}</p>
        </div>
      )}
      {phase === 'playing' && isMuted && (stream?.getAudioTracks().length ?? 0) > 0 && (
        <button type="button" className="button button--lamp viewer__sound" onClick={() => mute(false)}>
          <VolumeX className="icon" aria-hidden />
          Turn the sound on
        </button>
      )}
      {phase === 'playing' && (
        <footer className="viewer__bar">
          <Facts state={state} />
          <button
            type="button"
            className="button button--icon"
            aria-label={isMuted ? 'Sound on' : 'Sound off'}
            onClick={() => mute(!isMuted)}
          >
            {isMuted ? <VolumeX className="icon" aria-hidden /> : <Volume2 className="icon" aria-hidden />}
          </button>
          <button type="button" className="button button--icon" aria-label="Full screen" onClick={toggleFullScreen}>
            <Maximize className="icon" aria-hidden />
          </button>
        </footer>
      )}
    </main>
  );
}

function Facts({ state: { status, figures } }: { state: ViewerState }) {
  const latency = figures?.latency ?? null;
  return (
    <p className="viewer__facts">
      <b>{status?.title ?? 'Live'}</b>
      {status !== null && (
        <span>
          <Eye className="icon" aria-hidden /> {status.viewers}
          <span className="sr-only"> watching</span>
        </span>
      )}
      {latency !== null && (
        <span title={figures?.isEndToEnd ? 'From the camera’s side to this screen' : 'From the server to this screen'}>
          {Math.round(latency * 1000)} ms behind
        </span>
      )}
    </p>
  );
}
