import { mix } from '../colour.ts';
import { polygon, spline } from '../paths.ts';
import type { Point } from '../paths.ts';
import type { Stage } from '../stage.ts';

/** Options of {@link drawSky}. */
export type SkyOptions = {
  /** How far the light of sun or moon spreads, units. Default 190. */
  spread?: number;
  /** How far down clouds and stars reach, units. Default the horizon. */
  bottom?: number;
  /** Default true. */
  clouds?: boolean;
  /** What else the farthest layer shows. */
  also?: () => void;
};

/** The farthest layer: sky, sun or moon, stars, clouds, as hour and weather have them. */
export function drawSky(stage: Stage, options: SkyOptions = {}): void {
  const { brush, grade, view, key, spec } = stage;
  const bottom = options.bottom ?? stage.horizon;
  const hidden = ['rain', 'snow'].includes(spec.weather);
  const stars: NonNullable<(typeof stage.current)['layer']['stars']> = [];
  const layer = stage.layer('sky', 1, { soft: 0, lit: 0.12, broad: true, wash: 0.32, grain: 0.2 }, () => {
    const spread = (options.spread ?? 190) * (hidden ? 0.7 : 1) * (0.75 + key.strength * 0.4);
    stage.style.sky(brush, view, grade.sky, { x: key.x, y: key.y, spread });
    const count = Math.round(grade.stars * (spec.light.source === 'stars' ? 2.2 : 1));
    drawStars(stage, count, bottom * 0.92, stars);
    if (key.kind !== 'none' && !hidden) drawOrb(stage);
    if (options.clouds !== false) drawClouds(stage, bottom);
    options.also?.();
  });
  if (stars.length) layer.stars = stars;
  if (key.kind !== 'none') stage.light(key.x, key.y + 60, 460, key.colour, 0.42 * key.strength);
}

function drawStars(
  stage: Stage,
  count: number,
  bottom: number,
  stars: NonNullable<(typeof stage.current)['layer']['stars']>,
): void {
  const { brush, view } = stage;
  brush.as('light', () => {
    for (let i = 0; i < count; i++) {
      const x = brush.between(view.x0, view.x1);
      const y = view.y0 + (bottom - view.y0) * brush.random() ** 1.4;
      const r = brush.between(0.9, 2.5) * (brush.random() < 0.1 ? 1.8 : 1);
      const colour = brush.choose(['#fff8dc', '#fff8dc', '#f4f6ff', '#ffe9c8']);
      const far = Math.hypot(x - stage.key.x, y - stage.key.y) > 110;
      if (!far) continue;
      const spiky = brush.style.id !== 'ink-wash' && r > 2.2;
      const k = r * 2.4;
      const n = r * 0.5;
      const shape = spiky
        ? spline(
            [
              [x, y - k],
              [x + n, y - n],
              [x + k, y],
              [x + n, y + n],
              [x, y + k],
              [x - n, y + n],
              [x - k, y],
              [x - n, y - n],
            ],
            0.3,
          )
        : brush.blob(x, y, r, r, 0.2, 6);
      brush.dab(shape, colour, brush.between(0.5, 0.95));
      if (spiky) brush.glow(x, y, r * 6, colour, 0.3, 1);
      stars.push({
        x: stage.toPixelX(x),
        y: stage.toPixelY(y),
        r: r * stage.scale,
        colour,
        phase: brush.random() * 6.28,
      });
    }
  });
}

function drawOrb(stage: Stage): void {
  const { brush, key, spec, style } = stage;
  const veiled = spec.weather === 'mist' || spec.weather === 'cloudy' ? 0.6 : 1;
  const isMoon = key.kind === 'moon';
  const radius = isMoon ? 50 : spec.timeOfDay === 'day' ? 42 : 56;
  const colour = isMoon ? '#fffbe2' : mix(style.flat ? '#ffd978' : '#fff6d2', spec.light.colour ?? key.colour, 0.36);
  brush.as('light', () => {
    brush.glow(key.x, key.y, radius * 3.4, colour, 0.5 * veiled);
    const disc = brush.blob(key.x, key.y, radius, radius, 0.012, 18);
    if (style.id === 'ink-wash') {
      brush.dab(disc, isMoon ? '#fffdf6' : '#f08a5c', isMoon ? 0.95 : 0.8);
    } else if (veiled < 1) brush.dab(disc, colour, 0.65);
    else brush.shape(disc, colour, { lift: 3 });
    if (!isMoon) return;
    for (const [dx, dy, size] of [
      [-0.3, -0.2, 0.22],
      [0.32, 0.12, 0.16],
      [-0.05, 0.42, 0.2],
      [0.12, -0.45, 0.1],
    ] as const) {
      const crater = brush.blob(key.x + dx * radius, key.y + dy * radius, size * radius, size * radius * 0.9, 0.15, 8);
      brush.dab(crater, '#c9cfb4', 0.35 * veiled);
    }
  });
}

