import { KinoraError, type SpeechModelV4 } from '@kinora/capabilities';
import { SpeechPool } from './pool.ts';
import { espeakVoices, type EspeakVoice } from './voices.ts';

type Warnings = Awaited<ReturnType<SpeechModelV4['doGenerate']>>['warnings'];

/** The built-in narrator. Dispose it to end its threads. */
export type EspeakSpeech = SpeechModelV4 &
  AsyncDisposable & {
    /** Starts the threads and loads the synthesiser ahead of the first call, which then takes a third of the time. */
    prepare(): Promise<void>;
  };

/** Longest text of one call, UTF-16 units. */
const longestText = 10_000;

/**
 * The built-in narrator: espeak-ng in worker threads, mastered for bedtime. English and Japanese; words in other
 * scripts are read in their own language where espeak-ng has it.
 *
 * `voice` is an id of {@link builtinVoiceList}; omitted: `willow`, or `yuki` with `language: 'ja'`. `speed` 1 is about
 * 110 words a minute, range 0.5 to 2. The audio is WAV, 16 bit, mono, 24 kHz, −20 LUFS; `providerMetadata.kinora` is
 * `SpeechMetadata` with every word's time.
 * @param settings.workers Threads at most. Default 2.
 */
export function createEspeakSpeech(settings: { workers?: number } = {}): EspeakSpeech {
  const { workers = 2 } = settings;
  const pool = new SpeechPool(workers);
  return {
    specificationVersion: 'v4',
    provider: 'builtin',
    modelId: 'espeak-ng',
    async doGenerate({ text, voice, outputFormat, instructions, speed = 1, language, abortSignal }) {
      const narrator = findVoice(voice, language);
      checkText(text);
      if (!(speed >= 0.5 && speed <= 2)) {
        throw new KinoraError('request.invalid', `A speed of ${speed} is out of range; choose 0.5 to 2.`, {
          data: { field: 'speed', allowed: '0.5–2' },
        });
      }
      const warnings: Warnings = [];
      if (outputFormat !== undefined && outputFormat !== 'wav') {
        warnings.push({ type: 'unsupported', feature: 'outputFormat', details: 'The audio is WAV.' });
      }
      if (instructions !== undefined) {
        const details = 'The built-in narrator reads by the punctuation alone.';
        warnings.push({ type: 'unsupported', feature: 'instructions', details });
      }
      if (language !== undefined && language !== 'auto' && !narrator.language.startsWith(language.slice(0, 2))) {
        const details = `The voice ${narrator.id} reads ${narrator.language}.`;
        warnings.push({ type: 'unsupported', feature: 'language', details });
      }
      const speech = await pool.speak({ text, voice: narrator.id, speed }, abortSignal);
      if (speech.unread.length > 0) {
        const words = speech.unread.slice(0, 5).join(', ');
        warnings.push({ type: 'other', message: `Words in a script the narrator can’t read were left out: ${words}.` });
      }
      return {
        audio: speech.audio,
        warnings,
        response: { timestamp: new Date(), modelId: 'espeak-ng' },
        providerMetadata: { kinora: speech.metadata },
      };
    },
    async prepare() {
      // A sentence of every kind of sound makes the JIT compile what a story will need.
      const text = 'Once upon a time, “Is anyone there?” said Owl, and the fox blinked.';
      await Promise.all(Array.from({ length: workers }, () => pool.speak({ text, voice: 'willow', speed: 1 })));
    },
    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
  };
}

function findVoice(id: string | undefined, language: string | undefined): EspeakVoice {
  const wanted = id ?? (language?.startsWith('ja') ? 'yuki' : 'willow');
  const voice = espeakVoices.find((candidate) => candidate.id === wanted);
  if (voice) return voice;
  const allowed = espeakVoices.map((candidate) => candidate.id).join(', ');
  throw new KinoraError('request.invalid', `There is no voice “${wanted}”; choose one of ${allowed}.`, {
    data: { field: 'voice', allowed },
  });
}

function checkText(text: string): void {
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new KinoraError('request.invalid', 'There is nothing to read aloud in this text; write a few words.', {
      data: { field: 'text' },
    });
  }
  if (text.length > longestText) {
    throw new KinoraError(
      'request.invalid',
      `The text has ${text.length} characters; the narrator reads at most ${longestText} at once. Split it.`,
      { data: { field: 'text', allowed: `1–${longestText}` } },
    );
  }
}
