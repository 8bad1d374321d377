import { writeGguf } from './gguf-writer.ts';
import type { GgufTensor, GgufType } from './gguf-writer.ts';

/** The shape of a model of the llama architecture. */
export type LlamaShape = {
  /** Width of a token's vector, a multiple of 32 × heads. */
  width: number;
  layers: number;
  heads: number;
  /** Heads of keys and values; divides `heads`. */
  keyHeads: number;
  /** Width of the feed-forward part, a multiple of 32. */
  feedForward: number;
  /** Tokens it was "trained" on: the largest context. */
  context: number;
  /** Tokens added to the vocabulary, to give a large model a large one. */
  extraTokens?: number;
};

/** A model of 0.6 MB that loads and answers in a moment. */
export const tinyLlama: LlamaShape = {
  width: 64,
  layers: 2,
  heads: 4,
  keyHeads: 2,
  feedForward: 128,
  context: 8192,
};

/** As large as a real model of half a billion weights: 0.28 GB in Q4_0. */
export const halfBillionLlama: LlamaShape = {
  width: 1024,
  layers: 31,
  heads: 16,
  keyHeads: 4,
  feedForward: 3072,
  context: 4096,
  extraTokens: 60_000,
};

const chatTemplate =
  "{% for message in messages %}<|{{ message['role'] }}|>" +
  "{% if message['reasoning_content'] %}<think>{{ message['reasoning_content'] }}</think>{% endif %}" +
  "{{ message['content'] }}</s>{% endfor %}" +
  '{% if add_generation_prompt %}<|assistant|>{% endif %}';

/** What it prefers to say: words fit for a bedtime story, so that its nonsense passes a guard for children. */
const gentleWords =
  `a and all an at away back bed before behind beside blue book bright brook by came cat cloud come cosy cup
  day deep dew door down dream duck evening every fern field fire first flower for forest found fox friend from garden
  gave gentle gently glow goodnight grass green ground happy hare he hedge hello her hill him his home hummed in into
  it kind lamp lantern leaf light listened little long looked meadow moon morning moss mouse near nest night now of on
  once out over owl path pillow pond pool quiet quietly rabbit rain river round sang sat saw she shone sky sleep sleepy
  slept slow slowly small smiled snow so soft softly song soon spring star stars stone stood story stream sun
  that the then there they through tired to told too tree trees under until up valley very walked wander warm
  was water went wind window with wood yawned yellow`.split(/\s+/);

/**
 * Writes a model of the llama architecture with random weights: everything about it is real but its sense. It chooses
 * among its {@link gentleWords} where nothing holds it to something else, so that its answers are readable nonsense. It
 * never ends one by itself: a limit, a grammar or a stop sequence does.
 * @param options.shape Default {@link tinyLlama}.
 * @param options.type How its matrices are stored. Default `F32`.
 * @param options.seed Decides every weight. Default 1.
 * @param options.words What it prefers to say instead.
 * @returns Size of the file in bytes and number of weights.
 */
export async function writeTinyLlama(
  path: string,
  {
    shape = tinyLlama,
    type = 'F32',
    seed = 1,
    words = gentleWords,
  }: { shape?: LlamaShape; type?: GgufType; seed?: number; words?: string[] } = {},
): Promise<{ bytes: number; weights: number }> {
  const vocabulary = makeVocabulary(words, shape.extraTokens ?? 0);
  const tensors = makeTensors(shape, { type, seed, vocabulary });
  const bytes = await writeGguf(path, {
    metadata: {
      'general.architecture': 'llama',
      'general.name': `random llama ${shape.width}x${shape.layers}`,
      'general.alignment': 32,
      'general.file_type': { F32: 0, F16: 1, Q4_0: 2, Q8_0: 7 }[type],
      'llama.context_length': shape.context,
      'llama.embedding_length': shape.width,
      'llama.block_count': shape.layers,
      'llama.feed_forward_length': shape.feedForward,
      'llama.attention.head_count': shape.heads,
      'llama.attention.head_count_kv': shape.keyHeads,
      'llama.attention.layer_norm_rms_epsilon': { f32: 1e-5 },
      'llama.rope.dimension_count': shape.width / shape.heads,
      'llama.rope.freq_base': { f32: 10_000 },
      'llama.vocab_size': vocabulary.length,
      'tokenizer.ggml.model': 'llama',
      'tokenizer.ggml.tokens': { strings: vocabulary.map((token) => token.text) },
      'tokenizer.ggml.scores': { f32s: vocabulary.map((token) => token.score) },
      'tokenizer.ggml.token_type': { i32s: vocabulary.map((token) => tokenTypes[token.kind]) },
      'tokenizer.ggml.bos_token_id': 1,
      'tokenizer.ggml.eos_token_id': 2,
      'tokenizer.ggml.unknown_token_id': 0,
      'tokenizer.ggml.add_bos_token': true,
      'tokenizer.ggml.add_eos_token': false,
      'tokenizer.ggml.add_space_prefix': false,
      'tokenizer.chat_template': chatTemplate,
    },
    tensors,
  });
  const weights = tensors.reduce((sum, tensor) => sum + tensor.shape.reduce((product, size) => product * size, 1), 0);
  return { bytes, weights };
}

