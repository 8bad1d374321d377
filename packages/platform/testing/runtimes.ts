import type { ModelServerContext, RuntimeName } from '@kinora/capabilities';
import { mkdir } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import type { Runtimes } from '../runtimes/index.ts';
import { detectHardware, openRuntimes } from '../runtimes/index.ts';

/** Runtimes that tests share. */
export type TestRuntimes = {
  /** Folder to pass as `home` to whatever wants runtimes. */
  home: string;
  runtimes: Runtimes;
  /** For {@link ModelServerContext.importPackage} of a test that loads a model in its own process. */
  importPackage(name: RuntimeName): ModelServerContext['importPackage'];
};

/**
 * Installs runtimes by Kinora's own path into a folder that all tests of this user share, so that each is fetched once.
 * Tests that use them belong in `*.slow.test.ts`. Needs the npm registry the first time.
 */
export async function testRuntimes(...names: RuntimeName[]): Promise<TestRuntimes> {
  const home = path.join(tmpdir(), `kinora-test-runtimes-${userInfo().username}`);
  await mkdir(home, { recursive: true, mode: 0o700 });
  const runtimes = openRuntimes({ home, hardware: () => detectHardware({ home }) });
  for (const name of names) await runtimes.install(name);
  return {
    home,
    runtimes,
    importPackage:
      (runtime) =>
      <Module>(name: string) =>
        runtimes.importPackage<Module>(runtime, name),
  };
}
