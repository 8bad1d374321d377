import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProviderDefinition, SettingField } from '@kinora/capabilities';
import { variablesOf } from '@kinora/platform/settings';
import { definitions } from '../apps/server/setup/definitions.ts';
import { root } from './root.ts';

/** One row of the table in `docs/configuration.md`. */
export type SettingRow = { owner: string; setting: string; variables: string[]; standard: string; meaning: string };

/** Variables that belong to no provider. */
const ownSettings: readonly [variable: string, standard: string, meaning: string][] = [
  ['KINORA_HOME', 'see [deployment](deployment.md)', 'The folder of the library, the models and the runtimes.'],
  ['KINORA_DATABASE_URL', 'the embedded one', 'Another PostgreSQL: `postgres://user:password@host:5432/database`.'],
  ['KINORA_DEBUG', '', 'Set to anything: unexpected errors on the command line come with their stack.'],
  ['KINORA_PROVIDERS', '', 'Kinds of services that are on without being stored, with commas between them.'],
  ['KINORA_PROVIDERS_FOR_CHILDREN', '', 'Those of them that may serve children’s stories: the second consent.'],
  [
    'KINORA_ROUTE_LANGUAGE',
    '',
    'Who writes, in order: `provider/model, provider/model`; `only:` in front: no fall-back.',
  ],
  ['KINORA_ROUTE_SPEECH', '', 'Who reads aloud, likewise.'],
  ['KINORA_ROUTE_TRANSCRIPTION', '', 'Who listens, likewise.'],
  ['KINORA_ROUTE_IMAGE', '', 'Who paints, likewise.'],
  ['KINORA_ROUTE_CLIP', '', 'Who makes pictures move, likewise.'],
  ['KINORA_ROUTE_MODERATION', '', 'Guards besides the built-in one; all of them are asked.'],
  ['KINORA_ROUTE_DESCRIPTION', '', 'Who describes pictures, likewise.'],
  ['KINORA_ROUTE_FRAME_STYLE', '', 'Who restyles the frames of a camera, likewise.'],
  [
    'KINORA_ALLOW_PRIVATE',
    '',
    'Hosts with a public name that may lead into your own network: `name` or `name:port`, with commas.',
  ],
  [
    'KINORA_VIEWERS_PORT',
    '',
    'A port for your network with the page to watch streams on, and nothing else, see [going live](going-live.md).',
  ],
  ['KINORA_RELAY_PORTS', '4860-4959', 'UDP ports of streams: `5000` or `5000-5099`.'],
  [
    'KINORA_RELAY_ENGINE',
    'auto',
    'What carries streams: `node-datachannel`, `werift`, or `auto`: the first, and the other where it can’t be loaded.',
  ],
  ['KINORA_ICE_SERVERS', '', 'STUN and TURN servers for streams: `stun:host:3478, turn:host:3478 user secret`.'],
  [
    'KINORA_RECORDINGS',
    '',
    'Folders whose recordings lessons may use where they are, with `:` between (on Windows `;`); none: files are uploaded.',
  ],
  ['KINORA_CATALOGUE', '', 'A JSON file with models of your own for the catalogue, see [models](models.md).'],
  ['KINORA_HUB_URL, HF_ENDPOINT', 'https://huggingface.co', 'Where models are fetched from: a mirror.'],
  ['HF_TOKEN', '', 'The token of your account at the hub, for models that ask for one.'],
  [
    'HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY',
    '',
    'Proxies for everything that leaves this machine, and who is asked without one.',
  ],
  ['KINORA_CHROMIUM', '', 'For developers: the browser of the tests.'],
  ['KINORA_DEV', '', 'For developers: set to 1 by `npm run dev`; the web app is built on the fly.'],
];

/** How many providers share a setting before it gets one row for all of them. */
const shared = 3;

/** Every setting there is: Kinora's own, then the providers' fields as their definitions have them, common ones last. */
export function listSettings(all: readonly ProviderDefinition[] = definitions): SettingRow[] {
  const own: SettingRow[] = ownSettings.map(([names, standard, meaning]) => ({
    owner: 'Kinora',
    setting: '',
    variables: names.split(', '),
    standard,
    meaning,
  }));
  const fields = all.flatMap((definition) => definition.fields.map((field) => ({ definition, field })));
  const groups = Map.groupBy(fields, ({ definition, field }) =>
    field.environment === undefined
      ? JSON.stringify([field.name, field.kind, field.help])
      : `${definition.id} ${field.name}`,
  );
  const single: SettingRow[] = [];
  const common: SettingRow[] = [];
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined || group.length < shared) {
      for (const { definition, field } of group)
        single.push(describe(definition.id, field, variablesOf(definition, field)));
      continue;
    }
    const defaults = new Set(group.map(({ field }) => field.default));
    const field = defaults.size > 1 ? { ...first.field, default: 'as suits the service' } : first.field;
    const [variable = ''] = variablesOf({ id: 'ID' }, field);
    common.push(
      describe(group.map(({ definition }) => definition.id).join(', '), field, [variable.replace('_ID_', '_<ID>_')]),
    );
  }
  return [...own, ...single, ...common];
}

/** The table as it stands in the page. */
export function settingsTable(rows: SettingRow[] = listSettings()): string {
  const cells = rows.map(({ owner, setting, variables, standard, meaning }) => [
    owner,
    setting === '' ? '' : `\`${setting}\``,
    variables.map((name) => `\`${name}\``).join(', '),
    standard,
    meaning,
  ]);
  const table = [
    ['Of', 'Setting', 'Variable', 'Default', 'Meaning'],
    ['-', '-', '-', '-', '-'].map(() => '---'),
    ...cells,
  ];
  return table.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}

function describe(owner: string, field: SettingField, variables: string[]): SettingRow {
  const { name, label, help, kind, choices, isRequired } = field;
  const facts = [
    ...(kind === 'secret' && help?.includes('encrypted') !== true ? ['Stored encrypted.'] : []),
    ...(isRequired === true && field.default === undefined ? ['Required.'] : []),
    ...(choices ? [`One of ${choices.map(({ value }) => `\`${value}\``).join(', ')}.`] : []),
    ...(kind === 'toggle' ? ['`true` or `false`.'] : []),
  ];
  const meaning = [`${label}.`, ...(help === undefined ? [] : [help]), ...facts].join(' ');
  return {
    owner,
    setting: name,
    variables,
    standard: field.default === undefined ? '' : String(field.default),
    meaning,
  };
}

const start = '<!-- settings: written by tools/list-settings.ts -->';
const end = '<!-- settings end -->';

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--write')) {
    const page = join(root, 'docs/configuration.md');
    const text = readFileSync(page, 'utf8');
    const [before = '', rest = ''] = text.split(start);
    writeFileSync(page, `${before}${start}\n\n${settingsTable()}\n\n${end}${rest.split(end)[1] ?? ''}`);
  } else console.log(settingsTable());
}
