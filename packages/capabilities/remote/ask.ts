import type { z } from 'zod';
import { failureOfAnswer, failureOfConnection, failureOfShape } from './failure.ts';
import type { FailedAnswer, ServiceFacts } from './failure.ts';

/** A service that is asked over HTTP. */
export type RemoteService = ServiceFacts & {
  /** Address that paths are added to, without a slash at its end; empty when paths are whole addresses. */
  baseUrl: string;
  fetch: typeof globalThis.fetch;
  /** Sent with every request, e.g. the key. */
  headers?: Record<string, string>;
};

/** A request to a {@link RemoteService}. */
export type Question = {
  /** Default `GET`, or `POST` with a body. */
  method?: string;
  query?: Record<string, string | number | boolean | undefined>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is. */
  body?: BodyInit;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** Reads errors that only this service has. Undefined: the usual reading. */
  explain?(answer: FailedAnswer): Error | undefined;
};

/**
 * Asks a service and returns its answer when its status is 2xx.
 * @throws KinoraError that a route understands and that holds no key; the signal's reason on abort.
 */
export async function ask(service: RemoteService, path: string, question: Question = {}): Promise<Response> {
  const { json, body, query = {}, signal } = question;
  signal?.throwIfAborted();
  const url = new URL(`${service.baseUrl}${path}`);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
  const content = json === undefined ? body : JSON.stringify(json);
  let response: Response;
  try {
    response = await service.fetch(url, {
      method: question.method ?? (content === undefined ? 'GET' : 'POST'),
      headers: {
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...service.headers,
        ...question.headers,
      },
      ...(content !== undefined && { body: content }),
      ...(signal && { signal }),
    });
  } catch (error) {
    throw failureOfConnection(error, service, signal);
  }
  if (response.ok) return response;
  const text = await read(service, () => response.text(), signal);
  const answer = { status: response.status, headers: response.headers, body: text };
  throw question.explain?.(answer) ?? failureOfAnswer(answer, service);
}

/** Asks for JSON of a shape. @throws KinoraError `provider.failed` when it has another; see {@link ask}. */
export async function askJson<Schema extends z.ZodType>(
  service: RemoteService,
  path: string,
  schema: Schema,
  question: Question = {},
): Promise<z.output<Schema>> {
  const response = await ask(service, path, question);
  const text = await read(service, () => response.text(), question.signal);
  return parseAnswer(service, text, schema);
}

/** Asks for a file. @throws KinoraError `provider.failed` when it is empty; see {@link ask}. */
export async function askBytes(
  service: RemoteService,
  path: string,
  question: Question = {},
): Promise<{ bytes: Uint8Array<ArrayBuffer>; mediaType: string }> {
  const response = await ask(service, path, question);
  const bytes = new Uint8Array(await read(service, () => response.arrayBuffer(), question.signal));
  if (bytes.length === 0) throw failureOfShape(service, 'nothing');
  return { bytes, mediaType: response.headers.get('content-type')?.split(';')[0]?.trim() ?? '' };
}

/** Reads JSON of a shape from a service's words. @throws KinoraError `provider.failed`. */
export function parseAnswer<Schema extends z.ZodType>(
  service: ServiceFacts,
  text: string,
  schema: Schema,
): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw failureOfShape(service, text.trimStart().startsWith('<') ? 'a web page' : 'no JSON');
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw failureOfShape(service, `${issue?.path.join('.') || 'answer'}: ${issue?.message ?? 'unknown'}`);
}

async function read<Result>(
  service: RemoteService,
  run: () => Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    throw failureOfConnection(error, service, signal);
  }
}
