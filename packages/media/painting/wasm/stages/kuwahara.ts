import {
  directionSlopes,
  kuwaharaDirections,
  kuwaharaLengths,
  kuwaharaRadius,
  packKuwahara,
} from '../../regions/kuwahara-tables.ts';
import type { WasmFrame } from '../frame.ts';
import type { RegionKernels } from '../regions-kernels.ts';
import { flow } from './flow.ts';

/** Frame of repeated pixels around the padded picture: more than the longest ellipse reaches. */
const pad = 12;

/**
 * The graded frame at half size as flat dabs of paint along the flow, a picture: an anisotropic Kuwahara filter (Kyprianidis,
 * Kang & Döllner 2009). At half size it takes an eighth of the time, and {@link sharpKuwahara} gives the edges back.
 * @param radius In pixels of the half-size picture at 512 pixels, 1 to 4. Default 3.
 */
export function kuwahara(frame: WasmFrame, radius = 3): number {
  const reach = kuwaharaRadius(frame, radius);
  return frame.stage(`kuwahara ${reach}`, () => {
    const kernels = frame.kernels('regions') as RegionKernels;
    const [w, h] = [frame.width >> 1, frame.height >> 1];
    const field = flow(frame);
    const stride = w + 2 * pad;
    const padded = frame.picture('padded half', stride * (h + 2 * pad));
    const index = frame.arena.buffer('kuwahara index', w * h);
    const out = frame.picture(`kuwahara ${reach}`, w * h);
    const tables = frame.table(`kuwahara ${reach}`, () => packTables(reach, stride));
    frame.stage('padded half', () => {
      kernels.padHalf(frame.source, padded, frame.width, frame.height, pad);
      kernels.pickTables(field, frame.table('slopes', directionSlopes), index, frame.width, frame.height);
      return padded;
    });
    kernels.kuwahara(padded, index, tables, out, w, h, pad);
    return out;
  });
}

/** {@link kuwahara} at the frame's size, with the frame's own edges, a picture. */
export function sharpKuwahara(frame: WasmFrame, radius = 3): number {
  return frame.stage(`sharp kuwahara ${radius}`, () => {
    const kernels = frame.kernels('regions') as RegionKernels;
    const out = frame.picture(`sharp kuwahara ${radius}`);
    kernels.sharpen(kuwahara(frame, radius), frame.source, out, frame.width, frame.height);
    return out;
  });
}

/** The tables as the kernel reads them: offsets of tables, then for each the ends of its sectors and its taps. */
function packTables(radius: number, stride: number): Uint8Array {
  const count = kuwaharaDirections * kuwaharaLengths;
  const { ends, taps } = packKuwahara(radius);
  const view = new DataView(new ArrayBuffer(count * 40 + taps.length * 2));
  let at = count * 4;
  for (let table = 0; table < count; table++) {
    view.setUint32(table * 4, at, true);
    const sectors = ends.subarray(table * 9, table * 9 + 9);
    for (const end of sectors) {
      view.setUint32(at, (end - sectors[0]!) * 8, true);
      at += 4;
    }
    for (let tap = sectors[0]!; tap < sectors[8]!; tap++) {
      view.setInt32(at, (taps[tap * 4 + 1]! * stride + taps[tap * 4]!) * 16, true);
      view.setFloat32(at + 4, taps[tap * 4 + 2]!, true);
      at += 8;
    }
  }
  return new Uint8Array(view.buffer);
}
