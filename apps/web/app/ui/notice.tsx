import { CircleCheck, Sparkle, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

type NoticeProps = {
  title: string;
  children?: ReactNode;
  /** What can be done about it. */
  actions?: ReactNode;
  /** `air` is wrong, `well` is done, `lamp` is good to know. */
  tone?: 'air' | 'well' | 'lamp';
};

const icons = { air: TriangleAlert, well: CircleCheck, lamp: Sparkle };

/** Something to know, said once: what is so, then what to do. */
export function Notice({ title, children, actions, tone = 'lamp' }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div className={`notice notice--${tone}`} role={tone === 'air' ? 'alert' : 'status'}>
      <Icon className="icon" aria-hidden />
      <div className="min-w-0">
        <p>
          <b>{title}</b>
        </p>
        {children && <div className="text-ink-2">{children}</div>}
        {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
