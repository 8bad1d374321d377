import type { RecordingSource, SubtitleSource } from '@kinora/studios/language/schema';
import { useEffect, useEffectEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import type { FolderView, RecordingProbe, SubtitleFacts } from '../../api/types.ts';
import { useWords } from '../words.ts';
import { kindOf, refusalOf } from './accepted.ts';
import { useUpload } from './use-upload.ts';

/** A recording that was taken; `probe` is null while Kinora looks at it. */
export type TakenRecording = { name: string; source: RecordingSource; probe: RecordingProbe | null };
/** Subtitles that were taken. */
export type TakenSubtitles = { name: string; facts: SubtitleFacts };
/** Where the words come from; null: there are none yet. */
export type WordsFrom = SubtitleSource | null;

type Taken = {
  recording: TakenRecording | null;
  subtitles: TakenSubtitles | null;
  /** What was chosen among several; null: the best there is. */
  track: 'file' | 'transcription' | number | null;
};

const nothing: Taken = { recording: null, subtitles: null, track: null };
const sessionKey = 'kinora-recording';

/** Takes a recording, its subtitles, or both; a reloaded page finds them again. */
export function useImport() {
  const { words } = useWords();
  const [taken, setTaken] = useState<Taken>(nothing);
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const tell = (error: unknown) => setProblem(error instanceof Error ? error.message : String(error));

  async function look(name: string, source: RecordingSource) {
    setTaken((before) => ({ ...before, recording: { name, source, probe: null }, track: null }));
    try {
      const probe = await call<RecordingProbe>('/lessons/probe', { method: 'POST', body: { recording: source } });
      setTaken((before) => ({ ...before, recording: { name, source, probe } }));
    } catch (error) {
      setTaken((before) => ({ ...before, recording: null }));
      tell(error);
    }
  }

  async function readSubtitles(name: string, asked: { body: Blob } | { path: string }) {
    setReading(true);
    try {
      const query = new URLSearchParams('path' in asked ? { path: asked.path } : { name });
      const facts = await call<SubtitleFacts>(`/lessons/subtitles?${query}`, {
        method: 'POST',
        ...('body' in asked && { body: asked.body, headers: { 'content-type': 'application/octet-stream' } }),
      });
      setTaken((before) => ({ ...before, subtitles: { name, facts }, track: null }));
    } catch (error) {
      tell(error);
    }
    setReading(false);
  }

  const sending = useUpload((ended) => {
    if ('problem' in ended) setProblem(ended.problem);
    else void look(ended.file.name, { kind: 'upload', file: ended.stored });
  });

  const find = useEffectEvent(() => {
    const kept = sessionStorage.getItem(sessionKey);
    if (kept) setTaken(JSON.parse(kept) as Taken);
  });
  useEffect(() => {
    const timer = setTimeout(find);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (taken.recording?.probe === null) return;
    if (taken.recording || taken.subtitles) sessionStorage.setItem(sessionKey, JSON.stringify(taken));
  }, [taken]);

  const forget = () => {
    sessionStorage.removeItem(sessionKey);
    setTaken(nothing);
  };

  return {
    ...taken,
    sending,
    isReading,
    problem,
    wordsFrom: wordsFrom(taken),
    setTrack: (track: Taken['track']) => setTaken((before) => ({ ...before, track })),
    /** Takes dropped or chosen files, whichever of both they are. */
    takeFiles(files: readonly File[]) {
      setProblem(null);
      for (const file of files) {
        const refusal = refusalOf(file);
        if (refusal === 'kind') setProblem(words.import.refusedKind(file.name));
        else if (refusal === 'empty') setProblem(words.import.refusedEmpty(file.name));
        else if (refusal === 'size') setProblem(words.import.refusedSize(file.name));
        else if (kindOf(file) === 'subtitles') void readSubtitles(file.name, { body: file });
        else sending.send(file);
      }
    },
    /** Takes a file that is on the server already. */
    takePath({ kind, name, path }: FolderView['entries'][number]) {
      setProblem(null);
      if (kind === 'recording') void look(name, { kind: 'path', path });
      if (kind === 'subtitles') void readSubtitles(name, { path });
    },
    dropRecording() {
      sending.cancel();
      if (taken.subtitles) setTaken((before) => ({ ...before, recording: null, track: null }));
      else forget();
    },
    dropSubtitles() {
      if (taken.recording) setTaken((before) => ({ ...before, subtitles: null, track: null }));
      else forget();
    },
    forget,
  };
}

/** The words that will be used: what was chosen, else the file, else the first track of text, else listening. */
function wordsFrom({ recording, subtitles, track }: Taken): WordsFrom {
  const file = subtitles && { kind: 'file' as const, file: subtitles.facts.file, name: subtitles.name };
  const transcription = recording?.probe?.canTranscribe === true ? { kind: 'transcription' as const } : null;
  const readable = recording?.probe?.facts.subtitles.find(({ isText }) => isText);
  if (track === 'file' && file) return file;
  if (track === 'transcription' && transcription) return transcription;
  if (typeof track === 'number') return { kind: 'embedded', track };
  return file ?? (readable ? { kind: 'embedded', track: readable.index } : transcription);
}
