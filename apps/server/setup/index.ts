import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Home, UserDatabase } from '@kinora/platform/db';
import { recordServedBy } from '@kinora/platform/jobs';
import { isAnythingSetUp } from '@kinora/platform/settings';
import { createModels } from '../models/index.ts';
import type { Models } from '../models/index.ts';
import type { Connected } from './connect.ts';
import type { Setup } from './setup.ts';

export type { Setup } from './setup.ts';

/** The models of a home, and all that sets them up. */
export type OpenSetup = AsyncDisposable & { models: Models; setup: Setup };

/**
 * Opens the models. Where nothing is set up they are the built-in ones, and the code of all others is loaded when somebody
 * looks at them: the first page doesn't wait for what it doesn't use.
 */
export async function openSetup(options: {
  home: Home;
  database: UserDatabase;
  /** Whether this process installs and removes models. */
  isOwner: boolean;
  log: (line: string) => void;
}): Promise<OpenSetup> {
  const { home, database } = options;
  let connecting: Promise<Connected> | undefined;
  const open = () => {
    connecting ??= import('./connect.ts').then(({ connect }) => connect({ ...options, models }));
    // A start that failed, e.g. because the database was away, is tried again by whoever asks next.
    connecting.catch(() => (connecting = undefined));
    return connecting;
  };
  const isUsed = async () =>
    connecting !== undefined ||
    (await hasModels(home)) ||
    (await isAnythingSetUp({ database, environment: process.env }));
  const models = createModels({
    onServed: recordServedBy,
    connect: async () => ((await isUsed()) ? (await open()).connection : null),
  });
  const setup = openLater(async () => {
    const connected = await open();
    await models.refresh();
    return connected.setup;
  });
  await models.refresh();
  return {
    models,
    setup,
    async [Symbol.asyncDispose]() {
      await models[Symbol.asyncDispose]();
      const connected = await connecting?.catch(() => undefined);
      await connected?.[Symbol.asyncDispose]();
    },
  };
}

/** Whether models were ever installed into this home, or begun to be. */
async function hasModels(home: Home): Promise<boolean> {
  const names = await readdir(join(home.path, 'models')).catch(() => []);
  return names.some((name) => name !== '.trash');
}

/** An object that is opened when one of its methods is called; all of them answer with promises. */
function openLater(open: () => Promise<Setup>): Setup {
  return new Proxy({} as Setup, {
    get: (_target, name) =>
      // Whoever awaits the object itself asks for `then`: it is no promise.
      name === 'then'
        ? undefined
        : async (...values: unknown[]) => {
            const setup = await open();
            const method = setup[name as keyof Setup] as (...values: unknown[]) => unknown;
            return method(...values);
          },
  });
}
