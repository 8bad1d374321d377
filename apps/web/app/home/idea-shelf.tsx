import { Link } from 'react-router';
import { ideas } from '../story/choices.ts';

/** Wishes to begin with, each with a picture of what it could become. */
export function IdeaShelf() {
  return (
    <section aria-labelledby="ideas">
      <h2 id="ideas" className="mb-4">
        Ideas for tonight
      </h2>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-6 min-[900px]:grid-cols-4 min-[900px]:gap-6">
        {ideas.map((idea) => (
          <li key={idea.wish}>
            <Link
              className="group grid gap-3 rounded-2 no-underline"
              to={`/story?wish=${encodeURIComponent(idea.wish)}`}
            >
              <span className="block overflow-hidden rounded-2">
                <img
                  className="thumb aspect-video w-full object-cover transition-transform duration-(--dawn) group-hover:scale-103"
                  src={idea.picture}
                  alt=""
                  width="864"
                  height="486"
                />
              </span>
              <span className="title text-lead group-hover:text-lamp-text max-[760px]:text-body">
                {idea.wish.charAt(0).toUpperCase() + idea.wish.slice(1)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
