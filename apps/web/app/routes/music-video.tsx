import { useLoaderData, useSearchParams } from 'react-router';
import type { LoaderFunctionArgs, MetaFunction } from 'react-router';
import { load } from '../api.server.ts';
import type { MusicVideoDetail } from '../api/types.ts';
import { Editor } from '../music/editor.tsx';
import { useMusicVideo } from '../music/use-music-video.ts';

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: loaderData ? `${loaderData.video.title} · Kinora` : 'Kinora' },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const version = new URL(request.url).searchParams.get('version');
  return load<MusicVideoDetail>(
    request,
    `/music-videos/${params['id']}${version ? `?version=${encodeURIComponent(version)}` : ''}`,
  );
}

/** A music video: while it is made and when it is there, one and the same page. */
export default function MusicVideo() {
  const initial = useLoaderData<typeof loader>();
  const [parameters] = useSearchParams();
  const asked = Number(parameters.get('version'));
  const version = asked > 0 && asked < initial.video.version ? asked : undefined;
  const state = useMusicVideo(initial, version);
  return <Editor key={`${initial.video.id} ${version ?? ''}`} {...state} />;
}
