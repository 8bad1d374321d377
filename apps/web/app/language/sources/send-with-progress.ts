import { errorStatus, KinoraError } from '@kinora/capabilities';
import { apiBase } from '../../api/client.ts';
import type { Problem } from '../../api/types.ts';

type Watch = { signal: AbortSignal; onProgress: (fraction: number) => void };

/**
 * Sends a file as it is and tells how much of it has left; `fetch` doesn't.
 * @param path Of the HTTP interface, e.g. `/dictionaries`.
 */
export function sendWithProgress<Answer>(path: string, file: Blob, { signal, onProgress }: Watch): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const leave = () => request.abort();
    request.open('POST', apiBase + path);
    request.responseType = 'json';
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('loadend', () => signal.removeEventListener('abort', leave));
    request.addEventListener('abort', () => reject(signal.reason as Error));
    request.addEventListener('error', () =>
      reject(
        new KinoraError(
          'database.unavailable',
          'Kinora doesn’t answer. Is it still running, and is the file still there?',
          { isRetryable: true },
        ),
      ),
    );
    request.addEventListener('load', () => {
      if (request.status < 300) resolve(request.response as Answer);
      else reject(problemError(request.response as Partial<Problem> | null, request.status));
    });
    signal.addEventListener('abort', leave);
    request.send(file);
  });
}

function problemError(problem: Partial<Problem> | null, status: number): KinoraError {
  const code = problem?.code && problem.code in errorStatus ? problem.code : 'internal.bug';
  return new KinoraError(code, problem?.detail ?? problem?.title ?? `The server answered ${status}.`, {
    isRetryable: status >= 500,
  });
}
