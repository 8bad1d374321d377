import { useEffect, useEffectEvent, useState } from 'react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { VocabularyPage } from '../../api/types.ts';
import { Notice } from '../../ui/notice.tsx';
import { useView } from '../view.ts';
import { useWords } from '../words.ts';
import { ItemCard } from './item-card.tsx';
import { ItemDialog } from './item-dialog.tsx';
import { ItemFilters } from './item-filters.tsx';
import { ItemTable } from './item-table.tsx';
import { filterNames, filtersOf, useVocabulary } from './use-vocabulary.ts';
import type { Filters } from './use-vocabulary.ts';

type Item = VocabularyPage['items'][number];
type VocabularyViewProps = {
  /** Only what is said in this recording. */
  lessonId?: string;
  renderPlaces: (item: Item) => ReactNode;
  /** Shown when there is no item at all. */
  empty: ReactNode;
};

/** Items with filters, as cards or as a table; filters are part of the address. */
export function VocabularyView({ lessonId, renderPlaces, empty }: VocabularyViewProps) {
  const { words } = useWords();
  const { itemsAs } = useView();
  const [parameters, setParameters] = useSearchParams();
  const filters = filtersOf(parameters);
  const asked = lessonId === undefined ? filters : { ...filters, lesson: lessonId };
  const vocabulary = useVocabulary(asked, 'form');
  const [edited, setEdited] = useState<string | null>(null);
  const items = vocabulary.data?.pages.flatMap((page) => page.items) ?? [];
  const facets = vocabulary.data?.pages[0]?.facets ?? null;
  const isFiltered = Object.keys(filters).length > 0;
  const editedItem = items.find(({ id }) => id === edited);

  const keep = useEffectEvent((change: Filters) => {
    const next = new URLSearchParams(parameters);
    for (const [name, value] of Object.entries(change)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setParameters(next, { replace: true, preventScrollReset: true });
  });
  // Typing waits a moment: every letter would ask the server.
  const [wanted, setWanted] = useState<Filters | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    const timer = setTimeout(
      () => {
        keep(wanted);
        setWanted(null);
      },
      'query' in wanted ? 200 : 0,
    );
    return () => clearTimeout(timer);
  }, [wanted]);

  return (
    <div className="stack gap-5">
      <ItemFilters
        filters={filters}
        facets={facets}
        isOneRecording={lessonId !== undefined}
        onFilter={(change) => setWanted((before) => ({ ...before, ...change }))}
      />
      {vocabulary.error && (
        <Notice
          tone="air"
          title={words.common.failed}
          actions={
            <button type="button" className="button button--small" onClick={() => void vocabulary.refetch()}>
              {words.common.tryAgain}
            </button>
          }
        >
          <span lang="en">{vocabulary.error.message}</span>
        </Notice>
      )}
      {vocabulary.isPending && (
        <div className="cards">
          <output className="sr-only">{words.common.loading}</output>
          {[0, 1, 2, 3, 4, 5].map((card) => (
            <div key={card} className="ghost h-44" />
          ))}
        </div>
      )}
      {facets && items.length > 0 && (
        <output className="num text-small text-ink-2">{words.vocabulary.count(countOf(facets, items.length))}</output>
      )}
      {itemsAs === 'cards' && items.length > 0 && (
        <ul className="cards">
          {items.map((item) => (
            <ItemCard key={item.id} item={item} places={renderPlaces(item)} onEdit={() => setEdited(item.id)} />
          ))}
        </ul>
      )}
      {itemsAs === 'table' && items.length > 0 && (
        <ItemTable items={items} renderPlaces={renderPlaces} onEdit={({ id }) => setEdited(id)} />
      )}
      {vocabulary.isSuccess &&
        items.length === 0 &&
        (isFiltered ? (
          <output className="stack gap-3 py-6">
            <h2>{words.vocabulary.nothing}</h2>
            <p className="text-ink-2">{words.vocabulary.nothingHint}</p>
            <p>
              <button
                type="button"
                className="button button--small"
                onClick={() => setWanted(Object.fromEntries(filterNames.map((name) => [name, ''])))}
              >
                {words.vocabulary.clear}
              </button>
            </p>
          </output>
        ) : (
          empty
        ))}
      {vocabulary.hasNextPage && (
        <p className="text-center">
          <button
            type="button"
            className="button"
            aria-busy={vocabulary.isFetchingNextPage}
            onClick={() => void vocabulary.fetchNextPage()}
          >
            {words.vocabulary.more}
          </button>
        </p>
      )}
      {editedItem && <ItemDialog key={editedItem.id} item={editedItem} onClose={() => setEdited(null)} />}
    </div>
  );
}

/** All that fit; pages may hold more than have come. */
function countOf({ total }: { total: number }, shown: number): number {
  return Math.max(total, shown);
}
