import type { LoadedModel, MethodContext, ModelServer, ModelServerContext } from '@kinora/capabilities';
import { createAutoencoder } from './autoencoder.ts';
import type { Autoencoder } from './autoencoder.ts';
import { draw } from './draw.ts';
import type { Pipeline } from './draw.ts';
import { film } from './film.ts';
import type { FilmRequest } from './film.ts';
import { findOnlyModel, readDiffusersFolder, readTaesdFolder } from './folder.ts';
import type { SmallAutoencoder } from './folder.ts';
import { readInterpolation } from './interpolate.ts';
import type {
  BetweenRequest,
  DiffusionSettings,
  DrawRequest,
  InterpolationSettings,
  RestyleFrame,
} from './protocol.ts';
import { createRestyler } from './restyle.ts';
import { createSessions, openOnce } from './runtime.ts';
import type { Sessions } from './runtime.ts';
import { createTextEncoder } from './text.ts';
import { readUnet } from './unet.ts';

/**
 * Picture models on ONNX Runtime.
 *
 * Stable Diffusion: method `draw`, {@link DrawRequest} → `DrawResult`, with a `DrawProgress` after each step. Text encoder and UNet are
 * opened when the model loads, the other parts at their first use; all are kept. For streams: `restyle`, {@link RestyleFrame}s →
 * `RestyleAnswer`s, and `end-stream`.
 *
 * Frame interpolation: methods `film`, {@link FilmRequest} → MP4, and `between`, {@link BetweenRequest} → picture.
 */
export const server: ModelServer<DiffusionSettings | InterpolationSettings> = {
  load: (settings, context) =>
    'multiple' in settings ? loadInterpolation(settings, context) : loadDiffusion(settings, context),
};

async function loadInterpolation(
  { folder, multiple }: InterpolationSettings,
  context: ModelServerContext,
): Promise<LoadedModel> {
  const sessions = await createSessions(context);
  const interpolate = readInterpolation(await sessions.open(await findOnlyModel(folder)), { multiple });
  return {
    methods: {
      film: (request: FilmRequest, method: MethodContext) => film(interpolate, request, method),
      between: ({ from, to, time }: BetweenRequest) => interpolate(from, to, time),
    },
    device: sessions.device(),
  };
}

async function loadDiffusion(settings: DiffusionSettings, context: ModelServerContext): Promise<LoadedModel> {
  const folder = await readDiffusersFolder(settings.folder);
  const sessions = await createSessions(context, settings);
  const unet = readUnet(await sessions.open(folder.unet));
  // Needed for every prompt; where memory is tight it comes and goes.
  const textEncoder = settings.isFrugal ? null : await sessions.open(folder.textEncoder);
  const { encoder } = folder;
  const pipeline: Pipeline = {
    folder,
    unet,
    isFrugal: settings.isFrugal,
    text: createTextEncoder(folder.tokenizer, {
      open: async () => textEncoder ?? (await sessions.open(folder.textEncoder)),
      limit: unet.takesLongPrompts ? 3 : 1,
      isReleased: settings.isFrugal,
    }),
    vae: createAutoencoder({
      openDecoder: () => sessions.open(folder.decoder),
      openEncoder: encoder === null ? null : () => sessions.open(encoder),
      scalingFactor: folder.decoder === folder.small?.decoder ? 1 : folder.scalingFactor,
      range: folder.decoder === folder.small?.decoder ? 'find-out' : 'signed',
      isTiled: settings.isFrugal,
    }),
    small: createSmall(folder.small, sessions),
  };
  const restyler = createRestyler(pipeline);
  return {
    methods: {
      restyle: (frames: RestyleFrame[]) => restyler.restyle(frames),
      'end-stream': (stream: string) => restyler.end(stream),
      draw: (request: DrawRequest, method: MethodContext) => draw(pipeline, request, method),
    },
    device: sessions.device(),
    details: {
      hasEncoder: encoder !== null,
      isFrugal: settings.isFrugal,
    },
  };
}

/** Opens each TAESD once. */
function createSmall(own: SmallAutoencoder | null, sessions: Sessions): Pipeline['small'] {
  const opened = new Map<string, () => Promise<Autoencoder>>();
  const ownModel = own && openSmall(own, sessions);
  return async (folder) => {
    if (folder === undefined) return ownModel;
    const open = opened.get(folder) ?? openOnce(async () => openSmall(await readTaesdFolder(folder), sessions));
    opened.set(folder, open);
    return await open();
  };
}

function openSmall({ decoder, encoder }: SmallAutoencoder, sessions: Sessions): Autoencoder {
  return createAutoencoder({
    openDecoder: () => sessions.open(decoder),
    openEncoder: encoder === null ? null : () => sessions.open(encoder),
    scalingFactor: 1,
    range: 'find-out',
    isTiled: false,
  });
}
