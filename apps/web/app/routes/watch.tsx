import { useParams, useSearchParams } from 'react-router';
import type { MetaFunction } from 'react-router';
import { Viewer } from '../broadcast/viewer.tsx';

export const meta: MetaFunction = () => [
  { title: 'Live · Kinora' },
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'no-referrer' },
];

/** The page to watch on: alone on the screen, for whoever has the link. With `?clean` it is the picture alone, for OBS. */
export default function Watch() {
  const { id = '' } = useParams();
  const [parameters] = useSearchParams();
  return <Viewer id={id} isClean={parameters.has('clean')} />;
}
