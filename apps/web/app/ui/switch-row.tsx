import { Switch } from 'radix-ui';
import { useId } from 'react';

type SwitchRowProps = { label: string; hint?: string; checked: boolean; onChange: (checked: boolean) => void };

/** Something that is on or off. */
export function SwitchRow({ label, hint, checked, onChange }: SwitchRowProps) {
  const id = useId();
  return (
    <div className="flex min-h-[44px] items-center justify-between gap-4 text-small">
      <label htmlFor={id} className="grid">
        <b>{label}</b>
        {hint && <span className="text-ink-3">{hint}</span>}
      </label>
      <Switch.Root id={id} className="switch" checked={checked} onCheckedChange={onChange} />
    </div>
  );
}
