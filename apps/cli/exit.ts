import { isKinoraError } from '@kinora/capabilities/errors';

/** Exit codes: 2 for a wrong call, 3 for a wish the guard refuses, 130 after Ctrl-C, 1 for everything else. */
export const exitCodes = { failure: 1, usage: 2, refused: 3, cancelled: 130 } as const;

/** Prints an error for a person (or as a JSON line) and says which code the process ends with. */
export function reportFailure(error: unknown, asJson: boolean): number {
  const code = isKinoraError(error) ? error.code : 'internal.bug';
  const message = error instanceof Error || isKinoraError(error) ? error.message : String(error);
  if (asJson) process.stdout.write(`${JSON.stringify({ type: 'error', code, message })}\n`);
  else process.stderr.write(`kinora: ${message}\n`);
  if (!isKinoraError(error) && process.env['KINORA_DEBUG'] !== undefined) console.error(error);
  return exitCodeOf(error);
}

/** Which code an error ends the process with. */
export function exitCodeOf(error: unknown): number {
  const code = isKinoraError(error) ? error.code : 'internal.bug';
  if (code === 'request.invalid') return exitCodes.usage;
  if (code === 'request.unsafe' || code === 'content.blocked') return exitCodes.refused;
  return code === 'job.cancelled' ? exitCodes.cancelled : exitCodes.failure;
}

/** Ends the process after what was written has left it; a pipe may take its time. */
export async function exitWith(code: number): Promise<never> {
  await Promise.all(
    [process.stdout, process.stderr].map((stream) => new Promise<void>((resolve) => stream.write('', () => resolve()))),
  );
  process.exit(code);
}
