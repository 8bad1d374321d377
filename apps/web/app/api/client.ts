import { errorStatus, KinoraError } from '@kinora/capabilities';
import type { AssetRef } from '@kinora/capabilities';
import type { LessonOutput } from '@kinora/studios/language/schema';
import type { LiveOutputKind } from '@kinora/studios/live-style/schema';
import type { OutputKind as VideoOutput } from '@kinora/studios/music-video/schema';
import type { OutputKind } from '@kinora/studios/story/schema';
import type { Job, Problem, Project } from './types.ts';

/** Where Kinora's HTTP interface lives. */
export const apiBase = '/api/v1';

/**
 * Calls the server; its problem documents become a {@link KinoraError} with the field errors in `data.errors`.
 * @param options.body Sent as JSON; a file as it is.
 */
export async function call<Value>(
  path: string,
  options: { method?: string; body?: unknown; signal?: AbortSignal; headers?: Record<string, string> } = {},
): Promise<Value> {
  const { body } = options;
  const mediaType = body instanceof Blob ? body.type : 'application/json';
  const response = await fetch(apiBase + path, {
    method: options.method ?? 'GET',
    credentials: 'same-origin',
    signal: options.signal,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': mediaType }),
      ...options.headers,
    },
    body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
  }).catch((cause: unknown) => {
    if (options.signal?.aborted) throw cause;
    throw new KinoraError(
      'database.unavailable',
      'Kinora doesn’t answer. Is it still running in its terminal window?',
      {
        isRetryable: true,
        cause,
      },
    );
  });
  if (!response.ok) throw await problemError(response);
  return (response.status === 204 ? undefined : await response.json()) as Value;
}

/** The address of a stored file. */
export function assetUrl(ref: AssetRef): string {
  return `${apiBase}/assets/${ref.asset}`;
}

/** The address under which a file of a story downloads with a readable name. */
export function outputUrl(storyId: string, kind: OutputKind, version?: number): string {
  return `${apiBase}/stories/${storyId}/outputs/${kind}${version === undefined ? '' : `?version=${version}`}`;
}

/** The address under which a file of a music video downloads with a readable name. */
export function videoFileUrl(videoId: string, kind: VideoOutput, version?: number): string {
  return `${apiBase}/music-videos/${videoId}/outputs/${kind}${version === undefined ? '' : `?version=${version}`}`;
}

/** The address under which a file of a styled video, recording or snapshot downloads with a readable name. */
export function liveFileUrl(id: string, kind: LiveOutputKind): string {
  return `${apiBase}/live-style/${id}/outputs/${kind}`;
}

/** The address under which a file of a lesson downloads with a readable name. `isInline`: to be shown instead. */
export function lessonFileUrl(
  id: string,
  kind: LessonOutput,
  { version, isInline = false }: { version?: number; isInline?: boolean } = {},
): string {
  const asked = new URLSearchParams({
    ...(version !== undefined && { version: String(version) }),
    ...(isInline && { inline: 'true' }),
  });
  return `${apiBase}/lessons/${id}/outputs/${kind}${asked.size > 0 ? `?${asked}` : ''}`;
}

/** The address of a lesson's recording, for players. */
export function recordingUrl(id: string): string {
  return `${apiBase}/lessons/${id}/recording`;
}

/** Where a project's page is. */
export function pageOf(project: Pick<Project, 'studio' | 'id'>): string {
  return `${pages[project.studio]}/${project.id}`;
}

/** Where the project of a job is in the HTTP interface. */
export function apiPathOf(studio: Job['studio'], id: string): string {
  return `${collections[studio]}/${id}`;
}

const pages = { story: '/story', 'music-video': '/music', 'live-style': '/live', language: '/language' } as const;
const collections = {
  story: '/stories',
  'music-video': '/music-videos',
  'live-style': '/live-style',
  language: '/lessons',
} as const;

async function problemError(response: Response): Promise<KinoraError> {
  const problem = (await response.json().catch(() => null)) as Partial<Problem> | null;
  const code = problem?.code && problem.code in errorStatus ? problem.code : 'internal.bug';
  return new KinoraError(code, problem?.detail ?? problem?.title ?? `The server answered ${response.status}.`, {
    isRetryable: response.status >= 500,
    data: { errors: problem?.errors ?? [] },
  });
}
