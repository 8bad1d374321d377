import { KinoraError } from '@kinora/capabilities';
import type { CapabilityName, ModelOf, OfferedModel, ProviderDefinition, SettingField } from '@kinora/capabilities';
import { askJson, readSettings } from '@kinora/capabilities/remote';
import type { RemoteService, SettingsReader } from '@kinora/capabilities/remote';
import { z } from 'zod';
import type { Experimental_VideoModelV4 as VideoModelV4 } from '@ai-sdk/provider';
import { wrapClip } from './clip.ts';
import { wrapImage } from './image.ts';
import { wrapLanguage } from './language.ts';
import { createSdkLoader } from './load.ts';
import { aiSdkCapabilities } from './service.ts';
import type { AiSdkCapability, AiSdkService, ServiceVoice } from './service.ts';
import { wrapSpeech } from './speech.ts';
import { wrapTranscription } from './transcription.ts';

/** What leaves this machine, by capability. */
export const leaves: Record<AiSdkCapability, string> = {
  language: 'The wish, the child’s profile as far as the story needs it, and the words of the story.',
  image: 'The description of each picture, and in a music video the pictures of its characters.',
  speech: 'The words of the story.',
  transcription: 'The recording.',
  clip: 'The pictures of the story and what happens in them.',
};

const labels: Record<AiSdkCapability, string> = {
  language: 'More language models',
  image: 'More image models',
  speech: 'More voice models',
  transcription: 'More listening models',
  clip: 'More video models',
};

/** The field for models that the table doesn't know. */
export function modelsField(capability: AiSdkCapability): SettingField {
  return {
    name: `${capability}Models`,
    label: labels[capability],
    help: 'Names of models as the service calls them, with commas between them; they come first in the list.',
    kind: 'text',
  };
}

/** Names in a field with commas between them. */
export function splitNames(list: string | undefined): string[] {
  return (list ?? '').split(/[,\n]/).flatMap((name) => name.trim() || []);
}

/** The provider of one service of the table. */
export function defineAiSdkProvider(row: AiSdkService): ProviderDefinition {
  const capabilities = aiSdkCapabilities.filter((capability) => row.models[capability] !== undefined);
  const fields: SettingField[] = [
    {
      name: 'apiKey',
      label: 'Key',
      help: `Made at ${row.keyPage}. It is stored encrypted and never shown again.`,
      kind: 'secret',
      isRequired: true,
      environment: [`KINORA_${row.id.toUpperCase().replaceAll('-', '_')}_KEY`, ...row.environment],
    },
    ...(row.fields ?? []),
    ...(row.voices
      ? [
          {
            name: 'voice',
            label: 'Voice',
            help: 'Reads when no other voice of the service is chosen.',
            kind: 'text',
            default: row.voices.standard,
          } satisfies SettingField,
        ]
      : []),
    ...capabilities.map(modelsField),
  ];
  return {
    id: row.id,
    title: row.title,
    summary: row.caution === undefined ? row.strength : `${row.strength} ${row.caution}`,
    kind: 'remote',
    capabilities,
    fields,
    packages: { [row.package]: row.version },
    leaves: Object.fromEntries(capabilities.map((capability) => [capability, leaves[capability]])),
    terms: row.terms,
    create(stored, services) {
      const settings = readSettings(fields, stored);
      const service: RemoteService = {
        name: row.title,
        baseUrl: '',
        fetch: services.fetch,
        secrets: settings.secrets,
        keyAdvice: `Make a new key at ${row.keyPage} and enter it in the settings.`,
        reachAdvice: 'Check your connection to the Internet.',
      };
      const options = { apiKey: settings.text('apiKey'), ...row.options?.(settings) };
      const load = createSdkLoader({ package: row.package, factory: row.factory, options }, services);
      const voices = rememberVoices(row, settings, service);
      const create: { [Name in AiSdkCapability]: (modelId: string) => ModelOf[Name] } = {
        language: (modelId) =>
          wrapLanguage({ provider: row.id, modelId, service, load: load<ModelOf['language']>('language', modelId) }),
        image: (modelId) =>
          wrapImage({ provider: row.id, modelId, service, load: load<ModelOf['image']>('image', modelId) }, row),
        speech: (modelId) =>
          wrapSpeech(
            { provider: row.id, modelId, service, load: load<ModelOf['speech']>('speech', modelId) },
            {
              standard: settings.text('voice'),
              format: row.voices?.format ?? 'mp3',
              isToldLanguage: row.voices?.isToldLanguage ?? false,
              isKnown: async (voice, signal) => (await voices(signal)).some(({ id }) => id === voice),
            },
          ),
        transcription: (modelId) =>
          wrapTranscription({
            provider: row.id,
            modelId,
            service,
            load: load<ModelOf['transcription']>('transcription', modelId),
          }),
        clip: (modelId) =>
          wrapClip(
            { provider: row.id, modelId, service, load: load<VideoModelV4>('clip', modelId) },
            { remote: service },
          ),
      };
      return {
        async offers({ signal } = {}) {
          const offered: OfferedModel[] = [];
          for (const capability of capabilities) {
            const own = splitNames(settings.text(`${capability}Models`)).map((id) => [id, id] as const);
            const list = capability === 'speech' ? [...(await voices(signal))] : undefined;
            for (const [modelId, title] of new Map([...own, ...(row.models[capability] ?? [])])) {
              const model: OfferedModel = { capability, modelId, title, device: 'remote' };
              offered.push({ ...model, ...(list && { voices: list }), ...(row.caution && { note: row.caution }) });
            }
          }
          return offered;
        },
        model<Name extends CapabilityName>(capability: Name, modelId: string): ModelOf[Name] {
          const known = capabilities.find((one) => one === capability);
          if (known === undefined || modelId === '') {
            throw new KinoraError('request.invalid', `${row.title} has no ${capability} model “${modelId}”.`);
          }
          return create[known](modelId) as ModelOf[Name];
        },
        async check({ signal } = {}) {
          const question = row.check?.(settings);
          if (!question) return { message: 'A key is there. Whether it is right shows the first use.' };
          await askJson({ ...service, headers: question.headers }, question.url, z.unknown(), { signal });
          return { message: `${row.title} accepts the key.` };
        },
        async [Symbol.asyncDispose]() {},
      };
    },
  };
}

/** The voices of a service: those that are always there, and the account's own, asked once. */
function rememberVoices(row: AiSdkService, settings: SettingsReader, service: RemoteService) {
  let own: ServiceVoice[] | undefined;
  return async (signal: AbortSignal | undefined): Promise<readonly ServiceVoice[]> => {
    const known = row.voices?.known ?? [];
    const list = row.voices?.list;
    if (!list) return known;
    try {
      const headers = row.check?.(settings).headers ?? {};
      own ??= list.read(await askJson({ ...service, headers }, list.url, z.unknown(), { signal }));
    } catch (error) {
      // A key may be allowed to speak but not to list; then the known voices have to do.
      if (signal?.aborted) throw error;
      return known;
    }
    return [...new Map([...own, ...known].map((voice) => [voice.id, voice])).values()];
  };
}
