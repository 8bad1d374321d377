import { mix } from '../colour.ts';
import type { Stage } from '../stage.ts';
import { drawGrass } from './plants.ts';

/** What may frame each side: `home` something that tells a story, `plain` a dark shape, `bare` nothing, for words or faces. */
export function frameSides(stage: Stage): { left: 'home' | 'plain' | 'bare'; right: 'home' | 'plain' | 'bare' } {
  const { spec } = stage;
  const close = spec.camera.shot === 'close' || spec.camera.shot === 'birds-eye';
  const taken = (from: number, to: number) =>
    spec.characters.some(({ x, size }) => x + size * 0.3 > from && x - size * 0.3 < to);
  const left = taken(0, 0.13) || close ? 'bare' : stage.side < 0 ? 'home' : 'plain';
  const right = taken(0.87, 1) || close ? 'bare' : stage.side > 0 ? 'home' : 'plain';
  return { left, right };
}

/** A painter of tufts over the feet of whoever stands in grass, so that nobody floats. */
export function tuftFeet(stage: Stage, colours?: readonly string[]): (x: number, y: number, half: number) => void {
  const { grade } = stage;
  const [mid, dark, lit] = [stage.tone(grade.grass.mid), stage.tone(grade.grass.dark), stage.tone(grade.grass.lit)];
  // Glass is dark where nothing lights it from behind.
  const shine = (colour: string) => (stage.style.id === 'night-light' ? mix(colour, grade.haze, 0.35) : colour);
  const tones = colours ?? [shine(mid), shine(mix(mid, dark, 0.25)), shine(mix(mid, lit, 0.45))];
  return (x, y, half) => {
    const count = Math.max(5, Math.round((half / 5) * Math.max(0.6, stage.style.density)));
    drawGrass(
      stage,
      x - half * 1.15,
      x + half * 1.15,
      () => y + 6,
      count,
      [5, 12 + Math.min(20, half * 0.24)],
      tones,
      2.6,
    );
  };
}

/** A pool of light on the ground where the picture's focus is. Call it last on the ground's layer. */
export function drawGroundShine(stage: Stage, strength = 0.2): void {
  const { brush, spec, key, width, height, horizon } = stage;
  const x = spec.focus.x * width - key.toward.x * 60;
  const y = Math.max(horizon + 50, height * 0.86);
  brush.soft(
    [x - 330, y - 46, x + 330, y + 46],
    16,
    strength * (0.5 + key.strength * 0.5),
    (ctx) => {
      ctx.fillStyle = stage.style.id === 'ink-wash' ? '#fffdf4' : mix(key.colour, '#fff6dc', 0.3);
      ctx.beginPath();
      ctx.ellipse(x, y, 300, 30, 0.02, 0, 7);
      ctx.fill();
    },
    'source-atop',
  );
}
