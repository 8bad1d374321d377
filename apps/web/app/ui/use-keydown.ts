import { useEffect, useEffectEvent } from 'react';

/** Calls a function for every key that is pressed on the page, as it is at that moment. */
export function useKeydown(onPress: (event: KeyboardEvent) => void): void {
  const press = useEffectEvent(onPress);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
