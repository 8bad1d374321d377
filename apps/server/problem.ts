import { errorStatus, isKinoraError, KinoraError } from '@kinora/capabilities';
import type { ErrorCode } from '@kinora/capabilities';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';

/** An RFC 9457 problem document. */
export const problem = z.object({
  type: z.string().describe('A URI that names the kind of problem.'),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().describe('What happened and what to do.'),
  code: z.string().describe('e.g. `request.invalid`; stable, for programs.'),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  suggestion: z.string().optional(),
});

export type Problem = z.infer<typeof problem>;

/** Bytes that PostgreSQL can't keep in a text. */
const isUnstorableText = (error: unknown) =>
  [error, (error as { cause?: unknown } | undefined)?.cause].some(
    (each) => (each as { code?: unknown } | undefined)?.code === '22021',
  );

const titles: Partial<Record<ErrorCode, string>> = {
  'request.invalid': 'The request has something wrong in it',
  'request.unsafe': 'The guard can’t let this pass',
  'request.too-large': 'The file is too large',
  'request.conflict': 'This was asked before in another way',
  'auth.required': 'Sign in first',
  'auth.forbidden': 'Not allowed from here',
  'resource.missing': 'Not found',
  'job.cancelled': 'Cancelled',
  'job.failed': 'The work failed',
  'asset.missing': 'File not found',
  'asset.broken': 'A stored file is damaged',
  'provider.unavailable': 'A provider is not available',
  'content.blocked': 'The guard said no',
  'storage.full': 'The disk is full',
  'database.unavailable': 'The database does not answer',
  'provider.failed': 'A provider failed',
  'internal.bug': 'Something in Kinora went wrong',
};

const advice: Record<string, string> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Send JSON, and say so with the header content-type: application/json.',
  FST_ERR_CTP_BODY_TOO_LARGE: 'The body is larger than 1 MB. A request is a few kilobytes of JSON.',
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is not JSON. Check its quotes, commas and brackets.',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The body is empty. Send JSON such as {}, or leave the header content-type out.',
  FST_ERR_BAD_URL: 'The address has a % that is not followed by two hexadecimal digits; write it as %25.',
};

/** Turns anything thrown into a problem document. Unknown errors keep their message to the log. */
export function toProblem(error: unknown): Problem {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => ({
      path: issue.instancePath.replace(/^\//, '').replaceAll('/', '.'),
      message: issue.message ?? 'not valid',
    }));
    return make(
      'request.invalid',
      errors.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; '),
      { errors },
    );
  }
  if (isKinoraError(error)) {
    const { field, suggestion } = (error.data ?? {}) as { field?: string; suggestion?: string };
    return make(error.code, error.message, {
      ...(field === undefined ? {} : { errors: [{ path: field, message: error.message }] }),
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
  if (isUnstorableText(error)) {
    return make('request.invalid', 'The request has a NUL character in it, which can’t be stored. Leave it out.');
  }
  const status = (error as { statusCode?: unknown }).statusCode;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    const { code = '', message = '' } = error as { code?: string; message?: string };
    return { ...make('request.invalid', advice[code] ?? `${message || 'The request can’t be understood'}.`), status };
  }
  return make('internal.bug', 'Something in Kinora went wrong. It is in the log; trying again does no harm.');
}

/** The error that a stored problem stood for. */
export function fromProblem(stored: Problem): KinoraError {
  const code = stored.code in errorStatus ? (stored.code as ErrorCode) : 'job.failed';
  return new KinoraError(code, stored.detail);
}

function make(code: ErrorCode, detail: string, extra: Partial<Problem> = {}): Problem {
  const title = titles[code] ?? code;
  return { type: `urn:kinora:problem:${code}`, title, status: errorStatus[code], detail, code, ...extra };
}
