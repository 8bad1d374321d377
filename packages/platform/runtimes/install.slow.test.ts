import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { testRuntimes } from '../testing/index.ts';
import { openPackages } from './extra-packages.ts';
import type { Manifest } from './folder.ts';
import { importFrom, installFolder } from './folder.ts';
import { detectHardware } from './hardware/index.ts';
import { isAlive } from './lock.ts';
import { createProcessHost } from './process-host.ts';
import { runtimePackage } from './packages.ts';
import { openRuntimes } from './runtimes.ts';
import { integrityOf, startRegistry } from './testing/registry.ts';

const tiny = {
  name: '@kinora-test/tiny',
  version: '1.2.3',
  manifest: {
    type: 'module',
    exports: './index.js',
    dependencies: { 'kinora-test-part': '2.0.0' },
    optionalDependencies: { 'kinora-test-optional': '1.0.0' },
    scripts: { postinstall: "node -e \"require('fs').writeFileSync('ran', '')\"" },
  },
  files: { 'index.js': "export { part } from 'kinora-test-part';\n", 'padding.txt': 'kinora '.repeat(20_000) },
};
const part = {
  name: 'kinora-test-part',
  version: '2.0.0',
  manifest: { type: 'module', exports: './index.js' },
  files: { 'index.js': 'export const part = 42;\n' },
};
const optional = { name: 'kinora-test-optional', version: '1.0.0', files: {} };
const wanted = { [tiny.name]: tiny.version };

