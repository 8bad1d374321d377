import type { AssetRef, FrameStyle } from '@kinora/capabilities';
import { addJpegProvenance } from '@kinora/media/documents';
import { takeStills } from '@kinora/media/video';
import type { RestylePlan } from '@kinora/media/video/restyle';
import type { LiveStyleContext } from '../pipeline.ts';
import { painterIdentity, provenanceOf } from './details.ts';

/** Longest side of a thumbnail, in pixels. */
const longestSide = 640;

/** A picture from the middle of a part of a film. */
export async function makeThumbnail(
  {
    part,
    plan,
    style,
    title,
    engine = painterIdentity,
  }: { part: AssetRef; plan: RestylePlan; style: FrameStyle; title: string; engine?: string },
  { step, assets }: LiveStyleContext,
): Promise<AssetRef> {
  const scale = Math.min(1, longestSide / Math.max(plan.width, plan.height));
  const even = (length: number) => Math.max(2, Math.round((length * scale) / 2) * 2);
  const size = { width: even(plan.width), height: even(plan.height) };
  const inputs = { part: part.asset, ...size, title, engine };
  return step<AssetRef>({ name: 'live-style.thumbnail', version: 1, inputs }, async ({ signal }) => {
    const every = Math.max(1, Math.ceil((plan.starts[1] ?? plan.frames) / 2));
    const stills = await assets.lend([part], ([path = '']) => takeStills(path, { every, ...size, signal }));
    const picture = stills[Math.min(1, stills.length - 1)] ?? new Uint8Array();
    return assets.put(addJpegProvenance(picture, provenanceOf(title, style, { engine })), { mediaType: 'image/jpeg' });
  });
}
