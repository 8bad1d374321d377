import { createHash } from 'node:crypto';
import { startWireServer } from '@kinora/capabilities/testing';
import type { WireAnswer, WireRequest, WireServer } from '@kinora/capabilities/testing';

/** An OAuth client of the kind “Desktop app”. */
export const clientId = '407408718192-fake.apps.googleusercontent.com';
/** Stands beside it. */
export const clientSecret = 'GOCSPX-0123456789abcdefghijklmnopqr';
/** A sign-in that is valid from the start. */
export const refreshToken = '1//0gFakeRefreshToken-abcdefghijklmnopqrstuvwxyz0123456789';

type Snippet = Record<string, unknown> & { title: string };
type Video = {
  id: string;
  publishedAt: string;
  snippet: Snippet;
  status: Record<string, unknown>;
  localizations: Record<string, unknown>;
  sha256: string;
  bytes: number;
  thumbnail: { sha256: string; mediaType: string } | null;
};
type Caption = { id: string; videoId: string; language: string; name: string; text: string };
type Session = { id: string; resource: Omit<Video, 'id'>; received: Buffer; total: number; video: Video | null };

/** What happens to a request instead of the usual. */
export type YoutubeFault =
  | { kind: 'status'; status: number; reason: string; retryAfter?: number }
  /** The connection is cut: `before` anything was done, `half` of the bytes being kept, or `after` all was done. */
  | { kind: 'cut'; when: 'before' | 'half' | 'after' }
  /** A part is taken only partly, and `Range` says so. */
  | { kind: 'partial' }
  | { kind: 'slow'; ms: number }
  /** Something else happens meanwhile, before or after the effect; the answer is sent when it is over. */
  | { kind: 'do'; when: 'before' | 'after'; work: () => Promise<void> };

/** A local server that speaks Google's OAuth and the YouTube Data API v3 with resumable uploads. */
export type YoutubeServer = WireServer & {
  videos: Video[];
  captions: Caption[];
  playlists: { id: string; title: string; items: string[] }[];
  /** Units used by each allowance, as the documentation counts. */
  used: Record<string, number>;
  /** The next request whose method and path match meets this. */
  fail(fault: YoutubeFault, match?: RegExp): void;
  /** All access tokens are too old. */
  expireTokens(): void;
  /** No upload session is known any more. */
  forgetSessions(): void;
  /** The person agrees in the browser: what the redirect carries. */
  agree(url: string): URL;
  /** The person types the code on another device. */
  agreeOnDevice(userCode: string): void;
  /** It is another channel from now on. */
  renameChannel(id: string): void;
  forget(): void;
};

