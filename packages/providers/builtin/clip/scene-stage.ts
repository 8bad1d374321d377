import { createHash } from 'node:crypto';
import { loadImage } from '@napi-rs/canvas';
import type { Image } from '@napi-rs/canvas';
import { KinoraError, artStyles } from '@kinora/capabilities';
import type { ClipPicture } from '@kinora/capabilities';
import { illustrate } from '@kinora/media/drawing';
import { framedPath } from './camera.ts';
import type { CameraPath } from './camera.ts';
import { mistColours } from './details.ts';
import { createFlatStage, createLayeredStage } from './stage.ts';
import type { FrameSize, Stage } from './stage.ts';

/** How far beyond the frame the layers of a moving picture are drawn, as a fraction of the frame, both sides together. */
const overscan = 0.15;
/** Stages kept, so that a scene's clip and its two dissolves draw its layers once. */
const keptStages = 3;

const stages = new Map<string, Stage>();

/** The stage for a picture: in layers when its scene is known, else the picture itself. */
export async function stageFor(picture: ClipPicture, request: FrameSize & { seed: number }): Promise<Stage> {
  const { width, height } = request;
  // A picture's own seed wins: it moves in a transition as in its own clip, whatever else takes part.
  const seed = picture.seed ?? request.seed;
  const key = createHash('sha256')
    .update(JSON.stringify([picture.scene ?? null, picture.style, width, height, seed]))
    .update(picture.scene ? '' : picture.image)
    .digest('hex');
  const known = stages.get(key);
  const stage = known ?? (await makeStage(picture, { width, height, seed }));
  stages.delete(key);
  stages.set(key, stage);
  for (const oldest of stages.keys()) {
    if (stages.size <= keptStages) break;
    stages.delete(oldest);
  }
  return stage;
}

async function makeStage(picture: ClipPicture, { width, height, seed }: FrameSize & { seed: number }): Promise<Stage> {
  const style = artStyles.find((name) => name === picture.style);
  if (picture.scene && style) {
    const layers = illustrate(picture.scene, { style, width, height, seed: picture.seed ?? 0, overscan });
    const { camera, weather, timeOfDay } = picture.scene;
    const mist = weather === 'mist' ? mistColours[timeOfDay] : undefined;
    return createLayeredStage(layers, { width, height, path: framedPath(camera, seed), mist });
  }
  return createFlatStage(await readPicture(picture), { width, height, path: wanderingPath(seed) });
}

async function readPicture({ image, mediaType }: ClipPicture): Promise<Image> {
  try {
    return await loadImage(image);
  } catch (cause) {
    throw new KinoraError('request.invalid', `A picture (${mediaType}) can't be read; use PNG, JPEG or WebP.`, {
      cause,
    });
  }
}

/** A slow push or pull with a little sideways drift, for a picture nobody planned a camera for. */
function wanderingPath(seed: number): CameraPath {
  const angle = (seed % 360) * (Math.PI / 180);
  const near = { x: 0.5 + Math.cos(angle) * 0.03, y: 0.5 + Math.sin(angle) * 0.02, zoom: 1.12 };
  const wide = { x: 0.5 - Math.cos(angle) * 0.02, y: 0.5 - Math.sin(angle) * 0.01, zoom: 1.01 };
  return seed % 2 === 0 ? { from: wide, to: near, phase: angle } : { from: near, to: wide, phase: angle };
}
