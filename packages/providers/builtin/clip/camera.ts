import type { Framing } from '@kinora/capabilities';
import { nods, nudgeOf } from '@kinora/media/video/take';
import type { Pulse } from '@kinora/media/video/take';

/** Centre (0 to 1 of the frame) and zoom (1 shows the whole frame). */
export type View = { x: number; y: number; zoom: number };

/** A camera's way from one view to another, with a slow sway of its own so that a picture never freezes. */
export type CameraPath = { from: View; to: View; phase: number };

/** How far a layer reaches beyond the frame on each side, as a fraction of the frame, and how deep it lies (1 far, 0 near). */
export type LayerReach = { depth: number; left: number; right: number; top: number; bottom: number };

/** Where a layer is drawn: frame pixels = scale × frame position + offset, as fractions of the frame. */
export type Placement = { scale: number; x: number; y: number };

/** The camera that a scene, a vista or a clip asks for. */
export function framedPath(camera: { from: Framing; to: Framing }, seed: number): CameraPath {
  const [fromX, fromY, fromZoom] = camera.from;
  const [toX, toY, toZoom] = camera.to;
  return {
    from: { x: fromX, y: fromY, zoom: fromZoom },
    to: { x: toX, y: toY, zoom: toZoom },
    phase: (seed % 628) / 100,
  };
}

/**
 * A path that shows no edge of any layer at any moment: the same path, held back towards the middle as far as it needs to be.
 */
export function holdBack(path: CameraPath, layers: readonly LayerReach[]): CameraPath {
  for (let strength = 1; strength > 0; strength -= 0.02) {
    const held = { ...path, from: calm(path.from, strength), to: calm(path.to, strength) };
    if (layers.every((layer) => staysCovered(held, layer))) return held;
  }
  return { ...path, from: { x: 0.5, y: 0.5, zoom: 1.06 }, to: { x: 0.5, y: 0.5, zoom: 1.06 } };
}

/**
 * The same where each end is held back by itself, so that a close framing at one end isn't lost for a wide one at the other.
 */
export function holdEnds(path: CameraPath, layers: readonly LayerReach[]): CameraPath {
  const { from } = holdBack({ ...path, to: path.from }, layers);
  const { from: to } = holdBack({ ...path, from: path.to }, layers);
  return holdBack({ ...path, from, to }, layers);
}

/** The view at `progress` (0 to 1 of the whole movement) and `seconds` since its start. */
export function viewAt(path: CameraPath, { progress, seconds }: { progress: number; seconds: number }): View {
  const view = plannedView(path, progress);
  return {
    ...view,
    x: view.x + Math.sin(seconds * 0.37 + path.phase) * swayWidth,
    y: view.y + Math.sin(seconds * 0.29 + path.phase * 2) * swayHeight,
  };
}

/** What a beat does to a view: a push forward and a nod to one side. */
export function pushView(view: View, pulse: Pulse): View {
  const { x, y, zoom } = nudgeOf(pulse);
  return { x: view.x + x, y: view.y + y, zoom: view.zoom * zoom };
}

/** Layers with room left at their edges for the nods of {@link pushView}. */
export function spareNods(layers: readonly LayerReach[]): LayerReach[] {
  return layers.map(({ depth, left, right, top, bottom }) => ({
    depth,
    left: left - nods.width * 1.3,
    right: right - nods.width * 1.3,
    top: top - nods.height * 1.3,
    bottom: bottom - nods.height * 1.3,
  }));
}

/** How a layer at `depth` sits in the frame under a view: near layers move more, far ones less. */
export function placeLayer(view: View, depth: number): Placement {
  const scale = 1 + (view.zoom - 1) * (1.15 - 0.5 * depth);
  const shift = 1.3 - 0.9 * depth;
  return {
    scale,
    x: 0.5 - (0.5 + (view.x - 0.5) * shift) * scale,
    y: 0.5 - (0.5 + (view.y - 0.5) * shift) * scale,
  };
}

/**
 * How far the camera sways of its own, as a fraction of the frame: a page is on screen for most of a minute, and without it
 * the way it was sent would hardly be seen to move.
 */
const swayWidth = 0.008;
const swayHeight = 0.004;

/** The way from one view to the other, without the sway. */
function plannedView({ from, to }: CameraPath, progress: number): View {
  const eased = ease(progress);
  return {
    x: from.x + (to.x - from.x) * eased,
    y: from.y + (to.y - from.y) * eased,
    // A constant growth rate: the eye reads a zoom by ratio.
    zoom: from.zoom * (to.zoom / from.zoom) ** eased,
  };
}

/** Starts and ends gently but never stands still, so that a dissolve joins two pictures that move. */
function ease(t: number): number {
  const smooth = t * t * (3 - 2 * t);
  return t * 0.35 + smooth * 0.65;
}

function calm(view: View, strength: number): View {
  return {
    x: 0.5 + (view.x - 0.5) * strength,
    y: 0.5 + (view.y - 0.5) * strength,
    zoom: view.zoom,
  };
}

function staysCovered(path: CameraPath, layer: LayerReach): boolean {
  for (let step = 0; step <= 16; step++) {
    for (const side of [-1, 1]) {
      const view = plannedView(path, step / 16);
      const worst = { ...view, x: view.x + side * swayWidth, y: view.y + side * swayHeight };
      const { scale, x, y } = placeLayer(worst, layer.depth);
      if (x - layer.left * scale > 0 || x + (1 + layer.right) * scale < 1) return false;
      if (y - layer.top * scale > 0 || y + (1 + layer.bottom) * scale < 1) return false;
    }
  }
  return true;
}
