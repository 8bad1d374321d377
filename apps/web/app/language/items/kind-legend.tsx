import { itemKinds } from '@kinora/studios/language/schema';
import type { VocabularyItem } from '@kinora/studios/language/schema';
import { Link } from 'react-router';
import { useWords } from '../words.ts';

/** What the lines under words mean, and how many there are of each. */
export function KindLegend({ items }: { items: readonly VocabularyItem[] }) {
  const { words } = useWords();
  const kinds = itemKinds.filter((kind) => items.some((item) => item.kind === kind));
  if (kinds.length === 0) return null;
  return (
    <ul className="legendrow max-[999px]:hidden">
      {kinds.map((kind) => (
        <li key={kind}>
          <Link to={`?tab=vocabulary&kind=${kind}`} preventScrollReset>
            <span className={`item item--${kind}`}>{words.kinds[kind]}</span>{' '}
            <span className="num text-ink-3">{items.filter((item) => item.kind === kind).length}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
