/** A GPU as one of the sources tells of it. */
export type Gpu = {
  name: string;
  maker: 'nvidia' | 'amd' | 'intel' | 'apple' | 'other';
  kind: 'discrete' | 'unified' | 'integrated';
  /** Bytes, or null where the source doesn't tell. */
  memoryBytes: number | null;
  freeBytes: number | null;
  driver?: string;
};

const mebibyte = 2 ** 20;

/** What {@link parseNvidiaSmi} reads. */
export const nvidiaQuery = [
  '--query-gpu=index,name,memory.total,memory.free,driver_version',
  '--format=csv,noheader,nounits',
];

/** Reads `nvidia-smi` with {@link nvidiaQuery}. A GPU that shares main memory has `[N/A]` of its own. */
export function parseNvidiaSmi(text: string): Gpu[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(',').map((part) => part.trim()))
    .filter((parts) => parts.length === 5 && /^\d+$/.test(parts[0] ?? ''))
    .toSorted((a, b) => Number(a[0]) - Number(b[0]))
    .map(([, name = '', total = '', free = '', driver = '']) => ({
      name,
      maker: 'nvidia',
      kind: Number.isNaN(Number(total)) ? 'unified' : 'discrete',
      memoryBytes: bytes(total),
      freeBytes: bytes(free),
      driver,
    }));
}

/** Reads what the NVIDIA driver says in `/proc`, for containers without `nvidia-smi`. */
export function parseNvidiaProc(information: string[], version: string): Gpu[] {
  const driver = /Kernel Module(?: for \S+)?\s+(\d[\d.]*)/.exec(version)?.[1];
  return information.flatMap((text) => {
    const name = /^Model:\s*(.+)$/m.exec(text)?.[1]?.trim();
    if (name === undefined) return [];
    const gpu: Gpu = { name, maker: 'nvidia', kind: 'discrete', memoryBytes: null, freeBytes: null };
    return [driver === undefined ? gpu : { ...gpu, driver }];
  });
}

/** Reads `vulkaninfo --summary`: GPUs in the order Vulkan numbers them. Software that plays a GPU is none. */
export function parseVulkanSummary(text: string): Gpu[] {
  return text
    .split(/^GPU\d+:\s*$/m)
    .slice(1)
    .flatMap((block) => {
      const field = (name: string) => new RegExp(`^\\s*${name}\\s*=\\s*(.+)$`, 'm').exec(block)?.[1]?.trim() ?? '';
      const type = field('deviceType').replace('PHYSICAL_DEVICE_TYPE_', '');
      if (type === 'CPU' || type === 'OTHER' || type === '') return [];
      return {
        name: field('deviceName'),
        maker: makerOf(field('vendorID')),
        kind: type === 'INTEGRATED_GPU' ? 'integrated' : 'discrete',
        memoryBytes: null,
        freeBytes: null,
        driver: field('driverInfo'),
      };
    });
}

/** Files of one card in `/sys/class/drm/<card>/device`, by name. */
export type DrmCard = { address: string; files: Record<string, string> };

/** Names of the files that {@link parseDrm} reads. */
export const drmFiles = ['vendor', 'device', 'uevent', 'mem_info_vram_total', 'mem_info_vram_used'];

/** Reads one card as Linux shows it. Null for what is no GPU of AMD or Intel; NVIDIA's driver tells more itself. */
export function parseDrm({ address, files }: DrmCard): Gpu | null {
  const maker = makerOf(files['vendor']?.trim() ?? '');
  if (maker !== 'amd' && maker !== 'intel') return null;
  const total = Number(files['mem_info_vram_total']?.trim() || 'NaN');
  const used = Number(files['mem_info_vram_used']?.trim() || 'NaN');
  // Intel's built-in GPU always sits here; AMD's has a small piece of main memory set aside.
  const isBuiltIn = maker === 'intel' ? address === '0000:00:02.0' : !(total > 2.5e9);
  const driver = /^DRIVER=(.+)$/m.exec(files['uevent'] ?? '')?.[1];
  return {
    name: `${maker === 'amd' ? 'AMD' : 'Intel'} GPU ${files['device']?.trim() ?? ''}`.trim(),
    maker,
    kind: isBuiltIn ? 'integrated' : 'discrete',
    memoryBytes: Number.isFinite(total) ? total : null,
    freeBytes: Number.isFinite(total - used) ? total - used : null,
    ...(driver === undefined ? {} : { driver }),
  };
}

