import { basename, dirname, join, sep } from 'node:path';
import { tmpdir } from 'node:os';
import { readdir } from 'node:fs/promises';
import type { ModelServerContext } from '@kinora/capabilities';

/** What Kinora uses of `@huggingface/transformers`, which is installed on demand and so has no types here. */
export type Library = {
  env: {
    allowRemoteModels: boolean;
    localModelPath: string;
    cacheDir: string;
    useFSCache: boolean;
    logLevel: number;
  };
  LogLevel: { ERROR: number };
  Tensor: new (type: string, data: BigInt64Array | Float32Array, shape: number[]) => Tensor;
  RawImage: { fromBlob(blob: Blob): Promise<{ width: number; height: number }> };
  InterruptableStoppingCriteria: new () => { interrupt(): void };
  AutoTokenizer: Loader<Tokenizer>;
  AutoProcessor: Loader<Processor>;
  AutoModelForSpeechSeq2Seq: Loader<Model>;
  AutoModelForSequenceClassification: Loader<Model>;
  AutoModelForImageClassification: Loader<Model>;
  AutoModelForVision2Seq: Loader<Model>;
  AutoModelForImageTextToText: Loader<Model>;
};

/** The library's tensor: `data` is row-major. */
export type Tensor = { data: ArrayLike<number | bigint>; dims: number[]; tolist(): unknown };

/** Turns text into numbers and back. */
export type Tokenizer = {
  (text: string | string[], options?: Record<string, unknown>): Record<string, Tensor>;
  encode(text: string, options?: Record<string, unknown>): number[];
  decode(tokens: number[], options?: { skip_special_tokens?: boolean }): string;
  batch_decode(tokens: Tensor, options?: { skip_special_tokens?: boolean }): string[];
  model_max_length?: number;
};

/** Turns sound or pictures into numbers. */
export type Processor = {
  (input: unknown, text?: unknown): Promise<Record<string, Tensor>>;
  construct_prompts?: (task: string) => string[];
  post_process_generation?: (text: string, task: string, size: [number, number]) => Record<string, string>;
};

/** A model with its sessions. */
export type Model = {
  (inputs: Record<string, unknown>): Promise<Record<string, Tensor>>;
  generate(options: Record<string, unknown>): Promise<unknown>;
  dispose(): Promise<unknown>;
  config: Record<string, unknown>;
  generation_config: Record<string, unknown>;
  sessions: Record<string, { outputNames: readonly string[] }>;
};

type Loader<Loaded> = { from_pretrained(model: string, options?: Record<string, unknown>): Promise<Loaded> };

/** A folder opened with the library. */
export type Opened = {
  library: Library;
  /** Loads a part of the folder, as in `load('AutoTokenizer')`. */
  load<Name extends LoaderName>(name: Name): Promise<Awaited<ReturnType<Library[Name]['from_pretrained']>>>;
  /** Where models are really loaded. */
  device(): string;
};

type LoaderName = { [Name in keyof Library]: Library[Name] extends Loader<unknown> ? Name : never }[keyof Library];

/** Suffixes of the files of one network by precision, in the order they are taken when several are there. */
const precisions: readonly (readonly [dtype: string, suffix: string])[] = [
  ['fp32', ''],
  ['q8', '_quantized'],
  ['int8', '_int8'],
  ['uint8', '_uint8'],
  ['q4', '_q4'],
  ['bnb4', '_bnb4'],
  ['fp16', '_fp16'],
  ['q4f16', '_q4f16'],
];

/**
 * Opens a model's folder: nothing is fetched, nothing is written but to the temporary folder.
 * @param options.dtype Precision by the name of the network, or one for all. Default: what the folder has.
 */
export async function openFolder(
  folder: string,
  context: ModelServerContext,
  options: { dtype?: string | Record<string, string> | undefined } = {},
): Promise<Opened> {
  const library = await context.importPackage<Library>('@huggingface/transformers');
  library.env.allowRemoteModels = false;
  library.env.localModelPath = dirname(folder) + sep;
  library.env.cacheDir = join(tmpdir(), 'kinora-transformers');
  library.env.useFSCache = false;
  library.env.logLevel = library.LogLevel.ERROR;
  const dtype = options.dtype ?? (await findPrecisions(folder));
  let device = toLibraryDevice(context.device);
  return {
    library,
    device: () => (device === 'cpu' ? 'cpu' : context.device),
    async load(name) {
      const loader = library[name] as Loader<never>;
      if (!name.startsWith('AutoModel')) return loader.from_pretrained(basename(folder));
      const settings = () => ({ dtype, device, session_options: { intraOpNumThreads: context.threads } });
      try {
        return await loader.from_pretrained(basename(folder), settings());
      } catch (error) {
        // A GPU that turns out not to be usable isn't worth failing for.
        if (device === 'cpu') throw error;
        device = 'cpu';
        return await loader.from_pretrained(basename(folder), settings());
      }
    },
  };
}

/** The precision of each network in `onnx/`, e.g. `{ encoder_model: 'fp32', decoder_model_merged: 'q8' }`. */
async function findPrecisions(folder: string): Promise<Record<string, string>> {
  const files = (await readdir(join(folder, 'onnx'))).filter((name) => name.endsWith('.onnx'));
  const names = files.map((file) => file.slice(0, -'.onnx'.length));
  const found: Record<string, string> = {};
  const suffixes = precisions.map(([, suffix]) => suffix).filter((suffix) => suffix !== '');
  for (const name of names) {
    const suffix =
      suffixes.filter((candidate) => name.endsWith(candidate)).sort((a, b) => b.length - a.length)[0] ?? '';
    const network = name.slice(0, name.length - suffix.length);
    const dtype = precisions.find(([, candidate]) => candidate === suffix)![0];
    const rank = (value: string) => precisions.findIndex(([candidate]) => candidate === value);
    if (found[network] === undefined || rank(dtype) < rank(found[network])) found[network] = dtype;
  }
  // The library calls the encoder of a sequence-to-sequence model `encoder_model` in file names and `model` in settings.
  return found;
}

function toLibraryDevice(device: string): string {
  const [kind] = device.split(':');
  return (
    { cpu: 'cpu', cuda: 'cuda', directml: 'dml', webgpu: 'webgpu', vulkan: 'webgpu', metal: 'coreml' }[kind!] ?? 'cpu'
  );
}
