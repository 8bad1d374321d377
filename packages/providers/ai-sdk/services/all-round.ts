import { bearer, keyHeader } from '../service.ts';
import type { AiSdkService, ServiceVoice } from '../service.ts';

const anyLanguage = (names: string): ServiceVoice[] =>
  names.split(' ').map((name) => ({ id: name, name: name[0]!.toUpperCase() + name.slice(1), language: 'mul' }));

const openaiVoices = anyLanguage('sage alloy ash ballad coral echo fable marin cedar nova onyx shimmer verse');
const openaiSizes = ['1024x1024', '1536x1024', '1024x1536'] as const;

/** Services that do several things. */
export const allRoundServices: readonly AiSdkService[] = [
  {
    id: 'google',
    title: 'Google Gemini',
    strength: 'Writes, draws, speaks, listens and makes videos.',
    package: '@ai-sdk/google',
    version: '4.0.121',
    factory: 'createGoogle',
    environment: ['GOOGLE_GENERATIVE_AI_API_KEY', 'GEMINI_API_KEY'],
    keyPage: 'https://aistudio.google.com/apikey',
    terms: 'https://ai.google.dev/gemini-api/terms',
    caution: 'Its terms exclude services that are directed at people under 18.',
    models: {
      language: [
        ['gemini-3.8-flash', 'Gemini 3.8 Flash'],
        ['gemini-3.1-pro-preview', 'Gemini 3.1 Pro'],
        ['gemini-3.5-flash-lite', 'Gemini 3.5 Flash-Lite'],
        ['gemini-2.5-flash', 'Gemini 2.5 Flash'],
      ],
      image: [
        ['gemini-3.1-flash-image-preview', 'Gemini 3.1 Flash Image'],
        ['gemini-3-pro-image-preview', 'Gemini 3 Pro Image'],
        ['gemini-2.5-flash-image', 'Gemini 2.5 Flash Image'],
      ],
      speech: [
        ['gemini-3.8-flash-tts', 'Gemini 3.8 Flash TTS'],
        ['gemini-2.5-flash-preview-tts', 'Gemini 2.5 Flash TTS'],
      ],
      transcription: [['gemini-3.5-transcribe', 'Gemini 3.5 Transcribe']],
      clip: [
        ['veo-3.1-fast-generate-preview', 'Veo 3.1 Fast'],
        ['veo-3.1-generate-preview', 'Veo 3.1'],
      ],
    },
    pictureSizes: 'ratio',
    voices: {
      format: 'wav',
      standard: 'Leda',
      isToldLanguage: false,
      known: anyLanguage(
        'Leda Achernar Achird Algenib Algieba Alnilam Aoede Autonoe Callirrhoe Charon Despina Enceladus Erinome Fenrir Gacrux Iapetus Kore Laomedeia Orus Puck Pulcherrima Rasalgethi Sadachbia Sadaltager Schedar Sulafat Umbriel Vindemiatrix Zephyr Zubenelgenubi',
      ),
    },
    check: (settings) => ({
      url: 'https://generativelanguage.googleapis.com/v1beta/models?pageSize=1',
      headers: keyHeader('x-goog-api-key', settings),
    }),
  },
  {
    id: 'openai',
    title: 'OpenAI',
    strength: 'Writes, draws, speaks and listens.',
    package: '@ai-sdk/openai',
    version: '4.0.118',
    factory: 'createOpenAI',
    environment: ['OPENAI_API_KEY'],
    keyPage: 'https://platform.openai.com/api-keys',
    terms: 'https://openai.com/policies/',
    models: {
      language: [
        ['gpt-5.4-mini', 'GPT-5.4 mini'],
        ['gpt-5.6', 'GPT-5.6'],
        ['gpt-5.4-nano', 'GPT-5.4 nano'],
        ['gpt-4.1-mini', 'GPT-4.1 mini'],
      ],
      image: [
        ['gpt-image-1-mini', 'GPT Image 1 mini'],
        ['gpt-image-1.5', 'GPT Image 1.5'],
        ['gpt-image-2', 'GPT Image 2'],
      ],
      speech: [
        ['gpt-4o-mini-tts', 'GPT-4o mini TTS'],
        ['tts-1', 'TTS 1'],
        ['tts-1-hd', 'TTS 1 HD'],
      ],
      transcription: [
        ['whisper-1', 'Whisper'],
        ['gpt-4o-transcribe', 'GPT-4o Transcribe'],
        ['gpt-4o-mini-transcribe', 'GPT-4o mini Transcribe'],
      ],
    },
    pictureSizes: openaiSizes,
    voices: { format: 'wav', standard: 'sage', known: openaiVoices },
    check: (settings) => ({ url: 'https://api.openai.com/v1/models', headers: bearer(settings) }),
  },
  {
    id: 'azure-openai',
    title: 'Azure OpenAI',
    strength: 'OpenAI’s models in a region of your choice.',
    package: '@ai-sdk/azure',
    version: '4.0.85',
    factory: 'createAzure',
    environment: ['AZURE_API_KEY', 'AZURE_OPENAI_API_KEY'],
    keyPage: 'https://portal.azure.com',
    terms: 'https://learn.microsoft.com/legal/cognitive-services/openai/data-privacy',
    models: {
      language: [['gpt-5.4-mini', 'Deployment “gpt-5.4-mini”']],
      image: [['gpt-image-1.5', 'Deployment “gpt-image-1.5”']],
      speech: [['gpt-4o-mini-tts', 'Deployment “gpt-4o-mini-tts”']],
      transcription: [['gpt-4o-transcribe', 'Deployment “gpt-4o-transcribe”']],
    },
    pictureSizes: openaiSizes,
    voices: { format: 'wav', standard: 'sage', known: openaiVoices },
    fields: [
      {
        name: 'resourceName',
        label: 'Resource',
        help: 'The name of your Azure OpenAI resource: NAME in https://NAME.openai.azure.com. Models are your deployments.',
        kind: 'text',
        isRequired: true,
        environment: ['AZURE_RESOURCE_NAME'],
      },
    ],
    options: (settings) => ({ resourceName: settings.text('resourceName') }),
    check: (settings) => ({
      url: `https://${encodeURIComponent(settings.text('resourceName') ?? '')}.openai.azure.com/openai/v1/models`,
      headers: keyHeader('api-key', settings),
    }),
  },
  {
    id: 'mistral',
    title: 'Mistral',
    strength: 'Writes, speaks and listens, from Europe.',
    package: '@ai-sdk/mistral',
    version: '4.0.87',
    factory: 'createMistral',
    environment: ['MISTRAL_API_KEY'],
    keyPage: 'https://console.mistral.ai/api-keys',
    terms: 'https://mistral.ai/terms',
    models: {
      language: [
        ['mistral-medium-latest', 'Mistral Medium'],
        ['mistral-large-latest', 'Mistral Large'],
        ['mistral-small-latest', 'Mistral Small'],
      ],
      transcription: [['voxtral-mini-transcribe-latest', 'Voxtral Mini Transcribe']],
    },
    check: (settings) => ({ url: 'https://api.mistral.ai/v1/models', headers: bearer(settings) }),
  },
  {
    id: 'xai',
    title: 'xAI',
    strength: 'Writes, draws and makes videos.',
    package: '@ai-sdk/xai',
    version: '5.0.12',
    factory: 'createXai',
    environment: ['XAI_API_KEY'],
    keyPage: 'https://console.x.ai',
    terms: 'https://x.ai/legal/terms-of-service-enterprise',
    models: {
      language: [
        ['grok-4.20-non-reasoning', 'Grok 4.20'],
        ['grok-4.7', 'Grok 4.7'],
      ],
      image: [['grok-imagine-image', 'Grok Imagine']],
      clip: [['grok-imagine-video', 'Grok Imagine Video']],
    },
    pictureSizes: 'ratio',
    check: (settings) => ({ url: 'https://api.x.ai/v1/models', headers: bearer(settings) }),
  },
  {
    id: 'togetherai',
    title: 'Together AI',
    strength: 'Open models for words and pictures.',
    package: '@ai-sdk/togetherai',
    version: '3.0.54',
    factory: 'createTogetherAI',
    environment: ['TOGETHER_API_KEY', 'TOGETHER_AI_API_KEY'],
    keyPage: 'https://api.together.ai/settings/api-keys',
    terms: 'https://www.together.ai/terms-of-service',
    models: {
      language: [
        ['meta-llama/Llama-3.3-70B-Instruct-Turbo', 'Llama 3.3 70B'],
        ['Qwen/Qwen2.5-7B-Instruct-Turbo', 'Qwen 2.5 7B'],
      ],
      image: [
        ['black-forest-labs/FLUX.1-schnell', 'FLUX.1 schnell'],
        ['black-forest-labs/FLUX.1.1-pro', 'FLUX 1.1 pro'],
      ],
    },
    check: (settings) => ({ url: 'https://api.together.xyz/v1/models', headers: bearer(settings) }),
  },
  {
    id: 'fireworks',
    title: 'Fireworks',
    strength: 'Open models for words and pictures.',
    package: '@ai-sdk/fireworks',
    version: '3.0.62',
    factory: 'createFireworks',
    environment: ['FIREWORKS_API_KEY'],
    keyPage: 'https://app.fireworks.ai/settings/users/api-keys',
    terms: 'https://fireworks.ai/terms-of-service',
    models: {
      language: [['accounts/fireworks/models/llama-v3p3-70b-instruct', 'Llama 3.3 70B']],
      image: [['accounts/fireworks/models/flux-1-schnell-fp8', 'FLUX.1 schnell']],
    },
    pictureSizes: 'ratio',
    check: (settings) => ({ url: 'https://api.fireworks.ai/inference/v1/models', headers: bearer(settings) }),
  },
  {
    id: 'deepinfra',
    title: 'DeepInfra',
    strength: 'Open models for words and pictures.',
    package: '@ai-sdk/deepinfra',
    version: '3.0.57',
    factory: 'createDeepInfra',
    environment: ['DEEPINFRA_API_KEY'],
    keyPage: 'https://deepinfra.com/dash/api_keys',
    terms: 'https://deepinfra.com/terms',
    models: {
      language: [['meta-llama/Llama-3.3-70B-Instruct-Turbo', 'Llama 3.3 70B']],
      image: [['black-forest-labs/FLUX-1-schnell', 'FLUX.1 schnell']],
    },
  },
];
