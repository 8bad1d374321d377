import { isKinoraError, OutOfMemory } from '@kinora/capabilities';
import type { LoadedModel, MethodContext, ModelServer, ModelServerContext } from '@kinora/capabilities';
import { checkGguf, unreadable } from './file.ts';
import type { Llama, NodeLlamaCpp } from './library.ts';
import type { GenerateInput, LoadSettings } from './protocol.ts';
import { findThreads, forgetThreads } from './threads.ts';
import { createWriter } from './writer.ts';

/** The part that runs in a process of its own: loads a GGUF model with node-llama-cpp and writes with it. */
export const server: ModelServer<LoadSettings> = {
  async load(settings, context) {
    const complaints: string[] = [];
    try {
      return await load(settings, { ...context, complain: (line) => complaints.push(line) });
    } catch (error) {
      throw explain(error, complaints);
    }
  },
};

type LoadContext = ModelServerContext & {
  /** Receives what llama.cpp says when something goes wrong. */
  complain: (line: string) => void;
};

async function load(settings: LoadSettings, context: LoadContext): Promise<LoadedModel> {
  await checkGguf(settings.modelPath);
  const library = await context.importPackage<NodeLlamaCpp>('node-llama-cpp');
  const llama = await openLibrary(library, context);
  const model = await llama.loadModel({
    modelPath: settings.modelPath,
    ...(llama.gpu !== false && { gpuLayers: await chooseLayers(library, settings) }),
  });
  const isOnGpu = llama.gpu !== false && model.gpuLayers > 0;
  const measured =
    settings.threads === 'auto' && !isOnGpu
      ? await findThreads(model, { modelPath: settings.modelPath, most: context.threads })
      : undefined;
  const threads = measured?.threads ?? (settings.threads === 'auto' ? context.threads : settings.threads);
  const contextSize = Math.min(settings.contextSize, model.trainContextSize);
  const memory = await model.createContext({
    contextSize: { min: Math.min(contextSize, 2048), max: contextSize },
    threads,
    // Whole batches are what a reproducible answer can reuse of a prompt, so that smaller ones save more. Beyond this,
    // larger ones are faster on a GPU only.
    ...(!isOnGpu && { batchSize: 128 }),
  });
  const device = isOnGpu ? (context.device === 'cpu' ? llama.gpu : context.device) : 'cpu';
  const writer = createWriter({
    llama,
    library,
    model,
    sequence: memory.getSequence(),
    contextSize: memory.contextSize,
    batchSize: memory.batchSize,
    device,
  });
  const expected = measured?.speeds[threads];
  return {
    device,
    details: {
      model: model.typeDescription,
      contextSize: memory.contextSize,
      gpuLayers: model.gpuLayers,
      layers: model.fileInsights.totalLayers,
      threads,
      template: writer.template,
      ...(expected !== undefined && { measuredTokensPerSecond: Math.round(expected * 10) / 10 }),
    },
    methods: {
      async generate(input: GenerateInput, call: MethodContext) {
        const output = await writer.generate(input, call);
        const speed = output.outputTokens / Math.max(0.001, output.generationSeconds);
        const isTelling = expected !== undefined && output.outputTokens >= 32 && input.grammar === undefined;
        if (isTelling && (speed * 3 < expected || speed > expected * 1.5)) await forgetThreads(settings.modelPath);
        return output;
      },
    },
  };
}

/** With the GPU that the host chose, or without when the library can't use it. */
async function openLibrary(library: NodeLlamaCpp, { device, complain }: LoadContext): Promise<Llama> {
  const [kind = 'cpu', index] = device.split(':');
  const gpu = kind === 'cuda' || kind === 'vulkan' || kind === 'metal' ? kind : false;
  // Both libraries read these when they start, and see one device only.
  if (gpu === 'cuda' && index !== undefined) process.env['CUDA_VISIBLE_DEVICES'] ??= index;
  if (gpu === 'vulkan' && index !== undefined) process.env['GGML_VK_VISIBLE_DEVICES'] ??= index;
  const options = {
    build: 'never',
    skipDownload: true,
    progressLogs: false,
    maxThreads: 0,
    logLevel: 'error',
    logger: (_: string, line: string) => complain(line.trim()),
  } as const;
  if (gpu === false) return await library.getLlama({ ...options, gpu });
  try {
    return await library.getLlama({ ...options, gpu });
  } catch {
    return await library.getLlama({ ...options, gpu: false });
  }
}

async function chooseLayers(library: NodeLlamaCpp, { gpuLayers, contextSize, modelPath }: LoadSettings) {
  const fitContext = { contextSize };
  if (gpuLayers === 'auto') return { fitContext };
  if (gpuLayers !== 'half') return gpuLayers;
  const { architectureMetadata } = await library.readGgufFileInfo(modelPath, { readTensorInfo: false });
  return { max: Math.ceil(architectureMetadata.block_count / 2), fitContext };
}

/** The library says only that it failed; what llama.cpp complained of before tells why. */
function explain(error: unknown, complaints: string[]): unknown {
  if (isKinoraError(error)) return error;
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const text = [message, ...complaints.slice(-4)].join('; ');
  const isMemory = /insufficient ?memory|out of memory|not enough v?ram|(failed|unable) to allocate|too large for/i;
  if (isMemory.test(`${text} ${error instanceof Error ? error.constructor.name : ''}`)) {
    return new OutOfMemory(text, { cause: error });
  }
  if (/load model|gguf|magic/i.test(message)) return unreadable(text.slice(0, 300), error);
  return error;
}
