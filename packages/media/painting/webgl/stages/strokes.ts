import { borderMask } from '../../strokes/border.ts';
import { bristles, brushTable, brushes as brushCount, strokeNumbers } from '../../strokes/brushes.ts';
import { layerLength, writeLayer } from '../../strokes/layers.ts';
import type { StrokeLayer } from '../../strokes/layers.ts';
import { strokeLayers } from '../../strokes/looks.ts';
import { StrokePlaces } from '../../strokes/places.ts';
import type { GlContext, Target } from '../context.ts';
import type { GlFrame } from '../frame.ts';
import {
  calmestSource,
  decideSource,
  directSource,
  meansSource,
  strokeSource,
  strokeVertex,
} from '../stroke-shaders.ts';
import { blur } from './blur.ts';
import { half, tensor } from './flow.ts';

type StrokeLook = keyof typeof strokeLayers;

/** What strokes left: their colours, times their cover, with what is still bare in alpha; the height of the paint. */
export type Canvas = { colour: Target; height: Target };

/** The border of a sheet, in red. */
export function border(frame: GlFrame, look: string, sheet: { margin: number; rough: number }): WebGLTexture {
  const { width, height } = frame;
  return frame.context.texture(`border ${look}`, (gl) => {
    gl.texImage2D(
      gl.TEXTURE_2D,
      0,
      gl.R8,
      width,
      height,
      0,
      gl.RED,
      gl.UNSIGNED_BYTE,
      borderMask({ width, height, ...sheet }),
    );
  });
}

/** The frame at half size without texture but with its edges. */
export function settled(frame: GlFrame): Target {
  return frame.stage('settled', () => {
    const small = half(frame);
    const means = frame.target('settle means', { width: small.width, height: small.height, kind: 'float' });
    frame.draw('settle means', meansSource, means, { picture: small });
    const out = frame.target('settled', { width: small.width, height: small.height });
    return frame.draw('settled', calmestSource, out, { means });
  });
}

/** The settled frame, blurred, at half size. */
export function broad(frame: GlFrame): Target {
  return frame.stage('broad', () =>
    blur(frame, settled(frame), { name: 'broad', radius: Math.max(1, Math.round(2 * frame.scale)), passes: 1 }),
  );
}

const allPlaces = new WeakMap<GlFrame, { look: StrokeLook; places: StrokePlaces; versions: number[] }>();
const canvases = new WeakMap<GlContext, { framebuffer: WebGLFramebuffer; canvas: Canvas }>();
const numbers = new Float32Array(layerLength);

/**
 * Paints the strokes of a look from the bottom up: instanced quads, after a pass over all strokes has decided on each.
 * @param options.border The sheet's border, for layers that stay inside. Default none.
 */
export function strokes(frame: GlFrame, look: StrokeLook, options: { border?: WebGLTexture } = {}): Canvas {
  const canvas = canvasOf(frame);
  frame.stage(`strokes ${look}`, () => {
    const { gl } = frame.context;
    const { places, versions } = follow(frame, look);
    const [field, ends] = [direction(frame), settled(frame)];
    const brushes = frame.context.texture('brushes', () =>
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, bristles, brushCount, 0, gl.RED, gl.UNSIGNED_BYTE, brushTable()),
    );
    clear(gl, canvas.target);
    for (const [i, layer] of strokeLayers[look].entries()) {
      const { count, places: list, version } = places.anchors[i]!;
      const key = `${look} ${i}`;
      const rows = count / 256;
      const luck = frame.context.texture(`numbers ${key}`, () =>
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, 256, rows, 0, gl.RGBA, gl.FLOAT, strokeNumbers(count, layer.seed)),
      );
      const anchors = frame.context.texture(`anchors ${key}`, () =>
        gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, 256, rows),
      );
      if (versions[i] !== version) {
        gl.bindTexture(gl.TEXTURE_2D, anchors);
        gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, 256, rows, gl.RGBA, gl.FLOAT, list);
        versions[i] = version;
      }
      const { width, height, scale } = frame;
      writeLayer(numbers, layer, { count, width, height, scale });
      const { past, now } = frame.turns(`marks ${key}`, { width: 512, height: rows, kind: 'float' });
      const common = { layer: numbers, anchors, numbers: luck, field };
      const colours = colourOf(frame, layer);
      const stops = layer.colours === 'source' ? half(frame) : ends;
      const sheet = options.border ?? brushes;
      frame.draw('decide', decideSource, now, { ...common, past, colours, ends: stops, sheet });
      frame.use('stroke', { vertex: strokeVertex, fragment: strokeSource }, canvas.target, {
        ...common,
        marks: now,
        brushes,
      });
      gl.enable(gl.BLEND);
      gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ZERO, gl.ONE_MINUS_SRC_ALPHA);
      gl.bindVertexArray(null);
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count);
      gl.disable(gl.BLEND);
    }
    return canvas.colour;
  });
  return canvas;
}

function clear(gl: WebGL2RenderingContext, target: Target): void {
  gl.bindFramebuffer(gl.FRAMEBUFFER, target.framebuffer);
  gl.clearColor(0, 0, 0, 1);
  gl.clear(gl.COLOR_BUFFER_BIT);
  gl.clearColor(0, 0, 0, 0);
}

/** Direction of the brush at half size. */
function direction(frame: GlFrame): Target {
  return frame.stage('direction', () => {
    const size = { width: frame.width >> 1, height: frame.height >> 1 };
    const target = frame.target('direction', { ...size, kind: 'float' });
    return frame.draw('direct', directSource, target, { held: tensor(frame) });
  });
}

/** Both pictures of the canvas and a target that draws into both. */
function canvasOf(frame: GlFrame): Canvas & { target: Target } {
  const { gl } = frame.context;
  const [colour, height] = [frame.target('canvas'), frame.target('canvas height')];
  let known = canvases.get(frame.context);
  if (known === undefined || known.canvas.colour !== colour || known.canvas.height !== height) {
    const framebuffer = gl.createFramebuffer();
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, colour.texture, 0);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT1, gl.TEXTURE_2D, height.texture, 0);
    gl.drawBuffers([gl.COLOR_ATTACHMENT0, gl.COLOR_ATTACHMENT1]);
    known = { framebuffer, canvas: { colour, height } };
    canvases.set(frame.context, known);
  }
  return { colour, height, target: { ...colour, framebuffer: known.framebuffer } };
}

function follow(frame: GlFrame, look: StrokeLook): { places: StrokePlaces; versions: number[] } {
  let known = allPlaces.get(frame);
  if (known === undefined || known.look !== look || !frame.wasFresh(`strokes ${look}`)) {
    known = { look, places: new StrokePlaces(strokeLayers[look], frame), versions: [] };
    allPlaces.set(frame, known);
  }
  known.places.follow({ luma: frame.luma, shift: frame.shift, scale: frame.scale, time: frame.time });
  return known;
}

function colourOf(frame: GlFrame, layer: StrokeLayer): Target {
  if (layer.colours === 'source') return frame.source;
  return layer.colours === 'settled' ? settled(frame) : broad(frame);
}
