import { loadImage } from '@napi-rs/canvas';
import type { Image } from '@napi-rs/canvas';
import { KinoraError, artStyles } from '@kinora/capabilities';
import type { ClipPicture } from '@kinora/capabilities';
import { drawVista, illustrate } from '@kinora/media/drawing';
import type { Layer } from '@kinora/media/drawing';
import { framedPath } from './camera.ts';
import type { CameraPath } from './camera.ts';
import { collectGarbage } from './collect-garbage.ts';
import type { LayersOf } from './left-layers.ts';
import { mistColours } from './details.ts';
import { leaveLayers, takeLayers } from './left-layers.ts';
import { seedOf } from './stage-key.ts';
import { prepareFlat, prepareLayers } from './take-apart.ts';
import type { FrameSize, StageParts } from './stage.ts';

/** How far beyond the frame the layers of a moving picture are drawn, as a fraction of the frame, both sides together. */
export const overscan = 0.15;

/**
 * Takes a picture apart: into layers when its scene or vista is known, else it stays whole.
 * @param options.layers Folder in which its layers may lie already. Default none.
 */
export async function prepareStage(
  picture: ClipPicture,
  { width, height, layers: folder, ...request }: FrameSize & { seed: number; layers?: string | undefined },
): Promise<StageParts> {
  const seed = seedOf(picture, request);
  const size = { width, height };
  const { scene, vista } = picture;
  if (vista) {
    const path = framedPath(vista.camera, seed);
    const of = { ...size, vista, seed: picture.seed ?? 0, figures: picture.figures ?? [] };
    const left = folder === undefined ? undefined : takeLayers(of, folder);
    if (left) return { ...left, path };
    const figures = await Promise.all((picture.figures ?? []).map((image) => readPicture(image, 'a figure')));
    const layers = drawVista(vista, { ...size, seed: picture.seed ?? 0, overscan, figures });
    return prepareLayers(layers, { ...size, path });
  }
  const style = artStyles.find((name) => name === picture.style);
  if (scene && style) {
    const layers = illustrate(scene, { style, ...size, seed: picture.seed ?? 0, overscan });
    const mist = scene.weather === 'mist' ? mistColours[scene.timeOfDay] : undefined;
    return prepareLayers(layers, { ...size, path: framedPath(scene.camera, seed), mist });
  }
  const image = await readPicture(picture.image, picture.mediaType);
  return prepareFlat(image, { ...size, path: wanderingPath(seed) });
}

/**
 * Leaves the layers of a vista, as `drawVista` made them with {@link overscan}, for {@link prepareStage}; they are of no use
 * afterwards.
 */
export function leaveVista(layers: readonly Layer[], of: LayersOf, folder: string): void {
  const { width, height, vista, seed } = of;
  leaveLayers(prepareLayers(layers, { width, height, path: framedPath(vista.camera, seed) }), of, folder);
  collectGarbage();
}

async function readPicture(image: Uint8Array, what: string): Promise<Image> {
  try {
    return await loadImage(image);
  } catch (cause) {
    throw new KinoraError('request.invalid', `A picture (${what}) can't be read; use PNG, JPEG or WebP.`, { cause });
  }
}

/** A slow push or pull with a little sideways drift, for a picture nobody planned a camera for. */
function wanderingPath(seed: number): CameraPath {
  const angle = (seed % 360) * (Math.PI / 180);
  const near = { x: 0.5 + Math.cos(angle) * 0.03, y: 0.5 + Math.sin(angle) * 0.02, zoom: 1.12 };
  const wide = { x: 0.5 - Math.cos(angle) * 0.02, y: 0.5 - Math.sin(angle) * 0.01, zoom: 1.01 };
  return seed % 2 === 0 ? { from: wide, to: near, phase: angle } : { from: near, to: wide, phase: angle };
}
