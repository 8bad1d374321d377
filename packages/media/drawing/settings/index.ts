import type { Setting as SettingName } from '@kinora/capabilities';
import { beach } from './beach.ts';
import { forest } from './forest.ts';
import { sea } from './sea.ts';
import { river } from './river.ts';
import { pond } from './pond.ts';
import { underwater } from './underwater.ts';
import { snowWood } from './snow-wood.ts';
import { mountain } from './mountain.ts';
import { meadow } from './meadow.ts';
import { bedroom } from './bedroom.ts';
import { garden } from './garden.ts';
import { kitchen } from './kitchen.ts';
import { library } from './library.ts';
import { desert } from './desert.ts';
import { cave } from './cave.ts';
import { sky } from './sky.ts';
import { moon } from './moon.ts';
import { workshop } from './workshop.ts';
import { farm } from './farm.ts';
import { harbour } from './harbour.ts';
import { rooftops } from './rooftops.ts';
import { village } from './village.ts';
import { castle } from './castle.ts';
import { railway } from './railway.ts';
import { treehouse } from './treehouse.ts';
import type { Setting } from './setting.ts';

const settings: Partial<Record<SettingName, Setting>> = {
  forest,
  moon,
  sky,
  cave,
  desert,
  mountain,
  'snow-wood': snowWood,
  underwater,
  pond,
  river,
  sea,
  meadow,
  beach,
  bedroom,
  garden,
  kitchen,
  library,
  workshop,
  farm,
  harbour,
  rooftops,
  village,
  castle,
  railway,
  treehouse,
};

/** The drawing of a place. */
export function settingOf(name: SettingName): Setting {
  return settings[name] ?? forest;
}
