import type { ReactNode } from 'react';

type ChoiceGroupProps<Value extends string | number> = {
  legend: string;
  name: string;
  value: Value;
  options: readonly { value: Value; label: ReactNode }[];
  onChange: (value: Value) => void;
  /** Stands after the last choice. */
  children?: ReactNode;
};

/** Radios as pills. */
export function ChoiceGroup<Value extends string | number>(props: ChoiceGroupProps<Value>) {
  return (
    <fieldset>
      <legend className="legend">{props.legend}</legend>
      <div className="choices">
        {props.options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              name={props.name}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
        {props.children}
      </div>
    </fieldset>
  );
}
