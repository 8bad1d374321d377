import { KinoraError } from '@kinora/capabilities';
import type { CapabilityName, ModelOf, ProviderDefinition, SettingField } from '@kinora/capabilities';
import { askJson, createSharedWork, readSettings } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { z } from 'zod';
import { createEngineSpeech } from './speech.ts';
import type { EngineVoice } from './speech.ts';

const fields: readonly SettingField[] = [
  {
    name: 'baseUrl',
    label: 'Address',
    help: 'Where the engine listens while its window is open: http://127.0.0.1:50021 for VOICEVOX, http://127.0.0.1:10101 for AivisSpeech.',
    kind: 'url',
    isRequired: true,
    default: 'http://127.0.0.1:50021',
    environment: ['KINORA_VOICEVOX_URL'],
  },
  {
    name: 'voice',
    label: 'Voice',
    help: 'Number of the style that reads when none is chosen. Empty: the engine’s first.',
    kind: 'text',
    placeholder: '3',
  },
  {
    name: 'intonation',
    label: 'Liveliness',
    help: '1 is as usual, 1.3 livelier, 0.8 calmer for the night.',
    kind: 'number',
    default: 1,
  },
];

const speakers = z.array(
  z.object({
    name: z.string(),
    styles: z.array(z.object({ id: z.number(), name: z.string(), type: z.string().nullish() })),
  }),
);

/** Japanese voices of a VOICEVOX or AivisSpeech engine that runs on this machine or nearby. */
export const voicevox: ProviderDefinition = {
  id: 'voicevox',
  title: 'VOICEVOX / AivisSpeech',
  summary: 'Free Japanese character voices from an engine that runs on your machine.',
  kind: 'remote',
  capabilities: ['speech'],
  fields,
  leaves: { speech: 'The words of the story, to the engine at this address.' },
  terms: 'https://voicevox.hiroshiba.jp/term/',
  isRepeatable: true,
  create(stored, services) {
    const settings = readSettings(fields, stored);
    const baseUrl = settings.url('baseUrl') ?? '';
    const intonation = settings.number('intonation') ?? 1;
    if (intonation < 0 || intonation > 2) {
      throw new KinoraError('request.invalid', 'Liveliness is a number from 0 to 2.', {
        data: { field: 'intonation' },
      });
    }
    const service: RemoteService = {
      name: `the voice engine at ${new URL(baseUrl).host}`,
      baseUrl,
      fetch: services.fetch,
      reachAdvice: 'Open VOICEVOX or AivisSpeech, or correct the address in the settings.',
    };
    const voices = async (signal: AbortSignal | undefined): Promise<EngineVoice[]> => {
      const list = await askJson(service, '/speakers', speakers, { signal });
      return list.flatMap(({ name, styles }) =>
        styles
          .filter(({ type }) => type == null || type === 'talk')
          .map((style) => ({ id: String(style.id), name: `${name}（${style.name}）`, language: 'ja' })),
      );
    };
    // Asked once for all stories; the list of models asks again.
    const shared = createSharedWork<EngineVoice[]>({ remembers: 1 });
    let edition = 0;
    const remembered = (signal: AbortSignal | undefined) => shared.get(`voices ${edition}`, voices, signal);
    return {
      async offers({ signal } = {}) {
        edition += 1;
        const list = await remembered(signal);
        const note = 'Its characters ask to be named where a story is published, e.g. “VOICEVOX:ずんだもん”.';
        return [
          { capability: 'speech', modelId: 'engine', title: 'Japanese voices', device: 'remote', note, voices: list },
        ];
      },
      model<Name extends CapabilityName>(capability: Name, modelId: string): ModelOf[Name] {
        if (capability !== 'speech' || modelId === '') {
          throw new KinoraError('request.invalid', `A voice engine has no ${capability} model “${modelId}”.`);
        }
        const defaultVoice = settings.text('voice');
        const model = createEngineSpeech({ service, modelId, defaultVoice, voices: remembered, intonation });
        return model as ModelOf[Name];
      },
      async check({ signal } = {}) {
        const version = await askJson(service, '/version', z.string(), { signal });
        const list = await voices(signal);
        return { message: `The engine ${version} answers and has ${list.length} voices.` };
      },
      async [Symbol.asyncDispose]() {},
    };
  },
};
