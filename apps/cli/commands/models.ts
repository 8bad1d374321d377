import type { InstallState, ModelsView, ModelView } from '@kinora/capabilities/setup';
import { KinoraError } from '@kinora/capabilities';
import { openLocalApi } from '@kinora/server';
import type { LocalApi } from '@kinora/server';
import { Command } from 'commander';

type Options = { json?: boolean };

const size = (bytes: number) => (bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.ceil(bytes / 1e6)} MB`);

/** `kinora models`: what this machine has, which models there are, install and remove them. */
export function modelsCommand(): Command {
  const command = new Command('models')
    .description('models on this machine: list, install, import, remove')
    .addHelpText(
      'after',
      `
Examples:
  kinora models                              the machine, and all models with what suits it
  kinora models install sd-turbo-onnx --use  fetch a model, and let it paint from now on
  kinora models recommended                  install the set that suits this machine
  kinora models import ./my-model.gguf       use a file that is here`,
    );
  command
    .command('list', { isDefault: true })
    .description('the machine, the runtimes and the models')
    .option('--json', 'as JSON')
    .option('--installed', 'only what is installed')
    .action((options: Options & { installed?: boolean }) =>
      withApi(async (api) => {
        const view = await api.call<ModelsView>('GET', '/models');
        if (options.json === true) return print(view);
        printMachine(view);
        const models = view.models.filter(({ install }) => options.installed !== true || install.state === 'installed');
        for (const model of models) print(describeModel(model));
        if (models.length === 0)
          print('No model is installed. Kinora works without; `kinora models` lists what there is.');
      }),
    );
  command
    .command('install')
    .argument('<id...>', 'as `kinora models` names them')
    .description('fetch models with their runtime; goes on where a download stopped')
    .option('--use', 'put them first in their route')
    .option('--json', 'progress and result as JSON lines')
    .action((ids: string[], options: Options & { use?: boolean }) =>
      withApi(async (api) => {
        for (const id of ids) {
          await api.call('POST', `/models/${encodeURIComponent(id)}/install`, { use: options.use ?? false });
          await follow(api, id, options);
        }
      }),
    );
  command
    .command('recommended')
    .description('install the set that suits this machine')
    .option('--json', 'progress and result as JSON lines')
    .action((options: Options) =>
      withApi(async (api) => {
        const { recommended } = await api.call<ModelsView>('GET', '/models');
        await api.call('POST', '/models/recommended/install');
        for (const id of recommended.models) await follow(api, id, options);
      }),
    );
  command
    .command('import')
    .argument('<path>', 'a .gguf file, or a folder with a model')
    .description('use a model that is on this machine')
    .option('--title <name>', 'how it is called')
    .option('--link', 'use the files where they are instead of copying them')
    .option('--json', 'as JSON')
    .action((path: string, options: Options & { title?: string; link?: boolean }) =>
      withApi(async (api) => {
        const { resolve } = await import('node:path');
        const model = await api.call<ModelView>('POST', '/models/import', {
          path: resolve(path),
          ...(options.title !== undefined && { title: options.title }),
          link: options.link ?? false,
        });
        print(options.json === true ? model : `${model.entry.title} is ready: ${model.entry.id}`);
      }),
    );
  command
    .command('remove')
    .argument('<id...>')
    .description('delete models from the disk')
    .action((ids: string[]) =>
      withApi(async (api) => {
        for (const id of ids) {
          await api.call('DELETE', `/models/${encodeURIComponent(id)}`);
          print(`${id} is removed.`);
        }
      }),
    );
  command
    .command('unload')
    .description('give the memory of idle models back')
    .action(() =>
      withApi(async (api) => {
        await api.call('POST', '/models/unload');
        print('Models that computed nothing are unloaded.');
      }),
    );
  return command;
}

/** Opens the API for a command, and closes it whatever happens. */
export async function withApi(run: (api: LocalApi) => Promise<unknown>): Promise<void> {
  await using api = await openLocalApi();
  await run(api);
}

/** Prints a line, or a value as JSON. */
export function print(value: unknown): void {
  process.stdout.write(`${typeof value === 'string' ? value : JSON.stringify(value)}\n`);
}

async function follow(api: LocalApi, id: string, { json }: Options): Promise<void> {
  let last = '';
  for (let idle = 0; ;) {
    const view = await api.call<ModelsView>('GET', '/models');
    const model = view.models.find(({ entry }) => entry.id === id);
    if (model === undefined) throw new KinoraError('resource.missing', `There is no model “${id}”.`);
    const runtime = view.runtimes.find(({ name }) => name === model.entry.runtime);
    const { install } = model;
    if (install.state === 'installed') {
      process.stderr.write(last === '' || json === true || !process.stderr.isTTY ? '' : '\r\u001B[K');
      print(json === true ? { type: 'installed', id, bytes: install.bytes } : `${model.entry.title} is ready: ${id}`);
      return;
    }
    if (install.state === 'failed') throw new KinoraError('provider.failed', install.message);
    const own = install.state === 'absent' || install.state === 'waiting' ? runtime?.install : install;
    // A runtime that fails leaves nothing that would say so: it is simply not being installed any more.
    idle = install.state === 'absent' && runtime?.install.state === 'absent' ? idle + 1 : 0;
    if (idle > 20)
      throw new KinoraError(
        'provider.unavailable',
        `${runtime?.title ?? 'The runtime'} could not be installed; see the lines above.`,
      );
    const line = progressOf(own);
    if (json === true && line !== last) print({ type: 'progress', id, ...own });
    else if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${model.entry.title}: ${line}`);
    last = line;
    await new Promise((done) => setTimeout(done, 500));
  }
}

