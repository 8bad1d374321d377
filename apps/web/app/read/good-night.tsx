import { Link } from 'react-router';

type GoodNightProps = { line: string; picture?: string; closeTo: string; onAgain: () => void };

/** The clear end: one quiet line, and two things that can be done. */
export function GoodNight({ line, picture, closeTo, onAgain }: GoodNightProps) {
  return (
    <output className="read__night">
      {picture && <img className="read__dim" src={picture} alt="" />}
      <svg viewBox="0 0 48 48" className="size-14 text-lamp-text" aria-hidden fill="none" stroke="currentColor">
        <path d="M38 29.5A16 16 0 0 1 18.500 10a16 16 0 1 0 19.500 19.500z" strokeWidth="2.2" strokeLinejoin="round" />
      </svg>
      <p className="title read__line">{line}</p>
      <div className="flex flex-wrap justify-center gap-3">
        <Link className="button button--lamp" to={closeTo}>
          Close the book
        </Link>
        <button type="button" className="button button--bare" onClick={onAgain}>
          Once more
        </button>
      </div>
    </output>
  );
}
