import { Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Link, useLoaderData, useSearchParams } from 'react-router';
import type { LoaderFunctionArgs, MetaFunction } from 'react-router';
import { load } from '../api.server.ts';
import type { Library as LibraryPage, StorySummary } from '../api/types.ts';
import { BookMenu } from '../library/book-menu.tsx';
import { Book } from '../library/book.tsx';
import { DeleteDialog } from '../library/delete-dialog.tsx';
import { RenameDialog } from '../library/rename-dialog.tsx';
import { shelvesOf } from '../library/shelves.ts';
import { useLibrary, useLibraryChanges } from '../library/use-library.ts';
import { Notice } from '../ui/notice.tsx';

export const meta: MetaFunction = () => [{ title: 'Library · Kinora' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams.get('query') ?? '';
  const parameters = new URLSearchParams({ limit: '48', ...(query ? { query } : {}) });
  return { query, page: await load<LibraryPage>(request, `/stories?${parameters}`), now: new Date().toISOString() };
}

/** All stories as covers: search, rename, delete for good, take along. */
export default function Library() {
  const initial = useLoaderData<typeof loader>();
  const [parameters, setParameters] = useSearchParams();
  const [text, setText] = useState(parameters.get('query') ?? '');
  const query = useDeferredValue(text.trim());
  const library = useLibrary(query, initial);
  const { rename, remove } = useLibraryChanges();
  const [asked, setAsked] = useState<{ about: 'rename' | 'delete'; story: StorySummary } | null>(null);
  const stories = library.data?.pages.flatMap((page) => page.items) ?? [];
  const isEmpty = library.data !== undefined && stories.length === 0;
  const close = () => {
    setAsked(null);
    rename.reset();
    remove.reset();
  };

  return (
    <>
      <div className="head items-center!">
        <h1>Library</h1>
        <search className="max-[760px]:w-full">
          <form
            className="find"
            onSubmit={(event) => {
              event.preventDefault();
              setParameters(query ? { query } : {}, { replace: true });
            }}
          >
            <Search className="icon" aria-hidden />
            <input
              type="search"
              name="query"
              aria-label="Search the library"
              placeholder="A title, a name, a word"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </form>
        </search>
      </div>
      {library.error && (
        <Notice
          tone="air"
          title="The shelf can’t be read"
          actions={
            <button type="button" className="button button--small" onClick={() => void library.refetch()}>
              Try again
            </button>
          }
        >
          {library.error.message}
        </Notice>
      )}
      {isEmpty && query === '' && (
        <div className="grid items-center gap-8 min-[900px]:grid-cols-2 min-[900px]:gap-16">
          <img className="w-full rounded-2" src="/pictures/asleep.jpg" alt="" width="864" height="486" />
          <div className="stack gap-4">
            <h2>No stories yet</h2>
            <p className="text-ink-2">
              Tell Kinora one thing your child likes. The first page is there in about two seconds, the whole book soon
              after.
            </p>
            <p>
              <Link className="button button--lamp" to="/story">
                Tell the first one
              </Link>
            </p>
          </div>
        </div>
      )}
      {isEmpty && query !== '' && (
        <output className="stack gap-3">
          <h2>Nothing called “{query}”</h2>
          <p className="text-ink-2">Titles and wishes were searched. A shorter word may find more.</p>
          <p>
            <button type="button" className="button button--small" onClick={() => setText('')}>
              Show all stories
            </button>
          </p>
        </output>
      )}
      {shelvesOf(stories, new Date(initial.now)).map((shelf) => (
        <section key={shelf.name} className="mb-10" aria-labelledby={shelfId(shelf.name)}>
          <h2 id={shelfId(shelf.name)} className="legend mb-4! font-sans! tracking-normal!">
            {shelf.name}
          </h2>
          <ul className="shelf">
            {shelf.stories.map((story) => (
              <Book key={story.id} story={story}>
                <BookMenu
                  story={story}
                  onRename={() => setAsked({ about: 'rename', story })}
                  onDelete={() => setAsked({ about: 'delete', story })}
                />
              </Book>
            ))}
          </ul>
        </section>
      ))}
      {library.hasNextPage && (
        <p className="text-center">
          <button
            type="button"
            className="button"
            aria-busy={library.isFetchingNextPage}
            onClick={() => void library.fetchNextPage()}
          >
            {library.isFetchingNextPage ? 'Looking further back…' : 'Further back'}
          </button>
        </p>
      )}
      {asked?.about === 'rename' && (
        <RenameDialog
          story={asked.story}
          isBusy={rename.isPending}
          problem={rename.error?.message}
          onRename={(title) => rename.mutate({ id: asked.story.id, title }, { onSuccess: close })}
          onClose={close}
        />
      )}
      {asked?.about === 'delete' && (
        <DeleteDialog
          story={asked.story}
          isBusy={remove.isPending}
          problem={remove.error?.message}
          onDelete={() => remove.mutate(asked.story.id, { onSuccess: close })}
          onClose={close}
        />
      )}
    </>
  );
}

function shelfId(name: string): string {
  return `shelf-${name.toLowerCase().replaceAll(/\W+/g, '-')}`;
}
