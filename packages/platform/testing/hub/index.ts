import { createHash } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuse, sendFile } from './answers.ts';
import type { HubFaults } from './faults.ts';
import { noFaults } from './faults.ts';
import { describeFile, describeModel, sendJson, sendTree, xetHashOf } from './listings.ts';
import type { HubCommit, HubFiles } from './repository.ts';
import { readCommit } from './repository.ts';

export { noFaults } from './faults.ts';
export type { HubFaults } from './faults.ts';
export type { HubFiles } from './repository.ts';

/** What the hub was asked, in order. */
export type HubRequest = {
  /** `hub` for the API and the addresses of files, `content` for the host their bytes come from. */
  host: 'hub' | 'content';
  method: string;
  path: string;
  range: string | undefined;
  ifRange: string | undefined;
  authorization: string | undefined;
};

/** A model hub on this machine. */
export type Hub = AsyncDisposable & {
  /** What goes where `https://huggingface.co` would stand. */
  url: string;
  /** Origin of the host that large files are redirected to. */
  contentUrl: string;
  /** Tokens that count as an account which accepted every licence. Default `hf_test`. */
  tokens: Set<string>;
  faults: HubFaults;
  requests: HubRequest[];
  /** Puts another commit on top of a repository, or makes it. @returns The commit's id. */
  commit(repository: string, files: HubFiles): Promise<string>;
  /** Drops all commits but the last, as a history that was squashed. */
  squash(repository: string): void;
};

type Repository = { commits: Map<string, HubCommit>; head: HubCommit };

/**
 * Starts a local server with the wire format of the Hugging Face hub: model info, file tree with LFS records, path info,
 * `resolve` addresses that redirect to another origin, ranges, and errors by `X-Error-Code`.
 * @param repositories `owner/name` → its files.
 * @param options.largeBytes Text files beyond this size are kept apart from git, too. Default 10 MB, as on the hub.
 * @param options.pageSize Entries of the tree in one answer. Default 1,000, as on the hub.
 */
