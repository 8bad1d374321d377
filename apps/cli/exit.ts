import { isKinoraError } from '@kinora/capabilities';

/** Exit codes: 2 for a wrong call, 3 for a wish the guard refuses, 130 after Ctrl-C, 1 for everything else. */
export const exitCodes = { failure: 1, usage: 2, refused: 3, cancelled: 130 } as const;

/** Prints an error for a person (or as a JSON line) and ends the process with its code. */
export function failWith(error: unknown, asJson: boolean): never {
  const code = isKinoraError(error) ? error.code : 'internal.bug';
  const message = error instanceof Error || isKinoraError(error) ? error.message : String(error);
  if (asJson) process.stdout.write(`${JSON.stringify({ type: 'error', code, message })}\n`);
  else process.stderr.write(`kinora: ${message}\n`);
  if (!isKinoraError(error) && process.env['KINORA_DEBUG'] !== undefined) console.error(error);
  if (code === 'request.invalid') process.exit(exitCodes.usage);
  if (code === 'request.unsafe' || code === 'content.blocked') process.exit(exitCodes.refused);
  if (code === 'job.cancelled') process.exit(exitCodes.cancelled);
  process.exit(exitCodes.failure);
}
