import { mkdir, readFile, readdir, rename, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inspectModel } from './formats.ts';
import { makeFolder, openTestStore, pattern } from './testing/open-store.ts';

/** The head of a GGUF file, then noise. */
function gguf(length = 1000): Uint8Array {
  const bytes = Buffer.from(pattern(length));
  bytes.write('GGUF', 'latin1');
  bytes.writeUInt32LE(3, 4);
  bytes.writeBigUInt64LE(1n, 8);
  return bytes;
}
const onnx = () => Uint8Array.from([0x08, 0x08, ...pattern(100)]);

async function write(folder: string, files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
}

const espeak = { 'espeak-ng-data/phontab': 'x' };
test.each<[string, Record<string, string | Uint8Array>, object]>([
  ['a GGUF folder', { 'a.gguf': gguf() }, { format: 'gguf', runtime: 'llama-cpp', purpose: 'language' }],
  [
    'a diffusers folder',
    {
      'model_index.json': '{"_class_name":"OnnxStableDiffusionPipeline"}',
      'unet/model.onnx': onnx(),
      'vae_decoder/model.onnx': onnx(),
      'text_encoder/model.onnx': onnx(),
    },
    { format: 'diffusers', runtime: 'onnx', purpose: 'image' },
  ],
  ['a TAESD', { 'vae_decoder/model.onnx': onnx() }, { format: 'taesd', purpose: 'frame-style' }],
  [
    'a Whisper',
    { 'config.json': '{"model_type":"whisper"}', 'onnx/encoder_model.onnx': onnx() },
    { format: 'whisper', runtime: 'transformers', purpose: 'transcription' },
  ],
  [
    'a text classifier',
    { 'config.json': '{"architectures":["BertForSequenceClassification"]}', 'onnx/model.onnx': onnx() },
    { format: 'text-classifier', purpose: 'moderation' },
  ],
  [
    'an image classifier',
    { 'config.json': '{"architectures":["ViTForImageClassification"]}', 'onnx/model.onnx': onnx() },
    { format: 'image-classifier', purpose: 'moderation' },
  ],
  [
    'a captioner',
    { 'config.json': '{"model_type":"florence2"}', 'onnx/vision_encoder.onnx': onnx() },
    { format: 'captioner', purpose: 'description' },
  ],
  [
    'a Kokoro',
    { 'model.onnx': onnx(), 'voices.bin': 'x', 'tokens.txt': 'x', ...espeak },
    { format: 'kokoro', runtime: 'sherpa', purpose: 'speech' },
  ],
  ['a Piper voice', { 'en.onnx': onnx(), 'tokens.txt': 'x', ...espeak }, { format: 'piper', purpose: 'speech' }],
  ['RIFE', { 'rife49.onnx': onnx() }, { format: 'interpolation', purpose: 'clip' }],
  ['Beat This!', { 'beat_this_small0.onnx': onnx() }, { format: 'beats', purpose: 'beats' }],
])('recognises %s', async (_, files, expected) => {
  await using folder = await makeFolder();
  await write(folder.path, files);
  expect(await inspectModel(folder.path)).toMatchObject(expected);
});

