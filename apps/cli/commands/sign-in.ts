import { printSignInLink } from '@kinora/server';
import { Command } from 'commander';

/** `kinora sign-in`: a new sign-in link for the Kinora that runs here. */
export function signInCommand(): Command {
  return new Command('sign-in')
    .description('print a new sign-in link for the Kinora that is running')
    .action(async () => {
      process.stdout.write(`${await printSignInLink()}\n`);
    });
}
