import { createHash } from 'node:crypto';
import type {
  Audience,
  CapabilityName,
  ModelOf,
  Moderator,
  ServedBy,
  SpeechModelV4,
  StudioModels,
} from '@kinora/capabilities';
import {
  createClipRoute,
  createDescriberRoute,
  createImageRoute,
  createLanguageRoute,
  createModeratorRoute,
  createSpeechRoute,
  createTranscriptionRoute,
} from '@kinora/capabilities/routing';
import type { Routed, RouteHealth, RouteProvider, SpeechRouteOptions } from '@kinora/capabilities/routing';
import type { Meter, StoredRoute } from '@kinora/platform/settings';
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
  /** Where a model really computes, once it is loaded; by `provider/model`. */
  deviceOf?: (name: string) => string | undefined;
};

/** The models of one audience, and how their routes are. */
export type RoutedModels = {
  models: StudioModels;
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
  const moderator = createModeratorRoute(entries('moderation'), { onServed, floor: builtin.moderator });
  const languages = entries('language');
  const language = languages.length > 0 ? createLanguageRoute(languages, { onServed }) : null;
  const ears = entries('transcription');
  const transcription = ears.length > 0 ? createTranscriptionRoute(ears, { onServed }) : null;

  const routes: Partial<Record<CapabilityName, Routed>> = {
    ...(language && { language }),
    ...(transcription && { transcription }),
    speech,
    image,
    clip,
    moderation: moderator,
    description: describer,
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
      illustrator: builtin.image,
      identity: (capability) => routes[capability]?.identity() ?? 'none',
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
  return (stored?.entries ?? []).flatMap((entry) => {
    const live = parts.providers.find(entry.provider);
    if (live?.provider == null || !mayServe(live, audience)) return [];
    return routeProvider(capability, entry.model, live, parts) ?? [];
  });
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
    revision: [offered?.revision, fingerprintOf(configured.plain)].filter(Boolean).join('+') || undefined,
    timeoutMs: isLocal ? localTimeoutMs : remoteTimeoutMs,
    admit: () => parts.meter?.admit(configured),
    count: (usage) => parts.meter?.count(configured.id, usage),
  };
}

/** Settings such as the number of steps change what a model makes: they are part of its identity. */
function fingerprintOf(settings: object): string | undefined {
  const text = JSON.stringify(Object.entries(settings).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return text === '[]' ? undefined : createHash('sha256').update(text).digest('hex').slice(0, 8);
}
