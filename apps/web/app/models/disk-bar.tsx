import type { ModelsView } from '@kinora/capabilities/setup';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { sizeOf } from './words.ts';

/** What models and their runtimes take on the disk, and what is left. */
export function DiskBar({ models: { models, runtimes, hardware } }: { models: ModelsView }) {
  const used = [...models, ...runtimes].reduce(
    (sum, { install }) => sum + (install.state === 'installed' ? install.bytes : 0),
    0,
  );
  const { freeBytes } = hardware.disk;
  return (
    <div className="stack w-[300px] gap-2 max-[1000px]:w-full">
      <div className="flex justify-between gap-3 text-small">
        <b>{used === 0 ? 'No models yet' : `Models use ${sizeOf(used)}`}</b>
        <span className="text-ink-2">{sizeOf(freeBytes)} free</span>
      </div>
      <ProgressBar label="Share of the disk that models use" fraction={used / (used + freeBytes)} />
    </div>
  );
}
