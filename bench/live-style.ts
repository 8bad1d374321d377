import { readFile } from 'node:fs/promises';
import { frameStyle, looks } from '@kinora/capabilities';
import type { Look } from '@kinora/capabilities';
import { startServerProcess } from '../tools/server-process.ts';
import type { ServerProcess } from '../tools/server-process.ts';
import benchPainters from './painters.ts';
import { openBenchPage } from './live-style/page.ts';
import type { BenchPage, Shown } from './live-style/page.ts';

/** What five people choose, when nothing is said. */
const mixed: readonly Look[] = ['oil', 'watercolour', 'anime', 'comic', 'pencil'];

/** Bars: milliseconds, stale frames, bytes. */
const bars = { one: 200, five: 300, stale: 0, stalled: 1, bytes: 25_000, api: 200 };

/**
 * Milliseconds of each look on one core, as `npm run bench -- painters` measures them. Then cameras that Kinora draws are restyled by a
 * running server over its real socket, 512 × 512 at 5 frames a second: glass to glass with one and with five sessions, the
 * change of a prompt, a receiver that stalls for six seconds, bytes, and what the HTTP interface answers meanwhile.
 * @param args `--socket` leaves the painters out; look of all sessions, default oil for one and five different ones for five; seconds of each measurement, default 20.
 */
export default async function benchLiveStyle(args: string[]): Promise<void> {
  const chosen = looks.find((look) => args.includes(look));
  const look = chosen ?? 'oil';
  const seconds = Number(args.find((each) => /^\d+$/.test(each)) ?? 20);
  if (!args.includes('--socket')) await benchPainters(['--quick']);
  await using server = await startServerProcess();
  await checkFrameCode(server);
  await measure(server, { looks: [look], seconds });
  await measure(server, { looks: chosen ? Array<Look>(5).fill(chosen) : mixed, seconds });
  await changePrompt(server);
  await stall(server, look);
}

const percentile = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const ms = (value: number) => `${value.toFixed(0)} ms`;
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

