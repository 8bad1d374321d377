import { KinoraError } from '@kinora/capabilities';
import type {
  ModelProcess,
  SpeechMetadata,
  SpeechModelV4,
  TranscriptionModelV4,
  WordTiming,
} from '@kinora/capabilities';
import type { OpenLocalModel } from '@kinora/capabilities/local';
import { alignWords, estimateWords, findVoiced, heardShare, measureLevels, splitScript } from '@kinora/media/audio';
import type { Pause, ScriptWord } from '@kinora/media/audio';
import type { SayAnswer, SayRequest } from './process.ts';
import { splitSentences } from './sentences.ts';
import type { Sentence } from './sentences.ts';
import { listVoices } from './voices.ts';
import type { SherpaVoice } from './voices.ts';

type Options = Parameters<SpeechModelV4['doGenerate']>[0];
type Result = Awaited<ReturnType<SpeechModelV4['doGenerate']>>;

/** What a caller may set under `providerOptions.kinora`. */
export type SherpaOptions = {
  /** Told after each sentence: how much of the text is said, 0 to 1. */
  onProgress?: (progress: { fraction: number }) => void;
};

/** Longest text of one call, UTF-16 units. */
const longestText = 10_000;
/** Seconds of silence before the first word. */
const leadIn = 0.15;
/** Seconds of silence after a sentence at speed 1. */
const pauses: Partial<Record<Pause, number>> = {
  comma: 0.2,
  clause: 0.3,
  ellipsis: 0.45,
  sentence: 0.5,
  paragraph: 0.9,
  end: 0.8,
};

/**
 * Neural voices on this machine, sentence by sentence. `voice` is one of {@link listVoices}; another is replaced by the
 * model's own with a warning. `speed` 1 is a little slower than the model speaks by itself; range 0.5 to 2. The audio is
 * WAV, 16 bit, mono, −20 LUFS. Every word's time is in `providerMetadata.kinora`: heard by the transcription model where
 * there is one, otherwise estimated within each sentence.
 * @throws KinoraError `request.invalid` for a text without words or beyond 10,000 characters; `job.cancelled`.
 */
export function createSherpaSpeech(
  modelId: string,
  open: OpenLocalModel,
  services: { transcription?: (() => TranscriptionModelV4 | null) | undefined } = {},
): SpeechModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'sherpa',
    modelId,
    async doGenerate(options: Options): Promise<Result> {
      const { text, speed = 1, abortSignal } = options;
      checkCancelled(abortSignal);
      checkRequest(text, speed);
      const { model, process } = await open();
      const voices = await listVoices(model);
      const { voice, language, warnings } = chooseVoice(voices, options);
      const pace = Number(model.defaults['pace'] ?? 0.92);
      const { onProgress } = (options.providerOptions?.['kinora'] ?? {}) as SherpaOptions;
      const script = splitScript(text);
      const spoken = await sayAll(splitSentences(text), {
        process,
        script,
        speed,
        request: {
          speaker: voice.speaker,
          speed: speed * pace,
          language,
          steps: Number(model.defaults['steps'] ?? 5),
        },
        signal: abortSignal,
        onProgress,
      });
      if (spoken.words.length === 0) throw nothingToRead();
      const { samples, sampleRate } = spoken;
      const audio = await process.call<Uint8Array>('master', { samples, sampleRate }, signalOf(abortSignal));
      const duration = samples.length / sampleRate;
      const heard = await hear(services.transcription?.() ?? null, { audio, language: voice.language, abortSignal });
      if (heard.problem !== undefined) warnings.push({ type: 'other', message: heard.problem });
      const words =
        heard.words && heardShare(script, heard.words) >= 0.5
          ? alignWords(script, heard.words, duration)
          : spoken.words;
      const metadata: SpeechMetadata = { duration, sampleRate, words };
      return {
        audio,
        warnings,
        response: { timestamp: new Date(), modelId },
        providerMetadata: { kinora: metadata },
      };
    },
  };
}

function checkRequest(text: string, speed: number): void {
  if (!/[\p{L}\p{N}]/u.test(text)) throw nothingToRead();
  if (text.length > longestText) {
    throw new KinoraError(
      'request.invalid',
      `The text has ${text.length} characters; at most ${longestText} are read at once. Split it.`,
      { data: { field: 'text', allowed: `1–${longestText}` } },
    );
  }
  if (!(speed >= 0.5 && speed <= 2)) {
    throw new KinoraError('request.invalid', `A speed of ${speed} is out of range; choose 0.5 to 2.`, {
      data: { field: 'speed', allowed: '0.5–2' },
    });
  }
}

function nothingToRead(): KinoraError {
  return new KinoraError('request.invalid', 'There is nothing to read aloud in this text; write a few words.', {
    data: { field: 'text' },
  });
}

