import { ChevronRight } from 'lucide-react';
import type { HardwareView, RuntimeView } from '@kinora/capabilities/setup';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { listOf, sizeOf } from './words.ts';

/** Processor, memory, graphics cards and disk, and which runtime can use which. */
export function Hardware({ hardware, runtimes }: { hardware: HardwareView; runtimes: readonly RuntimeView[] }) {
  const { cpu, devices, disk, system } = hardware;
  const titleOf = (name: string) => runtimes.find((runtime) => runtime.name === name)?.title ?? name;
  return (
    <section aria-labelledby="hardware">
      <h2 id="hardware">What it has</h2>
      <ul className="rows mt-3">
        {devices.map(({ id, name, memoryBytes, freeBytes, driver, runtimes: able }) => (
          <li key={id} className="grid gap-1 py-3">
            <h3>{id === 'cpu' ? 'Processor' : 'Graphics card'}</h3>
            <p className="text-small">
              {name}
              {id === 'cpu' &&
                ` · ${cpu.physicalCores} ${cpu.physicalCores === 1 ? 'core' : 'cores'}, ${busyOf(cpu)} % busy now`}
            </p>
            {memoryBytes !== null && (
              <div className="grid gap-1">
                <p className="num text-tiny text-ink-2">
                  {freeBytes === null
                    ? `${sizeOf(memoryBytes)} of memory`
                    : `${sizeOf(freeBytes)} of ${sizeOf(memoryBytes)} of memory free`}
                </p>
                {freeBytes !== null && (
                  <ProgressBar label={`Memory of ${name} that is taken`} fraction={1 - freeBytes / memoryBytes} />
                )}
              </div>
            )}
            <p className="text-tiny text-ink-3">
              {able.length === 0 ? 'No runtime can use it.' : `Used by ${listOf(able.map(titleOf))}.`}
              {driver && ` Driver ${driver}.`}
            </p>
          </li>
        ))}
        <li className="grid gap-1 py-3">
          <h3>Disk</h3>
          <p className="text-small">{sizeOf(disk.freeBytes)} free</p>
          <p className="text-tiny break-all text-ink-3">{disk.folder}</p>
        </li>
      </ul>
      <details className="fold mt-3 text-tiny">
        <summary>
          <ChevronRight className="icon" aria-hidden />
          For experts
        </summary>
        <dl className="facts">
          <div>
            <dt>System</dt>
            <dd>{system}</dd>
          </div>
          <div>
            <dt>Cores</dt>
            <dd>
              {cpu.physicalCores} physical, {cpu.logicalCores} logical
            </dd>
          </div>
          <div>
            <dt>Instructions</dt>
            <dd>{cpu.features.join(', ') || 'none known'}</dd>
          </div>
          <div>
            <dt>Devices</dt>
            <dd>{devices.map(({ id }) => id).join(', ')}</dd>
          </div>
        </dl>
      </details>
    </section>
  );
}

function busyOf({ physicalCores, freeCores }: HardwareView['cpu']): number {
  return Math.round(Math.max(0, 1 - freeCores / Math.max(1, physicalCores)) * 100);
}
