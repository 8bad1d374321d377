import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { createOutgoing } from './outgoing.ts';
import type { OutgoingOptions } from './outgoing.ts';
import { failureOf, startPages } from './testing.ts';
import type { Pages } from './testing.ts';

const pages: Pages = {};
const server = await startPages(pages);
afterAll(() => server[Symbol.asyncDispose]());

const open = (options: OutgoingOptions = {}) =>
  createOutgoing({ allowPrivate: [server.origin], proxy: null, ...options });

describe('limits', () => {
  test('an answer that says it is too large, or turns out to be, ends with an error', async () => {
    await using outgoing = open({ maxResponseBytes: 1000 });
    pages['/long'] = (_, response) => response.end(Buffer.alloc(1001));
    pages['/endless'] = (_, response) => {
      const more = () => response.write(Buffer.alloc(300)) && setImmediate(more);
      response.on('close', () => response.destroy());
      more();
    };
    await expect(outgoing.fetch(`${server.origin}/long`)).rejects.toMatchObject({ code: 'provider.failed' });
    const response = await outgoing.fetch(`${server.origin}/endless`);
    await expect(response.arrayBuffer().then(({ byteLength }) => byteLength)).rejects.toMatchObject({
      code: 'provider.failed',
    });
  });

  test('a bomb is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    await using outgoing = open();
    pages['/bomb'] = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    pages['/layers'] = (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(bomb));
    const response = await outgoing.fetch(`${server.origin}/bomb`);
    await expect(response.arrayBuffer().then(({ byteLength }) => byteLength)).rejects.toMatchObject({
      code: 'provider.failed',
    });
    await expect(outgoing.fetch(`${server.origin}/layers`)).rejects.toMatchObject({ code: 'provider.failed' });
  });

  test.each([
    ['no headers', { headersTimeoutMs: 60 }, '/silent'],
    ['no more bytes', { idleTimeoutMs: 60 }, '/stalled'],
    ['no end', { totalTimeoutMs: 120 }, '/drip'],
  ])('a server with %s is a timeout that may pass', async (_, options, path) => {
    await using outgoing = open(options);
    pages['/silent'] = () => {};
    pages['/stalled'] = (_request, response) => response.write('a');
    pages['/drip'] = (_request, response) => {
      const timer = setInterval(() => response.write('a'), 10);
      response.on('close', () => clearInterval(timer));
    };
    const error = await failureOf(outgoing.fetch(server.origin + path).then((response) => response.text()));
    expect(error).toMatchObject({ code: 'provider.timeout', isRetryable: true });
  });

  test.each(['cut', 'cut gzip'])('an answer that is %s short fails', async (how) => {
    await using outgoing = open();
    pages['/cut'] = (_, response) => {
      if (how === 'cut') response.writeHead(200, { 'content-length': '100' }).write('half');
      else {
        const packed = gzipSync(Buffer.from('Goodnight, little owl.'.repeat(50)));
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.subarray(0, packed.length - 12));
        return;
      }
      response.socket?.destroySoon();
    };
    const response = await outgoing.fetch(`${server.origin}/cut`);
    await expect(response.text()).rejects.toThrow(TypeError);
  });
});

describe('abort', () => {
  test('a call that is given up while its body is read sends nothing', async () => {
    await using outgoing = open();
    const seen: string[] = [];
    pages['/late'] = (request, response) => {
      seen.push(request.url ?? '');
      response.end();
    };
    const controller = new AbortController();
    const call = outgoing.fetch(`${server.origin}/late`, {
      method: 'POST',
      body: new Blob(['x'.repeat(1000)]),
      signal: controller.signal,
    });
    controller.abort(new Error('enough'));
    await expect(call).rejects.toThrow('enough');
    expect(seen).toEqual([]);
  });

  test('before, while waiting, and in the middle of the answer: the signal’s reason comes back', async () => {
    await using outgoing = open();
    await expect(outgoing.fetch(server.origin, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
    const waiting = new AbortController();
    pages['/wait'] = () => waiting.abort(new Error('enough'));
    await expect(outgoing.fetch(`${server.origin}/wait`, { signal: waiting.signal })).rejects.toThrow('enough');
    const midway = new AbortController();
    let closed: Promise<unknown> | undefined;
    pages['/stream'] = (_, response) => {
      closed = once(response, 'close');
      response.write('first');
    };
    const { body } = await outgoing.fetch(`${server.origin}/stream`, { signal: midway.signal });
    const reader = body!.getReader();
    await reader.read();
    midway.abort(new Error('enough'));
    await expect(reader.read()).rejects.toThrow('enough');
    await closed;
  });

  test('a reader that gives up ends the exchange', async () => {
    await using outgoing = open();
    let closed: Promise<unknown> | undefined;
    pages['/stream'] = (_, response) => {
      closed = once(response, 'close');
      response.write('first');
    };
    const response = await outgoing.fetch(`${server.origin}/stream`);
    await response.body?.cancel();
    await expect(closed).resolves.toBeDefined();
  });

  test('closing the client ends what is under way', async () => {
    const outgoing = open();
    pages['/wait'] = () => void outgoing.close();
    await expect(outgoing.fetch(`${server.origin}/wait`)).rejects.toThrow(TypeError);
  });
});
