import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, delimiter, dirname, extname, isAbsolute, join, relative, sep } from 'node:path';
import { KinoraError } from '@kinora/capabilities';

/** What is in a folder: folders, recordings and subtitles. */
export type FolderView = {
  /** Null: the allowed folders themselves. */
  path: string | null;
  /** The folder above, where that is allowed too. */
  parent: string | null;
  entries: FolderEntry[];
};

/** A folder or a file that this studio can use. */
export type FolderEntry = {
  kind: 'folder' | 'recording' | 'subtitles';
  name: string;
  path: string;
  /** Null for folders. */
  bytes: number | null;
  modifiedAt: string | null;
};

/** Folders of this machine whose recordings may be used where they are. */
export type RecordingFolders = {
  look(path: string | null): Promise<FolderView>;
  /**
   * The true path of a file inside an allowed folder, whatever links lead to it.
   * @throws KinoraError `auth.forbidden` outside of them, `request.invalid` when there is no such file.
   */
  resolve(path: string): Promise<string>;
};

const recordings = new Set(
  'mp4 m4v mkv webm mov avi flv ts m2ts mpg mpeg wmv mp3 m4a aac wav flac ogg oga opus'.split(' '),
);
const subtitles = new Set('srt vtt ass ssa sbv ttml json3 srv3 xml'.split(' '));
/** More than anybody scrolls through. */
const mostEntries = 2000;

/**
 * Reads which folders are allowed.
 * @param list Absolute paths with the system's separator between (`:`, on Windows `;`). Empty: none.
 * @throws KinoraError `request.invalid` for a path that is not absolute.
 */
export function createFolders(list: string): RecordingFolders {
  const allowed = list
    .split(delimiter)
    .map((path) => path.trim())
    .filter(Boolean);
  for (const path of allowed) {
    if (!isAbsolute(path))
      throw new KinoraError('request.invalid', `KINORA_RECORDINGS: “${path}” is not a whole path; begin at the root.`);
  }
  /** Links are followed at each use: what they lead to may have changed. */
  const roots = async () => (await Promise.all(allowed.map((path) => realpath(path).catch(() => [])))).flat();

  async function inside(path: string): Promise<string> {
    const outside = () =>
      new KinoraError(
        'auth.forbidden',
        allowed.length === 0
          ? 'Recordings of this machine can’t be used where they are: set KINORA_RECORDINGS to the folders that may be read, or upload the file.'
          : 'This is not inside a folder that KINORA_RECORDINGS allows. Choose one from the list, or upload the file.',
        { data: { field: 'recording.path' } },
      );
    if (!isAbsolute(path) || path.includes('\0')) throw outside();
    const all = await roots();
    const real = await realpath(path).catch(() => null);
    // What is not there is told only of places that may be looked at.
    const place = real ?? (await realpath(dirname(path)).catch(() => null));
    if (place === null || !all.some((root) => holds(root, place))) throw outside();
    if (real === null)
      throw new KinoraError('request.invalid', `There is no “${basename(path)}” any more; look again.`, {
        data: { field: 'recording.path' },
      });
    return real;
  }

  return {
    async resolve(path) {
      const real = await inside(path);
      if ((await stat(real)).isFile()) return real;
      throw new KinoraError('request.invalid', `“${basename(path)}” is no file.`, {
        data: { field: 'recording.path' },
      });
    },

    async look(path) {
      if (path === null) {
        const entries = (await roots()).map((root): FolderEntry => ({
          kind: 'folder',
          name: basename(root) || root,
          path: root,
          bytes: null,
          modifiedAt: null,
        }));
        return { path: null, parent: null, entries };
      }
      const real = await inside(path);
      const names = await readdir(real, { withFileTypes: true }).catch((cause: NodeJS.ErrnoException) => {
        throw new KinoraError(
          'request.invalid',
          cause.code === 'ENOTDIR'
            ? `“${basename(real)}” is no folder.`
            : `“${basename(real)}” can’t be read (${cause.code}).`,
          { cause, data: { field: 'folder' } },
        );
      });
      const all = await roots();
      const visible = names.filter(({ name }) => !name.startsWith('.')).slice(0, mostEntries);
      const found = await Promise.all(visible.map(({ name }) => describe(join(real, name), all)));
      const order = { folder: 0, recording: 1, subtitles: 2 };
      return {
        path: real,
        parent: all.includes(real) ? null : dirname(real),
        entries: found
          .filter((entry) => entry !== null)
          .toSorted(
            (a, b) => order[a.kind] - order[b.kind] || a.name.localeCompare(b.name, undefined, { numeric: true }),
          ),
      };
    },
  };
}

/** Null for what can't be used: other files, and links that lead out of the allowed folders. */
async function describe(path: string, roots: readonly string[]): Promise<FolderEntry | null> {
  const real = await realpath(path).catch(() => null);
  const facts = real !== null && roots.some((root) => holds(root, real)) ? await stat(real).catch(() => null) : null;
  if (facts === null) return null;
  const name = basename(path);
  const modifiedAt = facts.mtime.toISOString();
  if (facts.isDirectory()) return { kind: 'folder', name, path, bytes: null, modifiedAt };
  const ending = extname(name).slice(1).toLowerCase();
  const kind = recordings.has(ending) ? 'recording' : subtitles.has(ending) ? 'subtitles' : null;
  return kind === null || !facts.isFile() ? null : { kind, name, path, bytes: facts.size, modifiedAt };
}

function holds(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
