import type * as Hub from '@huggingface/hub';
import { KinoraError } from '@kinora/capabilities';
import type { Clock } from '@kinora/capabilities/routing';
import { describeRefusal, describeUnreachable, readRetryAfter } from './refusals.ts';
import { retry } from './retry.ts';

/** How the hub knows a file's content: SHA-256 of large ones, git's SHA-1 of the others. */
export type FileHash = { algorithm: 'sha256' | 'git'; value: string };

/** A file as the hub lists it. */
export type FileRecord = {
  /** With forward slashes; never leaves its folder. */
  path: string;
  size: number;
  hash: FileHash;
};

/** An answer with content, after its redirects. */
export type HubAnswer = {
  response: Response;
  /** What the hub itself said of the file on the way, where it did. */
  sha256: string | undefined;
};

/** The hub, or a mirror of it. */
export type HubClient = {
  /** Address of a repository's page, for people. */
  pageOf(repository: string): string;
  /** The commit that a branch, tag or commit stands for now. */
  resolve(repository: string, revision: string, options: { signal: AbortSignal }): Promise<string>;
  /** All files of a commit. */
  list(repository: string, commit: string, options: { signal: AbortSignal }): Promise<FileRecord[]>;
  /** Asks once for a file's content, following redirects. @throws KinoraError for anything but 200, 206 and 416. */
  open(
    wanted: { repository: string; commit: string; path: string },
    options: { signal: AbortSignal; headers: Record<string, string> },
  ): Promise<HubAnswer>;
};

/** Options of {@link createHubClient}. */
export type HubClientOptions = {
  fetch: typeof globalThis.fetch;
  /** Where the hub is, now. */
  endpoint: () => string;
  /** The account's token, now. It is sent to the endpoint's origin alone. */
  token: () => Promise<string | undefined>;
  clock: Clock;
  /** The hub's official client. Default: the installed package. */
  importClient?: (() => Promise<typeof Hub>) | undefined;
};

/** Where models come from when no mirror is set. */
export const publicHub = 'https://huggingface.co';

/** The longest chain of redirects that is followed. */
const hopLimit = 6;

/** Talks to the hub: listings by its official client, content by our own requests. */
export function createHubClient(options: HubClientOptions): HubClient {
  const { clock, importClient = () => import('@huggingface/hub') } = options;
  const endpoint = () => options.endpoint().replace(/\/+$/, '');

  /** One request with its redirects; the token goes to the hub's own origin alone. */
  const follow = async (address: string, init: RequestInit, repository: string): Promise<HubAnswer> => {
    const home = new URL(endpoint());
    const token = await options.token();
    let target = new URL(address);
    let sha256: string | undefined;
    for (let hop = 0; hop < hopLimit; hop++) {
      const headers = new Headers(init.headers);
      headers.delete('authorization');
      if (token && target.origin === home.origin) headers.set('authorization', `Bearer ${token}`);
      const response = await options.fetch(target, { ...init, headers, redirect: 'manual' }).catch((error: unknown) => {
        throw describeUnreachable(error, target);
      });
      sha256 ??= /^(?:W\/)?"([0-9a-f]{64})"$/.exec(response.headers.get('x-linked-etag') ?? '')?.[1];
      const location = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && location !== null) {
        await response.body?.cancel();
        const next = new URL(location, target);
        if (target.protocol === 'https:' && next.protocol !== 'https:') {
          throw new KinoraError(
            'provider.refused',
            `${target.host} sends downloads on to an unencrypted address; that is not followed. Check the hub's address (KINORA_HUB_URL).`,
          );
        }
        target = next;
        continue;
      }
      if (response.ok || response.status === 416) return { response, sha256 };
      throw await describeRefusal(response, {
        repository,
        page: `${endpoint()}/${repository}`,
        host: target.host,
        isHub: target.origin === home.origin,
        hasToken: Boolean(token),
        retryAfter: readRetryAfter(response.headers, clock.now()),
      });
    }
    throw new KinoraError(
      'provider.failed',
      `${home.host} sends the download in circles; check the hub's address (KINORA_HUB_URL).`,
    );
  };

  /** A `fetch` for the official client: our redirects, token, errors and retries. */
  const fetchFor =
    (repository: string, signal: AbortSignal): typeof globalThis.fetch =>
    async (input, init) => {
      const asked = input instanceof Request ? input.url : input.toString();
      // A mirror may pass the hub's own addresses of further pages on; they are its own to answer.
      const address = asked.startsWith(`${publicHub}/`) ? endpoint() + asked.slice(publicHub.length) : asked;
      const answer = await retry(() => follow(address, { ...init, signal }, repository), { clock, signal });
      return answer.response;
    };

  return {
    pageOf: (repository) => `${endpoint()}/${repository}`,
    async resolve(repository, revision, { signal }) {
      const { modelInfo } = await importClient();
      const facts = await modelInfo({
        name: repository,
        revision,
        additionalFields: ['sha'],
        hubUrl: endpoint(),
        fetch: fetchFor(repository, signal),
      });
      if (!/^[0-9a-f]{7,64}$/.test(facts.sha)) throw malformed(endpoint());
      return facts.sha;
    },
    async list(repository, commit, { signal }) {
      const { listFiles } = await importClient();
      const files: FileRecord[] = [];
      for await (const entry of listFiles({
        repo: { type: 'model', name: repository },
        recursive: true,
        revision: commit,
        hubUrl: endpoint(),
        fetch: fetchFor(repository, signal),
      })) {
        if (entry.type !== 'file') continue;
        const hash: FileHash | undefined = entry.lfs
          ? { algorithm: 'sha256', value: entry.lfs.oid.replace(/^sha256:/, '') }
          : entry.oid
            ? { algorithm: 'git', value: entry.oid }
            : undefined;
        if (!hash || !/^[0-9a-f]{40,64}$/.test(hash.value)) throw malformed(endpoint());
        files.push({ path: checkPath(entry.path), size: entry.lfs?.size ?? entry.size, hash });
      }
      return files;
    },
    open({ repository, commit, path }, { signal, headers }) {
      const name = path.split('/').map(encodeURIComponent).join('/');
      const address = `${endpoint()}/${repository}/resolve/${encodeURIComponent(commit)}/${name}`;
      // Compressed answers have no ranges that mean anything.
      return follow(address, { signal, headers: { ...headers, 'accept-encoding': 'identity' } }, repository);
    },
  };
}

/** @throws KinoraError for a path that would leave the folder it is put in, on any system. */
export function checkPath(path: string): string {
  const isSafe = path
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:\p{Cc}]/u.test(part) && !/[. ]$/.test(part));
  if (isSafe) return path;
  throw new KinoraError('provider.failed', 'The repository has a file whose name is not safe to keep; choose another.');
}

function malformed(endpoint: string): KinoraError {
  return new KinoraError(
    'provider.failed',
    `${new URL(endpoint).host} answers in a form that is not the hub's; check the hub's address (KINORA_HUB_URL).`,
  );
}
