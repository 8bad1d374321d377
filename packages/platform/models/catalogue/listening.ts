import type { Entry } from './entry.ts';
import { GB, MB } from './entry.ts';
import { licences } from './licences.ts';

const languages = [
  'en',
  'ja',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'ru',
  'uk',
  'zh',
  'ko',
  'sv',
  'tr',
  'ar',
  'hi',
];

/** A Whisper in eight bits whose cross-attention is exported too, so that it times words. */
function whisper(options: {
  size: string;
  title: string;
  summary: string;
  bytes: number;
  memoryBytes: number;
  quality: number;
}): Entry {
  const { size, ...facts } = options;
  return {
    ...facts,
    id: `whisper-${size}`,
    purpose: 'transcription',
    runtime: 'transformers',
    format: 'whisper',
    repository: `onnx-community/whisper-${size}_timestamped`,
    files: [
      'config.json',
      'generation_config.json',
      'preprocessor_config.json',
      'tokenizer.json',
      'tokenizer_config.json',
      'onnx/encoder_model_quantized.onnx',
      'onnx/decoder_model_merged_quantized.onnx',
    ],
    licence: licences.apache,
    languages,
    defaults: { dtype: 'q8' },
  };
}

/** Models that listen. */
export const listening: Entry[] = [
  whisper({
    size: 'tiny',
    title: 'Whisper tiny',
    summary: 'Quick; good enough to time the words of a voice we know the text of.',
    bytes: 45 * MB,
    memoryBytes: 400 * MB,
    quality: 3,
  }),
  whisper({
    size: 'base',
    title: 'Whisper base',
    summary: 'Quick, with fair English; hears Japanese roughly.',
    bytes: 80 * MB,
    memoryBytes: 600 * MB,
    quality: 5,
  }),
  whisper({
    size: 'small',
    title: 'Whisper small',
    summary: 'Good English and fair Japanese at about the speed of speech on two cores.',
    bytes: 253 * MB,
    memoryBytes: 1.2 * GB,
    quality: 7,
  }),
  whisper({
    size: 'large-v3-turbo',
    title: 'Whisper large v3 turbo',
    summary: 'The best ears of this list, Japanese too; wants memory.',
    bytes: 1.09 * GB,
    memoryBytes: 3 * GB,
    quality: 9,
  }),
  {
    id: 'beat-this-small',
    title: 'Beat This! (small)',
    summary: 'Finds beats and downbeats of music, also without drums.',
    purpose: 'beats',
    runtime: 'onnx',
    format: 'beats',
    repository: 'nilsbc/beat-this-onnx',
    files: ['beat_this_small0.onnx', 'logmel.onnx', 'LICENSE'],
    licence: {
      ...licences.mit,
      url: 'https://github.com/CPJKU/beat_this/blob/main/LICENSE',
    },
    bytes: 15 * MB,
    memoryBytes: 500 * MB,
    quality: 7,
    defaults: { sampleRate: 22_050, framesPerSecond: 50, chunkFrames: 1500 },
  },
  {
    id: 'beat-this',
    title: 'Beat This!',
    summary: 'The large one: a little more accurate, five times slower.',
    purpose: 'beats',
    runtime: 'onnx',
    format: 'beats',
    repository: 'nilsbc/beat-this-onnx',
    files: ['beat_this_final0.onnx', 'logmel.onnx', 'LICENSE'],
    licence: {
      ...licences.mit,
      url: 'https://github.com/CPJKU/beat_this/blob/main/LICENSE',
    },
    bytes: 88 * MB,
    memoryBytes: 900 * MB,
    quality: 8,
    defaults: { sampleRate: 22_050, framesPerSecond: 50, chunkFrames: 1500 },
  },
];
