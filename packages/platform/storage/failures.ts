import { isKinoraError, KinoraError } from '@kinora/capabilities';

/** Says a failure of the file system in Kinora's terms; what isn't one of those comes back as it is. */
export function describeStorageFailure(folder: string, cause: unknown): unknown {
  if (isKinoraError(cause)) return cause;
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new KinoraError('storage.full', `The disk that holds ${folder} is full; free some space and try again.`, {
      cause,
      isRetryable: true,
    });
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new KinoraError(
      'storage.denied',
      `Files in ${folder} cannot be read or written; correct its owner and permissions.`,
      {
        cause,
      },
    );
  }
  return cause;
}
