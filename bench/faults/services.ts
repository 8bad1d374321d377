import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isKinoraError } from '@kinora/capabilities';
import type { LanguageModelV4 } from '@kinora/capabilities';
import { createLanguageRoute } from '@kinora/capabilities/routing';
import { localOwnerId } from '@kinora/platform/db';
import { createOutgoing } from '@kinora/platform/http';
import { createMeter } from '@kinora/platform/settings';
import { openTemporaryDatabase } from '@kinora/platform/testing';
import { openaiCompatible } from '@kinora/providers/openai-compatible';
import { whileAnswering } from './answering.ts';

const key = 'sk-that-must-not-be-seen-1234';
const json = { 'content-type': 'application/json' };
const good = JSON.stringify({
  id: 'c',
  object: 'chat.completion',
  created: 1,
  model: 'm',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Good night.' }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 5, completion_tokens: 3, total_tokens: 8 },
});

/** What a service does on a bad day. */
const faults: Record<string, (response: ServerResponse) => void> = {
  'nothing wrong': (response) => response.writeHead(200, json).end(good),
  'key revoked': (response) =>
    response.writeHead(401, json).end(JSON.stringify({ error: { message: `Incorrect API key: ${key}` } })),
  'over its limit, Retry-After 120': (response) =>
    response
      .writeHead(429, { ...json, 'retry-after': '120' })
      .end(JSON.stringify({ error: { message: 'Rate limit' } })),
  'broken, HTTP 500 each time': (response) => response.writeHead(500, json).end('{}'),
  'cut in mid-answer': (response) => {
    response.writeHead(200, { ...json, 'content-length': String(good.length) });
    response.write(good.slice(0, 40), () => response.destroy());
  },
  'answers no JSON': (response) => response.writeHead(200, json).end('<html>oops</html>'),
  'silent (time limit 2 s)': () => {},
};

/** A service fails in every way, and its budget ends: who then serves, how soon, and whether its key is seen anywhere. */
export async function benchServiceFaults(): Promise<void> {
  let act = faults['nothing wrong'];
  let asked = 0;
  const service = createServer((request, response) => {
    asked += 1;
    request.resume().on('end', () => act?.(response));
  }).listen(0, '127.0.0.1');
  await once(service, 'listening');
  const baseUrl = `http://127.0.0.1:${(service.address() as AddressInfo).port}/v1`;
  await using outgoing = createOutgoing({ allowPrivate: [baseUrl] });
  await using opened = await openTemporaryDatabase();
  await using meter = createMeter({ database: opened.database.as(localOwnerId) });
  const language = (): LanguageModelV4 =>
    openaiCompatible
      .create(
        { baseUrl, apiKey: key },
        {
          fetch: outgoing.fetch,
          processes: { open: () => Promise.reject(new Error('no process')) as never },
          installed: async () => [],
          importPackage: () => Promise.reject(new Error('no package')),
        },
      )
      .model('language', 'm');
  const local: LanguageModelV4 = {
    specificationVersion: 'v4',
    provider: 'local',
    modelId: 'm',
    supportedUrls: {},
    doGenerate: async () => ({
      content: [{ type: 'text', text: 'Served here.' }],
      finishReason: { unified: 'stop', raw: 'stop' },
      usage: {
        inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
        outputTokens: { total: 1, text: 1, reasoning: 0 },
      },
      warnings: [],
    }),
    doStream: () => Promise.reject(new Error('not streamed')),
  };
  const ask = async (admit?: () => Promise<void>) => {
    const route = createLanguageRoute([
      { model: language(), device: 'remote', timeoutMs: 2000, ...(admit && { admit }) },
      { model: local },
    ]);
    const start = performance.now();
    const said = await route
      .doGenerate({ prompt: [{ role: 'user', content: [{ type: 'text', text: 'Good night' }] }] })
      .then(
        ({ content, warnings }) => JSON.stringify([content, warnings]),
        (error: unknown) => `error: ${isKinoraError(error) ? error.message : String(error)}`,
      );
    const who = said.includes('Good night.') ? 'the service' : said.includes('Served here.') ? 'the fall-back' : said;
    return `served by ${who} after ${(performance.now() - start).toFixed(0)} ms, key seen: ${said.includes(key) ? 'YES' : 'no'}`;
  };

  try {
    for (const [name, fault] of Object.entries(faults)) {
      act = fault;
      const { value, answers } = await whileAnswering(() => ask());
      console.log(`  ${name}: ${value}; the server meanwhile: ${answers}`);
    }
    act = faults['nothing wrong'];
    asked = 0;
    const budget = { monthly: 3, unit: 'calls', prices: {}, atLimit: 'fall-back' } as const;
    const outcomes: string[] = [];
    for (let call = 0; call < 5; call += 1) {
      outcomes.push(
        await ask(async () => {
          await meter.admit({ id: 'service', title: 'The service', budget });
          meter.count('service', {});
        }),
      );
    }
    const services = outcomes.filter((outcome) => outcome.includes('the service')).length;
    console.log(
      `  budget of 3 calls, 5 made: ${services} by the service (it was asked ${asked} times), the rest by the fall-back`,
    );
  } finally {
    service.closeAllConnections();
    service.close();
  }
}
