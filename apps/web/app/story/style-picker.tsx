import type { ArtStyle } from '@kinora/capabilities';
import { styleChoices } from './choices.ts';

type StylePickerProps = { legend: string; name: string; value: ArtStyle; onChange: (style: ArtStyle) => void };

/** Art styles as the pictures they make. */
export function StylePicker({ legend, name, value, onChange }: StylePickerProps) {
  return (
    <fieldset>
      <legend className="legend">{legend}</legend>
      <div className="looks">
        {styleChoices.map((choice) => (
          <label key={choice.value} className="look">
            <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
            <img src={choice.picture} alt="" width="360" height="225" />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
