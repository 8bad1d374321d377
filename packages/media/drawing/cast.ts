import type { CharacterSpec, SceneSpec } from '@kinora/capabilities';
import { createCanvas, Path2D } from '@napi-rs/canvas';
import { drawNoting } from './characters/draw.ts';
import { characterHeight, isAfloat } from './characters/index.ts';
import { alpha, mix } from './colour.ts';
import { ellipse } from './paths.ts';
import { drawProp, propHeight, propWidth } from './props/index.ts';
import { hash } from './random.ts';
import type { Stage } from './stage.ts';

type PropSpec = SceneSpec['props'][number];

/** Someone or something with its place, in scene units. */
type Placed = {
  x: number;
  y: number;
  scale: number;
  half: number;
  height: number;
  afloat: boolean;
  swims: boolean;
  character?: CharacterSpec;
  draw(lids: boolean, note: (eye: Eye) => void): void;
};

/** Options of {@link drawCast}. */
export type CastOptions = {
  /** What is drawn over the feet: tufts, foam, snow. Called for each one who stands. */
  feet?: (x: number, y: number, half: number) => void;
  /** Where the surface of the water is on someone who swims; below it they show through. Default: they are dry. */
  waterline?: (y: number, height: number) => number;
  /** Where the water ends before the viewer: nobody shows through the bank. Units; default the lower edge. */
  bank?: number;
  /** Who floats in the water though it stands: ducks on a sea, a boat with a face. Needs `waterline`. */
  floats?: (character: CharacterSpec) => boolean;
  /** Drawn before each one who stands is, and instead of the shadow: a cloud, a stone. */
  under?: (x: number, y: number, half: number) => void;
  /** Drawn behind everybody, on the same layer. */
  before?: () => void;
  /** Drawn before everybody, on the same layer. */
  after?: () => void;
  /** Default 0.9. */
  lit?: number;
  rim?: number;
};

/** The layer of the characters and props, sorted by distance, each with its shadow on the ground. */
export function drawCast(stage: Stage, options: CastOptions = {}): void {
  const eyes: Eye[] = [];
  const placed = [
    ...stage.spec.props.map((prop, index) => placeProp(stage, prop, index)),
    ...stage.spec.characters.map((character) => placeCharacter(stage, character)),
  ].sort((a, b) => a.y - b.y);
  const onGround = (one: Placed) => !one.afloat && one.y > stage.horizon - 4 && !floats(one);
  const floats = (one: Placed) => one.character !== undefined && (options.floats?.(one.character) ?? false);
  const drawAll = (lids: boolean) => {
    eyes.length = 0;
    options.before?.();
    for (const one of placed) {
      if (onGround(one)) {
        if (options.under) options.under(one.x, one.y, one.half);
        else stage.brush.contact(one.x, one.y + 1, one.half * 1.05, Math.max(5, one.half * 0.16), 0.62);
      }
      const note = (eye: Eye) => eyes.push(eye);
      if (options.waterline && (one.swims || floats(one))) {
        const surface = one.afloat
          ? options.waterline(one.y, one.height)
          : one.y - one.height * (one.character?.species === 'thing' ? 0.2 : 0.3);
        submerge(stage, one, { surface, bank: options.bank ?? stage.view.y1 }, () => one.draw(lids, note));
      } else one.draw(lids, note);
    }
    if (stage.spec.camera.shot === 'silhouette') darken(stage);
    options.after?.();
  };
  const area = areaOf(stage, placed);
  const layer = stage.layer(
    'characters',
    0.34,
    { area, lit: options.lit ?? 0.9, wash: 0.1, grain: 0.13, warp: 1.5, rim: options.rim ?? 0.42 },
    () => drawAll(false),
  );
  const { canvas } = layer;
  const inside = ({ x, y }: Eye) => x > 20 && y > 20 && x < canvas.width - 20 && y < canvas.height - 20;
  layer.eyes = unique(eyes.filter(inside));
  stage.current.redraw = () => drawAll(true);
  const { feet } = options;
  if (!feet) return;
  // Over the feet, but without the light along the edges that the characters have: it makes white scratches of tufts.
  stage.layer(
    'feet',
    0.34,
    { area: [area[0], stage.horizon - 30, area[2], stage.view.y1], lit: 0.9, wash: 0.12, warp: 1.5, broad: true },
    () => {
      for (const one of placed) {
        const isHidden = placed.some(
          (other) => other.y > one.y + 2 && Math.abs(other.x - one.x) < (other.half + one.half) * 0.8,
        );
        if (onGround(one) && !isHidden) feet(one.x, one.y, one.half);
      }
    },
  );
}

