import type { Sentence } from '@kinora/studios/language/schema';
import { ChevronLeft, ChevronRight, Keyboard, Pause, Play } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { recordingUrl } from '../../api/client.ts';
import type { ReactNode } from 'react';
import type { Playback } from '../../music/playback.ts';
import { usePlaybackFrame, usePlaybackValue } from '../../music/use-playback.ts';
import { clock } from '../time.ts';
import { sentenceAt } from '../transcript/place.ts';
import { useWords } from '../words.ts';

type PlayerProps = {
  lessonId: string;
  kind: 'video' | 'audio' | 'none';
  seconds: number;
  sentences: readonly Sentence[];
  playback: Playback;
  /** Width by height of its picture. Default 16:9. */
  aspect?: number;
  /** Lies over the picture. */
  overlay?: ReactNode;
  onMedia?: (element: HTMLMediaElement | null) => void;
  onKeys?: () => void;
};

const speeds = [1, 0.75, 0.5, 1.25, 1.5];

/** The recording, and what moves it: a sentence back and on, play, speed, and its place. */
export function Player({ lessonId, kind, seconds, sentences, playback, ...props }: PlayerProps) {
  const { aspect = 16 / 9, overlay, onMedia, onKeys } = props;
  const { words } = useWords();
  const media = useRef<HTMLMediaElement>(null);
  const slider = useRef<HTMLInputElement>(null);
  const [speed, setSpeed] = useState(1);
  const [isBroken, setBroken] = useState(false);
  const isPlaying = usePlaybackValue(playback, (now) => now.isPlaying());
  const shown = usePlaybackValue(playback, (now) => clock(now.time()));
  usePlaybackFrame(playback, () => {
    if (!slider.current) return;
    slider.current.value = String(playback.time());
    slider.current.style.setProperty('--played', `${(100 * playback.time()) / Math.max(seconds, 0.001)}%`);
  });
  const attach = useCallback(
    (element: HTMLMediaElement | null) => {
      media.current = element;
      playback.attach(element);
      onMedia?.(element);
    },
    [playback, onMedia],
  );

  const step = (count: number) => {
    const at = sentenceAt(sentences, playback.time());
    // A press in the middle of a sentence goes back to its beginning first.
    const isInside = count < 0 && playback.time() - (sentences[at]?.start ?? 0) > 1.2;
    const next = sentences[Math.min(sentences.length - 1, Math.max(0, at + (isInside ? 0 : count)))];
    if (next) playback.seek(next.start);
  };

  const shared = {
    src: recordingUrl(lessonId),
    preload: 'metadata',
    onError: () => setBroken(true),
  } as const;
  return (
    <div className="player">
      {kind === 'video' && !isBroken && (
        <div className="player__screen">
          <video
            {...shared}
            ref={attach}
            aria-label={words.player.video}
            playsInline
            style={{ aspectRatio: aspect }}
            onClick={() => playback.toggle()}
          >
            <track kind="captions" />
          </video>
          {overlay}
        </div>
      )}
      {kind === 'audio' && !isBroken && (
        <audio {...shared} ref={attach} aria-label={words.player.video}>
          <track kind="captions" />
        </audio>
      )}
      {kind === 'none' ? (
        <p className="text-small text-ink-2">{words.player.none}</p>
      ) : isBroken ? (
        <output className="text-small text-ink-2">{words.player.broken}</output>
      ) : (
        <>
          <input
            ref={slider}
            type="range"
            className="player__place"
            min={0}
            max={Math.max(seconds, 0.1)}
            step={0.1}
            defaultValue={0}
            aria-label={words.player.place}
            aria-valuetext={shown}
            onChange={(event) => playback.seek(Number(event.target.value))}
          />
          <div className="transport">
            <button
              type="button"
              className="button button--icon"
              aria-label={words.player.before}
              onClick={() => step(-1)}
            >
              <ChevronLeft className="icon" aria-hidden />
            </button>
            <button
              type="button"
              className="button button--icon transport__play"
              aria-label={isPlaying ? words.player.pause : words.player.play}
              onClick={() => playback.toggle()}
            >
              {isPlaying ? (
                <Pause className="icon fill-current" aria-hidden />
              ) : (
                <Play className="icon fill-current" aria-hidden />
              )}
            </button>
            <button
              type="button"
              className="button button--icon"
              aria-label={words.player.next}
              onClick={() => step(1)}
            >
              <ChevronRight className="icon" aria-hidden />
            </button>
            <span className="num ml-1 text-small">
              <b>{shown}</b> <span className="text-ink-3">{words.player.of(clock(seconds))}</span>
            </span>
            <span className="ml-auto flex items-center">
              <button
                type="button"
                className="button button--small button--bare num"
                aria-label={`${words.player.speed}: ${speed}×`}
                onClick={() => {
                  const next = speeds[(speeds.indexOf(speed) + 1) % speeds.length]!;
                  setSpeed(next);
                  if (media.current) media.current.playbackRate = next;
                }}
              >
                {speed}×
              </button>
              {onKeys && (
                <button
                  type="button"
                  className="button button--icon button--small max-[760px]:hidden"
                  aria-label={words.player.keys}
                  onClick={onKeys}
                >
                  <Keyboard className="icon" aria-hidden />
                </button>
              )}
            </span>
          </div>
        </>
      )}
    </div>
  );
}
