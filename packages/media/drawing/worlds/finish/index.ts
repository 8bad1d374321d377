import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import type { VistaStage } from '../vista-stage.ts';
import { brushStrokes } from './brush-strokes.ts';
import { cinematic } from './cinematic.ts';
import { poster } from './poster.ts';
import { release } from '../../release.ts';
import type { Finisher } from './finisher.ts';
import { print } from './print.ts';

const finishers = { cinematic, poster, print, brush: brushStrokes } as const;

/** Gives all layers the material of the vista's finish. What a layer leaves bare stays bare. */
export function finishLayers(stage: VistaStage): void {
  const finish: Finisher = finishers[stage.finish](stage);
  stage.staged.forEach(({ layer, plan }, index) => {
    if (plan.plain) return;
    const shine = finish.bloom * (plan.bloom ?? 0.5);
    if (shine > 0) bloom(layer.canvas, shine);
    const area = index === 0 ? wholeOf(layer.canvas) : paintedArea(layer.canvas, finish.reach);
    if (!area) return;
    const c = layer.canvas.getContext('2d');
    const image = c.getImageData(area.x, area.y, area.width, area.height);
    finish.apply({ data: image.data, ...area, isBack: index === 0 });
    c.putImageData(image, area.x, area.y);
  });
}

function wholeOf({ width, height }: Canvas) {
  return { x: 0, y: 0, width, height };
}

/** The part that holds any paint, and `reach` pixels around it. */
function paintedArea(canvas: Canvas, reach: number) {
  const { width, height } = canvas;
  const bytes = canvas.data();
  const pixels = new Uint32Array(bytes.buffer, bytes.byteOffset, width * height);
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let first = 0;
    while (first < width && pixels[row + first] === 0) first++;
    if (first === width) continue;
    let last = width - 1;
    while (pixels[row + last] === 0) last--;
    left = Math.min(left, first);
    right = Math.max(right, last);
    top = Math.min(top, y);
    bottom = y;
  }
  if (bottom < 0) return undefined;
  const [x, y] = [Math.max(0, left - reach), Math.max(0, top - reach)];
  return { x, y, width: Math.min(width, right + reach + 1) - x, height: Math.min(height, bottom + reach + 1) - y };
}

/** What is bright on a layer shines over its surroundings, within what is painted. */
function bloom(canvas: Canvas, strength: number): void {
  const shrink = 8;
  const small = createCanvas(Math.ceil(canvas.width / shrink), Math.ceil(canvas.height / shrink));
  const s = small.getContext('2d');
  s.drawImage(canvas, 0, 0, small.width, small.height);
  const image = s.getImageData(0, 0, small.width, small.height);
  const { data } = image;
  let isLit = false;
  for (let at = 0; at < data.length; at += 4) {
    const brightest = Math.max(data[at]!, data[at + 1]!, data[at + 2]!);
    const part = Math.max(0, brightest - 150) / 105;
    if (part > 0.1 && data[at + 3]! > 40) isLit = true;
    data[at + 3] = data[at + 3]! * part * part;
  }
  if (!isLit) {
    release(small);
    return;
  }
  s.putImageData(image, 0, 0);
  const glowing = createCanvas(small.width, small.height);
  const g = glowing.getContext('2d');
  g.filter = 'blur(3.2px)';
  g.drawImage(small, 0, 0);
  const before = createCanvas(canvas.width, canvas.height);
  before.getContext('2d').drawImage(canvas, 0, 0);
  const c = canvas.getContext('2d');
  c.save();
  c.resetTransform();
  c.globalCompositeOperation = 'screen';
  c.globalAlpha = Math.min(1, strength);
  c.imageSmoothingQuality = 'low';
  c.drawImage(glowing, 0, 0, canvas.width, canvas.height);
  c.globalAlpha = 1;
  c.globalCompositeOperation = 'destination-in';
  c.drawImage(before, 0, 0);
  c.restore();
  for (const each of [small, glowing, before]) release(each);
}
