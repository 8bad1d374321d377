import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { isActive } from '../../api/types.ts';
import type { Job } from '../../api/types.ts';
import type { SignInStep, UploadRequest, VideoForecast, VideoUpload, YoutubeConnection } from './wire.ts';

const connectionKey = ['youtube', 'connect'];

/** Who is signed in to YouTube, and signing in and out. */
export function useYoutubeConnection(isReady: boolean) {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['youtube'] });
  const signIn = useMutation({
    mutationFn: (method: SignInStep['method']) =>
      call<SignInStep>('/youtube/connect', { method: 'POST', body: { method } }),
    onSuccess: refresh,
  });
  const isOpen = signIn.data !== undefined;
  return {
    connection: useQuery({
      queryKey: connectionKey,
      queryFn: ({ signal }) => call<YoutubeConnection>('/youtube/connect', { signal }),
      enabled: isReady,
      refetchOnWindowFocus: true,
      refetchInterval: ({ state }) =>
        state.data?.state === 'waiting' || (isOpen && state.data?.state === 'signed-out') ? 2000 : false,
    }),
    signIn,
    signOut: useMutation({
      mutationFn: () => call<undefined>('/youtube/connect', { method: 'DELETE' }),
      onSuccess() {
        signIn.reset();
        return refresh();
      },
    }),
  };
}

/** What was uploaded of a lesson, and uploading. A page that is opened again finds the work that runs. */
export function useUploads(lessonId: string) {
  const queries = useQueryClient();
  const queryKey = ['language', lessonId, 'youtube'];
  return {
    uploads: useQuery({
      queryKey,
      queryFn: ({ signal }) =>
        call<{ items: VideoUpload[] }>(`/lessons/${lessonId}/youtube`, { signal }).then(({ items }) => items),
      refetchInterval: ({ state }) => (state.data?.some(({ job }) => isActive(job)) ? 800 : false),
    }),
    upload: useMutation({
      mutationFn: (request: UploadRequest) =>
        call<{ job: Job }>(`/lessons/${lessonId}/youtube`, {
          method: 'POST',
          body: request,
          headers: { 'idempotency-key': crypto.randomUUID() },
        }),
      onSuccess: () =>
        Promise.all([queries.invalidateQueries({ queryKey }), queries.invalidateQueries({ queryKey: ['jobs'] })]),
    }),
  };
}

/** What an upload takes of the day's allowances; nobody is asked. */
export function useUploadForecast(
  lessonId: string,
  asked: Pick<UploadRequest, 'output' | 'thumbnail' | 'captions' | 'playlist'>,
) {
  return useQuery({
    queryKey: ['language', lessonId, 'youtube-forecast', asked],
    queryFn: ({ signal }) =>
      call<VideoForecast>(`/lessons/${lessonId}/youtube/forecast`, { method: 'POST', body: asked, signal }),
    placeholderData: (previous) => previous,
  });
}

/** Playlists of the channel that is signed in. */
export function usePlaylists() {
  return useQuery({
    queryKey: ['youtube', 'playlists'],
    queryFn: ({ signal }) =>
      call<{ items: { id: string; title: string }[] }>('/youtube/playlists', { signal }).then(({ items }) => items),
    staleTime: 60_000,
  });
}
