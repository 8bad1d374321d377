import { Check } from 'lucide-react';
import type { ReactNode } from 'react';

/** What was done, with a sign. */
export function Done({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-start gap-1.5 text-well">
      <Check className="mt-[0.2em] size-[1.1em] shrink-0 stroke-[2.5]" aria-hidden />
      <span>{children}</span>
    </span>
  );
}
