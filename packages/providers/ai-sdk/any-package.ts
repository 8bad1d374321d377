import { KinoraError } from '@kinora/capabilities';
import type {
  CapabilityName,
  ModelOf,
  OfferedModel,
  ProviderDefinition,
  ProviderSettings,
  SettingField,
} from '@kinora/capabilities';
import { readSettings } from '@kinora/capabilities/remote';
import { leaves, modelsField, splitNames } from './define.ts';
import { wrapClip } from './clip.ts';
import { wrapImage } from './image.ts';
import { wrapLanguage } from './language.ts';
import { createSdkLoader } from './load.ts';
import { aiSdkCapabilities } from './service.ts';
import type { AiSdkCapability } from './service.ts';
import { wrapSpeech } from './speech.ts';
import { wrapTranscription } from './transcription.ts';

const fields: readonly SettingField[] = [
  {
    name: 'package',
    label: 'Package',
    help: 'Name on npm. Its code runs inside Kinora: enter only what you trust.',
    kind: 'text',
    isRequired: true,
    placeholder: '@ai-sdk/perplexity',
  },
  {
    name: 'version',
    label: 'Version',
    help: 'The exact version, made for AI SDK 7.',
    kind: 'text',
    isRequired: true,
    placeholder: '4.0.49',
  },
  {
    name: 'factory',
    label: 'Name of its function',
    help: 'The function that makes the provider, as its documentation imports it.',
    kind: 'text',
    isRequired: true,
    placeholder: 'createPerplexity',
  },
  { name: 'apiKey', label: 'Key', help: 'Given to the function as apiKey.', kind: 'secret' },
  {
    name: 'options',
    label: 'Options',
    help: 'JSON with further options of the function, e.g. {"baseURL": "https://…"}.',
    kind: 'json',
  },
  { name: 'voice', label: 'Voice', help: 'Reads when none is chosen, as the service calls it.', kind: 'text' },
  ...aiSdkCapabilities.map(modelsField),
];

/** Any other package with an AI SDK provider, by its name. */
export const anyAiSdkPackage: ProviderDefinition = {
  id: 'ai-sdk-package',
  title: 'Another AI SDK provider',
  summary: 'Any npm package with a provider for AI SDK 7, by its name and the function that makes it.',
  kind: 'remote',
  capabilities: aiSdkCapabilities,
  fields,
  leaves,
  isRepeatable: true,
  packagesFor(stored) {
    const { name, version } = readPackage(stored);
    return { [name]: version };
  },
  create(stored, services) {
    const settings = readSettings(fields, stored);
    const { name } = readPackage(stored);
    const extra = settings.json('options') ?? {};
    if (typeof extra !== 'object' || extra === null || Array.isArray(extra)) {
      throw invalid('options', 'The options are a JSON object: {"name": value}.');
    }
    const service = { name, secrets: settings.secrets, keyAdvice: 'Correct the key in the settings.' };
    const apiKey = settings.text('apiKey');
    const source = {
      package: name,
      factory: settings.text('factory') ?? '',
      options: { ...(apiKey !== undefined && { apiKey }), ...extra },
    };
    const load = createSdkLoader(source, services);
    const describe = <Model>(capability: AiSdkCapability, modelId: string) => ({
      provider: 'ai-sdk-package',
      modelId,
      service,
      load: load<Model>(capability, modelId),
    });
    const create: { [Name in AiSdkCapability]: (modelId: string) => ModelOf[Name] } = {
      language: (modelId) => wrapLanguage(describe('language', modelId)),
      image: (modelId) => wrapImage(describe('image', modelId), {}),
      speech: (modelId) =>
        wrapSpeech(describe('speech', modelId), {
          standard: settings.text('voice'),
          format: 'mp3',
          isToldLanguage: false,
          isKnown: async () => false,
        }),
      transcription: (modelId) => wrapTranscription(describe('transcription', modelId)),
      clip: (modelId) =>
        wrapClip(describe('clip', modelId), { remote: { ...service, baseUrl: '', fetch: services.fetch } }),
    };
    const named = (capability: AiSdkCapability) => splitNames(settings.text(`${capability}Models`));
    return {
      async offers() {
        return aiSdkCapabilities.flatMap((capability) =>
          named(capability).map((modelId): OfferedModel => ({ capability, modelId, title: modelId, device: 'remote' })),
        );
      },
      model<Name extends CapabilityName>(capability: Name, modelId: string): ModelOf[Name] {
        const known = aiSdkCapabilities.find((one) => one === capability);
        if (known === undefined || modelId === '') {
          throw new KinoraError('request.invalid', `${name} has no ${capability} model “${modelId}”.`);
        }
        return create[known](modelId) as ModelOf[Name];
      },
      async check() {
        const capability = aiSdkCapabilities.find((one) => named(one).length > 0);
        if (capability === undefined) throw invalid('languageModels', 'Name at least one model of the service.');
        await load(capability, named(capability)[0] ?? '')();
        return {
          message: `${name} is there and has models for ${capability}. Whether the key is right shows the first use.`,
        };
      },
      async [Symbol.asyncDispose]() {},
    };
  },
};

/** npm's rules for names, and versions without a range. */
function readPackage(stored: ProviderSettings): { name: string; version: string } {
  const settings = readSettings(fields, stored);
  const [name, version] = [settings.text('package') ?? '', settings.text('version') ?? ''];
  if (!/^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/.test(name)) {
    throw invalid('package', 'A package has a name like @ai-sdk/perplexity.');
  }
  if (!/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/.test(version)) {
    throw invalid('version', 'The version is exact, like 4.0.49.');
  }
  return { name, version };
}

function invalid(field: string, message: string): KinoraError {
  return new KinoraError('request.invalid', message, { data: { field } });
}
