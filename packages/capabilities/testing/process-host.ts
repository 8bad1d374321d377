import type {
  LoadedModel,
  ModelProcess,
  ModelServer,
  ModelServerContext,
  ProcessHost,
  ProcessState,
} from '../process.ts';

/**
 * A host that loads models into the test's own process: the same calls, one at a time, with cloned messages, without the
 * cost of a fork. What kills or limits a process needs the real one.
 * @param options.importPackage For {@link ModelServerContext.importPackage}. Default: Node's own import.
 * @param options.device Default `cpu`.
 */
export function createTestHost(options: Partial<ModelServerContext> = {}): ProcessHost {
  const context: ModelServerContext = {
    importPackage: (name) => import(/* @vite-ignore */ name),
    device: 'cpu',
    threads: 1,
    ...options,
  };
  return {
    open({ name, runtime, entry, settings }): ModelProcess {
      let loading: Promise<LoadedModel> | undefined;
      let queue: Promise<unknown> = Promise.resolve();
      let calls = 0;
      const load = () =>
        (loading ??= import(/* @vite-ignore */ entry.href).then(
          async ({ server }: { server: ModelServer<Record<string, unknown>> }) => await server.load(settings, context),
        ));
      const state = (loaded?: LoadedModel): ProcessState => ({
        name,
        runtime,
        state: loading ? 'ready' : 'unloaded',
        device: loaded?.device ?? context.device,
        calls,
        restarts: 0,
        isShrunk: false,
        ...(loaded?.details && { details: loaded.details }),
      });
      return {
        async call<Result>(
          method: string,
          input: unknown,
          call: Parameters<ModelProcess['call']>[2] = {},
        ): Promise<Result> {
          const { signal = new AbortController().signal, onEvent } = call;
          const before = queue;
          const run = async () => {
            await before;
            signal.throwIfAborted();
            const loaded = await load();
            calls++;
            const found = loaded.methods[method];
            if (!found) throw new Error(`${name} has no method ${method}.`);
            const emit = (event: unknown) => onEvent?.(structuredClone(event));
            return structuredClone(await found(structuredClone(input) as never, { signal, emit })) as Result;
          };
          const running = run();
          queue = running.catch(() => undefined);
          return await running;
        },
        load: async () => state(await load()),
        async unload() {
          await queue;
          loading = undefined;
        },
        state: () => state(),
        async [Symbol.asyncDispose]() {
          await queue;
        },
      };
    },
  };
}
