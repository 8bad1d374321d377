import { useQuery } from '@tanstack/react-query';
import { Captions, CornerLeftUp, FileVideo, Folder } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import type { FolderView } from '../../api/types.ts';
import { sizeOf } from '../../story/downloads.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { useWords } from '../words.ts';

type ServerFilesProps = { onTake: (entry: FolderView['entries'][number]) => void };

const icons = { folder: Folder, recording: FileVideo, subtitles: Captions };

/** Chooses a file that is on the server already, in a folder that was allowed. */
export function ServerFiles({ onTake }: ServerFilesProps) {
  const { words, locale } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [folder, setFolder] = useState<string | null>(null);
  const view = useQuery({
    queryKey: ['lesson-files', folder],
    queryFn: ({ signal }) =>
      call<FolderView>(`/lessons/files${folder === null ? '' : `?folder=${encodeURIComponent(folder)}`}`, { signal }),
    enabled: isOpen,
    staleTime: 0,
  });
  const { path = null, parent = null, entries = [] } = view.data ?? {};
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <p className="text-small text-ink-2">
        <b>{words.import.onServer}</b> {words.import.onServerHint}
      </p>
      <button type="button" className="button button--small" onClick={() => setOpen(true)}>
        <Folder className="icon" aria-hidden />
        {words.import.browse}
      </button>
      <Dialog title={words.folders.title} isOpen={isOpen} onOpenChange={setOpen} lang={locale}>
        {path !== null && <p className="mb-2 text-small break-all text-ink-2">{path}</p>}
        {view.isPending && <div className="ghost h-32" />}
        {view.error && <Fault>{view.error.message}</Fault>}
        <ul className="rows text-small">
          {path !== null && (
            <li>
              <button type="button" className="pick" onClick={() => setFolder(parent)}>
                <CornerLeftUp className="icon" aria-hidden />
                {words.folders.up}
              </button>
            </li>
          )}
          {entries.map((entry) => {
            const Icon = icons[entry.kind];
            return (
              <li key={entry.path}>
                <button
                  type="button"
                  className="pick"
                  onClick={() => {
                    if (entry.kind === 'folder') return setFolder(entry.path);
                    onTake(entry);
                    setOpen(false);
                  }}
                >
                  <Icon className="icon" aria-hidden />
                  <span className="min-w-0 flex-1 truncate">{entry.name}</span>
                  <span className="num shrink-0 text-tiny text-ink-3">
                    {entry.bytes === null ? words.folders.folder : sizeOf(entry.bytes)}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
        {view.data && entries.length === 0 && (
          <p className="mt-3 text-ink-2">{path === null ? words.folders.none : words.folders.empty}</p>
        )}
      </Dialog>
    </div>
  );
}
