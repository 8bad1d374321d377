import { KinoraError } from '@kinora/capabilities';
import type { CapabilityName, OfferedModel, Provider, ProviderDefinition } from '@kinora/capabilities';
import type {
  ModelsView,
  ModelView,
  providerChange,
  ProvidersView,
  ProviderView,
  RouteView,
  routeChange,
  TestResult,
} from '@kinora/capabilities/setup';
import { fitOf, recommend } from '@kinora/platform/models';
import type { ImportRequest } from '@kinora/platform/models';
import { describeUsage, noUsage, priceOf } from '@kinora/platform/settings';
import type { Meter, Settings } from '@kinora/platform/settings';
import type { z } from 'zod';
import type { Models } from '../models/index.ts';
import type { LiveProvider } from '../models/providers.ts';
import type { Engine } from './engine.ts';
import { tryModel } from './test-model.ts';
import { describeKind, describeRoutes, packagesOf, pickDevice } from './views.ts';

/** Everything the Models page and `kinora models|providers` do. */
export type Setup = {
  models(): Promise<ModelsView>;
  /**
   * Fetches a model and, before it, its runtime. Returns when that is under way.
   * @param options.use Puts it first in its route once it is there.
   */
  installModel(id: string, options?: { use?: boolean }): Promise<void>;
  /** Installs the set that suits this machine. */
  installRecommended(): Promise<void>;
  pauseModel(id: string): Promise<void>;
  removeModel(id: string): Promise<void>;
  importModel(request: ImportRequest): Promise<ModelView>;
  installRuntime(name: ModelsView['runtimes'][number]['name']): Promise<void>;
  cancelRuntime(name: ModelsView['runtimes'][number]['name']): Promise<void>;
  removeRuntime(name: ModelsView['runtimes'][number]['name']): Promise<void>;
  /** Ends the processes that compute nothing, which gives their memory back. */
  unload(): Promise<void>;

  providers(): Promise<ProvidersView>;
  saveProvider(id: string, change: z.output<typeof providerChange>): Promise<ProviderView>;
  removeProvider(id: string): Promise<void>;
  /** A provider that is on, with what it needs installed. @throws KinoraError `resource.missing`, `provider.unavailable`. */
  provider(id: string, options?: { signal?: AbortSignal }): Promise<Provider>;
  /** What a provider offers now; a remote one asks its server. */
  offers(id: string, options?: { signal?: AbortSignal }): Promise<OfferedModel[]>;
  /** Whether address and key are right, without a call that costs. */
  check(id: string, options?: { signal?: AbortSignal }): Promise<TestResult>;
  test(
    id: string,
    asked: { capability: CapabilityName; model: string },
    options?: { signal?: AbortSignal },
  ): Promise<TestResult>;
  saveRoute(capability: CapabilityName, change: z.output<typeof routeChange>): Promise<RouteView>;
};

/** A test that takes longer has failed. */
const testMs = 900_000;

