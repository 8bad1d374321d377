import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServerProcess } from '../../../tools/server-process.ts';
import type { ServerProcess } from '../../../tools/server-process.ts';
import type { BroadcastView } from './broadcasts.ts';

/** An implementation of WebRTC of somebody else's, where it is installed (Debian: python3-aiortc). */
const python = '/usr/bin/python3';
const isThere = spawnSync(python, ['-c', 'import aiortc']).status === 0;
const script = join(import.meta.dirname, 'testing/aiortc_client.py');

type Said = { event: string; status?: number; width?: number; state?: string };

describe.skipIf(!isThere).each(['node-datachannel', 'werift'])('aiortc over %s', (engine) => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServerProcess({
      environment: { KINORA_RELAY_ENGINE: engine, KINORA_RELAY_PORTS: '47500-47599' },
    });
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  function start(role: 'publish' | 'watch', url: string, token: string, codec: string) {
    const child = spawn(python, [script, role, url, token, codec], { stdio: ['pipe', 'pipe', 'pipe'] });
    const said: Said[] = [];
    let errors = '';
    child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
    createInterface(child.stdout).on('line', (line) => said.push(JSON.parse(line) as Said));
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const hears = (event: string) =>
      expect
        .poll(() => said.find((each) => each.event === event) ?? errors, { timeout: 60_000 })
        .toMatchObject({ event });
    return { child, said, hears, ended };
  }

  test.each(['VP8', 'H264'])('publishes and watches %s, and both end their sessions', async (codec) => {
    const made = (await (await server.api('POST', '/broadcasts', { title: 'Peers' })).json()) as BroadcastView;
    const publisher = start('publish', `${server.url}/whip/${made.id}`, made.publish.token, codec);
    await publisher.hears('answered');
    const state = async () =>
      ((await (await server.api('GET', `/broadcasts/${made.id}`)).json()) as BroadcastView).state;
    await expect.poll(state, { timeout: 30_000 }).toBe('live');
    const viewer = start('watch', `${server.url}/whep/${made.id}`, made.watch.token, codec);
    await viewer.hears('picture');
    await viewer.hears('watched');
    expect(await viewer.ended).toBe(0);
    expect(viewer.said).toContainEqual({ event: 'picture', width: 640, height: 480 });
    publisher.child.stdin.end();
    expect(await publisher.ended).toBe(0);
    expect([publisher, viewer].map(({ said }) => said.find(({ event }) => event === 'deleted')?.status)).toEqual([
      200, 200,
    ]);
    expect(await state()).toBe('waiting');
  });
});
