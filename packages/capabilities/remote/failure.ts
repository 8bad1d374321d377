import { KinoraError } from '../errors.ts';

/** What is known of a service when it fails. */
export type ServiceFacts = {
  /** For people, e.g. `OpenAI` or `Ollama at http://localhost:11434`. */
  name: string;
  /** Keys and tokens: taken out of every message. */
  secrets?: readonly string[];
  /** What to do when its key isn't accepted. Default: make a new one and enter it. */
  keyAdvice?: string;
  /** What to do when nobody answers. Default: start it or correct its address. */
  reachAdvice?: string;
};

/** An answer of a service that isn't the one that was hoped for. */
export type FailedAnswer = { status: number; headers: { get(name: string): string | null }; body: string };

const filterWords =
  /content[ _-]?(?:filter|policy|management|moderation)|moderation_blocked|safety (?:system|filter|setting)|sensitive_words|nsfw|prohibited_content|image_safety|responsible ai/i;
const quotaWords =
  /insufficient_quota|exceeded your current quota|billing|credit balance|out of credits|quota_exceeded|out of call volume quota/i;
const keyWords = /API_KEY_INVALID|api[ _-]?key (?:not valid|is invalid|expired)/i;

/**
 * Turns a service's HTTP error into the error a route understands: 401 and 403 are a matter of the key, 402 and used-up
 * accounts of the quota, 408 and 504 of time, 429 of patience; content filters and inputs that are too long are
 * refusals, which another provider may not share. `now` in milliseconds dates a `Retry-After` that names a time.
 */
export function failureOfAnswer(answer: FailedAnswer, service: ServiceFacts, now = Date.now()): KinoraError {
  const { status, headers, body } = answer;
  const { name } = service;
  const words = sayWhatItSaid(body, service);
  const retryAfter = readRetryAfter(headers, now) ?? readRetryDelay(body);
  const timing = retryAfter === undefined ? {} : { retryAfter };
  if (filterWords.test(body) && status >= 400 && status < 500 && status !== 401) {
    return new KinoraError('provider.refused', `${name} refuses this content.${words} Word it differently.`);
  }
  // Google says "quota" for a busy minute too, but then it names the wait.
  const isUsedUp = quotaWords.test(body) && status >= 400 && status < 500 && retryAfter === undefined;
  if (status === 402 || isUsedUp) {
    const advice = 'Top up the account or choose another provider.';
    return new KinoraError('provider.quota', `The quota of ${name} is used up. ${advice}`, timing);
  }
  if (status === 401 || status === 403 || (status === 400 && keyWords.test(body))) {
    // What a service says about a key often quotes it, so its words are left out.
    const advice = service.keyAdvice ?? 'Make a new key there and enter it in the settings.';
    return new KinoraError('provider.unavailable', `${name} doesn't accept the key (HTTP ${status}). ${advice}`);
  }
  switch (status) {
    case 404:
      return new KinoraError(
        'provider.unavailable',
        `${name} doesn't know the address or the model (HTTP 404).${words} Check both in the settings.`,
      );
    case 408:
    case 504:
      return new KinoraError('provider.timeout', `${name} took too long (HTTP ${status}). Try again later.`, {
        isRetryable: true,
        ...timing,
      });
    case 429: {
      const wait = retryAfter === undefined ? 'Try again later' : `Try again in ${Math.ceil(retryAfter)} s`;
      return new KinoraError('provider.quota', `${name} gets too many requests. ${wait}.`, {
        isRetryable: true,
        ...timing,
      });
    }
  }
  if (status >= 400 && status < 500) {
    return new KinoraError('provider.refused', `${name} refuses the request (HTTP ${status}).${words}`);
  }
  return new KinoraError('provider.failed', `${name} failed (HTTP ${status}).${words} Try again later.`, {
    isRetryable: status >= 500,
    ...timing,
  });
}

