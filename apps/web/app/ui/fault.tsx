import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

type FaultProps = {
  children: ReactNode;
  id?: string;
};

/** What is wrong, beside the thing it is wrong with. */
export function Fault({ children, id }: FaultProps) {
  return (
    <p id={id} className="flex items-start gap-2 text-small text-air" role="alert">
      <TriangleAlert className="mt-[3px] size-4 shrink-0" aria-hidden />
      <span>{children}</span>
    </p>
  );
}
