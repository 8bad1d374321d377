import { themeIdeas } from './choices.ts';

type ThemeLineProps = { value: string; onChange: (theme: string) => void };

/** What the video is about, in a line; empty leaves it to the music. */
export function ThemeLine({ value, onChange }: ThemeLineProps) {
  return (
    <div className="stack gap-3">
      <div className="wish">
        <label htmlFor="theme">What is it about?</label>
        <input
          id="theme"
          value={value}
          maxLength={300}
          autoComplete="off"
          placeholder="Or let the song decide"
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <fieldset className="choices">
        <legend className="sr-only">Ideas</legend>
        {themeIdeas.map((idea) => (
          <button
            key={idea}
            type="button"
            className="choice"
            aria-pressed={value === idea}
            onClick={() => onChange(value === idea ? '' : idea)}
          >
            {idea}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
