import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { isKinoraError, KinoraError } from '@kinora/capabilities';
import type { ProviderServices } from '@kinora/capabilities';
import { failureOfConnection } from '@kinora/capabilities/remote';
import type { ServiceFacts } from '@kinora/capabilities/remote';
import type { auth, youtube, youtube_v3 } from '@googleapis/youtube';
import { failureOfGoogle } from './failure.ts';

/** How Google is asked. */
export type GoogleOptions = {
  clientId: string;
  clientSecret: string | undefined;
  refreshToken: string | undefined;
  /** A server that stands in for Google's, for tests and proxies. */
  baseUrl: string | undefined;
  services: Pick<ProviderServices, 'fetch' | 'importPackage'>;
  /** First wait after a failure, doubled each time, in milliseconds. Default 1000. */
  backoffMs?: number;
  /** Tries of one request before it is given up. Default 8. */
  tries?: number;
};

type OAuth2Client = InstanceType<typeof auth.OAuth2>;

/** Google, opened for one piece of work. */
export type Google = {
  service: ServiceFacts;
  oauth: OAuth2Client;
  /** Where uploads begin. */
  uploadUrl: string;
  endpoints: Endpoints;
  signal: AbortSignal;
  /**
   * Asks the API with a signed-in client, again after what may pass, and with a new access token when the old one isn't
   * accepted.
   * @param again What to do instead of asking a second time: for what may not happen twice, and may have happened though no
   * answer came. Undefined when it has to be asked again.
   */
  ask<Answer>(
    work: (api: youtube_v3.Youtube, options: MethodOptions) => Promise<{ data: Answer }>,
    again?: () => Promise<Answer | undefined>,
  ): Promise<Answer>;
  /** Sends one request of our own, signed in. Any answer is returned, also one that is no success. */
  send(url: string, request: OwnRequest): Promise<Response>;
  /** Sends one to an address that needs no sign-in. @throws KinoraError unless it succeeds. */
  post(url: string, form: Record<string, string>): Promise<unknown>;
  /** The next request asks for a new access token. */
  forgetToken(): void;
  /** Waits before another try. @throws `error` when there have been enough, or it is one that nothing helps. */
  rest(error: unknown, attempt: number): Promise<void>;
};

/** A request that the official client doesn't make. */
type OwnRequest = { method: 'POST' | 'PUT'; headers: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> };

/** Options of each call of the official client: where, and that it leaves trying again to us. */
export type MethodOptions = { rootUrl: string; retry: false };

type Endpoints = { auth: string; token: string; revoke: string; device: string };

/** Longest a single request may take; a part of a file goes through a slow line. */
const requestMs = 600_000;

