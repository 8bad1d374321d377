import { hardwareView } from '@kinora/capabilities/setup';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { parseCgroupFolders, parseCgroupMemory, parseProcessStatus, parseTasklist, parseVmStat } from '../memory.ts';
import type { Cpu } from './cpu.ts';
import { parseCpuInfo, parseQuota, parseSysctl } from './cpu.ts';
import { describeHardware, detectHardware } from './detect.ts';
import {
  parseDrm,
  parseNvidiaProc,
  parseNvidiaSmi,
  parseSystemProfiler,
  parseVulkanSummary,
  parseWindows,
} from './gpu.ts';
import type { Machine } from './machine.ts';

const fixture = (name: string) => readFile(new URL(`__fixtures__/${name}`, import.meta.url), 'utf8');
const usual: Cpu = { name: 'unknown', physicalCores: 1, logicalCores: 1, features: [] };

describe('processors', () => {
  test('of x86 tell name, cores and instruction sets', async () => {
    expect(parseCpuInfo(await fixture('cpuinfo-epyc.txt'), usual)).toEqual({
      name: 'AMD EPYC',
      physicalCores: 2,
      logicalCores: 2,
      features: ['avx', 'avx2', 'avx512-bf16', 'avx512-vnni', 'avx512f', 'f16c', 'fma', 'sse4.2'],
    });
  });

  test('with two threads a core count cores once', () => {
    const thread = (processor: number, core: number) =>
      `processor\t: ${processor}\nmodel name\t: Intel(R) Core(TM) i7\nphysical id\t: 0\ncore id\t\t: ${core}\nflags\t\t: avx2\n`;
    const text = [thread(0, 0), thread(1, 1), thread(2, 0), thread(3, 1)].join('\n');
    expect(parseCpuInfo(text, usual)).toMatchObject({ physicalCores: 2, logicalCores: 4 });
  });

  test('of ARM are named by their board', async () => {
    expect(parseCpuInfo(await fixture('cpuinfo-raspberry-pi-5.txt'), usual)).toEqual({
      name: 'Raspberry Pi 5 Model B Rev 1.0',
      physicalCores: 4,
      logicalCores: 4,
      features: ['dotprod', 'neon'],
    });
  });

  test('of Apple count their fast cores', async () => {
    expect(parseSysctl(await fixture('sysctl-m2-pro.txt'), usual)).toEqual({
      name: 'Apple M2 Pro',
      physicalCores: 8,
      logicalCores: 12,
      features: ['dotprod', 'i8mm', 'neon'],
    });
  });

  test.each([
    ['max 100000', '', Number.POSITIVE_INFINITY],
    ['150000 100000\n', '', 1.5],
    ['-1', '100000', Number.POSITIVE_INFINITY],
    ['200000\n', '100000\n', 2],
    ['', '', Number.POSITIVE_INFINITY],
  ])('a quota of %j %j is %d cores', (quota, period, cores) => {
    expect(parseQuota(quota, period)).toBe(cores);
  });
});

