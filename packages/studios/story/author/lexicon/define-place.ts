import type { Setting } from '@kinora/capabilities';
import type { Place, PlaceId } from './types.ts';

/** Defines a place; lists are parted by `|`, kinds by blanks. */
export function place(
  id: PlaceId,
  setting: Setting,
  at: string,
  name: string,
  things: string,
  sounds: string,
  touches: string,
  smells: string,
  dusk: string,
  sleeps: string,
  spots: string,
  locals: string,
  indoors = false,
): Place {
  const list = (text: string) => text.split('|');
  return {
    id,
    setting,
    indoors,
    at,
    name,
    things: list(things),
    sounds: list(sounds),
    touches: list(touches),
    smells: list(smells),
    dusk: list(dusk),
    sleeps: list(sleeps),
    spots: list(spots),
    locals: locals.split(' '),
  };
}
