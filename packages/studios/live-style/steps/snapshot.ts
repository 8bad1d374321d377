import { KinoraError, readPictureHeader } from '@kinora/capabilities';
import type { AssetRef } from '@kinora/capabilities';
import { addPngTexts, provenanceLine, xmpPacket } from '@kinora/media/documents';
import { fitUploadedPicture } from '@kinora/media/pictures';
import type { LiveStyleContext, Teller } from '../pipeline.ts';
import type { SnapshotRequest } from '../projects.ts';
import { provenanceOf } from './details.ts';

/** Longest sides of a picture and of its thumbnail, in pixels. */
const longest = { picture: 4096, thumbnail: 640 } as const;

/** Keeps a picture of the live page: decoded and written anew, with its provenance. */
export async function keepSnapshot(
  { request, title }: { request: SnapshotRequest; title: string },
  context: LiveStyleContext,
  teller: Teller,
): Promise<void> {
  const picture = await fit('picture', request, title, context);
  const header = readPictureHeader(await context.assets.get(picture));
  if (header === null) throw new KinoraError('internal.bug', 'The picture that was written can not be read.');
  await teller.facts({ width: header.width, height: header.height, seconds: 0, fps: 0, hasSound: false }, []);
  await teller.output('picture', picture);
  await teller.output('thumbnail', await fit('thumbnail', request, title, context));
}

async function fit(
  kind: 'picture' | 'thumbnail',
  { file, style, engine }: SnapshotRequest,
  title: string,
  { step, assets }: LiveStyleContext,
): Promise<AssetRef> {
  const side = longest[kind];
  const { look, prompt } = style;
  const inputs = { file: file.asset, side, title, look, prompt, engine };
  return step<AssetRef>({ name: `live-style.${kind}`, version: 1, inputs }, async ({ signal }) => {
    const size = { width: side, height: side, shape: 'inside' } as const;
    const png = await fitUploadedPicture(await assets.get(file), size, { signal });
    const provenance = provenanceOf(title, style, { engine });
    const texts = {
      Title: title,
      Comment: provenanceLine(provenance),
      'XML:com.adobe.xmp': xmpPacket(provenance, { isWrapped: false }),
    };
    return assets.put(addPngTexts(png, texts), { mediaType: 'image/png' });
  });
}
