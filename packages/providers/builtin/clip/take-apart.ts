import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, Image } from '@napi-rs/canvas';
import { release } from '@kinora/media/drawing';
import type { Layer } from '@kinora/media/drawing';
import { createCompositor, createFrames } from '@kinora/media/video/compositing';
import type { CameraPath } from './camera.ts';
import { groupLayers, reachOf, toFixed } from './layers.ts';
import { toSprite } from './paint.ts';
import { flatDepth, lean } from './stage.ts';
import type { FrameSize, StageParts } from './stage.ts';

/**
 * Takes a picture's layers into memory, for good; each will move by its depth. Fixed layers, such as the edge of the page, lie on top.
 * @param options.mist Colour of mist that drifts between the layers. Default none.
 */
export function prepareLayers(
  layers: readonly Layer[],
  { path, mist, ...size }: FrameSize & { path: CameraPath; mist?: string | undefined },
): StageParts {
  const compositor = createCompositor({ frames: noFrames });
  const moving = layers.filter((layer) => !layer.fixed);
  const groups = groupLayers(moving, compositor);
  const page = layers.filter((layer) => layer.fixed).flatMap((layer) => toFixed(layer, compositor));
  const reach = reachOf(moving);
  // Those that stand still are drawn once for all pictures.
  for (const { canvas } of moving) release(canvas);
  return { kind: 'layered', store: compositor.store, size, path, reach, groups, page, mist };
}

/**
 * The same for a picture without layers: the camera moves over it, and the foot of the picture, which lies nearer, moves
 * a little more than the head.
 */
export function prepareFlat(picture: Image | Canvas, { path, ...size }: FrameSize & { path: CameraPath }): StageParts {
  const cover = Math.max(size.width / picture.width, size.height / picture.height) * 1.1;
  const canvas = createCanvas(Math.ceil(picture.width * cover), Math.ceil(picture.height * cover));
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const left = (canvas.width - size.width) / 2;
  const top = (canvas.height - size.height) / 2;
  const reach = {
    left: left / size.width,
    right: left / size.width,
    top: top / size.height,
    bottom: top / size.height,
  };
  const compositor = createCompositor({ frames: noFrames });
  const sprite = toSprite(compositor, canvas);
  release(canvas);
  return {
    kind: 'flat',
    store: compositor.store,
    size,
    path,
    // The lean adds to the sideways movement at head and foot: a nearer layer stands for it.
    reach: [{ depth: flatDepth - lean / 0.9, ...reach }],
    picture: { sprite, x: -left, y: -top },
  };
}

/** For compositors that only hold sprites. */
const noFrames = createFrames({ width: 16, height: 16, count: 1 });
