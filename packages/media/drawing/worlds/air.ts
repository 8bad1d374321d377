import type { Air, VistaSpec } from '@kinora/capabilities';
import type { Layer, Particle } from '../layer.ts';
import { rgb } from '../colour.ts';
import { fbm, smooth } from './noise.ts';
import { field } from './paint.ts';
import type { VistaStage } from './vista-stage.ts';

type Shower = {
  kind: NonNullable<Layer['particles']>['kind'];
  colour: string;
  /** Number at no and at full energy. */
  count: readonly [number, number];
  size: readonly [number, number];
  speed: readonly [number, number];
  drift: readonly [number, number];
  opacity: readonly [number, number];
};

/** Adds what moves in the air: some of it before the middle ground, most right before the viewer. */
export function fillAir(stage: VistaStage): void {
  if (stage.spec.air === 'mist') addMist(stage);
  const shower = showerOf(stage);
  if (!shower) return;
  const far = stage.staged.find(({ layer }) => layer.depth <= 0.5);
  const near = stage.staged.at(-1);
  if (far && far !== near) far.layer.particles = strew(stage, shower, 0.45);
  if (near) near.layer.particles = strew(stage, shower, 1);
}

function strew(stage: VistaStage, shower: Shower, nearness: number): NonNullable<Layer['particles']> {
  const [few, many] = shower.count;
  const count = Math.round(stage.by(few, many) * (nearness < 1 ? 0.6 : 0.7));
  const pick = ([from, to]: readonly [number, number], t: number) => from + (to - from) * t;
  const items = Array.from({ length: count }, (): Particle => {
    const near = stage.random() ** 3 * nearness;
    return {
      x: stage.random(),
      y: stage.random(),
      size: pick(shower.size, near) * stage.scale * (nearness < 1 ? 0.7 : 1),
      speed: pick(shower.speed, near) * (nearness < 1 ? 0.7 : 1),
      drift: pick(shower.drift, near),
      phase: stage.between(0, 6.28),
      opacity: pick(shower.opacity, stage.random()),
    };
  });
  return { kind: shower.kind, colour: shower.colour, items };
}

/** What moves here: under water whatever would fall are bubbles that rise, and in space it is dust that drifts. */
function airOf({ world, view, air }: VistaSpec): Air | 'bubbles' {
  if (air === 'clear' || air === 'mist') return air;
  if (world === 'ocean' && (view === 'within' || view === 'detail')) return 'bubbles';
  const falls = air === 'rain' || air === 'snow' || air === 'petals';
  return world === 'cosmos' && falls ? 'dust' : air;
}

function showerOf({ spec, tones, tense }: VistaStage): Shower | undefined {
  switch (airOf(spec)) {
    case 'bubbles':
      return {
        kind: 'bubbles',
        colour: tones.glare,
        count: [40, 90],
        size: [1.2, 6.5],
        speed: [-0.03, -0.09],
        drift: [-0.004, 0.006],
        opacity: [0.25, 0.7],
      };
    case 'rain':
      return {
        kind: 'rain',
        colour: tones.light,
        count: [170, 380],
        size: [1.2, 3.6],
        speed: [0.9, 1.5 + tense * 0.4],
        drift: [0.03 + tense * 0.12, 0.06 + tense * 0.2],
        opacity: [0.22, 0.6],
      };
    case 'snow':
      return {
        kind: 'snow',
        colour: tones.glare,
        count: [110, 220],
        size: [1.1, 5.5],
        speed: [0.03, 0.1],
        drift: [0.004, 0.03 + tense * 0.1],
        opacity: [0.45, 0.9],
      };
    case 'embers':
      return {
        kind: 'fireflies',
        colour: tones.accent,
        count: [36, 110],
        size: [0.9, 2.6],
        speed: [-0.03, -0.12],
        drift: [-0.01, 0.03],
        opacity: [0.4, 0.95],
      };
    case 'petals':
      return {
        kind: 'petals',
        colour: tones.accent,
        count: [36, 90],
        size: [2.2, 8],
        speed: [0.03, 0.1],
        drift: [0.03, 0.14],
        opacity: [0.6, 0.95],
      };
    case 'dust':
      return {
        kind: 'dust',
        colour: tones.light,
        count: [40, 90],
        size: [0.7, 2.2],
        speed: [-0.008, 0.008],
        drift: [0.004, 0.02],
        opacity: [0.2, 0.6],
      };
    case 'stars':
      return {
        kind: 'fireflies',
        colour: tones.light,
        count: [30, 80],
        size: [0.8, 2],
        speed: [0.004, 0.02],
        drift: [-0.004, 0.008],
        opacity: [0.4, 0.95],
      };
    case 'mist':
    case 'clear':
      return undefined;
  }
}

/** Banks of mist between far and near ground, densest at two thirds of the height. */
function addMist(stage: VistaStage): void {
  const { view, h, tones } = stage;
  const [red, green, blue] = rgb(tones.haze);
  const offset = stage.between(0, 90);
  stage.layer('mist', 0.46, {}, (c) =>
    field(c, [view.x0, h * 0.34, view.x1, h], 9, (x, y, out) => {
      const bank = fbm(x / 210 + offset, y / 70, 4);
      const band = smooth(0.34, 0.6, y / h) * smooth(1, 0.72, y / h);
      out[0] = red;
      out[1] = green;
      out[2] = blue;
      out[3] = 205 * smooth(0.34, 0.72, bank) * band;
    }),
  );
  const staged = stage.staged.pop()!;
  const before = stage.staged.findIndex(({ layer }) => layer.depth < 0.46);
  stage.staged.splice(before < 0 ? stage.staged.length : before, 0, staged);
}
