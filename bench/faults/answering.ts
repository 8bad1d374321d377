import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Runs work in this process beside an HTTP server that is asked all the while. */
export async function whileAnswering<Value>(work: () => Promise<Value>): Promise<{ value: Value; answers: string }> {
  const server = createServer((_request, response) => response.end('{"status":"ok"}')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const times: number[] = [];
  let isDone = false;
  const asking = (async () => {
    while (!isDone) {
      const start = performance.now();
      await (await fetch(`http://127.0.0.1:${port}/`)).text();
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  })();
  try {
    const value = await work();
    return { value, answers: await finish() };
  } finally {
    isDone = true;
    server.close();
  }

  async function finish(): Promise<string> {
    isDone = true;
    await asking;
    times.sort((a, b) => a - b);
    const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
    return `${times.length} answers, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
  }
}
