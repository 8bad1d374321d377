import type { ProviderDefinition, ProviderSettings, SettingField } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities';
import type { Budget } from '@kinora/capabilities/setup';
import type { UserDatabase } from '../db/database.ts';
import { findValue, readRoutes, readSwitches } from './environment.ts';
import type { Environment } from './environment.ts';
import * as store from './store.ts';
import type { PlainSettings, StoredProvider, StoredRoute } from './store.ts';
import type { Vault } from './vault.ts';

/** A provider with everything its definition needs. */
export type ConfiguredProvider = {
  id: string;
  definition: ProviderDefinition;
  title: string;
  isOn: boolean;
  childConsent: boolean;
  budget: Budget | null;
  /** Values by field, secrets among them: never leaves the process. */
  values: ProviderSettings;
  /** What is stored and not secret. */
  plain: PlainSettings;
  /** Where each secret comes from. */
  secrets: Record<string, 'stored' | 'environment' | 'missing'>;
  /** Why it can't be created as it is set up. */
  problem?: string;
};

/** All settings at one time. */
export type SettingsSnapshot = { providers: ConfiguredProvider[]; routes: StoredRoute[] };

/** What is said about a provider to keep it. */
export type ProviderInput = {
  kind: string;
  title?: string | undefined;
  isOn: boolean;
  childConsent: boolean;
  /** Secrets may be among them; one that is left out stays, an empty one is removed. */
  settings: PlainSettings;
  budget: Budget | null;
};

/** The owner's providers and routes: stored ones, with the environment's in front of defaults. */
export type Settings = {
  read(): Promise<SettingsSnapshot>;
  /** @throws KinoraError `request.invalid` naming the field. */
  saveProvider(id: string, input: ProviderInput): Promise<void>;
  /** Removes a provider with its keys. A local one returns to its defaults. @throws KinoraError `resource.missing`. */
  removeProvider(id: string): Promise<void>;
  /** @throws KinoraError `request.conflict` when the environment sets this route. */
  saveRoute(route: StoredRoute): Promise<void>;
};

/** Opens the settings of an owner. */
export function openSettings(options: {
  database: UserDatabase;
  vault: Vault;
  definitions: readonly ProviderDefinition[];
  environment?: Environment;
}): Settings {
  const { database, vault, definitions, environment = process.env } = options;
  const byKind = new Map(definitions.map((definition) => [definition.id, definition]));

  return {
    async read() {
      const stored = await database.transaction(
        async (tx) => ({ providers: await store.listProviders(tx), routes: await store.listRoutes(tx) }),
        { isIdempotent: true },
      );
      const switches = readSwitches(environment);
      const known = new Set(stored.providers.map(({ id }) => id));
      const providers = stored.providers.flatMap((provider) => {
        // A kind that this version doesn't know stays in the database for one that does.
        const definition = byKind.get(provider.kind);
        return definition === undefined ? [] : [configure(definition, provider)];
      });
      for (const definition of definitions) {
        const isOn = definition.kind === 'local' || switches.on.includes(definition.id);
        if (known.has(definition.id) || !isOn) continue;
        const childConsent = switches.forChildren.includes(definition.id);
        const { id, title } = definition;
        providers.push(
          configure(definition, { id, kind: id, title, isOn, childConsent, settings: {}, sealed: {}, budget: null }),
        );
      }
      const fromEnvironment = readRoutes(environment);
      const isSet = new Set(fromEnvironment.map(({ capability }) => capability));
      return {
        providers,
        routes: [...fromEnvironment, ...stored.routes.filter((route) => !isSet.has(route.capability))],
      };
    },

    async saveProvider(id, input) {
      const definition = byKind.get(input.kind);
      if (definition === undefined) throw wrongField('kind', `There is no kind of provider “${input.kind}”.`);
      checkId(id, definition);
      const settings: PlainSettings = {};
      const sealed: Record<string, string | null> = {};
      for (const [name, value] of Object.entries(input.settings)) {
        const field = definition.fields.find((each) => each.name === name);
        if (field === undefined) throw wrongField(`settings.${name}`, `${definition.title} has no setting “${name}”.`);
        if (field.kind === 'secret') sealed[name] = value === '' ? null : vault.seal(String(value), `${id} ${name}`);
        else if (value !== '') settings[name] = checkValue(field, value);
      }
      const { kind, title = definition.title, isOn, childConsent, budget } = input;
      await database.transaction((tx) =>
        store.saveProvider(tx, { id, kind, title, isOn, childConsent, settings, sealed, budget }),
      );
    },

    removeProvider: (id) => database.transaction((tx) => store.removeProvider(tx, id)),

    async saveRoute(route) {
      if (readRoutes(environment).some(({ capability }) => capability === route.capability)) {
        const name = `KINORA_ROUTE_${route.capability.toUpperCase()}`;
        throw new KinoraError('request.conflict', `${name} is set and decides this route; remove it to choose here.`, {
          data: { field: name },
        });
      }
      await database.transaction((tx) => store.saveRoute(tx, route), { isIdempotent: true });
    },
  };

  function configure(definition: ProviderDefinition, provider: StoredProvider): ConfiguredProvider {
    const { id, title, isOn, childConsent, budget, settings, sealed } = provider;
    const configured: ConfiguredProvider = {
      id,
      definition,
      title,
      isOn,
      childConsent,
      budget,
      values: {},
      plain: settings,
      secrets: {},
    };
    const missing: string[] = [];
    for (const field of definition.fields) {
      try {
        const own = field.kind === 'secret' ? openSecret(id, field, sealed) : settings[field.name];
        // The environment's key belongs to the server of the environment, not to a second one with an address of its own.
        const mayLook = field.kind !== 'secret' || id === definition.id;
        const found = findValue(definition, field, own, mayLook ? environment : {});
        if (field.kind === 'secret')
          configured.secrets[field.name] =
            found === undefined ? 'missing' : found.from === 'stored' ? 'stored' : 'environment';
        if (found !== undefined) configured.values[field.name] = found.value;
        else if (field.isRequired === true) missing.push(field.label);
      } catch (error) {
        if (field.kind === 'secret') configured.secrets[field.name] = 'missing';
        configured.problem = (error as Error).message;
      }
    }
    if (missing.length > 0) configured.problem ??= `Fill in ${missing.join(' and ')}.`;
    return configured;
  }

  function openSecret(id: string, field: SettingField, sealed: Record<string, string>): string | undefined {
    const text = sealed[field.name];
    return text === undefined ? undefined : vault.open(text, `${id} ${field.name}`);
  }
}

