import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

type DialogProps = {
  title: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  children: ReactNode;
  /** Of its words, where they aren’t in the page’s own language. Default `en`. */
  lang?: 'en' | 'ja';
};

/** A question of its own, over the page. Escape and the veil close it. */
export function Dialog({ title, isOpen, onOpenChange, children, lang = 'en' }: DialogProps) {
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content className="dialog" lang={lang} aria-describedby={undefined}>
          <div className="mb-4 flex items-start justify-between gap-4">
            <Radix.Title className="pt-2">{title}</Radix.Title>
            <Radix.Close className="button button--icon -mt-1 -mr-3" aria-label={lang === 'ja' ? '閉じる' : 'Close'}>
              <X className="icon" aria-hidden />
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
