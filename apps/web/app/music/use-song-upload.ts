import { isKinoraError } from '@kinora/capabilities';
import type { AssetRef } from '@kinora/capabilities';
import { defaultScenes } from '@kinora/studios/music-video/schema';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { assetUrl, call } from '../api/client.ts';
import { sendFile } from './send-file.ts';
import { lengthRefusal, measureSong, refusalOf } from './song-file.ts';
import type { Heard } from './song-map.ts';

/** A song on its way: sent, heard, there. */
export type SongState =
  | { step: 'none'; problem?: string }
  | { step: 'sending'; name: string; url: string; fraction: number; isPaused: boolean; problem?: string }
  | { step: 'hearing'; name: string; url: string; song: AssetRef }
  | { step: 'heard'; name: string; url: string; song: AssetRef; heard: Heard };

const sessionKey = 'kinora-song';

/** Takes a song: refuses what is none, sends it, has it heard. A reloaded page finds it again. */
export function useSongUpload() {
  const [state, setState] = useState<SongState>({ step: 'none' });
  const seconds = useRef(0);
  const work = useRef<{ file: File; stop: AbortController }>(undefined);

  async function hear(song: AssetRef, name: string, url: string) {
    setState({ step: 'hearing', name, url, song });
    try {
      // As many moments as the storyboard will have pictures. What is heard here the server takes for the storyboard, too.
      const moments = seconds.current > 0 ? { key_moments: Math.max(3, defaultScenes(seconds.current)) } : {};
      const heard = await call<Heard>('/audio/analyses', { method: 'POST', body: { song, ...moments } });
      sessionStorage.setItem(sessionKey, JSON.stringify({ song, name }));
      setState({ step: 'heard', name, url, song, heard });
    } catch (error) {
      // A song that is no longer kept, e.g. after a day, isn't looked for again at every visit.
      if (isKinoraError(error) && error.code === 'asset.missing') sessionStorage.removeItem(sessionKey);
      setState({ step: 'none', problem: messageOf(error) });
    }
  }

  async function send(file: File, url: string) {
    const stop = new AbortController();
    work.current?.stop.abort();
    work.current = { file, stop };
    setState({ step: 'sending', name: file.name, url, fraction: 0, isPaused: false });
    try {
      const song = await sendFile(file, {
        signal: stop.signal,
        onProgress: (received) =>
          setState({ step: 'sending', name: file.name, url, fraction: received / file.size, isPaused: false }),
        onBroken: () =>
          setState((before) =>
            before.step === 'sending' ? { ...before, problem: 'The line is broken. Trying again…' } : before,
          ),
      });
      if (song) await hear(song, file.name, url);
    } catch (error) {
      if (!stop.signal.aborted) setState({ step: 'none', problem: messageOf(error) });
    }
  }

  const find = useEffectEvent(() => {
    const kept = sessionStorage.getItem(sessionKey);
    if (!kept) return;
    const { song, name } = JSON.parse(kept) as { song: AssetRef; name: string };
    void hear(song, name, assetUrl(song));
  });
  useEffect(() => {
    const timer = setTimeout(find);
    return () => {
      clearTimeout(timer);
      work.current?.stop.abort();
    };
  }, []);

  return {
    state,
    async take(file: File) {
      const url = URL.createObjectURL(file);
      const problem = refusalOf(file) ?? lengthRefusal((seconds.current = await measureSong(url)));
      if (problem) {
        URL.revokeObjectURL(url);
        setState({ step: 'none', problem });
      } else await send(file, url);
    },
    pause() {
      work.current?.stop.abort();
      setState((before) => (before.step === 'sending' ? { ...before, isPaused: true, problem: undefined } : before));
    },
    goOn() {
      if (work.current && state.step === 'sending') void send(work.current.file, state.url);
    },
    /** Lets the song go, so that another can come. */
    clear() {
      work.current?.stop.abort();
      sessionStorage.removeItem(sessionKey);
      setState({ step: 'none' });
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The song can’t be read.';
}
