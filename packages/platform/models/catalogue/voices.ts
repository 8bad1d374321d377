import type { Entry } from './entry.ts';
import { MB } from './entry.ts';
import { licences } from './licences.ts';

/** Phoneme data of espeak-ng, which Piper and Kokoro voices bring along. */
const espeakData = [
  'espeak-ng-data/*',
  'espeak-ng-data/lang/*',
  'espeak-ng-data/lang/*/*',
  'espeak-ng-data/voices/*',
  'espeak-ng-data/voices/*/*',
];

const supertonicLanguages =
  'en ja de fr es it pt ko nl pl cs da sv fi et lv lt hu ro bg el hr sk sl ru uk tr ar hi id vi';

/** A Piper voice as the sherpa-onnx project packs it. */
function piper(options: { name: string; title: string; summary: string; language: string; quality: number }): Entry {
  const { name, title, summary, language, quality } = options;
  return {
    id: `piper-${name.toLowerCase().replaceAll('_', '-')}`,
    title,
    summary,
    purpose: 'speech',
    runtime: 'sherpa',
    format: 'piper',
    repository: `csukuangfj/vits-piper-${name}`,
    files: [`${name}.onnx`, `${name}.onnx.json`, 'tokens.txt', 'MODEL_CARD', ...espeakData],
    licence: licences.piper,
    bytes: 82 * MB,
    memoryBytes: 300 * MB,
    languages: [language],
    quality,
  };
}

/** Neural voices. */
export const voices: Entry[] = [
  {
    id: 'kokoro-en-v0.19',
    title: 'Kokoro (English)',
    summary: 'Eleven warm American and British voices; the best English of this list for bedtime.',
    purpose: 'speech',
    runtime: 'sherpa',
    format: 'kokoro',
    repository: 'csukuangfj/kokoro-en-v0_19',
    files: ['model.onnx', 'voices.bin', 'tokens.txt', ...espeakData],
    licence: licences.apache,
    bytes: 370 * MB,
    memoryBytes: 900 * MB,
    languages: ['en'],
    quality: 8,
  },
  {
    id: 'kokoro-multi-lang-v1.0',
    title: 'Kokoro (English, Chinese)',
    summary: '53 voices; English and Chinese are read well, other languages not.',
    purpose: 'speech',
    runtime: 'sherpa',
    format: 'kokoro',
    repository: 'csukuangfj/kokoro-multi-lang-v1_0',
    files: ['model.onnx', 'voices.bin', 'tokens.txt', '*.txt', '*.fst', 'dict/*', 'dict/*/*', ...espeakData],
    licence: licences.apache,
    bytes: 400 * MB,
    memoryBytes: 1000 * MB,
    languages: ['en', 'zh'],
    quality: 7,
  },
  {
    id: 'supertonic-3',
    title: 'Supertonic 3',
    summary:
      'Ten voices that speak 31 languages, Japanese too, in studio quality; very short sentences may lose a word.',
    purpose: 'speech',
    runtime: 'sherpa',
    format: 'supertonic',
    repository: 'csukuangfj2/sherpa-onnx-supertonic-3-tts-int8-2026-05-11',
    revision: 'cca5a0e6c96e1d2c720986bf7e75fcc81dee3ae4',
    files: [
      'duration_predictor.int8.onnx',
      'text_encoder.int8.onnx',
      'vector_estimator.int8.onnx',
      'vocoder.int8.onnx',
      'tts.json',
      'unicode_indexer.bin',
      'voice.bin',
      'LICENSE',
    ],
    licence: licences.supertonic,
    bytes: 135 * MB,
    memoryBytes: 500 * MB,
    languages: supertonicLanguages.split(' '),
    quality: 7,
    defaults: { voices: 10, steps: 5 },
  },
  piper({
    name: 'en_US-amy-medium',
    title: 'Piper: Amy (American English)',
    summary: 'A clear, calm woman’s voice, ten times faster than it speaks on a processor.',
    language: 'en',
    quality: 5,
  }),
  piper({
    name: 'en_US-lessac-medium',
    title: 'Piper: Lessac (American English)',
    summary: 'A lively reading voice; the recordings it learnt from are for research only.',
    language: 'en',
    quality: 5,
  }),
  piper({
    name: 'de_DE-thorsten-medium',
    title: 'Piper: Thorsten (German)',
    summary: 'A friendly man’s voice.',
    language: 'de',
    quality: 6,
  }),
  piper({
    name: 'fr_FR-siwis-medium',
    title: 'Piper: Siwis (French)',
    summary: 'A clear woman’s voice.',
    language: 'fr',
    quality: 6,
  }),
  piper({
    name: 'es_ES-davefx-medium',
    title: 'Piper: Davefx (Spanish)',
    summary: 'A calm man’s voice.',
    language: 'es',
    quality: 6,
  }),
  piper({
    name: 'zh_CN-huayan-medium',
    title: 'Piper: Huayan (Chinese)',
    summary: 'A clear woman’s voice.',
    language: 'zh',
    quality: 5,
  }),
];
