import { isIP } from 'node:net';
import type { InstalledModel, ProviderServices, TranscriptionModelV4, LanguageModelV4 } from '@kinora/capabilities';
import type { Home } from '@kinora/platform/db';
import { createOutgoing } from '@kinora/platform/http';
import type { Outgoing } from '@kinora/platform/http';
import { catalogue, createModelStore, readInstalled } from '@kinora/platform/models';
import type { ModelStore, Probe } from '@kinora/platform/models';
import { createProcessHost, detectHardware, openPackages, openRuntimes } from '@kinora/platform/runtimes';
import type { Hardware, Packages, RunningProcessHost, Runtimes } from '@kinora/platform/runtimes';
import type { ConfiguredProvider } from '@kinora/platform/settings';
import { withOwnCatalogue } from './own-catalogue.ts';

/** What local and remote models run on: hardware, runtimes, processes, installed models, and the way out. */
export type Engine = AsyncDisposable & {
  /** What this machine has, looked at again after a while. */
  hardware(): Promise<Hardware>;
  runtimes: Runtimes;
  /** Packages of remote providers. */
  packages: Packages;
  host: RunningProcessHost;
  /** Models in this home. Only the server changes them; other processes see what is there. */
  store: ModelStore | null;
  installed(): Promise<InstalledModel[]>;
  /** Deletes what killed installations left behind. */
  sweep(): Promise<void>;
  /** What a provider may use. */
  services(configured: ConfiguredProvider, models: Leaned): ProviderServices;
};

/** Other capabilities a provider may lean on. */
export type Leaned = {
  transcription(): TranscriptionModelV4 | null;
  /** The model that is named, or the route when none is. */
  language(model?: { provider: string; model: string }): LanguageModelV4 | null;
};

/** Options of {@link openEngine}. */
export type EngineOptions = {
  home: Home;
  /** Whether this process installs and removes models. */
  isOwner: boolean;
  /** Loads an installed model to see that it works. */
  probe: Probe;
};

const hardwareMs = 15_000;

/** The hub's official client: 11 MB that nobody needs before the first model is fetched. */
const hubClient = { '@huggingface/hub': '2.17.5' };

/** Opens the engine. Nothing is started, installed or asked of the network before it is needed. */
export async function openEngine({ home, isOwner, probe }: EngineOptions): Promise<Engine> {
  await using stack = new AsyncDisposableStack();
  let looked: { at: number; hardware: Promise<Hardware> } | undefined;
  const hardware = () => {
    if (looked === undefined || Date.now() - looked.at > hardwareMs)
      looked = { at: Date.now(), hardware: detectHardware({ home: home.path }) };
    return looked.hardware;
  };
  const runtimes = openRuntimes({ home: home.path, hardware });
  const packages = openPackages({ home: home.path });
  const host = stack.use(createProcessHost({ runtimes, hardware, log: home.log }));
  // Downloads of many gigabytes have no time limit; a mirror that is set up may stand in one's own network.
  const mirror = process.env['KINORA_HUB_URL'] || process.env['HF_ENDPOINT'] || undefined;
  const hub = stack.use(
    createOutgoing({
      totalTimeoutMs: Infinity,
      maxResponseBytes: Infinity,
      ...(mirror !== undefined && URL.canParse(mirror) && { allowPrivate: [new URL(mirror).hostname] }),
    }),
  );
  const store = isOwner
    ? stack.use(
        await createModelStore({
          home: home.path,
          fetch: hub.fetch,
          importClient: async () => {
            await packages.install(hubClient);
            return packages.importPackage('@huggingface/hub');
          },
          catalogue: await withOwnCatalogue(catalogue, process.env['KINORA_CATALOGUE']),
          probe,
          ...(mirror !== undefined && { endpoint: mirror }),
          isInUse: (id) => host.states().some(({ name, state }) => name.endsWith(`/${id}`) && state === 'busy'),
        }),
      )
    : null;
  const outgoing = new Map<string, Outgoing>();
  stack.defer(async () => {
    await Promise.all([...outgoing.values()].map((each) => each.close()));
  });
  const installed = () => store?.installed() ?? readInstalled(home.path);

  const owned = stack.move();
  return {
    hardware,
    runtimes,
    packages,
    host,
    store,
    installed,
    sweep: async () => {
      await Promise.all([runtimes.sweep(), packages.sweep()]);
    },
    services(configured, models) {
      const allowPrivate = addressesOf(configured);
      const key = JSON.stringify(allowPrivate);
      const way = outgoing.get(key) ?? createOutgoing({ allowPrivate });
      outgoing.set(key, way);
      return {
        fetch: way.fetch,
        processes: host,
        installed,
        importPackage: (name) => packages.importPackage(name),
        transcription: () => models.transcription(),
        language: (model) => models.language(model),
      };
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Names that are one's own network's: this machine, a bare name, or one of the endings kept for networks at home. */
const homeName = /^(?:localhost|[^.]+|.*\.(?:local|localhost|lan|home|internal|home\.arpa))$/i;

/**
 * Addresses in one's own network that the owner entered: to enter one is to allow it. A name that looks public stays
 * refused when it leads to a private address, unless `KINORA_ALLOW_PRIVATE` names it.
 */
function addressesOf({ definition, values }: ConfiguredProvider): string[] {
  const allowed = (process.env['KINORA_ALLOW_PRIVATE'] ?? '').split(',').map((name) => name.trim());
  const entered = definition.fields
    .filter(({ kind }) => kind === 'url')
    .map(({ name }) => String(values[name] ?? ''))
    .filter((address) => /^https?:\/\//i.test(address) && URL.canParse(address))
    .map((address) => new URL(address))
    .filter(({ hostname }) => homeName.test(hostname) || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0)
    .map(({ origin }) => origin);
  return [...entered, ...allowed.filter((name) => name !== '')];
}
