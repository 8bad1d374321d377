import { KinoraError } from '@kinora/capabilities';
import type { CapabilityName, ModelOf, ProviderDefinition, SettingField } from '@kinora/capabilities';
import { askJson, readSettings } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { z } from 'zod';
import { createPiperSpeech } from './speech.ts';

const fields: readonly SettingField[] = [
  {
    name: 'baseUrl',
    label: 'Address',
    help: 'Where “python3 -m piper.http_server” listens.',
    kind: 'url',
    isRequired: true,
    default: 'http://127.0.0.1:5000',
    environment: ['KINORA_PIPER_URL'],
  },
];

/** What the server says of its voices: their settings by name. */
const voices = z.record(z.string(), z.looseObject({ language: z.looseObject({ code: z.string() }).optional() }));

/** Voices of a Piper server (`python3 -m piper.http_server`): the example of docs/adding-a-provider.md. */
export const piperServer: ProviderDefinition = {
  id: 'piper-server',
  title: 'Piper server',
  summary: 'Small, quick voices in many languages from a Piper server on your machine.',
  kind: 'remote',
  capabilities: ['speech'],
  fields,
  leaves: { speech: 'The words of the story, to the server at this address.' },
  create(stored, services) {
    const settings = readSettings(fields, stored);
    const baseUrl = settings.url('baseUrl') ?? '';
    const service: RemoteService = {
      name: `the Piper server at ${new URL(baseUrl).host}`,
      baseUrl,
      // The only way out: the global `fetch` would go past the address checks, limits and proxies.
      fetch: services.fetch,
      reachAdvice: 'Start it with “python3 -m piper.http_server -m VOICE”, or correct its address in the settings.',
    };
    return {
      async offers({ signal } = {}) {
        const known = await askJson(service, '/voices', voices, { signal });
        return Object.entries(known).map(([name, { language }]) => {
          const code = language?.code.split('_')[0] ?? 'und';
          const voice = { id: name, name, language: code };
          return { capability: 'speech', modelId: name, title: name, device: 'remote', voices: [voice] };
        });
      },
      model<Name extends CapabilityName>(capability: Name, modelId: string): ModelOf[Name] {
        if (capability !== 'speech') {
          throw new KinoraError('request.invalid', `A Piper server has no ${capability} models.`);
        }
        return createPiperSpeech(service, modelId) as ModelOf[Name];
      },
      async check({ signal } = {}) {
        const known = await askJson(service, '/voices', voices, { signal });
        return { message: `It answers and has ${Object.keys(known).length} voices.` };
      },
      async [Symbol.asyncDispose]() {},
    };
  },
};
