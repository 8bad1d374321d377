import type {
  Audience,
  FrameStyler,
  LanguageModelV4,
  ProviderServices,
  ServedBy,
  StudioModels,
} from '@kinora/capabilities';
import type { RouteHealth, SpeechRouteOptions } from '@kinora/capabilities/routing';
import type { ConfiguredProvider, Meter, Settings, StoredRoute } from '@kinora/platform/settings';
import { builtinVoiceList, createBuiltinProvider } from '@kinora/providers/builtin';
import type { BuiltinProvider } from '@kinora/providers/builtin';
import { mergeHealth } from './health.ts';
import { createLiveProviders } from './providers.ts';
import type { LiveProviders } from './providers.ts';
import { buildRoutes } from './routes.ts';
import type { RoutedModels, RouteParts } from './routes.ts';
import { voiceId } from './voices.ts';
import type { Voice } from './voices.ts';

/** The models of a running Kinora: what the settings name, and behind each the built-in one. */
export type Models = AsyncDisposable & {
  /** The models for an audience, as the settings are now. They stay the same for whoever holds them. */
  for(audience: Audience): StudioModels;
  /** A language model by name, for who leans on it; null when it may not serve this audience or isn't there. */
  language(named: { provider: string; model: string }, audience: Audience): LanguageModelV4 | null;
  /** A frame styler by name, with the built-in one behind it; null when it may not serve or isn't there. */
  frameStyler(named: { provider: string; model: string }): FrameStyler | null;
  /** Takes over settings and installed models that have changed. Cheap when nothing has. */
  refresh(): Promise<void>;
  providers: LiveProviders;
  /** The models that come with Kinora. */
  builtin: BuiltinProvider;
  routes(): readonly StoredRoute[];
  health(): RouteHealth[];
  /** Voices of the built-in narrator and of the speech models in the route. */
  voices(): Voice[];
  /** Whether a story may ask for a voice: one of the list, or any of a service in the route whose voices weren't asked for yet. */
  hasVoice(id: string): boolean;
  /** Warms the built-in models up; calls don't have to wait for it. */
  prepare(): Promise<void>;
};

/** What joins the models to the settings of a home. */
export type Connection = {
  settings: Settings;
  meter: Meter;
  services: (configured: ConfiguredProvider) => ProviderServices;
  complete: NonNullable<SpeechRouteOptions['complete']>;
  deviceOf: NonNullable<RouteParts['deviceOf']>;
};

/** What {@link createModels} takes. */
export type ModelsOptions = {
  onServed?: (served: ServedBy) => void;
  /** Asked at each refresh until it answers; null while nothing is set up: then there are the built-in models alone. */
  connect?: () => Promise<Connection | null>;
};

/** What another process has changed is seen before a call this many milliseconds later at the latest. */
const recheckMs = 3_000;

/** Builds the routes from the settings; call {@link Models.refresh} before the first use. */
export function createModels(options: ModelsOptions = {}): Models {
  const { onServed = () => {} } = options;
  let connection: Connection | null = null;
  const builtin = createBuiltinProvider();
  const providers = createLiveProviders((configured) => {
    if (connection === null) throw new TypeError('providers need services');
    return connection.services(configured);
  });
  let routes: StoredRoute[] = [];
  let built: Record<Audience['kind'], RoutedModels>;
  let turn: Promise<void> = Promise.resolve();

  const speakers = () => routes.filter(({ capability }) => capability === 'speech').flatMap(({ entries }) => entries);
  const voices = (): Voice[] => [
    ...builtinVoiceList,
    ...speakers().flatMap(({ provider, model }) => listVoices(providers, provider, model)),
  ];

  const build = () => {
    const parts: RouteParts = {
      builtin,
      builtinVoices: builtinVoiceList,
      providers,
      routes,
      meter: connection?.meter ?? null,
      onServed,
      ...(connection && { complete: connection.complete, deviceOf: connection.deviceOf }),
      recheck: async () => {
        if (Date.now() - refreshedAt > recheckMs) await refresh();
      },
    };
    built = { child: buildRoutes(parts, 'child'), adult: buildRoutes(parts, 'adult') };
  };
  build();

  let refreshedAt = 0;
  const refresh = async () => {
    turn = turn.then(async () => {
      const isNew = connection === null;
      connection ??= (await options.connect?.()) ?? null;
      if (connection === null) return;
      const snapshot = await connection.settings.read();
      refreshedAt = Date.now();
      const isRerouted = JSON.stringify(snapshot.routes) !== JSON.stringify(routes);
      const isChanged = await providers.update(snapshot.providers);
      if (!isNew && !isRerouted && !isChanged) return;
      routes = snapshot.routes;
      build();
    });
    const mine = turn;
    turn = mine.catch(() => {});
    await mine;
  };

  return {
    providers,
    builtin,
    for: ({ kind }) => built[kind].models,
    language: (named, { kind }) => built[kind].language(named),
    frameStyler: (named) => built.adult.frameStyler(named),
    routes: () => routes,
    health: () => mergeHealth(built.adult.health(), built.child.health()),
    refresh,
    voices,
    hasVoice: (id) =>
      voices().some((voice) => voice.id === id) ||
      speakers().some(({ provider, model }) => {
        const live = providers.find(provider);
        const isAsked = live?.configured.definition.kind !== 'remote' || live.offers.length > 0;
        return !isAsked && live.provider !== null && id.startsWith(voiceId(provider, model, ''));
      }),
    prepare: () => builtin.prepare(),
    async [Symbol.asyncDispose]() {
      await Promise.all([providers[Symbol.asyncDispose](), builtin.close()]);
    },
  };
}

function listVoices(providers: LiveProviders, provider: string, model: string): Voice[] {
  const live = providers.find(provider);
  const offered = live?.offers.find(({ capability, modelId }) => capability === 'speech' && modelId === model);
  return (offered?.voices ?? []).map(({ id, name, language }) => ({
    id: voiceId(provider, model, id),
    name,
    language,
    description: `${offered?.title ?? model}, ${live?.configured.title ?? provider}`,
  }));
}
