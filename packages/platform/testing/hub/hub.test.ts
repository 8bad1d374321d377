import { downloadFile, fileDownloadInfo, HubApiError, listFiles, modelInfo, pathsInfo } from '@huggingface/hub';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { startHub } from './index.ts';

const repo = { type: 'model', name: 'kinora/tiny' } as const;
const weights = new Uint8Array(100_000).map((_, index) => index % 251);
const files = { 'config.json': '{"a":1}', 'onnx/model.onnx': weights, 'onnx/readme.md': '# x' };
const sha256 = createHash('sha256').update(weights).digest('hex');
/** `git hash-object` of config.json. */
const blob = createHash('sha1').update('blob 7\0{"a":1}').digest('hex');

test('the hub’s official client understands its listings', async () => {
  await using hub = await startHub({ 'kinora/tiny': files });
  const commit = await hub.commit('kinora/tiny', files);
  const facts = await modelInfo({ name: repo.name, hubUrl: hub.url, additionalFields: ['sha', 'filePaths'] });
  expect(facts).toMatchObject({ name: 'kinora/tiny', sha: commit, gated: false });
  expect(facts.filePaths).toEqual(Object.keys(files));

  const recursive = await Array.fromAsync(listFiles({ repo, hubUrl: hub.url, recursive: true }));
  expect(recursive).toMatchObject([
    { type: 'file', path: 'config.json', size: 7, oid: blob },
    { type: 'directory', path: 'onnx', size: 0 },
    { type: 'file', path: 'onnx/model.onnx', lfs: { oid: sha256, size: 100_000, pointerSize: 131 } },
    { type: 'file', path: 'onnx/readme.md' },
  ]);
  expect(recursive[0]).not.toHaveProperty('lfs');
  const top = await Array.fromAsync(listFiles({ repo, hubUrl: hub.url }));
  expect(top.map(({ path }) => path)).toEqual(['config.json', 'onnx']);

  const [info] = await pathsInfo({ repo, hubUrl: hub.url, paths: ['onnx/model.onnx', 'none'] });
  expect(info?.lfs?.oid).toBe(sha256);
});

test('the hub’s official client loads files from it, whole and in part', async () => {
  await using hub = await startHub({ 'kinora/tiny': files });
  const small = await fileDownloadInfo({ repo, path: 'config.json', hubUrl: hub.url });
  expect(small).toMatchObject({ size: 7, etag: `"${blob}"` });
  const large = await fileDownloadInfo({ repo, path: 'onnx/model.onnx', hubUrl: hub.url });
  expect(large?.size).toBe(100_000);
  expect(await fileDownloadInfo({ repo, path: 'none', hubUrl: hub.url })).toBeNull();
  const whole = await downloadFile({ repo, path: 'onnx/model.onnx', hubUrl: hub.url });
  expect(new Uint8Array((await whole?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(weights);
  const part = await whole?.slice(500, 600).arrayBuffer();
  expect(new Uint8Array(part ?? new ArrayBuffer())).toEqual(weights.slice(500, 600));
});

test('large files come from another origin, with what the hub knows of them on the way', async () => {
  await using hub = await startHub({ 'kinora/tiny': files });
  const address = `${hub.url}/kinora/tiny/resolve/main/onnx/model.onnx`;
  const response = await fetch(address, { method: 'HEAD', redirect: 'manual' });
  expect(response.status).toBe(302);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    location: expect.stringMatching(`^${hub.contentUrl}/.*Signature=`),
    'x-linked-size': '100000',
    'x-linked-etag': `"${sha256}"`,
    'x-repo-commit': expect.stringMatching(/^[0-9a-f]{40}$/),
  });
  const ranged = await fetch(address, { headers: { range: 'bytes=99990-' } });
  expect(ranged.status).toBe(206);
  expect(ranged.headers.get('content-range')).toBe('bytes 99990-99999/100000');
  const stale = await fetch(address, { headers: { range: 'bytes=10-', 'if-range': '"other"' } });
  expect(stale.status).toBe(200);
  await stale.body?.cancel();
  const beyond = await fetch(address, { headers: { range: 'bytes=100000-' } });
  expect(beyond.status).toBe(416);
});

test('refuses as the hub does', async () => {
  await using hub = await startHub({ 'kinora/tiny': files });
  const missing = modelInfo({ name: 'kinora/none', hubUrl: hub.url });
  await expect(missing).rejects.toMatchObject({ statusCode: 401 });
  await expect(missing).rejects.toBeInstanceOf(HubApiError);
  const revision = modelInfo({ name: repo.name, revision: 'none', hubUrl: hub.url });
  await expect(revision).rejects.toMatchObject({ statusCode: 404, data: { error: 'Invalid rev id: none' } });

  hub.faults.gate = 'login';
  const address = `${hub.url}/kinora/tiny/resolve/main/config.json`;
  const ask = (token?: string) => fetch(address, { headers: token ? { authorization: `Bearer ${token}` } : {} });
  const gated = await ask();
  expect([gated.status, gated.headers.get('x-error-code')]).toEqual([401, 'GatedRepo']);
  expect((await ask('hf_test')).status).toBe(200);
  hub.faults.gate = 'refused';
  expect((await ask('hf_test')).status).toBe(403);
});
