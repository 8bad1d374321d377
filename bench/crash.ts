import { runCrashTest } from '@kinora/platform/testing';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

/**
 * Kills server, worker and PostgreSQL while jobs run, and counts what was lost: `npm run bench -- crash --kills 500`.
 * Exits with 1 when anything was.
 */
export default async function crash(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      kills: { type: 'string', default: '100' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      verbose: { type: 'boolean', default: false },
    },
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'kinora-crash-'));
  // As root, PostgreSQL runs as another user, who must get through.
  await chmod(folder, 0o711);
  const home = path.join(folder, 'home');
  console.log(`Killing ${values.kills} processes (seed ${values.seed}) …`);
  const report = await runCrashTest({
    home,
    kills: Number(values.kills),
    seed: Number(values.seed),
    onProgress: (line) => {
      if (values.verbose) console.log(line);
      else if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line.slice(0, 100)}`);
    },
  });
  const { kills } = report;
  console.log(
    `${process.stdout.isTTY ? '\r\x1b[K' : ''}Kills: ${kills.boundary} at step boundaries, ${kills.app} server, ${kills.worker} worker, ${kills.postgres} PostgreSQL`,
  );
  console.log(`Jobs: ${report.jobs}, steps: ${report.steps} kept, ${report.begun} begun, files: ${report.assets}`);
  console.log(
    `Slowest resume: ${report.slowestResumeSeconds.toFixed(2)} s after the start; all took ${report.seconds.toFixed(0)} s`,
  );
  console.log(report.problems.length === 0 ? 'Nothing lost, doubled, broken or redone.' : report.problems.join('\n'));
  if (report.problems.length > 0) process.exitCode = 1;
  else await rm(folder, { recursive: true, force: true });
}
