import type { Finish } from '@kinora/capabilities';
import { finishChoices } from './choices.ts';

type FinishPickerProps = { name: string; value: Finish; onChange: (finish: Finish) => void };

/** Finishes, each on the same picture. */
export function FinishPicker({ name, value, onChange }: FinishPickerProps) {
  return (
    <fieldset>
      <legend className="legend">Finish</legend>
      <div className="looks looks--few">
        {finishChoices.map((choice) => (
          <label key={choice.value} className="look">
            <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
            <img src={choice.picture} alt="" width="320" height="180" loading="lazy" />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
