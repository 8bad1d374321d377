import type { ServedBy, StudioModels } from '@kinora/capabilities';
import {
  createClipRoute,
  createDescriberRoute,
  createImageRoute,
  createModeratorRoute,
  createSpeechRoute,
} from '@kinora/capabilities/routing';
import type { Routed, RouteHealth } from '@kinora/capabilities/routing';
import { createBuiltinProvider } from '@kinora/providers/builtin';

/** The models of a running Kinora: one route a capability, each ending in a built-in provider. */
export type Models = AsyncDisposable & {
  models: StudioModels;
  health(): RouteHealth[];
  /** Warms the built-in models up; calls don't have to wait for it. */
  prepare(): Promise<void>;
};

/** Builds the routes. Adding a provider adds one line here. */
export function createModels(options: { onServed?: (served: ServedBy) => void } = {}): Models {
  const builtin = createBuiltinProvider();
  const speech = createSpeechRoute([{ model: builtin.speech }], options);
  const image = createImageRoute([{ model: builtin.image }], options);
  const clip = createClipRoute([{ model: builtin.clip, timeoutMs: 600_000 }], options);
  const describer = createDescriberRoute([{ model: builtin.describer }], options);
  const moderator = createModeratorRoute([], { ...options, floor: builtin.moderator });
  const routes: Record<string, Routed> = { speech, image, clip, description: describer, moderation: moderator };
  return {
    models: {
      language: null,
      transcription: null,
      speech,
      image,
      clip,
      describer,
      moderator,
      identity: (capability) => routes[capability]?.identity() ?? 'none',
    },
    health: () => Object.values(routes).map((route) => route.health()),
    prepare: () => builtin.prepare(),
    [Symbol.asyncDispose]: () => builtin.close(),
  };
}
