import { ideas } from './choices.ts';

type WishIdeasProps = { onChoose: (wish: string) => void };

/** Wishes to take when none comes to mind. */
export function WishIdeas({ onChoose }: WishIdeasProps) {
  return (
    <div className="text-small text-ink-2">
      No idea tonight? Take one of these:
      <ul className="mt-1 flex flex-wrap gap-x-5">
        {ideas.map((idea) => (
          <li key={idea.wish}>
            <button
              type="button"
              className="min-h-8 text-left underline decoration-rail underline-offset-4 hover:text-ink"
              onClick={() => onChoose(idea.wish)}
            >
              {idea.wish}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
