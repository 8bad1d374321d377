import type { Draw } from './compositor.ts';
import type { Cover } from './cover.ts';
import type { FramePlane } from './frames.ts';
import type { Kernels, Samplers } from './kernels.ts';
import { opaque, padding, rowPadding } from './sprite.ts';
import type { SpritePlane } from './sprite.ts';

/** What stays the same while a plane is drawn. Positions are those of the padded plane, of a pixel and in 1/65536. */
type Job = {
  samplers: Samplers;
  /** For stretches that aren't opaque. */
  paint: Samplers['over'];
  plane: SpritePlane;
  targets: readonly FramePlane[];
  stepX: number;
  fixedX: number;
  fixedY: number;
  /** 0–32767. */
  opacity: number;
  /** For light: what stands for none of it. Undefined for paint. */
  zero: number | undefined;
};

const full = 32_767;

/** One size of a sprite, the planes of a frame that it is drawn into, and how these sizes relate. */
type PlaneDraw = {
  plane: SpritePlane;
  targets: readonly FramePlane[];
  /** Size of the plane by that of the sprite. */
  part: number;
  /** Which number the sprite has, and which hide what is behind them. Rows that a later one hides are left out. */
  index: number;
  cover: Cover;
  /** Rows of the planes that are drawn now, the last not included. */
  top: number;
  bottom: number;
};

/** Rows of a frame's plane, the last not included, that show some rows of a sprite's plane. */
export function bandRows(
  { y, scaleY }: Draw,
  { first, last, part, height }: { first: number; last: number; part: number; height: number },
): readonly [top: number, bottom: number] {
  const origin = originOf(y * part, scaleY, rowPadding);
  return [Math.max(0, Math.ceil((first - origin) * scaleY)), Math.min(height, Math.ceil((last - origin) * scaleY))];
}

/** Rows of the frame that a sprite may reach, the last not included: its paint goes a pixel of its own beyond its edges. */
export function reachOf({ sprite, y, scaleY }: Draw): readonly [top: number, bottom: number] {
  const reach = 2 + 2 * scaleY;
  return [y - reach, y + sprite.height * scaleY + reach];
}

/** Position in a padded plane that belongs to the frame's first pixel. */
function originOf(start: number, scale: number, padded: number): number {
  return (0.5 - start) / scale - 0.5 + padded;
}

/** Draws some rows of one size of a sprite into planes of a frame. */
export function drawPlane(kernels: Kernels, draw: Draw, target: PlaneDraw): void {
  const { plane, targets, part, index, cover } = target;
  const opacity = Math.round((draw.opacity ?? 1) * full);
  if (opacity <= 0) return;
  const { shift } = draw;
  const stepX = 1 / draw.scaleX;
  const stepY = 1 / draw.scaleY;
  const originX = originOf(draw.x * part, draw.scaleX, padding);
  const originY = originOf(draw.y * part, draw.scaleY, rowPadding);
  const samplers = targets.length === 2 ? kernels.two : kernels.one;
  const { isLight } = draw.sprite;
  const job: Job = {
    samplers,
    paint: isLight ? samplers.light : opacity < full ? samplers.fade : samplers.over,
    plane,
    targets,
    stepX,
    fixedX: Math.round(stepX * 65_536),
    fixedY: Math.round(stepY * 65_536),
    opacity,
    zero: isLight ? (part === 1 ? 0 : 128) : undefined,
  };
  for (const { first, last, stretches } of plane.bands) {
    const [begin, end] = bandRows(draw, { first, last, part, height: target.bottom });
    const start = Math.max(begin, target.top);
    for (let top = start, bottom = start; top < end; top = bottom) {
      const isHidden = cover[top]! > index;
      while (bottom < end && cover[bottom]! > index === isHidden) bottom++;
      if (isHidden) continue;
      if (!shift) {
        drawRows(job, stretches, { top, rows: bottom - top, x: originX, y: originY + top * stepY });
        continue;
      }
      for (let row = top; row < bottom; row++) {
        const x = originX - shift((row + 0.5) / part) * part * stepX;
        drawRows(job, stretches, { top: row, rows: 1, x, y: originY + row * stepY });
      }
    }
  }
}

/** Some rows of the frame, from `top` on, and where in the plane they begin. */
type Rows = { top: number; rows: number; x: number; y: number };

/**
 * Draws stretches from left to right. Kernels write eight pixels at a time, at multiples of eight; so what an opaque stretch
 * leaves of a block is drawn as mixed, together with its neighbours.
 */
function drawRows(job: Job, stretches: Uint16Array, rows: Rows): void {
  const width = (job.targets[0]!.width + 7) & ~7;
  // Mixed blocks that wait for more of them; all before `done` is drawn or waits.
  let from = 0;
  let done = 0;
  for (let index = 0; index < stretches.length; index += 3) {
    const begin = Math.max(0, Math.ceil((stretches[index + 1]! - rows.x) / job.stepX));
    const end = Math.min(width, Math.ceil((stretches[index + 2]! - rows.x) / job.stepX));
    if (end <= begin) continue;
    const outerEnd = (end + 7) & ~7;
    let outerBegin = Math.max(done, begin & ~7);
    if (stretches[index] === opaque && job.opacity === full) {
      const innerBegin = Math.max(done, (begin + 7) & ~7);
      const innerEnd = end & ~7;
      if (innerEnd > innerBegin) {
        if (innerBegin > outerBegin) {
          if (outerBegin > done) {
            drawStretch(job, rows, from, done, false);
            from = outerBegin;
          }
          done = innerBegin;
        }
        drawStretch(job, rows, from, done, false);
        drawStretch(job, rows, innerBegin, innerEnd, true);
        from = innerEnd;
        done = innerEnd;
        outerBegin = innerEnd;
      }
    }
    if (outerEnd <= outerBegin) continue;
    if (outerBegin > done) {
      drawStretch(job, rows, from, done, false);
      from = outerBegin;
    }
    done = outerEnd;
  }
  drawStretch(job, rows, from, done, false);
}

function drawStretch(job: Job, { top, rows, x, y }: Rows, begin: number, end: number, isOpaque: boolean): void {
  const count = end - begin;
  if (count <= 0) return;
  const { plane, targets, fixedX, fixedY, opacity } = job;
  const atX = Math.floor((x + begin * job.stepX) * 65_536);
  const atY = Math.floor(y * 65_536);
  const { address, stride } = targets[0]!;
  const source = plane.addresses[0]!;
  const extra = job.zero === undefined ? plane.alpha - source : -job.zero;
  const draw = isOpaque ? job.samplers.copy : job.paint;
  const nextSource = (plane.addresses[1] ?? source) - source;
  const nextTarget = (targets[1]?.address ?? address) - address;
  draw(
    address + top * stride + begin,
    stride,
    source,
    plane.stride,
    atX,
    atY,
    fixedX,
    fixedY,
    count,
    rows,
    extra,
    opacity,
    nextSource,
    nextTarget,
  );
}
