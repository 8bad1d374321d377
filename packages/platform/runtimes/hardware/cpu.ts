import { setTimeout as sleep } from 'node:timers/promises';
import { parseCgroupFolders } from '../memory.ts';
import type { Machine } from './machine.ts';
import type { Hardware } from './types.ts';

/** What is known of a processor before it is asked what it does now. */
export type Cpu = Pick<Hardware['cpu'], 'name' | 'physicalCores' | 'logicalCores' | 'features'>;

/** Instruction sets that make a difference to models, by the names of Linux and macOS. */
const features: Record<string, string> = {
  sse4_2: 'sse4.2',
  'sse4.2': 'sse4.2',
  avx: 'avx',
  'avx1.0': 'avx',
  avx2: 'avx2',
  fma: 'fma',
  f16c: 'f16c',
  avx_vnni: 'avx-vnni',
  avx512f: 'avx512f',
  avx512_vnni: 'avx512-vnni',
  avx512_bf16: 'avx512-bf16',
  amx_int8: 'amx-int8',
  asimd: 'neon',
  neon: 'neon',
  asimddp: 'dotprod',
  i8mm: 'i8mm',
  bf16: 'bf16',
  sve: 'sve',
  sve2: 'sve2',
  'hw.optional.arm.feat_dotprod': 'dotprod',
  'hw.optional.arm.feat_i8mm': 'i8mm',
  'hw.optional.arm.feat_bf16': 'bf16',
  'hw.optional.avx1_0': 'avx',
  'hw.optional.avx2_0': 'avx2',
  'hw.optional.fma': 'fma',
  'hw.optional.neon': 'neon',
  'hw.optional.advsimd': 'neon',
};

/** The processor of a machine, how much of it this process may use, and how much is idle now. */
export async function readCpu(machine: Machine): Promise<Hardware['cpu']> {
  const [cpu, idle, quota] = await Promise.all([describeCpu(machine), measureIdle(machine), readQuota(machine)]);
  const allowed = Math.max(1, Math.min(quota, machine.parallelism()));
  const logicalCores = Math.min(cpu.logicalCores, Math.ceil(allowed));
  const physicalCores = Math.max(1, Math.min(cpu.physicalCores, Math.floor(allowed)));
  const freeCores = Math.round(Math.min(allowed, idle * cpu.logicalCores, physicalCores) * 10) / 10;
  return { ...cpu, logicalCores, physicalCores, freeCores };
}

async function describeCpu(machine: Machine): Promise<Cpu> {
  const { platform } = machine;
  const logicalCores = machine.cpuTimes().length;
  const usual: Cpu = { name: machine.cpuName() || 'unknown', physicalCores: logicalCores, logicalCores, features: [] };
  if (platform === 'linux') {
    const [cpuinfo, model] = await Promise.all([
      machine.read('/proc/cpuinfo'),
      machine.read('/proc/device-tree/model'),
    ]);
    const found = parseCpuInfo(cpuinfo, usual);
    // ARM's processors have no name of their own here; the board has.
    return found.name === 'unknown' && model !== '' ? { ...found, name: model.replaceAll('\0', '').trim() } : found;
  }
  if (platform === 'darwin') return parseSysctl(await machine.run('sysctl', ['hw', 'machdep.cpu']), usual);
  if (platform === 'win32') {
    const cores = Number(
      await machine.run(
        'powershell',
        ['-NoProfile', '-Command', '(Get-CimInstance Win32_Processor | Measure-Object NumberOfCores -Sum).Sum'],
        8000,
      ),
    );
    return { ...usual, physicalCores: cores > 0 ? cores : logicalCores };
  }
  return usual;
}

/** Reads `/proc/cpuinfo` of x86 and ARM. */
export function parseCpuInfo(text: string, usual: Cpu): Cpu {
  const blocks = text.split(/\n\s*\n/).filter((block) => /^processor\s*:/m.test(block));
  const field = (block: string, name: string) => new RegExp(`^${name}\\s*:[ \\t]*(.*)$`, 'm').exec(block)?.[1]?.trim();
  const [first = ''] = blocks;
  const cores = new Set(
    blocks.map((block, index) => {
      const core = field(block, 'core id');
      return core === undefined ? `#${index}` : `${field(block, 'physical id')}/${core}`;
    }),
  );
  return {
    name: field(first, 'model name') ?? field(text, 'Model') ?? usual.name,
    physicalCores: cores.size || usual.physicalCores,
    logicalCores: blocks.length || usual.logicalCores,
    features: known((field(first, 'flags') ?? field(first, 'Features') ?? '').split(/\s+/)),
  };
}

/** Reads macOS's `sysctl hw machdep.cpu`. Efficiency cores slow a model down, so only performance cores count. */
export function parseSysctl(text: string, usual: Cpu): Cpu {
  const values = new Map<string, string>();
  for (const line of text.split('\n')) {
    const at = line.indexOf(': ');
    if (at > 0) values.set(line.slice(0, at).toLowerCase(), line.slice(at + 2).trim());
  }
  const number = (...names: string[]) => names.map((name) => Number(values.get(name))).find((value) => value > 0);
  const words = ['machdep.cpu.features', 'machdep.cpu.leaf7_features'].flatMap((name) =>
    (values.get(name) ?? '').toLowerCase().split(' '),
  );
  const switches = [...values].filter(([, value]) => value === '1').map(([name]) => name);
  return {
    name: values.get('machdep.cpu.brand_string') ?? usual.name,
    physicalCores: number('hw.perflevel0.physicalcpu', 'hw.physicalcpu') ?? usual.physicalCores,
    logicalCores: number('hw.logicalcpu') ?? usual.logicalCores,
    features: known([...words, ...switches]),
  };
}

/** Cores a control group allows, from `cpu.max` (`max 100000`, `150000 100000`) or the two files of the first version. */
export function parseQuota(text: string, period = ''): number {
  const [quota = '', inline = ''] = text.trim().split(/\s+/);
  const cores = Number(quota) / Number(period.trim() || inline || 'NaN');
  return cores > 0 && Number.isFinite(cores) ? cores : Number.POSITIVE_INFINITY;
}

async function readQuota(machine: Machine): Promise<number> {
  if (machine.platform !== 'linux') return Number.POSITIVE_INFINITY;
  const quotas = await Promise.all(
    parseCgroupFolders(await machine.read('/proc/self/cgroup')).map(async (folder) => {
      const [max, quota, period] = await Promise.all(
        ['cpu.max', 'cpu.cfs_quota_us', 'cpu.cfs_period_us'].map((name) => machine.read(`${folder}/${name}`)),
      );
      return max ? parseQuota(max) : parseQuota(quota ?? '', period);
    }),
  );
  return Math.min(Number.POSITIVE_INFINITY, ...quotas);
}

/** Share of the processor that is idle, over a tenth of a second. */
async function measureIdle(machine: Machine): Promise<number> {
  const before = machine.cpuTimes();
  await sleep(100);
  const after = machine.cpuTimes();
  const sum = (pick: (times: { idle: number; total: number }) => number) =>
    after.reduce((total, times, core) => total + pick(times) - (before[core] ? pick(before[core]) : 0), 0);
  const total = sum((times) => times.total);
  return total > 0 ? Math.min(1, Math.max(0, sum((times) => times.idle) / total)) : 1;
}

function known(words: string[]): string[] {
  return [...new Set(words.flatMap((word) => features[word] ?? []))].toSorted();
}
