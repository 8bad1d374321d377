import { createHash, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import type { VideoFacts, VideoFile } from '@kinora/capabilities/publishing';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { clientId, clientSecret, refreshToken, startYoutubeServer } from './__fixtures__/server.ts';
import type { YoutubeFault } from './__fixtures__/server.ts';
import { describeVideo } from './facts.ts';
import { createYoutubeProvider, youtube } from './index.ts';

const server = await startYoutubeServer();
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => server.forget());

const services = {
  fetch: globalThis.fetch,
  importPackage: <Module>(name: string) => import(name) as Promise<Module>,
};
const part = 256 * 1024;
const open = (settings = {}, tuning = {}) =>
  createYoutubeProvider({ clientId, clientSecret, refreshToken, baseUrl: server.url, ...settings }, services, {
    backoffMs: 2,
    part,
    ...tuning,
  });
const { signal } = new AbortController();
const destination = open().video!();

const facts: VideoFacts = {
  title: '草ってなに？ Slang of the stream',
  description: '0:00 はじめ\n1:23 草',
  tags: ['日本語', 'vtuber slang'],
  language: 'ja',
  translations: { en: { title: 'What is kusa?', description: '0:00 Start' } },
  privacy: 'private',
  isMadeForKids: false,
  isSynthetic: false,
};
const bytes = randomBytes(part * 3 + 1000);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const file: VideoFile = {
  bytes: bytes.length,
  mediaType: 'video/mp4',
  read: async ({ from, to }) => new Uint8Array(bytes.subarray(from, to)),
};

/** Uploads as a job does: a session that has ended is begun anew. */
async function publish(to = destination): Promise<string> {
  for (;;) {
    const session = await to.beginUpload(facts, file, { signal });
    const outcome = await to.upload(session, file, { signal });
    if (outcome.state === 'done') return outcome.video;
  }
}
const expectOnce = (id: string) => {
  expect(server.videos.map((video) => video.id)).toEqual([id]);
  expect(server.videos[0]).toMatchObject({ sha256, bytes: bytes.length });
};
const ranges = () =>
  server.requests.filter(({ method }) => method === 'PUT').map(({ headers }) => headers['content-range']);

