import { useLoaderData } from 'react-router';
import type { LoaderFunctionArgs, MetaFunction } from 'react-router';
import { load } from '../api.server.ts';
import type { LiveWorkDetail } from '../api/types.ts';
import { Work } from '../live/studio-project/work.tsx';

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: loaderData ? `${loaderData.work.title} · Kinora` : 'Kinora' },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return load<LiveWorkDetail>(request, `/live-style/${params['id']}`);
}

/** A styled video, a recording or a picture of the live page. */
export default function LiveWork() {
  const initial = useLoaderData<typeof loader>();
  return <Work key={initial.work.id} initial={initial} />;
}