/** Reads macOS's `system_profiler SPDisplaysDataType -json`. Apple's own GPUs share main memory, all but a quarter. */
export function parseSystemProfiler(text: string, memory: { totalBytes: number; availableBytes: number }): Gpu[] {
  const { SPDisplaysDataType: cards = [] } = parseJson(text) as { SPDisplaysDataType?: Record<string, string>[] };
  return cards.map((card): Gpu => {
    const name = card['sppci_model'] ?? card['_name'] ?? 'GPU';
    const metal = /metal ?(\d+)/i.exec(card['spdisplays_mtlgpufamilysupport'] ?? '')?.[1];
    const driver = metal === undefined ? {} : { driver: `Metal ${metal}` };
    if (/^Apple|kHW_Apple/.test(name) || /apple/i.test(card['spdisplays_vendor'] ?? '')) {
      const usable = Math.floor(memory.totalBytes * 0.75);
      return {
        name: name.replace(/^kHW_Apple(.*)Item$/, 'Apple $1'),
        maker: 'apple',
        kind: 'unified',
        memoryBytes: usable,
        freeBytes: Math.min(usable, memory.availableBytes),
        ...driver,
      };
    }
    const [, amount, unit] = /(\d+) (MB|GB)/.exec(card['spdisplays_vram'] ?? '') ?? [];
    return {
      name,
      maker: /amd|radeon|ati/i.test(`${card['spdisplays_vendor']} ${name}`) ? 'amd' : 'intel',
      kind: amount === undefined ? 'integrated' : 'discrete',
      memoryBytes: amount === undefined ? null : Number(amount) * (unit === 'GB' ? 2 ** 30 : mebibyte),
      freeBytes: null,
      ...driver,
    };
  });
}

/**
 * What {@link parseWindows} reads. `AdapterRAM` has 32 bits, so a larger memory is told by the registry alone; both lists
 * are joined by the name of the card.
 */
export const windowsQuery = `
$key = 'HKLM:\\SYSTEM\\ControlSet001\\Control\\Class\\{4d36e968-e325-11ce-bfc1-08002be10318}\\0*'
$memory = @(Get-ItemProperty $key -ErrorAction SilentlyContinue | ForEach-Object { @{ name = $_.DriverDesc; bytes = $_.'HardwareInformation.qwMemorySize' } })
$cards = @(Get-CimInstance Win32_VideoController | Select-Object Name, AdapterRAM, DriverVersion, PNPDeviceID)
ConvertTo-Json -Compress -Depth 3 @{ memory = $memory; cards = $cards }`;

type WindowsCards = {
  memory?: { name?: string | null; bytes?: number | null }[];
  cards?: { Name?: string; AdapterRAM?: number | null; DriverVersion?: string; PNPDeviceID?: string }[];
};

/** Reads what {@link windowsQuery} prints. Screens without hardware, as of remote desktops, are left out. */
export function parseWindows(text: string): Gpu[] {
  const { memory = [], cards = [] } = parseJson(text) as WindowsCards;
  return cards.flatMap((card): Gpu[] => {
    const vendor = /VEN_([0-9A-F]{4})/i.exec(card.PNPDeviceID ?? '')?.[1];
    if (vendor === undefined) return [];
    const maker = makerOf(`0x${vendor.toLowerCase()}`);
    const exact = memory.find(({ name, bytes: size }) => name === card.Name && (size ?? 0) > 0)?.bytes;
    const memoryBytes = exact ?? card.AdapterRAM ?? null;
    const name = card.Name ?? 'GPU';
    const isBuiltIn = maker === 'intel' ? !/\bArc\b/.test(name) : (memoryBytes ?? 0) < 2.5e9;
    return [
      {
        name,
        maker,
        kind: isBuiltIn ? 'integrated' : 'discrete',
        memoryBytes,
        freeBytes: null,
        ...(card.DriverVersion === undefined ? {} : { driver: card.DriverVersion }),
      },
    ];
  });
}

function makerOf(vendor: string): Gpu['maker'] {
  const makers: Record<string, Gpu['maker']> = {
    '0x10de': 'nvidia',
    '0x1002': 'amd',
    '0x8086': 'intel',
    '0x106b': 'apple',
  };
  return makers[vendor.toLowerCase()] ?? 'other';
}

function bytes(mebibytes: string): number | null {
  const value = Number(mebibytes || 'NaN');
  return Number.isNaN(value) ? null : value * mebibyte;
}

/** What a tool printed, or nothing where it is missing. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
