import type { RuntimeName } from '@kinora/capabilities';
import { runtimeNames } from '@kinora/capabilities';

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
  /** Bytes on the disk once installed, about. */
  bytes: number;
  licence: string;
};

const llamaVersion = '3.21.1';
const onnxVersion = '1.30.0';
const transformersVersion = '4.3.1';
const sherpaVersion = '1.13.8';
const megabyte = 1_000_000;

/** Megabytes of llama.cpp's packages for one system. `node-llama-cpp` itself has 54. */
const llamaPackages: Record<string, Record<string, { packages: string[]; megabytes: number }>> = {
  'linux-x64': {
    cpu: { packages: ['linux-x64'], megabytes: 29 },
    vulkan: { packages: ['linux-x64', 'linux-x64-vulkan'], megabytes: 110 },
    cuda: { packages: ['linux-x64', 'linux-x64-cuda', 'linux-x64-cuda-ext'], megabytes: 567 },
  },
  'linux-arm64': { cpu: { packages: ['linux-arm64'], megabytes: 14 } },
  'linux-arm': { cpu: { packages: ['linux-armv7l'], megabytes: 12 } },
  'darwin-arm64': { metal: { packages: ['mac-arm64-metal'], megabytes: 16 } },
  'darwin-x64': { cpu: { packages: ['mac-x64'], megabytes: 16 } },
  'win32-x64': {
    cpu: { packages: ['win-x64'], megabytes: 30 },
    vulkan: { packages: ['win-x64', 'win-x64-vulkan'], megabytes: 110 },
    cuda: { packages: ['win-x64', 'win-x64-cuda', 'win-x64-cuda-ext'], megabytes: 570 },
  },
  'win32-arm64': { cpu: { packages: ['win-arm64'], megabytes: 16 } },
};

/** Megabytes of ONNX Runtime for one system; where it reaches a GPU, the same package does. */
const onnxMegabytes: Record<string, number> = {
  'darwin-arm64': 86,
  'linux-arm64': 25,
  'linux-x64': 45,
  'win32-arm64': 70,
  'win32-x64': 64,
};

const sherpaPackages: Record<string, { name: string; megabytes: number }> = {
  'darwin-arm64': { name: 'sherpa-onnx-darwin-arm64', megabytes: 40 },
  'darwin-x64': { name: 'sherpa-onnx-darwin-x64', megabytes: 46 },
  'linux-arm64': { name: 'sherpa-onnx-linux-arm64', megabytes: 30 },
  'linux-x64': { name: 'sherpa-onnx-linux-x64', megabytes: 32 },
  'win32-x64': { name: 'sherpa-onnx-win-x64', megabytes: 30 },
};

/** Variants of a runtime that exist for a system, the plainest first. Empty when there is none. */
export function runtimeVariants(name: RuntimeName, system: System): string[] {
  const key = `${system.platform}-${system.arch}`;
  if (name === 'llama-cpp') return Object.keys(llamaPackages[key] ?? {});
  if (name === 'sherpa') return key in sherpaPackages ? ['cpu'] : [];
  return key in onnxMegabytes ? [onnxVariant(system)] : [];
}

/** The packages of one variant of a runtime, or null when there are none for this system. */
export function runtimePackage(name: RuntimeName, variant: string, system: System): RuntimePackage | null {
  const key = `${system.platform}-${system.arch}`;
  if (!runtimeVariants(name, system).includes(variant)) return null;
  const onnxBytes = (onnxMegabytes[key] ?? 0) * megabyte;
  switch (name) {
    case 'llama-cpp': {
      const { packages = [], megabytes = 0 } = llamaPackages[key]?.[variant] ?? {};
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
        bytes: (54 + megabytes) * megabyte,
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
        bytes: onnxBytes + 3 * megabyte,
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
        bytes: onnxBytes + 45 * megabyte,
        licence: 'Apache-2.0 and MIT',
      };
    case 'sherpa': {
      const { name: package_ = '', megabytes = 0 } = sherpaPackages[key] ?? {};
      return {
        name,
        variant,
        title: 'sherpa-onnx',
        summary: 'Runs neural voices: Kokoro, Supertonic, Piper.',
        version: sherpaVersion,
        packages: { 'sherpa-onnx-node': sherpaVersion, [package_]: sherpaVersion },
        omitOptional: true,
        prune: [],
        bytes: (megabytes + 1) * megabyte,
        licence: 'Apache-2.0',
      };
    }
  }
}

/** Whether a name is one of the runtimes. */
export function isRuntimeName(name: string): name is RuntimeName {
  return (runtimeNames as readonly string[]).includes(name);
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
