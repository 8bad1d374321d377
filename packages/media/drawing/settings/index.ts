import type { Setting as SettingName } from '@kinora/capabilities';
import { forest } from './forest.ts';
import type { Setting } from './setting.ts';

const settings: Partial<Record<SettingName, Setting>> = { forest };

/** The drawing of a place. */
export function settingOf(name: SettingName): Setting {
  return settings[name] ?? forest;
}
