/** Every error code of Kinora with the HTTP status it becomes. Codes read `area.problem`. */
export const errorStatus = {
  'request.invalid': 400,
  'request.unsafe': 422,
  'request.conflict': 409,
  'request.too-large': 413,
  'request.too-many': 429,
  'auth.required': 401,
  'auth.forbidden': 403,
  'resource.missing': 404,
  'job.cancelled': 409,
  'job.failed': 500,
  'asset.missing': 404,
  'asset.broken': 500,
  'provider.unavailable': 503,
  'provider.timeout': 504,
  'provider.quota': 429,
  'provider.refused': 422,
  'provider.failed': 502,
  'content.blocked': 422,
  'storage.full': 507,
  'storage.denied': 500,
  'broadcast.offer': 422,
  'broadcast.not-live': 409,
  'broadcast.ended': 410,
  'broadcast.full': 503,
  'database.unavailable': 503,
  'home.busy': 409,
  'home.denied': 500,
  'server.port-in-use': 500,
  'server.bind-refused': 500,
  'internal.bug': 500,
} as const satisfies Record<string, number>;

/** A code from {@link errorStatus}. */
export type ErrorCode = keyof typeof errorStatus;

/** What a {@link KinoraError} carries beside its code and message. */
export type ErrorDetails = {
  /** Whether the same call may succeed later without a change. Default false. */
  isRetryable?: boolean;
  /** Seconds to wait before a retry, when the provider named it. */
  retryAfter?: number;
  /** Facts for programs, e.g. `{ field: 'profile.age', allowed: '2–10' }`. Never a secret. */
  data?: Record<string, unknown>;
  cause?: unknown;
};

/**
 * The one error class. `code` survives job storage and HTTP; the message says what happened and what to do.
 */
export class KinoraError extends Error {
  readonly code: ErrorCode;
  readonly isRetryable: boolean;
  readonly retryAfter: number | undefined;
  readonly data: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'KinoraError';
    this.code = code;
    this.isRetryable = details.isRetryable ?? false;
    this.retryAfter = details.retryAfter;
    this.data = details.data ?? {};
  }
}

/** Whether a value is a {@link KinoraError}, also one that crossed a process or was stored as JSON. */
export function isKinoraError(value: unknown): value is KinoraError {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    value.code in errorStatus &&
    'message' in value
  );
}
