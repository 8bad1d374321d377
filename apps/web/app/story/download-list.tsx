import type { OutputKind } from '@kinora/studios/story/schema';
import { Download } from 'lucide-react';
import { assetUrl, outputUrl } from '../api/client.ts';
import { downloads, sizeOf } from './downloads.ts';
import type { StoryProgress } from './story-progress.ts';
import type { Shown } from './use-story.ts';

type DownloadListProps = {
  storyId: string;
  shown: Shown;
  outputs: StoryProgress['outputs'];
  isBusy: boolean;
  onMake: (kinds: OutputKind[]) => void;
};

/** Every file the story can be had as: to save, on its way, or to be made. */
export function DownloadList({ storyId, shown, outputs, isBusy, onMake }: DownloadListProps) {
  const missing = downloads.map(({ kind }) => kind).filter((kind) => !outputs[kind]);
  return (
    <section aria-labelledby="files">
      <div className="mb-3 flex min-h-10 items-center justify-between gap-4">
        <h2 id="files">Take it along</h2>
        {missing.length > 1 && !isBusy && (
          <button type="button" className="button button--small" onClick={() => onMake(missing)}>
            Make {missing.length === downloads.length ? 'them all' : 'the others'}
          </button>
        )}
      </div>
      <ul className="rows">
        {downloads.map(({ kind, label, hint }) => {
          const output = outputs[kind];
          // A file that was just made has an address of its own; its name comes with the saved story.
          const isSaved = shown.story.outputs[kind]?.asset === output?.file?.asset;
          return (
            <li key={kind} className="flex min-h-[60px] items-center justify-between gap-4 py-2 text-small">
              <span className="min-w-0 flex-1">
                <b>{label}</b>
                <span className="block text-tiny text-ink-3">
                  {hint}
                  {output?.file && <span className="num"> · {sizeOf(output.file.bytes)}</span>}
                </span>
              </span>
              {output?.file ? (
                <a
                  className="button button--small"
                  href={isSaved ? outputUrl(storyId, kind, shown.version) : assetUrl(output.file)}
                  download={isSaved ? true : `${shown.story.title}.${extensions[kind]}`}
                >
                  <Download className="icon" aria-hidden />
                  Save<span className="sr-only"> the {label.toLowerCase()}</span>
                </a>
              ) : output ? (
                <span className="text-tiny font-bold text-lamp-text">Being made…</span>
              ) : isBusy ? (
                <span className="text-tiny text-ink-3">Comes next</span>
              ) : (
                <button type="button" className="button button--small button--bare" onClick={() => onMake([kind])}>
                  Make<span className="sr-only"> the {label.toLowerCase()}</span>
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const extensions: Record<OutputKind, string> = {
  video: 'mp4',
  audio: 'mp3',
  epub: 'epub',
  pdf: 'pdf',
  captions: 'vtt',
  cover: 'png',
};
