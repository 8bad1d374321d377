import type { PropKind, Species } from '@kinora/capabilities';
import type { Kind, KindType, PlaceId, Power, Truth } from '../types.ts';

/** A truth in one line: power, tool, lore and cost. */
export type TruthLine = [power: Power, tool: string, lore: string, cost: string];

/**
 * Defines a kind in few lines.
 * @param look Species or `thing:prop`, then two or three colours, parted by blanks.
 * @param places Where it is at home, parted by blanks.
 */
export function kind(
  id: string,
  type: KindType,
  look: string,
  places: string,
  bed: string,
  sound: string,
  ...truths: TruthLine[]
): Kind {
  const [shape = 'thing', main = '#888888', second = '#dddddd', accent] = look.split(' ');
  const [species, prop] = shape.split(':');
  return {
    id,
    type,
    species: species as Species,
    ...(prop ? { prop: prop as PropKind } : {}),
    colours: accent ? [main, second, accent] : [main, second],
    places: places.split(' ') as PlaceId[],
    bed,
    sound,
    truths: truths.map(([power, tool, lore, cost], i): Truth => ({
      id: `${id}.${power}${i}`,
      power,
      tool,
      lore,
      cost,
    })),
  };
}
