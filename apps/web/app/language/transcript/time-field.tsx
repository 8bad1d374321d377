import { MapPin } from 'lucide-react';
import { useState } from 'react';
import type { Playback } from '../../music/playback.ts';
import { fineClock, secondsOf } from '../time.ts';

type TimeFieldProps = {
  label: string;
  /** Id of what describes the keys. */
  hint?: string;
  value: number;
  /** What the button beside it says: it takes the time that plays. */
  here: string;
  playback: Playback;
  onChange: (seconds: number) => void;
};

/** A time that is typed, nudged by arrow keys, or taken from the player. */
export function TimeField({ label, hint, value, here, playback, onChange }: TimeFieldProps) {
  const [text, setText] = useState<string | null>(null);
  const keep = (seconds: number) => onChange(Math.round(Math.max(0, seconds) * 100) / 100);
  return (
    <div className="flex items-end">
      <label className="field">
        <span className="text-tiny">{label}</span>
        <input
          className="input input--small num w-24"
          inputMode="decimal"
          aria-describedby={hint}
          value={text ?? fineClock(value)}
          aria-invalid={text !== null && secondsOf(text) === null}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => {
            const seconds = text === null ? null : secondsOf(text);
            if (seconds !== null) keep(seconds);
            setText(null);
          }}
          onKeyDown={(event) => {
            const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
            if (direction === undefined) return;
            event.preventDefault();
            setText(null);
            keep((secondsOf(text ?? '') ?? value) + direction * (event.shiftKey ? 1 : 0.1));
          }}
        />
      </label>
      <button
        type="button"
        className="button button--icon button--small"
        aria-label={here}
        title={here}
        onClick={() => {
          setText(null);
          keep(playback.time());
        }}
      >
        <MapPin className="icon" aria-hidden />
      </button>
    </div>
  );
}
