import { Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { VocabularyPage } from '../../api/types.ts';
import { useWords } from '../words.ts';
import { explainedIn, ItemTags, StarButton } from './item-bits.tsx';

type ItemTableProps = {
  items: VocabularyPage['items'];
  renderPlaces: (item: VocabularyPage['items'][number]) => ReactNode;
  onEdit: (item: VocabularyPage['items'][number]) => void;
};

/** Items in rows, for going through many. */
export function ItemTable({ items, renderPlaces, onEdit }: ItemTableProps) {
  const { words } = useWords();
  const { columns } = words.vocabulary;
  return (
    // A wide table is scrolled by keyboard, too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table" aria-label={words.vocabulary.table} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.form}</th>
            <th scope="col">{columns.gloss}</th>
            <th scope="col">{columns.kind}</th>
            <th scope="col">{columns.said}</th>
            <th aria-label={words.item.edit} />
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id} data-hidden={item.isHidden}>
              <th scope="row" lang={item.language}>
                <Link className="table__form" to={`/vocabulary/${encodeURIComponent(item.id)}`}>
                  {item.form}
                </Link>
                {item.reading && item.reading !== item.form && (
                  <span className="block text-tiny font-normal text-ink-3">{item.reading}</span>
                )}
              </th>
              <td lang={explainedIn(item)}>{item.gloss}</td>
              <td>
                <ItemTags item={item} />
              </td>
              <td>{renderPlaces(item)}</td>
              <td>
                <span className="flex justify-end">
                  <button
                    type="button"
                    className="button button--icon button--small"
                    aria-label={words.item.editThis(item.form)}
                    onClick={() => onEdit(item)}
                  >
                    <Pencil className="icon" aria-hidden />
                  </button>
                  <StarButton item={item} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
