import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { availableParallelism, cpus, freemem, totalmem } from 'node:os';
import { isKinoraError, runtimeNames } from '@kinora/capabilities';
import { openDatabase, openHome } from '@kinora/platform/db';
import { readInstalled } from '@kinora/platform/models';
import { detectHardware, openRuntimes } from '@kinora/platform/runtimes';
import { createModels } from './models/index.ts';
import { hasWebApp } from './web.ts';

/** One thing that was looked at. */
export type Finding = { subject: string; state: 'ok' | 'warning' | 'problem'; finding: string; advice?: string };

const gib = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GiB`;

/** Looks at everything Kinora needs, by using it. */
export async function diagnose(): Promise<Finding[]> {
  const findings: Finding[] = [
    { subject: 'Node', state: 'ok', finding: `${process.version} on ${process.platform}-${process.arch}` },
    {
      subject: 'Machine',
      state: totalmem() < 2 * 2 ** 30 ? 'warning' : 'ok',
      finding: `${cpus()[0]?.model ?? 'unknown CPU'}, ${availableParallelism()} cores, ${gib(freemem())} of ${gib(totalmem())} memory free`,
      ...(totalmem() < 2 * 2 ** 30
        ? { advice: 'Videos need about 1 GiB; close other programs while one is made.' }
        : {}),
    },
  ];
  const attempt = async (subject: string, look: () => Promise<Omit<Finding, 'subject'>>) => {
    try {
      findings.push({ subject, ...(await look()) });
    } catch (error) {
      const advice = isKinoraError(error)
        ? undefined
        : 'Run npm start once more; if it stays, this is a bug worth reporting.';
      findings.push({
        subject,
        state: 'problem',
        finding: error instanceof Error ? error.message : String(error),
        advice,
      });
    }
  };
  await attempt('Home', async () => {
    const home = await openHome();
    await access(home.path, constants.W_OK);
    const { bavail, bsize } = await statfs(home.path);
    const free = bavail * bsize;
    const isLow = free < 2 ** 30;
    return {
      state: isLow ? 'warning' : 'ok',
      finding: `${home.path}, ${gib(free)} free`,
      ...(isLow
        ? { advice: 'A story with its video takes about 60 MB. Free some space, or set KINORA_HOME to another disk.' }
        : {}),
    };
  });
  await attempt('Database', async () => {
    await using database = await openDatabase({ home: await openHome(), role: 'worker' });
    const seconds = await database.ping();
    return {
      state: 'ok',
      finding: `PostgreSQL (${database.isEmbedded ? 'embedded' : 'KINORA_DATABASE_URL'}) answers in ${(seconds * 1000).toFixed(1)} ms`,
    };
  });
  await attempt('Web app', async () =>
    hasWebApp()
      ? { state: 'ok', finding: 'built' }
      : { state: 'warning', finding: 'not built yet', advice: 'npm start builds it.' },
  );
  await using models = createModels();
  const studio = models.for({ kind: 'child', age: 5 });
  await attempt('Voice', async () => {
    const start = performance.now();
    await studio.speech.doGenerate({
      text: 'Good night.',
      voice: 'willow',
      language: 'en',
      outputFormat: 'wav',
    });
    return {
      state: 'ok',
      finding: `${studio.identity('speech')} speaks (${(performance.now() - start).toFixed(0)} ms)`,
    };
  });
  await attempt('Guard', async () => {
    const { verdict } = await studio.moderator.moderate(
      { kind: 'text', text: 'a shy fox who is afraid of the dark', role: 'wish' },
      { audience: { kind: 'child', age: 5 } },
    );
    return {
      state: verdict === 'allow' ? 'ok' : 'problem',
      finding: `${studio.identity('moderation')} answers`,
    };
  });
  await attempt('Hardware', async () => {
    const { devices } = await detectHardware({ home: (await openHome()).path });
    const names = devices.map(({ id, name, memoryBytes, runtimes }) => {
      const memory = memoryBytes === null ? '' : `, ${gib(memoryBytes)}`;
      return `${id}: ${name}${memory} (${runtimes.join(', ') || 'no runtime can use it'})`;
    });
    return { state: 'ok', finding: names.join('; ') };
  });
  await attempt('Runtimes', async () => {
    const home = await openHome();
    const runtimes = openRuntimes({ home: home.path, hardware: () => detectHardware({ home: home.path }) });
    const found = await Promise.all(runtimeNames.map((name) => runtimes.find(name)));
    const there = found.flatMap((runtime) =>
      runtime ? [`${runtime.name} ${runtime.version} (${runtime.variant})`] : [],
    );
    return { state: 'ok', finding: there.join(', ') || 'none installed; they come with the first model' };
  });
  await attempt('Models', async () => {
    const models = await readInstalled((await openHome()).path);
    const names = models.map(({ id, bytes }) => `${id} (${gib(bytes)})`);
    return {
      state: 'ok',
      finding: names.join(', ') || 'none needed: every capability has a built-in provider, on this machine’s CPU',
    };
  });
  return findings;
}
