import { isKinoraError, KinoraError } from '@kinora/capabilities';

const connectionCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
const connectionStates = /^(08...|57P0[1-5]|53300)$/;
const connectionWords =
  /connection terminated|connection ended|timeout exceeded when trying to connect|client has encountered a connection error|not queryable/i;

/** Whether the server was away rather than the statement wrong. */
export function isConnectionFailure(error: unknown): boolean {
  return causes(error).some((cause) => {
    const { code, message } = cause;
    if (typeof code === 'string' && (connectionCodes.has(code) || connectionStates.test(code))) return true;
    return code === undefined && typeof message === 'string' && connectionWords.test(message);
  });
}

/** Whether PostgreSQL asks for the transaction to be run again: serialization failure or deadlock. */
export function isContention(error: unknown): boolean {
  return causes(error).some(({ code }) => code === '40001' || code === '40P01');
}

/** Says a failure of the database in Kinora's terms; what isn't one of those comes back as it is. */
export function describeFailure(error: unknown): unknown {
  if (isKinoraError(error)) return error;
  if (isConnectionFailure(error)) {
    return new KinoraError('database.unavailable', 'The database does not answer; try again in a moment.', {
      cause: error,
      isRetryable: true,
    });
  }
  if (causes(error).some(({ code }) => code === '53100')) {
    return new KinoraError('storage.full', 'The disk of the database is full; free some space and try again.', {
      cause: error,
      isRetryable: true,
    });
  }
  return error;
}

function causes(error: unknown): { code?: unknown; message?: unknown }[] {
  const list: { code?: unknown }[] = [];
  for (
    let at = error;
    typeof at === 'object' && at !== null && list.length < 5;
    at = (at as { cause?: unknown }).cause
  ) {
    list.push(at);
    if (at instanceof AggregateError) list.push(...at.errors.filter((inner) => typeof inner === 'object'));
  }
  return list;
}
