import { diagnose } from '@kinora/server';
import { Command } from 'commander';
import { exitCodes } from '../exit.ts';

const signs = { ok: '✓', warning: '!', problem: '✗' } as const;

/** `kinora doctor`: what works on this machine, and why not. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('say what works on this machine and why not')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const findings = await diagnose();
      if (json === true) process.stdout.write(`${JSON.stringify(findings)}\n`);
      else {
        for (const { state, subject, finding, advice } of findings) {
          process.stdout.write(
            `${signs[state]} ${subject}: ${finding}\n${advice === undefined ? '' : `  → ${advice}\n`}`,
          );
        }
      }
      if (findings.some(({ state }) => state === 'problem')) process.exitCode = exitCodes.failure;
    });
}
