import type { FrameStyle } from '@kinora/capabilities';
import { presets } from '@kinora/studios/live-style/schema';
import { Tabs } from 'radix-ui';
import { useState } from 'react';
import { useLive, useStudio } from '../live-context.tsx';
import { lookChoices } from '../look-words.ts';
import { previewSize, usePreviews } from '../use-previews.ts';

type LookPickerProps = { onPreset: (preset: (typeof presets)[number]) => void };

/** Looks and ready-made moods, each shown as it makes the user's own face. */
export function LookPicker({ onPreset }: LookPickerProps) {
  const studio = useStudio();
  const style = useLive((state) => state.settings.style);
  const [tab, setTab] = useState<'looks' | 'moods'>('looks');
  const choices: { id: string; label: string; style: FrameStyle; still: string }[] =
    tab === 'looks'
      ? lookChoices.map(({ value, label }) => ({
          id: value,
          label,
          style: { ...style, look: value, strength: Math.max(0.7, style.strength) },
          still: `/live/look-${value}.jpg`,
        }))
      : presets.map((preset) => ({
          id: preset.id,
          label: preset.name.en,
          style: preset.style,
          still: `/live/look-${preset.style.look}.jpg`,
        }));
  const canvasOf = usePreviews(choices);

  return (
    <Tabs.Root
      className="stack gap-3"
      value={tab}
      onValueChange={(value) => setTab(value === 'moods' ? 'moods' : 'looks')}
    >
      <Tabs.List className="flex gap-2" aria-label="What to choose from">
        <Tabs.Trigger className="choice choice--tab live__tab" value="looks">
          Looks
        </Tabs.Trigger>
        <Tabs.Trigger className="choice choice--tab live__tab" value="moods">
          Moods
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content value={tab} tabIndex={-1}>
        <fieldset>
          <legend className="sr-only">{tab === 'looks' ? 'Look' : 'Mood'}</legend>
          <div className="live__looks" data-tab={tab}>
            {choices.map((choice) => (
              <label key={choice.id} className="look">
                <input
                  type="radio"
                  name={tab}
                  checked={tab === 'looks' ? style.look === choice.id : isSame(style, choice.style)}
                  onChange={() => {
                    if (tab === 'looks') studio?.setStyle({ ...style, look: choice.style.look });
                    else {
                      const preset = presets.find(({ id }) => id === choice.id);
                      if (preset) onPreset(preset);
                    }
                  }}
                />
                <span className="live__preview">
                  <img src={choice.still} alt="" loading="lazy" width={previewSize.width} height={previewSize.height} />
                  <canvas ref={canvasOf(choice.id)} {...previewSize} aria-hidden />
                </span>
                <span className="truncate">{choice.label}</span>
              </label>
            ))}
          </div>
        </fieldset>
      </Tabs.Content>
    </Tabs.Root>
  );
}

function isSame(a: FrameStyle, b: FrameStyle): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
