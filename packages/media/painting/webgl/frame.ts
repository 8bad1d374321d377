import type { FrameStyle } from '@kinora/capabilities';
import { noiseNames, noisePlanes, noiseSize } from '../tables/noise.ts';
import type { GlContext, Inputs, Program, Target, TargetKind } from './context.ts';

/**
 * What a look of the WebGL engine works with: the frame that is being painted, targets, programs, and the stages, each of
 * which runs at most once a frame.
 */
export class GlFrame {
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  readonly context: GlContext;
  /** Factor for sizes in pixels: see `markScale`. */
  scale = 1;
  /** Where the scene is, in pixels relative to the first frame: what sticks to it moves by this much. */
  shift = { x: 0, y: 0 };
  /** Counts frames from 1. */
  index = 0;
  /** Seconds. */
  time = 0;
  style!: FrameStyle;
  /** Luma bytes of the frame's thumbnail: a quarter of its size, rounded down. */
  luma: Uint8Array = new Uint8Array(0);
  /** The graded frame, a picture. */
  source!: Target;
  readonly #stages = new Map<string, { frame: number; result: Target }>();
  readonly #size = new Int32Array(2);
  readonly #noiseStart = new Int32Array(2);

  constructor(options: { context: GlContext; width: number; height: number; seed: number }) {
    this.context = options.context;
    this.width = options.width;
    this.height = options.height;
    this.seed = options.seed;
  }

  /** Runs a stage, unless it ran for this frame already. */
  stage(name: string, run: () => Target): Target {
    const known = this.#stages.get(name);
    if (known?.frame === this.index) return known.result;
    const result = run();
    this.#stages.set(name, { frame: this.index, result });
    return result;
  }

  /** Whether a stage ran for the frame before: what a look held is of use only then. */
  wasFresh(name: string): boolean {
    return (this.#stages.get(name)?.frame ?? -1) >= this.index - 1;
  }

  /** A target by name, of the frame's size when omitted. */
  target(name: string, options: { width?: number; height?: number; kind?: TargetKind } = {}): Target {
    return this.context.target(name, options.width ?? this.width, options.height ?? this.height, options.kind);
  }

  /**
   * Two targets that take turns, for what is held from frame to frame.
   * @returns `past`, written in the frame before, and `now`, to be written in this one.
   */
  turns(
    name: string,
    options: { width?: number; height?: number; kind?: TargetKind } = {},
  ): { past: Target; now: Target } {
    const [even, odd] = [this.target(`${name} even`, options), this.target(`${name} odd`, options)];
    return this.index % 2 === 0 ? { past: odd, now: even } : { past: even, now: odd };
  }

  /**
   * Runs a fragment shader over a whole target.
   * @param name Of the program, compiled on first use.
   * @param fragment Its source after the prelude, which declares `size`, `noiseA`, `noiseB` and `noiseStart`; they are set here.
   * @returns The target.
   */
  draw(name: string, fragment: string, target: Target, inputs: Inputs): Target {
    const program = this.context.program(name, fragment);
    this.context.draw(program, target, this.#withCommon(program, target, inputs));
    return target;
  }

  /** Makes a program with a vertex shader of its own current, ready to draw what is not a cover. */
  use(name: string, shaders: { vertex: string; fragment: string }, target: Target, inputs: Inputs): Program {
    const program = this.context.program(name, shaders.fragment, shaders.vertex);
    this.context.use(program, target, this.#withCommon(program, target, inputs));
    return program;
  }

  /** The noise planes `fine`, `tooth`, `grain`, `cold` (0) or `blotch`, `mottle`, `swayX`, `swayY` (1) as one texture. */
  noise(half: 0 | 1): WebGLTexture {
    return this.context.texture(`noise ${half}`, (gl) => {
      const planes = noisePlanes();
      const bytes = new Uint8Array(noiseSize * noiseSize * 4);
      noiseNames.slice(half * 4, half * 4 + 4).forEach((name, channel) => {
        planes[name].forEach((value, i) => {
          bytes[i * 4 + channel] = value;
        });
      });
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, noiseSize, noiseSize, 0, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
    });
  }

  #withCommon(program: Program, target: Target, inputs: Inputs): Inputs {
    if (program.uniforms.has('size')) {
      this.#size[0] = target.width;
      this.#size[1] = target.height;
      inputs['size'] = this.#size;
    }
    if (program.uniforms.has('noiseStart')) {
      this.#noiseStart[0] = -Math.round(this.shift.x) & 511;
      this.#noiseStart[1] = -Math.round(this.shift.y) & 511;
      inputs['noiseStart'] = this.#noiseStart;
    }
    if (program.uniforms.has('noiseA')) inputs['noiseA'] = this.noise(0);
    if (program.uniforms.has('noiseB')) inputs['noiseB'] = this.noise(1);
    return inputs;
  }
}

/** A look: paints the frame and gives the painted picture. */
export type GlLook = (frame: GlFrame) => Target;