describe('memory', () => {
  test('of a control group counts file pages as available', () => {
    expect(parseCgroupMemory('4000\n', '3000\n', 'anon 1000\ninactive_file 1500\nactive_file 200\n')).toEqual({
      totalBytes: 4000,
      availableBytes: 2700,
    });
    expect(parseCgroupMemory('max\n', '3000', '')).toBeNull();
    expect(parseCgroupMemory('9223372036854771712', '3000', '')).toBeNull();
    expect(parseCgroupMemory('', '', '')).toBeNull();
  });

  test('is looked for in all groups a process is in', () => {
    expect(parseCgroupFolders('0::/user.slice/app\n')).toEqual([
      '/sys/fs/cgroup/user.slice/app',
      '/sys/fs/cgroup/user.slice',
      '/sys/fs/cgroup',
    ]);
    expect(parseCgroupFolders('4:memory:/docker/1a\n3:cpuset:/\n2:cpu,cpuacct:/docker/1a\n')).toEqual([
      '/sys/fs/cgroup/memory/docker/1a',
      '/sys/fs/cgroup/memory/docker',
      '/sys/fs/cgroup/memory',
      '/sys/fs/cgroup/cpu,cpuacct/docker/1a',
      '/sys/fs/cgroup/cpu,cpuacct/docker',
      '/sys/fs/cgroup/cpu,cpuacct',
    ]);
  });

  test('of a process leaves out what a file stands behind', () => {
    const status =
      'Name:\tnode\nVmRSS:\t   71148 kB\nRssAnon:\t   25348 kB\nRssFile:\t   45800 kB\nRssShmem:\t       0 kB\n';
    expect(parseProcessStatus(status)).toEqual({ residentBytes: 71148 * 1024, privateBytes: 25348 * 1024 });
    expect(parseProcessStatus('Name:\tnode\nState:\tZ (zombie)\n')).toBeNull();
    expect(parseTasklist('"node.exe","4242","Console","1","71,148 K"\r\n')).toBe(71148 * 1024);
    expect(parseTasklist('INFO: No tasks are running which match the specified criteria.')).toBeNaN();
  });

  test('of a Mac counts what is given up when asked for', () => {
    const text = `Mach Virtual Memory Statistics: (page size of 16384 bytes)
Pages free:                                    11887.
Pages active:                                 467336.
Pages inactive:                               363803.
Pages speculative:                            102040.
Pages throttled:                                   0.
Pages wired down:                             196995.
Pages purgeable:                                1044.
`;
    expect(parseVmStat(text)).toBe((11887 + 363803 + 102040 + 1044) * 16384);
    expect(parseVmStat('')).toBeNull();
  });
});

