import type { HttpClient, HttpHeaders } from '@azure/core-rest-pipeline';
import type { SettingField } from '@kinora/capabilities';
import { failureOfAnswer, failureOfConnection, parseAnswer } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { z } from 'zod';

/** Options for the official clients: every request goes through `services.fetch`, and the route does the retrying. */
export type ClientOptions = {
  httpClient: HttpClient;
  retryOptions: { maxRetries: 0 };
  allowInsecureConnection: boolean;
};

/** A service of Azure as the adapters see it. */
export function describeService(options: {
  name: string;
  endpoint: string;
  key: string;
  fetch: typeof globalThis.fetch;
  /** Whether the adapter sends the key itself. The official clients do it in their own way. */
  sendsKey?: boolean;
}): RemoteService {
  const { name, endpoint, key, fetch, sendsKey = false } = options;
  return {
    name,
    baseUrl: endpoint,
    fetch,
    headers: sendsKey ? { 'ocp-apim-subscription-key': key } : {},
    secrets: [key],
    keyAdvice: 'Key and address must be of the same resource: see its page “Keys and Endpoint” in the Azure portal.',
    reachAdvice: 'Compare the address with the page “Keys and Endpoint” of the resource in the Azure portal.',
  };
}

/**
 * Prepares an official client so that it sends through our outgoing client. Failures are sorted here, before the client
 * makes errors of its own, which carry the request with its key.
 */
export function prepareClient(service: RemoteService): ClientOptions {
  const httpClient: HttpClient = {
    async sendRequest(request) {
      const signal = request.abortSignal as AbortSignal | undefined;
      let response: Response;
      let text: string;
      try {
        response = await service.fetch(request.url, {
          method: request.method,
          // Which system this is, is nobody's business.
          headers: { ...request.headers.toJSON(), 'user-agent': 'kinora' },
          ...(request.body != null && { body: request.body as BodyInit }),
          ...(signal && { signal }),
        });
        text = await response.text();
      } catch (error) {
        throw failureOfConnection(error, service, signal);
      }
      if (!response.ok)
        throw failureOfAnswer({ status: response.status, headers: response.headers, body: text }, service);
      parseAnswer(service, text, z.unknown());
      return { request, status: response.status, headers: asHttpHeaders(response.headers), bodyAsText: text };
    },
  };
  return {
    httpClient,
    retryOptions: { maxRetries: 0 },
    // Azure's containers answer on http:// within a house; whether that may be is the outgoing client's say.
    allowInsecureConnection: service.baseUrl.startsWith('http:'),
  };
}

function asHttpHeaders(headers: Headers): HttpHeaders {
  return {
    get: (name) => headers.get(name) ?? undefined,
    has: (name) => headers.has(name),
    set: (name, value) => headers.set(name, String(value)),
    delete: (name) => headers.delete(name),
    toJSON: () => Object.fromEntries(headers),
    [Symbol.iterator]: () => headers.entries(),
  };
}

/** A value that is made at its first use, and again after a failure. */
export function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

/** The default export of a package, whether it was written for `import` or for `require`. */
export function defaultOf<Found>(module: { default: Found }): Found extends { default: infer Inner } ? Inner : Found {
  const found: unknown = module.default;
  const isWrapped = typeof found === 'object' && found !== null && 'default' in found;
  return (isWrapped ? found.default : found) as ReturnType<typeof defaultOf<Found>>;
}

/** Endpoint and key, as every Azure service has them. */
export function endpointFields(options: {
  placeholder: string;
  endpointNames: readonly string[];
  keyNames: readonly string[];
}): readonly SettingField[] {
  return [
    {
      name: 'endpoint',
      label: 'Endpoint',
      help: 'From the page “Keys and Endpoint” of your resource in the Azure portal.',
      kind: 'url',
      isRequired: true,
      placeholder: options.placeholder,
      environment: options.endpointNames,
    },
    {
      name: 'key',
      label: 'Key',
      help: 'KEY 1 or KEY 2 of the same page.',
      kind: 'secret',
      isRequired: true,
      environment: options.keyNames,
    },
  ];
}
