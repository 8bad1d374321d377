import type { VistaFigure } from '@kinora/capabilities';
import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, Image } from '@napi-rs/canvas';
import type { Context } from '../brush.ts';
import { alpha, blend } from '../colour.ts';
import { radial } from './paint.ts';
import type { VistaStage } from './vista-stage.ts';

/** A cut-out that was decoded: a picture with alpha. */
export type FigurePicture = Image | Canvas;

/**
 * Puts the figures of a vista among its layers, each at its depth, in the light of the world. Figures whose picture wasn't
 * handed over are left out.
 */
export function placeFigures(stage: VistaStage, pictures: readonly FigurePicture[]): void {
  const figures = stage.spec.figures.toSorted((a, b) => b.depth - a.depth);
  for (const figure of figures) {
    const picture = pictures[figure.picture];
    if (!picture) continue;
    stage.layer('figure', figure.depth, { plain: true }, (c) => drawFigure(stage, c, figure, picture));
    const staged = stage.staged.pop()!;
    const before = 1 + standingOn(stage, figure);
    staged.layer.depth = Math.min(figure.depth, stage.staged[before - 1]?.layer.depth ?? 1);
    stage.staged.splice(before, 0, staged);
  }
}

/**
 * Index of the layer that a figure stands before: the last that isn't nearer than the figure, or a nearer one (but nothing
 * right before the viewer) that would hide its feet, because it is the ground there.
 */
function standingOn(stage: VistaStage, { x, ground, depth }: VistaFigure): number {
  const foot = stage.toPixels(x * stage.w, Math.min(0.99, ground) * stage.h);
  return stage.staged.findLastIndex(({ layer, plan }) => {
    if (layer.depth >= depth) return true;
    if (plan.plain || layer.name === 'thread' || layer.depth < 0.2) return false;
    const pixel = layer.canvas.getContext('2d').getImageData(Math.round(foot.x), Math.round(foot.y), 1, 1).data;
    return pixel[3]! > 200;
  });
}

function drawFigure(stage: VistaStage, c: Context, figure: VistaFigure, picture: FigurePicture): void {
  const { tones, w, h, footing } = stage;
  const tall = figure.size * h;
  const wide = (tall * picture.width) / picture.height;
  const [x, foot] = [figure.x * w, figure.ground * h];
  const lit = litFigure(stage, figure, picture, { tall, wide });
  if (footing === 'floating') {
    halo(c, x, foot - tall / 2, tall * 0.75, tones.light, 0.3);
  } else {
    if (footing === 'wet') mirror(c, lit, { x, foot, wide, tall });
    shadow(c, { x, foot, wide, colour: tones.ink });
  }
  c.drawImage(lit, x - wide / 2, foot - tall, wide, tall);
}

/** The picture in the world's light: toned by air and shadow, with a rim towards the key light. */
function litFigure(
  stage: VistaStage,
  figure: VistaFigure,
  picture: FigurePicture,
  { tall, wide }: { tall: number; wide: number },
): Canvas {
  const { tones, key, scale } = stage;
  const [width, height] = [Math.max(2, Math.ceil(wide * scale)), Math.max(2, Math.ceil(tall * scale))];
  const canvas = createCanvas(width, height);
  const c = canvas.getContext('2d');
  c.imageSmoothingQuality = 'high';
  if (figure.mirrored) {
    c.translate(width, 0);
    c.scale(-1, 1);
  }
  c.drawImage(picture, 0, 0, width, height);
  c.resetTransform();
  const shape = createCanvas(width, height);
  shape.getContext('2d').drawImage(canvas, 0, 0);
  const towards = (key.x - figure.x * stage.w) / stage.w;
  const above = (key.y - (figure.ground * stage.h - tall / 2)) / stage.h;
  const length = Math.hypot(towards, above) || 1;
  const [dx, dy] = [towards / length, above / length];
  c.globalCompositeOperation = 'multiply';
  c.fillStyle = blend('#ffffff', blend(tones.haze, tones.sky, 0.4), 0.5);
  c.fillRect(0, 0, width, height);
  c.globalCompositeOperation = 'destination-in';
  c.drawImage(shape, 0, 0);
  c.globalCompositeOperation = 'source-atop';
  c.fillStyle = alpha(blend(tones.deep, tones.main, 0.3), 0.22);
  c.fillRect(0, 0, width, height);
  c.fillStyle = alpha(tones.haze, 0.5 * figure.depth);
  c.fillRect(0, 0, width, height);
  const reach = Math.max(width, height);
  const [middleX, middleY] = [width / 2, height / 2];
  const shade = c.createLinearGradient(
    middleX + dx * reach * 0.5,
    middleY + dy * reach * 0.5,
    middleX - dx * reach * 0.5,
    middleY - dy * reach * 0.5,
  );
  shade.addColorStop(0, alpha(key.colour, 0.22));
  shade.addColorStop(0.45, alpha(tones.deep, 0));
  shade.addColorStop(1, alpha(tones.deep, 0.72));
  c.fillStyle = shade;
  c.fillRect(0, 0, width, height);
  c.drawImage(rim(shape, key.colour, { dx, dy, wide: Math.max(1.2, height * 0.012) }), 0, 0);
  return canvas;
}

/** The edge of a shape that faces the light. */
function rim(shape: Canvas, colour: string, { dx, dy, wide }: { dx: number; dy: number; wide: number }): Canvas {
  const edge = createCanvas(shape.width, shape.height);
  const c = edge.getContext('2d');
  c.drawImage(shape, 0, 0);
  c.globalCompositeOperation = 'source-in';
  c.fillStyle = alpha(blend(colour, '#ffffff', 0.25), 0.85);
  c.fillRect(0, 0, edge.width, edge.height);
  c.globalCompositeOperation = 'destination-out';
  c.filter = `blur(${(wide * 0.5).toFixed(2)}px)`;
  c.drawImage(shape, -dx * wide * 1.6, -dy * wide * 1.6);
  return edge;
}

function halo(c: Context, x: number, y: number, radius: number, colour: string, strength: number): void {
  c.fillStyle = radial(c, x, y, radius, [
    [0, colour, strength],
    [0.5, colour, strength * 0.4],
    [1, colour, 0],
  ]);
  c.fillRect(x - radius, y - radius, radius * 2, radius * 2);
}

function shadow(c: Context, { x, foot, wide, colour }: { x: number; foot: number; wide: number; colour: string }) {
  c.save();
  c.translate(x, foot);
  c.scale(1, 0.16);
  c.fillStyle = radial(c, 0, 0, wide * 0.62, [
    [0, colour, 0.8],
    [0.55, colour, 0.5],
    [1, colour, 0],
  ]);
  c.fillRect(-wide, -wide, wide * 2, wide * 2);
  c.restore();
}

function mirror(c: Context, lit: Canvas, at: { x: number; foot: number; wide: number; tall: number }): void {
  const { width, height } = lit;
  const faded = createCanvas(width, height);
  const f = faded.getContext('2d');
  f.translate(0, height);
  f.scale(1, -1);
  f.drawImage(lit, 0, 0);
  f.resetTransform();
  f.globalCompositeOperation = 'destination-in';
  const fade = f.createLinearGradient(0, 0, 0, height * 0.6);
  fade.addColorStop(0, 'rgba(0,0,0,0.4)');
  fade.addColorStop(1, 'rgba(0,0,0,0)');
  f.fillStyle = fade;
  f.fillRect(0, 0, width, height);
  c.save();
  c.filter = 'blur(1.5px)';
  c.drawImage(faded, at.x - at.wide / 2, at.foot, at.wide, at.tall);
  c.restore();
}
