import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toByteLevel } from './byte-level.ts';
import { OnnxGraph } from './onnx-writer.ts';

/** Labels of the tiny text classifier, and the words it finds them by. */
export const tinyTextLabels = {
  toxic: ['stupid', 'idiot', 'ugly'],
  threat: ['murder', 'kill', 'stab'],
  sexual_explicit: ['porn', 'naked', 'hardcore'],
  self_harm: ['myself'],
};

/** What the tiny captioner says of bright pictures, and of dark ones. */
export const tinyCaptions = { bright: 'a fox sits under a lamp', dark: 'an owl flies over the quiet wood' };

const side = 32;

/**
 * Writes a text classifier in the usual folder layout that judges by single words, as toxicity classifiers with several
 * labels do.
 */
export function writeTinyTextClassifier(folder: string): void {
  const labels = Object.keys(tinyTextLabels);
  const words = ['[PAD]', '[UNK]', ...Object.values(tinyTextLabels).flat()];
  const votes = words.flatMap((word) => Object.values(tinyTextLabels).map((own) => (own.includes(word) ? 10 : 0)));

  const graph = new OnnxGraph();
  const ids = graph.input('input_ids', 'int64', ['batch', 'length']);
  const mask = graph.input('attention_mask', 'int64', ['batch', 'length']);
  const seen = graph.op('Gather', [graph.floats(votes, [words.length, labels.length]), ids]);
  const weight = graph.op('Unsqueeze', [graph.op('Cast', [mask], { to: 1 }), graph.integers([2])]);
  const sum = graph.op('ReduceSum', [graph.op('Mul', [seen, weight]), graph.integers([1])], { keepdims: 0 });
  const logits = graph.op('Add', [sum, graph.floats(labels.map(() => -6))]);
  graph.output(logits, 'logits', 'float32', ['batch', labels.length]);

  write(
    folder,
    { model: graph.build() },
    {
      'config.json': {
        model_type: 'bert',
        architectures: ['BertForSequenceClassification'],
        problem_type: 'multi_label_classification',
        id2label: Object.fromEntries(labels.entries()),
      },
      'tokenizer.json': {
        version: '1.0',
        truncation: null,
        padding: null,
        added_tokens: [],
        normalizer: { type: 'Lowercase' },
        pre_tokenizer: { type: 'Whitespace' },
        post_processor: null,
        decoder: null,
        model: {
          type: 'WordLevel',
          vocab: Object.fromEntries(words.map((word, id) => [word, id])),
          unk_token: '[UNK]',
        },
      },
      'tokenizer_config.json': {
        tokenizer_class: 'PreTrainedTokenizerFast',
        pad_token: '[PAD]',
        unk_token: '[UNK]',
        model_max_length: 512,
      },
    },
  );
}

/** Writes a picture classifier in the usual folder layout that takes red pictures for `nsfw`. */
export function writeTinyImageClassifier(folder: string): void {
  const graph = new OnnxGraph();
  const colours = averageColours(graph);
  const logits = graph.op('Add', [
    graph.op('MatMul', [colours, graph.floats([0, 12, 0, 0, 0, -12], [3, 2])]),
    graph.floats([0, -5]),
  ]);
  graph.output(logits, 'logits', 'float32', ['batch', 2]);
  write(
    folder,
    { model: graph.build() },
    {
      'config.json': {
        model_type: 'vit',
        architectures: ['ViTForImageClassification'],
        id2label: { 0: 'normal', 1: 'nsfw' },
      },
      'preprocessor_config.json': pictures,
    },
  );
}

