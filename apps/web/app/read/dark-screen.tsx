import { Pause, Play, Sun } from 'lucide-react';
import { useEffect, useState } from 'react';

type DarkScreenProps = { isPlaying: boolean; onToggle: () => void; onLight: () => void };

/** Nothing but the voice: the screen is black, a touch shows the way back for a moment. */
export function DarkScreen({ isPlaying, onToggle, onLight }: DarkScreenProps) {
  const [isShown, setShown] = useState(true);

  useEffect(() => {
    if (!isShown) return;
    const timer = setTimeout(() => setShown(false), 4000);
    return () => clearTimeout(timer);
  }, [isShown]);

  return (
    <div
      className="fixed inset-0 z-20 grid place-items-center bg-black text-ink-3"
      onPointerMove={() => setShown(true)}
      onFocus={() => setShown(true)}
    >
      <div
        className="flex items-center gap-4 transition-opacity duration-(--dawn)"
        style={{ opacity: isShown ? 0.8 : 0 }}
      >
        <button
          type="button"
          className="button button--icon border-rail!"
          aria-label={isPlaying ? 'Pause' : 'Play'}
          onClick={onToggle}
        >
          {isPlaying ? <Pause className="icon" aria-hidden /> : <Play className="icon" aria-hidden />}
        </button>
        <button type="button" className="button" onClick={onLight} ref={(button) => button?.focus()}>
          <Sun className="icon" aria-hidden />
          Show the pictures
        </button>
      </div>
    </div>
  );
}
