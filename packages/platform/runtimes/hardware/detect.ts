import type { HardwareView } from '@kinora/capabilities/setup';
import { runtimeNames } from '@kinora/capabilities';
import { statfs } from 'node:fs/promises';
import { release, type, version } from 'node:os';
import path from 'node:path';
import { bytesIn, readManifest } from '../folder.ts';
import { readMemory } from '../memory.ts';
import { readCpu } from './cpu.ts';
import { readGpus } from './devices.ts';
import type { Machine } from './machine.ts';
import { thisMachine } from './machine.ts';
import type { Hardware } from './types.ts';

/** Options of {@link detectHardware}. */
export type DetectOptions = {
  /** Kinora's folder: the disk it lies on counts. */
  home: string;
  /** Default: this machine. */
  machine?: Machine;
};

/**
 * Finds out what this machine has and what of it is free now, within a second or so. Every tool that is asked has a time
 * limit and may be missing; what nobody tells is left out.
 */
export async function detectHardware({ home, machine = thisMachine }: DetectOptions): Promise<Hardware> {
  const memory = await readMemory();
  const [cpu, gpus, disk, usedBytes, system] = await Promise.all([
    readCpu(machine),
    readGpus(machine, memory),
    statfs(home).catch(() => null),
    countHome(home, machine),
    nameSystem(machine),
  ]);
  return {
    system: `${system} (${machine.arch})`,
    cpu,
    disk: { folder: home, freeBytes: disk ? disk.bavail * disk.bsize : 0, usedBytes },
    devices: [
      ...gpus,
      {
        id: 'cpu',
        name: cpu.name,
        memoryBytes: memory.totalBytes,
        freeBytes: memory.availableBytes,
        runtimes: [...runtimeNames],
        kind: 'cpu',
      },
    ],
  };
}

/** What of the hardware is shown to people. */
export function describeHardware({ devices, ...rest }: Hardware): HardwareView {
  return { ...rest, devices: devices.map(({ kind: _kind, ...device }) => device) };
}

/** Bytes of what was installed on demand: runtimes and packages by what they say of themselves, models by their files. */
async function countHome(home: string, machine: Machine): Promise<number> {
  const installed = ['runtimes', 'packages'].map(async (name) => {
    const folders = await machine.list(path.join(home, name));
    const manifests = await Promise.all(folders.map((folder) => readManifest(path.join(home, name, folder))));
    return manifests.reduce((sum, manifest) => sum + (manifest?.bytes ?? 0), 0);
  });
  const sizes = await Promise.all([...installed, bytesIn(path.join(home, 'models'))]);
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function nameSystem(machine: Machine): Promise<string> {
  if (machine.platform === 'linux') {
    const name = /^PRETTY_NAME="?([^"\n]+)"?$/m.exec(await machine.read('/etc/os-release'))?.[1];
    return name ?? `Linux ${release()}`;
  }
  if (machine.platform === 'darwin') return `macOS ${(await machine.run('sw_vers', ['-productVersion'])).trim()}`;
  return machine.platform === 'win32' ? version() : `${type()} ${release()}`;
}
