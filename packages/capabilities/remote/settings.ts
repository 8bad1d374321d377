import { KinoraError } from '../errors.ts';
import type { ProviderSettings, SettingField } from '../provider.ts';

/** Reads a provider's settings by its fields: defaults filled in, blanks left out. */
export type SettingsReader = {
  /** @throws KinoraError `request.invalid` when it is required and missing. */
  text(name: string): string | undefined;
  number(name: string): number | undefined;
  toggle(name: string): boolean;
  /** Without a slash at its end. @throws KinoraError `request.invalid` when it is no http(s) address. */
  url(name: string): string | undefined;
  /** @throws KinoraError `request.invalid` when it isn't JSON. */
  json(name: string): unknown;
  /** Values of the secret fields. */
  secrets: string[];
};

/**
 * Checks the stored settings of a provider against its fields.
 * @throws KinoraError `request.invalid` that names the field in `data.field`.
 */
export function readSettings(fields: readonly SettingField[], settings: ProviderSettings): SettingsReader {
  const values = new Map<string, string | number | boolean>();
  for (const field of fields) {
    const stored = settings[field.name];
    const value = typeof stored === 'string' ? stored.trim() : stored;
    const filled = value === undefined || value === '' ? field.default : value;
    if (filled !== undefined) values.set(field.name, filled);
    else if (field.isRequired) throw wrong(field.name, `${field.label} is missing; enter it.`);
    if (field.kind === 'choice' && filled !== undefined && !field.choices?.some(({ value }) => value === filled)) {
      const allowed = field.choices?.map(({ value }) => value).join(', ') ?? '';
      throw wrong(field.name, `${field.label} is one of ${allowed}.`);
    }
  }
  const text = (name: string) => {
    const value = values.get(name);
    return value === undefined ? undefined : String(value);
  };
  return {
    text,
    number(name) {
      const value = values.get(name);
      if (value === undefined) return undefined;
      const number = Number(value);
      if (!Number.isFinite(number)) throw wrong(name, `${name} is a number, not “${String(value)}”.`);
      return number;
    },
    toggle: (name) => values.get(name) === true || values.get(name) === 'true',
    url(name) {
      const value = text(name);
      if (value === undefined) return undefined;
      const url = URL.parse(value);
      if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
        throw wrong(name, `${name} is an address that begins with http:// or https://.`);
      }
      return value.replace(/\/+$/, '');
    },
    json(name) {
      const value = text(name);
      if (value === undefined) return undefined;
      try {
        return JSON.parse(value) as unknown;
      } catch {
        throw wrong(name, `${name} is not JSON; check its brackets and quotes.`);
      }
    },
    secrets: fields.flatMap(({ kind, name }) => (kind === 'secret' ? (text(name) ?? []) : [])),
  };
}

function wrong(field: string, message: string): KinoraError {
  return new KinoraError('request.invalid', message, { data: { field } });
}
