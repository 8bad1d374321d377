import type { RecordingFacts } from '@kinora/studios/language/schema';
import { AudioLines, Captions, FileVideo, Plus } from 'lucide-react';
import { useRef } from 'react';
import { Link } from 'react-router';
import { sizeOf } from '../../story/downloads.ts';
import { Fault } from '../../ui/fault.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { usePageDrop } from '../../ui/use-page-drop.ts';
import { clock } from '../time.ts';
import { useWords } from '../words.ts';
import type { Words } from '../words.ts';
import { acceptedEndings } from './accepted.ts';
import { FileRow } from './file-row.tsx';
import { TrackChoice } from './track-choice.tsx';
import type { useImport } from './use-import.ts';

type TakenFilesProps = { taken: ReturnType<typeof useImport> };

/** What was taken so far: how far it is, what it is, which words are used, and what is still missing. */
export function TakenFiles({ taken }: TakenFilesProps) {
  const { words } = useWords();
  const input = useRef<HTMLInputElement>(null);
  usePageDrop(taken.takeFiles);
  const { recording, subtitles, sending } = taken;
  const { upload } = sending;
  const probe = recording?.probe;
  const isWordless = probe !== undefined && probe !== null && taken.wordsFrom === null && !taken.isReading;

  return (
    <section className="stack gap-3" aria-label={words.import.files}>
      <ul className="rows">
        {upload && (
          <FileRow
            Icon={FileVideo}
            name={upload.file.name}
            facts={
              <span className="num">
                {upload.state === 'paused' ? words.sending.paused : words.sending.sending}
                {' · '}
                {words.sending.of(sizeOf(upload.received), sizeOf(upload.file.size))}
              </span>
            }
            remove={{ label: words.sending.remove, onPress: taken.dropRecording }}
          >
            <ProgressBar label={words.sending.sending} fraction={upload.received / upload.file.size} />
            <div className="mt-2 flex items-center gap-3">
              <button
                type="button"
                className="button button--small"
                onClick={upload.state === 'paused' ? sending.goOn : sending.pause}
              >
                {upload.state === 'paused' ? words.sending.goOn : words.sending.pause}
              </button>
              {upload.state === 'broken' && <Fault>{words.sending.broken}</Fault>}
            </div>
          </FileRow>
        )}
        {!upload && recording && (
          <FileRow
            Icon={probe && probe.facts.video === null ? AudioLines : FileVideo}
            name={recording.name}
            facts={probe ? recordingFacts(probe.facts, words) : words.sending.reading}
            remove={{ label: words.sending.remove, onPress: taken.dropRecording }}
          >
            {!probe && <div className="ghost h-1.5" />}
          </FileRow>
        )}
        {taken.isReading && !subtitles && (
          <li className="py-4 text-small text-ink-2">
            <output>{words.sending.reading}</output>
          </li>
        )}
        {subtitles && (
          <FileRow
            Icon={Captions}
            name={subtitles.name}
            facts={
              <span className="num">
                {subtitles.facts.format.toUpperCase()} · {words.probe.lines(subtitles.facts.cues)} ·{' '}
                {clock(subtitles.facts.seconds)}
              </span>
            }
            remove={{ label: words.sending.remove, onPress: taken.dropSubtitles }}
          >
            {subtitles.facts.warnings.length > 0 && (
              <details className="text-small text-ink-2">
                <summary className="min-h-8">{words.probe.warnings(subtitles.facts.warnings.length)}</summary>
                <ul className="mt-1 grid max-h-40 gap-1 overflow-y-auto">
                  {subtitles.facts.warnings.slice(0, 50).map(({ line, reason }) => (
                    <li key={`${line} ${reason}`} lang="en">
                      {words.probe.warning(line, reason)}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </FileRow>
        )}
      </ul>
      {probe && <TrackChoice taken={taken} probe={probe} />}
      {probe && probe.notes.length > 0 && (
        <ul className="stack gap-1 text-small text-ink-2" lang="en">
          {probe.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {isWordless && (
        <Notice
          title={words.probe.needsWords}
          actions={
            <>
              <button type="button" className="button button--small" onClick={() => input.current?.click()}>
                <Captions className="icon" aria-hidden />
                {words.probe.addSubtitles}
              </button>
              <Link className="button button--small button--bare" to="/models/catalogue">
                {words.probe.toModels}
              </Link>
            </>
          }
        >
          {words.probe.needsWordsHint} {words.probe.needsModel}
        </Notice>
      )}
      {!isWordless && ((recording && !subtitles) || (subtitles && !recording && !upload)) && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <button type="button" className="button button--small" onClick={() => input.current?.click()}>
            <Plus className="icon" aria-hidden />
            {subtitles ? words.probe.addRecording : words.probe.addSubtitles}
          </button>
          {subtitles && <p className="text-small text-ink-2">{words.probe.withoutRecording}</p>}
        </div>
      )}
      <input
        ref={input}
        type="file"
        accept={acceptedEndings}
        multiple
        className="sr-only"
        tabIndex={-1}
        aria-label={words.import.files}
        onChange={(event) => {
          taken.takeFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {taken.problem && <Fault>{taken.problem}</Fault>}
    </section>
  );
}

/** "58:20 · 1280 × 720 · 1.2 GB · MP4" */
function recordingFacts({ seconds, video, audio, bytes, format }: RecordingFacts, words: Words) {
  const parts = [
    clock(seconds),
    video ? `${video.width} × ${video.height}` : words.probe.noPicture,
    audio === null && words.probe.noSound,
    sizeOf(bytes),
    format.toUpperCase(),
  ];
  return <span className="num">{parts.filter(Boolean).join(' · ')}</span>;
}
