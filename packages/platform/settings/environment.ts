import { capabilityNames, KinoraError } from '@kinora/capabilities';
import type { ProviderDefinition, SettingField } from '@kinora/capabilities';
import type { StoredRoute } from './store.ts';

/** Variables of a process. */
export type Environment = Record<string, string | undefined>;

/** Where the value of a field comes from. */
export type Found = { value: string | number | boolean; from: 'stored' | 'environment' | 'default' };

/** The variables that may set a field, Kinora's own first: `KINORA_OPENAI_API_KEY`, then those the field names. */
export function variablesOf(definition: Pick<ProviderDefinition, 'id'>, field: SettingField): string[] {
  return [
    ...new Set([`KINORA_${constantCase(definition.id)}_${constantCase(field.name)}`, ...(field.environment ?? [])]),
  ];
}

/**
 * The value of a field: what is stored, else the environment, else its default.
 * @throws KinoraError `request.invalid` when a variable holds something else than the field takes.
 */
export function findValue(
  definition: Pick<ProviderDefinition, 'id'>,
  field: SettingField,
  stored: string | number | boolean | undefined,
  environment: Environment,
): Found | undefined {
  if (stored !== undefined && stored !== '') return { value: stored, from: 'stored' };
  for (const name of variablesOf(definition, field)) {
    const text = environment[name];
    if (text === undefined || text === '') continue;
    return { value: readText(text, field, name), from: 'environment' };
  }
  return field.default === undefined ? undefined : { value: field.default, from: 'default' };
}

/** Reads the text of a variable or a command line option as a field's value. @throws KinoraError `request.invalid`. */
export function readText(text: string, field: SettingField, name: string): string | number | boolean {
  if (field.kind === 'number') {
    const value = Number(text);
    if (!Number.isFinite(value)) throw wrong(name, text, 'a number');
    return value;
  }
  if (field.kind === 'toggle') {
    if (/^(1|true|yes|on)$/i.test(text)) return true;
    if (/^(0|false|no|off)$/i.test(text)) return false;
    throw wrong(name, text, 'true or false');
  }
  if (field.kind === 'choice' && field.choices?.every(({ value }) => value !== text))
    throw wrong(name, text, `one of: ${field.choices.map(({ value }) => value).join(', ')}`);
  return text;
}

/** Providers that the environment switches on, and those that may serve children. */
export function readSwitches(environment: Environment): { on: string[]; forChildren: string[] } {
  return {
    on: readList(environment['KINORA_PROVIDERS']),
    forChildren: readList(environment['KINORA_PROVIDERS_FOR_CHILDREN']),
  };
}

/**
 * Routes that the environment sets, e.g. `KINORA_ROUTE_IMAGE=onnx/sd-turbo, openai/gpt-image-1`; with `only:` in front
 * nothing else serves.
 * @throws KinoraError `request.invalid` naming the variable.
 */
export function readRoutes(environment: Environment): StoredRoute[] {
  return capabilityNames.flatMap((capability) => {
    const name = `KINORA_ROUTE_${constantCase(capability)}`;
    const text = environment[name]?.trim();
    if (!text) return [];
    const only = text.startsWith('only:');
    const entries = readList(only ? text.slice(5) : text).map((entry) => {
      const slash = entry.indexOf('/');
      if (slash < 1 || slash === entry.length - 1) throw wrong(name, entry, 'a list of provider/model');
      return { provider: entry.slice(0, slash), model: entry.slice(slash + 1) };
    });
    return [{ capability, entries, only }];
  });
}

function readList(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function constantCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^a-z0-9]+/gi, '_')
    .toUpperCase();
}

function wrong(name: string, text: string, allowed: string): KinoraError {
  return new KinoraError('request.invalid', `${name} is “${text.slice(0, 40)}”, which is not ${allowed}.`, {
    data: { field: name, allowed },
  });
}
