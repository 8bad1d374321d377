import { KinoraError } from '@kinora/capabilities';
import type { Look } from '@kinora/capabilities';
import { Levels } from '../analysis/levels.ts';
import { CameraShift } from '../analysis/shift.ts';
import { gradeLength, isNeutral, writeGrade } from '../grade-numbers.ts';
import type { PaintStyle, Painter, PainterSize } from '../painter.ts';
import { noiseNumbers } from '../tables/noise.ts';
import { checkSize, markScale } from '../scale.ts';
import { lookTraits } from '../traits.ts';
import { WasmFrame } from './frame.ts';
import { wasmLooks } from './looks/index.ts';
import type { PaintingModules } from './modules.ts';
import { drawOverlay } from './overlay.ts';
import { blurPlane } from './stages/blur.ts';

/** Share of a still pixel that is kept from frame to frame. */
const heldShare = 0.75;

/**
 * A painter on WebAssembly with SIMD, one core, no DOM.
 * @param options.modules From `loadPaintingModules`.
 * @throws KinoraError `request.invalid` for a size it can't paint.
 */
export async function createWasmPainter(options: PainterSize & { modules: PaintingModules }): Promise<Painter> {
  checkSize(options);
  const { width, height, modules, seed = 1 } = options;
  const frame = new WasmFrame({ width, height, seed, modules });
  noiseNumbers();
  return new WasmPainter(frame);
}

class WasmPainter implements Painter {
  readonly width: number;
  readonly height: number;
  readonly #frame: WasmFrame;
  readonly #levels = new Levels();
  readonly #shift: CameraShift;
  readonly #under = new Float32Array(gradeLength);
  readonly #over = new Float32Array(gradeLength);
  #look: Look | undefined;
  #out = new Uint8ClampedArray(0);

  constructor(frame: WasmFrame) {
    this.#frame = frame;
    this.width = frame.width;
    this.height = frame.height;
    this.#shift = new CameraShift({ width: frame.width >> 2, height: frame.height >> 2, scale: 4 });
  }

  paint(rgba: Uint8Array | Uint8ClampedArray, style: PaintStyle, time: number): Uint8ClampedArray {
    const frame = this.#frame;
    if (rgba.length !== frame.count * 4)
      throw new KinoraError(
        'request.invalid',
        `A frame of ${frame.width} × ${frame.height} pixels has ${frame.count * 4} bytes, not ${rgba.length}.`,
      );
    const look = wasmLooks[style.look];
    if (look === undefined)
      throw new KinoraError('request.invalid', `There is no painter for the look "${style.look}"; choose another.`);
    frame.index++;
    frame.style = style;
    frame.time = time;
    frame.scale = markScale(frame, style.detail);
    this.#load(rgba, style);
    const { overlay } = lookTraits[style.look];
    if (overlay === 'under') drawOverlay(frame, frame.source, style);
    const painted = look(frame);
    if (overlay === 'over') drawOverlay(frame, painted, style);
    this.#finish(painted, style);
    return this.#view();
  }

  [Symbol.dispose](): void {
    this.#out = new Uint8ClampedArray(0);
  }

  /** Takes the frame: noise is averaged where it stands still, levels and camera motion follow, colours are graded. */
  #load(rgba: Uint8Array | Uint8ClampedArray, style: PaintStyle): void {
    const frame = this.#frame;
    const { width, height, count, core, arena } = frame;
    const input = arena.buffer('input', count * 4);
    const held = frame.picture('held');
    frame.source = frame.picture('source');
    const thumbnail = arena.buffer('thumbnail', (width >> 2) * (height >> 2));
    const numbers = arena.buffer('grade under', gradeLength * 4);
    arena.bytes().set(rgba, input);
    if (frame.index === 1) core.toPicture(input, held, count);
    else {
      const half = { width: width >> 1, height: height >> 1 };
      const motion = frame.plane('motion', half.width * half.height);
      core.difference(input, held, motion, width, height);
      blurPlane(frame, motion, { out: motion, radius: 1, passes: 1, ...half });
      core.hold(input, held, motion, width, height, heldShare);
    }
    core.thumbnail(input, thumbnail, width, height);
    const luma = arena.bytes().subarray(thumbnail, thumbnail + (width >> 2) * (height >> 2));
    this.#levels.follow(luma);
    this.#shift.follow(luma);
    frame.shift.x = this.#shift.x;
    frame.shift.y = this.#shift.y;
    writeGrade(this.#under, style, { place: 'under', aspect: width / height, levels: this.#levels });
    this.#write(numbers, this.#under);
    core.grade(held, frame.source, numbers, width, height);
  }

  /** Makes bytes of the painted picture: graded once more, mixed with the frame and with what was there before. */
  #finish(painted: number, style: PaintStyle): void {
    const frame = this.#frame;
    const { width, height, count, arena } = frame;
    const out = arena.buffer('output', count * 4);
    const before = arena.buffer('before', count * 4);
    if (this.#look !== undefined && this.#look !== style.look) arena.bytes().copyWithin(before, out, out + count * 4);
    const dissolve = this.#look === undefined ? 0 : (style.dissolve ?? 0);
    this.#look = style.look;
    writeGrade(this.#over, style, { place: 'over', aspect: width / height });
    const numbers = arena.buffer('grade over', gradeLength * 4);
    this.#write(numbers, this.#over);
    frame.core.finish(
      painted,
      isNeutral(this.#over) ? 0 : numbers,
      arena.buffer('input', count * 4),
      before,
      frame.noise('mottle'),
      out,
      width,
      height,
      style.strength,
      dissolve,
    );
  }

  #write(address: number, numbers: Float32Array): void {
    this.#frame.arena.bytes().set(new Uint8Array(numbers.buffer), address);
  }

  #view(): Uint8ClampedArray {
    const { arena, count } = this.#frame;
    const address = arena.buffer('output', count * 4);
    if (this.#out.buffer !== arena.memory.buffer)
      this.#out = new Uint8ClampedArray(arena.memory.buffer, address, count * 4);
    return this.#out;
  }
}
