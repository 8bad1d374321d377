import { data } from 'react-router';

export function loader() {
  throw data(null, { status: 404 });
}

/** Never shown: the loader answers 404 and the error page takes over. */
export default function NotFound() {
  return null;
}
