import type { Budget, ProviderKindView, ProviderView, providerChange } from '@kinora/capabilities/setup';
import type { z } from 'zod';

/** What is sent to keep a provider. */
export type ProviderChange = z.input<typeof providerChange>;

/** Values of a form, by field: what a person typed. */
export type FormValues = Record<string, string | boolean>;

/** A provider as it is, to change a part of it. Secrets that are left out stay. */
export function changeOf({ kind, title, isOn, childConsent, settings, budget }: ProviderView): ProviderChange {
  return { kind, title, isOn, childConsent, settings, budget };
}

/** What a form shows at first. Secrets are always empty: they are never shown again. */
export function valuesOf(kind: ProviderKindView, settings: ProviderView['settings']): FormValues {
  return Object.fromEntries(
    kind.fields.map(({ name, kind: type, default: usual }) => {
      const value = settings[name] ?? usual;
      if (type === 'toggle') return [name, value === true];
      return [name, type === 'secret' || value === undefined ? '' : String(value)];
    }),
  );
}

/** Settings to send: what was typed, without what is as it always is. An empty secret stays as it is. */
export function settingsOf(kind: ProviderKindView, values: FormValues): ProviderView['settings'] {
  return Object.fromEntries(
    kind.fields.flatMap(({ name, kind: type, default: usual }): [string, string | number | boolean][] => {
      const value = values[name];
      if (typeof value === 'boolean') return value === (usual ?? false) ? [] : [[name, value]];
      const text = (value ?? '').trim();
      if (text === '' || text === String(usual ?? '')) return [];
      // What is no number is sent as it is, so that the server says what is wrong with it.
      if (type === 'number' && Number.isFinite(Number(text))) return [[name, Number(text)]];
      return [[name, text]];
    }),
  );
}

/** An id for one more provider of a kind: the kind, or `kind:name` when that is taken. */
export function newProviderId(kind: ProviderKindView, title: string, taken: readonly string[]): string {
  if (!taken.includes(kind.id)) return kind.id;
  const slug =
    title
      .toLowerCase()
      .normalize('NFKD')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 40) || 'more';
  for (let number = 1; ; number++) {
    const id = `${kind.id}:${number === 1 ? slug : `${slug.slice(0, 36)}-${number}`}`;
    if (!taken.includes(id)) return id;
  }
}

/** The prices a budget can be counted by, with what each is for. */
export const priceFields: readonly {
  name: keyof Budget['prices'];
  label: string;
  capabilities: readonly string[];
}[] = [
  { name: 'perMillionInputTokens', label: 'A million tokens read', capabilities: ['language'] },
  { name: 'perMillionOutputTokens', label: 'A million tokens written', capabilities: ['language'] },
  { name: 'perImage', label: 'One picture', capabilities: ['image', 'description', 'moderation'] },
  { name: 'perMillionCharacters', label: 'A million characters', capabilities: ['speech', 'moderation'] },
  { name: 'perAudioMinute', label: 'A minute of sound', capabilities: ['transcription'] },
  {
    name: 'perCall',
    label: 'Each call',
    capabilities: ['language', 'speech', 'image', 'clip', 'transcription', 'description', 'moderation'],
  },
];
