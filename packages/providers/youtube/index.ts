import { KinoraError } from '@kinora/capabilities';
import type { Provider, ProviderDefinition } from '@kinora/capabilities';
import { readSettings } from '@kinora/capabilities/remote';
import type { GoogleOptions } from './client.ts';
import { createYoutubeDestination } from './destination.ts';

const fields = [
  {
    name: 'clientId',
    label: 'Client ID',
    help: 'Of an OAuth client of your own, of the kind “Desktop app”: console.cloud.google.com → APIs & Services → Credentials.',
    kind: 'text',
    placeholder: '1234567890-abc.apps.googleusercontent.com',
    isRequired: true,
  },
  {
    name: 'clientSecret',
    label: 'Client secret',
    help: 'Stands beside the client ID.',
    kind: 'secret',
  },
  {
    name: 'refreshToken',
    label: 'Sign-in',
    help: 'Filled in when you sign in to YouTube from a lesson.',
    kind: 'secret',
  },
  {
    name: 'baseUrl',
    label: 'Address',
    help: 'Only for a proxy of your own that passes on to Google.',
    kind: 'url',
  },
] as const satisfies ProviderDefinition['fields'];

/** Field that keeps the sign-in. */
export const signInField = 'refreshToken';

/** YouTube: lessons' videos on one's own channel. */
export const youtube: ProviderDefinition = {
  id: 'youtube',
  title: 'YouTube',
  summary: 'Uploads a lesson’s videos to your channel, with thumbnail, captions and playlist.',
  kind: 'remote',
  capabilities: [],
  fields,
  packages: { '@googleapis/youtube': '39.0.0' },
  publishes:
    'When you upload a video: the video, its title, description, tags, thumbnail and captions. Private unless you say otherwise, and nothing by itself.',
  terms: 'https://www.youtube.com/t/terms',
  create: (stored, services) => createYoutubeProvider(stored, services),
};

/** Makes the provider. @param tuning For tests: less patience, smaller parts. */
export function createYoutubeProvider(
  stored: Parameters<ProviderDefinition['create']>[0],
  services: GoogleOptions['services'],
  tuning: Pick<GoogleOptions, 'backoffMs' | 'tries'> & { part?: number } = {},
): Provider {
  const settings = readSettings(fields, stored);
  const destination = createYoutubeDestination({
    clientId: settings.text('clientId') ?? '',
    clientSecret: settings.text('clientSecret'),
    refreshToken: settings.text(signInField),
    baseUrl: settings.url('baseUrl'),
    services,
    ...tuning,
  });
  return {
    offers: async () => [],
    model(capability, modelId) {
      throw new KinoraError('request.invalid', `YouTube has no ${capability} model “${modelId}”.`);
    },
    async check({ signal = new AbortController().signal } = {}) {
      const { title } = await destination.channel({ signal });
      return { message: `Signed in to the channel “${title}”.` };
    },
    video: () => destination,
    async [Symbol.asyncDispose]() {},
  };
}
