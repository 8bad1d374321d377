import { frameStyle } from '@kinora/capabilities';
import { startServerProcess } from '../tools/server-process.ts';
import type { ServerProcess } from '../tools/server-process.ts';
import { openBenchPage } from './live-style/page.ts';
import type { BenchPage } from './live-style/page.ts';
import { readProcesses } from './soak/processes.ts';
import type { ProcessFacts } from './soak/processes.ts';
import { startBroadcast } from './soak/broadcast.ts';
import type { SoakBroadcast } from './soak/broadcast.ts';

/** What runs all the time. */
const sessions = 3;
const viewers = 10;

/** Minutes at the start that are not compared: caches fill, threads start. */
const warmUp = 3;

/** How much more memory the server may have at the end than after the warm-up. */
const mostGrowth = 1.1;

type Minute = ProcessFacts & { pictures: number; packets: number; watching: number; errors: number };

/**
 * Three cameras are restyled and a stream is passed on to ten viewers, by a server of its own, for a while. Prints memory, open
 * files, threads and errors of the server and its processes each minute, and at the end whether they stayed flat.
 * @param args Minutes, default 30.
 */
export default async function benchSoak(args: string[]): Promise<void> {
  const minutes = Math.max(1, Number(args[0] ?? 30));
  await using server = await startServerProcess();
  let errors = 0;
  server.child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString().split('\n').filter(Boolean).length;
    process.stderr.write(chunk);
  });
  const pages: BenchPage[] = [];
  for (const [index, look] of (['anime', 'watercolour', 'comic'] as const).entries()) {
    pages.push(
      await openBenchPage(server.url, {
        cookie: server.cookie,
        width: 384,
        height: 384,
        seed: index + 1,
        style: frameStyle.parse({ look }),
      }),
    );
  }
  const stops = pages.map((page) => page.start());
  await using broadcast = await startBroadcast(server, { viewers });
  console.log(`${sessions} sessions of 384 × 384 at 5 fps, one stream to ${viewers} viewers, ${minutes} minutes`);
  const history: Minute[] = [];
  for (let minute = 1; minute <= minutes; minute += 1) {
    await wait(60_000);
    const now = await look(server, { pages, broadcast, errors });
    history.push(now);
    print(minute, now);
  }
  await Promise.all(stops.map((stop) => stop()));
  for (const page of pages) page[Symbol.dispose]();
  conclude(history);
}

async function look(
  server: ServerProcess,
  { pages, broadcast, errors }: { pages: BenchPage[]; broadcast: SoakBroadcast; errors: number },
): Promise<Minute> {
  const pictures = pages.reduce((sum, page) => sum + page.shown.length, 0);
  const failed = pages.reduce(
    (sum, { drops, client }) => sum + (drops['failed'] ?? 0) + (drops['malformed'] ?? 0) + client.heard.closed.length,
    0,
  );
  for (const page of pages) {
    page.shown.length = 0;
    page.client.heard.status.length = 0;
  }
  return {
    ...(await readProcesses(server.child.pid ?? 0)),
    pictures,
    packets: broadcast.takeReceived(),
    watching: await broadcast.viewers(),
    errors: errors + failed,
  };
}

function print(
  minute: number,
  { memoryMB, files, threads, processes, pictures, packets, watching, errors }: Minute,
): void {
  console.log(
    `minute ${String(minute).padStart(2)}: ${memoryMB.toFixed(0)} MB, ${files} open files, ${threads} threads in ${processes} processes; ` +
      `${pictures} pictures, ${watching} viewers with ${packets} packets, ${errors} errors`,
  );
}

function conclude(history: Minute[]): void {
  const settled = history.slice(Math.min(warmUp, history.length - 1));
  const [first, last] = [settled[0], settled.at(-1)];
  if (!first || !last) return;
  const growth = last.memoryMB / first.memoryMB;
  const isFlat = growth <= mostGrowth && last.files <= first.files + 8 && last.threads <= first.threads + 4;
  const isWell = last.errors === 0 && history.every(({ watching, pictures }) => watching === viewers && pictures > 0);
  console.log(
    `${isFlat ? 'flat' : 'NOT FLAT'}, ${isWell ? 'all served' : 'NOT ALL SERVED'}: memory ${((growth - 1) * 100).toFixed(1)} %, open files ${last.files - first.files}, ` +
      `threads ${last.threads - first.threads} since minute ${history.indexOf(first) + 1}; ${last.errors} errors`,
  );
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
