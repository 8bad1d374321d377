import { Path2D } from '@napi-rs/canvas';
import { alpha, lerp, mix } from '../colour.ts';
import { ellipse } from '../paths.ts';
import type { Stage } from '../stage.ts';

/** Options of {@link drawWater}. */
export type WaterOptions = {
  top: number;
  bottom?: number;
  depth: number;
  /** True colour of the water. Default a soft blue. */
  colour?: string;
  /** Earlier layers by name whose reflection it shows. */
  reflects?: readonly string[];
  /** Height of the waves, 0 calm to 1. Default 0.25. */
  waves?: number;
  also?: () => void;
};

/** A sheet of water towards the viewer: sky in it, reflections, a path of light, ripples that grow. */
export function drawWater(stage: Stage, options: WaterOptions): void {
  const { brush, view, grade, key } = stage;
  const { top } = options;
  const bottom = options.bottom ?? view.y1;
  const width = view.x1 - view.x0;
  const own = options.colour ?? '#5f9ab4';
  // Water keeps its blue under a warm light: half of what the hour does to earth and leaf.
  const far = mix(grade.water(own, 0.5), grade.sky[2]!, 0.42);
  const near = mix(grade.water(own, 0.1), grade.sky[4]!, 0.3);
  const layer = stage.layer(
    'water',
    options.depth,
    {
      lit: 0.35,
      wash: 0.2,
      warp: 3.4,
      broad: true,
      area: [view.x0, top - 12, view.x1, Math.min(view.y1, bottom + 12)],
    },
    () => {
      const { ctx } = brush;
      const [tf, tm, tn] = [far, mix(far, near, 0.55), near].map((colour) => brush.style.tone(colour, 'sky'));
      const sheet = ctx.createLinearGradient(0, top, 0, bottom);
      sheet.addColorStop(0, tf!);
      sheet.addColorStop(0.34, tm!);
      sheet.addColorStop(1, tn!);
      ctx.fillStyle = sheet;
      ctx.fillRect(view.x0, top, width, bottom - top);
      ctx.save();
      ctx.beginPath();
      ctx.rect(view.x0, top, width, bottom - top);
      ctx.clip();
      for (const name of options.reflects ?? []) reflect(stage, name, top);
      // Reflections are clear at the far shore and lost towards the viewer.
      if (options.reflects) {
        const veil = ctx.createLinearGradient(0, top, 0, bottom);
        veil.addColorStop(0, alpha(tm!, 0));
        veil.addColorStop(0.45, alpha(tm!, 0.6));
        veil.addColorStop(0.85, alpha(tn!, 1));
        ctx.fillStyle = veil;
        ctx.fillRect(view.x0, top, width, bottom - top);
      }
      shine(stage, top, bottom);
      ripples(stage, top, bottom, options.waves ?? 0.25, near);
      ctx.restore();
      options.also?.();
    },
  );
  layer.water = {
    x: 0,
    y: stage.toPixelY(top),
    width: stage.pixels.width,
    height: (Math.min(bottom, view.y1) - top) * stage.scale,
  };
  if (key.kind !== 'none') stage.light(key.x, top + 30, 260, key.colour, 0.28 * key.strength);
}

function reflect(stage: Stage, name: string, top: number): void {
  const from = stage.layers.find(({ layer }) => layer.name === name);
  if (!from || from.half) return;
  const { ctx } = stage.brush;
  const { view } = stage;
  ctx.save();
  ctx.globalAlpha = 0.36;
  ctx.translate(0, top * 2);
  ctx.scale(1, -1);
  ctx.drawImage(from.canvas, view.x0, view.y0, view.x1 - view.x0, view.y1 - view.y0);
  ctx.restore();
}

function shine(stage: Stage, top: number, bottom: number): void {
  const { brush, key } = stage;
  if (key.kind === 'none' || ['rain', 'snow', 'cloudy'].includes(stage.spec.weather)) return;
  brush.as('light', () => {
    const path = new Path2D();
    for (let i = 0; i < 70; i++) {
      const t = (i / 70) ** 1.6;
      const y = lerp(top + 6, bottom, t);
      path.addPath(
        ellipse(key.x + brush.between(-1, 1) * (22 + t * 110), y, brush.between(8, 32) * (0.5 + t), 1 + t * 2.2),
      );
    }
    brush.dab(path, mix(key.colour, '#ffffff', 0.35), 0.5);
  });
}

function ripples(stage: Stage, top: number, bottom: number, waves: number, near: string): void {
  const { brush, view, grade, style } = stage;
  const light = mix(grade.sky[0]!, '#ffffff', 0.2);
  const count = Math.round(90 * style.density);
  for (const [colour, strength] of [
    [light, 0.34],
    [mix(near, grade.shade, 0.3), 0.32],
  ] as const) {
    const path = new Path2D();
    for (let i = 0; i < count; i++) {
      const t = brush.random();
      const y = lerp(top + 6, bottom, t);
      const x = brush.between(view.x0, view.x1);
      const w = brush.between(12, 54) * (t + 0.25);
      const h = (1 + t * 3) * (0.6 + waves);
      path.moveTo(x - w, y);
      path.quadraticCurveTo(x - w * 0.5, y - h * 2, x, y);
      path.quadraticCurveTo(x + w * 0.5, y + h * 1.4, x + w, y);
      path.quadraticCurveTo(x, y + h * 1.6, x - w, y);
    }
    brush.dab(path, colour, strength);
  }
  if (waves < 0.5 && !style.flat) return;
  // Long crests: card waves, or swell.
  const rows = style.flat ? 4 : 3;
  for (let i = 0; i < rows; i++) {
    const y = lerp(top, bottom, (i + 0.8) / (rows + 0.6));
    const crest = new Path2D();
    const phase = brush.random() * 6;
    crest.moveTo(view.x0 - 60, y);
    for (let x = view.x0 - 60; x <= view.x1 + 60; x += 48) {
      const rise = (4 + 10 * waves) * (0.6 + i * 0.3);
      crest.quadraticCurveTo(
        x + 12,
        y - rise * (1 + 0.4 * Math.sin(x / 170 + phase)),
        x + 48,
        y + Math.sin(x / 120 + phase) * 4,
      );
    }
    crest.lineTo(view.x1 + 60, y + 90);
    crest.lineTo(view.x0 - 60, y + 90);
    crest.closePath();
    const toned = brush.style.tone(mix(near, light, 0.2 - i * 0.05), 'sky');
    if (style.flat) {
      brush.ctx.strokeStyle = alpha(grade.shade, 0.16);
      brush.ctx.lineWidth = 9;
      brush.ctx.stroke(crest);
    }
    const fade = brush.ctx.createLinearGradient(0, y - 10, 0, y + 80);
    fade.addColorStop(0, alpha(toned, 0.62));
    fade.addColorStop(1, alpha(toned, 0));
    brush.ctx.fillStyle = fade;
    brush.ctx.fill(crest);
    brush.line(crest, light, 1.4, 0.3);
  }
}
