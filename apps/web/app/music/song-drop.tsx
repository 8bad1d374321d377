import { Music } from 'lucide-react';
import { useRef } from 'react';
import { Fault } from '../ui/fault.tsx';
import { usePageDrop } from '../ui/use-page-drop.ts';
import { songEndings } from './song-file.ts';

type SongDropProps = { problem?: string; onTake: (file: File) => void };

/** Where a song comes in: dropped anywhere on the page, or chosen. */
export function SongDrop({ problem, onTake }: SongDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = (files: ArrayLike<File> | null) => {
    const file = files?.[0];
    if (file) onTake(file);
  };
  const isOver = usePageDrop(take);

  return (
    <div className="stack gap-3">
      <div className="drop" data-over={isOver}>
        <svg className="drop__wave" viewBox="0 0 420 64" aria-hidden fill="none" stroke="currentColor" strokeWidth="4">
          <path d={calmWave} strokeLinecap="round" />
        </svg>
        <p className="title text-section">{isOver ? 'Let it go' : 'Drop a song here'}</p>
        <p className="text-small text-ink-2">
          MP3, WAV, FLAC, Ogg, Opus or M4A, up to 20 minutes. It stays on this computer.
        </p>
        <button
          type="button"
          className="button button--lamp button--big mt-1"
          onClick={() => {
            input.current?.click();
          }}
        >
          <Music className="icon" aria-hidden />
          Choose a song
        </button>
        <input
          ref={input}
          type="file"
          accept={songEndings}
          className="sr-only"
          tabIndex={-1}
          aria-label="Song"
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
      </div>
      {problem && <Fault>{problem}</Fault>}
    </div>
  );
}

/** A phrase that swells and fades. */
const calmWave = Array.from({ length: 42 }, (_, index) => {
  const swell = Math.sin((index / 41) * Math.PI) ** 1.4;
  const half = 2 + swell * (14 + 14 * Math.abs(Math.sin(index * 1.7) * Math.cos(index * 0.6)));
  return `M${index * 10 + 5} ${(32 - half).toFixed(1)}V${(32 + half).toFixed(1)}`;
}).join('');
