import { KinoraError } from '@kinora/capabilities';
import type { CapabilityName, ModelOf, Provider, ProviderDefinition } from '@kinora/capabilities';
import { readSettings } from '@kinora/capabilities/remote';
import { createCanvas } from '@napi-rs/canvas';
import { describeService, endpointFields } from './client.ts';
import { createDescriber, openVision, visionVersion } from './description.ts';

const fields = [
  ...endpointFields({
    placeholder: 'https://my-vision.cognitiveservices.azure.com',
    endpointNames: ['KINORA_AZURE_VISION_ENDPOINT', 'AZURE_VISION_ENDPOINT', 'VISION_ENDPOINT'],
    keyNames: ['KINORA_AZURE_VISION_KEY', 'AZURE_VISION_KEY', 'VISION_KEY'],
  }),
  {
    name: 'detail',
    label: 'Ask for',
    help: 'Azure charges each picture once for every kind of answer.',
    kind: 'choice',
    default: 'all',
    choices: [
      { value: 'all', label: 'Caption, details, tags, objects and people (5 charges a picture)' },
      { value: 'caption', label: 'Caption and tags (2 charges a picture)' },
    ],
    environment: ['KINORA_AZURE_VISION_DETAIL'],
  },
] as const satisfies ProviderDefinition['fields'];

/** Azure AI Vision, Image Analysis 4.0: alternative text and tags of pictures. */
export const azureVision: ProviderDefinition = {
  id: 'azure-vision',
  title: 'Azure AI Vision',
  summary:
    'Describes pictures in English; in Japanese it knows tags only. Microsoft ends this service on 25 September 2028.',
  kind: 'remote',
  capabilities: ['description'],
  fields,
  packages: { '@azure-rest/ai-vision-image-analysis': '1.0.0-beta.3' },
  leaves: { description: 'Every picture that is described.' },
  terms:
    'https://learn.microsoft.com/azure/ai-foundry/responsible-ai/computer-vision/imageanalysis-data-privacy-security',
  create(stored, services) {
    const settings = readSettings(fields, stored);
    const key = settings.text('key') ?? '';
    const service = describeService({
      name: 'Azure AI Vision',
      endpoint: settings.url('endpoint') ?? '',
      key,
      fetch: services.fetch,
    });
    const isDetailed = settings.text('detail') === 'all';
    return {
      async offers() {
        return [
          {
            capability: 'description',
            modelId: 'image-analysis',
            title: 'Azure AI Vision',
            device: 'remote',
            revision: visionVersion,
            note: 'English; Japanese as tags. Ends on 2028-09-25.',
          },
        ];
      },
      model<Name extends CapabilityName>(capability: Name, modelId: string): ModelOf[Name] {
        if (capability !== 'description' || modelId !== 'image-analysis') {
          throw new KinoraError('request.invalid', `Azure AI Vision has no ${capability} model “${modelId}”.`);
        }
        return createDescriber({ service, key, services, isDetailed }) as ModelOf[Name];
      },
      // It has nothing to ask for free, so a small white picture is tagged: one charge.
      async check({ signal } = {}) {
        const canvas = createCanvas(64, 64);
        const context = canvas.getContext('2d');
        context.fillStyle = '#ffffff';
        context.fillRect(0, 0, 64, 64);
        const image = await canvas.encode('png');
        await openVision({ service, key, services })(image, { features: ['tags'], language: 'en', signal });
        return { message: 'Azure AI Vision answers and accepts the key.' };
      },
      async [Symbol.asyncDispose]() {},
    } satisfies Provider;
  },
};
