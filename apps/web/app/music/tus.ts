import { errorStatus, KinoraError } from '@kinora/capabilities';
import type { AssetRef } from '@kinora/capabilities';

/** A resumable upload as the server describes it. */
export type Upload = { id: string; name: string; bytes: number; received: number; file: AssetRef | null };

/** Keeps addresses of unfinished uploads, e.g. a `Map`. */
export type UploadMemory = {
  get: (file: string) => string | undefined;
  set: (file: string, location: string) => unknown;
  delete: (file: string) => unknown;
};

/** Options of {@link uploadFile}. */
export type UploadOptions = {
  /** Where uploads live, e.g. `/api/v1/uploads`. */
  endpoint: string;
  /** Addresses of unfinished uploads, by what identifies a file. */
  memory: UploadMemory;
  signal: AbortSignal;
  /** Bytes that have arrived. */
  onProgress: (received: number) => void;
};

const protocol = { 'tus-resumable': '1.0.0' };
const [smallestPart, largestPart] = [256 * 1024, 16 * 1024 * 1024];

/**
 * Sends a file by the tus 1.0 protocol (core, creation), in parts that take about half a second each. What arrived before
 * a broken line or a closed page isn't sent again: the same file goes on where it was.
 *
 * @throws KinoraError what the server said, or `database.unavailable` (retryable) when it doesn't answer.
 */
export async function uploadFile(file: File, options: UploadOptions): Promise<AssetRef> {
  const { endpoint, memory, signal, onProgress } = options;
  const known = memory.get(fingerprintOf(file));
  let location = known;
  let offset = known === undefined ? null : await receivedAt(known, signal);
  if (offset === null || location === undefined) {
    location = await createUpload(endpoint, file, signal);
    memory.set(fingerprintOf(file), location);
    offset = 0;
  }
  let part = smallestPart;
  while (offset < file.size) {
    onProgress(offset);
    const began = performance.now();
    const answer = await ask(location, {
      method: 'PATCH',
      headers: { ...protocol, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
      body: file.slice(offset, offset + part),
      signal,
    });
    if (answer.status === 409) {
      // Another page has sent the same file: go on where it is now.
      offset = (await receivedAt(location, signal)) ?? 0;
      continue;
    }
    if (!answer.ok) {
      if (answer.status < 500) memory.delete(fingerprintOf(file));
      throw await problemOf(answer);
    }
    offset = Number(answer.headers.get('upload-offset') ?? offset + part);
    const seconds = (performance.now() - began) / 1000;
    part = Math.min(largestPart, Math.max(smallestPart, seconds < 0.3 ? part * 2 : seconds > 1 ? part / 2 : part));
  }
  onProgress(file.size);
  const answer = await ask(location, { headers: { accept: 'application/json' }, signal });
  if (!answer.ok) throw await problemOf(answer);
  const upload = (await answer.json()) as Upload;
  if (!upload.file) throw new KinoraError('internal.bug', 'The file arrived but was not kept. Choose it once more.');
  memory.delete(fingerprintOf(file));
  return upload.file;
}

/** What tells a file from others without reading it. */
export function fingerprintOf(file: Pick<File, 'name' | 'size' | 'lastModified'>): string {
  return `${file.name} ${file.size} ${file.lastModified}`;
}

async function createUpload(endpoint: string, file: File, signal: AbortSignal): Promise<string> {
  const metadata = [`filename ${base64(file.name)}`, file.type && `filetype ${base64(file.type)}`].filter(Boolean);
  const answer = await ask(endpoint, {
    method: 'POST',
    headers: { ...protocol, 'upload-length': String(file.size), 'upload-metadata': metadata.join(',') },
    signal,
  });
  const location = answer.headers.get('location');
  if (!answer.ok || location === null) throw await problemOf(answer);
  return location;
}

/** Bytes that an upload has; null when the server doesn't know it any more. */
async function receivedAt(location: string, signal: AbortSignal): Promise<number | null> {
  const answer = await ask(location, { method: 'HEAD', headers: protocol, signal });
  const offset = answer.headers.get('upload-offset');
  return answer.ok && offset !== null ? Number(offset) : null;
}

async function ask(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { credentials: 'same-origin', ...request });
  } catch (cause) {
    if (request.signal?.aborted) throw cause;
    throw new KinoraError('database.unavailable', 'The line is broken. What arrived is kept.', {
      isRetryable: true,
      cause,
    });
  }
}

async function problemOf(answer: Response): Promise<KinoraError> {
  const problem = (await answer.json().catch(() => null)) as { code?: string; detail?: string; title?: string } | null;
  const code = problem?.code !== undefined && problem.code in errorStatus ? problem.code : 'internal.bug';
  return new KinoraError(
    code as keyof typeof errorStatus,
    problem?.detail ?? problem?.title ?? `The server answered ${answer.status}.`,
    { isRetryable: answer.status >= 500 },
  );
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
