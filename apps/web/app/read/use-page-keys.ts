import { useEffect, useEffectEvent } from 'react';

type PageKeys = { toggle: () => void; next: () => void; previous: () => void; back: () => void; close: () => void };

/** Space plays, arrows turn the page, B goes a sentence back, Escape closes; never while something else has the keys. */
export function usePageKeys(keys: PageKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (target?.closest('input, [role="menu"], [role="dialog"]')) return;
    const isOnControl = target?.closest('button, a') !== null && target !== null;
    if (event.key === ' ' && !isOnControl) keys.toggle();
    else if (event.key === 'ArrowRight' || event.key === 'PageDown') keys.next();
    else if (event.key === 'ArrowLeft' || event.key === 'PageUp') keys.previous();
    else if (event.key === 'b' || event.key === 'B') keys.back();
    else if (event.key === 'Escape') keys.close();
    else return;
    event.preventDefault();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
