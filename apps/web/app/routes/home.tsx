import { Camera, Music, Play } from 'lucide-react';
import { Link, useLoaderData } from 'react-router';
import type { LoaderFunctionArgs, MetaFunction } from 'react-router';
import { load } from '../api.server.ts';
import { assetUrl, pageOf } from '../api/client.ts';
import type { Library, Project } from '../api/types.ts';
import { greetingAt } from '../home/greeting.ts';
import { IdeaShelf } from '../home/idea-shelf.tsx';
import { WishLine } from '../home/wish-line.tsx';
import { nameOf } from '../library/project-facts.ts';
import { Piece } from '../library/piece.tsx';
import { useReading } from '../read/reading.ts';
import { Screen } from '../ui/screen.tsx';

export const meta: MetaFunction = () => [{ title: 'Kinora' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const library = await load<Library>(request, '/projects?limit=9');
  return { projects: library.items, greeting: greetingAt(new Date().getHours()) };
}

function isWide(project: Project): boolean {
  if (project.studio === 'language') return true;
  if (project.studio === 'live-style') return project.width > project.height;
  return project.studio === 'story' ? project.aspect === '16:9' : !['1080x1920', '1080x1080'].includes(project.size);
}

/** A place to write the wish at once or drop a song, what was made last, and the shelf. */
export default function Home() {
  const { projects, greeting } = useLoaderData<typeof loader>();
  const latest = projects.find((project) => project.state === 'ready' && project.cover);
  const bookmark = useReading((state) => (latest ? state.pages[latest.id] : undefined));
  const pageLeft = bookmark && bookmark > 1 ? bookmark : undefined;
  const shelf = projects.filter((project) => project !== latest).slice(0, 4);
  const isStory = latest?.studio === 'story';

  return (
    <>
      <div className="grid items-center gap-8 pb-10 min-[1000px]:grid-cols-[5fr_7fr] min-[1000px]:gap-16">
        <div className="stack gap-5">
          <h1 className="greeting">
            {greeting}
            <br />
            What shall we make?
          </h1>
          <p className="lead">
            A wish becomes a picture book, read aloud word by word; a song becomes a video that moves with it; your
            camera becomes a painting. All of it is made on this computer.
          </p>
          <WishLine />
          <p className="text-small text-ink-2">
            Or <Link to="/story">choose voice, length and pictures</Link> first.
          </p>
        </div>
        {latest?.cover ? (
          <Screen
            src={assetUrl(latest.cover)}
            alt={`Cover of ${latest.title}`}
            ratio={isWide(latest) ? '16 / 9' : '4 / 3'}
            plate={
              <>
                <div>
                  <p className="text-small text-ink-2">
                    {isStory
                      ? pageLeft
                        ? 'Where you left off'
                        : 'Your latest story'
                      : `Your latest ${nameOf(latest)}`}
                  </p>
                  <h2>{latest.title}</h2>
                </div>
                <Link
                  className="button"
                  to={isStory ? `/read/${latest.id}${pageLeft ? `?page=${pageLeft}` : ''}` : pageOf(latest)}
                >
                  <Play className="icon fill-current" aria-hidden />
                  {isStory ? (pageLeft ? `Page ${pageLeft}` : 'Read') : 'Watch'}
                </Link>
              </>
            }
          />
        ) : (
          <Screen
            src="/pictures/welcome.jpg"
            alt="A small fox with a lantern in a moonlit forest"
            plate={
              <p className="text-small text-ink-2">A page as Kinora paints it. Yours comes in about two seconds.</p>
            }
          />
        )}
      </div>
      <section className="song-invite" aria-labelledby="song-invite">
        <img src="/pictures/song.jpg" alt="" width="960" height="540" loading="lazy" />
        <div className="stack gap-1">
          <h2 id="song-invite" className="text-lead!">
            Have you made a song?
          </h2>
          <p className="text-small text-ink-2">
            Kinora listens to it, paints a picture for every turn it takes, and films it on the beat.
          </p>
        </div>
        <Link className="button" to="/music">
          <Music className="icon" aria-hidden />
          Film a song
        </Link>
      </section>
      <section className="song-invite song-invite--more" aria-labelledby="live-invite">
        <img src="/live/welcome.jpg" alt="" width="960" height="540" loading="lazy" />
        <div className="stack gap-1">
          <h2 id="live-invite" className="text-lead!">
            Would you like to be a painting?
          </h2>
          <p className="text-small text-ink-2">
            Your camera becomes a moving picture in oil, ink or neon, at once. Record it, or let others watch by a link.
          </p>
        </div>
        <Link className="button" to="/live">
          <Camera className="icon" aria-hidden />
          Paint me
        </Link>
      </section>
      {shelf.length > 0 ? (
        <section aria-labelledby="lately">
          <div className="mb-4 flex items-baseline justify-between">
            <h2 id="lately">Lately</h2>
            <Link className="text-small" to="/library">
              Whole library
            </Link>
          </div>
          <ul className="shelf">
            {shelf.map((project) => (
              <Piece key={project.id} project={project} />
            ))}
          </ul>
        </section>
      ) : (
        <IdeaShelf />
      )}
      <p className="mt-12 border-t border-aisle pt-5 text-small text-ink-3">
        Story, Music video, Live style and Language are open, each on its own and all of them offline.
      </p>
    </>
  );
}
