import { KinoraError, OutOfMemory } from '@kinora/capabilities';
import type { ModelServerContext } from '@kinora/capabilities';

/** What Kinora uses of onnxruntime-node 1.30. */
export type OnnxRuntime = {
  InferenceSession: { create(path: string, options: Record<string, unknown>): Promise<RawSession> };
  Tensor: new (type: string, data: unknown, dims: readonly number[]) => unknown;
  listSupportedBackends?: () => { name: string }[];
};

type RawSession = {
  readonly inputMetadata: readonly ValueDescription[];
  readonly outputMetadata: readonly ValueDescription[];
  run(feeds: Record<string, unknown>, fetches?: readonly string[]): Promise<Record<string, RawTensor>>;
  release(): Promise<void>;
};

type RawTensor = {
  type: string;
  data: ArrayLike<number> | BigInt64Array;
  dims: readonly number[];
  dispose?: () => void;
};

/** An input or output of a model. Dimensions that are only known at run time are names. */
export type ValueDescription = { name: string; isTensor: boolean; type: string; shape: readonly (number | string)[] };

/** Values for a model: numbers of any kind are converted to what its input wants. */
export type Feed = { data: ArrayLike<number>; dims: readonly number[] };

/** What a model gave, as float32. */
export type Output = { data: Float32Array; dims: readonly number[] };

/** An opened model. */
export type Session = {
  inputs: readonly ValueDescription[];
  outputs: readonly ValueDescription[];
  /**
   * Runs the model.
   * @param wanted Names of outputs; default all.
   * @throws OutOfMemory when it says that memory ran out.
   */
  run(feeds: Record<string, Feed>, wanted?: readonly string[]): Promise<Record<string, Output>>;
  release(): Promise<void>;
};

/** Opens models on one device. */
export type Sessions = {
  /** Where models really compute, after the first was opened. */
  device(): string;
  open(path: string): Promise<Session>;
};

/**
 * Prepares ONNX Runtime for a device. When its execution provider can't be had, models compute on the processor, and
 * {@link Sessions.device} says so.
 * @param options.isFrugal Gives memory back after each run, which costs a little time.
 */
export async function createSessions(
  context: ModelServerContext,
  { isFrugal = false }: { isFrugal?: boolean } = {},
): Promise<Sessions> {
  const runtime = await context.importPackage<OnnxRuntime & { default?: OnnxRuntime }>('onnxruntime-node');
  const { InferenceSession, Tensor, listSupportedBackends } = runtime.default ?? runtime;
  const wanted = executionProvider(context.device);
  const supported = listSupportedBackends?.().map(({ name }) => name);
  let provider = wanted !== null && (supported?.includes(wanted.name) ?? true) ? wanted : null;
  const options = (): Record<string, unknown> => ({
    executionProviders: provider === null ? ['cpu'] : [provider, 'cpu'],
    intraOpNumThreads: context.threads,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
    ...(isFrugal ? { enableCpuMemArena: false, enableMemPattern: false } : {}),
  });
  const create = async (path: string) => {
    try {
      return await InferenceSession.create(path, options());
    } catch (error) {
      if (provider === null || isOutOfMemory(error)) throw error;
      provider = null;
      return await InferenceSession.create(path, options());
    }
  };
  return {
    device: () => (provider === null ? 'cpu' : context.device),
    async open(path) {
      const raw = await create(path).catch((error: unknown) => {
        throw explain(error, path);
      });
      return wrap(raw, { Tensor, path });
    },
  };
}

/** Execution providers by the host's devices. */
function executionProvider(device: string): { name: string; deviceId?: number } | null {
  const [kind = 'cpu', place = '0'] = device.split(':');
  const deviceId = Number(place);
  if (kind === 'cuda') return { name: 'cuda', deviceId };
  if (kind === 'directml') return { name: 'dml', deviceId };
  // The WebGPU provider computes through Vulkan, Metal or Direct3D 12.
  if (kind === 'webgpu' || kind === 'vulkan' || kind === 'metal') return { name: 'webgpu' };
  if (kind === 'coreml') return { name: 'coreml' };
  return null;
}

function wrap(raw: RawSession, { Tensor, path }: { Tensor: OnnxRuntime['Tensor']; path: string }): Session {
  const inputs = raw.inputMetadata;
  const types = new Map(inputs.map(({ name, type }) => [name, type]));
  return {
    inputs,
    outputs: raw.outputMetadata,
    async run(feeds, wanted) {
      const tensors = Object.fromEntries(
        Object.entries(feeds).map(([name, feed]) => [name, toTensor(feed, types.get(name) ?? 'float32', Tensor)]),
      );
      const given = await raw.run(tensors, ...(wanted === undefined ? [] : [wanted])).catch((error: unknown) => {
        throw explain(error, path);
      });
      return Object.fromEntries(Object.entries(given).map(([name, tensor]) => [name, fromTensor(tensor)]));
    },
    release: () => raw.release(),
  };
}

function toTensor({ data, dims }: Feed, type: string, Tensor: OnnxRuntime['Tensor']): unknown {
  switch (type) {
    case 'float32':
      return new Tensor('float32', data instanceof Float32Array ? data : Float32Array.from(data), dims);
    case 'float16': {
      // onnxruntime-node 1.30 can't read the Float16Array that its own Tensor makes on Node 24; it reads the bits.
      const bits = new Uint16Array(Float16Array.from(data).buffer);
      return { type, data: bits, dims, size: bits.length, location: 'cpu' };
    }
    case 'int64':
      return new Tensor(
        'int64',
        BigInt64Array.from(data, (value) => BigInt(Math.round(value))),
        dims,
      );
    case 'int32':
      return new Tensor('int32', Int32Array.from(data, Math.round), dims);
    case 'float64':
      return new Tensor('float64', Float64Array.from(data), dims);
    default:
      throw new KinoraError(
        'provider.unavailable',
        `The model wants ${type}, which Kinora doesn't send; choose another model.`,
      );
  }
}

function fromTensor({ data, dims, type }: RawTensor): Output {
  if (data instanceof Float32Array) return { data, dims };
  if (data instanceof BigInt64Array) return { data: Float32Array.from(data, Number), dims };
  if (type === 'float16' && data instanceof Uint16Array) {
    return { data: Float32Array.from(new Float16Array(data.buffer, data.byteOffset, data.length)), dims };
  }
  return { data: Float32Array.from(data), dims };
}

/** Opens something at its first use and keeps it; a failure is not kept. */
export function openOnce<Value>(open: () => Promise<Value>): () => Promise<Value> {
  let opened: Promise<Value> | undefined;
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
}

/** Whether an error says that memory ran out. */
export function isOutOfMemory(error: unknown): boolean {
  return /bad_?alloc|out of memory|out_of_memory|failed to allocate|alloc_failed|not enough memory/i.test(
    String(error),
  );
}

function explain(error: unknown, path: string): Error {
  const reason = error instanceof Error ? error.message : String(error);
  if (isOutOfMemory(error)) return new OutOfMemory(reason);
  const model = path.split(/[\\/]/).slice(-2).join('/');
  // Exports made for one kind of device hold operators that the others lack.
  if (/not.?implemented|no kernel|could not find an implementation|is not a registered function/i.test(reason)) {
    return new KinoraError(
      'provider.unavailable',
      `${model} was made for another kind of device, such as NVIDIA cards; choose a model for this one. (${reason.slice(0, 200)})`,
      { cause: error },
    );
  }
  return new KinoraError('provider.failed', `ONNX Runtime can't run ${model}: ${reason.slice(0, 400)}`, {
    cause: error,
  });
}
