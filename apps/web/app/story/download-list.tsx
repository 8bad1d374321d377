import type { OutputKind } from '@kinora/studios/story/schema';
import { Download } from 'lucide-react';
import { outputUrl } from '../api/client.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { downloads, sizeOf } from './downloads.ts';
import type { StoryProgress } from './story-progress.ts';

type DownloadListProps = {
  storyId: string;
  version: number;
  outputs: StoryProgress['outputs'];
  isBusy: boolean;
  onMake: (kind: OutputKind) => void;
};

/** Every file the story can be had as: to save, on its way, or to be made. */
export function DownloadList({ storyId, version, outputs, isBusy, onMake }: DownloadListProps) {
  return (
    <section aria-labelledby="files">
      <h2 id="files" className="mb-3">
        Take it along
      </h2>
      <ul className="rows">
        {downloads.map(({ kind, label, hint }) => {
          const output = outputs[kind];
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
                <a className="button button--small" href={outputUrl(storyId, kind, version)} download>
                  <Download className="icon" aria-hidden />
                  Save<span className="sr-only"> the {label.toLowerCase()}</span>
                </a>
              ) : output ? (
                <span className="w-28">
                  <ProgressBar label={`Making the ${label.toLowerCase()}`} fraction={output.fraction} />
                </span>
              ) : isBusy ? (
                <span className="text-tiny text-ink-3">Comes next</span>
              ) : (
                <button type="button" className="button button--small button--bare" onClick={() => onMake(kind)}>
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
