import { KinoraError } from '@kinora/capabilities';
import type { Provider, ProviderDefinition } from '@kinora/capabilities';
import { readSettings } from '@kinora/capabilities/remote';
import type { NotionOptions } from './client.ts';
import { openNotion } from './client.ts';
import { findTable, readPageId } from './database.ts';
import { createNotionDestination } from './destination.ts';

const fields = [
  {
    name: 'token',
    label: 'Integration secret',
    help: 'Make an internal integration at notion.so/my-integrations and copy its secret.',
    kind: 'secret',
    isRequired: true,
    environment: ['KINORA_NOTION_TOKEN', 'NOTION_TOKEN', 'NOTION_API_KEY'],
  },
  {
    name: 'page',
    label: 'Page',
    help: 'Address of the page that the database is kept below. On that page, choose ••• → Connections and add the integration.',
    kind: 'text',
    placeholder: 'https://www.notion.so/Vocabulary-0123456789abcdef0123456789abcdef',
    isRequired: true,
  },
  {
    name: 'title',
    label: 'Name of the database',
    help: 'Used when it is made. It may be renamed in Notion later.',
    kind: 'text',
    default: 'Kinora vocabulary',
  },
  {
    name: 'baseUrl',
    label: 'Address',
    help: 'Only for a proxy of your own that passes on to Notion.',
    kind: 'url',
    default: 'https://api.notion.com',
  },
] as const satisfies ProviderDefinition['fields'];

/** Notion: vocabulary as the rows of a database. */
export const notion: ProviderDefinition = {
  id: 'notion',
  title: 'Notion',
  summary: 'Keeps a lesson’s vocabulary in a database of your Notion workspace.',
  kind: 'remote',
  capabilities: [],
  fields,
  packages: { '@notionhq/client': '5.26.0' },
  publishes:
    'When you send a lesson: its items with translation, example sentence, tags, difficulty, and the link to the moment. Nothing else, and nothing by itself.',
  terms: 'https://www.notion.com/trust',
  create: (stored, services) => createNotionProvider(stored, services),
};

/** Makes the provider. @param tuning For tests: another pace. */
export function createNotionProvider(
  stored: Parameters<ProviderDefinition['create']>[0],
  services: NotionOptions['services'],
  tuning: Pick<NotionOptions, 'perSecond' | 'backoffMs' | 'tries'> = {},
): Provider {
  const settings = readSettings(fields, stored);
  const place = { page: readPageId(settings.text('page') ?? ''), title: settings.text('title') ?? '' };
  const options: NotionOptions = {
    token: settings.text('token') ?? '',
    baseUrl: settings.url('baseUrl') ?? '',
    services,
    ...tuning,
  };
  return {
    offers: async () => [],
    model(capability, modelId) {
      throw new KinoraError('request.invalid', `Notion has no ${capability} model “${modelId}”.`);
    },
    async check({ signal = new AbortController().signal } = {}) {
      const asked = await openNotion({ ...options, tries: 2 }, signal);
      const table = await findTable(asked, place);
      return {
        message:
          table === null
            ? `Notion shows the page to Kinora. “${place.title}” will be made below it.`
            : `Notion shows “${table.title}” to Kinora.`,
      };
    },
    vocabulary: () => createNotionDestination(options, place),
    async [Symbol.asyncDispose]() {},
  };
}
