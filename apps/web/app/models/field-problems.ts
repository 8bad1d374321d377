import { isKinoraError } from '@kinora/capabilities';

/** What the server says about single fields of a form, by their path, e.g. `settings.baseUrl`. */
export function fieldProblems(error: unknown): Map<string, string> {
  const errors = isKinoraError(error) ? error.data['errors'] : undefined;
  if (!Array.isArray(errors)) return new Map();
  return new Map(
    errors.flatMap((entry: unknown): [string, string][] =>
      typeof entry === 'object' &&
      entry &&
      'path' in entry &&
      'message' in entry &&
      typeof entry.path === 'string' &&
      typeof entry.message === 'string'
        ? [[entry.path, entry.message]]
        : [],
    ),
  );
}