describe('an upload', () => {
  test('arrives whole, private, and with all that is said about it', async () => {
    const progress: number[] = [];
    const session = await destination.beginUpload(facts, file, { signal });
    const outcome = await destination.upload(session, file, { signal, onProgress: (at) => progress.push(at.bytes) });
    expect(outcome).toMatchObject({ state: 'done' });
    expectOnce(outcome.state === 'done' ? outcome.video : '');
    expect(progress).toEqual([0, part, 2 * part, 3 * part, bytes.length]);
    expect(server.videos[0]).toMatchObject({
      snippet: { title: facts.title, tags: facts.tags, categoryId: '27', defaultLanguage: 'ja' },
      status: { privacyStatus: 'private', selfDeclaredMadeForKids: false, containsSyntheticMedia: false },
      localizations: { en: { title: 'What is kusa?' }, ja: { title: facts.title } },
    });
    expect(ranges()[0]).toBe(`bytes */${bytes.length}`);
    expect(
      server.requests.find(({ method, path }) => method === 'POST' && path.startsWith('/upload'))?.headers,
    ).toMatchObject({
      'x-upload-content-length': String(bytes.length),
      'x-upload-content-type': 'video/mp4',
    });
  });

  test('goes on with another process where the first one ended', async () => {
    const session = await destination.beginUpload(facts, file, { signal });
    const controller = new AbortController();
    const sending = destination.upload(session, file, {
      signal: controller.signal,
      onProgress: (at) => at.bytes >= 2 * part && controller.abort(new Error('killed')),
    });
    await expect(sending).rejects.toThrow('killed');
    server.reset();
    const outcome = await open().video!().upload(session, file, { signal });
    expectOnce(outcome.state === 'done' ? outcome.video : '');
    expect(ranges().slice(0, 2)).toEqual([
      `bytes */${bytes.length}`,
      expect.stringMatching(new RegExp(`^bytes ${2 * part}-`)),
    ]);
  });

  test('whose last answer was lost is not sent again', async () => {
    const session = await destination.beginUpload(facts, file, { signal });
    await destination.upload(session, file, { signal });
    server.reset();
    const again = await destination.upload(session, file, { signal });
    expectOnce(again.state === 'done' ? again.video : '');
    expect(ranges()).toEqual([`bytes */${bytes.length}`]);
  });

  test('says when its session is not known any more, and finds what it became', async () => {
    const session = await destination.beginUpload(facts, file, { signal });
    const since = Date.now() / 1000 - 60;
    expect(await destination.findUpload(facts, file, since, { signal })).toBeNull();
    await destination.upload(session, file, { signal });
    server.forgetSessions();
    expect(await destination.upload(session, file, { signal })).toEqual({ state: 'expired' });
    expect(await destination.findUpload(facts, file, since, { signal })).toBe(server.videos[0]?.id);
    expect(await destination.findUpload(facts, { bytes: 5 }, since, { signal })).toBeNull();
    expect(await destination.findUpload(facts, file, since + 3600, { signal })).toBeNull();
  });

  test('goes on with a new access token when the old one is too old', async () => {
    const session = await destination.beginUpload(facts, file, { signal });
    let isExpired = false;
    const outcome = await destination.upload(session, file, {
      signal,
      onProgress: (at) => {
        if (at.bytes >= part && !isExpired) {
          isExpired = true;
          server.expireTokens();
        }
      },
    });
    expectOnce(outcome.state === 'done' ? outcome.video : '');
    expect(server.requests.filter(({ path }) => path === '/token').length).toBe(3);
  });

  test('is sent in smaller parts over a line that breaks', async () => {
    server.fail({ kind: 'slow', ms: 0 }, /^PUT/);
    server.fail({ kind: 'cut', when: 'before' }, /^PUT/);
    const session = await destination.beginUpload(facts, file, { signal });
    await open({}, { part: 2 * part }).video!().upload(session, file, { signal });
    expect(ranges().slice(1, 4)).toEqual([
      `bytes 0-${2 * part - 1}/${bytes.length}`,
      `bytes */${bytes.length}`,
      `bytes 0-${part - 1}/${bytes.length}`,
    ]);
    expect(server.videos.map((video) => video.sha256)).toEqual([sha256]);
  });

  test('is never sent to a session elsewhere', async () => {
    const elsewhere = 'https://example.com/upload?upload_id=1';
    await expect(destination.upload(elsewhere, file, { signal })).rejects.toMatchObject({ code: 'provider.failed' });
    expect(server.requests).toEqual([]);
  });

  test('is given up when YouTube takes no more, and keeps what it has', async () => {
    for (let count = 0; count < 20; count++)
      server.fail({ kind: 'status', status: 503, reason: 'backendError' }, /^PUT/);
    const session = await destination.beginUpload(facts, file, { signal });
    await expect(open({}, { tries: 3 }).video!().upload(session, file, { signal })).rejects.toMatchObject({
      code: 'provider.failed',
      isRetryable: true,
    });
  });
});

const faults: [string, YoutubeFault][] = [
  ['429 with Retry-After', { kind: 'status', status: 429, reason: 'rateLimitExceeded', retryAfter: 0 }],
  ['403 for being too fast', { kind: 'status', status: 403, reason: 'userRateLimitExceeded' }],
  ['401', { kind: 'status', status: 401, reason: 'authError' }],
  ['500', { kind: 'status', status: 500, reason: 'internalError' }],
  ['503', { kind: 'status', status: 503, reason: 'backendError' }],
  ['a part that is taken half', { kind: 'partial' }],
  ['a connection cut before anything was taken', { kind: 'cut', when: 'before' }],
  ['a connection cut in mid-part', { kind: 'cut', when: 'half' }],
  ['a lost answer', { kind: 'cut', when: 'after' }],
  ['a slow answer', { kind: 'slow', ms: 30 }],
];
const places: [string, RegExp, number][] = [
  ['beginning', /^POST \/upload\/youtube\/v3\/videos/, 0],
  ['asking what is there', /^PUT/, 0],
  ['the first part', /^PUT/, 1],
  ['the last part', /^PUT/, 4],
];

