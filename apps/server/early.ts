import { startEmbedded } from '@kinora/platform/db/embedded';
import type { Kinora, KinoraOptions } from './compose.ts';

/**
 * Like `openKinora`, for who has nothing else to do: the database comes up while Kinora's code is loaded, which takes as long.
 */
export async function openKinoraEarly(options: KinoraOptions): Promise<Kinora> {
  // What fails here fails again, with its reason, when it is opened.
  const database = startEmbedded({ log: options.log ?? logLine }).catch(() => {});
  const { openKinora } = await import('./compose.ts');
  await database;
  return openKinora(options);
}

function logLine(line: string): void {
  process.stderr.write(`kinora: ${line}\n`);
}
