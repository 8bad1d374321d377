import { KinoraError } from '@kinora/capabilities/errors';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Layouts of voices that sherpa-onnx reads. */
export type VoiceFormat = 'kokoro' | 'piper' | 'supertonic';

/** `OfflineTtsConfig` of sherpa-onnx, as far as it is used. */
export type VoiceConfig = {
  model: {
    kokoro?: Record<string, string>;
    vits?: Record<string, string>;
    supertonic?: Record<string, string>;
    numThreads: number;
    provider: 'cpu';
  };
  /** Rules that write numbers and dates out, comma-separated. */
  ruleFsts?: string;
};

/**
 * Finds the files of a voice in its folder.
 * @throws KinoraError `provider.failed` naming the file that is missing.
 */
export async function voiceConfig(
  format: VoiceFormat,
  folder: string,
  { threads }: { threads: number },
): Promise<VoiceConfig> {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/')).sort();
  const find = (pattern: RegExp) => names.find((name) => pattern.test(name));
  const take = (pattern: RegExp, name: string) => {
    const found = find(pattern);
    if (found !== undefined) return join(folder, found);
    throw new KinoraError('provider.failed', `This voice has no ${name}; install it again.`);
  };
  const hasPhonemes = find(/^espeak-ng-data\/phontab$/) !== undefined;
  const dataDir: Record<string, string> = hasPhonemes ? { dataDir: join(folder, 'espeak-ng-data') } : {};
  const lexicons = names.filter((name) => /^lexicon[^/]*\.txt$/.test(name));
  // One accent of English is enough; both at once disagree.
  const kept = lexicons.filter(
    (name) => !(name.includes('gb-en') && lexicons.some((other) => other.includes('us-en'))),
  );
  const lexicon: Record<string, string> =
    kept.length > 0 ? { lexicon: kept.map((name) => join(folder, name)).join(',') } : {};
  const rules = names.filter((name) => /^[^/]+\.fst$/.test(name)).map((name) => join(folder, name));
  const model = () => take(/^[^/]+\.onnx$/, 'network (.onnx)');
  const tokens = () => take(/^tokens\.txt$/, 'tokens.txt');
  const common = { numThreads: threads, provider: 'cpu' as const };
  const ruleFsts = rules.length > 0 ? { ruleFsts: rules.join(',') } : {};
  switch (format) {
    case 'kokoro':
      // Its rules are for Chinese, and would read the numbers of English texts in it too.
      return {
        model: {
          kokoro: {
            model: model(),
            voices: take(/^voices\.bin$/, 'voices.bin'),
            tokens: tokens(),
            ...dataDir,
            ...lexicon,
          },
          ...common,
        },
      };
    case 'piper':
      return { model: { vits: { model: model(), tokens: tokens(), ...dataDir, ...lexicon }, ...common }, ...ruleFsts };
    case 'supertonic':
      return {
        model: {
          supertonic: {
            durationPredictor: take(/duration_predictor[^/]*\.onnx$/, 'duration_predictor.onnx'),
            textEncoder: take(/text_encoder[^/]*\.onnx$/, 'text_encoder.onnx'),
            vectorEstimator: take(/vector_estimator[^/]*\.onnx$/, 'vector_estimator.onnx'),
            vocoder: take(/vocoder[^/]*\.onnx$/, 'vocoder.onnx'),
            ttsJson: take(/(^|\/)tts\.json$/, 'tts.json'),
            unicodeIndexer: take(/(^|\/)unicode_indexer\.bin$/, 'unicode_indexer.bin'),
            voiceStyle: take(/(^|\/)voice\.bin$/, 'voice.bin'),
          },
          ...common,
        },
      };
  }
}
