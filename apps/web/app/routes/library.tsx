import { Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Link, useLoaderData, useSearchParams } from 'react-router';
import type { LoaderFunctionArgs, MetaFunction } from 'react-router';
import { load } from '../api.server.ts';
import type { Library as LibraryPage, Project } from '../api/types.ts';
import { PieceMenu } from '../library/piece-menu.tsx';
import { Piece } from '../library/piece.tsx';
import { DeleteDialog } from '../library/delete-dialog.tsx';
import { RenameDialog } from '../library/rename-dialog.tsx';
import { shelvesOf } from '../library/shelves.ts';
import { useLibrary, useLibraryChanges } from '../library/use-library.ts';
import type { StudioFilter } from '../library/use-library.ts';
import { Notice } from '../ui/notice.tsx';

export const meta: MetaFunction = () => [{ title: 'Library · Kinora' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const query = asked.get('query') ?? '';
  const studio = studioOf(asked.get('studio'));
  const parameters = new URLSearchParams({ limit: '48', ...(query && { query }), ...(studio && { studio }) });
  return {
    query,
    studio,
    page: await load<LibraryPage>(request, `/projects?${parameters}`),
    now: new Date().toISOString(),
  };
}

/** Everything that was made, as covers: search, rename, delete for good, take along. */
export default function Library() {
  const initial = useLoaderData<typeof loader>();
  const [parameters, setParameters] = useSearchParams();
  const [text, setText] = useState(parameters.get('query') ?? '');
  const query = useDeferredValue(text.trim());
  const studio = studioOf(parameters.get('studio'));
  const library = useLibrary({ query, studio }, initial);
  const { rename, remove } = useLibraryChanges();
  const [asked, setAsked] = useState<{ about: 'rename' | 'delete'; project: Project } | null>(null);
  const projects = library.data?.pages.flatMap((page) => page.items) ?? [];
  const isEmpty = library.data !== undefined && projects.length === 0;
  const keep = (change: Record<string, string>) =>
    setParameters(
      Object.entries({ query, studio, ...change }).filter(([, value]) => value !== ''),
      { replace: true, preventScrollReset: true },
    );
  const close = () => {
    setAsked(null);
    rename.reset();
    remove.reset();
  };

  return (
    <>
      <div className="head items-center!">
        <h1>Library</h1>
        <search className="flex flex-wrap items-center gap-x-6 gap-y-3 max-[760px]:w-full">
          <fieldset className="choices">
            <legend className="sr-only">What to show</legend>
            {filters.map((filter) => (
              <button
                key={filter.value}
                type="button"
                className="choice"
                aria-pressed={filter.value === studio}
                onClick={() => keep({ studio: filter.value })}
              >
                {filter.label}
              </button>
            ))}
          </fieldset>
          <form
            className="find"
            onSubmit={(event) => {
              event.preventDefault();
              keep({ query });
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
            <h2>{nothing[studio].title}</h2>
            <p className="text-ink-2">{nothing[studio].words}</p>
            <p className="line">
              {(studio === '' || studio === 'story') && (
                <Link className="button button--lamp" to="/story">
                  Tell the first one
                </Link>
              )}
              {(studio === '' || studio === 'music-video') && (
                <Link className={`button ${studio === '' ? '' : 'button--lamp'}`} to="/music">
                  Film a song
                </Link>
              )}
              {(studio === '' || studio === 'language') && (
                <Link className={`button ${studio === '' ? '' : 'button--lamp'}`} to="/language">
                  Learn from a recording
                </Link>
              )}
              {(studio === '' || studio === 'live-style') && (
                <Link className={`button ${studio === '' ? '' : 'button--lamp'}`} to="/live">
                  Open the camera
                </Link>
              )}
            </p>
          </div>
        </div>
      )}
      {isEmpty && query !== '' && (
        <output className="stack gap-3">
          <h2>Nothing called “{query}”</h2>
          <p className="text-ink-2">Titles, wishes and themes were searched. A shorter word may find more.</p>
          <p>
            <button type="button" className="button button--small" onClick={() => setText('')}>
              Show everything
            </button>
          </p>
        </output>
      )}
      {shelvesOf(projects, new Date(initial.now)).map((shelf) => (
        <section key={shelf.name} className="mb-10" aria-labelledby={shelfId(shelf.name)}>
          <h2 id={shelfId(shelf.name)} className="legend mb-4! font-sans! tracking-normal!">
            {shelf.name}
          </h2>
          <ul className="shelf">
            {shelf.projects.map((project) => (
              <Piece key={project.id} project={project}>
                <PieceMenu
                  project={project}
                  onRename={() => setAsked({ about: 'rename', project })}
                  onDelete={() => setAsked({ about: 'delete', project })}
                />
              </Piece>
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
          project={asked.project}
          isBusy={rename.isPending}
          problem={rename.error?.message}
          onRename={(title) => rename.mutate({ project: asked.project, title }, { onSuccess: close })}
          onClose={close}
        />
      )}
      {asked?.about === 'delete' && (
        <DeleteDialog
          project={asked.project}
          isBusy={remove.isPending}
          problem={remove.error?.message}
          onDelete={() => remove.mutate(asked.project, { onSuccess: close })}
          onClose={close}
        />
      )}
    </>
  );
}

const story = {
  title: 'No stories yet',
  words:
    'Tell Kinora one thing your child likes. The first page is there in about two seconds, the whole book soon after.',
};

const nothing: Record<StudioFilter, { title: string; words: string }> = {
  '': story,
  story,
  'music-video': {
    title: 'No music videos yet',
    words: 'Drop a song. What Kinora hears in it is on the screen in about two seconds, the storyboard soon after.',
  },
  'live-style': {
    title: 'Nothing painted yet',
    words: 'Open the camera, choose a look, and record or take a picture. Nothing is kept unless you do.',
  },
  language: {
    title: 'No recordings yet',
    words: 'Bring a recording or its subtitles. What is worth learning in it is found in seconds.',
  },
};

const filters: readonly { value: StudioFilter; label: string }[] = [
  { value: '', label: 'All' },
  { value: 'story', label: 'Stories' },
  { value: 'music-video', label: 'Music videos' },
  { value: 'live-style', label: 'Live style' },
  { value: 'language', label: 'Language' },
];

function studioOf(value: string | null): StudioFilter {
  return filters.find((filter) => filter.value === value)?.value ?? '';
}

function shelfId(name: string): string {
  return `shelf-${name.toLowerCase().replaceAll(/\W+/g, '-')}`;
}
