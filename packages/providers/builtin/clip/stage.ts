import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, Image, SKRSContext2D } from '@napi-rs/canvas';
import { drawParticles } from '@kinora/media/drawing';
import type { Layer } from '@kinora/media/drawing';
import { holdBack, placeLayer, viewAt } from './camera.ts';
import type { CameraPath } from './camera.ts';
import { blinkAt, drawLights, drawStars, drawWater } from './details.ts';
import { fixedTiles, groupLayers, reachOf } from './layers.ts';
import type { Group } from './layers.ts';

/** A moment of a movement: 0 to 1 of the whole, and seconds since its start. */
export type Moment = { progress: number; seconds: number };

/** A picture that can be drawn at any moment of its movement. */
export type Stage = { paint(context: SKRSContext2D, moment: Moment): void };

/** Size of the frames to draw, in pixels. */
export type FrameSize = { width: number; height: number };

/** A stage on which each layer moves by its depth. Fixed layers, such as the edge of the page, lie on top. */
export function createLayeredStage(
  layers: readonly Layer[],
  { path, ...size }: FrameSize & { path: CameraPath },
): Stage {
  const moving = layers.filter((layer) => !layer.fixed);
  const groups = groupLayers(moving, size);
  const page = layers.filter((layer) => layer.fixed).flatMap(fixedTiles);
  const held = holdBack(path, reachOf(moving));
  return {
    paint(context, moment) {
      const view = viewAt(held, moment);
      for (const group of groups) {
        const { scale, x, y } = placeLayer(view, group.depth);
        context.setTransform(scale, 0, 0, scale, x * size.width, y * size.height);
        paintGroup(context, group, moment.seconds);
      }
      context.setTransform(1, 0, 0, 1, 0, 0);
      for (const tile of page) context.drawImage(tile.canvas, tile.x, tile.y);
    },
  };
}

/**
 * A stage for a picture without layers: the camera moves over it, and the foot of the picture, which lies nearer, moves
 * a little more than the head.
 */
export function createFlatStage(picture: Image | Canvas, { path, ...size }: FrameSize & { path: CameraPath }): Stage {
  const cover = Math.max(size.width / picture.width, size.height / picture.height) * 1.08;
  const width = Math.ceil(picture.width * cover);
  const height = Math.ceil(picture.height * cover);
  const canvas = createCanvas(width, height);
  const draw = canvas.getContext('2d');
  draw.imageSmoothingQuality = 'high';
  draw.drawImage(picture, 0, 0, width, height);
  const left = (width - size.width) / 2;
  const top = (height - size.height) / 2;
  const lean = 0.25;
  const reach = {
    left: left / size.width,
    right: left / size.width,
    top: top / size.height,
    bottom: top / size.height,
  };
  const held = holdBack(
    path,
    // The lean adds to the sideways movement at head and foot: a nearer layer stands for it.
    [{ depth: 0.33 - lean / 0.9, ...reach }],
  );
  return {
    paint(context, moment) {
      const view = viewAt(held, moment);
      const { scale, x, y } = placeLayer(view, 0.33);
      const shear = (-(view.x - 0.5) * lean * size.width * scale) / size.height;
      context.setTransform(
        scale,
        0,
        shear,
        scale,
        x * size.width - left * scale - shear * (size.height / 2 + top),
        y * size.height - top * scale,
      );
      context.drawImage(canvas, 0, 0);
      context.setTransform(1, 0, 0, 1, 0, 0);
    },
  };
}

function paintGroup(context: SKRSContext2D, group: Group, seconds: number): void {
  if (group.sway) {
    const { anchorY, amount, seconds: period } = group.sway;
    const turn = (seconds / period) * Math.PI * 2;
    const lean = (Math.sin(turn) * 0.7 + Math.sin(turn * 0.43 + 1) * 0.3) * amount;
    const shear = -lean / Math.max(1, anchorY);
    context.transform(1, 0, shear, 1, -shear * anchorY, 0);
  }
  if (group.sprite) context.drawImage(group.sprite.canvas, group.sprite.x, group.sprite.y);
  drawStars(context, group.stars, seconds);
  if (group.water) drawWater(context, group.water, seconds);
  group.patches.forEach((patch, index) => {
    context.globalAlpha = blinkAt(seconds, 3 + index * 5);
    if (context.globalAlpha > 0) context.drawImage(patch.canvas, patch.x, patch.y);
  });
  context.globalAlpha = 1;
  drawLights(context, group.lights, seconds);
  for (const layer of group.particles) {
    context.translate(-layer.frame.x, -layer.frame.y);
    drawParticles(context, layer, seconds);
    context.translate(layer.frame.x, layer.frame.y);
  }
}