/**
 * Turns what `fetch` or the reading of an answer threw into a KinoraError; KinoraErrors and aborts stay what they are.
 * The cause is left out on purpose: errors of HTTP libraries carry addresses and headers with keys.
 */
export function failureOfConnection(error: unknown, service: ServiceFacts, signal?: AbortSignal): unknown {
  if (signal?.aborted) return signal.reason;
  if (error instanceof KinoraError) return error;
  const { name } = service;
  const code = findCode(error);
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new KinoraError('provider.timeout', `${name} took too long. Try again later.`, { isRetryable: true });
  }
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EHOSTUNREACH') {
    const advice = service.reachAdvice ?? 'Start it, or correct its address in the settings.';
    return new KinoraError('provider.unavailable', `Nobody answers as ${name} (${code}). ${advice}`);
  }
  return new KinoraError(
    'provider.failed',
    `The connection to ${name} broke${code === undefined ? '' : ` (${code})`}. Try again later.`,
    { isRetryable: true },
  );
}

/** The error of an answer that isn't what the service's interface promises. */
export function failureOfShape(service: ServiceFacts, problem: string): KinoraError {
  return new KinoraError(
    'provider.failed',
    `${service.name} answered with something else than expected (${hideSecrets(problem, service.secrets)}). ` +
      'Check that its address is right and its version supported.',
    { isRetryable: true },
  );
}

/** Takes keys out of a text: the known ones, what looks like one, and the queries of addresses. */
export function hideSecrets(text: string, secrets: readonly string[] = []): string {
  let clean = text;
  for (const secret of secrets) if (secret.length >= 4) clean = clean.replaceAll(secret, '…');
  return clean
    .replace(/(https?:\/\/[^\s?#"']*)[?#][^\s"']*/g, '$1')
    .replace(/\b(?:sk|pk|xai|gsk|key|token|bearer)[-_ ][\w.*-]{8,}/gi, '…')
    .replace(/\bAIza[\w-]{10,}/g, '…');
}

/** RFC 9110, 10.2.3: seconds or a date; and the finer `retry-after-ms` some services send. @returns Seconds. */
function readRetryAfter(headers: FailedAnswer['headers'], now: number): number | undefined {
  const milliseconds = Number(headers.get('retry-after-ms') ?? Number.NaN);
  if (milliseconds >= 0) return milliseconds / 1000;
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  const seconds = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

/** Google's `RetryInfo` (google.rpc) in an error's details. @returns Seconds. */
function readRetryDelay(body: string): number | undefined {
  const [, seconds] = /"retryDelay":\s*"(\d+(?:\.\d+)?)s"/.exec(body) ?? [];
  return seconds === undefined ? undefined : Number(seconds);
}

function sayWhatItSaid(body: string, service: ServiceFacts): string {
  const message = findMessage(body);
  if (message === undefined) return '';
  const clean = hideSecrets(message, service.secrets).replace(/\s+/g, ' ').trim().slice(0, 200);
  return clean === '' ? '' : ` It says: ${/[.!?]$/.test(clean) ? clean : `${clean}.`}`;
}

/** The message in an error's JSON, wherever services put it. Pages of HTML say nothing to a person. */
function findMessage(body: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  for (let depth = 0; depth < 4; depth++) {
    if (typeof value === 'string') return value;
    if (Array.isArray(value)) value = value[0];
    if (typeof value !== 'object' || value === null) return undefined;
    const fields = value as Record<string, unknown>;
    value = fields['error'] ?? fields['message'] ?? fields['detail'] ?? fields['msg'] ?? fields['errors'];
  }
  return undefined;
}

function findCode(error: unknown): string | undefined {
  for (let cause = error, depth = 0; depth < 4 && typeof cause === 'object' && cause !== null; depth++) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
    cause = 'errors' in cause && Array.isArray(cause.errors) ? cause.errors[0] : 'cause' in cause ? cause.cause : null;
  }
  return undefined;
}
