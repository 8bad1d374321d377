import { KinoraError } from '@kinora/capabilities';
import { coverVertex, prelude } from './prelude.ts';

/** A texture that can be drawn into. Row 0 is the top of the picture. */
export type Target = {
  readonly texture: WebGLTexture;
  readonly framebuffer: WebGLFramebuffer;
  readonly width: number;
  readonly height: number;
};

/** How a target keeps its numbers: `half` 16-bit floats, `float` 32-bit ones where the device has them, `byte` 0..255 for 0..1. */
export type TargetKind = 'half' | 'float' | 'byte';

/** A compiled pair of shaders and where its uniforms are. */
export type Program = {
  readonly program: WebGLProgram;
  readonly uniforms: ReadonlyMap<string, { location: WebGLUniformLocation; type: number }>;
};

/** What a program reads: textures (or targets) and numbers by the names of its uniforms. */
export type Inputs = Record<string, Target | WebGLTexture | number | ArrayLike<number>>;

/** Compiles, allocates and draws on WebGL2; everything is made on first use and kept. */
export class GlContext {
  readonly gl: WebGL2RenderingContext;
  readonly #hasFloat: boolean;
  readonly #programs = new Map<string, Program>();
  readonly #targets = new Map<string, Target>();
  readonly #textures = new Map<string, WebGLTexture>();
  readonly #empty: WebGLVertexArrayObject;

  /** @throws KinoraError `provider.unavailable` where WebGL2 or drawing into float textures is missing. */
  constructor(canvas: HTMLCanvasElement | OffscreenCanvas) {
    const gl = canvas.getContext('webgl2', {
      alpha: false,
      antialias: false,
      depth: false,
      preserveDrawingBuffer: true,
      powerPreference: 'high-performance',
    });
    if (gl === null)
      throw new KinoraError(
        'provider.unavailable',
        'This browser has no WebGL2, or it is switched off; paint on the server instead.',
      );
    this.gl = gl;
    this.#hasFloat = gl.getExtension('EXT_color_buffer_float') !== null;
    if (!this.#hasFloat && gl.getExtension('EXT_color_buffer_half_float') === null)
      throw new KinoraError(
        'provider.unavailable',
        'The graphics device of this browser can’t draw into floating-point textures; paint on the server instead.',
      );
    this.#empty = gl.createVertexArray();
    gl.disable(gl.DITHER);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    gl.pixelStorei(gl.PACK_ALIGNMENT, 1);
  }

  /**
   * A program by name, compiled on first use.
   * @param fragment Source after the prelude (see `prelude.ts`).
   * @param vertex Whole source; covers the target when omitted.
   */
  program(name: string, fragment: string, vertex: string = coverVertex): Program {
    const known = this.#programs.get(name);
    if (known !== undefined) return known;
    const { gl } = this;
    const program = gl.createProgram();
    for (const [type, source] of [
      [gl.VERTEX_SHADER, vertex],
      [gl.FRAGMENT_SHADER, prelude + fragment],
    ] as const) {
      const shader = gl.createShader(type);
      if (shader === null) break;
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost())
        throw new KinoraError('internal.bug', `The shader ${name} doesn’t compile: ${gl.getShaderInfoLog(shader)}`);
      gl.attachShader(program, shader);
      gl.deleteShader(shader);
    }
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
      throw new KinoraError('internal.bug', `The shader ${name} doesn’t link: ${gl.getProgramInfoLog(program)}`);
    const uniforms = new Map<string, { location: WebGLUniformLocation; type: number }>();
    const count = Number(gl.getProgramParameter(program, gl.ACTIVE_UNIFORMS) ?? 0);
    for (let i = 0; i < count; i++) {
      const info = gl.getActiveUniform(program, i);
      const location = info && gl.getUniformLocation(program, info.name);
      if (info && location) uniforms.set(info.name.replace('[0]', ''), { location, type: info.type });
    }
    const made = { program, uniforms };
    this.#programs.set(name, made);
    return made;
  }

