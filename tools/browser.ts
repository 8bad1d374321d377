import { existsSync } from 'node:fs';
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
  return chromium.launch({
    executablePath: await findChromium(),
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
  // The package unpacks its own libraries only where it believes it runs on AWS Lambda.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const carried = await import('@sparticuz/chromium');
  return carried.default.executablePath();
}
