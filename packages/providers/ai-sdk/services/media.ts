import { z } from 'zod';
import { bearer, keyHeader } from '../service.ts';
import type { AiSdkService, ServiceVoice } from '../service.ts';

const english = (names: string): ServiceVoice[] =>
  names.split(' ').map((name) => ({ id: name, name: name[0]!.toUpperCase() + name.slice(1), language: 'en' }));

const elevenlabsVoices = z.object({
  voices: z.array(
    z.object({ voice_id: z.string(), name: z.string(), labels: z.record(z.string(), z.string()).nullish() }),
  ),
});

/** Services that draw, speak or listen. */
export const mediaServices: readonly AiSdkService[] = [
  {
    id: 'elevenlabs',
    title: 'ElevenLabs',
    strength: 'Lively voices in many languages; listens too.',
    package: '@ai-sdk/elevenlabs',
    version: '3.0.46',
    factory: 'createElevenLabs',
    environment: ['ELEVENLABS_API_KEY'],
    keyPage: 'https://elevenlabs.io/app/settings/api-keys',
    terms: 'https://elevenlabs.io/terms-of-use',
    models: {
      speech: [
        ['eleven_multilingual_v2', 'Eleven Multilingual v2'],
        ['eleven_v3', 'Eleven v3'],
        ['eleven_flash_v2_5', 'Eleven Flash v2.5'],
      ],
      transcription: [
        ['scribe_v2', 'Scribe v2'],
        ['scribe_v1', 'Scribe v1'],
      ],
    },
    voices: {
      format: 'mp3',
      standard: '21m00Tcm4TlvDq8ikWAM',
      known: [{ id: '21m00Tcm4TlvDq8ikWAM', name: 'Rachel', language: 'mul' }],
      list: {
        url: 'https://api.elevenlabs.io/v1/voices',
        read: (answer) =>
          elevenlabsVoices.parse(answer).voices.map(({ voice_id: id, name, labels }) => ({
            id,
            name: labels?.['accent'] ? `${name} (${labels['accent']})` : name,
            language: 'mul',
          })),
      },
    },
    check: (settings) => ({ url: 'https://api.elevenlabs.io/v1/models', headers: keyHeader('xi-api-key', settings) }),
  },
  {
    id: 'deepgram',
    title: 'Deepgram',
    strength: 'Listens fast and times every word; speaks.',
    package: '@ai-sdk/deepgram',
    version: '3.1.16',
    factory: 'createDeepgram',
    environment: ['DEEPGRAM_API_KEY'],
    keyPage: 'https://console.deepgram.com',
    terms: 'https://deepgram.com/terms',
    models: {
      transcription: [
        ['nova-3', 'Nova 3'],
        ['nova-2', 'Nova 2'],
      ],
      speech: [['aura-2', 'Aura 2']],
    },
    voices: {
      format: 'mp3',
      standard: 'thalia',
      known: english('thalia andromeda apollo arcas aries helena'),
      isToldLanguage: true,
    },
    check: (settings) => ({
      url: 'https://api.deepgram.com/v1/projects',
      headers: { authorization: `Token ${settings.text('apiKey') ?? ''}` },
    }),
  },
  {
    id: 'hume',
    title: 'Hume',
    strength: 'Expressive voices.',
    package: '@ai-sdk/hume',
    version: '3.0.40',
    factory: 'createHume',
    environment: ['HUME_API_KEY'],
    keyPage: 'https://platform.hume.ai/settings/keys',
    terms: 'https://www.hume.ai/terms-of-use',
    models: { speech: [['octave', 'Octave']] },
    voices: {
      format: 'wav',
      standard: 'd8ab67c6-953d-4bd8-9370-8fa53a0f1453',
      known: [{ id: 'd8ab67c6-953d-4bd8-9370-8fa53a0f1453', name: 'Hume’s narrator', language: 'en' }],
    },
    check: (settings) => ({
      url: 'https://api.hume.ai/v0/tts/voices?provider=HUME_AI&page_size=1',
      headers: keyHeader('x-hume-api-key', settings),
    }),
  },
  {
    id: 'lmnt',
    title: 'LMNT',
    strength: 'Quick voices.',
    package: '@ai-sdk/lmnt',
    version: '3.0.36',
    factory: 'createLMNT',
    environment: ['LMNT_API_KEY'],
    keyPage: 'https://app.lmnt.com/account',
    terms: 'https://www.lmnt.com/terms',
    models: {
      speech: [
        ['blizzard', 'Blizzard'],
        ['aurora', 'Aurora'],
      ],
    },
    voices: { format: 'wav', standard: 'ava', known: english('ava'), isToldLanguage: true },
    check: (settings) => ({ url: 'https://api.lmnt.com/v1/account', headers: keyHeader('x-api-key', settings) }),
  },
  {
    id: 'assemblyai',
    title: 'AssemblyAI',
    strength: 'Listens and times every word.',
    package: '@ai-sdk/assemblyai',
    version: '3.0.40',
    factory: 'createAssemblyAI',
    environment: ['ASSEMBLYAI_API_KEY'],
    keyPage: 'https://www.assemblyai.com/app/api-keys',
    terms: 'https://www.assemblyai.com/legal/terms-of-service',
    models: {
      transcription: [
        ['universal-3-pro', 'Universal 3 Pro'],
        ['universal-2', 'Universal 2'],
      ],
    },
    check: (settings) => ({
      url: 'https://api.assemblyai.com/v2/transcript?limit=1',
      headers: keyHeader('authorization', settings),
    }),
  },
  {
    id: 'gladia',
    title: 'Gladia',
    strength: 'Listens in a hundred languages.',
    package: '@ai-sdk/gladia',
    version: '3.0.40',
    factory: 'createGladia',
    environment: ['GLADIA_API_KEY'],
    keyPage: 'https://app.gladia.io',
    terms: 'https://www.gladia.io/terms-of-use',
    models: { transcription: [['default', 'Gladia']] },
    check: (settings) => ({
      url: 'https://api.gladia.io/v2/pre-recorded?limit=1',
      headers: keyHeader('x-gladia-key', settings),
    }),
  },
  {
    id: 'revai',
    title: 'Rev.ai',
    strength: 'Listens to English.',
    package: '@ai-sdk/revai',
    version: '3.0.40',
    factory: 'createRevai',
    environment: ['REVAI_API_KEY'],
    keyPage: 'https://www.rev.ai/access-token',
    terms: 'https://www.rev.com/about/terms',
    models: {
      transcription: [
        ['machine', 'Machine'],
        ['low_cost', 'Low cost'],
      ],
    },
    check: (settings) => ({ url: 'https://api.rev.ai/speechtotext/v1/account', headers: bearer(settings) }),
  },
  {
    id: 'fal',
    title: 'fal',
    strength: 'Many picture and video models, fast.',
    package: '@ai-sdk/fal',
    version: '3.0.41',
    factory: 'createFal',
    environment: ['FAL_API_KEY', 'FAL_KEY'],
    keyPage: 'https://fal.ai/dashboard/keys',
    terms: 'https://fal.ai/legal/terms-of-service',
    models: {
      image: [
        ['fal-ai/flux/schnell', 'FLUX.1 schnell'],
        ['fal-ai/flux/dev', 'FLUX.1 dev'],
        ['fal-ai/qwen-image', 'Qwen Image'],
        ['fal-ai/recraft/v3/text-to-image', 'Recraft v3'],
      ],
      transcription: [
        ['wizper', 'Wizper (Whisper v3)'],
        ['whisper', 'Whisper'],
      ],
      clip: [
        ['minimax/video-01/image-to-video', 'MiniMax Video 01'],
        ['luma-dream-machine/ray-2-flash/image-to-video', 'Luma Ray 2 Flash'],
      ],
    },
  },
  {
    id: 'replicate',
    title: 'Replicate',
    strength: 'Many picture models.',
    package: '@ai-sdk/replicate',
    version: '3.0.46',
    factory: 'createReplicate',
    environment: ['REPLICATE_API_TOKEN'],
    keyPage: 'https://replicate.com/account/api-tokens',
    terms: 'https://replicate.com/terms',
    models: {
      image: [
        ['black-forest-labs/flux-schnell', 'FLUX.1 schnell'],
        ['black-forest-labs/flux-dev', 'FLUX.1 dev'],
        ['stability-ai/stable-diffusion-3.5-large', 'Stable Diffusion 3.5 large'],
      ],
    },
    pictureSizes: 'ratio',
    options: (settings) => ({ apiToken: settings.text('apiKey') }),
    check: (settings) => ({ url: 'https://api.replicate.com/v1/account', headers: bearer(settings) }),
  },
  {
    id: 'luma',
    title: 'Luma',
    strength: 'Draws.',
    package: '@ai-sdk/luma',
    version: '3.0.41',
    factory: 'createLuma',
    environment: ['LUMA_API_KEY'],
    keyPage: 'https://lumalabs.ai/dream-machine/api/keys',
    terms: 'https://lumalabs.ai/legal/tos',
    models: {
      image: [
        ['photon-flash-1', 'Photon Flash'],
        ['photon-1', 'Photon'],
      ],
    },
    pictureSizes: 'ratio',
    check: (settings) => ({ url: 'https://api.lumalabs.ai/dream-machine/v1/credits', headers: bearer(settings) }),
  },
  {
    id: 'black-forest-labs',
    title: 'Black Forest Labs',
    strength: 'FLUX from its makers.',
    package: '@ai-sdk/black-forest-labs',
    version: '2.0.41',
    factory: 'createBlackForestLabs',
    environment: ['BFL_API_KEY'],
    keyPage: 'https://dashboard.bfl.ai',
    terms: 'https://bfl.ai/legal/terms-of-service',
    models: {
      image: [
        ['flux-pro-1.1', 'FLUX 1.1 pro'],
        ['flux-pro-1.1-ultra', 'FLUX 1.1 pro ultra'],
        ['flux-kontext-pro', 'FLUX.1 Kontext pro'],
      ],
      clip: [['flux-3-video', 'FLUX 3 Video']],
    },
    pictureSizes: 'ratio',
    check: (settings) => ({ url: 'https://api.bfl.ai/v1/credits', headers: keyHeader('x-key', settings) }),
  },
];
