import { KinoraError } from '@kinora/capabilities';
import type { AssetRef } from '@kinora/capabilities';
import { provenanceLine } from '@kinora/media/documents';
import { makeSeekable, planRestyle, restyleWorkers } from '@kinora/media/video/restyle';
import type { LiveStyleContext, Teller } from '../pipeline.ts';
import type { RecordingRequest } from '../projects.ts';
import { provenanceOf } from './details.ts';
import { joinFilm, paintFilm } from './paint.ts';
import { sourceOf } from './source.ts';
import { makeThumbnail } from './thumbnail.ts';

/** Keeps a recording of the live page: seekable at once, then as an MP4 that plays everywhere. */
export async function keepRecording(
  { request, title }: { request: RecordingRequest; title: string },
  context: LiveStyleContext,
  teller: Teller,
): Promise<void> {
  const { file, style, engine } = request;
  const source = await sourceOf(file, context);
  if (!/matroska|webm|mov|mp4/.test(source.format)) {
    throw new KinoraError('request.invalid', 'A recording is WebM or MP4; style other videos with "video".');
  }
  const size = { ...source, fps: Math.min(30, Math.max(1, source.fps)) };
  const planned = planRestyle(size, { size: 'source', fps: size.fps, workers: restyleWorkers });
  // Nothing is painted: there is nothing to settle, and no seam to hide.
  const plan = { ...planned, paintWidth: planned.width, paintHeight: planned.height, warmUp: 0, overlap: 0, hold: 1 };
  const { width, height, fps } = plan;
  await teller.facts({ width, height, fps, seconds: plan.frames / fps, hasSound: source.hasSound }, []);
  await teller.output('recording', await remux({ file, title, request }, context));
  teller.progress(0.1);
  const parts = await paintFilm({ file, plan, style: null }, context, (fraction) =>
    teller.progress(0.1 + fraction * 0.8),
  );
  const [first] = parts;
  if (first !== undefined)
    await teller.output('thumbnail', await makeThumbnail({ part: first, plan, style, title, engine }, context));
  const joined = await joinFilm(
    { parts, file, plan, style, title, engine, sound: source.hasSound },
    context,
    (fraction) => teller.progress(0.9 + fraction * 0.1),
  );
  await teller.output('video', joined.file);
}

async function remux(
  { file, title, request }: { file: AssetRef; title: string; request: RecordingRequest },
  { step, assets }: LiveStyleContext,
): Promise<AssetRef> {
  const { engine } = request;
  const { look, prompt } = request.style;
  const inputs = { file: file.asset, title, look, prompt, engine };
  return step<AssetRef>({ name: 'live-style.recording', version: 1, inputs }, async ({ signal }) => {
    const provenance = provenanceOf(title, request.style, { engine });
    const tags = { title, comment: provenanceLine(provenance), description: provenance.description ?? '' };
    return assets.lend([file], async ([path = '']) => {
      let mediaType = file.mediaType;
      const stored = await assets.putFile(
        async (out) => {
          ({ mediaType } = await makeSeekable({ path, out, tags }, { signal }));
        },
        { mediaType },
      );
      // What it is, is known only once it is written.
      return { ...stored, mediaType };
    });
  });
}
