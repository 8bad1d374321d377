import { Star } from 'lucide-react';
import { reviewStates } from '@kinora/studios/language/schema';
import type { VocabularyEntry } from '../../api/types.ts';
import { useWords } from '../words.ts';
import { useItemChange } from './use-vocabulary.ts';

type ItemProps = { item: VocabularyEntry };

/** The language that explanations of an item are in: the other one. */
export function explainedIn({ language }: Pick<VocabularyEntry, 'language'>): 'ja' | 'en' {
  return language === 'ja' ? 'en' : 'ja';
}

/** Marks an item as one's own. */
export function StarButton({ item }: ItemProps) {
  const { words } = useWords();
  const change = useItemChange();
  return (
    <button
      type="button"
      className="button button--icon button--small star"
      aria-pressed={item.isStarred}
      aria-label={words.item.star(item.form)}
      onClick={() => change.mutate({ id: item.id, change: { isStarred: !item.isStarred } })}
    >
      <Star className="icon" aria-hidden />
    </button>
  );
}

/** Kind, level and register of an item. */
export function ItemTags({ item }: ItemProps) {
  const { words } = useWords();
  return (
    <span className="flex flex-wrap gap-1.5">
      <span className={`tag tag--kind tag--${item.kind}`}>{words.kinds[item.kind]}</span>
      {item.difficulty && (
        <span className="tag" title={words.item.unofficial}>
          {item.difficulty}
        </span>
      )}
      {item.isHidden && <span className="tag">{words.item.hidden}</span>}
    </span>
  );
}

/** How far one has learned an item. */
export function ReviewSelect({ item }: ItemProps) {
  const { words } = useWords();
  const change = useItemChange();
  return (
    <select
      className="input input--small w-auto! text-tiny"
      aria-label={`${words.item.review} (${item.form})`}
      value={item.review}
      onChange={(event) =>
        change.mutate({ id: item.id, change: { review: event.target.value as (typeof reviewStates)[number] } })
      }
    >
      {reviewStates.map((state) => (
        <option key={state} value={state}>
          {words.review[state]}
        </option>
      ))}
    </select>
  );
}
