import type { Setting as SettingName } from '@kinora/capabilities';
import { beach } from './beach.ts';
import { bedroom } from './bedroom.ts';
import { castle } from './castle.ts';
import { cave } from './cave.ts';
import { desert } from './desert.ts';
import { farm } from './farm.ts';
import { forest } from './forest.ts';
import { garden } from './garden.ts';
import { harbour } from './harbour.ts';
import { kitchen } from './kitchen.ts';
import { library } from './library.ts';
import { meadow } from './meadow.ts';
import { moon } from './moon.ts';
import { mountain } from './mountain.ts';
import { pond } from './pond.ts';
import { railway } from './railway.ts';
import { river } from './river.ts';
import { rooftops } from './rooftops.ts';
import { sea } from './sea.ts';
import type { Setting } from './setting.ts';
import { sky } from './sky.ts';
import { snowWood } from './snow-wood.ts';
import { treehouse } from './treehouse.ts';
import { underwater } from './underwater.ts';
import { village } from './village.ts';
import { workshop } from './workshop.ts';

const settings: Record<SettingName, Setting> = {
  beach,
  bedroom,
  castle,
  cave,
  desert,
  farm,
  forest,
  garden,
  harbour,
  kitchen,
  library,
  meadow,
  moon,
  mountain,
  pond,
  railway,
  river,
  rooftops,
  sea,
  sky,
  'snow-wood': snowWood,
  treehouse,
  underwater,
  village,
  workshop,
};

/** The drawing of a place. */
export function settingOf(name: SettingName): Setting {
  return settings[name];
}
