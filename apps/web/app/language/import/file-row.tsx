import type { LucideIcon } from 'lucide-react';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';

type FileRowProps = {
  Icon: LucideIcon;
  name: string;
  facts: ReactNode;
  children?: ReactNode;
  /** Takes it away; `label` says so. */
  remove: { label: string; onPress: () => void };
};

/** A file that was taken, and what is known of it. */
export function FileRow({ Icon, name, facts, children, remove }: FileRowProps) {
  return (
    <li className="grid grid-cols-[auto_1fr_auto] items-center gap-x-4 gap-y-2 py-3">
      <Icon className="icon text-ink-3" aria-hidden />
      <div className="min-w-0">
        <p className="truncate font-bold" title={name}>
          {name}
        </p>
        <p className="text-small text-ink-2">{facts}</p>
      </div>
      <button
        type="button"
        className="button button--icon button--small -mr-2"
        aria-label={`${remove.label}: ${name}`}
        onClick={remove.onPress}
      >
        <X className="icon" aria-hidden />
      </button>
      {children && <div className="col-span-full">{children}</div>}
    </li>
  );
}