function progressOf(install: InstallState | undefined): string {
  if (install?.state !== 'installing') return install?.state ?? 'waiting';
  const { step, doneBytes, totalBytes, bytesPerSecond } = install;
  return `${step} ${size(doneBytes)} of ${size(totalBytes)}, ${size(bytesPerSecond)}/s`;
}

function printMachine({ hardware, runtimes, recommended }: ModelsView): void {
  const { cpu, devices, disk } = hardware;
  print(`${cpu.name}, ${cpu.physicalCores} cores (${cpu.freeCores} free)`);
  for (const { id, name, memoryBytes, freeBytes } of devices) {
    const memory =
      memoryBytes === null ? '' : `, ${freeBytes === null ? '' : `${size(freeBytes)} free of `}${size(memoryBytes)}`;
    print(`  ${id}: ${name}${memory}`);
  }
  print(`  ${size(disk.freeBytes)} free in ${disk.folder}`);
  for (const { title, version, variant, downloadBytes, install } of runtimes) {
    const state =
      install.state === 'installed'
        ? `installed, ${size(install.bytes)}`
        : `${install.state}, about ${size(downloadBytes)}`;
    print(`  ${title} ${version} (${variant}): ${state}`);
  }
  if (recommended.downloadBytes > 0)
    print(
      `Suits this machine: ${recommended.models.join(', ')} (${size(recommended.downloadBytes)}; kinora models recommended)`,
    );
  print('');
}

function describeModel({ entry, fit, isRecommended, install }: ModelView): string {
  const state =
    install.state === 'absent' ? '' : ` [${install.state === 'installing' ? progressOf(install) : install.state}]`;
  const star = isRecommended ? '★' : ' ';
  const note =
    fit.level === 'good' ? '' : `\n      ${fit.level === 'no' ? 'does not fit' : 'slow here'}: ${fit.note ?? ''}`;
  const forbids = entry.licence.forbids === undefined ? '' : ` – ${entry.licence.forbids}`;
  return `${star} ${entry.id}${state}\n      ${entry.purpose}, ${size(entry.bytes)}, ${entry.licence.name}${forbids}\n      ${entry.summary}${note}`;
}
