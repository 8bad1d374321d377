import { KinoraError } from '@kinora/capabilities';
import type { VideoDestination } from '@kinora/capabilities/publishing';
import { openGoogle } from './client.ts';
import type { GoogleOptions } from './client.ts';
import { describeVideo, isSame } from './facts.ts';
import { forecastUpload, thumbnailBytes } from './quota.ts';
import { beginDeviceSignIn, beginSignIn, finishSignIn, pollDeviceSignIn } from './sign-in.ts';
import { beginUpload, sendFile } from './upload.ts';

/** A YouTube channel as a place for videos. @param options.part Bytes sent at a time, for tests. */
export function createYoutubeDestination(options: GoogleOptions & { part?: number }): VideoDestination {
  const open = (signal: AbortSignal) => openGoogle(options, signal);
  return {
    forecast: forecastUpload,

    async beginSignIn({ redirect }) {
      return beginSignIn(await open(new AbortController().signal), redirect);
    },
    async finishSignIn(signIn, code, { signal }) {
      return finishSignIn(await open(signal), signIn, code);
    },
    async beginDeviceSignIn({ signal }) {
      return beginDeviceSignIn(await open(signal), options.clientId);
    },
    async pollDeviceSignIn(signIn, { signal }) {
      return pollDeviceSignIn(await open(signal), signIn, options);
    },
    async signOut({ signal }) {
      if (options.refreshToken === undefined) return;
      const google = await open(signal);
      await google.post(google.endpoints.revoke, { token: options.refreshToken }).catch((error: unknown) => {
        signal.throwIfAborted();
        // One that Google doesn't know any more is as good as revoked.
        if (!(error instanceof KinoraError) || error.data['reason'] !== 'invalid_token') throw error;
      });
    },

    async channel({ signal }) {
      const google = await open(signal);
      const { items } = await google.ask((api, at) => api.channels.list({ part: ['snippet'], mine: true }, at));
      const [channel] = items ?? [];
      if (channel?.id) return { id: channel.id, title: channel.snippet?.title ?? channel.id };
      throw new KinoraError('auth.required', 'This Google account has no YouTube channel. Sign in with another.');
    },

    async playlists({ signal }) {
      const google = await open(signal);
      const found: { id: string; title: string }[] = [];
      for (let pageToken: string | undefined; ;) {
        const page = await google.ask((api, at) =>
          api.playlists.list({ part: ['snippet'], mine: true, maxResults: 50, ...(pageToken && { pageToken }) }, at),
        );
        for (const { id, snippet } of page.items ?? []) if (id) found.push({ id, title: snippet?.title ?? id });
        pageToken = page.nextPageToken ?? undefined;
        if (pageToken === undefined || found.length >= 500) return found;
      }
    },

    async beginUpload(video, file, { signal }) {
      return beginUpload(await open(signal), video, file);
    },
    async upload(session, file, { signal, onProgress }) {
      return sendFile(await open(signal), session, file, {
        ...(onProgress && { onProgress }),
        ...(options.part !== undefined && { part: options.part }),
      });
    },

    async findUpload(video, { bytes }, since, { signal }) {
      const google = await open(signal);
      const channels = await google.ask((api, at) => api.channels.list({ part: ['contentDetails'], mine: true }, at));
      const playlistId = channels.items?.[0]?.contentDetails?.relatedPlaylists?.uploads;
      if (!playlistId) return null;
      const recent = await google.ask((api, at) =>
        api.playlistItems.list({ part: ['contentDetails'], playlistId, maxResults: 50 }, at),
      );
      const id = (recent.items ?? []).flatMap(({ contentDetails }) => contentDetails?.videoId ?? []);
      if (id.length === 0) return null;
      const { items } = await google.ask((api, at) => api.videos.list({ part: ['snippet', 'fileDetails'], id }, at));
      const { title } = describeVideo(video).snippet;
      const same = (items ?? []).find(
        ({ snippet, fileDetails }) =>
          snippet?.title === title &&
          Number(fileDetails?.fileSize) === bytes &&
          Date.parse(snippet?.publishedAt ?? '') / 1000 >= since,
      );
      return same?.id ?? null;
    },

    async describe(id, video, { signal }) {
      const google = await open(signal);
      const wanted = describeVideo(video);
      const part = ['snippet', 'status', 'localizations'];
      const { items } = await google.ask((api, at) => api.videos.list({ part, id: [id] }, at));
      const [there] = items ?? [];
      if (there === undefined) {
        throw new KinoraError('resource.missing', 'The video is not on the channel any more. Upload it again.', {
          data: { video: id },
        });
      }
      if (isSame(there, wanted)) return;
      await google.ask((api, at) => api.videos.update({ part, requestBody: { id, ...wanted } }, at));
    },

    async setThumbnail(id, { bytes, mediaType }, { signal }) {
      if (bytes.length > thumbnailBytes) {
        throw new KinoraError('request.invalid', 'YouTube takes thumbnails of up to 2 MB; make a smaller one.');
      }
      const google = await open(signal);
      await google.ask((api, at) =>
        api.thumbnails.set({ videoId: id, media: { mimeType: mediaType, body: Buffer.from(bytes) } }, at),
      );
    },

    async setCaptions(id, { language, name, bytes }, { signal }) {
      const google = await open(signal);
      const text = new TextDecoder().decode(bytes);
      const media = { mimeType: 'application/octet-stream', body: text };
      const find = async () => {
        const { items } = await google.ask((api, at) => api.captions.list({ part: ['snippet'], videoId: id }, at));
        return items?.find(
          ({ snippet }) =>
            snippet?.language === language && (snippet.name ?? '') === name && snippet.trackKind !== 'asr',
        );
      };
      const there = await find();
      if (there?.id) {
        const requestBody = { id: there.id, snippet: { isDraft: false } };
        await google.ask((api, at) => api.captions.update({ part: ['snippet'], requestBody, media }, at));
        return;
      }
      const requestBody = { snippet: { videoId: id, language, name, isDraft: false } };
      // They may have been added though the answer was lost.
      await google.ask((api, at) => api.captions.insert({ part: ['snippet'], requestBody, media }, at), find);
    },

    async addToPlaylist(id, playlistId, { signal }) {
      const google = await open(signal);
      const find = async () => {
        const page = await google.ask((api, at) =>
          api.playlistItems.list({ part: ['id'], playlistId, videoId: id, maxResults: 1 }, at),
        );
        return page.items?.[0];
      };
      if ((await find()) !== undefined) return;
      const requestBody = { snippet: { playlistId, resourceId: { kind: 'youtube#video', videoId: id } } };
      await google.ask((api, at) => api.playlistItems.insert({ part: ['snippet'], requestBody }, at), find);
    },
  };
}
