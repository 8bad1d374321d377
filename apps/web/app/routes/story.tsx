import { useLoaderData, useSearchParams } from 'react-router';
import type { LoaderFunctionArgs, MetaFunction } from 'react-router';
import { load } from '../api.server.ts';
import type { StoryDetail } from '../api/types.ts';
import { Finished } from '../story/finished.tsx';
import { Making } from '../story/making.tsx';
import { Unfinished } from '../story/unfinished.tsx';
import { useStory } from '../story/use-story.ts';

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: loaderData ? `${loaderData.story.title} · Kinora` : 'Kinora' },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const version = new URL(request.url).searchParams.get('version');
  return load<StoryDetail>(
    request,
    `/stories/${params['id']}${version ? `?version=${encodeURIComponent(version)}` : ''}`,
  );
}

/** A story: while it is made, when it is done, and when it was stopped. */
export default function Story() {
  const initial = useLoaderData<typeof loader>();
  const [parameters] = useSearchParams();
  const asked = Number(parameters.get('version'));
  const version = asked > 0 && asked < initial.story.version ? asked : undefined;
  const { detail, job, shown, progress, isLost } = useStory(initial, version);
  const shared = { detail, job, progress, isLost };

  if (shown) return <Finished key={`${detail.story.id} ${version}`} shown={shown} {...shared} />;
  if (detail.story.state === 'making') return <Making key={detail.story.id} {...shared} />;
  return <Unfinished detail={detail} job={job} />;
}