/** An eye of a character in pixels of the layer. */
type Eye = { character: string; x: number; y: number; r: number };

/** A character in water is drawn twice, and so are its eyes noted. */
function unique(eyes: readonly Eye[]): Eye[] {
  return eyes.filter(
    (eye, index) => eyes.findIndex(({ x, y }) => Math.abs(x - eye.x) < 2 && Math.abs(y - eye.y) < 2) === index,
  );
}

function placeCharacter(stage: Stage, character: CharacterSpec): Placed {
  const scale = (character.size * stage.unitHeight) / characterHeight(character.species);
  const x = character.x * stage.width;
  const y = character.ground * stage.height;
  const { brush } = stage;
  return {
    x,
    y,
    scale,
    half: character.size * stage.unitHeight * (character.pose === 'lie' || character.pose === 'curl-up' ? 0.5 : 0.27),
    height: character.size * stage.unitHeight,
    afloat: isAfloat(character) || ['fly', 'swim'].includes(character.pose),
    swims: character.pose === 'swim' || (character.pose !== 'fly' && swimmers.has(character.species)),
    character,
    draw: (lids, note) => {
      const isAwake = !['asleep', 'laughing'].includes(character.expression);
      const noteEye = (ex: number, ey: number, radius: number) => {
        const m = brush.ctx.getTransform();
        if (isAwake)
          note({
            character: character.id,
            x: m.a * ex + m.c * ey + m.e,
            y: m.b * ex + m.d * ey + m.f,
            r: radius * Math.hypot(m.a, m.b),
          });
      };
      brush.at(x, y, scale, 0, false, () => drawNoting(brush, character, { asleepLids: lids, noteEye }));
    },
  };
}

const swimmers: ReadonlySet<string> = new Set(['fish', 'whale', 'octopus']);

/** Things that stand in the air, on a wall or in the sky. */
const hung: ReadonlySet<string> = new Set([
  'balloon',
  'kite',
  'star',
  'window',
  'feather',
  'leaf',
  'mirror',
  'clock',
  'bell',
]);

function placeProp(stage: Stage, prop: PropSpec, index: number): Placed {
  const x = prop.x * stage.width;
  const y = prop.ground * stage.height;
  const height = prop.size ? prop.size * stage.unitHeight : propHeight(prop.kind) * naturalScale(stage, prop.ground);
  const scale = height / propHeight(prop.kind);
  const { brush } = stage;
  return {
    x,
    y,
    scale,
    half: (propWidth(prop.kind) * scale) / 2,
    height,
    afloat: hung.has(prop.kind) && prop.ground < 0.6,
    swims: false,
    draw: () =>
      brush.as('actor', () =>
        brush.at(x, y, scale, 0, prop.x > 0.62, () =>
          drawProp(brush, prop.kind, { state: prop.state, colour: prop.colour, seed: hash(prop.kind) + index }),
        ),
      ),
  };
}

