import type { Expression, Pose, PropKind, Setting, Species, Weather } from '@kinora/capabilities';

/** What a true thing about a kind lets its owner do; troubles and turns of a plot meet here. */
export const powers = [
  'fit',
  'slow',
  'glow',
  'sound',
  'warm',
  'soft',
  'prick',
  'strong',
  'carry',
  'dig',
  'high',
  'swim',
  'hold',
  'hear',
  'smell',
  'night',
  'thread',
  'way',
  'still',
  'count',
  'hands',
  'water',
  'fast',
  'spring',
] as const;
export type Power = (typeof powers)[number];

/** One true thing about a kind. Texts are templates of `prose/telling.ts`. */
export type Truth = {
  id: string;
  power: Power;
  /** What does it, without the owner: "two strong paws". */
  tool: string;
  /** The fact, said of the kind in general: "Otters hold paws when they sleep." */
  lore: string;
  /** The trouble it makes, as a sentence about [h]. */
  cost: string;
};

export type KindType =
  | 'animal'
  | 'bird'
  | 'water'
  | 'insect'
  | 'machine'
  | 'object'
  | 'fantasy'
  | 'person'
  | 'sky'
  | 'plant';

/** A kind of hero or helper: what is true of it, where it lives and how it is drawn. */
export type Kind = {
  id: string;
  type: KindType;
  species: Species;
  prop?: PropKind;
  /** Main, second and accent colour. */
  colours: [string, string, string?];
  /** Places where it is at home, best first; the last is only used when the others are not wanted. */
  places: PlaceId[];
  /** Preposition and noun of its bed: "in burrow", "on shelf". */
  bed: string;
  /** The sound it makes, as written in a story: "hoo". */
  sound: string;
  truths: Truth[];
};

export type PlaceId =
  | 'garden'
  | 'wood'
  | 'meadow'
  | 'farm'
  | 'village'
  | 'rooftops'
  | 'harbour'
  | 'beach'
  | 'sea'
  | 'reef'
  | 'river'
  | 'pond'
  | 'mountain'
  | 'snow-wood'
  | 'ice'
  | 'desert'
  | 'cave'
  | 'bedroom'
  | 'kitchen'
  | 'library'
  | 'workshop'
  | 'castle'
  | 'treehouse'
  | 'railway'
  | 'sky'
  | 'moon'
  | 'school'
  | 'market'
  | 'jungle'
  | 'street'
  | 'hill';

/** A place with what can be heard, touched and smelled there. All texts are noun phrases unless said otherwise. */
export type Place = {
  id: PlaceId;
  setting: Setting;
  indoors: boolean;
  /** "in the vegetable garden". */
  at: string;
  /** "the garden". */
  name: string;
  /** Things that stand there, with their article: "the blue gate". */
  things: string[];
  sounds: string[];
  touches: string[];
  smells: string[];
  /** Whole sentences on how evening comes there. */
  dusk: string[];
  /** Whole sentences on how the place goes to sleep. */
  sleeps: string[];
  /** Spots you can go to, as "under the beans". */
  spots: string[];
  /** Who may turn up there: ids of kinds. */
  locals: string[];
  weathers?: Weather[];
};

/** Hints for the picture of a scene. */
export type Staging = { pose?: Pose; look?: Expression };
