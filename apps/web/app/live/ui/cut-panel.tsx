import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { useLive, useStudio } from '../live-context.tsx';

/** The picture's cut and size. */
export function CutPanel() {
  const studio = useStudio();
  const settings = useLive((state) => state.settings);
  // A recording keeps the picture it began with.
  const isHeld = useLive((state) => state.recording.step === 'running');
  return (
    <fieldset disabled={isHeld} className="flex flex-wrap gap-x-10 gap-y-4">
      <ChoiceGroup
        legend="Cut"
        name="shape"
        value={settings.shape}
        options={[
          { value: 'landscape', label: 'Wide' },
          { value: 'square', label: 'Square' },
          { value: 'portrait', label: 'Upright' },
        ]}
        onChange={(shape) => studio?.set({ shape })}
      />
      <ChoiceGroup
        legend="Size"
        name="size"
        value={settings.size}
        options={[
          { value: 'small', label: 'Small' },
          { value: 'medium', label: 'Medium' },
          { value: 'large', label: 'Large' },
        ]}
        onChange={(size) => studio?.set({ size })}
      />
      {isHeld && <p className="w-full text-tiny text-ink-2">Cut and size stay while it is recorded.</p>}
    </fieldset>
  );
}
