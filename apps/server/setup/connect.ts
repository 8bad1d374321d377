import type { Home, UserDatabase } from '@kinora/platform/db';
import { createMeter, openSettings, openVault } from '@kinora/platform/settings';
import type { Connection, Models } from '../models/index.ts';
import { completeSpeech } from './complete-speech.ts';
import { definitions } from './definitions.ts';
import { openEngine } from './engine.ts';
import { loadOnce } from './probe.ts';
import { createSetup } from './setup.ts';
import type { Setup } from './setup.ts';
import { packagesOf } from './views.ts';

/** What is set up, and what sets it up. */
export type Connected = AsyncDisposable & { connection: Connection; setup: Setup };

/** Opens settings, meter and engine for the models of a process. Only when something is set up, or is about to be. */
export async function connect(options: {
  home: Home;
  database: UserDatabase;
  /** Whether this process installs and removes models. */
  isOwner: boolean;
  models: Models;
  log: (line: string) => void;
}): Promise<Connected> {
  const { home, database, isOwner, models, log } = options;
  await using stack = new AsyncDisposableStack();
  const settings = openSettings({ database, vault: await openVault(home), definitions });
  const meter = stack.use(createMeter({ database }));
  // What a provider leans on is asked for when it is needed, so the models may come after the engine.
  const strictest = { kind: 'child', age: 2 } as const;
  const leaned = {
    transcription: () => models.for(strictest).transcription,
    language: (named?: { provider: string; model: string }) =>
      named === undefined ? models.for(strictest).language : models.language(named, strictest),
  };
  const engine = stack.use(
    await openEngine({
      home,
      isOwner,
      probe: async (model, { signal }) => {
        const trial = { id: 'trial', title: 'trial', isOn: true, childConsent: false, budget: null };
        const [definition] = definitions;
        if (definition === undefined) return;
        const services = engine.services({ ...trial, definition, values: {}, plain: {}, secrets: {} }, leaned);
        await loadOnce(model, { definitions, services, builtin: models.builtin, signal });
      },
    }),
  );
  const connection: Connection = {
    settings,
    meter,
    services: (configured) => engine.services(configured, leaned),
    complete: completeSpeech(leaned.transcription),
    deviceOf: (name) => engine.host.states().find((state) => state.name === name)?.device,
  };
  if (engine.store) {
    stack.defer(
      engine.store.watch(({ install }) => {
        if (install.state !== 'installed') return;
        models.refresh().catch(() => log('The models could not be read again; open the Models page to try it.'));
      }),
    );
    // What was being fetched when the last process ended goes on.
    await engine.store.resume();
    // What killed installations left behind is in nobody's way: it is cleared when the start is over.
    const sweep = setTimeout(() => void engine.sweep().catch(() => {}), 10_000);
    stack.defer(() => clearTimeout(sweep));
  }
  // The environment can switch a service on, but nobody then waits for its packages.
  for (const configured of (await settings.read()).providers.filter(({ isOn }) => isOn)) {
    const { definition } = configured;
    const wanted = packagesOf(configured);
    if (Object.keys(wanted).length === 0) continue;
    void engine.packages
      .install(wanted)
      .then(() => models.refresh())
      .catch((error: unknown) => log(`${definition.title} could not be installed: ${(error as Error).message}`));
  }
  const owned = stack.move();
  return {
    connection,
    setup: createSetup({ engine, settings, meter, models, definitions, log }),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
