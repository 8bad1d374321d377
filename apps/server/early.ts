import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbedded } from '@kinora/platform/db/embedded';
import type { Kinora, KinoraOptions } from './compose.ts';

/**
 * Like `openKinora`, for who has nothing else to do: the database comes up while Kinora's code is loaded, which takes as long.
 */
export async function openKinoraEarly(options: KinoraOptions): Promise<Kinora> {
  let isStarting = true;
  // What fails here fails again, with its reason, when it is opened.
  const database = startEmbedded({ log: options.log ?? logLine })
    .catch(() => {})
    .finally(() => (isStarting = false));
  // Loading blocks the thread. On a new home the database's files are made first, by a process that takes half of the time.
  for (const load of parts) {
    if (isStarting) await Promise.race([database, sleep(patienceMs)]);
    await load();
  }
  const { openKinora } = await import('./compose.ts');
  await database;
  return openKinora(options);
}

/** How long the start of the database may go on before the next part of the code is loaded. */
const patienceMs = 20;

/** What takes longest to load of what `compose.ts` needs. */
const parts = [
  () => import('@kinora/platform/db'),
  () => import('@kinora/studios/music-video'),
  () => import('@kinora/studios/story'),
  () => import('@kinora/studios/language'),
];

function logLine(line: string): void {
  process.stderr.write(`kinora: ${line}\n`);
}
