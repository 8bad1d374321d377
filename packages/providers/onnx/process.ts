import type { LoadedModel, MethodContext, ModelServer } from '@kinora/capabilities';
import { createAutoencoder } from './autoencoder.ts';
import type { Autoencoder } from './autoencoder.ts';
import { draw } from './draw.ts';
import type { Pipeline } from './draw.ts';
import { readDiffusersFolder, readTaesdFolder } from './folder.ts';
import type { SmallAutoencoder } from './folder.ts';
import type { DiffusionSettings, DrawRequest } from './protocol.ts';
import { createSessions } from './runtime.ts';
import type { Sessions } from './runtime.ts';
import { createTextEncoder } from './text.ts';
import { readUnet } from './unet.ts';

/**
 * Stable Diffusion on ONNX Runtime. The UNet is opened when the model loads, the other parts at their first use; all are kept.
 * Method `draw`: {@link DrawRequest} → `DrawResult`, with a `DrawProgress` after each step.
 */
export const server: ModelServer<DiffusionSettings> = {
  async load(settings, context): Promise<LoadedModel> {
    const folder = await readDiffusersFolder(settings.folder);
    const sessions = await createSessions(context);
    const unet = readUnet(await sessions.open(folder.unet));
    const { encoder } = folder;
    const pipeline: Pipeline = {
      folder,
      unet,
      isFrugal: settings.isFrugal,
      text: createTextEncoder(folder.tokenizer, {
        open: () => sessions.open(folder.textEncoder),
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
    return {
      methods: {
        draw: (request: DrawRequest, method: MethodContext) => draw(pipeline, request, method),
      },
      device: sessions.device(),
      details: {
        hasEncoder: encoder !== null,
        isFrugal: settings.isFrugal,
      },
    };
  },
};

/** Opens each TAESD once. */
function createSmall(own: SmallAutoencoder | null, sessions: Sessions): Pipeline['small'] {
  const opened = new Map<string, Promise<Autoencoder>>();
  const ownModel = own && openSmall(own, sessions);
  return async (folder) => {
    if (folder === undefined) return ownModel;
    const found = opened.get(folder) ?? readTaesdFolder(folder).then((files) => openSmall(files, sessions));
    opened.set(folder, found);
    // A folder that can't be read now may be complete later.
    found.catch(() => opened.delete(folder));
    return await found;
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
