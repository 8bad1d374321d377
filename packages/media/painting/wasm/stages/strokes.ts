import { borderMask } from '../../strokes/border.ts';
import { brushTable, strokeNumbers } from '../../strokes/brushes.ts';
import { layerLength, writeLayer } from '../../strokes/layers.ts';
import type { StrokeLayer } from '../../strokes/layers.ts';
import { strokeLayers } from '../../strokes/looks.ts';
import { StrokePlaces } from '../../strokes/places.ts';
import { noisePlanes } from '../../tables/noise.ts';
import type { NoiseName } from '../../tables/noise.ts';
import type { WasmFrame } from '../frame.ts';
import type { StrokeKernels } from '../strokes-kernels.ts';
import { half, tensor } from './flow.ts';

type StrokeLook = keyof typeof strokeLayers;

/** A noise plane as bytes, 512 × 512. */
export function noiseBytes(frame: WasmFrame, name: NoiseName): number {
  return frame.table(`noise bytes ${name}`, () => {
    // Eight more: kernels read a vector past the end.
    const bytes = new Uint8Array(noisePlanes()[name].length + 16);
    bytes.set(noisePlanes()[name]);
    return bytes;
  });
}

/** The border of a sheet, one byte a pixel. */
export function border(frame: WasmFrame, look: string, sheet: { margin: number; rough: number }): number {
  return frame.table(`border ${look}`, () => borderMask({ width: frame.width, height: frame.height, ...sheet }));
}

/** The frame at half size without texture but with its edges, a picture. */
export function settled(frame: WasmFrame): number {
  return frame.stage('settled', () => {
    const [width, height] = [frame.width >> 1, frame.height >> 1];
    const out = frame.picture('settled', width * height);
    kernelsOf(frame).settle(half(frame), frame.picture('settle means', width * height), out, width, height);
    return out;
  });
}

/** The settled frame, blurred, a picture at half size. */
export function broad(frame: WasmFrame): number {
  return frame.stage('broad', () => {
    const [width, height] = [frame.width >> 1, frame.height >> 1];
    const out = frame.picture('broad', width * height);
    const radius = Math.max(1, Math.round(2 * frame.scale));
    kernelsOf(frame).soften(settled(frame), frame.picture('soften rows', width * height), out, width, height, radius);
    return out;
  });
}

/** Direction of the brush at half size, a picture (tangent x, y, anisotropy, gradient). */
function direction(frame: WasmFrame): number {
  return frame.stage('direction', () => {
    const size = (frame.width >> 1) * (frame.height >> 1);
    const out = frame.picture('direction', size);
    kernelsOf(frame).direct(tensor(frame), out, size);
    return out;
  });
}

/** Luma bytes of the frame's thumbnail: a quarter of its size. */
export function thumbnail(frame: WasmFrame): Uint8Array {
  const size = (frame.width >> 2) * (frame.height >> 2);
  const at = frame.arena.buffer('thumbnail', size);
  return frame.arena.bytes().subarray(at, at + size);
}

/** The functions of the module `strokes`. */
export function kernelsOf(frame: WasmFrame): StrokeKernels {
  return frame.kernels('strokes') as StrokeKernels;
}

/** Rows of the canvas that are drawn at a time: a few hundred kB. */
const bandRows = 64;

const allPlaces = new WeakMap<WasmFrame, { look: StrokeLook; places: StrokePlaces; versions: number[] }>();
const numbers = new Float32Array(layerLength);
const numberBytes = new Uint8Array(numbers.buffer);

/**
 * Paints the strokes of a look, the topmost first, each where nothing lies yet.
 * @param options.border The sheet's border, for layers that stay inside. Default none.
 * @param options.planes 0: only the cover, 1: red, 3: colour, 4: colour and height. Default 3.
 * @returns The canvas.
 */
export function strokes(
  frame: WasmFrame,
  look: StrokeLook,
  options: { border?: number; planes?: number } = {},
): number {
  return frame.stage(`strokes ${look}`, () => {
    const { width, height, arena } = frame;
    const kernels = kernelsOf(frame);
    const layers = strokeLayers[look];
    const canvas = arena.buffer('canvas', frame.count * 10);
    const { places, versions } = follow(frame, look);
    kernels.clear(canvas, width, height);
    const planes = options.planes ?? 3;
    for (let i = layers.length - 1; i >= 0; i--) {
      const layer = layers[i]!;
      const anchors = places.anchors[i]!;
      const key = `${look} ${i}`;
      const size = anchors.places.byteLength;
      const random = frame.table(`numbers ${key}`, () => strokeNumbers(anchors.count, layer.seed));
      const state = arena.buffer(`state ${key}`, size * 2);
      const at = arena.buffer(`anchors ${key}`, size);
      const marks = arena.buffer('marks', anchors.count * 64);
      const address = arena.buffer('layer', layerLength * 4);
      const brushes = frame.table('brushes', brushTable);
      const tooth = noiseBytes(frame, 'tooth');
      const [field, colours] = [direction(frame), colourOf(frame, layer)];
      const ends = layer.colours === 'source' ? half(frame) : settled(frame);
      writeLayer(numbers, layer, { count: anchors.count, width, height, scale: frame.scale });
      arena.bytes().set(numberBytes, address);
      if (versions[i] !== anchors.version) arena.bytes().set(anchors.bytes, at);
      versions[i] = anchors.version;
      const count = kernels.decide(address, at, random, state, field, colours, ends, options.border ?? 0, marks);
      kernels.draw(address, marks, count, brushes, tooth, canvas, planes, bandRows);
    }
    return canvas;
  });
}

function follow(frame: WasmFrame, look: StrokeLook): { places: StrokePlaces; versions: number[] } {
  let known = allPlaces.get(frame);
  if (known === undefined || known.look !== look || !frame.wasFresh(`strokes ${look}`)) {
    known = { look, places: new StrokePlaces(strokeLayers[look], frame), versions: [] };
    allPlaces.set(frame, known);
  }
  known.places.follow({ luma: thumbnail(frame), shift: frame.shift, scale: frame.scale, time: frame.time });
  return known;
}

function colourOf(frame: WasmFrame, layer: StrokeLayer): number {
  if (layer.colours === 'source') return frame.source;
  return layer.colours === 'settled' ? settled(frame) : broad(frame);
}
