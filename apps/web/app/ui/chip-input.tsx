import { X } from 'lucide-react';
import { useId, useState } from 'react';

type ChipInputProps = {
  label: string;
  hint: string;
  values: string[];
  onChange: (values: string[]) => void;
  /** At most this many. Default 12. */
  limit?: number;
};

/** A few short things, each a chip: Enter or a comma adds one, Backspace in an empty field takes the last. */
export function ChipInput({ label, hint, values, onChange, limit = 12 }: ChipInputProps) {
  const id = useId();
  const [draft, setDraft] = useState('');

  function add(text: string) {
    const fresh = text
      .split(/[,、;\n]/)
      .map((part) => part.trim().slice(0, 80))
      .filter((part) => part !== '' && !values.includes(part));
    if (fresh.length > 0) onChange([...values, ...fresh].slice(0, limit));
    setDraft('');
  }

  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="chips">
        {values.map((value) => (
          <span key={value} className="chip">
            {value}
            <button
              type="button"
              aria-label={`Take ${value} away`}
              onClick={() => onChange(values.filter((other) => other !== value))}
            >
              <X className="icon" aria-hidden />
            </button>
          </span>
        ))}
        <input
          id={id}
          value={draft}
          maxLength={80}
          placeholder={values.length === 0 ? hint : ''}
          enterKeyHint="done"
          onChange={(event) =>
            /[,、;]/.test(event.target.value) ? add(event.target.value) : setDraft(event.target.value)
          }
          onBlur={() => add(draft)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              add(draft);
            } else if (event.key === 'Backspace' && draft === '') onChange(values.slice(0, -1));
          }}
        />
      </div>
    </div>
  );
}
