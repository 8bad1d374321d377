import { KinoraError } from '@kinora/capabilities';
import type {
  CapabilityName,
  ModelOf,
  OfferedModel,
  Provider,
  ProviderDefinition,
  SettingField,
} from '@kinora/capabilities';
import { ask, askJson, readSettings } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { z } from 'zod';
import { createImageModel } from './image.ts';
import { createLanguageModel } from './language.ts';
import { createSpeechModel } from './speech.ts';
import { createTranscriptionModel } from './transcription.ts';

const capabilities = ['language', 'image', 'speech', 'transcription'] as const;
type Capability = (typeof capabilities)[number];

const modelFields: Record<Capability, SettingField> = {
  language: { name: 'languageModels', label: 'Language models', kind: 'text', placeholder: 'qwen3:8b, llama3.2' },
  image: { name: 'imageModels', label: 'Image models', kind: 'text', placeholder: 'sd-1.5' },
  speech: { name: 'speechModels', label: 'Voice models', kind: 'text', placeholder: 'kokoro' },
  transcription: { name: 'transcriptionModels', label: 'Listening models', kind: 'text', placeholder: 'whisper-1' },
};
const modelsHelp =
  'Names with commas between them. Left empty, Kinora asks the server and sorts its models by their names.';

const fields: readonly SettingField[] = [
  {
    name: 'baseUrl',
    label: 'Address',
    help: 'Where the server listens, as its window or documentation says, e.g. http://localhost:11434 for Ollama.',
    kind: 'url',
    isRequired: true,
    placeholder: 'http://localhost:11434/v1',
    environment: ['KINORA_OPENAI_COMPATIBLE_URL'],
  },
  {
    name: 'apiKey',
    label: 'Key',
    help: 'Only if the server asks for one.',
    kind: 'secret',
    environment: ['KINORA_OPENAI_COMPATIBLE_KEY'],
  },
  {
    name: 'structuredOutput',
    label: 'Answers in a form',
    help: 'How the server is told to keep to a form. Automatic finds out what it knows.',
    kind: 'choice',
    default: 'auto',
    choices: [
      { value: 'auto', label: 'Automatic' },
      { value: 'json_schema', label: 'By JSON schema' },
      { value: 'json_object', label: 'JSON, the form in words' },
      { value: 'none', label: 'In words only' },
    ],
  },
  {
    name: 'voice',
    label: 'Voice',
    help: 'The voice that reads when none is chosen, as the server calls it.',
    kind: 'text',
    default: 'alloy',
  },
  {
    name: 'imageSide',
    label: 'Pictures are drawn at',
    help: 'Side in pixels of the square the image model was trained on; the picture is then scaled. 512 for Stable Diffusion 1.5, 1024 for SDXL and FLUX. Empty: the size that is wanted.',
    kind: 'number',
    placeholder: '512',
  },
  ...Object.values(modelFields).map((field) => ({ ...field, help: modelsHelp })),
  {
    name: 'extraBody',
    label: 'Added to every request for words',
    help: 'JSON for options of your server, e.g. {"chat_template_kwargs": {"enable_thinking": false}} for Qwen on vLLM.',
    kind: 'json',
  },
];

