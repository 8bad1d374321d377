import { useLoaderData, useSearchParams } from 'react-router';
import type { LoaderFunctionArgs, MetaFunction } from 'react-router';
import { load } from '../api.server.ts';
import type { LessonDetail } from '../api/types.ts';
import { LessonPage } from '../language/lesson/lesson-page.tsx';

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: loaderData ? `${loaderData.lesson.title} · Kinora` : 'Kinora' },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const version = new URL(request.url).searchParams.get('version');
  return load<LessonDetail>(
    request,
    `/lessons/${params['id']}${version ? `?version=${encodeURIComponent(version)}` : ''}`,
  );
}

/** One recording: its words, what they teach, and what is made of it. */
export default function Lesson() {
  const initial = useLoaderData<typeof loader>();
  const [parameters] = useSearchParams();
  const asked = Number(parameters.get('version'));
  const version = asked > 0 && asked < initial.lesson.version ? asked : undefined;
  return <LessonPage key={`${initial.lesson.id} ${version ?? ''}`} initial={initial} version={version} />;
}
