import type { World } from '@kinora/capabilities';
import { AudioLines } from 'lucide-react';
import { worldChoices } from './choices.ts';

type WorldPickerProps = { name: string; value: World | 'auto'; onChange: (world: World | 'auto') => void };

/** Worlds as the pictures they make; the first leaves the choice to the song. */
export function WorldPicker({ name, value, onChange }: WorldPickerProps) {
  return (
    <fieldset>
      <legend className="legend">World</legend>
      <div className="worlds">
        <label className="look">
          <input type="radio" name={name} checked={value === 'auto'} onChange={() => onChange('auto')} />
          <i className="look__auto">
            <AudioLines className="size-8" aria-hidden />
          </i>
          <span>The song decides</span>
        </label>
        {worldChoices.map((choice) => (
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
