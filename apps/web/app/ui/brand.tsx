import { Link } from 'react-router';

/** The fan of light and the name; leads home. */
export function Brand() {
  return (
    <Link className="brand" to="/" aria-label="Kinora, home">
      <svg
        viewBox="0 0 30 30"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      >
        <path d="M15 25V5M15 25L8.6 7.5M15 25l6.4-17.5M15 25L4 12.5M15 25l11-12.5" />
        <circle cx="15" cy="25" r="2.6" fill="currentColor" />
      </svg>
      Kinora
    </Link>
  );
}
