import { KinoraError } from '@kinora/capabilities';
import type { CapabilityName, ModelOf, Provider, ProviderDefinition } from '@kinora/capabilities';
import { parseAnswer, readSettings } from '@kinora/capabilities/remote';
import { z } from 'zod';
import { describeService, endpointFields } from './client.ts';
import { createModerator, openSafetyClient, safetyVersion } from './moderation.ts';

const fields = [
  ...endpointFields({
    placeholder: 'https://my-safety.cognitiveservices.azure.com',
    endpointNames: ['KINORA_AZURE_SAFETY_ENDPOINT', 'AZURE_CONTENT_SAFETY_ENDPOINT', 'CONTENT_SAFETY_ENDPOINT'],
    keyNames: ['KINORA_AZURE_SAFETY_KEY', 'AZURE_CONTENT_SAFETY_KEY', 'CONTENT_SAFETY_KEY'],
  }),
  {
    name: 'blocklists',
    label: 'Block lists',
    help: 'Names of lists that you made in Content Safety Studio, with commas between them. What they match is blocked.',
    kind: 'text',
    placeholder: 'family-words',
    environment: ['KINORA_AZURE_SAFETY_BLOCKLISTS'],
  },
] as const satisfies ProviderDefinition['fields'];

/** Azure AI Content Safety: a guard for texts and pictures. */
export const azureContentSafety: ProviderDefinition = {
  id: 'azure-content-safety',
  title: 'Azure AI Content Safety',
  summary: 'Judges texts and pictures for hate, sexual content, violence and self-harm, besides the built-in guard.',
  kind: 'remote',
  capabilities: ['moderation'],
  fields,
  packages: { '@azure-rest/ai-content-safety': '1.0.1' },
  leaves: { moderation: 'Every wish, profile word, page, picture prompt, alt text and picture, to be judged.' },
  terms: 'https://learn.microsoft.com/azure/ai-foundry/responsible-ai/content-safety/data-privacy',
  create(stored, services) {
    const settings = readSettings(fields, stored);
    const key = settings.text('key') ?? '';
    const blocklists = (settings.text('blocklists') ?? '').split(',').flatMap((name) => name.trim() || []);
    const service = describeService({
      name: 'Azure AI Content Safety',
      endpoint: settings.url('endpoint') ?? '',
      key,
      fetch: services.fetch,
    });
    return {
      async offers() {
        const title = 'Azure AI Content Safety';
        return [
          { capability: 'moderation', modelId: 'content-safety', title, device: 'remote', revision: safetyVersion },
        ];
      },
      model<Name extends CapabilityName>(capability: Name, modelId: string): ModelOf[Name] {
        if (capability !== 'moderation' || modelId !== 'content-safety') {
          throw new KinoraError('request.invalid', `Azure AI Content Safety has no ${capability} model “${modelId}”.`);
        }
        return createModerator({ service, key, blocklists, services }) as ModelOf[Name];
      },
      // Listing the block lists costs nothing, unlike an analysis.
      async check({ signal } = {}) {
        const client = await openSafetyClient({ service, key, services })();
        const { body } = await client.path('/text/blocklists').get({ ...(signal && { abortSignal: signal }) });
        const list = z.object({ value: z.array(z.object({ blocklistName: z.string() })) });
        const names = parseAnswer(service, JSON.stringify(body), list).value.map(({ blocklistName }) => blocklistName);
        const missing = blocklists.filter((name) => !names.includes(name));
        if (missing.length > 0) {
          throw new KinoraError(
            'request.invalid',
            `The resource has no block list ${missing.join(', ')}; make it in Content Safety Studio or take it out here.`,
            { data: { field: 'blocklists' } },
          );
        }
        return { message: 'Azure AI Content Safety answers and accepts the key.' };
      },
      async [Symbol.asyncDispose]() {},
    } satisfies Provider;
  },
};