export async function startHub(
  repositories: Record<string, HubFiles>,
  options: { largeBytes?: number; pageSize?: number } = {},
): Promise<Hub> {
  const { largeBytes = 10_000_000, pageSize = 1000 } = options;
  const all = new Map<string, Repository>();
  const faults = noFaults();
  const requests: HubRequest[] = [];
  const tokens = new Set(['hf_test']);
  const context: Context = { all, faults, tokens, pageSize, contentUrl: '', url: '', tags: 0 };

  const commit = async (name: string, files: HubFiles) => {
    const head = await readCommit(files, { largeBytes });
    const repository = all.get(name) ?? { commits: new Map<string, HubCommit>(), head };
    repository.commits.set(head.id, head);
    repository.head = head;
    all.set(name, repository);
    return head.id;
  };
  for (const [name, files] of Object.entries(repositories)) await commit(name, files);

  const listen = async (host: HubRequest['host'], answer: Answer) => {
    const server = createServer((request, response) => {
      requests.push({
        host,
        method: request.method ?? '',
        path: request.url ?? '',
        range: request.headers.range,
        ifRange: String(request.headers['if-range'] ?? '') || undefined,
        authorization: request.headers.authorization,
      });
      answer(context, request, response).catch((error: unknown) => {
        response.destroy(error instanceof Error ? error : undefined);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return server;
  };
  const content = await listen('content', answerContent);
  const hub = await listen('hub', answerHub);
  context.contentUrl = `http://127.0.0.1:${(content.address() as AddressInfo).port}`;
  context.url = `http://127.0.0.1:${(hub.address() as AddressInfo).port}`;
  return {
    url: context.url,
    contentUrl: context.contentUrl,
    tokens,
    faults,
    requests,
    commit,
    squash(name) {
      const repository = all.get(name);
      if (repository) repository.commits = new Map([[repository.head.id, repository.head]]);
    },
    async [Symbol.asyncDispose]() {
      faults.isStalled = false;
      await Promise.all([content, hub].map(close));
    },
  };
}

type Context = {
  all: Map<string, Repository>;
  faults: HubFaults;
  tokens: Set<string>;
  pageSize: number;
  url: string;
  contentUrl: string;
  tags: number;
};
type Answer = (context: Context, request: IncomingMessage, response: ServerResponse) => Promise<void>;

async function answerHub(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', context.url);
  const isJson = url.pathname.startsWith('/api/') && !url.pathname.startsWith('/api/resolve-cache/');
  if (refuseForNow(context, response, isJson)) return;
  const route =
    /^\/api\/models\/([^/]+\/[^/]+)(?:\/(revision|tree|paths-info)\/([^/]+)(?:\/(.*))?)?$/.exec(url.pathname) ??
    /^\/([^/]+\/[^/]+)\/(resolve)\/([^/]+)\/(.+)$/.exec(url.pathname) ??
    /^\/api\/(resolve-cache)\/models\/([^/]+\/[^/]+)\/([^/]+)\/(.+)$/.exec(url.pathname);
  const isCache = route?.[1] === 'resolve-cache';
  const name = (isCache ? route?.[2] : route?.[1]) ?? '';
  const kind = (isCache ? 'resolve-cache' : route?.[2]) ?? 'revision';
  const repository = context.all.get(name);
  if (!repository) {
    refuse(response, 401, { code: 'RepoNotFound', message: 'Invalid username or password.', isJson });
    return;
  }
  const revision = decodeURIComponent(route?.[3] ?? 'main');
  const commit = ['main', 'HEAD'].includes(revision) ? repository.head : repository.commits.get(revision);
  if (!commit) {
    refuse(response, 404, { code: 'RevisionNotFound', message: `Invalid rev id: ${revision}`, isJson });
    return;
  }
  const rest = decodeURIComponent(route?.[4] ?? '');
  if (kind === 'revision')
    return sendJson(
      response,
      describeModel(name, commit, { search: url.searchParams, isGated: context.faults.gate !== 'open' }),
    );
  if (kind === 'tree') {
    return sendTree(response, { url, commit, folder: rest, pageSize: context.pageSize });
  }
  if (kind === 'paths-info') {
    const { paths } = JSON.parse(await readText(request)) as { paths: string[] };
    const found = paths.map((each) => commit.files.get(each)).filter((file) => file !== undefined);
    return sendJson(response, found.map(describeFile));
  }
  return sendResolved(context, request, response, { name, commit, path: rest, isCache });
}

async function sendResolved(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  wanted: { name: string; commit: HubCommit; path: string; isCache: boolean },
): Promise<void> {
  const { name, commit } = wanted;
  const token = request.headers.authorization?.replace(/^Bearer /, '');
  if (context.faults.gate !== 'open') {
    const isKnown = token !== undefined && context.tokens.has(token);
    if (!isKnown || context.faults.gate === 'refused') {
      const message = isKnown
        ? `Access to model ${name} is restricted and you are not in the authorized list. Visit ${context.url}/${name} to ask for access.`
        : `Access to model ${name} is restricted. You must have access to it and be authenticated to access it. Please log in.`;
      refuse(response, isKnown ? 403 : 401, { code: 'GatedRepo', message, isJson: false });
      return;
    }
  }
  const file = commit.files.get(wanted.path);
  if (!file || context.faults.missing?.test(wanted.path)) {
    refuse(response, 404, { code: 'EntryNotFound', message: 'Entry not found', isJson: false });
    return;
  }
  const headers = { 'X-Repo-Commit': commit.id, Vary: 'Origin, Accept', 'Accept-Ranges': 'bytes' };
  if (file.pointerSize !== undefined) {
    const xetHash = xetHashOf(file);
    const query = new URLSearchParams({ Expires: '1893456000', Signature: 'test', 'X-Xet-Cas-Uid': 'public' });
    response.writeHead(302, {
      ...headers,
      Location: `${context.contentUrl}/xet-bridge/${name}/${commit.id}/${encodeURI(file.path)}?${query.toString()}`,
      'X-Linked-Size': String(file.size),
      'X-Linked-ETag': `"${file.sha256}"`,
      'X-Xet-Hash': xetHash,
      'Content-Type': 'text/plain; charset=utf-8',
    });
    response.end('Found. Redirecting');
    return;
  }
  if (!wanted.isCache) {
    // Small files come from a cache on the same host, by a relative address.
    const location = `/api/resolve-cache/models/${name}/${commit.id}/${encodeURI(file.path)}?etag=%22${file.oid}%22`;
    response.writeHead(307, {
      ...headers,
      Location: location,
      ETag: `"${file.oid}"`,
      'X-Linked-Size': String(file.size),
    });
    response.end();
    return;
  }
  for (const [key, value] of Object.entries(headers)) response.setHeader(key, value);
  const { faults } = context;
  await sendFile(request, response, file, { tag: `"${file.oid}"`, faults, isContentHost: false });
}

async function answerContent(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (refuseForNow(context, response, false)) return;
  const url = new URL(request.url ?? '/', context.contentUrl);
  const route = /^\/xet-bridge\/([^/]+\/[^/]+)\/([^/]+)\/(.+)$/.exec(url.pathname);
  const commit = context.all.get(route?.[1] ?? '')?.commits.get(route?.[2] ?? '');
  const file = commit?.files.get(decodeURIComponent(route?.[3] ?? ''));
  if (!file || url.searchParams.get('Signature') !== 'test') {
    refuse(response, 403, { message: 'Access denied', isJson: false });
    return;
  }
  const { faults } = context;
  // The content host knows the file by a name of its own.
  const suffix = faults.unstableTag ? `-${++context.tags}` : '';
  const tag = `"${createHash('md5').update(file.sha256).digest('hex')}${suffix}"`;
  await sendFile(request, response, file, { tag, faults, isContentHost: true });
}

function refuseForNow({ faults }: Context, response: ServerResponse, isJson: boolean): boolean {
  const { refusals } = faults;
  if (refusals.count <= 0) return false;
  refusals.count--;
  const { status = 429, retryAfter = 1 } = refusals;
  refuse(response, status, {
    message: status === 429 ? 'We had to rate limit you. Retry later.' : 'Internal Server Error',
    isJson,
    headers: {
      ...(retryAfter === null ? {} : { 'Retry-After': String(retryAfter) }),
      ...(status === 429 ? { RateLimit: '"api";r=0;t=1' } : {}),
    },
  });
  return true;
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
