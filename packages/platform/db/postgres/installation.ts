import { KinoraError } from '@kinora/capabilities';
import { randomBytes } from 'node:crypto';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Home } from '../home.ts';
import { isRoot, isTraversableBy } from '../home.ts';
import { writeOnce } from '../write-once.ts';
import type { Binaries } from './binaries.ts';
import { locateBinaries, nobody, sharedFolder } from './binaries.ts';

/** What the embedded PostgreSQL of a home consists of. */
export type Installation = {
  home: Home;
  binaries: Binaries;
  /** Folder of the data; not always inside the home. */
  data: string;
  /** The superuser's. */
  password: string;
};

/**
 * Finds programs, data folder and password of a home's embedded PostgreSQL, and places them where its user can reach them.
 * @throws KinoraError `database.unavailable` when this platform has none, `home.denied` when there is no such place.
 */
export async function openInstallation(home: Home): Promise<Installation> {
  const user = await serverUser(home);
  const data = await dataFolder(home, user);
  return { home, data, binaries: await locateBinaries(home, user), password: await readPassword(home) };
}

/** Where the data is, or will be. Data that is there is never passed over for a new beginning elsewhere. */
async function dataFolder(home: Home, user: Binaries['user']): Promise<string> {
  const own = path.join(home.postgres, 'data');
  if (!user) return own;
  const elsewhere = path.join(sharedFolder, 'homes', home.id, 'data');
  const isOpen = await isTraversableBy(home.postgres, user);
  if (await exists(path.join(own, 'PG_VERSION'))) {
    if (isOpen) return own;
    throw new KinoraError(
      'home.denied',
      `PostgreSQL does not run as root, and its user can no longer enter ${home.postgres}; let every user enter the folders above it (chmod o+x), or start Kinora as the user whose folder it is.`,
      { data: { path: home.postgres } },
    );
  }
  if (isOpen && !(await exists(path.join(elsewhere, 'PG_VERSION')))) return own;
  if (await exists(path.join(elsewhere, 'PG_VERSION'))) return elsewhere;
  home.log(`The database is kept in ${elsewhere}, because PostgreSQL's user cannot enter ${home.path}.`);
  try {
    await mkdir(path.dirname(elsewhere), { recursive: true, mode: 0o711 });
    if (!(await isTraversableBy(path.dirname(elsewhere), user))) throw new Error(`${sharedFolder} is closed`);
    return elsewhere;
  } catch (cause) {
    throw new KinoraError(
      'home.denied',
      `PostgreSQL does not run as root, and its user can enter neither ${home.path} nor ${sharedFolder}; set KINORA_HOME to a folder that every user can enter, e.g. /srv/kinora.`,
      { cause, data: { path: home.path } },
    );
  }
}

/** As root, PostgreSQL runs as whoever owns the data, when an ordinary user began it, else as `nobody`. */
async function serverUser(home: Home): Promise<Binaries['user']> {
  if (!isRoot()) return undefined;
  const facts = await stat(path.join(home.postgres, 'data')).catch(() => null);
  return facts && facts.uid !== 0 ? { uid: facts.uid, gid: facts.gid } : nobody;
}

function readPassword(home: Home): Promise<string> {
  return writeOnce(path.join(home.postgres, 'password'), () => randomBytes(24).toString('base64url'));
}

/** Whether there is a file or folder of this name. */
export async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null)) !== null;
}
