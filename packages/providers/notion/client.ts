import { setTimeout as sleep } from 'node:timers/promises';
import { isKinoraError, KinoraError } from '@kinora/capabilities';
import type { ProviderServices } from '@kinora/capabilities';
import { failureOfAnswer, failureOfConnection } from '@kinora/capabilities/remote';
import type { ServiceFacts } from '@kinora/capabilities/remote';
import type { Client } from '@notionhq/client';
import { createPace } from './pace.ts';

/** Version of Notion's interface that Kinora speaks: the first with data sources. */
export const notionVersion = '2025-09-03';

type ClientOptions = NonNullable<ConstructorParameters<typeof Client>[0]>;

/** How Notion is asked. */
export type NotionOptions = {
  token: string;
  baseUrl: string;
  services: Pick<ProviderServices, 'fetch' | 'importPackage'>;
  /** Notion allows three requests a second on average; more gets 429. Default 3. */
  perSecond?: number;
  /** First wait after a failure, doubled each time, in milliseconds. Default 1000. */
  backoffMs?: number;
  /** Tries of one request before it is given up. Default 8. */
  tries?: number;
};

/** Notion, asked with patience. */
export type Notion = {
  /** Requests so far. */
  count(): number;
  /**
   * Asks until there is an answer: waits as long as Notion says, and longer each time where it says nothing.
   * @param again What to do instead of asking a second time: for what may not happen twice, and may have happened though no
   * answer came. Undefined when it has to be asked again.
   */
  ask<Answer>(work: (client: Client) => Promise<Answer>, again?: () => Promise<Answer | undefined>): Promise<Answer>;
};

/** Longest a single request may take. */
const requestMs = 60_000;
/** Longest rest that is waited for; who asks for more is left alone, and the job can be tried again later. */
const longestRest = 300;

/** Opens Notion for one piece of work. The official client sends through Kinora's way out, and doesn't retry by itself. */
export async function openNotion(options: NotionOptions, signal: AbortSignal): Promise<Notion> {
  const { token, baseUrl, services, perSecond = 3, backoffMs = 1000, tries = 8 } = options;
  const service: ServiceFacts = {
    name: 'Notion',
    secrets: [token],
    keyAdvice:
      'Copy the integration’s secret from notion.so/my-integrations again, and give it the right to read, insert and update content.',
    reachAdvice: 'Check the connection to the internet.',
  };
  const pace = createPace({ perSecond });
  let count = 0;
  const send = async (url: string, init: RequestInit = {}) => {
    await pace.turn(signal);
    count++;
    const limit = AbortSignal.any([signal, AbortSignal.timeout(requestMs)]);
    let response: Response;
    let text: string;
    try {
      response = await services.fetch(url, { ...init, signal: limit });
      text = await response.text();
    } catch (error) {
      throw failureOfConnection(error, service, signal);
    }
    if (!response.ok) throw failureOf({ status: response.status, headers: response.headers, body: text }, service);
    try {
      JSON.parse(text);
    } catch {
      throw new KinoraError('provider.failed', 'Notion answered with something that is no JSON. Try again later.', {
        isRetryable: true,
      });
    }
    return new Response(text, { status: response.status, headers: response.headers });
  };
  const { Client } = await services.importPackage<{ Client: new (options: ClientOptions) => Client }>(
    '@notionhq/client',
  );
  const client = new Client({
    auth: token,
    baseUrl,
    notionVersion,
    retry: false,
    timeoutMs: requestMs * 2,
    logger: () => {},
    fetch: (url, init) => {
      const { method, headers, body } = init ?? {};
      return send(url, { method, headers, body });
    },
  });

  return {
    count: () => count,
    async ask(work, again) {
      for (let attempt = 1; ; attempt++) {
        try {
          const found = attempt === 1 ? undefined : await again?.();
          return found ?? (await work(client));
        } catch (error) {
          signal.throwIfAborted();
          if (!isKinoraError(error)) {
            throw new KinoraError('provider.failed', 'Notion’s answer could not be read.', { cause: error });
          }
          const { retryAfter = 0, isRetryable } = error;
          if (!isRetryable || attempt >= tries || retryAfter > longestRest) throw error;
          pace.rest(retryAfter);
          const backoff = Math.min(backoffMs * 2 ** (attempt - 1), 30_000) * (0.75 + Math.random() / 2);
          await sleep(Math.max(backoff, retryAfter * 1000), undefined, { signal });
        }
      }
    },
  };
}

/** Notion says in `code` what is wrong; where waiting helps, the request is tried again. */
function failureOf(answer: { status: number; headers: Headers; body: string }, service: ServiceFacts): KinoraError {
  const { status } = answer;
  const code = readCode(answer.body);
  const data = { status, ...(code !== undefined && { code }) };
  const retryAfter = Number(answer.headers.get('retry-after') ?? Number.NaN);
  const timing = retryAfter >= 0 ? { retryAfter } : {};
  if (status === 409) {
    return new KinoraError('provider.failed', 'Somebody else changed the same thing in Notion. Try again.', {
      isRetryable: true,
      data,
      ...timing,
    });
  }
  if (status === 529) {
    return new KinoraError('provider.quota', 'Notion has too much to do. Try again later.', {
      isRetryable: true,
      data,
      ...timing,
    });
  }
  if (status === 404 || code === 'object_not_found') {
    return new KinoraError(
      'provider.unavailable',
      'Notion doesn’t show the page to Kinora. Open the page in Notion, choose ••• → Connections, and add the integration; then check the page’s address in the settings.',
      { data },
    );
  }
  if (status === 403) {
    return new KinoraError(
      'provider.unavailable',
      'The Notion integration may not do this. Give it the right to read, insert and update content at notion.so/my-integrations.',
      { data },
    );
  }
  const { code: kind, message, isRetryable, retryAfter: wait } = failureOfAnswer(answer, service);
  return new KinoraError(kind, message, {
    isRetryable: isRetryable || [500, 502, 503, 504].includes(status),
    data,
    ...(wait !== undefined && { retryAfter: wait }),
  });
}

function readCode(body: string): string | undefined {
  try {
    const { code } = JSON.parse(body) as { code?: unknown };
    return typeof code === 'string' ? code : undefined;
  } catch {
    return undefined;
  }
}
