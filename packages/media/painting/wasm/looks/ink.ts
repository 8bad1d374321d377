import { sheets } from '../../strokes/border.ts';
import { SealPlace, sealRows } from '../../strokes/seal.ts';
import type { WasmFrame } from '../frame.ts';
import { blurPlane } from '../stages/blur.ts';
import { edges, luma } from '../stages/flow.ts';
import { border, kernelsOf, noiseBytes, settled, strokes, thumbnail } from '../stages/strokes.ts';

const seals = new WeakMap<WasmFrame, SealPlace>();

/** Ink and wash: a bleeding wash, large brush strokes with flying white, lines, much bare paper, and a seal. */
export function ink(frame: WasmFrame): number {
  const { width, height, noiseX, noiseY, arena } = frame;
  const kernels = kernelsOf(frame);
  const unit = Math.min(width, height) / 512;
  const half = { width: width >> 1, height: height >> 1 };
  const size = half.width * half.height;
  const canvas = strokes(frame, 'ink', { planes: 1 });
  const [swayX, swayY] = [noiseBytes(frame, 'swayX'), noiseBytes(frame, 'swayY')];
  const density = frame.plane('ink density', size);
  const near = frame.plane('ink near', size);
  const far = frame.plane('ink far', size);
  kernels.inkDensity(settled(frame), swayX, swayY, density, half.width, half.height, noiseX, noiseY, unit);
  blurPlane(frame, density, { out: near, radius: Math.max(1, Math.round(1.5 * unit)), ...half });
  blurPlane(frame, density, { out: far, radius: Math.max(2, Math.round(6 * unit)), ...half });
  const [grain, mottle, blotch] = [
    noiseBytes(frame, 'grain'),
    noiseBytes(frame, 'mottle'),
    noiseBytes(frame, 'blotch'),
  ];
  const out = frame.picture('painted');
  const rows = arena.buffer('ink rows', (width + 16) * 4 * 5);
  const mask = border(frame, 'ink', sheets.ink);
  const [lines, light] = [edges(frame, 1.6 * unit), luma(frame)];
  kernels.inkSheet(
    canvas,
    lines,
    light,
    density,
    near,
    far,
    grain,
    mottle,
    blotch,
    mask,
    rows,
    out,
    width,
    height,
    noiseX,
    noiseY,
  );
  press(frame, out);
  return out;
}

function press(frame: WasmFrame, out: number): void {
  let place = seals.get(frame);
  if (place === undefined) {
    place = new SealPlace(frame);
    seals.set(frame, place);
  }
  place.follow(thumbnail(frame));
  const mark = frame.table('seal', () => Uint8Array.from(sealRows));
  const [cold, grain] = [noiseBytes(frame, 'cold'), noiseBytes(frame, 'grain')];
  kernelsOf(frame).seal(mark, cold, grain, out, frame.width, place.x, place.y, place.side);
}