describe.each(faults)('%s', (_name, fault) => {
  test.each(places)('at %s leaves the video there once', async (_place, match, skip) => {
    for (let count = 0; count < skip; count++) server.fail({ kind: 'slow', ms: 0 }, match);
    server.fail(fault, match);
    const id = await publish();
    expect(server.videos.map((video) => video.sha256)).toEqual([sha256]);
    expect(server.videos[0]?.id).toBe(id);
  });

  test('at thumbnail, captions and playlist leaves each there once', async () => {
    const id = await publish();
    const [playlist] = server.playlists;
    for (const path of ['thumbnails', 'captions', 'playlistItems'])
      server.fail(fault, new RegExp(`^POST /(upload/)?youtube/v3/${path}`));
    const picture = { bytes: new Uint8Array(randomBytes(5000)), mediaType: 'image/jpeg' };
    const captions = {
      language: 'ja',
      name: '',
      bytes: new TextEncoder().encode('1\n00:00:00,000 --> 00:00:01,000\n草\n'),
    };
    await destination.setThumbnail(id, picture, { signal });
    await destination.setCaptions(id, captions, { signal });
    await destination.addToPlaylist(id, playlist!.id, { signal });
    expect(server.videos[0]?.thumbnail).toEqual({
      sha256: createHash('sha256').update(picture.bytes).digest('hex'),
      mediaType: 'image/jpeg',
    });
    expect(server.captions).toMatchObject([{ videoId: id, language: 'ja', text: expect.stringContaining('草') }]);
    expect(playlist?.items).toEqual([id]);
  });
});

describe('a video that is there', () => {
  test('is described anew only when something differs', async () => {
    const id = await publish();
    server.reset();
    await destination.describe(id, facts, { signal });
    expect(server.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
    await destination.describe(id, { ...facts, privacy: 'unlisted', isSynthetic: true }, { signal });
    expect(server.videos[0]?.status).toMatchObject({ privacyStatus: 'unlisted', containsSyntheticMedia: true });
    await expect(destination.describe('gone', facts, { signal })).rejects.toMatchObject({ code: 'resource.missing' });
  });

  test('gets other captions of the same language and name instead of a second time', async () => {
    const id = await publish();
    for (const text of ['first', 'second']) {
      const captions = { language: 'en', name: 'English', bytes: new TextEncoder().encode(text) };
      await destination.setCaptions(id, captions, { signal });
    }
    expect(server.captions.map(({ text }) => text)).toEqual(['second']);
  });

  test('is in a playlist once', async () => {
    const id = await publish();
    const [playlist] = await destination.playlists({ signal });
    await destination.addToPlaylist(id, playlist!.id, { signal });
    await destination.addToPlaylist(id, playlist!.id, { signal });
    expect(server.playlists[0]?.items).toEqual([id]);
  });
});

test('the forecast is what an upload uses', async () => {
  const { allowances } = destination.forecast({
    bytes: bytes.length,
    hasThumbnail: true,
    captions: 2,
    hasPlaylist: true,
  });
  const id = await publish();
  await destination.setThumbnail(id, { bytes: new Uint8Array(100), mediaType: 'image/png' }, { signal });
  for (const language of ['ja', 'en'])
    await destination.setCaptions(id, { language, name: '', bytes: new TextEncoder().encode('x') }, { signal });
  await destination.addToPlaylist(id, server.playlists[0]!.id, { signal });
  expect(allowances).toEqual([
    { name: 'Uploads', daily: 100, units: server.used['uploads'] },
    { name: 'Units', daily: 10_000, units: server.used['units'] },
  ]);
});

describe('signing in', () => {
  const redirect = 'http://127.0.0.1:4747/youtube/callback';

  test('by the browser gives a token, with a state and a challenge that nobody else can answer', async () => {
    const signIn = await destination.beginSignIn({ redirect });
    const url = new URL(signIn.url);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: clientId,
      redirect_uri: redirect,
      response_type: 'code',
      access_type: 'offline',
      code_challenge_method: 'S256',
      state: signIn.state,
      scope: 'https://www.googleapis.com/auth/youtube.force-ssl',
    });
    expect(url.href).not.toContain(signIn.verifier);
    const back = server.agree(signIn.url);
    const code = back.searchParams.get('code') ?? '';
    const token = await destination.finishSignIn(signIn, code, { signal });
    expect(await open({ refreshToken: token }).video!().channel({ signal })).toEqual({
      id: 'UCfake',
      title: 'ことばチャンネル',
    });
  });

  test('with a code that was meant for another is refused', async () => {
    const signIn = await destination.beginSignIn({ redirect });
    const other = await destination.beginSignIn({ redirect });
    const code = server.agree(other.url).searchParams.get('code') ?? '';
    await expect(destination.finishSignIn(signIn, code, { signal })).rejects.toMatchObject({ code: 'auth.forbidden' });
  });

  test('on another device waits until the person agrees', async () => {
    const signIn = await destination.beginDeviceSignIn({ signal });
    expect(signIn).toMatchObject({ url: 'https://www.google.com/device', userCode: 'GQVQ-JKEC', interval: 5 });
    expect(await destination.pollDeviceSignIn(signIn, { signal })).toBeNull();
    server.interpose({ status: 403, json: { error: 'slow_down' } }, /^\/token/);
    await expect(destination.pollDeviceSignIn(signIn, { signal })).rejects.toMatchObject({ retryAfter: 5 });
    server.agreeOnDevice(signIn.userCode);
    const token = await destination.pollDeviceSignIn(signIn, { signal });
    expect(await open({ refreshToken: token }).check()).toEqual({
      message: 'Signed in to the channel “ことばチャンネル”.',
    });
    await open({ refreshToken: token }).video!().signOut({ signal });
    await expect(open({ refreshToken: token }).check()).rejects.toMatchObject({ code: 'auth.required' });
    await open({ refreshToken: token }).video!().signOut({ signal });
  });
});

