import { vistaSpec } from '@kinora/capabilities';
import type { VistaSpec } from '@kinora/capabilities';
import type { Layer } from '../../layer.ts';
import { drawVista, flattenVista } from '../draw-vista.ts';
import type { VistaOptions } from '../draw-vista.ts';

const size = { width: 96, height: 54, seed: 5 };

/** A vista with some fields of one's own. */
export function vista(changes: Partial<VistaSpec> = {}): VistaSpec {
  return vistaSpec.parse({
    world: 'ocean',
    view: 'establishing',
    palette: { deep: '#101430', sky: '#30407a', haze: '#9a90b8', main: '#3a7f9c', accent: '#f0805c', light: '#ffe8b8' },
    energy: 0.6,
    calm: 0.6,
    thread: { kind: 'lantern', progress: 0.4 },
    camera: { from: [0.5, 0.5, 1], to: [0.5, 0.5, 1.1] },
    moment: 'A picture.',
    ...changes,
  });
}

/** What a vista's still shows, RGBA. */
export function pixels(layers: readonly Layer[]): Uint8ClampedArray {
  const canvas = flattenVista(layers);
  return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
}

/** Mean difference of two pictures, 0 to 255. */
export function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  return a.reduce((sum, value, at) => sum + Math.abs(value - b[at]!), 0) / a.length;
}

/** Draws a vista, the size of a stamp. */
export const draw = (changes: Partial<VistaSpec> = {}, options: Partial<VistaOptions> = {}): Layer[] =>
  drawVista(vista(changes), { ...size, ...options });

const drawn = new Map<string, Layer[]>();
/** The same, each drawn once for all tests of a file that look at it. */
export function once(changes: Partial<VistaSpec>): Layer[] {
  const key = JSON.stringify(changes);
  const layers = drawn.get(key) ?? draw(changes);
  drawn.set(key, layers);
  return layers;
}