async function temporaryHome(): Promise<string> {
  const home = await mkdtemp(path.join(tmpdir(), 'kinora-install-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  return home;
}

async function open() {
  const registry = await startRegistry([tiny, part, optional]);
  onTestFinished(() => registry[Symbol.asyncDispose]());
  const home = await temporaryHome();
  const environment = { npm_config_registry: registry.url, npm_config_fetch_retries: '0' };
  return { home, registry, environment, packages: openPackages({ home, environment }) };
}

function startInstaller(home: string, registry: string) {
  const script = fileURLToPath(new URL('testing/installer.ts', import.meta.url));
  const child = spawn(process.execPath, [script, home, registry, tiny.name, tiny.version], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

test('an exact package with all it needs is there whole, without its scripts having run, and goes again', async () => {
  const { home, registry, packages } = await open();
  expect(await packages.state(wanted)).toEqual({ state: 'absent' });
  await expect(packages.importPackage(tiny.name)).rejects.toMatchObject({ code: 'provider.unavailable' });
  const installing = packages.install(wanted);
  expect(await packages.state(wanted)).toMatchObject({ state: 'installing', step: 'download' });
  await installing;
  expect(await packages.state(wanted)).toMatchObject({ state: 'installed', bytes: expect.any(Number) });
  expect(await packages.importPackage(tiny.name)).toMatchObject({ part: 42 });
  const folder = path.join(home, 'packages', '@kinora-test+tiny@1.2.3');
  expect((await readdir(folder)).toSorted()).toEqual(['import.mjs', 'kinora.json', 'node_modules', 'package.json']);
  expect(await readdir(path.join(folder, 'node_modules', tiny.name))).not.toContain('ran');
  expect(await readdir(path.join(home, 'packages'))).toEqual(['@kinora-test+tiny@1.2.3']);
  await packages.install(wanted);
  expect(registry.tarballs.filter((name) => name === tiny.name)).toHaveLength(1);
  await packages.remove(wanted);
  expect(await packages.state(wanted)).toEqual({ state: 'absent' });
  expect(await packages.bytes()).toBe(0);
  await expect(packages.install({ [tiny.name]: '^1.0.0' })).rejects.toMatchObject({ code: 'request.invalid' });
});

test('what a killed process left is swept, and the next one installs', async () => {
  const { home, registry, packages } = await open();
  registry.behaviour.isStalled = true;
  const child = startInstaller(home, registry.url);
  await registry.stalled;
  expect(await packages.state(wanted)).toMatchObject({ state: 'installing' });
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await packages.state(wanted)).toEqual({ state: 'absent' });
  expect((await readdir(path.join(home, 'packages'))).filter((name) => name.startsWith('.installing'))).toHaveLength(1);
  registry.behaviour.isStalled = false;
  await packages.install(wanted);
  expect(await readdir(path.join(home, 'packages'))).toEqual(['@kinora-test+tiny@1.2.3']);
});

test('two processes that want the same package fetch it once', async () => {
  const { home, registry, packages } = await open();
  const other = startInstaller(home, registry.url);
  const [[code]] = (await Promise.all([once(other, 'exit'), packages.install(wanted), packages.install(wanted)])) as [
    [number],
    void,
    void,
  ];
  expect(code).toBe(0);
  expect(registry.tarballs.filter((name) => name === tiny.name)).toHaveLength(1);
});

test('an installation that is stopped ends npm and leaves nothing', async () => {
  const { home, registry, packages } = await open();
  registry.behaviour.isStalled = true;
  const abort = new AbortController();
  const installing = packages.install(wanted, { signal: abort.signal });
  await registry.stalled;
  const npm = await processesIn(home);
  expect(npm).toHaveLength(process.platform === 'linux' ? 1 : 0);
  abort.abort();
  await expect(installing).rejects.toMatchObject({ code: 'job.cancelled' });
  await expect.poll(() => npm.filter(isAlive)).toEqual([]);
  expect(await readdir(path.join(home, 'packages'))).toEqual([]);
  expect(await packages.state(wanted)).toEqual({ state: 'absent' });
});

test('each obstacle is named with what to do about it', async () => {
  const { home, registry, packages, environment } = await open();
  registry.behaviour.isDamaged = true;
  await expect(packages.install(wanted)).rejects.toMatchObject({ code: 'provider.failed', isRetryable: true });
  expect(await packages.state(wanted)).toMatchObject({ state: 'failed', message: expect.stringContaining('damaged') });
  registry.behaviour.isDamaged = false;

  await expect(packages.install({ '@kinora-test/none': '1.0.0' })).rejects.toMatchObject({
    code: 'provider.unavailable',
    message: expect.stringContaining('does not carry'),
  });

  const offline = openPackages({ home, environment: { ...environment, npm_config_registry: 'http://127.0.0.1:9/' } });
  await expect(offline.install(wanted)).rejects.toMatchObject({
    code: 'provider.unavailable',
    isRetryable: true,
    message: expect.stringContaining('Check the network'),
  });

  const huge = installFolder({
    root: home,
    key: 'huge',
    title: 'a giant',
    packages: wanted,
    bytes: 1e18,
    downloadBytes: 0,
    environment,
  });
  await expect(huge).rejects.toMatchObject({ code: 'storage.full', message: expect.stringContaining('MB are free') });
});

test('a locked package is installed as it was recorded, and no other in its place', async () => {
  const { home, environment } = await open();
  const install = (integrity: string) =>
    installFolder({
      root: home,
      key: 'locked',
      title: 'a part',
      packages: { [part.name]: part.version },
      lock: { [`node_modules/${part.name}`]: { version: part.version, integrity } },
      bytes: 1,
      downloadBytes: 1,
      environment,
    });
  const other = `sha512-${Buffer.alloc(64).toString('base64')}`;
  await expect(install(other)).rejects.toMatchObject({ code: 'provider.failed', data: { npm: 'EINTEGRITY' } });
  const folder = await install(integrityOf(part));
  expect(await importFrom(folder, part.name)).toMatchObject({ part: 42 });
});

test("a private registry is reached with the user's own npm settings, which stay out of errors", async () => {
  const { home, registry } = await open();
  registry.behaviour.authorization = 'Bearer very-secret';
  const userconfig = path.join(home, 'npmrc');
  const address = registry.url.replace('http:', '');
  await writeFile(userconfig, `registry=${registry.url}\n${address}:_authToken=very-secret\n`);
  const packages = openPackages({ home, environment: { npm_config_userconfig: userconfig } });
  await packages.install(wanted);
  await packages.remove(wanted);
  registry.behaviour.authorization = 'Bearer another';
  const error = await packages.install(wanted).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'provider.unavailable', message: expect.stringContaining('npm login') });
  expect(JSON.stringify(error) + String((error as Error).cause)).not.toContain('very-secret');
});

test('an npm script around Kinora does not redirect the installation', async () => {
  const { home, packages } = await open();
  const elsewhere = path.join(home, 'elsewhere');
  await mkdir(elsewhere);
  for (const [name, value] of [
    ['npm_config_global', 'true'],
    ['npm_config_prefix', elsewhere],
    ['npm_config_local_prefix', elsewhere],
    ['npm_config_omit', 'dev'],
    ['npm_config_package_lock_only', 'true'],
  ] as const) {
    process.env[name] = value;
    onTestFinished(() => void delete process.env[name]);
  }
  await packages.install(wanted);
  expect(await packages.importPackage(tiny.name)).toMatchObject({ part: 42 });
  expect(await readdir(elsewhere)).toEqual([]);
});

test('the real runtimes install and can be imported in a process of their own', async () => {
  const { home, runtimes } = await testRuntimes('onnx', 'llama-cpp', 'transformers', 'sherpa');
  await using host = createProcessHost({ runtimes, hardware: () => detectHardware({ home }) });
  const exportsOf = async (runtime: 'onnx' | 'llama-cpp' | 'transformers' | 'sherpa', name: string) => {
    await using model = host.open({
      name: runtime,
      runtime,
      entry: new URL('testing/model.ts', import.meta.url),
      settings: {},
      device: 'cpu',
    });
    return await model.call<string[]>('import', name);
  };
  expect(await exportsOf('onnx', 'onnxruntime-node')).toContain('InferenceSession');
  expect(await exportsOf('llama-cpp', 'node-llama-cpp')).toContain('getLlama');
  expect(await exportsOf('transformers', '@huggingface/transformers')).toContain('pipeline');
  expect(await exportsOf('sherpa', 'sherpa-onnx-node')).toContain('default');
  for (const name of ['onnx', 'llama-cpp', 'transformers', 'sherpa'] as const) {
    const found = await runtimes.find(name);
    const announced = found && runtimePackage(name, found.variant, process)?.bytes;
    const { bytes } = JSON.parse(await readFile(path.join(found?.folder ?? '', 'kinora.json'), 'utf8')) as Manifest;
    expect({ name, share: bytes / (announced ?? 1) }).toEqual({ name, share: expect.closeTo(1, 1) });
  }
});

test('a runtime in a home of its own is listed, removed and gone', async () => {
  const home = await temporaryHome();
  const runtimes = openRuntimes({ home, hardware: () => detectHardware({ home }) });
  const installed = await runtimes.install('sherpa');
  expect(JSON.parse(await readFile(path.join(installed.folder, 'kinora.json'), 'utf8'))).toMatchObject({
    packages: { 'sherpa-onnx-node': installed.version },
  });
  expect(await runtimes.find('sherpa')).toEqual(installed);
  await runtimes.remove('sherpa');
  expect(await runtimes.find('sherpa')).toBeNull();
  expect(await readdir(path.join(home, 'runtimes'))).toEqual([]);
});

/** Processes that work in a folder. */
async function processesIn(folder: string): Promise<number[]> {
  const pids = (await readdir('/proc').catch(() => [])).map(Number).filter((pid) => pid > 0 && pid !== process.pid);
  const all = await Promise.all(
    pids.map(async (pid) => ({ pid, at: await readlink(`/proc/${pid}/cwd`).catch(() => '') })),
  );
  return all.filter(({ at }) => at.startsWith(folder)).map(({ pid }) => pid);
}