test.each<[string, Record<string, string | Uint8Array>, RegExp]>([
  ['an empty folder', { 'readme.txt': 'x' }, /No model was recognised/],
  ['PyTorch weights', { 'model.safetensors': 'x', 'config.json': '{}' }, /PyTorch model.*ONNX export/],
  [
    'a pipeline without its UNet',
    { 'model_index.json': '{}', 'vae_decoder/model.onnx': onnx() },
    /unet\/model\.onnx is missing/,
  ],
  [
    'a pointer of Git LFS',
    { 'a.gguf': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n' },
    /not what its name says/,
  ],
  ['a web page', { 'rife.onnx': '<!doctype html><title>Log in</title>' }, /not what its name says/],
  ['a damaged config.json', { 'config.json': '{' }, /config\.json .* is damaged/],
])('refuses %s and says why', async (_, files, message) => {
  await using folder = await makeFolder();
  await write(folder.path, files);
  await expect(inspectModel(folder.path)).rejects.toMatchObject({
    code: 'request.invalid',
    message: expect.stringMatching(message),
  });
});

test('refuses a path where nothing is', async () => {
  await expect(inspectModel('/nowhere/at/all')).rejects.toThrow(/There is nothing at/);
});

test('takes all parts of a split GGUF, and misses one that isn’t there', async () => {
  await using folder = await makeFolder();
  await write(folder.path, { 'a-00001-of-00002.gguf': gguf(), 'a-00002-of-00002.gguf': gguf(), 'b.gguf': gguf() });
  const { files } = await inspectModel(path.join(folder.path, 'a-00001-of-00002.gguf'));
  expect(files).toEqual(['a-00001-of-00002.gguf', 'a-00002-of-00002.gguf']);
  await rename(path.join(folder.path, files[1] ?? ''), path.join(folder.path, 'c.gguf'));
  await expect(inspectModel(path.join(folder.path, files[0] ?? ''))).rejects.toThrow(/00002-of-00002\.gguf is missing/);
});

test('imports a copy that outlives the original', async () => {
  await using opened = await openTestStore();
  await using folder = await makeFolder();
  const bytes = gguf(5000);
  await write(folder.path, { 'My Model.gguf': bytes });
  const { store } = opened;
  const id = await store.importModel({ path: path.join(folder.path, 'My Model.gguf'), title: 'Märchen 7B' });
  expect(id).toBe('local-marchen-7b');
  await rename(path.join(folder.path, 'My Model.gguf'), path.join(folder.path, 'gone'));
  const [installed] = await (await opened.restart()).installed();
  expect(installed).toMatchObject({ id, title: 'Märchen 7B', format: 'gguf', purpose: 'language', bytes: 5000 });
  expect(await readFile(path.join(installed?.folder ?? '', 'My Model.gguf'))).toEqual(Buffer.from(bytes));
});

test('links a model, notices when the original is gone, and never removes it', async () => {
  await using opened = await openTestStore();
  await using folder = await makeFolder();
  await write(folder.path, { 'm.gguf': gguf() });
  const { store } = opened;
  const id = await store.importModel({ path: folder.path, title: 'Mine', link: true });
  expect(await store.diskUse()).toEqual({ models: 0, downloads: 0 });
  expect(store.list().find(({ entry }) => entry.id === id)).toMatchObject({
    isImported: true,
    entry: { title: 'Mine', purpose: 'language', licence: { name: 'Unknown' } },
    install: { state: 'installed', bytes: 1000 },
  });
  await rename(path.join(folder.path, 'm.gguf'), path.join(folder.path, 'n.gguf'));
  const again = await opened.restart();
  expect(again.state(id)).toMatchObject({ state: 'failed', message: expect.stringContaining('no longer at') });
  expect(await again.installed()).toEqual([]);
  await rename(path.join(folder.path, 'n.gguf'), path.join(folder.path, 'm.gguf'));
  const third = await opened.restart();
  expect(third.state(id)).toMatchObject({ state: 'installed' });
  await third.remove(id);
  expect(await readdir(folder.path)).toEqual(['m.gguf']);
  expect(third.list().some(({ entry }) => entry.id === id)).toBe(false);
});

test('follows the links of the hub’s own cache', async () => {
  await using opened = await openTestStore();
  await using folder = await makeFolder();
  await write(folder.path, { 'blobs/abc': gguf(), 'snapshots/main/readme.md': '# x' });
  await symlink('../../blobs/abc', path.join(folder.path, 'snapshots/main/model.gguf'));
  const id = await opened.store.importModel({ path: path.join(folder.path, 'snapshots/main'), title: 'Cached' });
  expect((await opened.store.installed()).find((model) => model.id === id)?.files).toEqual(['model.gguf', 'readme.md']);
});

test('refuses the same model twice, and gives two different ones of a name different ids', async () => {
  await using opened = await openTestStore();
  await using folder = await makeFolder();
  await write(folder.path, { 'a/m.gguf': gguf(1000), 'b/m.gguf': gguf(2000) });
  const { store } = opened;
  expect(await store.importModel({ path: path.join(folder.path, 'a/m.gguf') })).toBe('local-m');
  await expect(store.importModel({ path: path.join(folder.path, 'a/m.gguf') })).rejects.toMatchObject({
    code: 'request.conflict',
    message: 'This model is here already, as “m”.',
  });
  expect(await store.importModel({ path: path.join(folder.path, 'b/m.gguf') })).toBe('local-m-2');
});

test('an import whose trial fails leaves nothing behind', async () => {
  await using opened = await openTestStore({
    probe: async () => {
      throw new Error('unknown architecture');
    },
  });
  await using folder = await makeFolder();
  await write(folder.path, { 'm.gguf': gguf() });
  await expect(opened.store.importModel({ path: folder.path })).rejects.toThrow('unknown architecture');
  expect(await opened.store.diskUse()).toEqual({ models: 0, downloads: 0 });
  expect(await readdir(path.join(opened.home, 'models', '.downloads'))).toEqual([]);
});
