/** What the provider and the process with the model tell each other. */

/** What to load. Also what a smaller try is derived from. */
export type LoadSettings = {
  /** The GGUF file, or the first of a model in parts. */
  modelPath: string;
  /** Most tokens of prompt and answer together. The model's own limit and free memory may make it less. */
  contextSize: number;
  /** Processor threads; `auto` measures. */
  threads: number | 'auto';
  /** Layers in the GPU's memory; `auto`: as many as fit; `half`: at most half of them. */
  gpuLayers: number | 'auto' | 'half';
};

/** One turn of a conversation, as node-llama-cpp has it. */
export type Turn =
  | { type: 'system'; text: string }
  | { type: 'user'; text: string }
  | { type: 'model'; response: (string | Thought | FunctionCall)[] };

/** What a reasoning model thought before it answered. */
export type Thought = { type: 'segment'; segmentType: 'thought'; text: string; ended: boolean };

/** A call of a function and what it returned. */
export type FunctionCall = { type: 'functionCall'; name: string; params: unknown; result: unknown };

/** A function that the model may call. `params` is in the part of JSON Schema that node-llama-cpp knows. */
export type FunctionSpec = { description?: string; params?: Record<string, unknown> };

/** How the next token is chosen. */
export type Sampling = {
  temperature: number;
  topP: number;
  topK: number;
  minP: number;
  /** 0 to 4,294,967,295. */
  seed: number;
  /** 1 does nothing. */
  repeatPenalty: number;
  frequencyPenalty: number;
  presencePenalty: number;
};

/** What `generate` is asked. */
export type GenerateInput = {
  history: Turn[];
  /** GBNF that the answer keeps to. Excludes `functions`. */
  grammar?: string;
  functions?: Record<string, FunctionSpec>;
  sampling: Sampling;
  /** Whether the same input must give the same answer, whatever was asked before. */
  isReproducible: boolean;
  /** Most tokens of the answer. Default: what the context leaves. */
  maxTokens?: number;
  /** Most tokens of thoughts. Default: the library's. */
  thoughtTokens?: number;
  stopSequences: string[];
  /** Whether each piece is sent as soon as it is there. */
  isStreamed: boolean;
};

/** A piece of the answer, as soon as it is there. */
export type GenerateEvent = { type: 'text' | 'reasoning'; delta: string };

/** The whole answer. */
export type GenerateOutput = {
  parts: { type: 'text' | 'reasoning'; text: string }[];
  calls: { name: string; params: unknown }[];
  stopReason: string;
  promptTokens: number;
  /** Of these, how many were known from the call before. */
  cachedTokens: number;
  outputTokens: number;
  reasoningTokens: number;
  /** Seconds until the first token, and from there to the end. */
  firstTokenSeconds: number;
  generationSeconds: number;
  device: string;
};
