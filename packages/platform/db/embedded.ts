import { openHome } from './home.ts';
import type { HomeOptions } from './home.ts';
import { openInstallation } from './postgres/installation.ts';
import { ensureServer } from './postgres/server.ts';

/**
 * Starts the embedded PostgreSQL of a home, unless another database is named. Needs little code, so
 * that the server comes up while the rest of a program is loaded; `openDatabase` then adopts it, and stops it in the end.
 */
export async function startEmbedded(options: HomeOptions = {}): Promise<void> {
  if (process.env.KINORA_DATABASE_URL) return;
  await ensureServer(await openInstallation(await openHome(options)));
}
