import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toByteLevel } from './byte-level.ts';
import { OnnxGraph } from './onnx-writer.ts';

/** What the tiny Whisper hears, whatever is said: tokens and, in seconds, where it looks while it writes them. */
export type TinyScript = { language: 'en' | 'ja'; tokens: readonly (readonly [text: string, seconds: number])[] };

/** Low sounds are taken for English, high ones for Japanese. */
export const tinyScripts: readonly TinyScript[] = [
  {
    language: 'en',
    tokens: [
      [' The', 0.4],
      [' little', 0.8],
      [' fox', 1.4],
      [' looked', 2],
      [' up', 2.4],
      ['.', 2.8],
    ],
  },
  {
    language: 'ja',
    tokens: [
      ['き', 0.4],
      ['つ', 0.8],
      ['ね', 1.2],
      ['が', 1.6],
      ['い', 2],
      ['た', 2.4],
      ['。', 2.8],
    ],
  },
];
/** Where the tiny Whisper ends its one segment, seconds. */
export const tinySegmentEnd = 3;

const heads = 2;
const width = 8;
const positions = 1500;

/**
 * Writes a Whisper of a few kilobytes in the usual folder layout, cross attentions included. It detects the language by
 * pitch and writes one known sentence with known times, so that everything around it can be tested for real.
 * @param options.hasAttentions False: like exports that can't time words. Default true.
 */
export function writeTinyWhisper(folder: string, options: { hasAttentions?: boolean } = {}): void {
  const { hasAttentions = true } = options;
  const vocabulary = makeVocabulary();
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  writeFileSync(join(folder, 'onnx', 'encoder_model.onnx'), encoder());
  writeFileSync(join(folder, 'onnx', 'decoder_model_merged.onnx'), decoder(vocabulary, hasAttentions));
  for (const [name, value] of Object.entries(configurations(vocabulary))) {
    writeFileSync(join(folder, name), JSON.stringify(value));
  }
}

type Vocabulary = ReturnType<typeof makeVocabulary>;

function makeVocabulary() {
  const pieces = tinyScripts.flatMap(({ tokens }) => tokens.map(([text]) => text));
  const added = ['endoftext', 'startoftranscript', 'en', 'ja', 'translate', 'transcribe', 'notimestamps'];
  const times = Array.from({ length: positions + 1 }, (_, index) => (index * 0.02).toFixed(2));
  const special = [...added, ...times].map((name) => `<|${name}|>`);
  const size = pieces.length + special.length;
  const idOf = (name: string) => pieces.length + special.indexOf(`<|${name}|>`);
  return { pieces, special, size, idOf, timeId: (seconds: number) => idOf(seconds.toFixed(2)) };
}

/** Channel 0 is how much more low sound there is than high. */
function encoder(): Uint8Array {
  const graph = new OnnxGraph();
  const features = graph.input('input_features', 'float32', ['batch', 80, 2 * positions]);
  const kernel = Array.from({ length: width * 80 * 3 }, (_, index) => {
    const [channel, mel] = [Math.floor(index / 240), Math.floor(index / 3) % 80];
    return channel > 0 ? 0.01 * Math.sin(index) : mel < 30 ? 1 / 90 : -1 / 150;
  });
  const convolved = graph.op('Conv', [features, graph.floats(kernel, [width, 80, 3])], {
    kernel_shape: [3],
    strides: [2],
    pads: [1, 1],
  });
  const states = graph.op('Transpose', [convolved], { perm: [0, 2, 1] });
  graph.output(states, 'last_hidden_state', 'float32', ['batch', positions, width]);
  return graph.build();
}

/** Each token leads to one other, by language; the cache of the keys carries the language along. */
function decoder(vocabulary: Vocabulary, hasAttentions: boolean): Uint8Array {
  const { size, idOf, timeId } = vocabulary;
  const graph = new OnnxGraph();
  const ids = graph.input('input_ids', 'int64', ['batch', 'length']);
  const states = graph.input('encoder_hidden_states', 'float32', ['batch', 'positions', width]);
  const past = ['decoder.key', 'decoder.value', 'encoder.key', 'encoder.value'].map((name) =>
    graph.input(`past_key_values.0.${name}`, 'float32', ['batch', heads, `past ${name}`, width / heads]),
  );

  const isEnglish = Array.from({ length: size }, (_, id) => (id === idOf('en') ? 1 : id === idOf('ja') ? -1 : 0));
  const language = graph.op('Gather', [
    graph.floats(
      isEnglish.flatMap((value) => Array(width).fill(value)),
      [size, width],
    ),
    ids,
  ]);
  const split = (value: string) =>
    graph.op('Transpose', [graph.op('Reshape', [value, graph.integers([0, 0, heads, width / heads])])], {
      perm: [0, 2, 1, 3],
    });
  const keys = past.slice(0, 2).map((value) => graph.op('Concat', [value, split(language)], { axis: 2 }));
  const spoken = graph.op('ReduceSum', [keys[0]!, graph.integers([1, 2, 3])], { keepdims: 0 });

  const next = tinyScripts.map((script) => graph.op('Gather', [nextTokens(graph, vocabulary, script), ids]));
  const asEnglish = graph.op('Reshape', [
    graph.op('Greater', [spoken, graph.floats([0], [])]),
    graph.integers([-1, 1]),
  ]);
  const chosen = graph.op('Where', [asEnglish, next[0]!, next[1]!]);
  const sure = graph.op('OneHot', [chosen, graph.integers([size], []), graph.floats([0, 20])], { axis: -1 });

  // Before a language is given, the sound decides.
  const low = graph.op('Gather', [states, graph.integers([0], [])], { axis: 2 });
  const pitch = graph.op('Reshape', [
    graph.op('ReduceMean', [low], { axes: [1], keepdims: 1 }),
    graph.integers([-1, 1, 1]),
  ]);
  const isStart = graph.op('Cast', [graph.op('Equal', [ids, graph.integers([idOf('startoftranscript')], [])])], {
    to: 1,
  });
  const heard = graph.op('Mul', [
    graph.op('Mul', [graph.op('Unsqueeze', [isStart, graph.integers([2])]), pitch]),
    graph.floats(isEnglish.map((value) => 1000 * value)),
  ]);
  graph.output(graph.op('Add', [sure, heard]), 'logits', 'float32', ['batch', 'length', size]);

  if (hasAttentions) {
    const attention = graph.op('Gather', [whereTokensLook(graph, vocabulary, timeId), ids]);
    const perHead = graph.op('Unsqueeze', [attention, graph.integers([1])]);
    const both = graph.op('Concat', [perHead, perHead], { axis: 1 });
    graph.output(both, 'cross_attentions.0', 'float32', ['batch', heads, 'length', positions]);
  }
  keys.forEach((value, index) => {
    const name = `present.0.decoder.${index === 0 ? 'key' : 'value'}`;
    graph.output(value, name, 'float32', ['batch', heads, 'total', width / heads]);
  });
  for (const name of ['key', 'value']) {
    graph.output(split(states), `present.0.encoder.${name}`, 'float32', ['batch', heads, 'positions', width / heads]);
  }
  // The runtime drops inputs that nothing reads, and the caller feeds them.
  const unread = past.slice(2).map((value) => graph.op('Shape', [value]));
  graph.output(graph.op('Concat', unread, { axis: 0 }), 'past_shape', 'int64', [8]);
  return graph.build();
}

