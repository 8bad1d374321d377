import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words.ts';
import { sendWithProgress } from './send-with-progress.ts';

/** A file that is sent, and then read by the server. */
export type Sending = { name: string; fraction: number };

type Way<Answer> = {
  /** Where it goes, of the HTTP interface. */
  pathOf: (file: File) => string;
  /** Bytes. */
  most: number;
  onDone: (answer: Answer) => Promise<unknown>;
};

/** Sends one file at a time; what is wrong with it is said in plain words. */
export function useSending<Answer>({ pathOf, most, onDone }: Way<Answer>) {
  const { words } = useWords();
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<Answer | null>(null);
  const work = useRef<AbortController>(undefined);
  useEffect(() => () => work.current?.abort(), []);

  async function take(file: File | undefined) {
    if (!file || sending) return;
    setDone(null);
    if (file.size === 0) return setProblem(words.sources.empty(file.name));
    if (file.size > most) return setProblem(words.sources.tooLarge(file.name, `${most / 1_000_000} MB`));
    setProblem(null);
    const stop = new AbortController();
    work.current = stop;
    setSending({ name: file.name, fraction: 0 });
    try {
      const answer = await sendWithProgress<Answer>(pathOf(file), file, {
        signal: stop.signal,
        onProgress: (fraction) => setSending({ name: file.name, fraction }),
      });
      await onDone(answer);
      setDone(answer);
    } catch (error) {
      if (!stop.signal.aborted) setProblem(error instanceof Error ? error.message : String(error));
    }
    setSending(null);
  }

  return {
    sending,
    problem,
    done,
    take: (file: File | undefined) => void take(file),
    cancel: () => work.current?.abort(),
    forgetDone: () => setDone(null),
  };
}
