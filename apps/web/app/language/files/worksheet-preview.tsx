import type { AssetRef } from '@kinora/capabilities';
import { ExternalLink } from 'lucide-react';
import { useEffect, useState } from 'react';
import { assetUrl } from '../../api/client.ts';
import { useWords } from '../words.ts';

/** The worksheet as it will be printed. */
export function WorksheetPreview({ file }: { file: AssetRef }) {
  const { words } = useWords();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    let made: string | undefined;
    // Stored files come in a sandbox, in which browsers show no PDF: the page shows a copy of its own.
    void fetch(assetUrl(file), { signal: stop.signal, credentials: 'same-origin' })
      .then((answer) => answer.blob())
      .then((blob) => setUrl((made = URL.createObjectURL(new Blob([blob], { type: 'application/pdf' })))))
      .catch(() => undefined);
    return () => {
      stop.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [file]);
  return (
    <section aria-labelledby="worksheet">
      <div className="mb-3 flex items-center justify-between gap-4">
        <h2 id="worksheet">{words.files.worksheet}</h2>
        {url && (
          <a className="button button--small" href={url} target="_blank" rel="noreferrer">
            <ExternalLink className="icon" aria-hidden />
            {words.files.look}
          </a>
        )}
      </div>
      {url ? (
        // A sandboxed frame shows no PDF, and this one was made here.
        // oxlint-disable-next-line react/iframe-missing-sandbox
        <iframe className="paper max-[999px]:hidden" title={words.files.worksheetFrame} src={url} />
      ) : (
        <div className="ghost paper max-[999px]:hidden" />
      )}
    </section>
  );
}
