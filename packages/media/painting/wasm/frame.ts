import type { FrameStyle } from '@kinora/capabilities';
import { noiseNumbers } from '../tables/noise.ts';
import type { NoiseName } from '../tables/noise.ts';
import { Arena } from './arena.ts';
import type { CoreKernels } from './kernels.ts';
import { moduleNames } from './modules.ts';
import type { ModuleName, PaintingModules } from './modules.ts';

/**
 * What a look of the WebAssembly engine works with: the frame that is being painted, buffers in the shared memory, and the
 * stages, each of which runs at most once a frame. Pictures have four f32 a pixel (red, green, blue in 0..1, luma), planes one.
 */
export class WasmFrame {
  readonly width: number;
  readonly height: number;
  /** Number of pixels. */
  readonly count: number;
  readonly seed: number;
  readonly arena = new Arena();
  readonly core: CoreKernels;
  /** Factor for sizes in pixels: see `markScale`. */
  scale = 1;
  /** Where the scene is, in pixels relative to the first frame: what sticks to it moves by this much. */
  shift = { x: 0, y: 0 };
  /** Counts frames from 1. */
  index = 0;
  /** Seconds. */
  time = 0;
  style!: FrameStyle;
  /** Address of the graded frame, a picture. */
  source = 0;
  readonly #modules: Readonly<Record<ModuleName, WebAssembly.Exports>>;
  readonly #stages = new Map<string, { frame: number; result: number }>();

  constructor({
    width,
    height,
    seed,
    modules,
  }: {
    width: number;
    height: number;
    seed: number;
    modules: PaintingModules;
  }) {
    this.width = width;
    this.height = height;
    this.count = width * height;
    this.seed = seed;
    const { memory } = this.arena;
    this.#modules = Object.fromEntries(
      moduleNames.map((name) => [name, new WebAssembly.Instance(modules[name], { env: { memory } }).exports]),
    ) as Record<ModuleName, WebAssembly.Exports>;
    this.core = this.kernels('core') as CoreKernels;
  }

  /** The functions of a module, to be given its type. */
  kernels(name: ModuleName): unknown {
    return this.#modules[name];
  }

  /** Runs a stage, unless it ran for this frame already; its result is an address or another number. */
  stage(name: string, run: () => number): number {
    const known = this.#stages.get(name);
    if (known?.frame === this.index) return known.result;
    const result = run();
    if (known === undefined) this.#stages.set(name, { frame: this.index, result });
    else {
      known.frame = this.index;
      known.result = result;
    }
    return result;
  }

  /** Whether a stage ran for the frame before: what a look held is of use only then. */
  wasFresh(name: string): boolean {
    return (this.#stages.get(name)?.frame ?? -1) >= this.index - 1;
  }

  /** A picture by name, always the same buffer. @param size Pixels, of the frame's size when omitted. */
  picture(name: string, size = this.count): number {
    return this.arena.buffer(name, size * 16);
  }

  /** A plane by name, always the same buffer. @param size Pixels, of the frame's size when omitted. */
  plane(name: string, size = this.count): number {
    return this.arena.buffer(name, size * 4);
  }

  /** Room for a row of a picture, for kernels to work in. */
  row(): number {
    return this.arena.buffer('row', this.width * 16);
  }

  /** A table of numbers that is written into the memory once. */
  table(name: string, make: () => ArrayBufferView): number {
    return this.arena.table(`table ${name}`, make);
  }

  /** A noise plane of 512 × 512 f32 in 0..1 that repeats; `noiseX`, `noiseY` say where to begin. */
  noise(name: NoiseName): number {
    return this.table(`noise ${name}`, () => noiseNumbers()[name]);
  }

  /** Column of a noise plane that lies on the frame's first column, 0 to 511: noise travels with the scene. */
  get noiseX(): number {
    return -Math.round(this.shift.x) & 511;
  }

  /** Row of a noise plane that lies on the frame's first row, 0 to 511. */
  get noiseY(): number {
    return -Math.round(this.shift.y) & 511;
  }
}

/** A look: paints the frame and gives the address of the painted picture. */
export type WasmLook = (frame: WasmFrame) => number;