/** A larger matrix repeats its weights: drawing half a billion would take a minute and prove nothing. */
const mostRandom = 65_536;

const tokenTypes = { normal: 1, unknown: 2, control: 3, byte: 6 };
type VocabularyToken = { text: string; score: number; kind: keyof typeof tokenTypes; isPreferred: boolean };

/** Special tokens, all bytes, printable ASCII, kana, and the words it prefers. `▁` stands for a space. */
function makeVocabulary(words: string[], extraTokens: number): VocabularyToken[] {
  const token = (text: string, kind: VocabularyToken['kind'], score = 0, isPreferred = false) => ({
    text,
    kind,
    score,
    isPreferred,
  });
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return [
    token('<unk>', 'unknown'),
    token('<s>', 'control'),
    token('</s>', 'control'),
    ...['<|system|>', '<|user|>', '<|assistant|>', '<|tool|>'].map((text) => token(text, 'control')),
    ...range(0, 255).map((byte) => token(`<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`, 'byte')),
    token('▁', 'normal', -1),
    ...range(33, 126).map((code) => token(String.fromCharCode(code), 'normal', -2, code === 0x2c || code === 0x2e)),
    ...range(0x3041, 0x3096).map((code) => token(String.fromCharCode(code), 'normal', -2)),
    ...words.map((word) => token(`▁${word}`, 'normal', -0.5, true)),
    ...range(1, extraTokens).map((index) => token(`▁w${index}`, 'normal', -10 - index / 1e5, true)),
  ];
}

function makeTensors(
  shape: LlamaShape,
  { type, seed, vocabulary }: { type: GgufType; seed: number; vocabulary: VocabularyToken[] },
): GgufTensor[] {
  const random = createRandom(seed);
  const { width, feedForward, layers } = shape;
  const keyWidth = (width / shape.heads) * shape.keyHeads;
  const matrix = (name: string, columns: number, rows: number): GgufTensor => ({
    name: `${name}.weight`,
    shape: [columns, rows],
    type,
    weights: () => randomWeights(Math.min(columns * rows, mostRandom), 1.7 / Math.sqrt(columns), random),
  });
  const norm = (name: string): GgufTensor => ({
    name: `${name}.weight`,
    shape: [width],
    type: 'F32',
    weights: () => new Float32Array(width).fill(1),
  });
  const outputRows = Math.min(vocabulary.length, 2048);
  return [
    matrix('token_embd', width, vocabulary.length),
    norm('output_norm'),
    {
      ...matrix('output', width, vocabulary.length),
      weights: () => withPreference(randomWeights(outputRows * width, 5 / Math.sqrt(width), random), width, vocabulary),
    },
    ...Array.from({ length: layers }, (_, layer) => `blk.${layer}.`).flatMap((block) => [
      norm(`${block}attn_norm`),
      matrix(`${block}attn_q`, width, width),
      matrix(`${block}attn_k`, width, keyWidth),
      matrix(`${block}attn_v`, width, keyWidth),
      matrix(`${block}attn_output`, width, width),
      norm(`${block}ffn_norm`),
      matrix(`${block}ffn_gate`, width, feedForward),
      matrix(`${block}ffn_up`, width, feedForward),
      matrix(`${block}ffn_down`, feedForward, width),
    ]),
  ];
}

/** Tokens whose row is zero have logit 0, which the best of many random ones nearly always beats. */
function withPreference(weights: Float32Array, width: number, vocabulary: VocabularyToken[]): Float32Array {
  for (let row = 0; (row + 1) * width <= weights.length; row++) {
    if (vocabulary[row]?.isPreferred === false) weights.fill(0, row * width, (row + 1) * width);
  }
  return weights;
}

function randomWeights(length: number, amplitude: number, random: () => number): Float32Array {
  return Float32Array.from({ length }, () => (random() * 2 - 1) * amplitude);
}

/** Mulberry32 by Tommy Ettinger: uniform in [0, 1). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