  /** A target by name, made on first use, zeroed; another size or kind makes it anew. */
  target(name: string, width: number, height: number, kind: TargetKind = 'half'): Target {
    const key = `${name} ${kind}`;
    const known = this.#targets.get(key);
    if (known?.width === width && known.height === height) return known;
    const { gl } = this;
    if (known !== undefined) {
      gl.deleteTexture(known.texture);
      gl.deleteFramebuffer(known.framebuffer);
    }
    const texture = gl.createTexture();
    const framebuffer = gl.createFramebuffer();
    const isFloat = kind === 'float' && this.#hasFloat;
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texStorage2D(gl.TEXTURE_2D, 1, kind === 'byte' ? gl.RGBA8 : isFloat ? gl.RGBA32F : gl.RGBA16F, width, height);
    const filter = isFloat ? gl.NEAREST : gl.LINEAR;
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, filter);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, filter);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    const made = { texture, framebuffer, width, height };
    this.#targets.set(key, made);
    return made;
  }

  /** A texture by name that is filled when it is made. @param fill Called with the texture bound. */
  texture(name: string, fill: (gl: WebGL2RenderingContext) => void): WebGLTexture {
    const known = this.#textures.get(name);
    if (known !== undefined) return known;
    const { gl } = this;
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    fill(gl);
    this.#textures.set(name, texture);
    return texture;
  }

  /** Makes a program, its target (null: the canvas) and its inputs current; whoever draws other things than a cover goes on from here. */
  use(program: Program, target: Target | null, inputs: Inputs): void {
    const { gl } = this;
    gl.bindFramebuffer(gl.FRAMEBUFFER, target?.framebuffer ?? null);
    gl.viewport(0, 0, target?.width ?? gl.drawingBufferWidth, target?.height ?? gl.drawingBufferHeight);
    gl.useProgram(program.program);
    let unit = 0;
    for (const name in inputs) {
      const uniform = program.uniforms.get(name);
      if (uniform === undefined) continue;
      const value = inputs[name]!;
      if (uniform.type === gl.SAMPLER_2D) {
        gl.activeTexture(gl.TEXTURE0 + unit);
        gl.bindTexture(gl.TEXTURE_2D, isTarget(value) ? value.texture : value);
        gl.uniform1i(uniform.location, unit++);
      } else this.#setUniform(uniform, value as number | ArrayLike<number>);
    }
    gl.activeTexture(gl.TEXTURE0);
  }

  /** Runs a program over its whole target (null: the canvas). */
  draw(program: Program, target: Target | null, inputs: Inputs): void {
    this.use(program, target, inputs);
    this.gl.bindVertexArray(this.#empty);
    this.gl.drawArrays(this.gl.TRIANGLES, 0, 3);
  }

  /** Deletes everything that was made. */
  dispose(): void {
    const { gl } = this;
    for (const { program } of this.#programs.values()) gl.deleteProgram(program);
    for (const { texture, framebuffer } of this.#targets.values()) {
      gl.deleteTexture(texture);
      gl.deleteFramebuffer(framebuffer);
    }
    for (const texture of this.#textures.values()) gl.deleteTexture(texture);
    this.#programs.clear();
    this.#targets.clear();
    this.#textures.clear();
  }

  #setUniform({ location, type }: { location: WebGLUniformLocation; type: number }, value: number | ArrayLike<number>) {
    const { gl } = this;
    if (typeof value === 'number') {
      if (type === gl.INT || type === gl.BOOL) gl.uniform1i(location, value);
      else gl.uniform1f(location, value);
      return;
    }
    const list = value as Float32Array;
    if (type === gl.FLOAT) gl.uniform1fv(location, list);
    else if (type === gl.FLOAT_VEC2) gl.uniform2fv(location, list);
    else if (type === gl.FLOAT_VEC3) gl.uniform3fv(location, list);
    else if (type === gl.FLOAT_VEC4) gl.uniform4fv(location, list);
    else if (type === gl.INT_VEC2) gl.uniform2iv(location, value as unknown as Int32Array);
    else if (type === gl.INT) gl.uniform1iv(location, value as unknown as Int32Array);
    else throw new KinoraError('internal.bug', `A uniform has a type that is not set anywhere: ${type}`);
  }
}

function isTarget(value: Inputs[string]): value is Target {
  return typeof value === 'object' && 'framebuffer' in value;
}
