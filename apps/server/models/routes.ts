import { createHash } from 'node:crypto';
import { KinoraError } from '@kinora/capabilities';
import type {
  Audience,
  CapabilityName,
  FrameStyler,
  LanguageModelV4,
  ModelOf,
  Moderator,
  ServedBy,
  SpeechModelV4,
  StudioModels,
} from '@kinora/capabilities';
import {
  createClipRoute,
  createDescriberRoute,
  createFrameStylerRoute,
  createImageRoute,
  createLanguageRoute,
  createModeratorRoute,
  createSpeechRoute,
  createTranscriptionRoute,
} from '@kinora/capabilities/routing';
import type { Routed, RouteHealth, RouteProvider, SpeechRouteOptions } from '@kinora/capabilities/routing';
import type { ConfiguredProvider, Meter, StoredRoute } from '@kinora/platform/settings';
import type { BuiltinProvider } from '@kinora/providers/builtin';
import type { LiveProvider, LiveProviders } from './providers.ts';
import { withVoices } from './voices.ts';
import type { Voice } from './voices.ts';

/** Milliseconds a call on this machine may take: a model has to be loaded first, and a small machine is slow. */
const localTimeoutMs = 1_800_000;
const remoteTimeoutMs = 180_000;

/** What routes are built from. */
export type RouteParts = {
  builtin: BuiltinProvider;
  builtinVoices: readonly Voice[];
  providers: LiveProviders;
  routes: readonly StoredRoute[];
  meter: Meter | null;
  onServed: (served: ServedBy) => void;
  /** Completes speech that has no word timings. */
  complete?: SpeechRouteOptions['complete'];
  /** Takes changed settings over before a call, also those that another process changed. */
  recheck?: () => Promise<void>;
  /** Where a model really computes, once it is loaded; by `provider/model`. */
  deviceOf?: (name: string) => string | undefined;
};

/** The models of one audience, and how their routes are. */
export type RoutedModels = {
  models: StudioModels;
  /** A language model by name, with the limits that hold for it in a route; null when it may not or can't serve. */
  language(named: { provider: string; model: string }): LanguageModelV4 | null;
  /** A frame styler by name, and behind it the built-in one; null when it may not or can't serve. */
  frameStyler(named: { provider: string; model: string }): FrameStyler | null;
  health(): RouteHealth[];
};

/** Builds the routes: the models that the settings name, then the built-in one. */
export function buildRoutes(parts: RouteParts, audience: Audience['kind']): RoutedModels {
  const { builtin, onServed } = parts;
  const entries = <Capability extends CapabilityName>(capability: Capability) => entriesOf(capability, parts, audience);
  const isOnly = (capability: CapabilityName) =>
    parts.routes.some((route) => route.capability === capability && route.only && route.entries.length > 0);
  const withBuiltin = <Capability extends CapabilityName>(
    capability: Capability,
    model: ModelOf[Capability],
    more: Partial<RouteProvider<ModelOf[Capability]>> = {},
  ): RouteProvider<ModelOf[Capability]>[] => {
    const chosen = entries(capability);
    // Asked for one alone and it may not be used: the route stays empty and says so, rather than serve something else.
    return isOnly(capability) ? chosen.slice(0, 1) : [...chosen, { model, ...more }];
  };

  const own = withVoices(builtin.speech, null, parts.builtinVoices);
  const speech = createSpeechRoute(withBuiltin('speech', own), {
    onServed,
    ...(parts.complete && { complete: parts.complete }),
  });
  const image = createImageRoute(withBuiltin('image', builtin.image), { onServed });
  const clip = createClipRoute(withBuiltin('clip', builtin.clip, { timeoutMs: 600_000 }), { onServed });
  const describer = createDescriberRoute(withBuiltin('description', builtin.describer), { onServed });
  const frameStyler = createFrameStylerRoute(withBuiltin('frame-style', builtin.frameStyler), { onServed });
  const moderator = createModeratorRoute(guardsOf(parts, audience), { onServed, floor: builtin.moderator });
  const languages = entries('language');
  const language = languages.length > 0 ? createLanguageRoute(languages, { onServed }) : null;
  const ears = entries('transcription');
  const transcription = ears.length > 0 ? createTranscriptionRoute(ears, { onServed }) : null;

  const named = new Map<string, LanguageModelV4 | null>();
  const namedStylers = new Map<string, FrameStyler | null>();

  const routes: Partial<Record<CapabilityName, Routed>> = {
    ...(language && { language }),
    ...(transcription && { transcription }),
    speech,
    image,
    clip,
    moderation: moderator,
    description: describer,
    'frame-style': frameStyler,
  };
  return {
    models: {
      language,
      transcription,
      speech,
      image,
      clip,
      describer,
      moderator: moderator satisfies Moderator,
      frameStyler,
      illustrator: builtin.image,
      camera: builtin.clip,
      identity: (capability) => routes[capability]?.identity() ?? 'none',
    },
    language({ provider, model }) {
      const name = `${provider}/${model}`;
      const known = named.get(name);
      if (known !== undefined) return known;
      const live = parts.providers.find(provider);
      const found =
        live && mayServe(live, audience) ? routeProvider('language', model, live, parts, audience) : undefined;
      const alone = found ? createLanguageRoute([found], { onServed }) : null;
      named.set(name, alone);
      return alone;
    },
    frameStyler({ provider, model }) {
      const name = `${provider}/${model}`;
      const { provider: own, modelId } = builtin.frameStyler;
      if (provider === own) return model === modelId ? builtin.frameStyler : null;
      const known = namedStylers.get(name);
      if (known !== undefined) return known;
      const live = parts.providers.find(provider);
      const found =
        live && mayServe(live, audience) ? routeProvider('frame-style', model, live, parts, audience) : undefined;
      const styler = found ? createFrameStylerRoute([found, { model: builtin.frameStyler }], { onServed }) : null;
      namedStylers.set(name, styler);
      return styler;
    },
    health: () => Object.values(routes).map((route) => route.health()),
  };
}