/** Writes a captioner in the folder layout of ViT-GPT2 that tells bright pictures from dark ones. */
export function writeTinyCaptioner(folder: string): void {
  const sentences = Object.values(tinyCaptions).map((text) => text.split(/(?= )/));
  // No token comes twice, so that each tells which comes next.
  const pieces = sentences.flat();
  const end = pieces.length;
  const size = end + 1;

  const encoder = new OnnxGraph();
  const light = encoder.op('MatMul', [averageColours(encoder), encoder.floats(Array(24).fill(1 / 3), [3, 8])]);
  const states = encoder.op('Unsqueeze', [light, encoder.integers([1])]);
  encoder.output(states, 'last_hidden_state', 'float32', ['batch', 1, 8]);

  const decoder = new OnnxGraph();
  const ids = decoder.input('input_ids', 'int64', ['batch', 'length']);
  const seen = decoder.input('encoder_hidden_states', 'float32', ['batch', 'positions', 8]);
  const next = sentences.map((sentence, which) => {
    const first = which === 0 ? 0 : sentences[0]!.length;
    const table = Array.from({ length: size }, () => end);
    table[end] = first;
    for (let index = 0; index < sentence.length - 1; index++) table[first + index] = first + index + 1;
    return decoder.op('Gather', [decoder.integers(table), ids]);
  });
  const brightness = decoder.op('ReduceMean', [seen], { axes: [1, 2], keepdims: 0 });
  const isBright = decoder.op('Greater', [brightness, decoder.floats([0], [])]);
  const chosen = decoder.op('Where', [decoder.op('Unsqueeze', [isBright, decoder.integers([1])]), next[0]!, next[1]!]);
  const logits = decoder.op('OneHot', [chosen, decoder.integers([size], []), decoder.floats([0, 20])], { axis: -1 });
  decoder.output(logits, 'logits', 'float32', ['batch', 'length', size]);
  const table = decoder.floats(Array(size * 8).fill(0), [size, 8]);
  const own = decoder.op('Reshape', [decoder.op('Gather', [table, ids]), decoder.integers([0, 0, 2, 4])]);
  const heads = decoder.op('Transpose', [own], { perm: [0, 2, 1, 3] });
  for (const name of ['key', 'value']) {
    const past = decoder.input(`past_key_values.0.${name}`, 'float32', ['batch', 2, 'past', 4]);
    const all = decoder.op('Concat', [past, heads], { axis: 2 });
    decoder.output(all, `present.0.${name}`, 'float32', ['batch', 2, 'total', 4]);
  }

  const ends = { decoder_start_token_id: end, bos_token_id: end, eos_token_id: end, pad_token_id: end };
  const byteLevel = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true };
  write(
    folder,
    { encoder_model: encoder.build(), decoder_model_merged: decoder.build() },
    {
      'config.json': {
        model_type: 'vision-encoder-decoder',
        architectures: ['VisionEncoderDecoderModel'],
        is_encoder_decoder: true,
        encoder: { model_type: 'vit' },
        decoder: { model_type: 'gpt2', n_head: 2, n_layer: 1, n_embd: 8 },
        ...ends,
      },
      'generation_config.json': { ...ends, max_length: 40 },
      'preprocessor_config.json': pictures,
      'tokenizer_config.json': {
        tokenizer_class: 'GPT2Tokenizer',
        eos_token: '<|endoftext|>',
        bos_token: '<|endoftext|>',
      },
      'tokenizer.json': {
        version: '1.0',
        added_tokens: [
          {
            id: end,
            content: '<|endoftext|>',
            single_word: false,
            lstrip: false,
            rstrip: false,
            normalized: false,
            special: true,
          },
        ],
        normalizer: null,
        pre_tokenizer: byteLevel,
        post_processor: null,
        decoder: byteLevel,
        model: {
          type: 'BPE',
          vocab: Object.fromEntries(pieces.map((piece, id) => [toByteLevel(piece), id])),
          merges: [],
        },
      },
    },
  );
}

/** Red, green and blue of a picture on average, −1 to 1, shape [batch, 3]. */
function averageColours(graph: OnnxGraph): string {
  const pixels = graph.input('pixel_values', 'float32', ['batch', 3, side, side]);
  return graph.op('Flatten', [graph.op('GlobalAveragePool', [pixels])]);
}

/** `preprocessor_config.json` of a vision transformer. */
const pictures = {
  image_processor_type: 'ViTImageProcessor',
  do_resize: true,
  size: { height: side, width: side },
  do_rescale: true,
  rescale_factor: 1 / 255,
  do_normalize: true,
  image_mean: [0.5, 0.5, 0.5],
  image_std: [0.5, 0.5, 0.5],
  resample: 2,
};

function write(folder: string, networks: Record<string, Uint8Array>, files: Record<string, unknown>): void {
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  for (const [name, bytes] of Object.entries(networks)) writeFileSync(join(folder, 'onnx', `${name}.onnx`), bytes);
  for (const [name, value] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(value));
}
