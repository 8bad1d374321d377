import type { CatalogueEntry, ModelFormat, RuntimeName } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** What was found in a folder or file that is to be imported. */
export type Inspection = {
  format: ModelFormat;
  runtime: RuntimeName;
  purpose: CatalogueEntry['purpose'];
  /** Folder that the files are relative to. */
  folder: string;
  /** With forward slashes, sorted. */
  files: string[];
  /** From the name of the file or folder. */
  title: string;
};

type Contents = { folder: string; files: string[]; config: Record<string, unknown> | null };
type Purpose = CatalogueEntry['purpose'];
type Layout = {
  runtime: RuntimeName;
  purpose: Purpose;
  /** Whether the folder looks like this at all. */
  test: (contents: Contents) => boolean;
  /** Files it can't do without. */
  needs?: { pattern: RegExp; name: string }[];
};

const onnx = /\.onnx$/;
const network = { pattern: /^(onnx\/)?[^/]+\.onnx$/, name: 'a network in ONNX (onnx/*.onnx)' };
const hasFile = (pattern: RegExp) => (contents: Contents) => contents.files.some((file) => pattern.test(file));
const isArchitecture = (pattern: RegExp) => (contents: Contents) => {
  const names = contents.config?.['architectures'];
  return Array.isArray(names) && names.some((name) => typeof name === 'string' && pattern.test(name));
};
const isModelType = (pattern: RegExp) => (contents: Contents) => pattern.test(String(contents.config?.['model_type']));
const espeak = /^espeak-ng-data\//;

/** How each format is recognised; the first that fits wins. */
const layouts: Record<ModelFormat, Layout> = {
  diffusers: {
    runtime: 'onnx',
    purpose: 'image',
    test: hasFile(/^model_index\.json$/),
    needs: ['unet', 'vae_decoder', 'text_encoder'].map((part) => ({
      pattern: new RegExp(`^${part}/[^/]+\\.onnx$`),
      name: `${part}/model.onnx`,
    })),
  },
  whisper: { runtime: 'transformers', purpose: 'transcription', test: isModelType(/^whisper$/), needs: [network] },
  captioner: {
    runtime: 'transformers',
    purpose: 'description',
    test: isModelType(/^(florence2|vision-encoder-decoder|blip)$/),
    needs: [network],
  },
  'text-classifier': {
    runtime: 'transformers',
    purpose: 'moderation',
    test: isArchitecture(/ForSequenceClassification$/),
    needs: [network],
  },
  'image-classifier': {
    runtime: 'transformers',
    purpose: 'moderation',
    test: isArchitecture(/ForImageClassification$/),
    needs: [network],
  },
  supertonic: {
    runtime: 'sherpa',
    purpose: 'speech',
    test: hasFile(/(^|\/)duration_predictor[^/]*\.onnx$/),
    needs: [
      { pattern: /(^|\/)vector_estimator[^/]*\.onnx$/, name: 'vector_estimator.onnx' },
      { pattern: /(^|\/)vocoder[^/]*\.onnx$/, name: 'vocoder.onnx' },
    ],
  },
  kokoro: {
    runtime: 'sherpa',
    purpose: 'speech',
    test: (contents) => hasFile(/^voices\.bin$/)(contents) && hasFile(/^tokens\.txt$/)(contents),
    needs: [
      { pattern: /^[^/]+\.onnx$/, name: 'model.onnx' },
      { pattern: espeak, name: 'espeak-ng-data' },
    ],
  },
  piper: {
    runtime: 'sherpa',
    purpose: 'speech',
    test: (contents) => hasFile(/^tokens\.txt$/)(contents) && hasFile(/^[^/]+\.onnx$/)(contents),
    needs: [{ pattern: espeak, name: 'espeak-ng-data' }],
  },
  taesd: {
    runtime: 'onnx',
    purpose: 'frame-style',
    test: (contents) => hasFile(/^vae_decoder\/[^/]+\.onnx$/)(contents) && !hasFile(/^unet\//)(contents),
  },
  gguf: {
    runtime: 'llama-cpp',
    purpose: 'language',
    test: hasFile(/\.gguf$/),
    needs: [{ pattern: /\.gguf$/, name: 'a GGUF file' }],
  },
  interpolation: {
    runtime: 'onnx',
    purpose: 'clip',
    test: hasFile(/^(rife|film)[^/]*\.onnx$/i),
    needs: [{ pattern: onnx, name: 'a network in ONNX' }],
  },
  beats: {
    runtime: 'onnx',
    purpose: 'beats',
    test: hasFile(/^beat_?this[^/]*\.onnx$/i),
    needs: [{ pattern: onnx, name: 'a network in ONNX' }],
  },
};

/**
 * Recognises a model by its files and checks that they are whole enough to be worth loading.
 * @param hint What the user says it is; recognised where it is left out.
 * @throws KinoraError `request.invalid` saying what is missing.
 */
export async function inspectModel(
  place: string,
  hint: { format?: ModelFormat | undefined; purpose?: Purpose | undefined } = {},
): Promise<Inspection> {
  const facts = await stat(place).catch(() => null);
  if (!facts) throw invalid(`There is nothing at ${place}; check the path on the machine where Kinora runs.`);
  const contents = facts.isDirectory() ? await readContents(place) : await readFileContents(place);
  const found = (Object.entries(layouts) as [ModelFormat, Layout][]).find(([, layout]) => layout.test(contents))?.[0];
  const format = hint.format ?? found;
  if (format === undefined) {
    throw invalid(
      isPyTorch(contents)
        ? 'This is a PyTorch model. Kinora runs ONNX and GGUF: look for an ONNX export on the hub, or make one with “optimum-cli export onnx”.'
        : 'No model was recognised there. Kinora knows GGUF files, ONNX folders of diffusers and transformers.js, and voices of sherpa-onnx; say which format it is.',
    );
  }
  const layout = layouts[format];
  for (const { pattern, name } of layout.needs ?? []) {
    if (contents.files.some((file) => pattern.test(file))) continue;
    throw invalid(
      `${name} is missing in ${place}${isPyTorch(contents) ? ': these are PyTorch weights, and Kinora needs the ONNX export' : ''}.`,
    );
  }
  for (const file of contents.files) await checkHead(path.join(contents.folder, file));
  const { runtime, purpose } = layout;
  const title = path.basename(place).replace(/\.(gguf|onnx)$/i, '');
  return { format, runtime, purpose: hint.purpose ?? purpose, folder: contents.folder, files: contents.files, title };
}

async function readContents(folder: string): Promise<Contents> {
  const files: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/');
    // A symbolic link to a file counts as that file: the hub's own cache is made of them.
    const isFile = entry.isFile() || (entry.isSymbolicLink() && (await stat(path.join(folder, file))).isFile());
    if (isFile && !file.split('/').some((part) => part.startsWith('.'))) files.push(file);
    if (files.length > 5000) throw invalid(`${folder} has too many files for a model; name the model's own folder.`);
  }
  let config: Contents['config'] = null;
  if (files.includes('config.json')) {
    try {
      config = JSON.parse(await readFile(path.join(folder, 'config.json'), 'utf8')) as Contents['config'];
    } catch {
      throw invalid(`config.json in ${folder} is damaged; copy the folder again.`);
    }
  }
  return { folder, files: files.sort(), config };
}