function entriesOf<Capability extends CapabilityName>(
  capability: Capability,
  parts: RouteParts,
  audience: Audience['kind'],
): RouteProvider<ModelOf[Capability]>[] {
  const stored = parts.routes.find((route) => route.capability === capability);
  // “Only this” means the first: where it may not serve, no other takes its place.
  const wanted = stored?.only === true ? stored.entries.slice(0, 1) : (stored?.entries ?? []);
  return wanted.flatMap((entry) => {
    const live = parts.providers.find(entry.provider);
    if (live?.provider == null || !mayServe(live, audience)) return [];
    return routeProvider(capability, entry.model, live, parts, audience) ?? [];
  });
}

/** The guards of a route. One that is switched on and can't be asked stays in it and is silent: that is no consent. */
function guardsOf(parts: RouteParts, audience: Audience['kind']): RouteProvider<Moderator>[] {
  const stored = parts.routes.find(({ capability }) => capability === 'moderation');
  return (stored?.entries ?? []).flatMap((entry) => {
    const live = parts.providers.find(entry.provider);
    if (live === undefined || !live.configured.isOn || !mayServe(live, audience)) return [];
    return routeProvider('moderation', entry.model, live, parts, audience) ?? { model: createSilentGuard(entry, live) };
  });
}

function createSilentGuard(entry: StoredRoute['entries'][number], { problem, configured }: LiveProvider): Moderator {
  const { provider, model: modelId } = entry;
  const why = problem ?? `${configured.title} has no model “${modelId}”; install it, or take it out of the route.`;
  return {
    provider,
    modelId,
    moderate: () => Promise.reject(new KinoraError('provider.unavailable', why)),
  };
}

/** Nothing leaves the machine for a child unless a grown-up has said so for this provider. */
function mayServe({ configured }: LiveProvider, audience: Audience['kind']): boolean {
  return configured.definition.kind === 'local' || audience === 'adult' || configured.childConsent;
}

/** One model as part of a route; undefined when its provider doesn't have it. */
function routeProvider<Capability extends CapabilityName>(
  capability: Capability,
  modelId: string,
  live: LiveProvider,
  parts: RouteParts,
  audience: Audience['kind'],
): RouteProvider<ModelOf[Capability]> | undefined {
  const { configured, provider, offers } = live;
  const isLocal = configured.definition.kind === 'local';
  const offered = offers.find((offer) => offer.capability === capability && offer.modelId === modelId);
  if (provider === null || (isLocal && offered === undefined)) return undefined;
  let model: ModelOf[Capability];
  try {
    model = provider.model(capability, modelId);
  } catch {
    return undefined;
  }
  const prefix = `${configured.id}/${modelId}`;
  if (capability === 'speech')
    model = withVoices(model as SpeechModelV4, prefix, parts.builtinVoices) as ModelOf[Capability];
  return {
    model,
    id: prefix,
    device: () => parts.deviceOf?.(prefix) ?? offered?.device ?? (isLocal ? 'cpu' : 'remote'),
    revision: [offered?.revision, fingerprintOf(configured)].filter(Boolean).join('+') || undefined,
    timeoutMs: isLocal ? localTimeoutMs : remoteTimeoutMs,
    async admit() {
      // What was switched off, or taken back for children, after a job began is not asked any more.
      await parts.recheck?.();
      const now = parts.providers.find(configured.id);
      if (now?.provider !== provider || !mayServe(now, audience))
        throw new KinoraError('provider.unavailable', `${configured.title} was switched off or changed meanwhile.`);
      await parts.meter?.admit(now.configured);
    },
    count: (usage) => parts.meter?.count(configured.id, usage),
  };
}

/**
 * Settings such as the number of steps change what a model makes: they are part of its identity, wherever they come from.
 * Keys are not, and a default is like a setting that isn't there.
 */
function fingerprintOf({ definition, values }: ConfiguredProvider): string | undefined {
  const set = definition.fields
    .filter(({ kind, name, default: usual }) => kind !== 'secret' && (values[name] ?? usual) !== usual)
    .map(({ name }) => [name, values[name]] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return set.length === 0 ? undefined : createHash('sha256').update(JSON.stringify(set)).digest('hex').slice(0, 8);
}
