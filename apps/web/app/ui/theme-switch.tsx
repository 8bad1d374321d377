import { Check, MonitorSmartphone, Moon, Sun } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { useRouteLoaderData } from 'react-router';
import type { loader } from '../root.tsx';
import { wearTheme } from './theme.ts';
import type { Theme } from './theme.ts';

const choices = [
  { theme: 'night', label: 'Night', Icon: Moon },
  { theme: 'day', label: 'Day', Icon: Sun },
  { theme: 'system', label: 'Like this device', Icon: MonitorSmartphone },
] as const;

/** Night, day, or whatever the device says. */
export function ThemeSwitch() {
  const root = useRouteLoaderData<typeof loader>('root');
  const [theme, setTheme] = useState<Theme>(root?.theme ?? 'night');
  const current = choices.find((choice) => choice.theme === theme) ?? choices[0];

  function choose(next: Theme) {
    wearTheme(next);
    setTheme(next);
  }

  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="button button--icon" aria-label={`Light: ${current.label}`}>
        <current.Icon className="icon" aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          {choices.map((choice) => (
            <DropdownMenu.Item key={choice.theme} className="menu__item" onSelect={() => choose(choice.theme)}>
              <choice.Icon className="icon" aria-hidden />
              {choice.label}
              {choice.theme === theme && <Check className="icon ml-auto text-lamp-text" aria-label="chosen" />}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
