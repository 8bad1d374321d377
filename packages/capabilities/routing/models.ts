import type { ImageModelV4ProviderMetadata, SharedV4Warning } from '@ai-sdk/provider';
import { KinoraError } from '../errors.ts';
import { readPictureHeader } from '../picture-header.ts';
import type { ClipModel, ImageDescriber, ImageModelV4, SpeechModelV4, TranscriptionModelV4 } from '../models.ts';
import type { ServedBy } from '../studio.ts';
import { fallbackNote } from './report.ts';
import { createRoute } from './route.ts';
import type { Routed, RouteOptions, RouteProvider } from './route.ts';

/** What a speech model gives. */
export type SpokenResult = Awaited<ReturnType<SpeechModelV4['doGenerate']>>;

/** How a speech route completes what its models leave out. */
export type SpeechRouteOptions = RouteOptions & {
  /**
   * Called with a result that lacks `SpeechMetadata.words` or isn't WAV; gives it back complete. What it throws counts
   * as the provider's failure.
   */
  complete?: (
    result: SpokenResult,
    call: Parameters<SpeechModelV4['doGenerate']>[0],
  ) => SpokenResult | Promise<SpokenResult>;
};

/**
 * A speech model over several, the preferred first. A fall-back appears among the result's warnings, who served under
 * `providerMetadata.kinora.servedBy`, why it wasn't the first under `.fallback`.
 */
export function createSpeechRoute(
  providers: RouteProvider<SpeechModelV4>[],
  options: SpeechRouteOptions = {},
): SpeechModelV4 & Routed {
  const { complete } = options;
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
      const { result, served } = await route.call(
        async (model, abortSignal) => {
          const spoken = await model.doGenerate({ ...call, abortSignal });
          return complete === undefined ? spoken : complete(spoken, { ...call, abortSignal });
        },
        { signal: call.abortSignal, measure: () => ({ characters: call.text.length }) },
      );
      return {
        ...result,
        providerMetadata: {
          ...result.providerMetadata,
          kinora: { ...result.providerMetadata?.['kinora'], ...tellWho(served) },
        },
        warnings: [...result.warnings, ...warnFallback(served)],
      };
    },
  };
}

/** A transcription model over several, the preferred first. A fall-back appears among the result's warnings. */
export function createTranscriptionRoute(
  providers: RouteProvider<TranscriptionModelV4>[],
  options: RouteOptions = {},
): TranscriptionModelV4 & Routed {
  const route = createRoute('transcription', providers, options);
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
        measure: (heard) => ({ audioSeconds: heard.durationInSeconds ?? heard.segments.at(-1)?.endSecond ?? 0 }),
      });
      return { ...result, warnings: [...result.warnings, ...warnFallback(served)] };
    },
  };
}

/**
 * An image model over several, the preferred first. It draws as many pictures in a call as the least of them can, and says who
 * served under `providerMetadata.kinora.servedBy`, and why it wasn't the first under `.fallback`.
 */
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
      const { result, served } = await route.call(
        async (model, abortSignal) => {
          const drawn = await model.doGenerate({ ...call, abortSignal });
          if (drawn.images.every(isPicture)) return drawn;
          throw new KinoraError('provider.failed', 'What it returned is no PNG, JPEG or WebP.');
        },
        { signal: call.abortSignal, measure: ({ images }) => ({ images: images.length }) },
      );
      const kinora = result.providerMetadata?.['kinora'];
      const providerMetadata: ImageModelV4ProviderMetadata = {
        ...result.providerMetadata,
        kinora: { ...(kinora as object), images: kinora?.images ?? [], ...tellWho(served) },
      };
      return { ...result, providerMetadata, warnings: [...result.warnings, ...warnFallback(served)] };
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
      const warnings = note === undefined ? result.warnings : [...result.warnings, note];
      return { ...result, warnings, servedBy: served.identity };
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
      const { result } = await route.call((model, signal) => model.describe(input, { signal }), {
        signal: outer,
        measure: () => ({ images: input.image === undefined ? 0 : 1 }),
      });
      return result;
    },
  };
}

/** A service that answers with a web page, say, has not drawn: the next of the route may. */
function isPicture(image: string | Uint8Array): boolean {
  if (typeof image !== 'string') return readPictureHeader(image) !== null;
  // A header lies within the first 192 kB; base64 is read in whole groups of four letters.
  const head = image.slice(0, 262_144).replace(/\s/g, '');
  const bytes = atob(head.slice(0, head.length - (head.length % 4)));
  return readPictureHeader(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0))) !== null;
}

/** For programs: who served, and why it wasn't the first of the route. */
function tellWho(served: ServedBy): { servedBy: string; fallback?: string } {
  const fallback = fallbackNote(served);
  return { servedBy: served.identity, ...(fallback !== undefined && { fallback }) };
}

function warnFallback(served: ServedBy): SharedV4Warning[] {
  const message = fallbackNote(served);
  return message === undefined ? [] : [{ type: 'other', message }];
}
