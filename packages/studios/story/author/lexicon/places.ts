import { indoors } from './places-in.ts';
import { outdoors } from './places-out.ts';
import type { Place, PlaceId } from './types.ts';

/** Every place of the built-in author. */
export const places: ReadonlyMap<PlaceId, Place> = new Map([...outdoors, ...indoors].map((place) => [place.id, place]));

const words: Record<PlaceId, string> = {
  garden: 'garden,allotment,yard,greenhouse,lawn,backyard',
  wood: 'wood,woods,forest,woodland,tree',
  meadow: 'meadow,field,grass,prairie',
  farm: 'farm,barn,stable,farmyard',
  village: 'village,town,square',
  rooftops: 'roof,rooftop,chimney',
  harbour: 'harbour,harbor,port,pier,dock,lighthouse',
  beach: 'beach,seaside,shore,sand,island,coast',
  sea: 'sea,ocean,wave',
  reef: 'reef,underwater,coral',
  river: 'river,stream,brook,bridge,waterfall',
  pond: 'pond,lake,puddle',
  mountain: 'mountain,peak,volcano',
  'snow-wood': 'snow,winter',
  ice: 'ice,antarctica,arctic,iceberg,pole',
  desert: 'desert,savanna,savannah,africa,dune',
  cave: 'cave,tunnel,underground',
  bedroom: 'bedroom,bed,drawer,cot',
  kitchen: 'kitchen,cooker,pantry',
  library: 'library,bookshop,museum',
  workshop: 'workshop,garage,factory,shed',
  castle: 'castle,palace,tower',
  treehouse: 'treehouse',
  railway: 'railway,station,track',
  sky: 'sky,heaven',
  moon: 'moon,space,planet,mars,galaxy',
  school: 'school,kindergarten,nursery,classroom',
  market: 'market,shop,fair',
  jungle: 'jungle,rainforest',
  street: 'street,city,road',
  hill: 'hill',
};

/** Words of a wish that name a place. */
export const placeWords: ReadonlyMap<string, PlaceId> = new Map(
  Object.entries(words).flatMap(([id, list]) => list.split(',').map((word) => [word, id as PlaceId] as const)),
);
