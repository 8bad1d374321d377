import type { SharedV4Warning } from '@ai-sdk/provider';
import type { ClipModel, ImageDescriber, ImageModelV4, SpeechModelV4 } from '../models.ts';
import type { ServedBy } from '../studio.ts';
import { fallbackNote } from './report.ts';
import { createRoute } from './route.ts';
import type { Routed, RouteOptions, RouteProvider } from './route.ts';

/** A speech model over several, the preferred first. A fall-back appears among the result's warnings. */
export function createSpeechRoute(
  providers: RouteProvider<SpeechModelV4>[],
  options: RouteOptions = {},
): SpeechModelV4 & Routed {
  const route = createRoute('speech', providers, options);
  return {
    specificationVersion: 'v4',
    get provider() {
      return route.current().provider;
    },
    get modelId() {
      return route.current().modelId;
    },
    identity: route.identity,
    health: route.health,
    async doGenerate(call) {
      const { result, served } = await route.call((model, abortSignal) => model.doGenerate({ ...call, abortSignal }), {
        signal: call.abortSignal,
      });
      return { ...result, warnings: [...result.warnings, ...warnFallback(served)] };
    },
  };
}

/** An image model over several, the preferred first. It draws as many pictures in a call as the least of them can. */
export function createImageRoute(
  providers: RouteProvider<ImageModelV4>[],
  options: RouteOptions = {},
): ImageModelV4 & Routed {
  const route = createRoute('image', providers, options);
  return {
    specificationVersion: 'v4',
    get provider() {
      return route.current().provider;
    },
    get modelId() {
      return route.current().modelId;
    },
    async maxImagesPerCall() {
      const limits = await Promise.all(
        route.models.map(async ({ maxImagesPerCall: limit, modelId }) =>
          typeof limit === 'function' ? await limit({ modelId }) : limit,
        ),
      );
      return Math.min(...limits.map((limit) => limit ?? 1));
    },
    get supportsFileInputs() {
      return route.current().supportsFileInputs ?? false;
    },
    get supportsMaskInputs() {
      return route.current().supportsMaskInputs ?? false;
    },
    identity: route.identity,
    health: route.health,
    async doGenerate(call) {
      const { result, served } = await route.call((model, abortSignal) => model.doGenerate({ ...call, abortSignal }), {
        signal: call.abortSignal,
      });
      return { ...result, warnings: [...result.warnings, ...warnFallback(served)] };
    },
  };
}

/** A clip model over several, the preferred first. A fall-back appears among the result's warnings. */
export function createClipRoute(providers: RouteProvider<ClipModel>[], options: RouteOptions = {}): ClipModel & Routed {
  const route = createRoute('clip', providers, options);
  return {
    get provider() {
      return route.current().provider;
    },
    get modelId() {
      return route.current().modelId;
    },
    identity: route.identity,
    health: route.health,
    async doGenerate(call) {
      const { result, served } = await route.call((model, signal) => model.doGenerate({ ...call, signal }), {
        signal: call.signal,
      });
      const note = fallbackNote(served);
      return note === undefined ? result : { ...result, warnings: [...result.warnings, note] };
    },
  };
}

/** A describer over several, the preferred first. */
export function createDescriberRoute(
  providers: RouteProvider<ImageDescriber>[],
  options: RouteOptions = {},
): ImageDescriber & Routed {
  const route = createRoute('description', providers, options);
  return {
    get provider() {
      return route.current().provider;
    },
    get modelId() {
      return route.current().modelId;
    },
    identity: route.identity,
    health: route.health,
    async describe(input, { signal: outer } = {}) {
      const { result } = await route.call((model, signal) => model.describe(input, { signal }), { signal: outer });
      return result;
    },
  };
}

function warnFallback(served: ServedBy): SharedV4Warning[] {
  const message = fallbackNote(served);
  return message === undefined ? [] : [{ type: 'other', message }];
}