describe('GPUs', () => {
  test('of NVIDIA by nvidia-smi, several, and one that shares main memory', () => {
    expect(parseNvidiaSmi('0, NVIDIA H200, 143771, 143160, 580.159.04\n')).toEqual([
      {
        name: 'NVIDIA H200',
        maker: 'nvidia',
        kind: 'discrete',
        memoryBytes: 143771 * 2 ** 20,
        freeBytes: 143160 * 2 ** 20,
        driver: '580.159.04',
      },
    ]);
    const two =
      '1, NVIDIA TITAN V, 12288, 11900, 570.86.15\n0, NVIDIA RTX 5880 Ada Generation, 49140, 48000, 570.86.15\n';
    expect(parseNvidiaSmi(two).map(({ name }) => name)).toEqual(['NVIDIA RTX 5880 Ada Generation', 'NVIDIA TITAN V']);
    expect(parseNvidiaSmi('0, NVIDIA GB10, [N/A], [N/A], 580.95.05\n')).toMatchObject([
      { kind: 'unified', memoryBytes: null, freeBytes: null },
    ]);
    expect(parseNvidiaSmi('No devices were found\n')).toEqual([]);
    expect(parseNvidiaSmi("NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.\n")).toEqual(
      [],
    );
  });

  test('of NVIDIA by /proc in a container', () => {
    const information = 'Model: \t\t NVIDIA GeForce RTX 3060\nIRQ:   \t\t 134\nVideo BIOS: \t 94.06.25.00.5e\n';
    const version = 'NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.183.01  Sun May 12 19:39:15 UTC 2024\n';
    expect(parseNvidiaProc([information], version)).toMatchObject([
      { name: 'NVIDIA GeForce RTX 3060', driver: '535.183.01', memoryBytes: null },
    ]);
    const open = 'NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.95.05  Release Build\n';
    expect(parseNvidiaProc([information], open)).toMatchObject([{ driver: '580.95.05' }]);
  });

  test('by Vulkan, without software that plays one', async () => {
    expect(parseVulkanSummary(await fixture('vulkaninfo-llvmpipe.txt'))).toEqual([]);
    expect(parseVulkanSummary(await fixture('vulkaninfo-radeon-890m.txt'))).toEqual([
      {
        name: 'AMD Radeon 890M Graphics (RADV STRIX1)',
        maker: 'amd',
        kind: 'integrated',
        memoryBytes: null,
        freeBytes: null,
        driver: 'Mesa 26.1.0-devel (git-ee031d67b4)',
      },
    ]);
  });

  test('by the cards Linux shows', () => {
    const amd = {
      vendor: '0x1002\n',
      device: '0x73df\n',
      uevent: 'DRIVER=amdgpu\nPCI_SLOT_NAME=0000:0b:00.0\n',
      mem_info_vram_total: '12868124672\n',
      mem_info_vram_used: '868124672\n',
    };
    expect(parseDrm({ address: '0000:0b:00.0', files: amd })).toEqual({
      name: 'AMD GPU 0x73df',
      maker: 'amd',
      kind: 'discrete',
      memoryBytes: 12868124672,
      freeBytes: 12e9,
      driver: 'amdgpu',
    });
    expect(parseDrm({ address: '', files: { ...amd, mem_info_vram_total: '536870912\n' } })?.kind).toBe('integrated');
    const intel = { vendor: '0x8086\n', device: '0x56a0\n', uevent: 'DRIVER=xe\n' };
    expect(parseDrm({ address: '0000:03:00.0', files: intel })?.kind).toBe('discrete');
    expect(parseDrm({ address: '0000:00:02.0', files: intel })?.kind).toBe('integrated');
    expect(parseDrm({ address: '', files: { vendor: '0x1af4\n' } })).toBeNull();
  });

  test('of a Mac share main memory', async () => {
    const memory = { totalBytes: 16e9, availableBytes: 6e9 };
    expect(parseSystemProfiler(await fixture('system-profiler-m3-pro.json'), memory)).toEqual([
      { name: 'Apple M3 Pro', maker: 'apple', kind: 'unified', memoryBytes: 12e9, freeBytes: 6e9, driver: 'Metal 3' },
    ]);
    const old = { SPDisplaysDataType: [{ sppci_model: 'Radeon Pro Vega 64', spdisplays_vram: '16 GB' }] };
    expect(parseSystemProfiler(JSON.stringify(old), memory)).toMatchObject([
      { maker: 'amd', kind: 'discrete', memoryBytes: 16 * 2 ** 30 },
    ]);
    expect(parseSystemProfiler('', memory)).toEqual([]);
  });

  test('of Windows have the memory that the registry tells', () => {
    const text = JSON.stringify({
      memory: [
        { name: 'AMD Radeon RX 9070 XT', bytes: 17095983104 },
        { name: 'Intel(R) UHD Graphics', bytes: null },
      ],
      cards: [
        {
          Name: 'Intel(R) UHD Graphics',
          AdapterRAM: 1073741824,
          DriverVersion: '31.0.101.2125',
          PNPDeviceID: 'PCI\\VEN_8086&DEV_9BC4&SUBSYS_170D1043&REV_05\\3&11583659&0&10',
        },
        {
          Name: 'AMD Radeon RX 9070 XT',
          AdapterRAM: 4293918720,
          DriverVersion: '32.0.21013.1000',
          PNPDeviceID: 'PCI\\VEN_1002&DEV_7550&SUBSYS_00000000&REV_C0\\6&0&0&0',
        },
        { Name: 'Microsoft Remote Display Adapter', AdapterRAM: null, PNPDeviceID: 'SWD\\REMOTEDISPLAYENUM' },
      ],
    });
    expect(parseWindows(text).map(({ name, kind, memoryBytes }) => [name, kind, memoryBytes])).toEqual([
      ['Intel(R) UHD Graphics', 'integrated', 1073741824],
      ['AMD Radeon RX 9070 XT', 'discrete', 17095983104],
    ]);
    expect(parseWindows('')).toEqual([]);
  });
});

