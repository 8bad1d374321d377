import type { LiveOutputKind, LiveStyleWork } from '@kinora/studios/live-style/schema';
import { Download } from 'lucide-react';
import { liveFileUrl } from '../../api/client.ts';
import { sizeOf } from '../../story/downloads.ts';

type WorkFilesProps = { id: string; outputs: LiveStyleWork['outputs'] };

/** Every file there is, to save. */
export function WorkFiles({ id, outputs }: WorkFilesProps) {
  const there = kinds.filter(({ kind }) => outputs[kind] !== undefined);
  if (there.length === 0) return null;
  return (
    <section aria-labelledby="files">
      <h2 id="files" className="mb-3">
        Take it along
      </h2>
      <ul className="rows">
        {there.map(({ kind, label, hint }) => (
          <li key={kind} className="flex min-h-[60px] items-center justify-between gap-4 py-2 text-small">
            <span className="min-w-0 flex-1">
              <b>{label}</b>
              <span className="block text-tiny text-ink-3">
                {hint} · <span className="num">{sizeOf(outputs[kind]?.bytes ?? 0)}</span>
              </span>
            </span>
            <a className="button button--small" href={liveFileUrl(id, kind)} download>
              <Download className="icon" aria-hidden />
              Save<span className="sr-only">: {label.toLowerCase()}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const kinds: readonly { kind: LiveOutputKind; label: string; hint: string }[] = [
  { kind: 'video', label: 'The film', hint: 'MP4, plays everywhere' },
  { kind: 'recording', label: 'As it was recorded', hint: 'The browser’s own file, with an index' },
  { kind: 'picture', label: 'The picture', hint: 'PNG' },
  { kind: 'thumbnail', label: 'A thumbnail', hint: 'To put beside a link' },
];
