import { benchDownloadFaults } from './faults/downloads.ts';
import { benchProcessFaults } from './faults/processes.ts';
import { benchServiceFaults } from './faults/services.ts';

/** What can go wrong, by what it happens to. */
const sections: { title: string; run: () => Promise<void> }[] = [
  { title: 'Model processes', run: benchProcessFaults },
  { title: 'Downloads from the hub', run: benchDownloadFaults },
  { title: 'Services', run: benchServiceFaults },
];

/** Makes things go wrong and prints how each ended, in how long, and how fast the server answered meanwhile. */
export default async function benchFaults(): Promise<void> {
  for (const { title, run } of sections) {
    console.log(`${title}:`);
    await run();
  }
}
