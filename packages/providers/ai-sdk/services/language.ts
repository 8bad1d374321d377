import { bearer, keyHeader } from '../service.ts';
import type { AiSdkService } from '../service.ts';

/** Services that write. */
export const languageServices: readonly AiSdkService[] = [
  {
    id: 'anthropic',
    title: 'Anthropic Claude',
    strength: 'Writes warmly and with care.',
    package: '@ai-sdk/anthropic',
    version: '4.0.105',
    factory: 'createAnthropic',
    environment: ['ANTHROPIC_API_KEY'],
    keyPage: 'https://console.anthropic.com/settings/keys',
    terms: 'https://www.anthropic.com/legal/commercial-terms',
    models: {
      language: [
        ['claude-sonnet-5', 'Claude Sonnet 5'],
        ['claude-haiku-4-5', 'Claude Haiku 4.5'],
        ['claude-opus-5', 'Claude Opus 5'],
      ],
    },
    check: (settings) => ({
      url: 'https://api.anthropic.com/v1/models?limit=1',
      headers: { ...keyHeader('x-api-key', settings), 'anthropic-version': '2023-06-01' },
    }),
  },
  {
    id: 'groq',
    title: 'Groq',
    strength: 'Open models, very fast; listens too.',
    package: '@ai-sdk/groq',
    version: '4.0.84',
    factory: 'createGroq',
    environment: ['GROQ_API_KEY'],
    keyPage: 'https://console.groq.com/keys',
    terms: 'https://groq.com/terms-of-use',
    models: {
      language: [
        ['llama-3.3-70b-versatile', 'Llama 3.3 70B'],
        ['openai/gpt-oss-120b', 'gpt-oss 120B'],
        ['llama-3.1-8b-instant', 'Llama 3.1 8B'],
      ],
      transcription: [
        ['whisper-large-v3-turbo', 'Whisper large v3 turbo'],
        ['whisper-large-v3', 'Whisper large v3'],
      ],
    },
    check: (settings) => ({ url: 'https://api.groq.com/openai/v1/models', headers: bearer(settings) }),
  },
  {
    id: 'cohere',
    title: 'Cohere',
    strength: 'Writes in many languages.',
    package: '@ai-sdk/cohere',
    version: '4.0.52',
    factory: 'createCohere',
    environment: ['COHERE_API_KEY', 'CO_API_KEY'],
    keyPage: 'https://dashboard.cohere.com/api-keys',
    terms: 'https://cohere.com/terms-of-use',
    models: {
      language: [
        ['command-a-03-2025', 'Command A'],
        ['command-r7b-12-2024', 'Command R7B'],
      ],
    },
    check: (settings) => ({ url: 'https://api.cohere.com/v1/models?page_size=1', headers: bearer(settings) }),
  },
  {
    id: 'deepseek',
    title: 'DeepSeek',
    strength: 'Writes at low cost.',
    package: '@ai-sdk/deepseek',
    version: '3.0.56',
    factory: 'createDeepSeek',
    environment: ['DEEPSEEK_API_KEY'],
    keyPage: 'https://platform.deepseek.com/api_keys',
    terms: 'https://cdn.deepseek.com/policies/en-US/deepseek-open-platform-terms-of-service.html',
    models: {
      language: [
        ['deepseek-v4-flash', 'DeepSeek V4 Flash'],
        ['deepseek-v4-pro', 'DeepSeek V4 Pro'],
      ],
    },
    check: (settings) => ({ url: 'https://api.deepseek.com/models', headers: bearer(settings) }),
  },
  {
    id: 'cerebras',
    title: 'Cerebras',
    strength: 'Open models, very fast.',
    package: '@ai-sdk/cerebras',
    version: '3.0.59',
    factory: 'createCerebras',
    environment: ['CEREBRAS_API_KEY'],
    keyPage: 'https://cloud.cerebras.ai',
    terms: 'https://www.cerebras.ai/terms-of-service',
    models: {
      language: [
        ['gpt-oss-120b', 'gpt-oss 120B'],
        ['gemma-4-31b', 'Gemma 4 31B'],
      ],
    },
    check: (settings) => ({ url: 'https://api.cerebras.ai/v1/models', headers: bearer(settings) }),
  },
];
