import { FileVideo } from 'lucide-react';
import { useRef } from 'react';
import { Fault } from '../../ui/fault.tsx';
import { usePageDrop } from '../../ui/use-page-drop.ts';
import { useWords } from '../words.ts';
import { acceptedEndings } from './accepted.ts';

type FileDropProps = { problem: string | null; onTake: (files: File[]) => void };

/** Where a recording comes in: dropped anywhere on the page, or chosen. */
export function FileDrop({ problem, onTake }: FileDropProps) {
  const { words } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const isOver = usePageDrop(onTake);
  return (
    <div className="stack gap-3">
      <div className="drop" data-over={isOver}>
        <svg className="drop__wave" viewBox="0 0 420 64" aria-hidden fill="none" stroke="currentColor" strokeWidth="3">
          {speech.map(({ x, width, height }) => (
            <rect key={x} x={x} y={32 - height / 2} width={width} height={height} rx={height / 2} />
          ))}
        </svg>
        <p className="title text-section">{isOver ? words.import.letGo : words.import.drop}</p>
        <p className="max-w-[46ch] text-small text-ink-2">{words.import.formats}</p>
        <button type="button" className="button button--lamp button--big mt-1" onClick={() => input.current?.click()}>
          <FileVideo className="icon" aria-hidden />
          {words.import.choose}
        </button>
        <input
          ref={input}
          type="file"
          accept={acceptedEndings}
          multiple
          className="sr-only"
          tabIndex={-1}
          aria-label={words.import.files}
          onChange={(event) => {
            onTake([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
      {problem && <Fault>{problem}</Fault>}
    </div>
  );
}

/** Three lines of talk, as a stream of speech lies in time. */
const speech = [
  [4, 86, 14],
  [102, 44, 14],
  [158, 132, 14],
  [302, 30, 14],
  [344, 70, 14],
].map(([x = 0, width = 0, height = 0]) => ({ x, width, height }));
