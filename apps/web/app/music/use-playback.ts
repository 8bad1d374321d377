import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { createPlayback } from './playback.ts';
import type { Playback } from './playback.ts';

/** A playback for a song of so many seconds; attach it to an `<audio>`. */
export function usePlayback(duration: number): Playback {
  const [playback] = useState(createPlayback);
  useEffect(() => playback.setDuration(duration), [playback, duration]);
  return playback;
}

/** A value that follows the time; only its changes render. It must be a plain value. */
export function usePlaybackValue<Value extends string | number | boolean | null>(
  playback: Playback,
  read: (playback: Playback) => Value,
): Value {
  return useSyncExternalStore(
    playback.subscribe,
    () => read(playback),
    () => read(playback),
  );
}

/** Runs at every frame while the song plays and at every change, without rendering anything. */
export function usePlaybackFrame(playback: Playback, show: () => void): void {
  const run = useEffectEvent(show);
  useEffect(() => {
    run();
    return playback.subscribe(() => run());
  }, [playback]);
}
