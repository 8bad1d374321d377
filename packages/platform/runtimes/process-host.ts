import type { ProcessHost, ProcessOptions, ProcessState } from '@kinora/capabilities';
import { createDeviceQueue } from './device-queue.ts';
import type { Hardware } from './hardware/index.ts';
import { readMemory } from './memory.ts';
import type { HostedProcess } from './model-process.ts';
import { createModelProcess } from './model-process.ts';
import { chooseDevice, notInstalled } from './runtimes.ts';
import type { Runtimes } from './runtimes.ts';

/** Options of {@link createProcessHost}. */
export type ProcessHostOptions = {
  /** Tells where the runtimes lie. */
  runtimes: Pick<Runtimes, 'find'>;
  /** Chooses device and threads; asked before each load. */
  hardware: () => Promise<Hardware>;
  /** Receives what the processes print, and why one was restarted. Default: silent. */
  log?: (line: string) => void;
  /** Default: {@link readMemory} of this machine. */
  readMemory?: () => Promise<{ availableBytes: number }>;
};

/** A host that can be looked into. Disposing it ends all its processes. */
export type RunningProcessHost = ProcessHost &
  AsyncDisposable & {
    /** All models that were opened and not closed. */
    states(): ProcessState[];
    /** Unloads every model that computes nothing now. */
    unloadIdle(): Promise<void>;
  };

/** Opens the host of all model processes of this process. */
export function createProcessHost(options: ProcessHostOptions): RunningProcessHost {
  const processes = new Set<HostedProcess>();
  const queue = createDeviceQueue();
  const available = async () => (await (options.readMemory ?? readMemory)()).availableBytes;

  const makeRoom = async (bytes: number, except: HostedProcess) => {
    for (let unloaded = 0; ; unloaded++) {
      const availableBytes = await available();
      if (availableBytes >= bytes) return { availableBytes, unloaded };
      const [longestIdle] = [...processes]
        .filter((each) => each !== except && each.isIdle())
        .toSorted((a, b) => a.lastUsed() - b.lastUsed());
      if (!longestIdle) return { availableBytes, unloaded };
      options.log?.(`${longestIdle.state().name}: unloaded to make room for ${except.state().name}.`);
      await longestIdle.unload();
    }
  };

  const services = {
    queue,
    makeRoom,
    log: options.log ?? (() => {}),
    forget: (each: HostedProcess) => void processes.delete(each),
    async place({ runtime, device }: ProcessOptions) {
      const [installed, hardware] = await Promise.all([options.runtimes.find(runtime), options.hardware()]);
      if (!installed) throw notInstalled(runtime);
      return {
        folder: installed.folder,
        device: device ?? chooseDevice(installed, hardware),
        threads: Math.max(1, Math.floor(hardware.cpu.physicalCores)),
      };
    },
  };

  return {
    open(processOptions) {
      const opened = createModelProcess(processOptions, services);
      processes.add(opened);
      return opened;
    },
    states: () => [...processes].map((each) => each.state()),
    async unloadIdle() {
      await Promise.all([...processes].filter((each) => each.isIdle()).map((each) => each.unload()));
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...processes].map((each) => each[Symbol.asyncDispose]()));
    },
  };
}