/** A route asks several providers with one voice, so an unknown one is no error. */
function chooseVoice(
  voices: SherpaVoice[],
  { voice: id, language, outputFormat, instructions }: Options,
): { voice: SherpaVoice; language: string; warnings: Result['warnings'] } {
  const warnings: Result['warnings'] = [];
  const warn = (feature: string, details: string) => warnings.push({ type: 'unsupported', feature, details });
  const wanted = language === undefined || language === 'auto' ? undefined : language.slice(0, 2);
  const byId = voices.find((each) => each.id === id || String(each.speaker) === id);
  const voice = byId ?? voices.find((each) => wanted !== undefined && each.language.startsWith(wanted)) ?? voices[0]!;
  if (id !== undefined && !byId) warn('voice', `This model has no voice “${id}”; ${voice.name} reads.`);
  if (wanted !== undefined && !voice.language.startsWith(wanted)) {
    warn('language', `The voice ${voice.name} reads ${voice.language}.`);
  }
  if (outputFormat !== undefined && outputFormat !== 'wav') warn('outputFormat', 'The audio is WAV.');
  if (instructions !== undefined) warn('instructions', 'This voice reads by the punctuation alone.');
  return { voice, language: voice.language.slice(0, 2), warnings };
}

type Spoken = { samples: Float32Array; sampleRate: number; words: WordTiming[] };

async function sayAll(
  sentences: Sentence[],
  options: {
    process: ModelProcess;
    script: ScriptWord[];
    speed: number;
    request: Omit<SayRequest, 'text'>;
    signal: AbortSignal | undefined;
    onProgress: SherpaOptions['onProgress'];
  },
): Promise<Spoken> {
  const { process, script, speed, request, signal, onProgress } = options;
  const parts: { samples: Float32Array; at: number }[] = [];
  const words: WordTiming[] = [];
  let sampleRate = 0;
  let time = leadIn;
  for (const [index, sentence] of sentences.entries()) {
    checkCancelled(signal);
    const answer = await process.call<SayAnswer>(
      'say',
      { ...request, text: sentence.spoken } satisfies SayRequest,
      signalOf(signal),
    );
    sampleRate = answer.sampleRate;
    const samples = trim(answer);
    const own = script.filter(
      ({ offset }) => offset >= sentence.offset && offset < sentence.offset + sentence.text.length,
    );
    for (const word of estimateWords(own, { channels: [samples], sampleRate })) {
      words.push({ ...word, start: time + word.start, end: time + word.end });
    }
    parts.push({ samples, at: time });
    time += samples.length / sampleRate + (pauses[sentence.pause] ?? 0.2) / speed;
    onProgress?.({ fraction: (index + 1) / sentences.length });
  }
  const samples = new Float32Array(Math.ceil(time * sampleRate));
  for (const part of parts) samples.set(part.samples, Math.round(part.at * sampleRate));
  return { samples, sampleRate, words };
}

/** Models pad sentences with silence of their own, each differently. */
function trim({ samples, sampleRate }: SayAnswer): Float32Array {
  const voiced = findVoiced(measureLevels(samples, sampleRate));
  if (voiced.length === 0) return samples;
  const first = Math.max(0, Math.round((voiced[0]!.start - 0.03) * sampleRate));
  return samples.subarray(first, Math.round((voiced.at(-1)!.end + 0.06) * sampleRate));
}

/** What the recogniser heard, or why it couldn't: the estimate is there already. */
async function hear(
  recogniser: TranscriptionModelV4 | null,
  { audio, language, abortSignal }: { audio: Uint8Array; language: string; abortSignal: AbortSignal | undefined },
): Promise<{ words?: { text: string; start: number; end: number }[]; problem?: string }> {
  if (!recogniser) return {};
  try {
    const { words, providerMetadata } = await recogniser.doGenerate({
      audio,
      mediaType: 'audio/wav',
      timestampGranularities: ['word'],
      providerOptions: { kinora: { language: language.slice(0, 2) } },
      ...(abortSignal && { abortSignal }),
    });
    const own = (providerMetadata?.['kinora'] as { words?: { text: string; start: number; end: number }[] } | undefined)
      ?.words;
    const heard =
      own ?? words?.map(({ text, startSecond, endSecond }) => ({ text, start: startSecond, end: endSecond }));
    return heard && heard.length > 0 ? { words: heard } : {};
  } catch (error) {
    checkCancelled(abortSignal);
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: `The words’ times are estimated, because nobody could listen to them: ${reason}` };
  }
}

function signalOf(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal ? { signal } : {};
}

function checkCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new KinoraError('job.cancelled', 'The narration was cancelled.');
}
