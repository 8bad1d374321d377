/**
 * A model runtime in a process of its own: native code can neither stall nor crash the server. A provider exports a
 * {@link ModelServer} from a module of its own and calls it through a {@link ModelProcess}; how the process is started,
 * limited, killed and replaced is the {@link ProcessHost}'s business.
 */

/** Runtimes that Kinora installs when they are wanted. */
export const runtimeNames = ['llama-cpp', 'onnx', 'transformers', 'sherpa'] as const;
export type RuntimeName = (typeof runtimeNames)[number];

/** What can be sent between the processes: anything the structured clone algorithm takes; typed arrays are copied. */
export type Message = unknown;

/** What the code in the child process gets. */
export type ModelServerContext = {
  /** Imports a package of the installed runtime, e.g. `onnxruntime-node`, with the types the caller names. */
  importPackage<Module = unknown>(name: string): Promise<Module>;
  /** Where to compute, as the host decided: `cpu`, `cuda:0`, `vulkan:0`, `metal`, `directml`, `webgpu`. */
  device: string;
  /** Processor threads that may be used, ≥ 1. */
  threads: number;
};

/** One call in the child process. */
export type MethodContext = {
  /**
   * Aborted when the caller gives up. Code that heeds it keeps the model loaded; a process that doesn't answer soon
   * after is killed.
   */
  signal: AbortSignal;
  /** Sends something to the caller before the result is there: a token, a preview, a fraction done. */
  emit(event: Message): void;
};

/** A loaded model. */
export type LoadedModel = {
  /** Calls run one at a time unless `concurrency` says more. */
  methods: Record<string, (input: never, context: MethodContext) => unknown>;
  /** How many calls may run at once. Default 1. */
  concurrency?: number;
  /** Where it really computes, e.g. `cpu` when no GPU could be had. Default: the device asked for. */
  device?: string;
  /** Facts worth showing, e.g. `{ contextSize: 8192, gpuLayers: 0 }`. */
  details?: Record<string, string | number | boolean>;
};

/** The part of a provider that runs in the child process. Its module exports it as `server`. */
export type ModelServer<Settings = never> = {
  /** Loads the model. Throws {@link OutOfMemory} (or any error whose text says so) when it doesn't fit. */
  load(settings: Settings, context: ModelServerContext): Promise<LoadedModel>;
};

/** How to run a model in a process. */
export type ProcessOptions = {
  /** For people and logs, unique per model: `llama-cpp/llama-3.2-3b`. */
  name: string;
  runtime: RuntimeName;
  /** Module that exports `server`, a {@link ModelServer}. */
  entry: URL;
  /** What to load: sent to {@link ModelServer.load}. */
  settings: Record<string, Message>;
  /** Settings for one more try after the model didn't fit into memory, or null when it can't be smaller. */
  shrink?: (settings: Record<string, Message>) => Record<string, Message> | null;
  /** Where to compute. Default: the best device the runtime can use on this machine. */
  device?: string;
  /** Memory it is expected to need, in bytes: idle models are unloaded to make room for it. Learned by itself after the first load. */
  memoryBytes?: number;
  /** The process is killed when it holds more than this. Default: what the machine can spare. */
  memoryLimitBytes?: number;
  /** The process ends after so long without a call, which gives its memory back. Default 300,000. */
  idleMs?: number;
  /** A call that takes longer ends the process. Default 600,000. */
  callTimeoutMs?: number;
  /** How long loading may take. Default 300,000. */
  loadTimeoutMs?: number;
  /** How long after an abort the model may take to stop by itself before it is killed; 0 kills at once. Default 0. */
  graceMs?: number;
};

/** How a call is made. */
export type ProcessCall = {
  signal?: AbortSignal | undefined;
  /** Receives what the method emits. */
  onEvent?: (event: Message) => void;
  /**
   * Called when the call starts over with smaller settings because memory ran out: what was received before is void. Without
   * it a call that has emitted something isn't started over but fails, retryable.
   */
  onRestart?: () => void;
  timeoutMs?: number;
};

/** What is known about a model's process. */
export type ProcessState = {
  name: string;
  runtime: RuntimeName;
  state: 'unloaded' | 'loading' | 'ready' | 'busy';
  /** Where it really computes, once loaded. */
  device?: string;
  /** Resident memory in bytes, last measured. */
  memoryBytes?: number;
  /** Calls that wait or run. */
  calls: number;
  /** How often it died and was started again. */
  restarts: number;
  /** Whether it runs with the smaller settings of {@link ProcessOptions.shrink}. */
  isShrunk: boolean;
  details?: Record<string, string | number | boolean>;
  lastError?: string;
};

/** A model in a process: loaded at the first call, unloaded when idle, replaced when it dies. */
export type ModelProcess = AsyncDisposable & {
  /**
   * Calls a method of the loaded model, after those before it.
   * @throws KinoraError `job.cancelled` on abort, `provider.timeout`, `provider.unavailable` when the runtime isn't
   * installed or the model doesn't fit into memory (with advice), `provider.failed` (retryable) when the process died,
   * and what the method threw.
   */
  call<Result>(method: string, input: Message, options?: ProcessCall): Promise<Result>;
  /** Loads the model now. */
  load(): Promise<ProcessState>;
  /** Ends the process, after the calls that run. */
  unload(): Promise<void>;
  state(): ProcessState;
};

/** Opens model processes. Nothing is started before the first call. */
export type ProcessHost = {
  open(options: ProcessOptions): ModelProcess;
};

/** Thrown by a {@link ModelServer} whose model doesn't fit into memory: the host tries once more with smaller settings. */
export class OutOfMemory extends Error {
  override name = 'OutOfMemory';
}
