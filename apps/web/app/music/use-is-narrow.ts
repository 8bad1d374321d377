import { useSyncExternalStore } from 'react';

const query = '(max-width: 999px)';

/** Whether picture and list lie below each other. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listen) => {
      const media = matchMedia(query);
      media.addEventListener('change', listen);
      return () => media.removeEventListener('change', listen);
    },
    () => matchMedia(query).matches,
    () => false,
  );
}
