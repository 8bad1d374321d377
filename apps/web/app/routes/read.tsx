import { useLoaderData, useSearchParams } from 'react-router';
import type { LoaderFunctionArgs, MetaFunction } from 'react-router';
import { load } from '../api.server.ts';
import type { StoryDetail } from '../api/types.ts';
import { ReadAlong } from '../read/read-along.tsx';
import { useStory } from '../story/use-story.ts';

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: loaderData ? `${loaderData.story.title} · Kinora` : 'Kinora' },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return load<StoryDetail>(request, `/stories/${params['id']}`);
}

/** The read-along page: alone on the screen, night in every theme. */
export default function Read() {
  const initial = useLoaderData<typeof loader>();
  const [parameters] = useSearchParams();
  const { detail, shown, progress } = useStory(initial);
  const result = shown?.story;
  const page = Number(parameters.get('page') ?? 1);

  return (
    <ReadAlong
      key={detail.story.id}
      storyId={detail.story.id}
      title={detail.result ? detail.story.title : (progress.title ?? detail.story.title)}
      dedication={result?.dedication}
      goodNight={result?.goodNight ?? 'Good night. Sleep well.'}
      pages={progress.pages}
      total={progress.expected || detail.story.scenes}
      aspect={result?.request.aspect ?? detail.story.aspect}
      firstPage={Number.isInteger(page) && page > 0 ? page - 1 : 0}
    />
  );
}
