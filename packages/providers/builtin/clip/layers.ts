import { createCanvas } from '@napi-rs/canvas';
import type { Layer, Patch } from '@kinora/media/drawing';
import type { LayerReach } from './camera.ts';
import { cutSprite, opaqueFrom, paintedArea } from './sprite.ts';
import type { Sprite } from './sprite.ts';

/** What moves as one: some neighbouring layers painted together, and the living details on top of them. */
export type Group = {
  depth: number;
  sprite: Sprite | undefined;
  sway: Layer['sway'];
  stars: NonNullable<Layer['stars']>;
  lights: NonNullable<Layer['lights']>;
  eyes: NonNullable<Layer['eyes']>;
  patches: Patch[];
  /** Layers before which something falls. */
  particles: Layer[];
  water: Layer['water'];
};

/** At most this many groups are moved in each frame. */
const maximumGroups = 5;
/** Rows kept of a far layer below the point where a near one hides it: the parallax may uncover that much. */
const hiddenMargin = 0.1;

/** Paints neighbours together until few groups are left, nearest depths first. All positions become frame pixels. */
export function groupLayers(layers: readonly Layer[], { width, height }: { width: number; height: number }): Group[] {
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
  const groups = runs.map(paintRun);
  hideCovered(groups, { width, height });
  return groups;
}

/** A layer that stands still, in tiles: the empty ones, such as the middle of a page's edge, cost nothing. */
export function fixedTiles({ canvas, frame }: Layer): Sprite[] {
  const columns = 16;
  const rows = 9;
  const tiles: Sprite[] = [];
  for (let index = 0; index < columns * rows; index++) {
    const x = Math.round(((index % columns) * frame.width) / columns);
    const y = Math.round((Math.floor(index / columns) * frame.height) / rows);
    const width = Math.round((((index % columns) + 1) * frame.width) / columns) - x;
    const height = Math.round(((Math.floor(index / columns) + 1) * frame.height) / rows) - y;
    const tile = cutSprite(canvas, { x: frame.x + x, y: frame.y + y, width, height }, frame);
    if (paintedArea(tile.canvas)) tiles.push(tile);
  }
  return tiles;
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
    Boolean(layer.sway || layer.particles || layer.water || (layer.eyes?.length && layer.blink));
  return !back.some(isLively) && !front.some((layer) => layer.sway);
}

function meanDepth(run: readonly Layer[]): number {
  return run.reduce((sum, layer) => sum + layer.depth, 0) / run.length;
}

function paintRun(run: readonly Layer[]): Group {
  const last = run.at(-1)!;
  const canvas = run.length === 1 ? last.canvas : createCanvas(last.canvas.width, last.canvas.height);
  if (run.length > 1) {
    const context = canvas.getContext('2d');
    for (const layer of run) context.drawImage(layer.canvas, 0, 0);
  }
  const area = paintedArea(canvas);
  const place = <Item extends { x: number; y: number }>(layer: Layer, items: readonly Item[] = []): Item[] =>
    items.map((item) => ({ ...item, x: item.x - layer.frame.x, y: item.y - layer.frame.y }));
  return {
    depth: meanDepth(run),
    sprite: area && cutSprite(canvas, area, last.frame),
    sway: last.sway && { ...last.sway, anchorY: last.sway.anchorY - last.frame.y },
    stars: run.flatMap((layer, index) =>
      place(
        layer,
        layer.stars?.filter((star) => !isCovered(star, run.slice(index + 1))),
      ),
    ),
    lights: run.flatMap((layer) => place(layer, layer.lights)),
    eyes: run.flatMap((layer) => place(layer, layer.eyes)),
    patches: run.flatMap((layer) => (layer.eyes?.length ? place(layer, layer.blink?.()) : [])),
    particles: run.flatMap((layer) => (layer.particles ? [layer] : [])),
    water: last.water && { ...last.water, x: last.water.x - last.frame.x, y: last.water.y - last.frame.y },
  };
}

/** Whether a point of a layer is hidden by the layers painted over it. */
function isCovered({ x, y }: { x: number; y: number }, above: readonly Layer[]): boolean {
  return above.some(({ canvas }) => {
    const pixel = canvas.getContext('2d').getImageData(Math.round(x), Math.round(y), 1, 1).data;
    return (pixel[3] ?? 0) > 40;
  });
}

/** Cuts away what nearer groups always hide: the sky behind the ground costs time and is never seen. */
function hideCovered(groups: Group[], { height }: { width: number; height: number }): void {
  let hiddenFrom = Infinity;
  for (const group of groups.toReversed()) {
    const { sprite } = group;
    if (!sprite) continue;
    const own = group.sway ? Infinity : sprite.y + opaqueFrom(sprite.canvas);
    const keep = Math.ceil(hiddenFrom + height * hiddenMargin - sprite.y);
    if (keep < sprite.canvas.height) {
      group.sprite =
        keep > 0
          ? {
              ...sprite,
              canvas: cutSprite(sprite.canvas, { x: 0, y: 0, width: sprite.canvas.width, height: keep }, { x: 0, y: 0 })
                .canvas,
            }
          : undefined;
    }
    hiddenFrom = Math.min(hiddenFrom, own);
  }
}