/** A kind that may be set up once has its name as id; others `kind` or `kind:name`. */
function checkId(id: string, definition: ProviderDefinition): void {
  if (id === definition.id) return;
  const name = id.startsWith(`${definition.id}:`) ? id.slice(definition.id.length + 1) : '';
  if (definition.isRepeatable === true && /^[a-z0-9][a-z0-9-]{0,40}$/.test(name)) return;
  const allowed = definition.isRepeatable === true ? `${definition.id} or ${definition.id}:name` : definition.id;
  throw wrongField('id', `“${id}” can't name a provider of this kind; use ${allowed} (small letters, digits, dashes).`);
}

function checkValue(field: SettingField, value: string | number | boolean): string | number | boolean {
  const wrong = (allowed: string) =>
    wrongField(
      `settings.${field.name}`,
      `${field.label} takes ${allowed}, not “${String(value).slice(0, 60)}”.`,
      allowed,
    );
  switch (field.kind) {
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong('a number');
      return value;
    case 'toggle':
      if (typeof value !== 'boolean') throw wrong('true or false');
      return value;
    case 'choice':
      if (field.choices?.every((choice) => choice.value !== value))
        throw wrong(field.choices.map((choice) => choice.value).join(', '));
      return value;
    case 'url':
      if (!URL.canParse(String(value)) || !/^https?:$/.test(new URL(String(value)).protocol))
        throw wrong('an address that starts with http:// or https://');
      // Settings are shown and told; a password is neither.
      if (new URL(String(value)).username !== '' || new URL(String(value)).password !== '')
        throw wrongField(
          `settings.${field.name}`,
          `${field.label} can't hold a name or password; put them into the fields for keys.`,
        );
      return String(value).trim();
    case 'json':
      try {
        JSON.parse(String(value));
      } catch {
        throw wrong('JSON');
      }
      return value;
    case 'text':
    case 'secret':
      return String(value).trim();
  }
}

function wrongField(field: string, message: string, allowed?: string): KinoraError {
  return new KinoraError('request.invalid', message, { data: { field, ...(allowed !== undefined && { allowed }) } });
}

/** Whether a provider or a route was ever set up, here or by the environment. Cheap, and knows no definitions. */
export async function isAnythingSetUp(options: {
  database: UserDatabase;
  environment?: Environment;
}): Promise<boolean> {
  const { database, environment = process.env } = options;
  if (readSwitches(environment).on.length > 0 || readRoutes(environment).length > 0) return true;
  return database.transaction(
    async (tx) => (await store.listProviders(tx)).length > 0 || (await store.listRoutes(tx)).length > 0,
    { isIdempotent: true },
  );
}
