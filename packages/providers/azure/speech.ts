import { KinoraError } from '@kinora/capabilities';
import type { CapabilityName, ModelOf, OfferedModel, Provider, ProviderDefinition } from '@kinora/capabilities';
import { readSettings } from '@kinora/capabilities/remote';
import { describeService } from './client.ts';
import { createTranscription, transcriptionVersion } from './transcription.ts';
import { createVoice } from './voice.ts';
import { localeOf, rememberVoices } from './voices.ts';

const fields = [
  {
    name: 'key',
    label: 'Key',
    help: 'KEY 1 or KEY 2 from the page “Keys and Endpoint” of your Speech resource in the Azure portal.',
    kind: 'secret',
    isRequired: true,
    environment: ['KINORA_AZURE_SPEECH_KEY', 'AZURE_SPEECH_KEY', 'SPEECH_KEY'],
  },
  {
    name: 'region',
    label: 'Region',
    help: '“Location/Region” of the same page. Not needed with an endpoint.',
    kind: 'text',
    placeholder: 'westeurope',
    environment: ['KINORA_AZURE_SPEECH_REGION', 'AZURE_SPEECH_REGION', 'SPEECH_REGION'],
  },
  {
    name: 'endpoint',
    label: 'Endpoint',
    help: 'Only for a resource with a domain of its own.',
    kind: 'url',
    placeholder: 'https://my-speech.cognitiveservices.azure.com',
    environment: ['KINORA_AZURE_SPEECH_ENDPOINT', 'AZURE_SPEECH_ENDPOINT', 'SPEECH_ENDPOINT'],
  },
  {
    name: 'voiceEnglish',
    label: 'English voice',
    help: 'Reads when none is chosen.',
    kind: 'text',
    default: 'en-US-AvaNeural',
    environment: ['KINORA_AZURE_SPEECH_VOICE_EN'],
  },
  {
    name: 'voiceJapanese',
    label: 'Japanese voice',
    help: 'Reads when none is chosen.',
    kind: 'text',
    default: 'ja-JP-NanamiNeural',
    environment: ['KINORA_AZURE_SPEECH_VOICE_JA'],
  },
  {
    name: 'locales',
    label: 'Languages it listens for',
    help: 'With commas between them. With several it finds out which is spoken.',
    kind: 'text',
    default: 'en-US, ja-JP',
    environment: ['KINORA_AZURE_SPEECH_LOCALES'],
  },
] as const satisfies ProviderDefinition['fields'];

/**
 * Azure Speech: neural voices and fast transcription, both by REST. Microsoft's own client for JavaScript would time the
 * spoken words, but it opens sockets of its own, past the one outgoing client; so the words are aligned by the route.
 */
export const azureSpeech: ProviderDefinition = {
  id: 'azure-speech',
  title: 'Azure Speech',
  summary: 'Neural voices in many languages, and transcription with the times of words.',
  kind: 'remote',
  capabilities: ['speech', 'transcription'],
  fields,
  leaves: { speech: 'The words of the story.', transcription: 'The recording.' },
  terms:
    'https://learn.microsoft.com/azure/ai-foundry/responsible-ai/speech-service/text-to-speech/data-privacy-security',
  create(stored, services) {
    const settings = readSettings(fields, stored);
    const hosts = findHosts(settings.url('endpoint'), settings.text('region'));
    const common = { name: 'Azure Speech', key: settings.text('key') ?? '', fetch: services.fetch, sendsKey: true };
    const speaking = describeService({ ...common, endpoint: hosts.speaking });
    const listening = describeService({ ...common, endpoint: hosts.listening });
    const locales = (settings.text('locales') ?? '').split(',').flatMap((locale) => locale.trim() || []);
    const odd = locales.find((locale) => localeOf(locale) !== locale);
    if (odd !== undefined) {
      throw wrong('locales', `“${odd}” is no language with a region; write it like en-US or ja-JP.`);
    }
    const defaults = {
      en: settings.text('voiceEnglish') ?? 'en-US-AvaNeural',
      ja: settings.text('voiceJapanese') ?? 'ja-JP-NanamiNeural',
    };
    const voices = rememberVoices(speaking);
    return {
      async offers({ signal } = {}) {
        const own = (await voices(signal)).filter(({ locale }) => /^(?:en|ja)-/.test(locale));
        return [
          {
            capability: 'speech',
            modelId: 'neural',
            title: 'Azure neural voices',
            device: 'remote',
            voices: own.map(({ id, name, locale }) => ({
              id,
              name: `${name} (${locale})`,
              language: locale.slice(0, 2),
            })),
          },
          {
            capability: 'transcription',
            modelId: 'fast-transcription',
            title: 'Azure fast transcription',
            device: 'remote',
            revision: transcriptionVersion,
          },
        ] satisfies OfferedModel[];
      },
      model<Name extends CapabilityName>(capability: Name, modelId: string): ModelOf[Name] {
        if (capability === 'speech' && modelId === 'neural') {
          return createVoice({ service: speaking, voices, defaults }) as ModelOf[Name];
        }
        if (capability === 'transcription' && modelId === 'fast-transcription') {
          return createTranscription({ service: listening, locales }) as ModelOf[Name];
        }
        throw new KinoraError('request.invalid', `Azure Speech has no ${capability} model “${modelId}”.`);
      },
      // The list of voices is free of charge.
      async check({ signal } = {}) {
        const list = await rememberVoices(speaking)(signal);
        const missing = Object.values(defaults).filter((voice) => !list.some(({ id }) => id === voice));
        const note = missing.length === 0 ? '' : ` It does not have ${missing.join(' and ')}: choose another voice.`;
        return { message: `Azure Speech answers and has ${list.length} voices.${note}` };
      },
      async [Symbol.asyncDispose]() {},
    } satisfies Provider;
  },
};

/** Where voices and ears are, by region or by a resource's own domain. */
function findHosts(endpoint: string | undefined, region: string | undefined): { speaking: string; listening: string } {
  // The portal shows this as the endpoint of a resource without a domain; voices live elsewhere.
  const regional = /^https:\/\/([a-z0-9]+)\.api\.cognitive\.(microsoft\.com|azure\.cn|microsoft\.us|azure\.us)$/.exec(
    endpoint ?? '',
  );
  if (endpoint !== undefined && !regional) return { speaking: `${endpoint}/tts`, listening: endpoint };
  const place = regional?.[1] ?? region?.toLowerCase().replaceAll(' ', '');
  if (place === undefined) throw wrong('region', 'Region is missing; enter it, or the endpoint of the resource.');
  if (!/^[a-z0-9]{3,30}$/.test(place)) throw wrong('region', 'Region is one word of small letters, like westeurope.');
  const cloud = regional?.[2] ?? 'microsoft.com';
  const voiceCloud = cloud === 'microsoft.us' ? 'azure.us' : cloud;
  return {
    speaking: `https://${place}.tts.speech.${voiceCloud}`,
    listening: `https://${place}.api.cognitive.${cloud}`,
  };
}

function wrong(field: string, message: string): KinoraError {
  return new KinoraError('request.invalid', message, { data: { field } });
}
