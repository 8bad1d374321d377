import { FileText } from 'lucide-react';
import { useRef } from 'react';
import { lyricsKind } from './lyrics-kind.ts';

type LyricsFieldProps = { value: string; problem?: string; onChange: (text: string) => void };

/** The words of the song, pasted or from a file. */
export function LyricsField({ value, problem, onChange }: LyricsFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const lines = value.split('\n').filter((line) => line.trim() !== '').length;
  return (
    <div className="field">
      <label htmlFor="lyrics">Words, if they should be read along</label>
      <textarea
        id="lyrics"
        className="input min-h-32 py-3 leading-normal"
        rows={5}
        maxLength={20_000}
        value={value}
        placeholder={'[00:12.40] The first line, with its time\nor only the lines: they are spread over what is sung'}
        aria-describedby="lyrics-kind"
        aria-invalid={problem !== undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span id="lyrics-kind" className={problem ? 'text-air' : 'text-ink-3'}>
          {problem ??
            (value === ''
              ? 'Plain lines, or an LRC file'
              : lyricsKind(value) === 'lrc'
                ? `${lines} lines with their times`
                : `${lines} lines, spread over the sung parts`)}
        </span>
        <button
          type="button"
          className="button button--small"
          onClick={() => {
            input.current?.click();
          }}
        >
          <FileText className="icon" aria-hidden />
          From a file
        </button>
        <input
          ref={input}
          type="file"
          accept=".lrc,.txt,text/plain"
          className="sr-only"
          tabIndex={-1}
          aria-label="File with the words"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) void file.text().then((text) => onChange(text.slice(0, 20_000)));
          }}
        />
      </div>
    </div>
  );
}
