import { createCanvas, Path2D } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import { alpha } from './colour.ts';
import type { Layer } from './layer.ts';
import { noiseTiles, tileSize } from './noise.ts';
import { spline } from './paths.ts';
import type { Point } from './paths.ts';
import { seeded } from './random.ts';
import type { Stage } from './stage.ts';
import type { Style } from './styles/style.ts';

const made = new Map<string, Canvas>();

/** The edge of the page: a ragged wash edge, a card mount, a vignette or bare paper. Made once per style and size. */
export function pageLayer(stage: Stage): Layer {
  const { pixels, style, scale } = stage;
  const { frame } = stage.layers[0]!.layer;
  const name = `${style.id} ${pixels.width} ${pixels.height} ${frame.width} ${frame.height}`;
  let canvas = made.get(name);
  if (!canvas) {
    canvas = drawPage(style, pixels.width, pixels.height, frame, scale);
    if (made.size > 12) made.clear();
    made.set(name, canvas);
  }
  return { name: 'page', depth: 0, canvas, frame, fixed: true };
}

function drawPage(style: Style, width: number, height: number, frame: Layer['frame'], scale: number): Canvas {
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext('2d');
  const random = seeded(77);
  if (style.id === 'night-light') {
    const [cx, cy] = [frame.x + frame.width / 2, frame.y + frame.height / 2];
    ctx.scale(1, frame.height / frame.width);
    const y = (cy * frame.width) / frame.height;
    const fade = ctx.createRadialGradient(cx, y, frame.width * 0.42, cx, y, frame.width * 0.74);
    fade.addColorStop(0, alpha(style.paper, 0));
    fade.addColorStop(1, alpha(style.paper, 0.85));
    ctx.fillStyle = fade;
    ctx.fillRect(0, 0, width, (height * frame.width) / frame.height);
    return canvas;
  }
  const isCard = style.flat;
  const margin = (isCard ? 20 : style.id === 'ink-wash' ? 30 : 22) * scale;
  const wobble = (isCard ? 1.2 : 2.8) * scale;
  const count = isCard ? 10 : 30;
  const corners: Point[] = [
    [frame.x + margin, frame.y + margin],
    [frame.x + frame.width - margin, frame.y + margin],
    [frame.x + frame.width - margin, frame.y + frame.height - margin],
    [frame.x + margin, frame.y + frame.height - margin],
  ];
  const edge: Point[] = [];
  corners.forEach(([x, y], index) => {
    const [nx, ny] = corners[(index + 1) % 4]!;
    for (let i = 0; i < count; i++) {
      const t = i / count;
      edge.push([x + (nx - x) * t + (random() - 0.5) * 2 * wobble, y + (ny - y) * t + (random() - 0.5) * 2 * wobble]);
    }
  });
  const mat = new Path2D();
  mat.rect(-80, -80, width + 160, height + 160);
  spline(edge, isCard ? 0.5 : 0.9, mat);
  if (isCard) {
    for (const lineWidth of [6, 14, 24, 36]) {
      ctx.strokeStyle = 'rgba(20,16,40,0.13)';
      ctx.lineWidth = lineWidth * scale;
      ctx.stroke(spline(edge, 0.5));
    }
    ctx.fillStyle = style.paper;
    ctx.fill(mat, 'evenodd');
    ctx.strokeStyle = 'rgba(255,255,255,0.5)';
    ctx.lineWidth = 1.2 * scale;
    ctx.stroke(spline(edge, 0.5));
    return canvas;
  }
  const soft = createCanvas(width, height);
  const small = soft.getContext('2d');
  small.filter = `blur(${(style.id === 'ink-wash' ? 11 : 8) * scale}px)`;
  small.fillStyle = style.paper;
  small.fill(mat, 'evenodd');
  ctx.drawImage(soft, 0, 0);
  const image = ctx.getImageData(0, 0, width, height);
  dryEdge(image.data, width, height);
  ctx.putImageData(image, 0, 0);
  return canvas;
}

/** A blurred mask thresholded by the paper's tooth: the ragged end of a brush stroke. */
function dryEdge(data: Uint8ClampedArray, width: number, height: number): void {
  const { grain, wobble } = noiseTiles();
  const mask = tileSize - 1;
  for (let y = 0, i = 3; y < height; y++) {
    for (let x = 0; x < width; x++, i += 4) {
      const a = data[i]!;
      if (a === 0 || a === 255) continue;
      const t = (y & mask) * tileSize + (x & mask);
      data[i] = ((a / 255 + grain[t]! * 0.0034 + wobble[t]! * 0.003 - 0.5) * 6 + 0.5) * 255;
    }
  }
}
