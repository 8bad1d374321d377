#!/usr/bin/env node
// The `kinora` command: makes the checkout ready, then runs the command line on Node 24.
import { join } from 'node:path';
import { runNode } from '../tools/run-node.mjs';
import { root, setUp } from '../tools/setup.mjs';

const command = process.argv[2];
const asksForHelp = process.argv.some((argument) => ['--help', '-h', '--version'].includes(argument));
setUp({ web: (command === undefined || command === 'serve') && !asksForHelp });
runNode([join(root, 'apps/cli/main.ts'), ...process.argv.slice(2)], {
  NODE_ENV: process.env.NODE_ENV ?? 'production',
  // The canvas library gives memory back lazily: a quarter of a picture's time is page faults otherwise.
  MIMALLOC_PURGE_DELAY: process.env.MIMALLOC_PURGE_DELAY ?? '1000',
  // Compiled code is kept, so that the next start is quicker.
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'kinora'),
});
