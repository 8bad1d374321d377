import { useEffect, useEffectEvent } from 'react';

type Bedside = {
  title: string;
  picture?: string;
  isPlaying: boolean;
  /** Keep the screen on while the voice reads. */
  isLit: boolean;
  play: () => void;
  pause: () => void;
  next: () => void;
  previous: () => void;
};

/** Ties the voice to the device: lock-screen controls, and a screen that stays on while there is something to see. */
export function useBedside({ title, picture, isPlaying, isLit, ...controls }: Bedside): void {
  const act = useEffectEvent((action: 'play' | 'pause' | 'next' | 'previous') => controls[action]());

  useEffect(() => {
    if (!('mediaSession' in navigator)) return;
    navigator.mediaSession.metadata = new MediaMetadata({
      title,
      artist: 'Kinora',
      artwork: picture ? [{ src: picture }] : [],
    });
    navigator.mediaSession.setActionHandler('play', () => act('play'));
    navigator.mediaSession.setActionHandler('pause', () => act('pause'));
    navigator.mediaSession.setActionHandler('nexttrack', () => act('next'));
    navigator.mediaSession.setActionHandler('previoustrack', () => act('previous'));
  }, [title, picture]);

  useEffect(() => {
    if (!isPlaying || !isLit || !('wakeLock' in navigator)) return;
    const lock = navigator.wakeLock.request('screen').catch(() => null);
    return () => void lock.then((held) => held?.release());
  }, [isPlaying, isLit]);
}
