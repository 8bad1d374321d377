import type { Setting as SettingName } from '@kinora/capabilities';
import { beach } from './beach.ts';
import { forest } from './forest.ts';
import { sea } from './sea.ts';
import { river } from './river.ts';
import { pond } from './pond.ts';
import { meadow } from './meadow.ts';
import type { Setting } from './setting.ts';

const settings: Partial<Record<SettingName, Setting>> = { forest, pond, river, sea, meadow, beach };

/** The drawing of a place. */
export function settingOf(name: SettingName): Setting {
  return settings[name] ?? forest;
}