/** Servers that speak OpenAI's HTTP interface: Ollama, LocalAI, llama-server, vLLM, LM Studio and many others. */
export const openaiCompatible: ProviderDefinition = {
  id: 'openai-compatible',
  title: 'OpenAI-compatible server',
  summary:
    'Ollama, LocalAI, llama-server, vLLM, LM Studio or any other server with OpenAI’s interface, by its address.',
  kind: 'remote',
  capabilities,
  fields,
  leaves: {
    language: 'The wish, the child’s profile as far as the story needs it, and the words of the story.',
    image: 'The description of each picture.',
    speech: 'The words of the story.',
    transcription: 'The recording.',
  },
  isRepeatable: true,
  create(stored, services) {
    const settings = readSettings(fields, stored);
    const key = settings.text('apiKey');
    const baseUrl = withVersion(settings.url('baseUrl') ?? '');
    const service: RemoteService = {
      name: `the server at ${new URL(baseUrl).host}`,
      baseUrl,
      fetch: services.fetch,
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
      secrets: settings.secrets,
      keyAdvice: 'Enter the key that the server was started with.',
      reachAdvice: startAdvice(baseUrl),
    };
    const extra = z.record(z.string(), z.unknown()).safeParse(settings.json('extraBody') ?? {});
    if (!extra.success) {
      throw new KinoraError('request.invalid', 'What is added to every request is a JSON object: {"name": value}.', {
        data: { field: 'extraBody' },
      });
    }
    const structuredOutput = settings.text('structuredOutput') as 'auto' | 'json_schema' | 'json_object' | 'none';
    const side = settings.number('imageSide');
    const defaultVoice = settings.text('voice') ?? 'alloy';
    const voices = rememberVoices(service);
    const named = Object.fromEntries(
      capabilities.map((capability) => [capability, splitNames(settings.text(modelFields[capability].name))]),
    ) as Record<Capability, string[]>;

    const create: { [Name in Capability]: (modelId: string) => ModelOf[Name] } = {
      language: (modelId) => createLanguageModel({ service, modelId, structuredOutput, extraBody: extra.data }),
      image: (modelId) => createImageModel({ service, modelId, side }),
      speech: (modelId) => createSpeechModel({ service, modelId, defaultVoice, voices }),
      transcription: (modelId) => createTranscriptionModel({ service, modelId }),
    };
    return {
      async offers({ signal } = {}) {
        const isNamed = capabilities.some((capability) => named[capability].length > 0);
        const listed = await listModels(service, signal).catch((error: unknown) => {
          // Servers with a single model often have no list; then the settings name it.
          if (isNamed && error instanceof KinoraError && error.message.includes('HTTP 404')) return [];
          throw error;
        });
        const offered: OfferedModel[] = [];
        for (const capability of capabilities) {
          const ids =
            named[capability].length > 0 ? named[capability] : listed.filter((id) => guess(id) === capability);
          for (const modelId of ids) offered.push({ capability, modelId, title: modelId, device: 'remote' });
        }
        if (!offered.some(({ capability }) => capability === 'speech')) return offered;
        const names = await voices(signal);
        const list = [...new Set([defaultVoice, ...names])].map((id) => ({ id, name: id, language: languageOf(id) }));
        return offered.map((model) => (model.capability === 'speech' ? { ...model, voices: list } : model));
      },
      model<Name extends CapabilityName>(capability: Name, modelId: string): ModelOf[Name] {
        if (!isOneOf(capabilities, capability) || modelId === '') {
          throw new KinoraError(
            'request.invalid',
            `An OpenAI-compatible server has no ${capability} model “${modelId}”.`,
          );
        }
        return create[capability](modelId);
      },
      async check({ signal } = {}) {
        const models = await listModels(service, signal);
        const few = models.slice(0, 3).join(', ');
        const count = models.length === 1 ? '1 model' : `${models.length} models`;
        return { message: `It answers and has ${count}${few && `: ${few}${models.length > 3 ? ' …' : ''}`}.` };
      },
      async [Symbol.asyncDispose]() {},
    } satisfies Provider;
  },
};

async function listModels(service: RemoteService, signal: AbortSignal | undefined): Promise<string[]> {
  const list = z.object({ data: z.array(z.object({ id: z.string() })).nullable() });
  const { data } = await askJson(service, '/models', list, { signal });
  return data?.map(({ id }) => id) ?? [];
}

/** Voices of servers that list them (Kokoro and its kind), asked once; none for the others. */
function rememberVoices(service: RemoteService): (signal: AbortSignal | undefined) => Promise<string[]> {
  const list = z.object({ voices: z.array(z.union([z.string(), z.object({ id: z.string() })])) });
  let known: string[] | undefined;
  return async (signal) => {
    if (known) return known;
    try {
      const response = await ask(service, '/audio/voices', { signal });
      const parsed = list.safeParse(await response.json());
      known = parsed.success ? parsed.data.voices.map((one) => (typeof one === 'string' ? one : one.id)) : [];
    } catch (error) {
      if (signal?.aborted) throw error;
      if (error instanceof KinoraError && error.isRetryable) return [];
      known = [];
    }
    return known;
  };
}

/** Kokoro's voices begin with a letter for their language. */
function languageOf(voice: string): string {
  return /^j[fm]_/.test(voice) ? 'ja' : /^[ab][fm]_/.test(voice) ? 'en' : '';
}

/** What a model is for, by its name. */
function guess(id: string): Capability | 'other' {
  if (/embed|rerank|moderation|guard/i.test(id)) return 'other';
  if (/whisper|transcri|parakeet|-asr/i.test(id)) return 'transcription';
  if (/tts|speech|kokoro|piper|voice|bark/i.test(id)) return 'speech';
  if (/stable-?diffusion|\bsd[-_.\d]|sdxl|flux|dall-?e|image|diffusion/i.test(id)) return 'image';
  return 'language';
}

function withVersion(baseUrl: string): string {
  return new URL(baseUrl).pathname === '/' ? `${baseUrl}/v1` : baseUrl;
}

function startAdvice(baseUrl: string): string {
  const known: Record<string, string> = {
    '11434': 'Ollama (“ollama serve”)',
    '1234': 'LM Studio’s server',
    '8080': 'it',
  };
  const name = known[new URL(baseUrl).port] ?? 'it';
  return `Start ${name}, or correct the address in the settings.`;
}

function splitNames(list: string | undefined): string[] {
  return (list ?? '').split(/[,\n]/).flatMap((name) => name.trim() || []);
}

function isOneOf<Value extends string>(list: readonly Value[], value: string): value is Value {
  return list.some((one) => one === value);
}
