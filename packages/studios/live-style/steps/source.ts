import { KinoraError } from '@kinora/capabilities';
import type { AssetRef, Json } from '@kinora/capabilities';
import { readFilmSource } from '@kinora/media/video/restyle';
import type { FilmSource } from '@kinora/media/video/restyle';
import type { LiveStyleContext } from '../pipeline.ts';
import { liveFileLimits } from '../projects.ts';

/** How large, long and fast a stored film is. @throws KinoraError `request.invalid` when it is none, or too long. */
export async function sourceOf(file: AssetRef, { step, assets }: LiveStyleContext): Promise<FilmSource> {
  const source = (await step(
    { name: 'live-style.source', version: 1, inputs: { file: file.asset } },
    async ({ signal }) =>
      (await assets.lend([file], ([path = '']) => readFilmSource(path, { signal }))) as unknown as Json,
  )) as unknown as FilmSource;
  if (source.seconds > liveFileLimits.seconds) {
    throw new KinoraError(
      'request.invalid',
      `The video has ${Math.round(source.seconds / 60)} minutes; at most 120 are styled at once.`,
    );
  }
  return source;
}