const grain = 256 * 1024;
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** Starts the server, with a channel that has one playlist. */
export async function startYoutubeServer(): Promise<YoutubeServer> {
  const videos: Video[] = [];
  const captions: Caption[] = [];
  const playlists: YoutubeServer['playlists'] = [
    { id: 'PLrAXtmErZgOeiKm4sgNOknGvNjby9efdf', title: '英語レッスン', items: [] },
  ];
  const used: Record<string, number> = {};
  let sessions: Session[] = [];
  let faults: { fault: YoutubeFault; match: RegExp }[] = [];
  let access = new Set<string>();
  const refreshTokens = new Set([refreshToken]);
  const codes = new Map<string, { challenge: string; redirect: string }>();
  const devices = new Map<string, { userCode: string; isAgreed: boolean }>();
  let channel = 'UCfake';
  let count = 0;
  const next = (prefix: string) => `${prefix}${sha256(`${prefix} ${++count}`).slice(0, 11)}`;

  const error = (status: number, reason: string, headers = {}): WireAnswer => ({
    status,
    headers,
    json: {
      error: {
        code: status,
        message: `The request failed: ${reason}.`,
        errors: [{ message: `The request failed: ${reason}.`, domain: 'youtube.api', reason }],
      },
    },
  });
  const oauthError = (status: number, code: string): WireAnswer => ({
    status,
    json: { error: code, error_description: `It is ${code}.` },
  });
  const tokens = (refresh?: string): WireAnswer => {
    const token = `ya29.${next('a0Fake')}`;
    access.add(token);
    return {
      json: {
        access_token: token,
        expires_in: 3599,
        ...(refresh !== undefined && { refresh_token: refresh }),
        scope: 'https://www.googleapis.com/auth/youtube.force-ssl',
        token_type: 'Bearer',
      },
    };
  };
  const use = (allowance: string, units: number) => (used[allowance] = (used[allowance] ?? 0) + units);

  function oauth(request: WireRequest): WireAnswer | undefined {
    const form = new URLSearchParams(request.body.toString());
    if (request.path === '/device/code') {
      const device = { userCode: 'GQVQ-JKEC', isAgreed: false };
      const code = next('AH-1Ng');
      devices.set(code, device);
      return {
        json: {
          device_code: code,
          user_code: device.userCode,
          expires_in: 1800,
          interval: 5,
          verification_url: 'https://www.google.com/device',
        },
      };
    }
    if (request.path === '/revoke') {
      const token = form.get('token') ?? '';
      return refreshTokens.delete(token) ? { json: {} } : oauthError(400, 'invalid_token');
    }
    if (request.path !== '/token') return undefined;
    if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret)
      return oauthError(401, 'invalid_client');
    const grant = form.get('grant_type');
    if (grant === 'refresh_token')
      return refreshTokens.has(form.get('refresh_token') ?? '') ? tokens() : oauthError(400, 'invalid_grant');
    if (grant === 'authorization_code') {
      const code = form.get('code') ?? '';
      const known = codes.get(code);
      codes.delete(code);
      const verifier = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (known?.challenge !== verifier || known.redirect !== form.get('redirect_uri'))
        return oauthError(400, 'invalid_grant');
    } else {
      const device = devices.get(form.get('device_code') ?? '');
      if (!device) return oauthError(400, 'invalid_grant');
      if (!device.isAgreed) return oauthError(428, 'authorization_pending');
    }
    const refresh = next('1//0g');
    refreshTokens.add(refresh);
    return tokens(refresh);
  }

  const publish = (session: Session): Video => {
    const { resource, received } = session;
    const video = { ...resource, id: next('v'), sha256: sha256(received), bytes: received.length };
    videos.push(video);
    session.video = video;
    return video;
  };
  const show = (video: Video) => ({
    kind: 'youtube#video',
    etag: sha256(video.id).slice(0, 27),
    id: video.id,
    snippet: { ...video.snippet, publishedAt: video.publishedAt, channelId: channel },
    status: { ...video.status, uploadStatus: 'uploaded' },
    localizations: video.localizations,
    fileDetails: { fileName: 'unknown', fileSize: String(video.bytes) },
  });

  function upload(request: WireRequest, fault: YoutubeFault | undefined): WireAnswer {
    if (request.method === 'POST') {
      use('uploads', 1);
      const body = request.json() as unknown as { snippet: Snippet } & Record<string, Record<string, unknown>>;
      const { title } = body.snippet;
      if (title === '' || title.length > 100 || /[<>]/.test(title)) return error(400, 'invalidTitle');
      const session: Session = {
        id: next('AJRb'),
        total: Number(request.headers['x-upload-content-length']),
        received: Buffer.alloc(0),
        video: null,
        resource: {
          publishedAt: new Date().toISOString(),
          snippet: body.snippet,
          status: body['status'] ?? {},
          localizations: body['localizations'] ?? {},
          sha256: '',
          bytes: 0,
          thumbnail: null,
        },
      };
      sessions.push(session);
      const location = `http://${request.headers.host}/upload/youtube/v3/videos?uploadType=resumable&upload_id=${session.id}`;
      return { status: 200, headers: { location } };
    }
    const session = sessions.find(({ id }) => id === request.query.get('upload_id'));
    if (!session) return error(404, 'notFound');
    const range = request.headers['content-range'] ?? '';
    const have = (): WireAnswer => ({
      status: 308,
      headers: session.received.length > 0 ? { range: `bytes=0-${session.received.length - 1}` } : {},
    });
    if (session.video) return { status: 200, json: show(session.video) };
    if (range === `bytes */${session.total}`) return have();
    const [, from, to, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(range)?.map(Number) ?? [];
    if (from !== session.received.length || total !== session.total) return error(400, 'invalidContentRange');
    if (to! - from + 1 !== request.body.length) return error(400, 'invalidContentLength');
    if (to! + 1 < total && request.body.length % grain !== 0) return error(400, 'invalidChunkSize');
    const isPart = fault?.kind === 'partial' || (fault?.kind === 'cut' && fault.when === 'half');
    const kept = isPart ? request.body.subarray(0, request.body.length >> 1) : request.body;
    session.received = Buffer.concat([session.received, kept]);
    if (session.received.length < session.total) return have();
    return { status: 201, json: show(publish(session)) };
  }

  /** The second part of a `multipart/related` body. */
  const media = (request: WireRequest) => {
    const boundary = /boundary=(.+)$/.exec(request.headers['content-type'] ?? '')?.[1] ?? '';
    const [, head, file] = request.body.toString().split(`--${boundary}`);
    const bodyOf = (part = '') => part.slice(part.indexOf('\r\n\r\n') + 4).replace(/\r\n$/, '');
    return { resource: JSON.parse(bodyOf(head)) as Record<string, unknown>, text: bodyOf(file) };
  };
  const list = (kind: string, items: unknown[]): WireAnswer => ({
    json: { kind, etag: 'etag', pageInfo: { totalResults: items.length, resultsPerPage: 50 }, items },
  });

  function api(request: WireRequest): WireAnswer | undefined {
    const { method, query } = request;
    const path = request.path.replace(/^\/(upload\/)?youtube\/v3\//, '');
    switch (`${method} ${path}`) {
      case 'GET channels':
        use('units', 1);
        return list('youtube#channelListResponse', [
          {
            kind: 'youtube#channel',
            id: channel,
            snippet: { title: 'ことばチャンネル' },
            contentDetails: { relatedPlaylists: { likes: 'LL', uploads: 'UUfake' } },
          },
        ]);
      case 'GET playlists':
        use('units', 1);
        return list(
          'youtube#playlistListResponse',
          playlists.map(({ id, title }) => ({ kind: 'youtube#playlist', id, snippet: { title } })),
        );
      case 'GET playlistItems': {
        use('units', 1);
        const id = query.get('playlistId');
        const listed =
          id === 'UUfake'
            ? videos.map((video) => video.id).toReversed()
            : playlists.find((each) => each.id === id)?.items;
        if (!listed) return error(404, 'playlistNotFound');
        const wanted = query.get('videoId');
        return list(
          'youtube#playlistItemListResponse',
          listed
            .filter((each) => wanted === null || each === wanted)
            .map((videoId) => ({ kind: 'youtube#playlistItem', id: `${id}.${videoId}`, contentDetails: { videoId } })),
        );
      }
      case 'POST playlistItems': {
        use('units', 50);
        const { snippet } = request.json() as { snippet: { playlistId: string; resourceId: { videoId: string } } };
        const playlist = playlists.find(({ id }) => id === snippet.playlistId);
        if (!playlist) return error(404, 'playlistNotFound');
        playlist.items.push(snippet.resourceId.videoId);
        return { json: { kind: 'youtube#playlistItem', id: next('PLI'), snippet } };
      }
      case 'GET videos':
        use('units', 1);
        return list('youtube#videoListResponse', videos.filter(({ id }) => query.getAll('id').includes(id)).map(show));
      case 'PUT videos': {
        use('units', 50);
        const body = request.json() as unknown as Video;
        const video = videos.find(({ id }) => id === body.id);
        if (!video) return error(404, 'videoNotFound');
        Object.assign(video, { snippet: body.snippet, status: body.status, localizations: body.localizations });
        return { json: show(video) };
      }
      case 'POST thumbnails/set': {
        use('units', 50);
        const video = videos.find(({ id }) => id === query.get('videoId'));
        if (!video) return error(404, 'videoNotFound');
        if (request.body.length > 2 * 1024 * 1024) return error(400, 'mediaBodyRequired');
        video.thumbnail = { sha256: sha256(request.body), mediaType: request.headers['content-type'] ?? '' };
        return { json: { kind: 'youtube#thumbnailSetResponse', etag: 'etag', items: [] } };
      }
      case 'GET captions':
        use('units', 50);
        return list(
          'youtube#captionListResponse',
          captions
            .filter(({ videoId }) => videoId === query.get('videoId'))
            .map(({ id, videoId, language, name }) => ({
              kind: 'youtube#caption',
              id,
              snippet: { videoId, language, name, trackKind: 'standard', isDraft: false },
            })),
        );
      case 'POST captions': {
        use('units', 400);
        const { resource, text } = media(request);
        const snippet = resource['snippet'] as { videoId: string; language: string; name: string };
        if (
          captions.some(
            (each) =>
              each.videoId === snippet.videoId && each.language === snippet.language && each.name === snippet.name,
          )
        )
          return error(409, 'captionExists');
        captions.push({
          id: next('AUie'),
          videoId: snippet.videoId,
          language: snippet.language,
          name: snippet.name,
          text,
        });
        return { json: { kind: 'youtube#caption', id: captions.at(-1)!.id, snippet } };
      }
      case 'PUT captions': {
        use('units', 450);
        const { resource, text } = media(request);
        const caption = captions.find(({ id }) => id === resource['id']);
        if (!caption) return error(404, 'captionNotFound');
        caption.text = text;
        return { json: { kind: 'youtube#caption', id: caption.id } };
      }
    }
    return undefined;
  }

  const server = await startWireServer(async (request) => {
    const index = faults.findIndex(({ match }) => match.test(`${request.method} ${request.path}`));
    const [found] = index < 0 ? [] : faults.splice(index, 1);
    const fault = found?.fault;
    if (fault?.kind === 'status') {
      return error(
        fault.status,
        fault.reason,
        fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) },
      );
    }
    if (fault?.kind === 'cut' && fault.when === 'before') return { json: {}, fault: 'cut' };
    if (fault?.kind === 'do' && fault.when === 'before') await fault.work();
    if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms));
    const isApi = /^\/(upload\/)?youtube\/v3\//.test(request.path);
    const isSignedIn = access.has((request.headers.authorization ?? '').replace(/^Bearer /, ''));
    if (isApi && !isSignedIn) return error(401, 'authError');
    const isUpload = request.path === '/upload/youtube/v3/videos';
    const answer = isUpload ? upload(request, fault) : isApi ? api(request) : oauth(request);
    if (fault?.kind === 'do' && fault.when === 'after') await fault.work();
    return fault?.kind === 'cut' && answer ? { ...answer, fault: 'cut' } : answer;
  });
  return Object.assign(server, {
    videos,
    captions,
    playlists,
    used,
    fail: (fault: YoutubeFault, match = /./) => void faults.push({ fault, match }),
    expireTokens: () => void (access = new Set()),
    renameChannel: (id: string) => void (channel = id),
    forgetSessions: () => void (sessions = []),
    agree(url: string) {
      const { searchParams: asked } = new URL(url);
      const code = `4/${next('0A')}`;
      codes.set(code, { challenge: asked.get('code_challenge') ?? '', redirect: asked.get('redirect_uri') ?? '' });
      const back = new URL(asked.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({
        state: asked.get('state') ?? '',
        code,
        scope: asked.get('scope') ?? '',
      }).toString();
      return back;
    },
    agreeOnDevice(userCode: string) {
      for (const device of devices.values()) if (device.userCode === userCode) device.isAgreed = true;
    },
    forget() {
      server.reset();
      videos.length = 0;
      captions.length = 0;
      sessions = [];
      faults = [];
      for (const playlist of playlists) playlist.items.length = 0;
      for (const name of Object.keys(used)) delete used[name];
    },
  });
}
