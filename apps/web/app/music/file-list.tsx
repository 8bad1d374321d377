import type { OutputKind } from '@kinora/studios/music-video/schema';
import { Download } from 'lucide-react';
import { videoFileUrl } from '../api/client.ts';
import { sizeOf } from '../story/downloads.ts';
import type { MusicProgress } from './music-progress.ts';
import { files } from './progress-words.ts';
import { clock } from './song-map.ts';

type FileListProps = {
  videoId: string;
  version: number;
  outputs: MusicProgress['outputs'];
  seconds: Partial<Record<OutputKind, number>>;
  isBusy: boolean;
  /** What files have to wait for while it is busy, in words. */
  waitingFor: string;
  onMake: (kinds: OutputKind[]) => void;
};

/** Every file the video can be had as: to save, on its way, or to be made. */
export function FileList({ videoId, version, outputs, seconds, isBusy, waitingFor, onMake }: FileListProps) {
  const missing = files.map(({ kind }) => kind).filter((kind) => !outputs[kind]);
  return (
    <section aria-labelledby="files">
      <div className="mb-3 flex min-h-10 items-center justify-between gap-4">
        <h2 id="files">Take it along</h2>
        {missing.length > 1 && !isBusy && (
          <button type="button" className="button button--small" onClick={() => onMake(missing)}>
            Make {missing.length === files.length ? 'them all' : 'the others'}
          </button>
        )}
      </div>
      <ul className="rows">
        {files.map(({ kind, label, hint }) => {
          const output = outputs[kind];
          const length = seconds[kind];
          return (
            <li key={kind} className="flex min-h-[60px] items-center justify-between gap-4 py-2 text-small">
              <span className="min-w-0 flex-1">
                <b>{label}</b>
                <span className="block text-tiny text-ink-3">
                  {hint}
                  {output?.file && <span className="num"> · {sizeOf(output.file.bytes)}</span>}
                  {length !== undefined && <span className="num"> · {clock(length)}</span>}
                </span>
              </span>
              {output?.file ? (
                <a className="button button--small" href={videoFileUrl(videoId, kind, version)} download>
                  <Download className="icon" aria-hidden />
                  Save<span className="sr-only">: {label.toLowerCase()}</span>
                </a>
              ) : output ? (
                <span className="num text-tiny font-bold text-lamp-text">{Math.floor(output.fraction * 100)} %</span>
              ) : isBusy ? (
                <span className="text-tiny text-ink-3">{waitingFor}</span>
              ) : (
                <button type="button" className="button button--small button--bare" onClick={() => onMake([kind])}>
                  Make<span className="sr-only">: {label.toLowerCase()}</span>
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
