import { isKinoraError } from '@kinora/capabilities';

/** The messages of a refused request, one per field, or its own message when it names none. */
export function messagesOf(error: unknown): string[] {
  if (!isKinoraError(error)) return error instanceof Error ? [error.message] : [];
  const errors = error.data['errors'];
  const messages = Array.isArray(errors)
    ? errors.flatMap((entry: unknown) =>
        typeof entry === 'object' && entry && 'message' in entry && typeof entry.message === 'string'
          ? [entry.message]
          : [],
      )
    : [];
  return messages.length > 0 ? messages : [error.message];
}
