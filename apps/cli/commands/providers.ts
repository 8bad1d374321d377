import { KinoraError } from '@kinora/capabilities';
import type {
  fieldView,
  ProviderKindView,
  ProvidersView,
  ProviderView,
  RouteView,
  TestResult,
} from '@kinora/capabilities/setup';
import { readText, variablesOf } from '@kinora/server';
import { Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import type { z } from 'zod';
import { exitCodes } from '../exit.ts';
import { print, withApi } from './models.ts';

type Options = { json?: boolean };

/** `kinora providers`: set providers up, test them, choose who serves. */
export function providersCommand(): Command {
  const command = new Command('providers')
    .description('services and local runtimes: set up, test, and choose who serves')
    .addHelpText(
      'after',
      `
Examples:
  kinora providers                                     what is set up, and who serves what
  kinora providers kinds openai                        what a kind wants to know
  kinora providers set openai apiKey=… --on            set it up and switch it on
  kinora providers set openai --for-children           let it serve children's stories too
  kinora providers test openai                         are address and key right?
  kinora providers test openai language gpt-5-mini     one small call
  kinora providers route language openai/gpt-5-mini    it writes from now on

A key is better typed into the Models page or set as an environment variable: a shell keeps what is typed.`,
    );
  command
    .command('list', { isDefault: true })
    .description('providers that are set up, and the routes')
    .option('--json', 'as JSON')
    .action((options: Options) =>
      withApi(async (api) => {
        const view = await api.call<ProvidersView>('GET', '/providers');
        if (options.json === true) return print(view);
        for (const provider of view.providers) print(describeProvider(provider, view.kinds));
        print('');
        for (const route of view.routes) print(describeRoute(route, view));
      }),
    );
  command
    .command('kinds')
    .argument('[kind]')
    .description('kinds of providers, or the settings of one')
    .option('--json', 'as JSON')
    .action((kind: string | undefined, options: Options) =>
      withApi(async (api) => {
        const { kinds } = await api.call<ProvidersView>('GET', '/providers');
        const chosen = kind === undefined ? kinds : [findKind(kinds, kind)];
        if (options.json === true) return print(chosen);
        for (const each of chosen) {
          print(`${each.id} (${each.kind}): ${each.title}. ${each.summary}\n    ${each.capabilities.join(', ')}`);
          if (kind !== undefined) for (const field of each.fields) print(describeField(each, field));
        }
      }),
    );
  command
    .command('set')
    .argument('<id>', 'the kind, or kind:name for a second one')
    .argument('[settings...]', 'name=value; an empty value removes it')
    .description('set a provider up or change it')
    .option('--on', 'switch it on')
    .option('--off', 'switch it off')
    .option('--for-children', "let it serve children's stories: what it needs for them leaves this machine")
    .option('--not-for-children', 'take that back')
    .option('--title <name>')
    .action((id: string, pairs: string[], options: SetOptions) =>
      withApi(async (api) => {
        const { kinds, providers } = await api.call<ProvidersView>('GET', '/providers');
        const known = providers.find((each) => each.id === id);
        const kind = findKind(kinds, known?.kind ?? id.split(':')[0] ?? id);
        const saved = await api.call<ProviderView>('PUT', `/providers/${encodeURIComponent(id)}`, {
          kind: kind.id,
          title: options.title ?? known?.title ?? kind.title,
          isOn: options.on === true || (options.off !== true && (known?.isOn ?? kind.kind === 'local')),
          childConsent:
            options.forChildren === true || (options.notForChildren !== true && (known?.childConsent ?? false)),
          settings: { ...known?.settings, ...Object.fromEntries(pairs.map((pair) => readPair(pair, kind))) },
          budget: known?.budget ?? null,
        });
        print(describeProvider(saved, kinds));
      }),
    );
  command
    .command('remove')
    .argument('<id>')
    .description('remove a provider with its keys')
    .action((id: string) =>
      withApi(async (api) => {
        await api.call('DELETE', `/providers/${encodeURIComponent(id)}`);
        print(`${id} is removed.`);
      }),
    );
  command
    .command('models')
    .argument('<id>')
    .description('models that a provider offers now')
    .option('--json', 'as JSON')
    .action((id: string, options: Options) =>
      withApi(async (api) => {
        const { items } = await api.call<{ items: ProviderView['models'] }>(
          'GET',
          `/providers/${encodeURIComponent(id)}/models`,
        );
        if (options.json === true) return print(items);
        for (const { capability, modelId, title, note } of items)
          print(`${capability}  ${modelId}  ${title}${note === undefined ? '' : ` – ${note}`}`);
      }),
    );
  command
    .command('test')
    .argument('<id>')
    .argument('[capability]')
    .argument('[model]')
    .description('ask whether address and key are right, or try a model with one small call')
    .option('--out <file>', 'where to write the picture, sound or clip')
    .option('--json', 'as JSON')
    .action(
      (id: string, capability: string | undefined, model: string | undefined, options: Options & { out?: string }) =>
        withApi(async (api) => {
          if (capability !== undefined && model === undefined)
            throw new KinoraError('request.invalid', `Which model? “kinora providers models ${id}” lists them.`);
          const path = `/providers/${encodeURIComponent(id)}`;
          const result =
            capability === undefined
              ? await api.call<TestResult>('POST', `${path}/check`)
              : await api.call<TestResult>('POST', `${path}/test`, { capability, model });
          if (!result.ok) process.exitCode = exitCodes.failure;
          if (result.media && options.out !== undefined)
            await writeFile(options.out, Buffer.from(result.media.base64, 'base64'));
          const { media, ...rest } = result;
          if (options.json === true) return print({ ...rest, ...(media && { mediaType: media.mediaType }) });
          const memory = result.memoryBytes === undefined ? '' : `, ${Math.round(result.memoryBytes / 1e6)} MB`;
          print(
            `${result.ok ? '✓' : '✗'} ${result.message}\n  ${result.seconds.toFixed(1)} s on ${result.device}${memory}`,
          );
        }),
    );
  command
    .command('route')
    .argument('<capability>')
    .argument('[models...]', 'provider/model, the preferred first; none: only the built-in one')
    .description('choose who serves a capability, in order')
    .option('--only', 'the first alone: no fall-back')
    .action((capability: string, models: string[], options: { only?: boolean }) =>
      withApi(async (api) => {
        const entries = models.map((text) => {
          const slash = text.indexOf('/');
          if (slash > 0) return { provider: text.slice(0, slash), model: text.slice(slash + 1) };
          throw new KinoraError('request.invalid', `“${text}” is not provider/model.`);
        });
        const route = await api.call<RouteView>('PUT', `/routes/${encodeURIComponent(capability)}`, {
          entries,
          only: options.only ?? false,
        });
        print(describeRoute(route));
      }),
    );
  return command;
}

type SetOptions = { on?: boolean; off?: boolean; forChildren?: boolean; notForChildren?: boolean; title?: string };

function findKind(kinds: ProviderKindView[], id: string): ProviderKindView {
  const found = kinds.find((kind) => kind.id === id);
  if (found) return found;
  throw new KinoraError(
    'request.invalid',
    `There is no kind “${id}”. There are: ${kinds.map((kind) => kind.id).join(', ')}.`,
  );
}

/** Reads `name=value`. What has no known name may be a key that was pasted, so it isn't told. */
export function readPair(pair: string, kind: ProviderKindView): [string, string | number | boolean] {
  const equals = pair.indexOf('=');
  const name = pair.slice(0, Math.max(0, equals));
  const field = kind.fields.find((each) => each.name === name);
  if (field === undefined) {
    const allowed = kind.fields.map((each) => each.name).join(', ');
    throw new KinoraError(
      'request.invalid',
      `This is no setting of ${kind.title}. Write name=value; the names are: ${allowed}.`,
    );
  }
  const text = pair.slice(equals + 1);
  return [name, text === '' ? '' : readText(text, field, name)];
}

function describeProvider(
  { id, title, isOn, childConsent, secrets, problem, models, usage }: ProviderView,
  kinds: ProviderKindView[],
): string {
  const kind = kinds.find((each) => each.id === id.split(':')[0]);
  const keys = Object.entries(secrets).map(([name, from]) => `${name}: ${from}`);
  const facts = [
    isOn ? 'on' : 'off',
    ...(kind?.kind === 'remote' ? [childConsent ? 'also for children' : 'not for children'] : []),
    ...keys,
    ...(usage && usage.calls > 0 ? [`${usage.calls} calls this month`] : []),
  ];
  const offers = models.map(({ capability, modelId }) => `\n    ${capability}: ${id}/${modelId}`).join('');
  return `${id} – ${title} (${facts.join(', ')})${problem === undefined ? '' : `\n    ! ${problem}`}${offers}`;
}

function describeRoute({ capability, entries, only }: RouteView, view?: ProvidersView): string {
  const isKeptFromChildren = (id: string) => {
    const found = view?.providers.find((provider) => provider.id === id);
    return found?.childConsent === false && view?.kinds.find((kind) => kind.id === found.kind)?.kind === 'remote';
  };
  const order = entries.map(({ provider, model, state }) => {
    const facts = [
      ...(state === 'ready' ? [] : [state]),
      ...(isKeptFromChildren(provider) ? ['not for children'] : []),
    ];
    return `${provider}/${model}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
  });
  return `${capability}: ${order.join(' → ') || 'no model; the studios write by themselves'}${only ? ' (only this)' : ''}`;
}

/** A setting with everything that may set it. */
export function describeField(of: { id: string }, field: z.infer<typeof fieldView>): string {
  const { name, label, kind, help, isRequired, default: value } = field;
  const more = [
    kind,
    ...(isRequired === true ? ['required'] : []),
    ...(value === undefined ? [] : [`default ${value}`]),
    variablesOf(of, field).join(', '),
  ];
  return `      ${name} – ${label} (${more.join('; ')})${help === undefined ? '' : `. ${help}`}`;
}
