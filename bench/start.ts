import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServerProcess } from '../tools/server-process.ts';

/** From the start of the process to the home page in hand: once on a new home, then warm. */
export default async function benchStart(args: string[]): Promise<void> {
  const runs = Number(args[0] ?? 5);
  const home = await mkdtemp(join(tmpdir(), 'kinora-'));
  try {
    const first = await toFirstPage(home);
    console.log(`new home: first page after ${first.toFixed(2)} s (the database is made)`);
    const warm: number[] = [];
    for (let run = 0; run < runs; run += 1) warm.push(await toFirstPage(home));
    const sorted = warm.toSorted((a, b) => a - b);
    const median = sorted[Math.floor(runs / 2)] ?? Number.NaN;
    console.log(
      `warm: first page after ${median.toFixed(2)} s (median of ${runs}; ${sorted[0]?.toFixed(2)}–${sorted.at(-1)?.toFixed(2)}; bar 3 s)`,
    );
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function toFirstPage(home: string): Promise<number> {
  const started = performance.now();
  await using server = await startServerProcess({ home, throughLauncher: true });
  const response = await fetch(server.url, { headers: { cookie: server.cookie, accept: 'text/html' } });
  const page = await response.text();
  if (!response.ok || !page.includes('</html>')) throw new Error(`the home page answered ${response.status}`);
  return (performance.now() - started) / 1000;
}