async function memoryOf({ child }: ServerProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** What the header names is what the picture shows: its burnt-in number, where the painting is told to leave the frame alone. */
async function checkFrameCode(server: ServerProcess): Promise<void> {
  const style = frameStyle.parse({ look: 'anime', strength: 0 });
  using page = await openBenchPage(server.url, { cookie: server.cookie, style });
  const stop = page.start();
  await wait(4000);
  await stop();
  const painted = page.shown.filter(({ isRepeat }) => !isRepeat);
  const right = painted.filter(({ code, sequence }) => code === sequence).length;
  console.log(`frame code: ${right} of ${painted.length} pictures show the frame that their header names`);
  await close(page);
}

async function measure(
  server: ServerProcess,
  { looks: all, seconds }: { looks: readonly Look[]; seconds: number },
): Promise<void> {
  const pages: BenchPage[] = [];
  const sessions = all.length;
  for (const [index, look] of all.entries()) {
    const style = frameStyle.parse({ look });
    try {
      pages.push(await openBenchPage(server.url, { cookie: server.cookie, style, seed: index + 1 }));
    } catch (error) {
      console.log(`session ${index + 1} (${look}) was not let in: ${(error as Error).message}`);
    }
  }
  // Sessions of different people begin at different moments.
  const stops = await Promise.all(
    pages.map(async (page, index) => {
      await wait((index * 200) / sessions);
      return page.start();
    }),
  );
  await wait(3000);
  for (const page of pages) page.shown.length = 0;
  const api = askApi(server, seconds);
  await wait(seconds * 1000);
  await Promise.all(stops.map((stop) => stop()));
  const shown: Shown[] = pages.flatMap((page) => page.shown);
  const glass = shown.map(({ glassMs }) => glassMs);
  const painted = shown.filter(({ isRepeat }) => !isRepeat);
  const bar = sessions === 1 ? bars.one : bars.five;
  const drops = new Map<string, number>();
  for (const page of pages)
    for (const [reason, count] of Object.entries(page.drops)) drops.set(reason, (drops.get(reason) ?? 0) + count);
  console.log(
    `${all.join(', ')}; ${pages.length} of ${sessions} ${sessions === 1 ? 'session' : 'sessions'} at 5 fps: glass to glass p50 ${ms(percentile(glass, 0.5))}, p95 ${ms(percentile(glass, 0.95))} (bar ${bar}); ` +
      `${(shown.length / seconds).toFixed(1)} pictures/s, ${painted.length} painted in ${ms(
        percentile(
          painted.map(({ paintedMs }) => paintedMs),
          0.5,
        ),
      )}, ` +
      `waited p95 ${ms(
        percentile(
          painted.map(({ queuedMs }) => queuedMs),
          0.95,
        ),
      )}; ` +
      `frame ${(mean(shown.map(({ bytesIn }) => bytesIn)) / 1000).toFixed(1)} kB in, ${(mean(painted.map(({ bytesOut }) => bytesOut)) / 1000).toFixed(1)} kB out, largest ${(Math.max(...painted.map(({ bytesOut }) => bytesOut)) / 1000).toFixed(1)} (bar ${bars.bytes / 1000}); ` +
      `dropped ${drops.size === 0 ? 'none' : [...drops].map(([reason, count]) => `${count} ${reason}`).join(', ')}; ` +
      `API p95 ${ms(percentile(await api, 0.95))} (bar ${bars.api}); server ${(await memoryOf(server)).toFixed(0)} MB`,
  );
  await Promise.all(pages.map(close));
}

/** Changes from colour to grey and back, and looks at each picture that comes after: half as colourful as oil is, or not. */
async function changePrompt(server: ServerProcess): Promise<void> {
  using page = await openBenchPage(server.url, { cookie: server.cookie, style: frameStyle.parse({ look: 'oil' }) });
  const stop = page.start();
  await wait(3000);
  let stale = 0;
  const visible: number[] = [];
  for (let change = 1; change <= 20; change += 1) {
    const isGrey = change % 2 === 1;
    const before = page.shown.length;
    const changedAt = performance.now();
    const style = frameStyle.parse({
      look: 'oil',
      prompt: isGrey ? 'a grey day' : '',
      palette: { saturation: isGrey ? 0 : 1.6 },
    });
    void page.setStyle(style, { generation: change, blend: 0 });
    await wait(700 + (change % 5) * 60);
    const after = page.shown.slice(before);
    const first = after.find(({ generation }) => generation === change);
    if (first) visible.push(first.at - changedAt);
    stale += after.filter(
      ({ generation, colour }) => generation < change || (isGrey ? colour > 40 : colour < 40),
    ).length;
  }
  await stop();
  console.log(
    `20 changes of the prompt: ${stale} stale pictures (bar ${bars.stale}); visible after p50 ${ms(percentile(visible, 0.5))}, p95 ${ms(percentile(visible, 0.95))} at 5 fps`,
  );
  await close(page);
}

/** The receiver reads nothing for six seconds, then everything. */
async function stall(server: ServerProcess, look: Look): Promise<void> {
  using page = await openBenchPage(server.url, { cookie: server.cookie, style: frameStyle.parse({ look }) });
  const stop = page.start();
  await wait(3000);
  const before = await memoryOf(server);
  page.stall(true);
  let most = before;
  for (let second = 0; second < 6; second += 1) {
    await wait(1000);
    most = Math.max(most, await memoryOf(server));
  }
  const [resumedAt, count] = [performance.now(), page.shown.length];
  page.stall(false);
  await wait(3000);
  await stop();
  const after = page.shown.slice(count);
  const stale = after.filter(({ at, glassMs }) => at - glassMs < resumedAt && glassMs > 500);
  const fresh = after.find((picture) => !stale.includes(picture));
  console.log(
    `receiver stalled for 6 s: ${stale.length} stale pictures afterwards (bar ${bars.stalled}), fresh again after ${ms((fresh?.at ?? Number.NaN) - resumedAt)}; ` +
      `server's memory ${before.toFixed(0)} MB before, ${most.toFixed(0)} at most, ${(await memoryOf(server)).toFixed(0)} after`,
  );
  await close(page);
}

async function askApi(server: ServerProcess, seconds: number): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  const paths = ['/api/v1/projects', '/api/v1/jobs', '/health', '/api/v1/voices'];
  for (let turn = 0; performance.now() < end; turn += 1) {
    const start = performance.now();
    const answer = await fetch(server.url + paths[turn % paths.length], { headers: { cookie: server.cookie } });
    await answer.arrayBuffer();
    times.push(performance.now() - start);
    await wait(100);
  }
  return times;
}

function close({ client }: BenchPage): Promise<void> {
  return new Promise((resolve) => client.socket.emit('close', resolve));
}
