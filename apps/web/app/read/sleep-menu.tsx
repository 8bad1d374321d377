import { Check, Moon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { SleepChoice } from './use-sleep-timer.ts';

type SleepMenuProps = { minutesLeft: number | null; onChoose: (minutes: SleepChoice) => void };

const choices = [5, 10, 15, 20, 30];

/** When the lamp goes out by itself. */
export function SleepMenu({ minutesLeft, onChoose }: SleepMenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        className="button button--small read__glass"
        aria-label={minutesLeft === null ? 'Sleep timer' : `Sleep timer: lamp out in ${minutesLeft} minutes`}
      >
        <Moon className="icon" aria-hidden />
        <span className="num">{minutesLeft === null ? 'Sleep timer' : `Lamp out in ${minutesLeft} min`}</span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          <DropdownMenu.Label className="px-3 py-2 text-tiny text-ink-3">Lamp out in</DropdownMenu.Label>
          {choices.map((minutes) => (
            <DropdownMenu.Item key={minutes} className="menu__item" onSelect={() => onChoose(minutes)}>
              {minutes} minutes
            </DropdownMenu.Item>
          ))}
          <DropdownMenu.Item className="menu__item" onSelect={() => onChoose(null)}>
            Leave it on
            {minutesLeft === null && <Check className="icon ml-auto text-lamp-text" aria-label="chosen" />}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
