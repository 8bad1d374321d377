import { fork } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { launchBrowser } from '../tools/browser.ts';
import { bundleForBrowser } from '../tools/browser-module.ts';
import { root } from '../tools/root.ts';
import { startServerProcess } from '../tools/server-process.ts';
import type { FromReceivers, ToReceivers } from './viewers/receivers.ts';

/** Seconds that are measured, after everybody has come. */
const seconds = 20;

type Engine = 'node-datachannel' | 'werift';

/** The functions of `apps/web/e2e/broadcast-page.ts` inside a page. */
type Kit = {
  startPublishing(options: object): {
    states: string[];
    measure(): Promise<{ bitsPerSecond: number; fps: number } | null>;
  };
  watchFrameCode(video: HTMLVideoElement): { ages: number[] };
};
type Inside = typeof globalThis & {
  kit: Kit;
  live: ReturnType<Kit['startPublishing']>;
  codes: ReturnType<Kit['watchFrameCode']>;
};

/**
 * One Chromium publishes 512 × 512 at 15 fps and 1 Mbps with a frame code burnt in; N viewers in another process count
 * packets, and one Chromium reads the code back. Prints loss, the relay's share of a core, camera to viewer, and time to
 * the first frame, for the native relay and, with fewer viewers, for the one in JavaScript.
 * @param args Viewers (default 100) and viewers of werift (default 20).
 */
export default async function benchViewers(args: string[]): Promise<void> {
  const [most = 100, few = 20] = args.map(Number);
  await using stack = new AsyncDisposableStack();
  const browser = stack.adopt(await launchBrowser(), (each) => each.close());
  const kit = await bundleForBrowser(join(root, 'apps/web/e2e/broadcast-page.ts'), 'kit');
  console.log(
    'viewers  relay             loss     core of the relay  camera to viewer      first frame           sent',
  );
  for (const [engine, count] of [
    ['node-datachannel', most],
    ['werift', few],
  ] as const) {
    if (count > 0) await measure({ engine, count, browser, kit });
  }
}

async function measure(options: { engine: Engine; count: number; browser: Browser; kit: string }): Promise<void> {
  const { engine, count, browser, kit } = options;
  await using stack = new AsyncDisposableStack();
  const server = stack.use(
    await startServerProcess({ environment: { KINORA_RELAY_ENGINE: engine, KINORA_RELAY_PORTS: '47100-47399' } }),
  );
  server.child.stderr?.on('data', (text: Buffer) => process.stderr.write(text));
  const broadcast = (await (await server.api('POST', '/broadcasts', { title: 'Bench' })).json()) as {
    publish: { url: string; token: string };
    watch: { links: string[]; token: string };
    id: string;
  };
  const open = async (path: string): Promise<Page> => {
    const context = stack.adopt(await browser.newContext(), (each) => each.close());
    const page = await context.newPage();
    await page.goto(path);
    await page.addScriptTag({ content: kit });
    return page;
  };

  const publisher = await open(`${server.url}/watch/none`);
  await publisher.evaluate(
    (settings) => {
      const inside = globalThis as Inside;
      inside.live = inside.kit.startPublishing(settings);
    },
    { ...broadcast.publish, settings: { codec: 'VP8' }, hasAudio: false },
  );
  await publisher.waitForFunction(() => (globalThis as Inside).live.states.includes('live'));
  await new Promise((resolve) => setTimeout(resolve, 3000));

  const receivers = startReceivers();
  stack.defer(() => void receivers.child.kill());
  const begun = await receivers.ask({
    type: 'begin',
    url: `${server.url}/whep/${broadcast.id}`,
    token: broadcast.watch.token,
    count,
    perSecond: 20,
  });
  if (begun.type === 'begun' && begun.failed.length > 0)
    console.log(`${begun.failed.length} viewers could not come: ${begun.failed[0]}`);

  const opened = performance.now();
  const viewer = await open(broadcast.watch.links.at(-1)!);
  await viewer.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  const browserSeconds = (performance.now() - opened) / 1000;
  await viewer.evaluate(() => {
    const inside = globalThis as Inside;
    inside.codes = inside.kit.watchFrameCode(document.querySelector('video')!);
  });
  await new Promise((resolve) => setTimeout(resolve, 3000));

  const relay = relayOf(server.child.pid!);
  await receivers.ask({ type: 'reset' });
  await viewer.evaluate(() => ((globalThis as Inside).codes.ages.length = 0));
  await publisher.evaluate(() => (globalThis as Inside).live.measure());
  const before = { cpu: cpuSeconds(relay), at: performance.now() };
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const core = (cpuSeconds(relay) - before.cpu) / ((performance.now() - before.at) / 1000);
  const sent = await publisher.evaluate(() => (globalThis as Inside).live.measure());
  const ages = await viewer.evaluate(() => (globalThis as Inside).codes.ages);
  const report = await receivers.ask({ type: 'report' });
  if (report.type !== 'report') throw new Error('no report');
  if (report.received === 0 || relayOf(server.child.pid!) !== relay)
    throw new Error('The relay was started anew in between; nothing was measured.');

  const first = report.seconds.map(({ firstFrame }) => firstFrame);
  const median = (name: 'answer' | 'open') =>
    ms(
      at(
        report.seconds.map((each) => each[name]),
        0.5,
      ),
    );
  const cells = [
    String(count).padEnd(8),
    engine.padEnd(17),
    `${((report.lost / Math.max(1, report.received + report.lost)) * 100).toFixed(2)} %`.padEnd(8),
    `${(core * 100).toFixed(0)} %`.padEnd(18),
    `p50 ${ms(at(ages, 0.5) / 1000)}, p95 ${ms(at(ages, 0.95) / 1000)}`.padEnd(21),
    `p50 ${ms(at(first, 0.5))}, p95 ${ms(at(first, 0.95))}`.padEnd(21),
    `${((sent?.bitsPerSecond ?? 0) / 1e6).toFixed(2)} Mbps, ${(sent?.fps ?? 0).toFixed(1)} fps`,
  ];
  console.log(cells.join(' '));
  console.log(
    `         (bars: ≤ 1 % lost, ≤ 70 % of a core, p95 < 1 s, p95 ≤ 1500 ms; answered after ${median('answer')}, connected after ${median('open')} at p50; a browser's page with picture after ${ms(browserSeconds)}, ${ages.length} codes read)`,
  );
}

function startReceivers() {
  const child = fork(join(import.meta.dirname, 'viewers/receivers.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ask = (message: ToReceivers) =>
    new Promise<FromReceivers>((resolve) => {
      child.once('message', (answer) => resolve(answer as FromReceivers));
      child.send(message);
    });
  return { child, ask };
}

/** The relay's process among the children of the server's. */
function relayOf(server: number): number {
  const children = globSync(`/proc/${server}/task/*/children`).flatMap((file) =>
    readFileSync(file, 'utf8').trim().split(' '),
  );
  const found = children.find(
    (pid) => pid !== '' && /kinora relay|relay\/process/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8')),
  );
  if (found === undefined) throw new Error('The relay’s process was not found; this benchmark needs Linux.');
  return Number(found);
}

/** User and system time of a process: fields 14 and 15 of `/proc/<pid>/stat`, in hundredths of a second. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function at(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
}

function ms(value: number): string {
  return `${Math.round(value * 1000)} ms`;
}
