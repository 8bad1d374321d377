import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import { release } from '@kinora/media/drawing';
import type { Layer } from '@kinora/media/drawing';
import type { Compositor, Sprite } from '@kinora/media/video/compositing';
import type { LayerReach } from './camera.ts';
import { cutCanvas, opaqueFrom, paintedArea, toSprite } from './paint.ts';
import type { Area, PlacedSprite } from './paint.ts';

/** What moves as one: some neighbouring layers painted together, and the living details on top of them. Frame pixels. */
export type Group = {
  depth: number;
  picture: PlacedSprite | undefined;
  sway: Layer['sway'];
  stars: NonNullable<Layer['stars']>;
  lights: NonNullable<Layer['lights']>;
  /** Shut eyes. Those of one character have the same seed: they blink together. */
  lids: (PlacedSprite & { seed: number })[];
  showers: Shower[];
  water: Layer['water'];
};

/** What falls before a layer, and the size and frame of the layer's canvas, of which its positions are fractions. */
export type Shower = NonNullable<Layer['particles']> & { width: number; height: number; frame: Layer['frame'] };

/** At most this many groups are moved in each frame. */
const maximumGroups = 5;
/** Rows kept of a far layer below the point where a near one hides it, by frame height: the parallax may uncover them. */
const hiddenMargin = 0.15;

/** Paints neighbours together until few groups are left, those of the nearest depths first. */
export function groupLayers(layers: readonly Layer[], compositor: Compositor): Group[] {
  const runs: Layer[][] = layers.map((layer) => [layer]);
  while (runs.length > maximumGroups) {
    let best = -1;
    let gap = Infinity;
    for (let index = 0; index + 1 < runs.length; index++) {
      const back = runs[index]!;
      const front = runs[index + 1]!;
      if (!canMerge(back, front)) continue;
      const distance = Math.abs(meanDepth(back) - meanDepth(front)) * (back.length + front.length);
      if (distance < gap) [best, gap] = [index, distance];
    }
    if (best < 0) break;
    runs.splice(best, 2, [...runs[best]!, ...runs[best + 1]!]);
  }
  const canvases = runs.map(paintRun);
  const visible = visibleHeights(runs, canvases);
  const groups = runs.map((run, index) =>
    toGroup(run, { canvas: canvases[index]!, height: visible[index]!, compositor }),
  );
  canvases.filter((_, index) => runs[index]!.length > 1).forEach(release);
  return groups;
}

/** A layer that stands still: what of it lies within the frame. */
export function toFixed({ canvas, frame }: Layer, compositor: Compositor): PlacedSprite[] {
  const { x, y, width, height } = frame;
  const cut = cutCanvas(canvas, { x, y, width, height });
  const placed = paintedArea(cut) ? [{ sprite: toSprite(compositor, cut), x: 0, y: 0 }] : [];
  release(cut);
  return placed;
}

/** How far the layers reach beyond the frame. */
export function reachOf(layers: readonly Layer[]): LayerReach[] {
  return layers.map(({ depth, canvas, frame, sway }) => ({
    depth,
    left: (frame.x - (sway?.amount ?? 0)) / frame.width,
    right: (canvas.width - frame.x - frame.width - (sway?.amount ?? 0)) / frame.width,
    top: frame.y / frame.height,
    bottom: (canvas.height - frame.y - frame.height) / frame.height,
  }));
}

/** What lies behind a swaying layer, or behind falling snow, can't be painted together with what lies before it. */
function canMerge(back: readonly Layer[], front: readonly Layer[]): boolean {
  const isLively = (layer: Layer) =>
    Boolean(
      layer.sway ?? layer.particles ?? layer.water ?? (layer.eyes?.length && layer.blink ? layer.eyes : undefined),
    );
  return !back.some(isLively) && !front.some((layer) => layer.sway);
}

function meanDepth(run: readonly Layer[]): number {
  return run.reduce((sum, layer) => sum + layer.depth, 0) / run.length;
}

function paintRun(run: readonly Layer[]): Canvas {
  const last = run.at(-1)!;
  if (run.length === 1) return last.canvas;
  const canvas = createCanvas(last.canvas.width, last.canvas.height);
  const context = canvas.getContext('2d');
  for (const layer of run) context.drawImage(layer.canvas, 0, 0);
  return canvas;
}

/** How many rows of each canvas can be seen: the sky behind the ground costs time and is always hidden. */
function visibleHeights(runs: readonly Layer[][], canvases: readonly Canvas[]): number[] {
  let hiddenFrom = Infinity;
  return canvases
    .map((canvas, index): [Canvas, Layer] => [canvas, runs[index]!.at(-1)!])
    .toReversed()
    .map(([canvas, layer]) => {
      const seen = Math.min(canvas.height, Math.ceil(hiddenFrom + layer.frame.height * hiddenMargin));
      hiddenFrom = Math.min(hiddenFrom, opaqueFrom(canvas));
      return seen;
    })
    .toReversed();
}

function toGroup(
  run: readonly Layer[],
  { canvas, height, compositor }: { canvas: Canvas; height: number; compositor: Compositor },
): Group {
  const last = run.at(-1)!;
  const { frame } = last;
  const painted = paintedArea(canvas);
  const area = painted && { ...painted, height: Math.min(painted.height, height - painted.y) };
  const isVisible = area && area.height > 0;
  const place = <Item extends { x: number; y: number }>(items: readonly Item[] = []): Item[] =>
    items.map((item) => ({ ...item, x: item.x - frame.x, y: item.y - frame.y }));
  return {
    depth: meanDepth(run),
    picture: isVisible
      ? { sprite: cutSprite(canvas, area, compositor), x: area.x - frame.x, y: area.y - frame.y }
      : undefined,
    sway: last.sway && { ...last.sway, anchorY: last.sway.anchorY - frame.y },
    stars: run.flatMap((layer, index) => place(layer.stars?.filter((star) => !isCovered(star, run.slice(index + 1))))),
    lights: run.flatMap((layer) => place(layer.lights)),
    lids: run.flatMap((layer) => {
      const { eyes, blink } = layer;
      if (!eyes?.length || !blink) return [];
      return place(blink()).map(({ canvas: shut, x, y }, index) => ({
        sprite: toSprite(compositor, shut),
        x,
        y,
        seed: seedOf(eyes[index]?.character ?? ''),
      }));
    }),
    showers: run.flatMap(({ particles, canvas, frame: own }) =>
      particles ? [{ ...particles, width: canvas.width, height: canvas.height, frame: own }] : [],
    ),
    water: last.water && place([last.water])[0],
  };
}

function cutSprite(canvas: Canvas, area: Area, compositor: Compositor): Sprite {
  const cut = cutCanvas(canvas, area);
  const sprite = toSprite(compositor, cut);
  release(cut);
  return sprite;
}

/** A small number that tells names apart. */
function seedOf(name: string): number {
  return Array.from(name).reduce((seed, letter) => (seed * 31 + letter.charCodeAt(0)) % 9973, 7);
}

/** Whether a point of a layer is hidden by the layers painted over it. */
function isCovered({ x, y }: { x: number; y: number }, above: readonly Layer[]): boolean {
  return above.some(({ canvas }) => {
    const pixel = canvas.getContext('2d').getImageData(Math.round(x), Math.round(y), 1, 1).data;
    return (pixel[3] ?? 0) > 40;
  });
}
