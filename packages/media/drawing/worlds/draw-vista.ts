import type { VistaSpec } from '@kinora/capabilities';
import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import type { Layer } from '../layer.ts';
import { drawParticles } from '../particles.ts';
import { fillAir } from './air.ts';
import { artists } from './artists.ts';
import { placeFigures } from './figures.ts';
import type { FigurePicture } from './figures.ts';
import { finishLayers } from './finish/index.ts';
import { VistaStage } from './vista-stage.ts';

/** How a vista is drawn. */
export type VistaOptions = {
  /** Size of the frame in pixels. */
  width: number;
  height: number;
  /** The same seed gives the same bytes. */
  seed: number;
  /** How much wider and higher than the frame the layers are, so that a moving camera shows no edge. Default 0.15. */
  overscan?: number;
  /** Cut-outs that the figures of the vista index, decoded. Those that are missing are left out. */
  figures?: readonly FigurePicture[];
};

/**
 * Draws a picture for music as depth layers, back to front, with what a clip maker needs to bring them to life. The first
 * layer is opaque.
 */
export function drawVista(vista: VistaSpec, options: VistaOptions): Layer[] {
  const { width, height, seed, overscan = 0.15, figures = [] } = options;
  const stage = new VistaStage(vista, { width, height, seed, overscan });
  artists[vista.world][vista.view](stage);
  placeFigures(stage, figures);
  fillAir(stage);
  finishLayers(stage);
  keepBrightest(stage.staged.map(({ layer }) => layer));
  return stage.staged.map(({ layer }) => layer);
}

/**
 * A still of exactly the frame's size: the layers back to front, and what falls at a moment.
 * @param options.seconds The moment, for rain and the like. Default 0.
 */
export function flattenVista(layers: readonly Layer[], { seconds = 0 }: { seconds?: number } = {}): Canvas {
  const { frame } = layers[0]!;
  const canvas = createCanvas(frame.width, frame.height);
  const c = canvas.getContext('2d');
  c.translate(-frame.x, -frame.y);
  for (const layer of layers) {
    c.drawImage(layer.canvas, 0, 0);
    drawParticles(c, layer, seconds);
  }
  return canvas;
}

/** Lights that a clip maker moves in each frame, at most. */
const mostLights = 24;

function keepBrightest(layers: readonly Layer[]): void {
  const all = layers.flatMap(({ lights = [] }) => lights.map(({ radius, strength }) => radius * strength));
  const least = all.toSorted((a, b) => b - a)[mostLights - 1] ?? 0;
  for (const layer of layers) {
    if (layer.lights) layer.lights = layer.lights.filter(({ radius, strength }) => radius * strength >= least);
  }
}
