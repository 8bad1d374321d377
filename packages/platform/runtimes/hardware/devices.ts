import type { RuntimeName } from '@kinora/capabilities';
import path from 'node:path';
import type { Memory } from '../memory.ts';
import type { DrmCard, Gpu } from './gpu.ts';
import {
  drmFiles,
  nvidiaQuery,
  parseDrm,
  parseNvidiaProc,
  parseNvidiaSmi,
  parseSystemProfiler,
  parseVulkanSummary,
  parseWindows,
  windowsQuery,
} from './gpu.ts';
import type { Machine } from './machine.ts';
import type { Device } from './types.ts';

/** What a GPU needs beside its driver to be of use. */
type Libraries = { hasCuda: boolean; hasVulkan: boolean };

/** The GPUs of a machine and what each runtime can do with them, the best first. */
export async function readGpus(machine: Machine, memory: Memory): Promise<Device[]> {
  if (machine.platform === 'darwin') {
    const text = await machine.run('system_profiler', ['SPDisplaysDataType', '-json'], 8000);
    return parseSystemProfiler(text, memory).map(appleDevice);
  }
  const [nvidia, libraries, others] = await Promise.all([
    readNvidia(machine),
    readLibraries(machine),
    machine.platform === 'win32' ? readWindows(machine) : readLinux(machine),
  ]);
  return arrange([...nvidia, ...others.filter(({ maker }) => maker !== 'nvidia' || nvidia.length === 0)], libraries);
}

/** Numbers GPUs as the runtimes do and says which runtime can use each. */
export function arrange(gpus: Gpu[], { hasCuda, hasVulkan }: Libraries): Device[] {
  const kinds = ['discrete', 'unified', 'integrated'];
  const rank = (gpu: Gpu) => kinds.indexOf(gpu.kind) * 1e15 - (gpu.memoryBytes ?? 0);
  const nvidia = gpus.filter(({ maker }) => maker === 'nvidia');
  return gpus
    .map((gpu, index) => ({ gpu, index }))
    .toSorted((a, b) => rank(a.gpu) - rank(b.gpu))
    .map(({ gpu, index }) => {
      const isCuda = gpu.maker === 'nvidia' && hasCuda;
      const runtimes: RuntimeName[] = [
        ...(isCuda || hasVulkan ? (['llama-cpp'] as const) : []),
        // Through WebGPU, which stands on Vulkan here and on Direct3D on Windows.
        ...(hasVulkan ? (['onnx', 'transformers'] as const) : []),
      ];
      const { maker: _maker, ...facts } = gpu;
      return { ...facts, id: isCuda ? `cuda:${nvidia.indexOf(gpu)}` : `vulkan:${index}`, runtimes };
    });
}

function appleDevice(gpu: Gpu): Device {
  const { maker, ...facts } = gpu;
  // The packages for Macs with Intel processors leave their GPUs alone.
  const runtimes: RuntimeName[] = maker === 'apple' ? ['llama-cpp', 'onnx', 'transformers'] : [];
  return { ...facts, id: 'metal', runtimes };
}

async function readNvidia(machine: Machine): Promise<Gpu[]> {
  const found = parseNvidiaSmi(await machine.run('nvidia-smi', nvidiaQuery));
  if (found.length > 0 || machine.platform !== 'linux') return found;
  const root = '/proc/driver/nvidia';
  const addresses = await machine.list(`${root}/gpus`);
  return parseNvidiaProc(
    await Promise.all(addresses.map((address) => machine.read(`${root}/gpus/${address}/information`))),
    await machine.read(`${root}/version`),
  );
}

async function readLinux(machine: Machine): Promise<Gpu[]> {
  const names = (await machine.list('/sys/class/drm')).filter((name) => /^card\d+$/.test(name));
  const cards = await Promise.all(
    names.toSorted().map(async (name): Promise<DrmCard> => {
      const folder = `/sys/class/drm/${name}/device`;
      const contents = await Promise.all(drmFiles.map(async (file) => [file, await machine.read(`${folder}/${file}`)]));
      const files = Object.fromEntries(contents) as Record<string, string>;
      return { address: /^PCI_SLOT_NAME=(.+)$/m.exec(files['uevent'] ?? '')?.[1] ?? '', files };
    }),
  );
  const found = cards.map(parseDrm).filter((gpu) => gpu !== null);
  if (found.length === 0) return [];
  // Vulkan knows the names, the system the memory.
  const named = parseVulkanSummary(await machine.run('vulkaninfo', ['--summary']));
  return found.map((gpu) => {
    const at = named.findIndex(({ maker }) => maker === gpu.maker);
    const [same] = at < 0 ? [] : named.splice(at, 1);
    return same ? { ...gpu, name: same.name, kind: same.kind, ...(same.driver ? { driver: same.driver } : {}) } : gpu;
  });
}

async function readWindows(machine: Machine): Promise<Gpu[]> {
  return parseWindows(
    await machine.run('powershell', ['-NoProfile', '-NonInteractive', '-Command', windowsQuery], 8000),
  );
}

/** llama.cpp needs CUDA's own libraries, which don't come with the driver; everything else goes through Vulkan. */
async function readLibraries(machine: Machine): Promise<Libraries> {
  const { environment } = machine;
  if (machine.platform === 'win32') {
    const system = path.win32.join(environment['windir'] ?? 'C:\\Windows', 'System32');
    return {
      hasCuda: Boolean(environment['CUDA_PATH']),
      hasVulkan: await machine.exists(path.win32.join(system, 'vulkan-1.dll')),
    };
  }
  const cuda = (await machine.list('/usr/local')).filter((name) => name.startsWith('cuda'));
  const folders = [
    ...(environment['LD_LIBRARY_PATH'] ?? '').split(':').filter(Boolean),
    '/usr/lib',
    '/usr/lib64',
    '/usr/lib/x86_64-linux-gnu',
    '/usr/lib/aarch64-linux-gnu',
    ...cuda.flatMap((name) => [`/usr/local/${name}/lib64`, `/usr/local/${name}/targets/x86_64-linux/lib`]),
  ];
  const names = (await Promise.all(folders.map((folder) => machine.list(folder)))).flat();
  const has = (library: string) => names.some((name) => name.startsWith(`${library}.so`));
  return { hasCuda: ['libcudart', 'libcublas', 'libcublasLt'].every(has), hasVulkan: has('libvulkan') };
}
