import type { CharacterSpec, Species } from '@kinora/capabilities';
import type { Brush } from '../brush.ts';
import { hash } from '../random.ts';
import { figure, type Figure } from './figure.ts';
import { speciesDrawings } from './species/index.ts';

/** How a character is drawn at a moment. */
export type CharacterOptions = {
  /** Seconds: the character breathes and its tail sways. Omitted: at rest. */
  time?: number;
  /** Draws the eyes shut, for a blink. Default false. */
  asleepLids?: boolean;
};

/**
 * Draws a character in its own units: feet at (0, 0), up is negative y; what floats, flies or swims has the middle of its
 * body there (see `isAfloat`). The same id, colours and clothes give the same look in every pose.
 */
export function drawCharacter(brush: Brush, character: CharacterSpec, options: CharacterOptions = {}): void {
  drawNoting(brush, character, options);
}

/** `drawCharacter` that tells where the eyes are, in the character's units. */
export function drawNoting(
  brush: Brush,
  character: CharacterSpec,
  options: CharacterOptions & { noteEye?: (x: number, y: number, radius: number) => void } = {},
): void {
  const role = brush.role;
  brush.role = 'actor';
  brush.seededBy(hash(character.id), () =>
    brush.at(0, 0, 1, 0, character.facing === 'left', () => {
      const fig = figure(brush, character, { time: options.time, noteEye: options.noteEye });
      const drawing = speciesDrawings[character.species];
      drawing.draw(options.asleepLids && fig.look.eyes === 'open' ? shutEyes(fig) : fig);
    }),
  );
  brush.role = role;
}

/** Height of the species standing, ears included, in units: what `size` of a character is a measure of. */
export function characterHeight(species: Species): number {
  return speciesDrawings[species].height;
}

/** Whether (0, 0) is the middle of the body rather than the ground under the feet: no contact shadow belongs there. */
export function isAfloat(character: Pick<CharacterSpec, 'species' | 'pose'>): boolean {
  const { pose, species } = character;
  return pose === 'fly' || pose === 'swim' || (speciesDrawings[species].isAfloat ?? false);
}

function shutEyes(fig: Figure): Figure {
  return { ...fig, look: { ...fig.look, eyes: 'resting' } };
}
