import type { RuntimeName } from '@kinora/capabilities';

/** A system that a runtime may be installed on, in Node's terms. */
export type System = { platform: string; arch: string };

/** What npm is asked for, and what comes of it. */
export type RuntimePackage = {
  name: RuntimeName;
  title: string;
  /** One sentence: what it runs. */
  summary: string;
  version: string;
  /** `cpu`, `vulkan`, `cuda`, `metal`: which packages were chosen. */
  variant: string;
  /** Exact versions by package name. */
  packages: Record<string, string>;
  /** Packages to put in another's place. */
  overrides?: Record<string, string>;
  /** Whether optional packages stay out: the ones for this system are named in `packages`. */
  omitOptional: boolean;
  /** Folders that are deleted after the installation, relative to `node_modules`: files for other systems. */
  prune: string[];
  /** Bytes that are fetched, about. */
  downloadBytes: number;
  /** Bytes on the disk before files for other systems are deleted, about. */
  unpackedBytes: number;
  /** Bytes on the disk once installed, about. */
  bytes: number;
  licence: string;
};

const llamaVersion = '3.21.1';
const onnxVersion = '1.30.0';
const transformersVersion = '4.3.1';
const sherpaVersion = '1.13.8';
const megabyte = 1_000_000;

/** What packages weigh, in megabytes: as they are fetched, and unpacked. Counted from the packages themselves. */
type Weight = { fetched: number; unpacked: number };

/** `node-llama-cpp` with all it needs, but none of the packages for a system. */
const llamaWeight: Weight = { fetched: 38, unpacked: 48 };

/** llama.cpp's packages for each system. */
const llamaPackages: Record<string, Weight> = {
  'linux-x64': { fetched: 11, unpacked: 30 },
  'linux-x64-vulkan': { fetched: 27, unpacked: 84 },
  'linux-x64-cuda': { fetched: 143, unpacked: 189 },
  'linux-x64-cuda-ext': { fetched: 177, unpacked: 374 },
  'linux-arm64': { fetched: 7, unpacked: 20 },
  'linux-armv7l': { fetched: 4, unpacked: 13 },
  'mac-arm64-metal': { fetched: 5, unpacked: 15 },
  'mac-x64': { fetched: 11, unpacked: 30 },
  'win-x64': { fetched: 10, unpacked: 49 },
  'win-x64-vulkan': { fetched: 27, unpacked: 103 },
  'win-x64-cuda': { fetched: 139, unpacked: 176 },
  'win-x64-cuda-ext': { fetched: 175, unpacked: 368 },
  'win-arm64': { fetched: 5, unpacked: 22 },
};

/** llama.cpp's variants by system, the plainest first. Where a GPU can't be had, the plain package serves. */
const llamaVariants: Record<string, Record<string, string[]>> = {
  'linux-x64': {
    cpu: ['linux-x64'],
    vulkan: ['linux-x64', 'linux-x64-vulkan'],
    cuda: ['linux-x64', 'linux-x64-cuda', 'linux-x64-cuda-ext'],
  },
  'linux-arm64': { cpu: ['linux-arm64'] },
  'linux-arm': { cpu: ['linux-armv7l'] },
  'darwin-arm64': { metal: ['mac-arm64-metal'] },
  'darwin-x64': { cpu: ['mac-x64'] },
  'win32-x64': {
    cpu: ['win-x64'],
    vulkan: ['win-x64', 'win-x64-vulkan'],
    cuda: ['win-x64', 'win-x64-cuda', 'win-x64-cuda-ext'],
  },
  'win32-arm64': { cpu: ['win-arm64'] },
};

/** ONNX Runtime comes for all systems at once; where it reaches a GPU, the same files do. */
const onnxWeight: Weight = { fetched: 114, unpacked: 302 };

/** Megabytes that stay of it, by system. */
const onnxKept: Record<string, number> = {
  'darwin-arm64': 91,
  'linux-arm64': 27,
  'linux-x64': 47,
  'win32-arm64': 74,
  'win32-x64': 68,
};

/** Transformers.js, its tokenizers and the decoder of pictures. */
const transformersWeight: Weight = { fetched: 12, unpacked: 32 };

const sherpaPackages: Record<string, Weight & { name: string }> = {
  'darwin-arm64': { name: 'sherpa-onnx-darwin-arm64', fetched: 10, unpacked: 34 },
  'darwin-x64': { name: 'sherpa-onnx-darwin-x64', fetched: 11, unpacked: 38 },
  'linux-arm64': { name: 'sherpa-onnx-linux-arm64', fetched: 14, unpacked: 40 },
  'linux-x64': { name: 'sherpa-onnx-linux-x64', fetched: 11, unpacked: 33 },
  'win32-x64': { name: 'sherpa-onnx-win-x64', fetched: 9, unpacked: 23 },
};

