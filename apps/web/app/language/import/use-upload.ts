import type { AssetRef } from '@kinora/capabilities';
import { useEffect, useRef, useState } from 'react';
import { sendFile } from '../../music/send-file.ts';

/** A file on its way. */
export type Upload = { file: File; received: number; state: 'sending' | 'broken' | 'paused' };

/**
 * Sends one file at a time, over lines that break: what arrived stays, and the same file goes on where it was.
 * @param onEnd Hears of the stored file, or what was wrong with it.
 */
export function useUpload(onEnd: (ended: { file: File; stored: AssetRef } | { file: File; problem: string }) => void) {
  const [upload, setUpload] = useState<Upload | null>(null);
  const work = useRef<AbortController>(undefined);
  useEffect(() => () => work.current?.abort(), []);

  async function send(file: File) {
    const stop = new AbortController();
    work.current?.abort();
    work.current = stop;
    const tell = (change: Partial<Upload>) =>
      setUpload((before) => ({
        file,
        received: before?.file === file ? before.received : 0,
        state: 'sending',
        ...change,
      }));
    tell({});
    try {
      const stored = await sendFile(file, {
        signal: stop.signal,
        onProgress: (received) => tell({ received }),
        onBroken: () => tell({ state: 'broken' }),
      });
      if (stored === null) return;
      setUpload(null);
      onEnd({ file, stored });
    } catch (error) {
      if (stop.signal.aborted) return;
      setUpload(null);
      onEnd({ file, problem: error instanceof Error ? error.message : String(error) });
    }
  }

  return {
    upload,
    send: (file: File) => void send(file),
    pause() {
      work.current?.abort();
      setUpload((before) => before && { ...before, state: 'paused' });
    },
    goOn() {
      if (upload) void send(upload.file);
    },
    cancel() {
      work.current?.abort();
      setUpload(null);
    },
  };
}