/** Makes the set-up of a running Kinora. */
export function createSetup(parts: {
  engine: Engine;
  settings: Settings;
  meter: Meter;
  models: Models;
  definitions: readonly ProviderDefinition[];
  log: (line: string) => void;
}): Setup {
  const { engine, settings, meter, models, definitions, log } = parts;

  const store = () => {
    if (engine.store) return engine.store;
    throw new KinoraError(
      'home.busy',
      'Models are installed by the running Kinora; use its Models page, or stop it first.',
    );
  };
  const live = (id: string): LiveProvider => {
    const found = models.providers.find(id);
    if (found) return found;
    throw new KinoraError('resource.missing', `There is no provider “${id}”. Set it up first.`, {
      data: { provider: id },
    });
  };
  const usable = (id: string) => {
    const found = live(id);
    if (found.provider !== null) return { ...found, provider: found.provider };
    throw new KinoraError('provider.unavailable', found.problem ?? `${found.configured.title} is off; switch it on.`, {
      data: { provider: id },
    });
  };

  const views = async (): Promise<{ models: ModelView[]; recommended: ModelsView['recommended'] }> => {
    const hardware = await engine.hardware();
    const all = store().list();
    const wanted = recommend(
      hardware,
      all.filter(({ isImported }) => !isImported).map(({ entry }) => entry),
    );
    const ids = wanted.map(({ id }) => id);
    return {
      models: all.map(({ entry, isImported, revision, install }) => ({
        entry,
        isImported,
        fit: fitOf(entry, hardware),
        isRecommended: ids.includes(entry.id),
        ...(revision !== undefined && { revision }),
        install,
      })),
      recommended: {
        models: ids,
        downloadBytes: all
          .filter(({ entry, install }) => ids.includes(entry.id) && install.state !== 'installed')
          .reduce((sum, { entry }) => sum + entry.bytes, 0),
      },
    };
  };
  const view = async (id: string): Promise<ModelView> => {
    const found = (await views()).models.find(({ entry }) => entry.id === id);
    if (found) return found;
    throw new KinoraError('resource.missing', `There is no model “${id}”.`, { data: { id } });
  };

  /** Puts a model first in its route. */
  const use = async (id: string) => {
    await models.refresh();
    for (const each of models.providers.all()) {
      for (const { capability, modelId } of each.offers.filter((offer) => offer.modelId === id)) {
        const route = models.routes().find((known) => known.capability === capability);
        const entry = { provider: each.configured.id, model: modelId };
        const others = (route?.entries ?? []).filter(
          ({ provider, model }) => provider !== entry.provider || model !== modelId,
        );
        await settings.saveRoute({ capability, entries: [entry, ...others], only: route?.only ?? false });
      }
    }
    await models.refresh();
  };

  /** A guard whose model was removed is not asked any more; one that is asked and isn't there would refuse everything. */
  const forgetGuard = async (id: string) => {
    const route = models.routes().find(({ capability }) => capability === 'moderation');
    const isLocal = (provider: string) => models.providers.find(provider)?.configured.definition.kind === 'local';
    const entries = route?.entries.filter(({ provider, model }) => model !== id || !isLocal(provider)) ?? [];
    if (route === undefined || entries.length === route.entries.length) return;
    await settings
      .saveRoute({ ...route, entries, only: route.only && entries.length > 0 })
      .catch((error: unknown) => log(`${id} is still among the guards. ${messageOf(error)}`));
  };

  const install = async (id: string, isWanted: boolean) => {
    const { entry } = await view(id);
    // The runtime first: a model counts as installed only once it has been loaded.
    const fetching = async () => {
      await engine.runtimes.install(entry.runtime);
      await store().install(id);
      const { state } = await store().settled(id);
      if (state !== 'installed') return;
      if (isWanted) await use(id);
      else await models.refresh();
    };
    if ((await engine.runtimes.find(entry.runtime)) !== null) await store().install(id);
    void fetching().catch((error: unknown) => log(`${entry.title} could not be installed: ${messageOf(error)}`));
  };

  const listProviders = async (): Promise<ProviderView[]> => {
    const usage = await meter.usage();
    const views = models.providers.all().map(async ({ configured, offers, problem }): Promise<ProviderView> => {
      const { id, definition, title, isOn, childConsent, plain, secrets, budget } = configured;
      return {
        id,
        kind: definition.id,
        title,
        isOn,
        childConsent,
        settings: plain,
        secrets,
        install: await engine.packages.state(packagesOf(configured)),
        models: offers.map(({ capability, modelId, title: name, device, revision, note }) => ({
          capability,
          modelId,
          title: name,
          device,
          ...(revision !== undefined && { revision }),
          ...(note !== undefined && { note }),
        })),
        budget,
        usage: definition.kind === 'remote' ? describeUsage(usage.get(id) ?? noUsage, budget, new Date()) : null,
        ...(problem !== undefined && { problem }),
      };
    });
    return Promise.all(views);
  };

  return {
    async models() {
      const [hardware, runtimes, all] = await Promise.all([engine.hardware(), engine.runtimes.list(), views()]);
      return {
        hardware: {
          ...hardware,
          devices: hardware.devices.map(pickDevice),
        },
        runtimes,
        ...all,
        processes: engine.host.states().map(({ name, state, device, memoryBytes, restarts }) => ({
          name,
          state,
          ...(device !== undefined && { device }),
          ...(memoryBytes !== undefined && { memoryBytes }),
          restarts,
        })),
      };
    },
    installModel: (id, { use: isWanted = false } = {}) => install(id, isWanted),
    async installRecommended() {
      const { recommended } = await views();
      for (const id of recommended.models) if (store().state(id).state !== 'installed') await install(id, true);
    },
    pauseModel: (id) => store().pause(id),
    async removeModel(id) {
      await store().remove(id);
      await forgetGuard(id);
      await models.refresh();
    },
    async importModel(request) {
      const id = await store().importModel(request);
      await models.refresh();
      return view(id);
    },
    async installRuntime(name) {
      void engine.runtimes
        .install(name)
        .catch((error: unknown) => log(`The runtime ${name} could not be installed: ${messageOf(error)}`));
    },
    async cancelRuntime(name) {
      engine.runtimes.cancel(name);
    },
    async removeRuntime(name) {
      await engine.host.unloadIdle();
      await engine.runtimes.remove(name);
    },
    unload: () => engine.host.unloadIdle(),

    async providers() {
      await models.refresh();
      return {
        kinds: definitions.map(describeKind),
        providers: await listProviders(),
        routes: describeRoutes(models),
      };
    },
    async saveProvider(id, change) {
      await settings.saveProvider(id, change);
      await models.refresh();
      const configured = models.providers.find(id)?.configured;
      const wanted = configured === undefined ? {} : packagesOf(configured);
      if (change.isOn && Object.keys(wanted).length > 0)
        void engine.packages
          .install(wanted)
          .then(() => models.refresh())
          .catch((error: unknown) => log(`${configured?.title ?? id} could not be installed: ${messageOf(error)}`));
      const saved = (await listProviders()).find((each) => each.id === id);
      if (saved) return saved;
      throw new KinoraError('internal.bug', `${id} was saved and is not there.`);
    },
    async removeProvider(id) {
      await settings.removeProvider(id);
      await models.refresh();
    },
    async provider(id, options) {
      await models.refresh();
      const { provider, configured } = usable(id);
      await engine.packages.install(packagesOf(configured), options);
      return provider;
    },
    async offers(id, options) {
      const { provider, configured } = usable(id);
      await engine.packages.install(packagesOf(configured), options);
      const offers = await provider.offers(options);
      models.providers.learn(id, offers);
      return offers;
    },
    async check(id, { signal: outer } = {}) {
      const { provider, configured } = usable(id);
      const signal = AbortSignal.any([AbortSignal.timeout(testMs), ...(outer ? [outer] : [])]);
      const device = configured.definition.kind === 'remote' ? 'remote' : 'cpu';
      const start = performance.now();
      const seconds = () => (performance.now() - start) / 1000;
      try {
        await engine.packages.install(packagesOf(configured), { signal });
        const { message } = await provider.check({ signal });
        return { ok: true, message, seconds: seconds(), device };
      } catch (error) {
        outer?.throwIfAborted();
        return { ok: false, message: messageOf(error), seconds: seconds(), device };
      }
    },
    async test(id, asked, { signal: outer } = {}) {
      const { provider, configured, offers } = usable(id);
      const signal = AbortSignal.any([AbortSignal.timeout(testMs), ...(outer ? [outer] : [])]);
      const start = performance.now();
      const offered = offers.find(
        ({ modelId, capability }) => modelId === asked.model && capability === asked.capability,
      );
      const process = () => engine.host.states().find(({ name }) => name === `${id}/${asked.model}`);
      const device = () =>
        process()?.device ?? offered?.device ?? (configured.definition.kind === 'remote' ? 'remote' : 'cpu');
      const seconds = () => (performance.now() - start) / 1000;
      try {
        await meter.admit(configured);
        await engine.packages.install(packagesOf(configured), { signal });
        const { usage, ...tried } = await tryModel(provider, asked, { signal, builtin: models.builtin });
        meter.count(id, usage);
        const memoryBytes = process()?.memoryBytes;
        const { budget } = configured;
        return {
          ok: true,
          ...tried,
          seconds: seconds(),
          device: device(),
          ...(memoryBytes !== undefined && { memoryBytes }),
          ...(budget && budget.unit !== 'calls' && { cost: priceOf({ ...noUsage, ...usage, calls: 1 }, budget) }),
        };
      } catch (error) {
        outer?.throwIfAborted();
        return { ok: false, message: messageOf(error), seconds: seconds(), device: device() };
      }
    },
    async saveRoute(capability, change) {
      for (const { provider, model } of change.entries) {
        const { configured, offers } = live(provider);
        const { definition, title } = configured;
        const isKnown =
          definition.kind === 'remote' ||
          offers.some((offer) => offer.capability === capability && offer.modelId === model);
        if (definition.capabilities.includes(capability) && isKnown) continue;
        throw new KinoraError('request.invalid', `${title} has no ${capability} model “${model}”.`, {
          data: { field: 'entries' },
        });
      }
      if (change.only && change.entries.length === 0)
        throw new KinoraError('request.invalid', '“Only this” needs a model; choose one first.', {
          data: { field: 'only' },
        });
      await settings.saveRoute({ capability, ...change });
      await models.refresh();
      const route = describeRoutes(models).find((each) => each.capability === capability);
      if (route) return route;
      throw new KinoraError('resource.missing', `There is no capability “${capability}”.`);
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