describe('a machine', () => {
  const bare: Machine = {
    platform: 'linux',
    arch: 'x64',
    run: async () => '',
    read: async () => '',
    list: async () => [],
    exists: async () => false,
    cpuTimes: () => [{ idle: 1, total: 2 }],
    parallelism: () => 8,
    cpuName: () => 'A processor',
    environment: {},
  };
  const detect = (machine: Partial<Machine>) => detectHardware({ home: tmpdir(), machine: { ...bare, ...machine } });

  test('that tells nothing still has a processor', async () => {
    const hardware = await detect({});
    expect(hardware.devices).toMatchObject([{ id: 'cpu', name: 'A processor', kind: 'cpu' }]);
    expect(hardwareView.parse(describeHardware(hardware))).toBeDefined();
  });

  test('with NVIDIA uses CUDA when its libraries are there, else Vulkan, else nothing', async () => {
    const run = async (command: string) =>
      command === 'nvidia-smi' ? '0, NVIDIA H200, 143771, 143160, 580.159.04\n' : '';
    const libraries =
      (...names: string[]) =>
      async (folder: string) =>
        folder === '/usr/lib/x86_64-linux-gnu' ? names : [];
    const cuda = ['libcudart.so.13', 'libcublas.so.13', 'libcublasLt.so.13'];
    const first = async (machine: Partial<Machine>) => (await detect({ run, ...machine })).devices[0];
    expect(await first({ list: libraries(...cuda) })).toMatchObject({ id: 'cuda:0', runtimes: ['llama-cpp'] });
    expect(await first({ list: libraries(...cuda, 'libvulkan.so.1') })).toMatchObject({
      id: 'cuda:0',
      runtimes: ['llama-cpp', 'onnx', 'transformers'],
    });
    expect(await first({ list: libraries('libvulkan.so.1') })).toMatchObject({
      id: 'vulkan:0',
      runtimes: ['llama-cpp', 'onnx', 'transformers'],
    });
    expect(await first({})).toMatchObject({ id: 'vulkan:0', runtimes: [] });
  });

  test('lists several GPUs, the best first and the processor last', async () => {
    const files: Record<string, string> = {
      '/sys/class/drm/card0/device/vendor': '0x8086\n',
      '/sys/class/drm/card0/device/uevent': 'DRIVER=i915\nPCI_SLOT_NAME=0000:00:02.0\n',
    };
    const { devices } = await detect({
      run: async (command) =>
        command === 'nvidia-smi'
          ? '0, NVIDIA GeForce GTX 1650, 4096, 3900, 580.95.05\n1, NVIDIA GeForce RTX 4090, 24564, 24000, 580.95.05\n'
          : '',
      read: async (file) => files[file] ?? '',
      list: async (folder) => (folder === '/sys/class/drm' ? ['card0', 'card0-eDP-1', 'version'] : ['libvulkan.so.1']),
    });
    expect(devices.map(({ name }) => name)).toEqual([
      'NVIDIA GeForce RTX 4090',
      'NVIDIA GeForce GTX 1650',
      'Intel GPU',
      'A processor',
    ]);
  });

  test('in a container has the cores it may use', async () => {
    const { cpu } = await detect({
      read: async (file) =>
        ({
          '/proc/self/cgroup': '0::/\n',
          '/sys/fs/cgroup/cpu.max': '250000 100000\n',
          '/proc/cpuinfo': Array.from({ length: 16 }, (_, core) => `processor: ${core}\ncore id: ${core}\n`).join('\n'),
        })[file] ?? '',
      parallelism: () => 16,
    });
    expect(cpu).toMatchObject({ physicalCores: 2, logicalCores: 3 });
  });

  test('this one is detected within seconds', async () => {
    const hardware = await detectHardware({ home: tmpdir() });
    expect(hardware.cpu.physicalCores).toBeGreaterThanOrEqual(1);
    expect(hardware.devices.at(-1)).toMatchObject({ id: 'cpu', memoryBytes: expect.any(Number) });
    expect(hardwareView.safeParse(describeHardware(hardware)).success).toBe(true);
  });
});
