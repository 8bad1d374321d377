import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import type { Setup } from '../setup/setup.ts';
import { providerRoutes } from './providers.ts';

test('a question to a provider ends when its asker leaves, and leaves nothing behind on a connection that stays', async () => {
  const signals: AbortSignal[] = [];
  let isSlow = false;
  const asked = Promise.withResolvers<void>();
  const setup = {
    offers: async (_id: string, { signal }: { signal: AbortSignal }) => {
      signals.push(signal);
      if (!isSlow) return [];
      asked.resolve();
      return new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
    },
  } as unknown as Setup;
  const app = Fastify({ forceCloseConnections: true });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(providerRoutes(setup));
  const closeListeners: number[] = [];
  app.addHook('onRequest', async ({ raw }) => void closeListeners.push(raw.socket.listenerCount('close')));
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const open = () => request({ port, host: '127.0.0.1', path: '/providers/far/models', agent });
  try {
    for (let count = 0; count < 4; count += 1) {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const call = open();
        call.on('error', reject);
        call.on('response', (response) => response.resume().on('end', () => resolve(response.statusCode)));
        call.end();
      });
      expect(status).toBe(200);
    }
    expect(new Set(closeListeners).size).toBe(1);
    isSlow = true;
    const call = open();
    call.on('error', () => {});
    call.end();
    await asked.promise;
    const left = signals.at(-1);
    const aborted = new Promise((resolve) => left?.addEventListener('abort', resolve));
    call.destroy();
    await aborted;
  } finally {
    agent.destroy();
    await app.close();
  }
});
