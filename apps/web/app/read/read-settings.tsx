import { ALargeSmall } from 'lucide-react';
import { Popover } from 'radix-ui';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { useReading } from './reading.ts';

/** Text size, typeface, layout and speed. */
export function ReadSettings() {
  const { size, typeface, layout, speed, set } = useReading();
  return (
    <Popover.Root>
      <Popover.Trigger className="button button--icon" aria-label="Words and speed">
        <ALargeSmall className="icon" aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label="Words and speed"
          className="menu grid w-[min(340px,calc(100vw-24px))] gap-5 p-5!"
          align="end"
          sideOffset={10}
        >
          <div className="field">
            <label htmlFor="text-size">Size of the words</label>
            <input
              id="text-size"
              type="range"
              min={0}
              max={4}
              value={size}
              onChange={(event) => set({ size: Number(event.target.value) })}
            />
          </div>
          <ChoiceGroup
            legend="Letters"
            name="typeface"
            value={typeface}
            options={[
              { value: 'story', label: <span className="font-serif">Storybook</span> },
              { value: 'easy', label: <span style={{ fontFamily: 'var(--easy)' }}>Easy reading</span> },
            ]}
            onChange={(chosen) => set({ typeface: chosen })}
          />
          <ChoiceGroup
            legend="Pages"
            name="layout"
            value={layout}
            options={[
              { value: 'pages', label: 'One at a time' },
              { value: 'scroll', label: 'Scroll' },
            ]}
            onChange={(chosen) => set({ layout: chosen })}
          />
          <ChoiceGroup
            legend="Speed of the voice"
            name="speed"
            value={speed}
            options={[
              { value: 0.85, label: '0.85×' },
              { value: 1, label: '1×' },
              { value: 1.15, label: '1.15×' },
            ]}
            onChange={(chosen) => set({ speed: chosen })}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
