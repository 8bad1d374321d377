import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toByteLevel } from './byte-level.ts';
import { OnnxGraph } from './onnx-writer.ts';

/** What the tiny Florence says of any picture, and what it finds in it. */
export const tinyFlorence = { caption: 'The image shows a fox under one lamp.', objects: ['fox', 'lamp'] };

const width = 8;
const heads = 2;
const side = 32;

/**
 * Writes a captioner in the folder layout of Florence-2: four networks, tasks by prompt, objects with their places. Its
 * embeddings carry the token's number in channel 1 and the task in channel 2.
 */
export function writeTinyFlorence(folder: string): void {
  const caption = tinyFlorence.caption.split(/(?= )/);
  // No token comes twice, so that each tells which comes next.
  const objects = tinyFlorence.objects.flatMap((name, index) => [
    name,
    ...[1, 2, 3, 4].map((place) => `<loc_${place + 10 * index}>`),
  ]);
  const answers = [...caption, ...objects];
  const [start, end, pad, captionTask, objectTask] = [0, 1, 2, 3, 4].map((index) => answers.length + index) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const size = answers.length + 5;

  const vision = new OnnxGraph();
  const pixels = vision.input('pixel_values', 'float32', ['batch', 3, side, side]);
  const colours = vision.op('Flatten', [vision.op('GlobalAveragePool', [pixels])]);
  const features = vision.op('MatMul', [colours, vision.floats(Array(3 * width).fill(0), [3, width])]);
  vision.output(vision.op('Unsqueeze', [features, vision.integers([1])]), 'image_features', 'float32', [
    'batch',
    1,
    width,
  ]);

  const embed = new OnnxGraph();
  const table = Array.from({ length: size }, (_, id) => [0, id, id === objectTask ? 1 : 0, 0, 0, 0, 0, 0]).flat();
  const embedded = embed.op('Gather', [
    embed.floats(table, [size, width]),
    embed.input('input_ids', 'int64', ['batch', 'length']),
  ]);
  embed.output(embedded, 'inputs_embeds', 'float32', ['batch', 'length', width]);

  const encoder = new OnnxGraph();
  encoder.input('attention_mask', 'int64', ['batch', 'length']);
  const same = encoder.op('Identity', [encoder.input('inputs_embeds', 'float32', ['batch', 'length', width])]);
  encoder.output(same, 'last_hidden_state', 'float32', ['batch', 'length', width]);

  const decoder = new OnnxGraph();
  decoder.input('encoder_attention_mask', 'int64', ['batch', 'source']);
  const states = decoder.input('encoder_hidden_states', 'float32', ['batch', 'source', width]);
  const embeds = decoder.input('inputs_embeds', 'float32', ['batch', 'length', width]);
  const channel = (value: string, index: number) =>
    decoder.op('Gather', [value, decoder.integers([index], [])], { axis: 2 });
  const ids = decoder.op('Cast', [decoder.op('Round', [channel(embeds, 1)])], { to: 7 });
  const task = decoder.op('ReduceMax', [channel(states, 2)], { axes: [1], keepdims: 1 });
  const next = [
    [0, caption.length],
    [caption.length, answers.length],
  ].map(([first, last]) => {
    const chain = Array.from({ length: size }, () => end);
    chain[end] = first!;
    for (let id = first!; id < last! - 1; id++) chain[id] = id + 1;
    return decoder.op('Gather', [decoder.integers(chain), ids]);
  });
  const chosen = decoder.op('Where', [decoder.op('Greater', [task, decoder.floats([0.5], [])]), next[1]!, next[0]!]);
  const logits = decoder.op('OneHot', [chosen, decoder.integers([size], []), decoder.floats([0, 20])], { axis: -1 });
  decoder.output(logits, 'logits', 'float32', ['batch', 'length', size]);
  const split = (value: string) =>
    decoder.op('Transpose', [decoder.op('Reshape', [value, decoder.integers([0, 0, heads, width / heads])])], {
      perm: [0, 2, 1, 3],
    });
  for (const [name, value] of [
    ['decoder.key', embeds],
    ['decoder.value', embeds],
    ['encoder.key', states],
    ['encoder.value', states],
  ] as const) {
    const past = decoder.input(`past_key_values.0.${name}`, 'float32', ['batch', heads, `past ${name}`, width / heads]);
    const isOwn = name.startsWith('decoder');
    // What the encoder gave doesn't grow; it is read so that the runtime keeps the input.
    const unread = decoder.op('Mul', [
      decoder.op('Cast', [decoder.op('Size', [past])], { to: 1 }),
      decoder.floats([0], []),
    ]);
    const kept = isOwn
      ? decoder.op('Concat', [past, split(value)], { axis: 2 })
      : decoder.op('Add', [split(value), unread]);
    decoder.output(kept, `present.0.${name}`, 'float32', ['batch', heads, `total ${name}`, width / heads]);
  }

  const ends = { decoder_start_token_id: end, bos_token_id: start, eos_token_id: end, pad_token_id: pad };
  const special = ['<s>', '</s>', '<pad>'];
  const places = [...answers.entries()].filter(([, text]) => text.startsWith('<loc_'));
  const byteLevel = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true };
  const networks = {
    vision_encoder: vision,
    embed_tokens: embed,
    encoder_model: encoder,
    decoder_model_merged: decoder,
  };
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  for (const [name, graph] of Object.entries(networks))
    writeFileSync(join(folder, 'onnx', `${name}.onnx`), graph.build());
  const language = {
    model_type: 'florence2_language',
    d_model: width,
    decoder_layers: 1,
    decoder_attention_heads: heads,
    encoder_layers: 1,
    encoder_attention_heads: heads,
    vocab_size: size,
    is_encoder_decoder: true,
  };
  const files = {
    'config.json': {
      model_type: 'florence2',
      architectures: ['Florence2ForConditionalGeneration'],
      is_encoder_decoder: true,
      vocab_size: size,
      text_config: { ...language, ...ends },
      vision_config: { model_type: 'davit' },
      ...ends,
    },
    'generation_config.json': { ...ends, max_length: 60 },
    'preprocessor_config.json': {
      processor_class: 'Florence2Processor',
      image_processor_type: 'CLIPImageProcessor',
      do_resize: true,
      size: { height: side, width: side },
      crop_size: { height: side, width: side },
      do_center_crop: false,
      do_rescale: true,
      rescale_factor: 1 / 255,
      do_normalize: true,
      image_mean: [0.5, 0.5, 0.5],
      image_std: [0.5, 0.5, 0.5],
      resample: 3,
      tasks_answer_post_processing_type: { '<DETAILED_CAPTION>': 'pure_text', '<OD>': 'description_with_bboxes' },
      task_prompts_without_inputs: { '<DETAILED_CAPTION>': 'caption', '<OD>': 'objects' },
      task_prompts_with_input: {},
    },
    'tokenizer_config.json': {
      tokenizer_class: 'BartTokenizer',
      bos_token: '<s>',
      eos_token: '</s>',
      pad_token: '<pad>',
      model_max_length: 64,
    },
    'tokenizer.json': {
      version: '1.0',
      added_tokens: [
        ...special.map((content, index) => ({ id: start + index, content, isSpecial: true })),
        ...['caption', 'objects'].map((content, index) => ({ id: captionTask + index, content, isSpecial: false })),
        ...places.map(([id, content]) => ({ id, content, isSpecial: false })),
      ].map(({ isSpecial, ...token }) => ({
        ...token,
        single_word: false,
        lstrip: false,
        rstrip: false,
        normalized: false,
        special: isSpecial,
      })),
      normalizer: null,
      pre_tokenizer: byteLevel,
      post_processor: null,
      decoder: byteLevel,
      model: { type: 'BPE', vocab: Object.fromEntries(answers.map((text, id) => [toByteLevel(text), id])), merges: [] },
    },
  };
  for (const [name, value] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(value));
}
