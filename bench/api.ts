import { startServerProcess } from '../tools/server-process.ts';

/** Clients at once, and seconds they ask for. */
const clients = 100;
const seconds = 10;

/**
 * 100 clients ask a running server for pages, lists, stories and files, without a pause, while nothing and then while a
 * story is being made. Two seconds before are not counted. Prints the times to answer beside the bar of 200 ms.
 */
export default async function benchApi(): Promise<void> {
  await using server = await startServerProcess();
  const { story } = (await (
    await server.api('POST', '/stories?outputs=captions', { wish: 'a small boat that wants to see the moon', seed: 1 })
  ).json()) as { story: { id: string } };
  const picture = await untilReady(server, story.id);
  const paths = [
    '/api/v1/stories',
    `/api/v1/stories/${story.id}`,
    '/api/v1/jobs',
    '/api/v1/voices',
    `/api/v1/assets/${picture}`,
    '/health',
    '/',
    '/library',
  ];
  await ask(server, paths, 2);
  print('nothing else', await ask(server, paths));
  const busy = server.api('POST', '/stories', { wish: 'an owl who collects buttons', minutes: 5, seed: 2 });
  print('a story is being made', await ask(server, paths));
  await busy;
}

type Server = Awaited<ReturnType<typeof startServerProcess>>;
type Sample = { path: string; milliseconds: number; ok: boolean };

async function untilReady(server: Server, id: string): Promise<string> {
  for (;;) {
    const body = (await (await server.api('GET', `/stories/${id}`)).json()) as {
      story: { state: string };
      result: { scenes: { picture: { asset: string } }[] } | null;
    };
    if (body.story.state === 'failed') throw new Error('the story failed');
    const asset = body.result?.scenes[0]?.picture.asset;
    if (body.story.state === 'ready' && asset !== undefined) return asset;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function ask(server: Server, paths: string[], duration = seconds): Promise<Sample[]> {
  const samples: Sample[] = [];
  const end = performance.now() + duration * 1000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let turn = client; performance.now() < end; turn += 1) {
        const path = paths[turn % paths.length] ?? '/';
        const start = performance.now();
        const ok = await fetch(server.url + path, { headers: { cookie: server.cookie } })
          .then(async (response) => response.ok && (await response.arrayBuffer()).byteLength > 0)
          .catch(() => false);
        samples.push({ path, milliseconds: performance.now() - start, ok });
        // A person's browser thinks between two requests; without a pause this would measure the client.
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }),
  );
  return samples;
}

function print(title: string, samples: Sample[]): void {
  const times = samples.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  const at = (share: number) => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(0)} ms`;
  const failed = samples.filter(({ ok }) => !ok).length;
  console.log(
    `${clients} clients, ${title}: ${(samples.length / seconds).toFixed(0)} answers/s, p50 ${at(0.5)}, p95 ${at(0.95)} (bar 200 ms), p99 ${at(0.99)}, ${failed} errors`,
  );
}