/** Google's official client, sending through Kinora's way out. */
export async function openGoogle(options: GoogleOptions, signal: AbortSignal): Promise<Google> {
  const { clientId, clientSecret, refreshToken, baseUrl, services, backoffMs = 1000, tries = 8 } = options;
  const service: ServiceFacts = {
    name: 'YouTube',
    secrets: [clientSecret ?? '', refreshToken ?? ''],
    reachAdvice: 'Check the connection to the internet.',
  };
  const endpoints: Endpoints = {
    auth: `${baseUrl ?? 'https://accounts.google.com'}/o/oauth2/v2/auth`,
    token: `${baseUrl ?? 'https://oauth2.googleapis.com'}/token`,
    revoke: `${baseUrl ?? 'https://oauth2.googleapis.com'}/revoke`,
    device: `${baseUrl ?? 'https://oauth2.googleapis.com'}/device/code`,
  };
  const exchange = async (url: string, init: RequestInit): Promise<Response> => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(requestMs)]);
    try {
      const response = await services.fetch(url, { ...init, redirect: 'manual', signal: limit });
      // Whole, so that a cut answer is noticed here.
      const bytes = await response.arrayBuffer();
      return new Response([204, 205, 304].includes(response.status) ? null : bytes, {
        status: response.status,
        headers: response.headers,
      });
    } catch (error) {
      throw failureOfConnection(error, service, signal);
    }
  };
  const checked = async (url: string, init: RequestInit): Promise<Response> => {
    const response = await exchange(url, init);
    if (response.ok) return response;
    throw failureOfGoogle({ status: response.status, headers: response.headers, body: await response.text() }, service);
  };
  const library = await services.importPackage<{ auth: typeof auth; youtube: typeof youtube }>('@googleapis/youtube');
  const oauth = new library.auth.OAuth2({
    clientId,
    ...(clientSecret !== undefined && { clientSecret }),
    endpoints: {
      oauth2AuthBaseUrl: endpoints.auth,
      oauth2TokenUrl: endpoints.token,
      oauth2RevokeUrl: endpoints.revoke,
    },
    transporterOptions: {
      fetchImplementation: async (input, init) => {
        const url = input instanceof Request ? input.url : String(input);
        const { method = 'GET', headers } = init ?? {};
        const body = await readBody(init?.body);
        return checked(url, { method, ...(headers && { headers }), ...(body != null && { body }) });
      },
    },
  });
  // It would try again by itself when asking for tokens, also after a refusal.
  oauth.transporter.interceptors.request.add({
    resolved: async ({ retryConfig: _retryConfig, ...request }) => ({ ...request, retry: false }),
  });
  const forgetToken = () => oauth.setCredentials(refreshToken === undefined ? {} : { refresh_token: refreshToken });
  forgetToken();
  const api = library.youtube({ version: 'v3', auth: oauth });
  const method: MethodOptions = { rootUrl: `${baseUrl ?? 'https://youtube.googleapis.com'}/`, retry: false };
  const requireSignIn = () => {
    if (refreshToken !== undefined) return;
    throw new KinoraError('auth.required', 'Nobody is signed in to YouTube. Sign in first.');
  };

  let renewedAt = -Infinity;
  async function rest(error: unknown, attempt: number): Promise<void> {
    signal.throwIfAborted();
    if (!isKinoraError(error)) throw error;
    const { isRetryable, retryAfter = 0, data } = error;
    // An access token lives for an hour. When a new one isn't accepted either, it isn't that.
    if (data['status'] === 401 && performance.now() - renewedAt > 60_000) {
      renewedAt = performance.now();
      return forgetToken();
    }
    if (!isRetryable || attempt >= tries || retryAfter > 300) throw error;
    const backoff = Math.min(backoffMs * 2 ** (attempt - 1), 60_000) * (0.75 + Math.random() / 2);
    await sleep(Math.max(backoff, retryAfter * 1000), undefined, { signal });
  }

  return {
    service,
    oauth,
    endpoints,
    signal,
    uploadUrl: `${baseUrl ?? 'https://www.googleapis.com'}/upload/youtube/v3/videos`,
    forgetToken,
    rest,
    async ask(work, again) {
      requireSignIn();
      for (let attempt = 1; ; attempt++) {
        try {
          const found = attempt === 1 ? undefined : await again?.();
          return found ?? (await work(api, method)).data;
        } catch (error) {
          await rest(reveal(error), attempt);
        }
      }
    },
    async send(url, { headers, ...request }) {
      requireSignIn();
      const { token } = await oauth.getAccessToken().catch((error: unknown) => {
        throw reveal(error);
      });
      return exchange(url, { ...request, headers: { ...headers, authorization: `Bearer ${token ?? ''}` } });
    },
    async post(url, form) {
      const response = await checked(url, { method: 'POST', body: new URLSearchParams(form) });
      return response.json();
    },
  };
}

/** The official client makes streams of bodies with several parts; they are small, and sent whole. */
async function readBody(body: BodyInit | null | undefined): Promise<BodyInit | null | undefined> {
  return (body as unknown) instanceof Readable ? new Uint8Array(await buffer(body as unknown as Readable)) : body;
}

/** The official client wraps errors in its own, which carry the request with its token: ours is inside. */
export function reveal(error: unknown): unknown {
  for (let inner = error, depth = 0; depth < 4 && typeof inner === 'object' && inner !== null; depth++) {
    if (inner instanceof KinoraError) return inner;
    inner = (inner as { cause?: unknown }).cause;
  }
  const name = error instanceof Error ? error.name : 'Error';
  if (name === 'AbortError') return error;
  return new KinoraError('provider.failed', 'YouTube’s answer could not be read. Try again later.');
}
