import { gradeLength, writeGrade } from '../grade-numbers.ts';
import { Levels } from '../analysis/levels.ts';
import { CameraShift } from '../analysis/shift.ts';
import type { PaintStyle } from '../painter.ts';
import type { GlFrame } from './frame.ts';
import { gradePixel } from './grade.ts';
import { blur } from './stages/blur.ts';

const cropSource = /* glsl */ `
uniform sampler2D camera;
uniform vec4 crop;
uniform vec2 spread;
void main() {
  vec2 uv = crop.xy + crop.zw * gl_FragCoord.xy / vec2(size);
  vec4 sum = texture(camera, uv + spread * vec2(-1.0, -1.0)) + texture(camera, uv + spread * vec2(1.0, -1.0))
    + texture(camera, uv + spread * vec2(-1.0, 1.0)) + texture(camera, uv + spread);
  result = vec4(sum.rgb * 0.25, 1.0);
}`;

// Four neighbours in one pixel, so that a quarter as much is read back.
const thumbnailSource = /* glsl */ `
uniform sampler2D picture;
float block(int x, int y) {
  vec3 sum = vec3(0.0);
  for (int j = 0; j < 4; j++) for (int i = 0; i < 4; i++) sum += at(picture, ivec2(x * 4 + i, y * 4 + j)).rgb;
  return dot(sum / 16.0, vec3(77.0, 150.0, 29.0) / 256.0);
}
void main() {
  ivec2 p = ivec2(here().x * 4, here().y);
  result = vec4(block(p.x, p.y), block(p.x + 1, p.y), block(p.x + 2, p.y), block(p.x + 3, p.y));
}`;

const differenceSource = /* glsl */ `
uniform sampler2D picture;
uniform sampler2D held;
float block(sampler2D s) {
  ivec2 p = here() * 2;
  vec4 sum = at(s, p) + at(s, p + ivec2(1, 0)) + at(s, p + ivec2(0, 1)) + at(s, p + 1);
  return dot(sum.rgb, vec3(0.0625, 0.125, 0.0625));
}
void main() { result = vec4(abs(block(picture) - block(held))); }`;

const holdSource = /* glsl */ `
uniform sampler2D picture;
uniform sampler2D past;
uniform sampler2D motion;
uniform float amount;
void main() {
  float m = clamp01((at(motion, here() / 2).x - 0.012) / 0.028);
  float k = 1.0 - amount * (1.0 - m * m * (3.0 - 2.0 * m));
  vec3 p = at(past, here()).rgb;
  result = withLuma(p + (at(picture, here()).rgb - p) * k);
}`;

const gradeSource = /* glsl */ `
${gradePixel}
uniform sampler2D picture;
void main() { result = withLuma(clampPixel(gradePixel(at(picture, here()).rgb, gl_FragCoord.xy / vec2(size)))); }`;

/** Takes frames: noise is averaged where it stands still, levels and camera motion follow, colours are graded. */
export class GlLoader {
  readonly #frame: GlFrame;
  readonly #levels = new Levels();
  readonly #shift: CameraShift;
  readonly #under = new Float32Array(gradeLength);
  readonly #packed: Uint8Array;
  readonly #luma: Uint8Array;
  readonly #crop = new Float32Array(4);
  readonly #spread = new Float32Array(2);

  constructor(frame: GlFrame) {
    this.#frame = frame;
    const [width, height] = [frame.width >> 2, frame.height >> 2];
    this.#packed = new Uint8Array(Math.ceil(width / 4) * 4 * height);
    this.#luma = new Uint8Array(width * height);
    frame.luma = this.#luma;
    this.#shift = new CameraShift({ width, height, scale: 4 });
  }

  /** Crops the middle of a source to the frame's shape and makes the graded picture of it. */
  load(source: TexImageSource, options: { style: PaintStyle; isMirrored: boolean }): void {
    const frame = this.#frame;
    const input = this.#upload(source, options.isMirrored);
    const { past, now } = frame.turns('held');
    const half = { width: frame.width >> 1, height: frame.height >> 1 };
    let amount = 0;
    let motion = frame.target('difference', half);
    if (frame.index > 1) {
      frame.draw('difference', differenceSource, motion, { picture: input, held: past });
      motion = blur(frame, motion, { name: 'motion', radius: 1, passes: 1 });
      amount = 0.75;
    }
    frame.draw('hold', holdSource, now, { picture: input, past, motion, amount });
    this.#measure();
    writeGrade(this.#under, options.style, {
      place: 'under',
      aspect: frame.width / frame.height,
      levels: this.#levels,
    });
    frame.source = frame.draw('grade', gradeSource, frame.target('source'), { picture: now, numbers: this.#under });
  }

  #upload(source: TexImageSource, isMirrored: boolean) {
    const frame = this.#frame;
    const { gl } = frame.context;
    const camera = frame.context.texture('camera', () => {
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    });
    gl.bindTexture(gl.TEXTURE_2D, camera);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, source);
    const { width, height } = sizeOf(source);
    const scale = Math.min(width / frame.width, height / frame.height);
    const [u, v] = [(frame.width * scale) / width, (frame.height * scale) / height];
    this.#crop.set(isMirrored ? [(1 + u) / 2, (1 - v) / 2, -u, v] : [(1 - u) / 2, (1 - v) / 2, u, v]);
    // Where the source is larger, four taps apart keep it from shimmering.
    const apart = Math.max(0, scale - 1) * 0.25;
    this.#spread[0] = apart / width;
    this.#spread[1] = apart / height;
    const target = frame.target('input', { kind: 'byte' });
    return frame.draw('crop', cropSource, target, { camera, crop: this.#crop, spread: this.#spread });
  }

  #measure(): void {
    const frame = this.#frame;
    const { gl } = frame.context;
    const [width, height] = [frame.width >> 2, frame.height >> 2];
    const packed = Math.ceil(width / 4);
    const target = frame.target('thumbnail', { width: packed, height, kind: 'byte' });
    frame.draw('thumbnail', thumbnailSource, target, { picture: frame.target('input', { kind: 'byte' }) });
    gl.readPixels(0, 0, packed, height, gl.RGBA, gl.UNSIGNED_BYTE, this.#packed);
    for (let y = 0; y < height; y++)
      this.#luma.set(this.#packed.subarray(y * packed * 4, y * packed * 4 + width), y * width);
    this.#levels.follow(this.#luma);
    this.#shift.follow(this.#luma);
    frame.shift.x = this.#shift.x;
    frame.shift.y = this.#shift.y;
  }
}

function sizeOf(source: TexImageSource): { width: number; height: number } {
  if ('videoWidth' in source) return { width: source.videoWidth, height: source.videoHeight };
  if ('displayWidth' in source) return { width: source.displayWidth, height: source.displayHeight };
  if ('naturalWidth' in source) return { width: source.naturalWidth, height: source.naturalHeight };
  return { width: source.width, height: source.height };
}
