import type { FunctionSpec, Turn } from './protocol.ts';

/** The part of node-llama-cpp 3.21 that is used. It is installed on demand, so its own types aren't there to import. */
export type NodeLlamaCpp = {
  getLlama(options: {
    gpu: false | 'auto' | 'cuda' | 'vulkan' | 'metal';
    build: 'never';
    skipDownload: true;
    progressLogs: false;
    maxThreads: number;
    logLevel: 'error';
    logger: (level: string, message: string) => void;
  }): Promise<Llama>;
  readGgufFileInfo(
    path: string,
    options: { readTensorInfo: boolean },
  ): Promise<{ architectureMetadata: { block_count: number } }>;
  LlamaChat: new (options: { contextSequence: Sequence }) => Chat;
};

/** The loaded library. */
export type Llama = {
  readonly gpu: false | 'cuda' | 'vulkan' | 'metal';
  loadModel(options: {
    modelPath: string;
    gpuLayers?: number | 'auto' | { max?: number; fitContext?: { contextSize: number } };
  }): Promise<Model>;
  createGrammar(options: { grammar: string }): Promise<object>;
};

/** A model's weights in memory. */
export type Model = {
  readonly gpuLayers: number;
  readonly trainContextSize: number;
  readonly fileInsights: { totalLayers: number };
  readonly typeDescription: string;
  readonly tokens: { bos: number | null; eos: number | null };
  readonly tokenizer: object;
  tokenize(text: string): number[];
  createContext(options: {
    contextSize: number | { min?: number; max?: number };
    threads: number;
    batchSize?: number;
  }): Promise<Context>;
};

/** Memory for one conversation. */
export type Context = {
  readonly contextSize: number;
  readonly batchSize: number;
  getSequence(): Sequence;
  dispose(): Promise<void>;
};

/** The tokens that were computed so far. */
export type Sequence = {
  readonly nextTokenIndex: number;
  readonly tokenMeter: {
    getState(): object;
    diff(state: object): { usedInputTokens: number; usedOutputTokens: number };
  };
  compareContextTokens(tokens: number[]): { firstDifferentIndex: number };
  adaptStateToTokens(tokens: number[], allowShift: boolean): Promise<void>;
  evaluateWithoutGeneratingNewTokens(tokens: number[]): Promise<void>;
  clearHistory(): Promise<void>;
  evaluate(
    tokens: number[],
    options: {
      temperature: number;
      topP?: number;
      topK?: number;
      minP?: number;
      seed?: number;
      yieldEogToken: boolean;
    },
  ): AsyncGenerator<number, void, void>;
};

/** What the library gives as it writes. A segment is a thought or a comment. */
export type Chunk = { type: undefined | 'segment'; text: string; tokens: number[] };

/** A conversation in the model's own template. */
export type Chat = {
  readonly chatWrapper: {
    readonly wrapperName: string;
    generateContextState(options: {
      chatHistory: readonly Turn[];
      availableFunctions?: Record<string, FunctionSpec> | undefined;
      documentFunctionParams?: boolean;
    }): { contextText: { tokenize(tokenizer: object): number[] } };
  };
  generateResponse(
    history: Turn[],
    options: {
      grammar?: object | undefined;
      functions?: Record<string, FunctionSpec> | undefined;
      signal: AbortSignal;
      maxTokens: number;
      temperature: number;
      topP: number;
      topK: number;
      minP: number;
      seed: number;
      repeatPenalty: false | { lastTokens: number; penalty: number; frequencyPenalty: number; presencePenalty: number };
      customStopTriggers?: string[] | undefined;
      budgets?: { thoughtTokens: number } | undefined;
      onResponseChunk(chunk: Chunk): void;
    },
  ): Promise<{
    response: string;
    fullResponse: (string | { type: 'segment'; text: string })[];
    functionCalls?: { functionName: string; params: unknown }[];
    metadata: { stopReason: string };
  }>;
};
