import { startWireServer } from '@kinora/capabilities/testing';
import type { WireRequest, WireServer } from '@kinora/capabilities/testing';
import { writeWav } from '@kinora/media/audio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServerProcess } from '../../tools/server-process.ts';
import type { ServerProcess } from '../../tools/server-process.ts';
import type { Problem } from './problem.ts';

/** The machine may be busy with other tests. */
const limit = 300_000;

let service: WireServer;
let server: ServerProcess;

beforeAll(async () => {
  service = await startWireServer(({ method, path }) => {
    if (method === 'GET' && path === '/v1/models')
      return { json: { object: 'list', data: [{ id: 'whisper-1', object: 'model', created: 1, owned_by: 'me' }] } };
    if (path !== '/v1/audio/transcriptions') return undefined;
    return { json: { task: 'transcribe', language: 'english', duration: 1.5, text: ' Make it a pencil drawing. ' } };
  });
  server = await startServerProcess();
}, limit);
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await service?.[Symbol.asyncDispose]();
}, limit);

/** A tone is a sound like any other: the service says what it "heard". */
function tone(seconds: number, sampleRate = 48_000): Float32Array {
  return Float32Array.from({ length: seconds * sampleRate }, (_, at) => 0.3 * Math.sin((at * 440 * Math.PI) / 24_000));
}

const wav = (seconds: number) => writeWav({ channels: [tone(seconds)], sampleRate: 48_000 });

async function say(sound: Uint8Array, query = ''): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${server.url}/api/v1/transcriptions${query}`, {
    method: 'POST',
    headers: { cookie: server.cookie, 'content-type': 'audio/webm' },
    body: Buffer.from(sound),
  });
  return { status: response.status, body: await response.json() };
}

test(
  'what is said is written down by whom the route names, as a small WAV, in the language that is spoken',
  { timeout: limit },
  async () => {
    const nobody = await say(wav(1));
    expect(nobody).toMatchObject({ status: 503, body: { code: 'provider.unavailable' } });
    expect((nobody.body as Problem).detail).toContain('Models → Catalogue → Listening');
    expect(await listeners()).toEqual([]);

    await server.api('PUT', '/providers/openai-compatible', {
      kind: 'openai-compatible',
      isOn: true,
      childConsent: false,
      settings: { baseUrl: service.url },
    });
    const entries = [{ provider: 'openai-compatible', model: 'whisper-1' }];
    await server.api('PUT', '/routes/transcription', { entries, only: false });
    expect(await listeners()).toEqual([{ id: 'openai-compatible/whisper-1', device: 'remote' }]);

    service.reset();
    const stereo = writeWav({ channels: [tone(1.5), tone(1.5)], sampleRate: 48_000 });
    const heard = await say(stereo, '?language=ja');
    expect(heard.body).toMatchObject({ text: 'Make it a pencil drawing.', language: 'en' });
    expect((heard.body as { seconds: number }).seconds).toBeCloseTo(1.5, 2);
    const [request] = asked();
    expect(form(request!, 'language')).toBe('ja');
    expect(form(request!, 'model')).toBe('whisper-1');
    const file = request!.body.subarray(request!.body.indexOf('RIFF'));
    expect([file.readUInt16LE(22), file.readUInt32LE(24)]).toEqual([1, 16_000]);
  },
);

test(
  'what is no sound, too large, too long or empty is refused without asking anybody',
  { timeout: limit },
  async () => {
    service.reset();
    const noise = Uint8Array.from({ length: 20_000 }, (_, at) => (at * 7919) % 251);
    expect(await say(noise)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(await say(new Uint8Array())).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(await say(wav(25))).toMatchObject({ status: 413, body: { code: 'request.too-large' } });
    const long = writeWav({ channels: [tone(70, 8000)], sampleRate: 8000 });
    const refused = await say(long);
    expect(refused).toMatchObject({
      status: 400,
      body: { detail: 'The sound is longer than 60 seconds; shorten it.' },
    });
    expect(await say(wav(1), '?language=tlh')).toMatchObject({ status: 400 });
    expect(asked()).toEqual([]);
    const stranger = await fetch(`${server.url}/api/v1/transcriptions`, { method: 'POST', body: Buffer.from(wav(1)) });
    expect(stranger.status).toBe(401);
  },
);

const listeners = async () =>
  ((await (await server.api('GET', '/transcriptions/listeners')).json()) as { items: unknown[] }).items;
const asked = () => service.requests.filter(({ path }) => path === '/v1/audio/transcriptions');

function form({ body }: WireRequest, name: string): string | undefined {
  return new RegExp(`name="${name}"\\r\\n\\r\\n(.*?)\\r\\n`).exec(body.toString('latin1'))?.[1];
}
