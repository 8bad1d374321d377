import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { LanguageModelV4 } from '../packages/capabilities/index.ts';
import { createProcessHost, detectHardware } from '../packages/platform/runtimes/index.ts';
import { testRuntimes } from '../packages/platform/testing/index.ts';
import { llamaCpp } from '../packages/providers/llama-cpp/index.ts';
import type { Model, NodeLlamaCpp } from '../packages/providers/llama-cpp/library.ts';
import { chooseThreads, measureSpeed } from '../packages/providers/llama-cpp/threads.ts';
import { halfBillionLlama, writeTinyLlama } from '../tools/tiny-models/gguf.ts';

const sampling = { temperature: 0.7, topP: 0.95, topK: 40, minP: 0.05, seed: 1 };
const question = `Tell a story. ${'The fox and the owl walk to the pond. '.repeat(8)}`;

/**
 * Prints tokens a second of llama.cpp through Kinora's provider, process boundary included, beside the library's own
 * loops in the same run, in turns: its chat, and its bare evaluation. With a model of random weights, half a billion of
 * them in Q4_0.
 * @param args `--model FILE`: this GGUF file instead. `--tokens N` of each answer (32). `--rounds N` (8).
 * `--cpu`: leaves a GPU alone.
 */
export default async function benchLlama(args: string[]): Promise<void> {
  const value = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const [tokens, rounds] = [Number(value('--tokens') ?? 32), Number(value('--rounds') ?? 8)];
  const isCpu = args.includes('--cpu');
  const folder = await mkdtemp(join(tmpdir(), 'kinora-bench-llama-'));
  try {
    const tiny = join(folder, 'tiny.gguf');
    await writeTinyLlama(tiny);
    const small = await compare(tiny, { tokens: 256, rounds: 12, isCpu });
    const path = value('--model') ?? join(folder, 'random.gguf');
    if (!args.includes('--model')) {
      const { weights } = await writeTinyLlama(path, { shape: halfBillionLlama, type: 'Q4_0' });
      console.log(`\nrandom llama: ${(weights / 1e6).toFixed(0)} million weights, Q4_0`);
    }
    const large = await compare(path, { tokens, rounds, isCpu });
    const added = 1e6 / small.streamed - 1e6 / small.chat;
    const token = 1e6 / large.chat;
    console.log(
      `\nKinora adds ${added.toFixed(0)} µs to each token of the tiny model: ${percent(added / token)} of this model's token`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(path: string, { tokens, rounds, isCpu }: { tokens: number; rounds: number; isCpu: boolean }) {
  const { runtimes, home, importPackage } = await testRuntimes('llama-cpp');
  await using host = createProcessHost({ runtimes, hardware: () => detectHardware({ home }) });
  const bytes = (await stat(path)).size;
  await using provider = llamaCpp.create(isCpu ? { gpuLayers: 0 } : {}, {
    fetch,
    processes: host,
    importPackage: () => Promise.reject(new Error('llama.cpp needs no other package')),
    installed: () =>
      Promise.resolve([
        {
          id: 'bench',
          title: 'bench',
          purpose: 'language' as const,
          runtime: 'llama-cpp' as const,
          format: 'gguf' as const,
          folder: path.slice(0, path.lastIndexOf('/')),
          files: [path.slice(path.lastIndexOf('/') + 1)],
          revision: '',
          bytes,
          memoryBytes: bytes,
          languages: [],
          defaults: {},
        },
      ]),
  });
  const model = provider.model('language', 'bench');
  const started = performance.now();
  await ask(model, { tokens: 1 });
  const [state] = host.states();
  const device = state?.device ?? 'cpu';
  const threads = Number(state?.details?.['threads'] ?? 1);
  console.log(`load, thread test and first token ${seconds(performance.now() - started)} s; device ${device}`);
  console.log(`${JSON.stringify(state?.details)}\n`);

  const library = await importPackage('llama-cpp')<NodeLlamaCpp>('node-llama-cpp');
  const own = await openOwn(library, { path, threads, gpu: device === 'cpu' ? false : 'auto' });
  if (device === 'cpu') {
    const most = (await detectHardware({ home })).cpu.physicalCores;
    const { threads: best, speeds } = await chooseThreads(most, (count, best) => measureSpeed(own.model, count, best));
    const list = Object.entries(speeds).map(([count, speed]) => `${count}: ${speed.toFixed(1)}`);
    console.log(`threads, tokens a second: ${list.join(', ')} → ${best}\n`);
  }

  const speeds: Record<string, number[]> = {
    'bare evaluation': [],
    'own chat': [],
    Kinora: [],
    'Kinora, streamed': [],
  };
  for (let round = 0; round < rounds; round++) {
    speeds['bare evaluation']?.push(await own.evaluate(tokens));
    speeds['own chat']?.push(await own.chat(tokens));
    speeds['Kinora']?.push((await ask(model, { tokens })).tokensPerSecond);
    speeds['Kinora, streamed']?.push((await stream(model, tokens)).tokensPerSecond);
  }
  console.log(`tokens a second after the first: median and best of ${rounds} rounds of ${tokens} tokens, in turns;`);
  console.log('time a token takes over that of the own chat, by the best');
  const best = (name: string) => Math.max(...(speeds[name] ?? []));
  for (const [name, values] of Object.entries(speeds)) {
    const columns = [median(values), best(name)].map((speed) => speed.toFixed(2).padStart(9)).join('');
    console.log(`  ${name.padEnd(17)}${columns}${percent(best('own chat') / best(name) - 1).padStart(10)}`);
  }

  const fresh = await stream(model, 2, { text: `${Date.now()} ${question}` });
  console.log(`\nfirst token: prompt of ${fresh.promptTokens} tokens ${seconds(fresh.firstMs)} s`);
  for (const isSeeded of [true, false]) {
    await stream(model, 2, { isSeeded });
    const { firstMs, cachedTokens } = await stream(model, 2, { isSeeded });
    const kind = isSeeded ? 'with a seed' : 'without a seed';
    console.log(`  again, ${kind}: ${seconds(firstMs)} s (${cachedTokens} tokens kept)`);
  }
  const json = await ask(model, { tokens: 400, isJson: true });
  console.log(
    `held to a JSON schema, where random words are nearly all corrected: ${json.tokensPerSecond.toFixed(2)} tokens a second (${json.tokens} tokens)`,
  );
  console.log(
    `memory of its process: ${((host.states()[0]?.memoryBytes ?? 0) / 1e6).toFixed(0)} MB, file ${(bytes / 1e6).toFixed(0)} MB`,
  );
  return { chat: best('own chat'), streamed: best('Kinora, streamed') };
}

async function ask(model: LanguageModelV4, { tokens, isJson = false }: { tokens: number; isJson?: boolean }) {
  const schema = {
    type: 'object',
    properties: { a: { type: 'string', minLength: 80, maxLength: 120 } },
    required: ['a'],
  } as const;
  const { usage, providerMetadata } = await model.doGenerate({
    prompt: [{ role: 'user', content: [{ type: 'text', text: question }] }],
    maxOutputTokens: tokens,
    ...sampling,
    ...(isJson && { responseFormat: { type: 'json', schema } }),
  });
  return {
    tokens: usage.outputTokens.total ?? 0,
    tokensPerSecond: Number(providerMetadata?.['kinora']?.['tokensPerSecond']),
  };
}

/** Speed as it is seen on this side of the process boundary. */
async function stream(model: LanguageModelV4, tokens: number, { text = question, isSeeded = true } = {}) {
  const started = performance.now();
  const answer = await model.doStream({
    prompt: [{ role: 'user', content: [{ type: 'text', text }] }],
    maxOutputTokens: tokens,
    ...sampling,
    ...(!isSeeded && { seed: undefined }),
  });
  let first: number | undefined;
  let [outputTokens, promptTokens, cachedTokens, last] = [0, 0, 0, started];
  for await (const part of answer.stream) {
    if (part.type === 'error') throw part.error;
    if (part.type === 'text-delta') {
      first ??= performance.now();
      last = performance.now();
    }
    if (part.type === 'finish') {
      outputTokens = part.usage.outputTokens.total ?? 0;
      promptTokens = part.usage.inputTokens.total ?? 0;
      cachedTokens = part.usage.inputTokens.cacheRead ?? 0;
    }
  }
  const firstMs = (first ?? last) - started;
  return {
    tokensPerSecond: ((outputTokens - 1) * 1000) / Math.max(1, last - (first ?? last)),
    firstMs,
    promptTokens,
    cachedTokens,
  };
}

/** The library without Kinora, in this process. */
async function openOwn(
  library: NodeLlamaCpp,
  { path, threads, gpu }: { path: string; threads: number; gpu: false | 'auto' },
) {
  const llama = await library.getLlama({
    gpu,
    build: 'never',
    skipDownload: true,
    progressLogs: false,
    maxThreads: 0,
    logLevel: 'error',
    logger: () => {},
  });
  const model: Model = await llama.loadModel({ modelPath: path });
  const context = await model.createContext({ contextSize: { max: 4096 }, threads });
  const sequence = context.getSequence();
  const chat = new library.LlamaChat({ contextSequence: sequence });
  return {
    model,
    async evaluate(tokens: number) {
      await sequence.clearHistory();
      return await rate(async (onToken) => {
        let count = 0;
        for await (const _ of sequence.evaluate(model.tokenize(question), { ...sampling, yieldEogToken: true })) {
          onToken(1);
          if (++count >= tokens) break;
        }
      });
    },
    async chat(tokens: number) {
      return await rate(async (onToken) => {
        await chat.generateResponse(
          [
            { type: 'user', text: question },
            { type: 'model', response: [] },
          ],
          {
            ...sampling,
            maxTokens: tokens,
            repeatPenalty: false,
            signal: new AbortController().signal,
            onResponseChunk: (chunk) => onToken(chunk.tokens.length),
          },
        );
      });
    },
  };
}

/** Tokens a second from the first on. */
async function rate(run: (onToken: (count: number) => void) => Promise<void>): Promise<number> {
  let [count, first, last] = [0, 0, 0];
  await run((more) => {
    last = performance.now();
    if (count === 0) first = last;
    count += more;
  });
  return ((count - 1) * 1000) / Math.max(1, last - first);
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}
