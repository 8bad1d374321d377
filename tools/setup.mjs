// Installs what is missing. No dependencies, runs on Node 20: this file comes before everything else.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The repository's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (text) => process.stderr.write(`kinora: ${text}\n`);

/** The Node 24 that the repository brings along, or the running one where none is packaged for this machine. */
export function nodePath() {
  const system = { win32: 'win' }[process.platform] ?? process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const packaged = join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', file);
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  fail(
    `No Node 24 is packaged for ${process.platform}-${process.arch}, and this is Node ${process.versions.node}.`,
    'Install Node 24 or later and run the same command again.',
  );
}

/**
 * Makes the checkout ready: packages as in package-lock.json, and the web app built.
 * @param {{ development?: boolean, web?: boolean }} options `development`: with the tools for tests; `web`: build the web app too.
 */
export function setUp({ development = false, web = false } = {}) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    fail(
      `Kinora needs Node 20 or later to start; this is ${process.versions.node}.`,
      'Install a newer Node, then run the same command again.',
    );
  }
  const lockFile = join(root, 'package-lock.json');
  if (missingPackages(lockFile, development).length > 0) {
    withLock(() => {
      if (missingPackages(lockFile, development).length > 0) installPackages(development);
    });
  }
  if (web) withWebBuild();
}

/** Names in the lock file that are not installed in that version. Reads two files, so it costs nothing when all is well. */
function missingPackages(lockFile, development) {
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return ['everything'];
  const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted)
    .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.link && !entry.optional && !entry.devOptional)
    .filter(([, entry]) => development || !entry.dev)
    .filter(
      ([path, entry]) => installed[path]?.version !== entry.version || !existsSync(join(root, path, 'package.json')),
    )
    .map(([path]) => path);
}

function installPackages(development) {
  say(`Installing packages${development ? ' and test tools' : ''} (once, about a minute) …`);
  const npm = process.env.npm_execpath;
  // Not `npm ci`: it refuses a lock file in which another platform's optional packages are missing, and a mirror of the
  // registry may not carry them. With exact versions and --no-save, install gives the same packages.
  const args = [
    'install',
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...(development ? [] : ['--omit=dev']),
  ];
  const isScript = npm !== undefined && /npm-cli\.c?js$/.test(npm);
  const command = isScript
    ? [process.execPath, [npm, ...args]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
  const environment = { ...process.env, NODE_ENV: '', npm_config_omit: '' };
  const done = spawnSync(command[0], command[1], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: environment,
  });
  if (done.error?.code === 'ENOENT')
    fail('npm was not found.', 'Install npm (it comes with Node.js) and run the same command again.');
  if (done.status !== 0) {
    fail(
      `npm could not install the packages (exit code ${done.status ?? done.signal}).`,
      'Check the network (the first start needs the npm registry), free disk space (about 1.5 GB) and write access to this folder. Then run the same command again; it goes on where it stopped.',
    );
  }
}

/** One set-up at a time in a checkout; a lock left by a dead process is taken over. */
function withLock(work) {
  const lock = join(root, '.kinora-setup.lock');
  for (let waited = 0; ; waited += 1) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      break;
    } catch (error) {
      if (error.code !== 'EEXIST')
        fail(`This folder can't be written: ${root} (${error.code}).`, 'Clone Kinora into a folder of your own.');
      const pid = existsSync(join(lock, 'pid')) ? Number(readFileSync(join(lock, 'pid'), 'utf8')) : 0;
      if (pid > 0 && !isAlive(pid)) rmSync(lock, { recursive: true, force: true });
      else {
        if (waited === 0) say('Another set-up is running here; waiting for it …');
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
      }
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Builds the web app when a source file changed since the last build. */
function withWebBuild() {
  const stamp = join(root, 'apps/web/build/sources.sha256');
  const isCurrent = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  const hash = hashSources([
    'apps/web',
    'packages/capabilities',
    'packages/studios',
    'packages/media/painting',
    'packages/media/frames',
    'packages/media/audio',
    'package-lock.json',
  ]);
  if (isCurrent()) return;
  withLock(() => {
    if (isCurrent()) return;
    say('Building the web app …');
    const cli = join(root, 'node_modules/@react-router/dev/bin.cjs');
    const environment = { ...process.env, NODE_ENV: 'production' };
    const done = spawnSync(nodePath(), [cli, 'build'], {
      cwd: join(root, 'apps/web'),
      encoding: 'utf8',
      env: environment,
    });
    if (done.status !== 0) {
      process.stderr.write(`${done.stdout}\n${done.stderr}\n`);
      fail('The web app could not be built.', 'The lines above say why. After a pull, try `npm run setup` once more.');
    }
    writeFileSync(stamp, hash);
  });
}

function hashSources(paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) {
        if (
          !['node_modules', 'build', '.react-router', 'e2e', 'testing', 'data'].includes(name) &&
          !/\.test\.tsx?$/.test(name)
        )
          visit(join(path, name));
      }
    } else {
      hash.update(relative(root, path)).update('\0').update(readFileSync(path));
    }
  };
  for (const path of paths) visit(join(root, path));
  return hash.digest('hex');
}

function fail(what, advice) {
  say(what);
  say(advice);
  process.exit(1);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  setUp({ development: !process.argv.includes('--production'), web: true });
  say('Ready.');
}
