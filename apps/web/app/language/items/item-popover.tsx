import type { VocabularyItem } from '@kinora/studios/language/schema';
import { Volume2 } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../words.ts';

type ItemPopoverProps = {
  items: readonly VocabularyItem[];
  children: ReactNode;
  onHear: () => void;
};

/** Words with something to learn in them; a press tells what. */
export function ItemPopover({ items, children, onHear }: ItemPopoverProps) {
  const { words, locale } = useWords();
  return (
    <Popover.Root>
      <Popover.Trigger className={`item item--${items[0]?.kind}`}>{children}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="pop" lang={locale} sideOffset={8} collisionPadding={16}>
          {items.map((item) => (
            <section key={item.id} className="pop__item">
              <div className="flex items-baseline justify-between gap-3">
                <p className="pop__form" lang={item.language}>
                  {item.form}
                  {item.reading && item.reading !== item.form && (
                    <span className="text-small text-ink-2">{item.reading}</span>
                  )}
                </p>
                <span className="flex gap-1.5">
                  <span className="tag">{words.kinds[item.kind]}</span>
                  {item.difficulty && <span className="tag">{item.difficulty}</span>}
                </span>
              </div>
              <p className="font-bold" lang={item.language === 'ja' ? 'en' : 'ja'}>
                {item.gloss}
              </p>
              {item.correction && (
                <p className="text-small">
                  {words.item.instead}: <b lang={item.language}>{item.correction}</b>
                </p>
              )}
              {item.explanation && (
                <p className="text-small text-ink-2" lang={item.language === 'ja' ? 'en' : 'ja'}>
                  {item.explanation}
                </p>
              )}
              <p className="text-small">
                <Link to={`/vocabulary/${encodeURIComponent(item.id)}`}>{words.item.open}</Link>
              </p>
            </section>
          ))}
          <button type="button" className="button button--small" onClick={onHear}>
            <Volume2 className="icon" aria-hidden />
            {words.item.hear}
          </button>
          <Popover.Arrow className="pop__arrow" />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
