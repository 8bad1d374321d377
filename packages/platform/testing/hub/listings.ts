import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { HubCommit, HubFile } from './repository.ts';

/** The files of a folder, page by page. */
export function sendTree(
  response: ServerResponse,
  options: { url: URL; commit: HubCommit; folder: string; pageSize: number },
): void {
  const { url, commit, folder, pageSize } = options;
  const isRecursive = url.searchParams.get('recursive') === 'true';
  const prefix = folder ? `${folder}/` : '';
  const entries = new Map<string, object>();
  for (const file of commit.files.values()) {
    if (!file.path.startsWith(prefix)) continue;
    const parts = file.path.slice(prefix.length).split('/');
    for (let depth = 1; depth < parts.length; depth++) {
      const name = prefix + parts.slice(0, depth).join('/');
      if (depth === 1 || isRecursive) {
        const oid = createHash('sha1').update(`tree ${name}`).digest('hex');
        entries.set(name, { type: 'directory', oid, size: 0, path: name });
      }
    }
    if (parts.length === 1 || isRecursive) entries.set(file.path, describeFile(file));
  }
  const start = Number(url.searchParams.get('cursor') ?? 0);
  const next = new URL(url);
  next.searchParams.set('cursor', String(start + pageSize));
  const hasMore = start + pageSize < entries.size;
  sendJson(
    response,
    [...entries.values()].slice(start, start + pageSize),
    hasMore ? { Link: `<${next.href}>; rel="next"` } : {},
  );
}

/** A file as listings show it. */
export function describeFile(file: HubFile): object {
  const { path, size, sha256, oid, pointerSize } = file;
  if (pointerSize === undefined) return { type: 'file', oid, size, path };
  return { type: 'file', oid, size, lfs: { oid: sha256, size, pointerSize }, xetHash: xetHashOf(file), path };
}

/** The name that the hub's newer storage gives a large file. */
export function xetHashOf({ sha256 }: HubFile): string {
  return createHash('sha256').update(sha256).digest('hex');
}

/** What the hub says of a repository; with `expand` in the query only what was asked for. */
export function describeModel(
  name: string,
  commit: HubCommit,
  { search, isGated }: { search: URLSearchParams; isGated: boolean },
): object {
  const facts: Record<string, unknown> = {
    modelId: name,
    author: name.split('/')[0],
    sha: commit.id,
    lastModified: '2026-01-05T10:00:00.000Z',
    private: false,
    gated: isGated ? 'manual' : false,
    disabled: false,
    downloads: 0,
    likes: 0,
    tags: [],
    pipeline_tag: 'text-generation',
    siblings: [...commit.files.keys()].map((rfilename) => ({ rfilename })),
  };
  const expand = search.getAll('expand');
  const kept = expand.length === 0 ? facts : Object.fromEntries(expand.map((key) => [key, facts[key]]));
  return { _id: createHash('sha1').update(name).digest('hex').slice(0, 24), id: name, ...kept };
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, value: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(value));
}
