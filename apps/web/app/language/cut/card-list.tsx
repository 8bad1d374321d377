import type { CutPlan, VocabularyItem } from '@kinora/studios/language/schema';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import type { Playback } from '../../music/playback.ts';
import { clock } from '../time.ts';
import { useWords } from '../words.ts';

type CardListProps = {
  cards: CutPlan['cards'];
  items: readonly VocabularyItem[];
  playback: Playback;
  onChange: ((cards: CutPlan['cards']) => void) | null;
};

/** Vocabulary cards of the main video. */
export function CardList({ cards, items, playback, onChange }: CardListProps) {
  const { words } = useWords();
  const known = useMemo(() => new Map(items.map((item) => [item.id, item])), [items]);
  return (
    <section aria-labelledby="cards">
      <h2 id="cards">{words.cut.cards}</h2>
      <p className="mb-3 text-small text-ink-2">{cards.length > 0 ? words.cut.cardsHint : words.cut.noCards}</p>
      <ul className="rows rows--scroll">
        {cards.map((card, at) => {
          const item = known.get(card.item);
          return (
            <li key={`${card.item} ${card.start}`} className="flex items-center gap-3 py-1 text-small">
              <button
                type="button"
                className="when num shrink-0"
                onClick={() => {
                  playback.seek(Math.max(0, card.start - 0.5));
                  playback.play();
                }}
              >
                {clock(card.start)}
              </button>
              <b lang={item?.language}>{item?.form ?? card.item}</b>
              <span className="min-w-0 flex-1 truncate text-ink-2" lang={item?.language === 'ja' ? 'en' : 'ja'}>
                {item?.gloss}
              </span>
              {onChange && (
                <button
                  type="button"
                  className="button button--icon button--small"
                  aria-label={words.cut.cardOff(item?.form ?? card.item)}
                  onClick={() => onChange(cards.toSpliced(at, 1))}
                >
                  <X className="icon" aria-hidden />
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