/** Units to scene units beside the characters, smaller where the ground is farther away. */
function naturalScale(stage: Stage, ground: number): number {
  const { characters } = stage.spec;
  const own = characters.map(({ size, species }) => (size * stage.unitHeight) / characterHeight(species));
  const scale = own.length ? own.reduce((sum, value) => sum + value, 0) / own.length : (0.3 * stage.unitHeight) / 180;
  const grounded = characters.filter((character) => !isAfloat(character));
  if (!grounded.length) return scale;
  const usual = grounded.reduce((sum, character) => sum + character.ground, 0) / grounded.length;
  const crest = stage.horizon / stage.height - 0.22;
  return scale * Math.max(0.5, Math.min(1.35, (ground - crest) / Math.max(0.05, usual - crest)));
}

/** Draws someone in the water: whole above the surface, dim below it, with a ring of ripples. */
function submerge(stage: Stage, one: Placed, water: { surface: number; bank: number }, draw: () => void): void {
  const { surface, bank } = water;
  const { brush } = stage;
  const { ctx } = brush;
  const reach = Math.max(one.height, one.half * 2) * 1.3;
  const above = new Path2D();
  above.moveTo(one.x - reach, one.y - reach * 2);
  above.lineTo(one.x - reach, surface);
  for (let t = -1; t < 1; t += 0.125) {
    const x = one.x + t * reach;
    above.quadraticCurveTo(x + reach * 0.03, surface - 4, x + reach * 0.0625, surface);
    above.quadraticCurveTo(x + reach * 0.095, surface + 4, x + reach * 0.125, surface);
  }
  above.lineTo(one.x + reach, one.y - reach * 2);
  above.closePath();
  const m = ctx.getTransform();
  const [x0, y0] = [m.a * (one.x - reach) + m.e, m.d * (surface - 6) + m.f];
  const scratch = createCanvas(Math.ceil(m.a * reach * 2), Math.ceil(m.d * reach));
  const below = scratch.getContext('2d');
  below.setTransform(m.a, 0, 0, m.d, m.e - x0, m.f - y0);
  const { random } = brush;
  brush.on(below, () => draw());
  brush.random = random;
  const inWater = new Path2D();
  inWater.rect(one.x - reach, surface - 8, reach * 2, Math.max(8, bank - surface + 8));
  ctx.save();
  ctx.clip(inWater);
  ctx.resetTransform();
  ctx.globalAlpha *= 0.34;
  ctx.drawImage(scratch, x0, y0);
  ctx.restore();
  brush.clip(above, draw);
  const foam = mix(stage.grade.sky[0]!, '#ffffff', 0.4);
  for (const [k, strength] of [
    [0.62, 0.6],
    [0.95, 0.34],
    [1.3, 0.18],
  ] as const) {
    brush.line(ellipse(one.x, surface + 3 + k * 4, one.half * k * 1.35, one.half * k * 0.17), foam, 2.6 - k, strength);
  }
}

function areaOf(stage: Stage, placed: readonly Placed[]): [number, number, number, number] {
  const { view } = stage;
  let [x0, y0, x1, y1] = [view.x1, view.y1, view.x0, view.y0];
  for (const one of placed) {
    const reach = Math.max(one.height * 1.15, one.half * 1.6) + 30;
    x0 = Math.min(x0, one.x - reach);
    x1 = Math.max(x1, one.x + reach);
    y0 = Math.min(y0, one.y - reach - one.height * 0.25);
    y1 = Math.max(y1, one.y + (one.afloat ? reach : one.half * 0.6 + 50));
  }
  return [x0, y0, x1, y1];
}

function darken(stage: Stage): void {
  const { ctx } = stage.brush;
  ctx.save();
  ctx.globalCompositeOperation = 'source-atop';
  ctx.fillStyle = alpha(stage.style.bloom > 0 ? '#04050f' : stage.style.tone(stage.grade.shade, 'actor'), 0.86);
  ctx.fillRect(stage.view.x0, stage.view.y0, stage.view.x1 - stage.view.x0, stage.view.y1 - stage.view.y0);
  ctx.restore();
}
