import { KinoraError } from '@kinora/capabilities';
import type { Look } from '@kinora/capabilities';
import { gradeLength, writeGrade } from '../grade-numbers.ts';
import type { PaintStyle, PainterSize } from '../painter.ts';
import { checkSize, markScale } from '../scale.ts';
import { lookTraits } from '../traits.ts';
import { GlContext } from './context.ts';
import type { Target } from './context.ts';
import { GlFrame } from './frame.ts';
import { gradePixel } from './grade.ts';
import { GlLoader } from './load.ts';
import { glLooks } from './looks/index.ts';
import { drawOverlay } from './overlay.ts';

/** Paints a stream of frames on the graphics device of a browser, into a canvas. One painter belongs to one stream. */
export type GlPainter = Disposable & {
  readonly width: number;
  readonly height: number;
  /** Whether the device took its memory back; frames are skipped until it is there again, then painting begins anew by itself. */
  readonly isLost: boolean;
  /**
   * Paints a frame onto the canvas.
   * @param source A video, image, bitmap, canvas, video frame or pixels; its middle is cropped to the painter's shape.
   * @param time When it was taken, in seconds on a clock that never goes back.
   * @param options.isMirrored Whether left and right change places. Default false.
   * @returns Whether it was painted: false while the device is lost or the source has no size yet.
   */
  paint(source: TexImageSource, style: PaintStyle, time: number, options?: { isMirrored?: boolean }): boolean;
  /** The picture that was painted last: RGBA, 8 bits a channel, rows from the top. */
  read(): Uint8ClampedArray;
};

const finishSource = /* glsl */ `
${gradePixel}
uniform sampler2D painted;
uniform sampler2D picture;
uniform sampler2D before;
uniform float strength;
uniform float dissolve;
void main() {
  vec3 c = clampPixel(at(painted, here()).rgb);
  c = gradePixel(c, gl_FragCoord.xy / vec2(size));
  c = mix(at(picture, here()).rgb, c, strength);
  if (dissolve > 0.0) {
    float spot = texelFetch(noiseB, here() & 511, 0).g;
    c = mix(c, at(before, here()).rgb, clamp01((dissolve * 1.3 - spot) / 0.3));
  }
  result = vec4(clampPixel(c), 1.0);
}`;

// The canvas counts its rows from the bottom.
const presentSource = /* glsl */ `
uniform sampler2D picture;
void main() { result = at(picture, ivec2(here().x, textureSize(picture, 0).y - 1 - here().y)); }`;

/**
 * A painter on WebGL2.
 * @param options.canvas Where it paints; it takes the painter's size and must have no other context.
 * @throws KinoraError `request.invalid` for a size it can't paint, `provider.unavailable` where WebGL2 is missing.
 */
export function createGlPainter(options: PainterSize & { canvas: HTMLCanvasElement | OffscreenCanvas }): GlPainter {
  checkSize(options);
  const { canvas, width, height, seed = 1 } = options;
  canvas.width = width;
  canvas.height = height;
  return new WebGlPainter(canvas, { width, height, seed });
}

class WebGlPainter implements GlPainter {
  readonly width: number;
  readonly height: number;
  readonly #canvas: HTMLCanvasElement | OffscreenCanvas;
  readonly #seed: number;
  readonly #over = new Float32Array(gradeLength);
  #context: GlContext;
  #frame: GlFrame;
  #loader: GlLoader;
  #look: Look | undefined;
  #isLost = false;
  readonly #lose = (event: Event): void => {
    event.preventDefault();
    this.#isLost = true;
  };
  readonly #restore = (): void => {
    this.#context = new GlContext(this.#canvas);
    this.#frame = this.#newFrame();
    this.#loader = new GlLoader(this.#frame);
    this.#look = undefined;
    this.#isLost = false;
  };

  constructor(canvas: HTMLCanvasElement | OffscreenCanvas, options: Required<PainterSize>) {
    this.width = options.width;
    this.height = options.height;
    this.#seed = options.seed;
    this.#canvas = canvas;
    this.#context = new GlContext(canvas);
    this.#frame = this.#newFrame();
    this.#loader = new GlLoader(this.#frame);
    canvas.addEventListener('webglcontextlost', this.#lose);
    canvas.addEventListener('webglcontextrestored', this.#restore);
  }

  get isLost(): boolean {
    return this.#isLost || this.#context.gl.isContextLost();
  }

  paint(source: TexImageSource, style: PaintStyle, time: number, options: { isMirrored?: boolean } = {}): boolean {
    if (this.isLost || ('videoWidth' in source && source.videoWidth === 0)) return false;
    const look = glLooks[style.look];
    if (look === undefined)
      throw new KinoraError('request.invalid', `There is no painter for the look "${style.look}"; choose another.`);
    const frame = this.#frame;
    frame.index++;
    frame.style = style;
    frame.time = time;
    frame.scale = markScale(frame, style.detail);
    frame.context.gl.disable(frame.context.gl.BLEND);
    this.#loader.load(source, { style, isMirrored: options.isMirrored ?? false });
    const { overlay } = lookTraits[style.look];
    if (overlay === 'under') frame.source = drawOverlay(frame, frame.source, style, 'source with overlay');
    let painted = look(frame);
    if (overlay === 'over') painted = drawOverlay(frame, painted, style, 'painted with overlay');
    const output = this.#finish(painted, style);
    frame.context.draw(frame.context.program('present', presentSource), null, { picture: output });
    return true;
  }

  read(): Uint8ClampedArray {
    const { gl } = this.#context;
    const out = new Uint8Array(this.width * this.height * 4);
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.#frame.target('output', { kind: 'byte' }).framebuffer);
    gl.readPixels(0, 0, this.width, this.height, gl.RGBA, gl.UNSIGNED_BYTE, out);
    return new Uint8ClampedArray(out.buffer);
  }

  [Symbol.dispose](): void {
    this.#canvas.removeEventListener('webglcontextlost', this.#lose);
    this.#canvas.removeEventListener('webglcontextrestored', this.#restore);
    this.#context.dispose();
  }

  #newFrame(): GlFrame {
    return new GlFrame({ context: this.#context, width: this.width, height: this.height, seed: this.#seed });
  }

  #finish(painted: Target, style: PaintStyle): Target {
    const frame = this.#frame;
    const { gl } = frame.context;
    const output = frame.target('output', { kind: 'byte' });
    const before = frame.target('before', { kind: 'byte' });
    if (this.#look !== undefined && this.#look !== style.look) {
      gl.bindFramebuffer(gl.READ_FRAMEBUFFER, output.framebuffer);
      gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, before.framebuffer);
      gl.blitFramebuffer(0, 0, this.width, this.height, 0, 0, this.width, this.height, gl.COLOR_BUFFER_BIT, gl.NEAREST);
    }
    const dissolve = this.#look === undefined ? 0 : (style.dissolve ?? 0);
    this.#look = style.look;
    writeGrade(this.#over, style, { place: 'over', aspect: this.width / this.height });
    return frame.draw('finish', finishSource, output, {
      painted,
      picture: frame.target('input', { kind: 'byte' }),
      before,
      numbers: this.#over,
      strength: style.strength,
      dissolve,
    });
  }
}
