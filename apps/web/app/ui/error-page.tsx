import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import { Brand } from './brand.tsx';

/** What a page becomes when it can't be shown: what is so, then what to do. */
export function ErrorPage() {
  const { title, text } = wordsFor(useRouteError());
  return (
    <>
      <title>{`${title} · Kinora`}</title>
      <header className="wrap bar">
        <Brand />
      </header>
      <main className="wrap page" id="main">
        <div className="grid items-center gap-8 min-[1000px]:grid-cols-2 min-[1000px]:gap-16">
          <div className="stack gap-5">
            <h1 className="greeting">{title}</h1>
            <p className="lead">{text}</p>
            <p>
              <Link className="button" to="/" reloadDocument>
                Go home
              </Link>
            </p>
          </div>
          <img className="w-full rounded-2" src="/pictures/asleep.jpg" alt="" width="864" height="486" />
        </div>
      </main>
    </>
  );
}

function wordsFor(error: unknown): { title: string; text: string } {
  if (isRouteErrorResponse(error)) {
    if (error.status === 401)
      return {
        title: 'This browser isn’t signed in yet',
        text: 'Open the sign-in link that Kinora printed in its terminal window when it started. It keeps your stories to you.',
      };
    // An id that is none answers 400; to a reader it is the same as a page that isn't there.
    if (error.status === 404 || error.status === 400)
      return { title: 'There is no page here', text: 'It may have been deleted, or the address has a slip in it.' };
    const detail = (error.data as { detail?: unknown } | null)?.detail;
    return {
      title: 'This page can’t be shown',
      text: typeof detail === 'string' ? detail : `The server answered ${error.status}. Your stories are safe.`,
    };
  }
  return {
    title: 'This page stopped working',
    text: 'Your stories are safe. Loading the page again usually helps.',
  };
}
