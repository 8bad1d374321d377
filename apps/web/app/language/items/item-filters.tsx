import { itemKinds, reviewStates } from '@kinora/studios/language/schema';
import { Download, LayoutGrid, Rows3, Search } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { apiBase } from '../../api/client.ts';
import type { VocabularyFacets } from '../../api/types.ts';
import { useView } from '../view.ts';
import { useWords } from '../words.ts';
import type { FilterName, Filters } from './use-vocabulary.ts';

type ItemFiltersProps = {
  filters: Filters;
  facets: VocabularyFacets | null;
  /** Within one recording there is nothing to choose among recordings. */
  isOneRecording: boolean;
  onFilter: (change: Filters) => void;
};

/** What is shown of the vocabulary, how, and as which file it is taken along. */
export function ItemFilters({ filters, facets, isOneRecording, onFilter }: ItemFiltersProps) {
  const { words, locale } = useWords();
  const { itemsAs, setView } = useView();
  const kinds = itemKinds.filter((kind) => (facets?.kind[kind] ?? 0) > 0 || filters.kind === kind);
  const select = (name: FilterName, label: string, options: [value: string, label: string][]) =>
    (options.length > 0 || filters[name]) && (
      <label className="pickone">
        <span>{label}</span>
        <select value={filters[name] ?? ''} onChange={(event) => onFilter({ [name]: event.target.value })}>
          <option value="">{words.vocabulary.any}</option>
          {options.map(([value, name_]) => (
            <option key={value} value={value}>
              {name_}
            </option>
          ))}
        </select>
      </label>
    );
  const counted = (counts: Record<string, number> | undefined): [string, string][] =>
    Object.entries(counts ?? {}).map(([value, count]) => [value, `${value} (${count})`]);
  const asked = new URLSearchParams(filters);

  return (
    <search className="grid gap-3">
      <div className="tools mb-0!">
        <span className="find tools__search">
          <Search className="icon" aria-hidden />
          <input
            type="search"
            aria-label={words.vocabulary.search}
            placeholder={words.vocabulary.search}
            defaultValue={filters.query ?? ''}
            onChange={(event) => onFilter({ query: event.target.value.trim() })}
          />
        </span>
        <div className="flex items-center gap-1">
          {(['cards', 'table'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              className="button button--icon button--small toggle"
              aria-pressed={itemsAs === kind}
              aria-label={words.vocabulary[kind]}
              onClick={() => setView({ itemsAs: kind })}
            >
              {kind === 'cards' ? <LayoutGrid className="icon" aria-hidden /> : <Rows3 className="icon" aria-hidden />}
            </button>
          ))}
          <DropdownMenu.Root modal={false}>
            <DropdownMenu.Trigger className="button button--small ml-1">
              <Download className="icon" aria-hidden />
              {words.vocabulary.export}
            </DropdownMenu.Trigger>
            <DropdownMenu.Portal>
              <DropdownMenu.Content className="menu" lang={locale} align="end" sideOffset={4}>
                {(['csv', 'tsv', 'json'] as const).map((format) => (
                  <DropdownMenu.Item key={format} asChild>
                    <a
                      className="menu__item"
                      href={`${apiBase}/vocabulary/export?${new URLSearchParams([...asked, ['format', format]])}`}
                      download
                    >
                      {words.vocabulary.exportAs(format.toUpperCase())}
                    </a>
                  </DropdownMenu.Item>
                ))}
              </DropdownMenu.Content>
            </DropdownMenu.Portal>
          </DropdownMenu.Root>
        </div>
      </div>
      <div className="filters">
        <fieldset className="contents" aria-label={words.vocabulary.kind}>
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              className="choice choice--small"
              aria-pressed={filters.kind === kind}
              onClick={() => onFilter({ kind: filters.kind === kind ? '' : kind })}
            >
              {words.kinds[kind]} <span className="num text-tiny text-ink-3">{facets?.kind[kind] ?? 0}</span>
            </button>
          ))}
        </fieldset>
        <button
          type="button"
          className="choice choice--small"
          aria-pressed={filters.starred === 'true'}
          onClick={() => onFilter({ starred: filters.starred === 'true' ? '' : 'true' })}
        >
          {words.vocabulary.starred} <span className="num text-tiny text-ink-3">{facets?.starred ?? 0}</span>
        </button>
        {select('level', words.vocabulary.level, counted(facets?.level))}
        {select('tag', words.vocabulary.tag, counted(facets?.tag))}
        {select('speaker', words.vocabulary.speaker, counted(facets?.speaker))}
        {!isOneRecording &&
          select(
            'lesson',
            words.vocabulary.recording,
            (facets?.lesson ?? []).map(({ id, title, count }) => [id, `${title} (${count})`]),
          )}
        {select(
          'review',
          words.vocabulary.review,
          reviewStates.map((state) => [state, words.review[state]]),
        )}
        {((facets?.hidden ?? 0) > 0 || filters.hidden === 'true') && (
          <button
            type="button"
            className="choice choice--small"
            aria-pressed={filters.hidden === 'true'}
            onClick={() => onFilter({ hidden: filters.hidden === 'true' ? '' : 'true' })}
          >
            {words.item.hidden} <span className="num text-tiny text-ink-3">{facets?.hidden ?? 0}</span>
          </button>
        )}
      </div>
    </search>
  );
}