function drawClouds(stage: Stage, bottom: number): void {
  const { brush, grade, spec, view } = stage;
  const count = { clear: 4, cloudy: 11, mist: 3, rain: 12, snow: 9, wind: 8 }[spec.weather];
  const night = grade.stars > 40;
  for (let i = 0; i < count; i++) {
    const x = view.x0 + ((i + brush.random()) / count) * (view.x1 - view.x0);
    const y = view.y0 + (bottom - view.y0) * brush.between(0.08, 0.66);
    const width = brush.between(70, 165) * (spec.weather === 'wind' ? 1.4 : 1);
    const thick = ['cloudy', 'rain', 'snow'].includes(spec.weather);
    if (!thick && (stage.isQuiet(x, y) || Math.hypot(x - stage.key.x, y - stage.key.y) < 120)) continue;
    const pale = mix(grade.sky[0]!, '#ffffff', night ? 0 : 0.4);
    const lit = thick ? mix(grade.sky[1]!, grade.sky[2]!, 0.4) : night ? mix(grade.sky[2]!, grade.sky[1]!, 0.4) : pale;
    const under = mix(lit, thick ? grade.sky[4]! : grade.sky[3]!, thick ? 0.75 : 0.5);
    drawCloud(stage, x, y, width, lit, under, thick ? 0.7 : 0.75);
  }
}

/** One cloud: flat below, billowing above. */
export function drawCloud(
  stage: Stage,
  x: number,
  y: number,
  width: number,
  lit: string,
  under: string,
  strength: number,
): void {
  const { brush, style } = stage;
  // Billows are the upper edge of a few rounds in a row, the largest near the middle.
  const count = 3 + Math.floor(brush.random() * 3);
  const rounds = Array.from({ length: count }, (_, index) => {
    const t = (index + 0.5) / count;
    const r = width * (0.2 + 0.2 * Math.sin(t * Math.PI)) * brush.between(0.8, 1.2);
    return { x: x + (t * 2 - 1) * (width - r * 0.9), r };
  });
  const floor = y + width * 0.05;
  const outline: Point[] = [];
  const steps = 26;
  const x0 = Math.min(...rounds.map((round) => round.x - round.r));
  const x1 = Math.max(...rounds.map((round) => round.x + round.r));
  for (let i = 0; i <= steps; i++) {
    const px = x0 + (i / steps) * (x1 - x0);
    const rise = Math.max(0, ...rounds.map((round) => Math.sqrt(Math.max(0, round.r ** 2 - (px - round.x) ** 2))));
    outline.push([px, floor - rise * 0.92]);
  }
  const middle = (x0 + x1) / 2;
  const half = (x1 - x0) / 2;
  for (const [dx, dy] of [
    [0.92, 0.05],
    [0.5, 0.08],
    [-0.5, 0.08],
    [-0.92, 0.05],
  ] as const)
    outline.push([middle + dx * half, floor + dy * width]);
  if (style.flat) {
    brush.shape(spline(outline), lit, { to: under, along: [0, y - width * 0.3, 0, y + width * 0.1], lift: 7 });
    return;
  }
  if (style.id === 'night-light') {
    brush.shape(spline(outline), mix(lit, under, 0.4), {
      to: under,
      along: [0, y - width * 0.35, 0, y + width * 0.1],
      lift: 2,
      edge: 0.28,
    });
    return;
  }
  brush.soft([x - width * 1.1, y - width * 0.6, x + width * 1.1, y + width * 0.3], width * 0.06, strength, (ctx) => {
    ctx.fillStyle = style.tone(under, 'sky');
    ctx.fill(spline(outline));
    ctx.translate(-width * 0.02, -width * 0.05);
    ctx.fillStyle = style.tone(lit, 'sky');
    const top = outline.slice(1, -4).map(([px, py]): Point => [x + (px - x) * 0.93, py]);
    const bottom = outline.slice(-4).map(([px, py]): Point => [x + (px - x) * 0.8, py - width * 0.09]);
    ctx.fill(spline([...top, ...bottom]));
  });
}

/** Shafts of light from the sun or moon, on an airy layer of their own. */
export function drawShafts(
  stage: Stage,
  depth: number,
  strength: number,
  from: Point = [stage.key.x, stage.key.y],
  colour = stage.grade.key,
): void {
  const { brush, view, spec } = stage;
  if (['rain', 'snow', 'cloudy'].includes(spec.weather)) return;
  const aim = Math.atan2(stage.height * 0.95 - from[1], spec.focus.x * stage.width - from[0]);
  const reach = stage.height * 1.15;
  stage.layer('light', depth, { airy: true }, () => {
    brush.as('light', () => {
      const beams = Array.from({ length: 7 }, (_, index) => ({
        angle: aim + (index / 6 - 0.5) * 0.95 + brush.between(-0.03, 0.03),
        half: brush.between(0.016, 0.05),
        length: reach * brush.between(0.7, 1.05),
      }));
      brush.soft([view.x0, view.y0, view.x1, view.y1], brush.pick(6, 1), strength * stage.key.strength * 1.3, (ctx) => {
        for (const { angle, half, length } of beams) {
          const fade = ctx.createRadialGradient(from[0], from[1], 50, from[0], from[1], length);
          fade.addColorStop(0, `${colour}ff`);
          fade.addColorStop(0.5, `${colour}80`);
          fade.addColorStop(1, `${colour}00`);
          ctx.fillStyle = fade;
          ctx.fill(
            polygon([
              from,
              [from[0] + Math.cos(angle - half) * length, from[1] + Math.sin(angle - half) * length],
              [from[0] + Math.cos(angle + half) * length, from[1] + Math.sin(angle + half) * length],
            ]),
          );
        }
      });
    });
  });
}