describe('what is wrong', () => {
  const fail = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => new Error('It went well.'),
      (reason: unknown) => reason,
    );
    const shown = inspect(error, { depth: 12, showHidden: true });
    for (const secret of [clientSecret, refreshToken, 'ya29.']) expect(shown).not.toContain(secret);
    return error;
  };

  test('nobody is signed in', async () => {
    const error = await fail(open({ refreshToken: '' }).video!().channel({ signal }));
    expect(error).toMatchObject({ code: 'auth.required' });
    expect(server.requests).toEqual([]);
  });

  test.each([
    [401, 'authError', 'auth.required'],
    [403, 'quotaExceeded', 'provider.quota'],
    [400, 'uploadLimitExceeded', 'provider.quota'],
    [403, 'accessNotConfigured', 'provider.unavailable'],
    [401, 'youtubeSignupRequired', 'auth.required'],
  ])('HTTP %i %s is %s', async (status, reason, code) => {
    for (let count = 0; count < 3; count++) server.fail({ kind: 'status', status, reason }, /^GET .*channels/);
    expect(await fail(destination.channel({ signal }))).toMatchObject({ code, isRetryable: false });
    server.forget();
    for (let count = 0; count < 3; count++) server.fail({ kind: 'status', status, reason }, /^POST \/upload/);
    expect(await fail(publish())).toMatchObject({ code, isRetryable: false });
  });

  test('the OAuth client is unknown, or the sign-in was revoked', async () => {
    const unknown = open({ clientSecret: 'GOCSPX-wrong' }).video!();
    expect(await fail(unknown.channel({ signal }))).toMatchObject({ code: 'provider.unavailable' });
    const revoked = open({ refreshToken: '1//0gRevoked' }).video!();
    expect(await fail(revoked.channel({ signal }))).toMatchObject({ code: 'auth.required' });
    expect(await fail(publish(revoked))).toMatchObject({ code: 'auth.required' });
  });

  test('a thumbnail is too large', async () => {
    const picture = { bytes: new Uint8Array(3_000_000), mediaType: 'image/png' };
    expect(await fail(destination.setThumbnail('id', picture, { signal }))).toMatchObject({ code: 'request.invalid' });
  });
});

test('what is said about a video keeps to YouTube’s limits', () => {
  const { snippet } = describeVideo({
    ...facts,
    title: `<b>${'長'.repeat(200)}`,
    description: '説'.repeat(3000),
    tags: ['a, b', 'a  b', ...Array.from({ length: 60 }, (_, index) => `tag number ${index}`)],
  });
  expect(snippet.title).toMatch(/^＜b＞長+$/);
  expect(snippet.title?.length).toBe(100);
  expect(Buffer.byteLength(snippet.description ?? '')).toBeLessThanOrEqual(5000);
  const tags = snippet.tags ?? [];
  expect(tags.map((tag) => tag.length + (tag.includes(' ') ? 2 : 0)).reduce((a, b) => a + b + 1)).toBeLessThanOrEqual(
    500,
  );
  expect(tags.join('')).not.toContain(',');
});

test('it is off until somebody switches it on, and offers no models', async () => {
  expect(youtube).toMatchObject({ kind: 'remote', capabilities: [] });
  expect(await open().offers()).toEqual([]);
});
