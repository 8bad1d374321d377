import { KinoraError } from '@kinora/capabilities';
import { fork } from 'node:child_process';
import { access, realpath } from 'node:fs/promises';
import path from 'node:path';

/** What {@link installWithNpm} needs. */
export type NpmInstall = {
  /** An existing folder with a package.json that names exact versions. */
  folder: string;
  /** Folder for npm's downloads. */
  cache: string;
  omitOptional?: boolean;
  /** Whether its package-lock.json says what to install, down to the last package, and what its hash is. */
  isLocked?: boolean;
  signal?: AbortSignal | undefined;
  /** npm's command line module. Default: {@link findNpm}. */
  npm?: string | undefined;
  /** Added to the environment, e.g. another registry for a test. */
  environment?: Record<string, string> | undefined;
};

const npmArguments = [
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
  '--no-bin-links',
  '--no-global',
  '--no-workspaces',
  '--no-dry-run',
  '--no-progress',
  '--omit=dev',
  '--install-strategy=hoisted',
  '--loglevel=error',
];

/** Whoever has no network should hear of it in seconds. */
const patience = {
  npm_config_fetch_retries: '2',
  npm_config_fetch_retry_mintimeout: '1000',
  npm_config_fetch_retry_maxtimeout: '5000',
  npm_config_fetch_timeout: '60000',
};

/**
 * Installs what a folder's package.json names, without running any package's scripts, from the registry that the user's
 * own npm settings name. The process ends with this one.
 * @throws KinoraError `provider.unavailable` (retryable) when the registry can't be reached, `storage.full`,
 * `storage.denied`, `job.cancelled`, `provider.failed` for everything else.
 */
export async function installWithNpm(options: NpmInstall): Promise<void> {
  const npm = options.npm ?? (await findNpm());
  options.signal?.throwIfAborted();
  const child = fork(
    npm,
    [
      ...(options.isLocked ? ['ci'] : ['install', '--no-package-lock']),
      `--prefix=${options.folder}`,
      `--cache=${options.cache}`,
      ...npmArguments,
      ...(options.omitOptional ? ['--omit=optional'] : ['--include=optional']),
    ],
    {
      cwd: options.folder,
      execArgv: ['--import', import.meta.resolve('./child-start.ts')],
      env: { ...userEnvironment(), ...patience, ...options.environment },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  );
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (text = (text + part).slice(-20_000)));
  const kill = () => child.kill('SIGKILL');
  options.signal?.addEventListener('abort', kill);
  try {
    const status = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    options.signal?.throwIfAborted();
    if (status !== 0) throw explain(text);
  } finally {
    options.signal?.removeEventListener('abort', kill);
  }
}

/**
 * Finds npm's command line module: the one that started this process, the one beside this Node, or the one on the path.
 * The Node that Kinora brings along has no npm of its own.
 * @throws KinoraError `provider.unavailable` when there is none.
 */
export async function findNpm(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const script = 'npm/bin/npm-cli.js';
  const isWindows = process.platform === 'win32';
  const besideNode = (folder: string) => [
    path.join(folder, 'node_modules', script),
    path.join(folder, '..', 'lib', 'node_modules', script),
  ];
  const folders = (environment.PATH ?? environment.Path ?? '').split(path.delimiter).filter(Boolean);
  const candidates = [
    ...(/npm-cli\.c?js$/.test(environment.npm_execpath ?? '') ? [environment.npm_execpath ?? ''] : []),
    ...besideNode(path.dirname(process.execPath)),
    ...folders.flatMap((folder) => [...(isWindows ? [] : [path.join(folder, 'npm')]), ...besideNode(folder)]),
    ...[
      '/usr/lib/node_modules',
      '/usr/local/lib/node_modules',
      '/usr/share/nodejs',
      '/opt/homebrew/lib/node_modules',
    ].map((folder) => path.join(folder, script)),
  ];
  for (const candidate of candidates) {
    const file = await realpath(candidate).catch(() => '');
    if (!/npm-cli\.c?js$/.test(file)) continue;
    if (
      await access(file).then(
        () => true,
        () => false,
      )
    )
      return file;
  }
  throw new KinoraError(
    'provider.unavailable',
    'npm was not found, which fetches model runtimes. Install Node.js with npm, or add npm to PATH, and try again.',
  );
}

/**
 * The environment without what an `npm run` around this process set for its own folder. Registry, proxy and certificates
 * stay as the user has them.
 */
function userEnvironment(): Record<string, string> {
  const kept =
    /^npm_config_(.*registry.*|userconfig|globalconfig|(https?_)?proxy|no_?proxy|ca|cafile|strict_ssl|\/\/.*)$/i;
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && (!/^npm_/i.test(entry[0]) || kept.test(entry[0])) && entry[0] !== 'NODE_OPTIONS',
    ),
  );
}

function explain(text: string): KinoraError {
  const code = /npm (?:error|ERR!) code (\S+)/.exec(text)?.[1] ?? '';
  const data = { npm: code };
  if (
    /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR|ENOTCACHED)$/.test(
      code,
    )
  ) {
    return new KinoraError(
      'provider.unavailable',
      "The npm registry can't be reached. Check the network, the proxy and npm's own registry setting (`npm config get registry`), then try again.",
      { isRetryable: true, data },
    );
  }
  if (code === 'ENOSPC') {
    return new KinoraError('storage.full', 'The disk is full; free some space and try again.', {
      isRetryable: true,
      data,
    });
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new KinoraError('storage.denied', "Kinora's folder can't be written; correct its owner and try again.", {
      data,
    });
  }
  if (code === 'E401' || code === 'E403' || code === 'ENEEDAUTH') {
    return new KinoraError(
      'provider.unavailable',
      'The npm registry refuses access. Sign in to it with `npm login`, or set another registry, and try again.',
      { data },
    );
  }
  if (code === 'E404' || code === 'ETARGET' || code === 'ENOVERSIONS') {
    return new KinoraError(
      'provider.unavailable',
      'The npm registry does not carry a package that is needed. A private registry has to mirror the public one.',
      { data },
    );
  }
  if (code === 'EINTEGRITY') {
    return new KinoraError(
      'provider.failed',
      'A package arrived damaged, or another than the one that Kinora was tested with; try again, or set another registry.',
      { isRetryable: true, data },
    );
  }
  return new KinoraError('provider.failed', `npm could not install the packages${code && ` (${code})`}; try again.`, {
    isRetryable: true,
    data,
    cause: text.trim() === '' ? undefined : text.trim().slice(-2000),
  });
}
