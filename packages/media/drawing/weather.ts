import type { Layer, Particle } from './layer.ts';
import type { Stage } from './stage.ts';

/** Where a setting lies: only outdoors does it rain. */
export type Place = 'outdoors' | 'indoors' | 'underwater' | 'space';

type Shower = {
  kind: NonNullable<Layer['particles']>['kind'];
  colour: string;
  count: number;
  size: readonly [number, number];
  speed: readonly [number, number];
  drift: readonly [number, number];
  opacity: readonly [number, number];
  /** Part of the height it fills, from the top. */
  span?: readonly [number, number];
};

/** Adds what falls and drifts, as a layer of its own right before the viewer's framing. */
export function drawWeather(stage: Stage, place: Place): void {
  const shower = showerOf(stage, place);
  if (!shower) return;
  const layer = stage.layer('weather', 0.12, { airy: true }, () => {});
  const { brush, pixels, scale } = stage;
  const heads = stage.spec.characters.map((character) => ({
    x: stage.toPixelX(character.x * stage.width) / pixels.width,
    y: stage.toPixelY((character.ground - character.size * 0.75) * stage.height) / pixels.height,
    r: character.size * 0.3,
  }));
  const items: Particle[] = [];
  for (let i = 0; i < shower.count; i++) {
    const near = brush.random() ** 3;
    const [from, to] = shower.span ?? [0, 1];
    const item: Particle = {
      x: brush.random(),
      y: brush.between(from, to),
      size: (shower.size[0] + near * (shower.size[1] - shower.size[0])) * scale,
      speed: between(shower.speed, near),
      drift: between(shower.drift, near) * (stage.key.toward.x > 0 ? -1 : 1),
      phase: brush.between(0, 6.28),
      opacity: between(shower.opacity, brush.random()) * (near > 0.8 ? 0.7 : 1),
    };
    // Nothing large in front of a face.
    const hides = heads.some(({ x, y, r }) => Math.hypot((item.x - x) * 1.5, item.y - y) < r);
    if (!hides || shower.kind === 'rain') items.push(item);
  }
  layer.particles = { kind: shower.kind, colour: shower.colour, items };
}

function between([from, to]: readonly [number, number], t: number): number {
  return from + (to - from) * t;
}

function showerOf(stage: Stage, place: Place): Shower | undefined {
  const { spec, grade } = stage;
  const isInk = stage.style.id === 'ink-wash';
  if (place === 'underwater') {
    return {
      kind: 'bubbles',
      colour: isInk ? '#7f98a4' : '#ecfbf6',
      count: 60,
      size: [1.4, 9],
      speed: [-0.02, -0.06],
      drift: [0, 0.002],
      opacity: [0.35, 0.8],
    };
  }
  if (place === 'indoors') {
    return {
      kind: 'dust',
      colour: '#ffe8b0',
      count: 26,
      size: [0.8, 2.2],
      speed: [0.002, 0.006],
      drift: [0.002, 0.006],
      opacity: [0.15, 0.45],
    };
  }
  if (place === 'space') return undefined;
  if (spec.weather === 'snow') {
    return {
      kind: 'snow',
      colour: isInk ? '#fffdf8' : '#ffffff',
      count: 210,
      size: [1.3, 7],
      speed: [0.03, 0.09],
      drift: [0.003, 0.012],
      opacity: [0.6, 0.95],
    };
  }
  if (spec.weather === 'rain') {
    return {
      kind: 'rain',
      colour: isInk ? '#5a6474' : grade.lamps && stage.style.id !== 'watercolour' ? '#c8dcf4' : '#eaf2f8',
      count: 280,
      size: [1, 3.4],
      speed: [0.9, 1.5],
      drift: [0.08, 0.16],
      opacity: [0.3, 0.65],
    };
  }
  if (spec.weather === 'wind') {
    return {
      kind: spec.season === 'spring' ? 'petals' : 'leaves',
      colour: spec.season === 'spring' ? '#fbd3d8' : spec.season === 'winter' ? '#c8b8a0' : grade.foliage.lit,
      count: 44,
      size: [2.4, 8],
      speed: [0.03, 0.1],
      drift: [0.12, 0.3],
      opacity: [0.6, 0.95],
    };
  }
  const warmNight = spec.season !== 'winter' && ['dusk', 'moonrise', 'night'].includes(spec.timeOfDay);
  if (warmNight && spec.weather === 'clear') {
    return {
      kind: 'fireflies',
      colour: '#ffe27a',
      count: 30,
      size: [1.4, 2.8],
      speed: [0, 0.004],
      drift: [0.001, 0.006],
      opacity: [0.5, 0.95],
      span: [0.4, 0.92],
    };
  }
  return {
    kind: 'dust',
    colour: '#fff6cc',
    count: 34,
    size: [0.8, 2],
    speed: [-0.004, 0.004],
    drift: [0.002, 0.008],
    opacity: [0.3, 0.7],
    span: [0.3, 0.9],
  };
}
