import { Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { VocabularyPage } from '../../api/types.ts';
import { useWords } from '../words.ts';
import { explainedIn, ItemTags, ReviewSelect, StarButton } from './item-bits.tsx';
import { SaidIn } from './said-in.tsx';

type ItemCardProps = {
  item: VocabularyPage['items'][number];
  /** Where it is said. */
  places: ReactNode;
  onEdit: () => void;
};

/** An item as a card: what it is, what it means, and the sentence it was said in. */
export function ItemCard({ item, places, onEdit }: ItemCardProps) {
  const { words } = useWords();
  return (
    <li className="card" data-hidden={item.isHidden}>
      <div className="flex items-start justify-between gap-2">
        <p className="card__form" lang={item.language}>
          <Link to={`/vocabulary/${encodeURIComponent(item.id)}`}>{item.form}</Link>
          {item.reading && item.reading !== item.form && <span>{item.reading}</span>}
        </p>
        <span className="-mt-1.5 -mr-2 flex">
          <button
            type="button"
            className="button button--icon button--small"
            aria-label={words.item.editThis(item.form)}
            onClick={onEdit}
          >
            <Pencil className="icon" aria-hidden />
          </button>
          <StarButton item={item} />
        </span>
      </div>
      <p className="font-bold" lang={explainedIn(item)}>
        {item.gloss}
      </p>
      {item.explanation && (
        <p className="line-clamp-3 text-small text-ink-2" lang={explainedIn(item)}>
          {item.explanation}
        </p>
      )}
      {item.first && <SaidIn evidence={item.first} />}
      <div className="card__foot">
        {places}
        <span className="ml-auto flex items-center gap-2">
          <ItemTags item={item} />
          <ReviewSelect item={item} />
        </span>
      </div>
    </li>
  );
}
