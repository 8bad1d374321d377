import { KinoraError } from '@kinora/capabilities';
import type { CapabilityName, ModelOf, ProviderDefinition, SettingField } from '@kinora/capabilities';
import { askJson, createSharedWork, readSettings } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { z } from 'zod';
import { createServerSpeech } from './speech.ts';
import type { ServerVoice } from './speech.ts';

const fields: readonly SettingField[] = [
  {
    name: 'baseUrl',
    label: 'Address',
    help: 'Where “python server_fastapi.py” listens.',
    kind: 'url',
    isRequired: true,
    default: 'http://127.0.0.1:5000',
    environment: ['KINORA_STYLE_BERT_VITS2_URL'],
  },
  {
    name: 'voice',
    label: 'Voice',
    help: 'Reads when none is chosen, as model:speaker:style. Empty: the server’s first.',
    kind: 'text',
    placeholder: '0:0:Neutral',
  },
  {
    name: 'longestText',
    label: 'Longest text of a request',
    help: 'The limit in the server’s config.yml (server, limit). Longer texts are spoken in parts.',
    kind: 'number',
    default: 100,
  },
];

const models = z.record(
  z.string(),
  z.object({
    model_path: z.string().nullish(),
    id2spk: z.record(z.string(), z.string()),
    style2id: z.record(z.string(), z.number()).nullish(),
  }),
);

/** Expressive Japanese voices of a Style-Bert-VITS2 server. */
export const styleBertVits2: ProviderDefinition = {
  id: 'style-bert-vits2',
  title: 'Style-Bert-VITS2',
  summary: 'Expressive Japanese voices, also ones you trained, from a server that runs on your machine.',
  kind: 'remote',
  capabilities: ['speech'],
  fields,
  leaves: { speech: 'The words of the story, to the server at this address.' },
  terms: 'https://github.com/litagin02/Style-Bert-VITS2/blob/master/docs/TERMS_OF_USE.md',
  isRepeatable: true,
  create(stored, services) {
    const settings = readSettings(fields, stored);
    const baseUrl = settings.url('baseUrl') ?? '';
    const longestText = settings.number('longestText') ?? 100;
    if (longestText < 10) {
      throw new KinoraError('request.invalid', 'The longest text has at least 10 characters.', {
        data: { field: 'longestText' },
      });
    }
    const service: RemoteService = {
      name: `the Style-Bert-VITS2 server at ${new URL(baseUrl).host}`,
      baseUrl,
      fetch: services.fetch,
      reachAdvice: 'Start it with “python server_fastapi.py”, or correct its address in the settings.',
    };
    const list = async (signal: AbortSignal | undefined): Promise<ServerVoice[]> => {
      const known = await askJson(service, '/models/info', models, { signal });
      return Object.entries(known).flatMap(([model, { model_path: path, id2spk, style2id }]) => {
        const title = path?.split(/[/\\]/).at(-2) ?? `Model ${model}`;
        const styles = Object.keys(style2id ?? { Neutral: 0 });
        return Object.entries(id2spk).flatMap(([speaker, name]) =>
          styles.map((style) => ({
            id: `${model}:${speaker}:${style}`,
            name: `${name === title ? name : `${title} ${name}`} (${style})`,
          })),
        );
      });
    };
    // Asked once for all stories; the list of models asks again.
    const shared = createSharedWork<ServerVoice[]>({ remembers: 1 });
    let edition = 0;
    const voices = (signal: AbortSignal | undefined) => shared.get(`voices ${edition}`, list, signal);
    return {
      async offers({ signal } = {}) {
        edition += 1;
        const all = (await voices(signal)).map((voice) => ({ ...voice, language: 'ja' }));
        const note = 'Each voice has terms of its own; its maker tells them.';
        return [{ capability: 'speech', modelId: 'server', title: 'Voices', device: 'remote', note, voices: all }];
      },
      model<Name extends CapabilityName>(capability: Name, modelId: string): ModelOf[Name] {
        if (capability !== 'speech' || modelId === '') {
          throw new KinoraError('request.invalid', `Style-Bert-VITS2 has no ${capability} model “${modelId}”.`);
        }
        const defaultVoice = settings.text('voice');
        return createServerSpeech({ service, modelId, defaultVoice, voices, longestText }) as ModelOf[Name];
      },
      async check({ signal } = {}) {
        const all = await list(signal);
        return { message: `It answers and has ${all.length === 1 ? '1 voice' : `${all.length} voices`}.` };
      },
      async [Symbol.asyncDispose]() {},
    };
  },
};