/** Variants of a runtime that exist for a system, the plainest first. Empty when there is none. */
export function runtimeVariants(name: RuntimeName, system: System): string[] {
  const key = `${system.platform}-${system.arch}`;
  if (name === 'llama-cpp') return Object.keys(llamaVariants[key] ?? {});
  if (name === 'sherpa') return key in sherpaPackages ? ['cpu'] : [];
  return key in onnxKept ? [onnxVariant(system)] : [];
}

/** The packages of one variant of a runtime, or null when there are none for this system. */
export function runtimePackage(name: RuntimeName, variant: string, system: System): RuntimePackage | null {
  const key = `${system.platform}-${system.arch}`;
  if (!runtimeVariants(name, system).includes(variant)) return null;
  const kept = onnxKept[key] ?? 0;
  switch (name) {
    case 'llama-cpp': {
      const packages = llamaVariants[key]?.[variant] ?? [];
      const weights = [llamaWeight, ...packages.map((each) => llamaPackages[each] ?? { fetched: 0, unpacked: 0 })];
      return {
        name,
        variant,
        title: 'llama.cpp',
        summary: 'Runs language models (GGUF files): writes stories and answers.',
        version: llamaVersion,
        packages: {
          'node-llama-cpp': llamaVersion,
          ...Object.fromEntries(packages.map((each) => [`@node-llama-cpp/${each}`, llamaVersion])),
        },
        omitOptional: true,
        prune: [],
        ...weigh(weights),
        licence: 'MIT',
      };
    }
    case 'onnx':
      return {
        name,
        variant,
        title: 'ONNX Runtime',
        summary: 'Runs picture models: paints scenes and finds beats.',
        version: onnxVersion,
        packages: { 'onnxruntime-node': onnxVersion },
        omitOptional: true,
        prune: otherSystems(system),
        ...weigh([onnxWeight], kept),
        licence: 'MIT',
      };
    case 'transformers':
      return {
        name,
        variant,
        title: 'Transformers.js',
        summary: 'Runs Whisper, classifiers and captioners: listens, guards and describes.',
        version: transformersVersion,
        packages: { '@huggingface/transformers': transformersVersion, 'onnxruntime-node': onnxVersion },
        // What Node needs of it is inside @huggingface/transformers already; the package is 141 MB of browser builds.
        overrides: { 'onnxruntime-web': `npm:onnxruntime-common@${onnxVersion}` },
        omitOptional: false,
        prune: otherSystems(system),
        ...weigh([onnxWeight, transformersWeight], kept + transformersWeight.unpacked),
        licence: 'Apache-2.0 and MIT',
      };
    case 'sherpa': {
      const chosen = sherpaPackages[key];
      if (!chosen) return null;
      return {
        name,
        variant,
        title: 'sherpa-onnx',
        summary: 'Runs neural voices: Kokoro, Supertonic, Piper.',
        version: sherpaVersion,
        packages: { 'sherpa-onnx-node': sherpaVersion, [chosen.name]: sherpaVersion },
        omitOptional: true,
        prune: [],
        ...weigh([chosen]),
        licence: 'Apache-2.0',
      };
    }
  }
}

function weigh(weights: Weight[], kept?: number): Pick<RuntimePackage, 'downloadBytes' | 'unpackedBytes' | 'bytes'> {
  const sum = (pick: (weight: Weight) => number) => weights.reduce((total, each) => total + pick(each), 0) * megabyte;
  const unpackedBytes = sum(({ unpacked }) => unpacked);
  return {
    downloadBytes: sum(({ fetched }) => fetched),
    unpackedBytes,
    bytes: kept === undefined ? unpackedBytes : kept * megabyte,
  };
}

function onnxVariant({ platform, arch }: System): string {
  if (platform === 'win32') return 'directml';
  return arch === 'arm64' && platform === 'linux' ? 'cpu' : 'webgpu';
}

/** ONNX Runtime's package carries the libraries of all systems. */
function otherSystems(system: System): string[] {
  return ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'win32-arm64', 'win32-x64']
    .filter((each) => each !== `${system.platform}-${system.arch}`)
    .map((each) => `onnxruntime-node/bin/napi-v6/${each.replace('-', '/')}`);
}
