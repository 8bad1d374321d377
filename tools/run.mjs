// Runs one of the repository's TypeScript tools on its own Node 24, after installing what is missing.
import { setUp } from './setup.mjs';
import { runNode } from './run-node.mjs';

setUp({ development: true });
runNode(process.argv.slice(2));
