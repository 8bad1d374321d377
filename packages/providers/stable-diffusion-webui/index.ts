import { KinoraError } from '@kinora/capabilities';
import type { CapabilityName, ModelOf, OfferedModel, ProviderDefinition, SettingField } from '@kinora/capabilities';
import { askJson, readSettings } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { z } from 'zod';
import { createWebuiImage, loadedModel } from './image.ts';

const fields: readonly SettingField[] = [
  {
    name: 'baseUrl',
    label: 'Address',
    help: 'Where the server listens: http://127.0.0.1:7860 for AUTOMATIC1111, Forge and SD.Next (started with --api), http://127.0.0.1:1234 for sd-server.',
    kind: 'url',
    isRequired: true,
    default: 'http://127.0.0.1:7860',
    environment: ['KINORA_STABLE_DIFFUSION_URL'],
  },
  {
    name: 'login',
    label: 'Name and password',
    help: 'As name:password, if the server was started with --api-auth.',
    kind: 'secret',
    environment: ['KINORA_STABLE_DIFFUSION_LOGIN'],
  },
  {
    name: 'side',
    label: 'Pictures are drawn at',
    help: 'Side in pixels of the square the model was trained on; the picture is then scaled. 512 for Stable Diffusion 1.5, 1024 for SDXL.',
    kind: 'number',
    default: 512,
  },
  { name: 'steps', label: 'Steps', help: 'Empty: as the server is set.', kind: 'number', placeholder: '20' },
  {
    name: 'guidance',
    label: 'Guidance (CFG)',
    help: 'How closely the words are followed; 1 for turbo and lightning models. Empty: as the server is set.',
    kind: 'number',
    placeholder: '7',
  },
  {
    name: 'sampler',
    label: 'Sampler',
    help: 'As the server calls it. Empty: its own.',
    kind: 'text',
    placeholder: 'DPM++ 2M',
  },
  {
    name: 'negativePrompt',
    label: 'Never drawn',
    help: 'What should not be seen in any picture.',
    kind: 'text',
    default: 'text, watermark, blurry, deformed, extra limbs, scary, gore, nudity',
  },
];

const models = z.array(z.object({ title: z.string(), model_name: z.string().nullish(), hash: z.string().nullish() }));

/** Stable Diffusion servers with AUTOMATIC1111's interface: its own, Forge, SD.Next and stable-diffusion.cpp's sd-server. */
export const stableDiffusionWebui: ProviderDefinition = {
  id: 'stable-diffusion-webui',
  title: 'Stable Diffusion web UI',
  summary: 'Pictures by AUTOMATIC1111, Forge, SD.Next or sd-server on your machine, with your own checkpoints.',
  kind: 'remote',
  capabilities: ['image'],
  fields,
  leaves: {
    image:
      'The description of each picture, and in a music video a picture of a character, to the server at this address.',
  },
  isRepeatable: true,
  create(stored, services) {
    const settings = readSettings(fields, stored);
    const baseUrl = settings.url('baseUrl') ?? '';
    const login = settings.text('login');
    const side = settings.number('side') ?? 512;
    if (side < 64 || side > 2048) {
      throw new KinoraError('request.invalid', 'Pictures are drawn at 64 to 2048 pixels.', { data: { field: 'side' } });
    }
    const service: RemoteService = {
      name: `the Stable Diffusion server at ${new URL(baseUrl).host}`,
      baseUrl,
      fetch: services.fetch,
      headers: login === undefined ? {} : { authorization: `Basic ${Buffer.from(login).toString('base64')}` },
      secrets: settings.secrets.flatMap((secret) => [secret, Buffer.from(secret).toString('base64')]),
      keyAdvice: 'Enter the name and password of its --api-auth in the settings (the key is name:password).',
      reachAdvice: 'Start it with --api, or correct its address in the settings.',
    };
    const list = async (signal: AbortSignal | undefined) =>
      await askJson(service, '/sdapi/v1/sd-models', models, { signal }).catch((error: unknown) => {
        if (!(error instanceof KinoraError) || !error.message.includes('HTTP 404')) throw error;
        const advice = 'Start it with --api.';
        throw new KinoraError('provider.unavailable', `${service.name} doesn't offer its interface. ${advice}`);
      });
    return {
      async offers({ signal } = {}) {
        const known = await list(signal);
        const first: OfferedModel = {
          capability: 'image',
          modelId: loadedModel,
          title: 'The checkpoint that is loaded',
          device: 'remote',
        };
        const others = known.map(({ title, model_name: name, hash }): OfferedModel => ({
          capability: 'image',
          modelId: title,
          title: name ?? title,
          device: 'remote',
          ...(hash && { revision: hash }),
        }));
        return [first, ...others];
      },
      model<Name extends CapabilityName>(capability: Name, modelId: string): ModelOf[Name] {
        if (capability !== 'image' || modelId === '') {
          throw new KinoraError(
            'request.invalid',
            `A Stable Diffusion server has no ${capability} model “${modelId}”.`,
          );
        }
        return createWebuiImage({
          service,
          modelId,
          side,
          steps: settings.number('steps'),
          guidance: settings.number('guidance'),
          sampler: settings.text('sampler'),
          negativePrompt: settings.text('negativePrompt'),
        }) as ModelOf[Name];
      },
      async check({ signal } = {}) {
        const known = await list(signal);
        const sampler = settings.text('sampler');
        if (sampler !== undefined) {
          const samplers = await askJson(service, '/sdapi/v1/samplers', z.array(z.object({ name: z.string() })), {
            signal,
          });
          if (!samplers.some(({ name }) => name === sampler)) {
            const names = samplers.map(({ name }) => name).join(', ');
            const message = `The server has no sampler “${sampler}”. Choose one of: ${names}.`;
            throw new KinoraError('request.invalid', message, { data: { field: 'sampler' } });
          }
        }
        const few = known.slice(0, 3).map(({ model_name: name, title }) => name ?? title);
        const count = known.length === 1 ? '1 checkpoint' : `${known.length} checkpoints`;
        return { message: `It answers and has ${count}${few.length > 0 ? `: ${few.join(', ')}` : ''}.` };
      },
      async [Symbol.asyncDispose]() {},
    };
  },
};

export type { PictureOptions, PictureProgress } from './options.ts';
