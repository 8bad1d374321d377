import type { ArtStyle, SceneSpec } from '@kinora/capabilities';
import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import type { Layer, Patch } from './layer.ts';
import { lightMap } from './light.ts';
import { pageLayer } from './page.ts';
import { drawParticles } from './particles.ts';
import { settingOf } from './settings/index.ts';
import { Stage } from './stage.ts';
import type { StagedLayer } from './stage.ts';
import type { LightMap } from './styles/finish.ts';
import { styles } from './styles/index.ts';
import { drawWeather } from './weather.ts';

/** How a scene is drawn. */
export type IllustrateOptions = {
  style: ArtStyle;
  /** Size of the frame in pixels. */
  width: number;
  height: number;
  /** The same seed gives the same bytes. */
  seed: number;
  /** How much wider and higher than the frame the layers are, so that a moving camera shows no edge. Default 0.15. */
  overscan?: number;
};

/**
 * Draws a scene as depth layers, back to front, each with alpha and with what a clip maker needs to bring it to life.
 * The last layer, `page`, is the edge of the page and does not move.
 */
export function illustrate(scene: SceneSpec, options: IllustrateOptions): Layer[] {
  const setting = settingOf(scene.setting);
  const stage = new Stage(scene, styles[options.style], {
    width: options.width,
    height: options.height,
    overscan: options.overscan ?? 0.15,
    seed: options.seed,
    horizon: setting.horizon,
    snowy: setting.snowy ?? false,
  });
  setting.draw(stage);
  drawWeather(stage, setting.place);
  const light = lightOf(stage);
  for (const staged of stage.layers) {
    finish(stage, staged, light);
    if (staged.redraw) staged.layer.blink = () => shutEyes(stage, staged, light);
  }
  return [...stage.layers.map(({ layer }) => layer), pageLayer(stage)];
}

/**
 * A still of exactly the frame's size: paper, the layers back to front, what falls at a moment, and the tooth of the page.
 * @param options.seconds The moment, for snow and rain. Default 0.
 */
export function flatten(layers: readonly Layer[], options: { style: ArtStyle; seconds?: number }): Canvas {
  const { frame } = layers[0]!;
  const style = styles[options.style];
  const canvas = createCanvas(frame.width, frame.height);
  const ctx = canvas.getContext('2d');
  ctx.fillStyle = style.paper;
  ctx.fillRect(0, 0, frame.width, frame.height);
  for (const layer of layers) {
    ctx.drawImage(layer.canvas, -layer.frame.x, -layer.frame.y);
    if (!layer.particles) continue;
    ctx.save();
    ctx.translate(-layer.frame.x, -layer.frame.y);
    drawParticles(ctx, layer, options.seconds ?? 0);
    ctx.restore();
  }
  const image = ctx.getImageData(0, 0, frame.width, frame.height);
  style.page(image.data, frame.width, frame.height);
  ctx.putImageData(image, 0, 0);
  return canvas;
}

function lightOf(stage: Stage): LightMap {
  const { pixels, scale, spec, key, grade } = stage;
  const toPixels = (light: (typeof stage.lights)[number]) => ({
    ...light,
    x: stage.toPixelX(light.x),
    y: stage.toPixelY(light.y),
    radius: light.radius * scale,
  });
  return lightMap({
    width: pixels.width,
    height: pixels.height,
    ambient: grade.ambient,
    lights: stage.lights.map(toPixels),
    slope: { ...key.toward, amount: 0.05 + 0.17 * key.strength },
    focus: {
      x: stage.toPixelX(spec.focus.x * stage.width),
      y: stage.toPixelY(spec.focus.y * stage.height),
      amount: 0.34,
    },
    stepped: stage.style.flat,
  });
}