/** A single file, with the other parts when it is one of a split GGUF. */
async function readFileContents(file: string): Promise<Contents> {
  const folder = path.dirname(file);
  const name = path.basename(file);
  const split = /^(.*)-\d{5}-of-(\d{5})\.gguf$/.exec(name);
  if (!split) return { folder, files: [name], config: null };
  const count = Number(split[2]);
  const files = Array.from(
    { length: count },
    (_, index) => `${split[1] ?? ''}-${String(index + 1).padStart(5, '0')}-of-${split[2] ?? ''}.gguf`,
  );
  const there = new Set(await readdir(folder));
  const missing = files.find((each) => !there.has(each));
  if (missing !== undefined) throw invalid(`${missing} is missing beside ${name}.`);
  return { folder, files, config: null };
}

/** The first bytes tell a download that was cut at its start, a web page or a pointer of Git LFS from a model. */
async function checkHead(file: string): Promise<void> {
  const isModel = file.endsWith('.gguf') ? isGguf : file.endsWith('.onnx') ? isOnnx : null;
  if (!isModel) return;
  const handle = await open(file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(24), 0, 24, 0);
    if (bytesRead === 24 && isModel(buffer)) return;
  } finally {
    await handle.close();
  }
  throw invalid(
    `${path.basename(file)} is not what its name says: perhaps a broken download, or the pointer of a file that Git LFS didn't fetch.`,
  );
}

/** GGUF, version 2 or 3, little-endian: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md */
function isGguf(head: Buffer): boolean {
  return (
    head.toString('latin1', 0, 4) === 'GGUF' && [2, 3].includes(head.readUInt32LE(4)) && head.readBigUInt64LE(8) > 0n
  );
}

/** A protocol buffer whose first field is `ir_version` of ONNX's ModelProto. */
function isOnnx(head: Buffer): boolean {
  return head[0] === 0x08 && (head[1] ?? 0) > 0 && (head[1] ?? 0) < 0x80;
}

function isPyTorch({ files }: Contents): boolean {
  return (
    files.some((file) => /\.(safetensors|ckpt|pth?)$|pytorch_model.*\.bin$/.test(file)) &&
    !files.some((file) => onnx.test(file))
  );
}

function invalid(message: string): KinoraError {
  return new KinoraError('request.invalid', message, { data: { field: 'path' } });
}
