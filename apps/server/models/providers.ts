import type { OfferedModel, Provider, ProviderServices } from '@kinora/capabilities';
import type { ConfiguredProvider } from '@kinora/platform/settings';

/** A provider as it is set up now. */
export type LiveProvider = {
  configured: ConfiguredProvider;
  /** Null when it is off or can't be created. */
  provider: Provider | null;
  /** What it offers; of a remote one unknown until it is asked. */
  offers: OfferedModel[];
  /** Why it can't be used, with advice. */
  problem?: string;
  /** Of all that is set. */
  fingerprint: string;
};

/** Keeps providers in step with the settings: creates what is new, replaces what changed, closes what is gone. */
export type LiveProviders = AsyncDisposable & {
  all(): LiveProvider[];
  find(id: string): LiveProvider | undefined;
  /** Keeps what a remote provider said it offers. */
  learn(id: string, offers: OfferedModel[]): void;
  /** Takes over the settings. @returns Whether anything changed. */
  update(configured: ConfiguredProvider[]): Promise<boolean>;
};

/** Makes the keeper. `services` are what each provider may use. */
export function createLiveProviders(services: (configured: ConfiguredProvider) => ProviderServices): LiveProviders {
  let live = new Map<string, LiveProvider>();
  const close = async (old: LiveProvider) => {
    await old.provider?.[Symbol.asyncDispose]();
  };
  return {
    all: () => [...live.values()],
    find: (id) => live.get(id),
    learn(id, offers) {
      const known = live.get(id);
      if (known) live.set(id, { ...known, offers });
    },
    async update(configured) {
      const next = new Map<string, LiveProvider>();
      let isChanged = configured.length !== live.size;
      for (const each of configured) {
        const fingerprint = JSON.stringify({ ...each, definition: each.definition.id });
        const known = live.get(each.id);
        const isSame = known?.fingerprint === fingerprint;
        // A budget or a consent is no reason to break off what runs on it.
        const isKept = known !== undefined && madeFrom(known.configured) === madeFrom(each);
        const entry = isKept ? { ...known, configured: each, fingerprint } : create(each, fingerprint);
        const offers = await listLocalOffers(entry);
        isChanged ||= !isSame || nameOffers(offers) !== nameOffers(entry.offers);
        next.set(each.id, { ...entry, offers });
      }
      const gone = [...live.values()].filter(({ configured: { id }, provider }) => next.get(id)?.provider !== provider);
      live = next;
      // Calls that run on them end, and are answered by the next provider of their route.
      for (const old of gone) void close(old).catch(() => {});
      return isChanged;
    },
    async [Symbol.asyncDispose]() {
      const open = [...live.values()];
      live = new Map();
      await Promise.all(open.map(close));
    },
  };

  function create(configured: ConfiguredProvider, fingerprint: string): LiveProvider {
    const off = { configured, provider: null, offers: [], fingerprint };
    if (configured.problem !== undefined) return { ...off, problem: configured.problem };
    if (!configured.isOn) return off;
    try {
      const provider = configured.definition.create(configured.values, services(configured));
      return { configured, provider, offers: [], fingerprint };
    } catch (error) {
      return { ...off, problem: error instanceof Error ? error.message : String(error) };
    }
  }
}

/** What a provider is created from. */
function madeFrom({ isOn, problem, values }: ConfiguredProvider): string {
  return JSON.stringify([isOn, problem, values]);
}

/** What decides the routes. Where a model computes is known only once it is loaded, and changes nothing in them. */
function nameOffers(offers: OfferedModel[]): string {
  return JSON.stringify(offers.map(({ capability, modelId, revision }) => [capability, modelId, revision]));
}

/** A local provider tells at once what it has. A remote one would have to ask its server: only when a person looks. */
async function listLocalOffers({ configured, provider, offers }: LiveProvider): Promise<OfferedModel[]> {
  if (provider === null || configured.definition.kind === 'remote') return offers;
  return provider.offers().catch(() => []);
}