/** Gives a layer its material and light; afterwards `layer.canvas` is full size. */
function finish(stage: Stage, staged: StagedLayer, light: LightMap): void {
  const { plan, half, layer } = staged;
  let { canvas } = staged;
  if (plan.soft) canvas = blurred(canvas, plan.soft * stage.scale * 0.5);
  if (!plan.airy) {
    const ctx = canvas.getContext('2d');
    const k = half ? 0.5 : 1;
    const area = plan.area ?? [stage.view.x0, stage.view.y0, stage.view.x1, stage.view.y1];
    // Even, as ink pools in 2 × 2 blocks.
    const x0 = Math.max(0, Math.floor(stage.toPixelX(area[0]) * k) & ~1);
    const y0 = Math.max(0, Math.floor(stage.toPixelY(area[1]) * k) & ~1);
    const x1 = Math.min(canvas.width, Math.ceil(stage.toPixelX(area[2]) * k));
    const y1 = Math.min(canvas.height, Math.ceil(stage.toPixelY(area[3]) * k));
    const [width, height] = [x1 - x0, y1 - y0];
    if (width > 1 && height > 1) {
      const image = ctx.getImageData(x0, y0, width, height);
      stage.style.finish({ data: image.data, x: x0, y: y0, width, height }, stage.finishOptions(staged), light);
      ctx.putImageData(image, x0, y0);
      if (stage.style.bloom && !plan.broad && !half) bloom(canvas, x0, y0, width, height, stage.style.bloom);
    }
  }
  if (!half) return;
  layer.canvas = createCanvas(stage.pixels.width, stage.pixels.height);
  const ctx = layer.canvas.getContext('2d');
  ctx.imageSmoothingQuality = 'low';
  ctx.drawImage(canvas, 0, 0, stage.pixels.width, stage.pixels.height);
}

/** The places of the eyes once more with lids down, finished like the layer itself. */
function shutEyes(stage: Stage, staged: StagedLayer, light: LightMap): Patch[] {
  const { layer, redraw } = staged;
  if (!layer.eyes?.length || !redraw) return [];
  const { width, height } = stage.pixels;
  const whole = createCanvas(width, height);
  stage.drawOn(whole, 1, redraw);
  stage.brush.glows.length = 0;
  const ctx = whole.getContext('2d');
  const options = stage.finishOptions(staged);
  // What a pixel becomes depends on its neighbours: a margin is finished too and cut off. Even, as ink pools in 2 × 2 blocks.
  const margin = 12;
  return layer.eyes.map((eye) => {
    const reach = eye.r * 2.2 + 3;
    const x0 = Math.max(0, Math.floor(eye.x - reach) & ~1);
    const y0 = Math.max(0, Math.floor(eye.y - reach) & ~1);
    const [w, h] = [Math.min(width - x0, Math.ceil(reach * 2)), Math.min(height - y0, Math.ceil(reach * 2))];
    const [left, top] = [Math.max(0, x0 - margin), Math.max(0, y0 - margin)];
    const image = ctx.getImageData(left, top, w + margin * 2, h + margin * 2);
    stage.style.finish({ data: image.data, x: left, y: top, width: image.width, height: image.height }, options, light);
    const canvas = createCanvas(w, h);
    canvas.getContext('2d').putImageData(image, left - x0, top - y0);
    return { canvas, x: x0, y: y0 };
  });
}

function blurred(canvas: Canvas, radius: number): Canvas {
  const out = createCanvas(canvas.width, canvas.height);
  const ctx = out.getContext('2d');
  ctx.filter = `blur(${radius.toFixed(2)}px)`;
  ctx.drawImage(canvas, 0, 0);
  return out;
}

/** Lets a layer's light spill over its edges. */
function bloom(canvas: Canvas, x: number, y: number, width: number, height: number, strength: number): void {
  const small = createCanvas(Math.max(1, width >> 3), Math.max(1, height >> 3));
  small.getContext('2d').drawImage(canvas, x, y, width, height, 0, 0, small.width, small.height);
  const glow = blurred(small, 2.4);
  const ctx = canvas.getContext('2d');
  ctx.save();
  ctx.resetTransform();
  ctx.globalCompositeOperation = 'screen';
  ctx.globalAlpha = strength;
  ctx.imageSmoothingQuality = 'low';
  ctx.drawImage(glow, x, y, width, height);
  ctx.restore();
}