function nextTokens(graph: OnnxGraph, { size, idOf, timeId, pieces }: Vocabulary, script: TinyScript): string {
  const next = Array.from({ length: size }, () => idOf('endoftext'));
  const first = pieces.indexOf(script.tokens[0]![0]);
  const last = first + script.tokens.length - 1;
  next[idOf('transcribe')] = timeId(0);
  next[timeId(0)] = first;
  for (let id = first; id < last; id++) next[id] = id + 1;
  next[last] = timeId(tinySegmentEnd);
  return graph.integers(next);
}

function whereTokensLook(graph: OnnxGraph, { size, pieces }: Vocabulary, timeId: (seconds: number) => number): string {
  const looks = new Float32Array(size * positions).fill(0.1 / positions);
  const seconds = new Map(tinyScripts.flatMap(({ tokens }) => tokens).map(([text, at]) => [pieces.indexOf(text), at]));
  seconds.set(timeId(0), 0.1).set(timeId(tinySegmentEnd), tinySegmentEnd);
  for (const [id, at] of seconds) {
    for (let frame = 0; frame < positions; frame++) {
      looks[id * positions + frame]! += Math.exp(-(((frame * 0.02 - at) / 0.1) ** 2)) / 10;
    }
  }
  return graph.floats(looks, [size, positions]);
}

function configurations({ pieces, special, size, idOf }: Vocabulary): Record<string, unknown> {
  const byteLevel = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true };
  const ends = {
    decoder_start_token_id: idOf('startoftranscript'),
    eos_token_id: idOf('endoftext'),
    pad_token_id: idOf('endoftext'),
    bos_token_id: idOf('endoftext'),
  };
  return {
    'config.json': {
      model_type: 'whisper',
      architectures: ['WhisperForConditionalGeneration'],
      d_model: width,
      encoder_layers: 1,
      decoder_layers: 1,
      encoder_attention_heads: heads,
      decoder_attention_heads: heads,
      vocab_size: size,
      num_mel_bins: 80,
      max_source_positions: positions,
      max_target_positions: 448,
      median_filter_width: 7,
      is_encoder_decoder: true,
      ...ends,
    },
    'generation_config.json': {
      ...ends,
      max_length: 448,
      is_multilingual: true,
      no_timestamps_token_id: idOf('notimestamps'),
      lang_to_id: { '<|en|>': idOf('en'), '<|ja|>': idOf('ja') },
      task_to_id: { transcribe: idOf('transcribe'), translate: idOf('translate') },
      max_initial_timestamp_index: 50,
      alignment_heads: [
        [0, 0],
        [0, 1],
      ],
    },
    'preprocessor_config.json': {
      feature_extractor_type: 'WhisperFeatureExtractor',
      processor_class: 'WhisperProcessor',
      chunk_length: 30,
      feature_size: 80,
      hop_length: 160,
      n_fft: 400,
      n_samples: 480_000,
      nb_max_frames: 2 * positions,
      sampling_rate: 16_000,
      padding_value: 0,
      return_attention_mask: false,
    },
    'tokenizer_config.json': {
      tokenizer_class: 'WhisperTokenizer',
      eos_token: '<|endoftext|>',
      bos_token: '<|endoftext|>',
      unk_token: '<|endoftext|>',
    },
    'tokenizer.json': {
      version: '1.0',
      added_tokens: special.map((content, index) => ({
        id: pieces.length + index,
        content,
        single_word: false,
        lstrip: false,
        rstrip: false,
        normalized: false,
        special: !/<\|\d/.test(content),
      })),
      normalizer: null,
      pre_tokenizer: byteLevel,
      post_processor: null,
      decoder: { ...byteLevel, add_prefix_space: true },
      model: { type: 'BPE', vocab: Object.fromEntries(pieces.map((text, id) => [toByteLevel(text), id])), merges: [] },
    },
  };
}
