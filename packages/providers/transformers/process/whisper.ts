import type { HeardWord, LoadedModel, MethodContext } from '@kinora/capabilities';
import type { Library, Model, Opened, Processor, Tensor, Tokenizer } from './library.ts';

/** One window of sound, at most 30 s. */
export type WindowRequest = {
  /** Mono, 16 kHz. */
  samples: Float32Array;
  /** ISO 639-1. */
  language: string;
};

/** What was heard in a window. Times in seconds from its start. */
export type WindowAnswer = {
  segments: { text: string; start: number; end: number }[];
  /** Absent when the export can't time words. */
  words?: HeardWord[];
  /** Up to here the answer is complete; what follows is to be heard again with what comes after it. */
  complete: number;
};

/** Which language is spoken. `null` for a model that knows but one. */
export type LanguageAnswer = { language: string | null; probability: number };

/** What the window's model reports about itself. */
export type WhisperDetails = { isMultilingual: boolean; timesWords: boolean };

type WhisperTokenizer = Tokenizer & {
  timestamp_begin: number;
  _decode_asr(
    sequences: { tokens: number[]; token_timestamps?: number[]; stride: [number, number, number] }[],
    options: { time_precision: number; return_timestamps: true | 'word'; force_full_sequences: false },
  ): [string, { chunks: { text: string; timestamp: [number | null, number | null] }[] }];
};

const sampleRate = 16_000;
/** Seconds between two of the times that Whisper can name. */
const precision = 0.02;

/** Loads a Whisper. Methods: `detect` (samples → {@link LanguageAnswer}), `hear` ({@link WindowRequest}). */
export async function loadWhisper(opened: Opened): Promise<LoadedModel> {
  const model = await opened.load('AutoModelForSpeechSeq2Seq');
  const tokenizer = (await opened.load('AutoTokenizer')) as WhisperTokenizer;
  const processor = await opened.load('AutoProcessor');
  const whisper: Whisper = { library: opened.library, model, tokenizer, processor, details: inspect(model) };
  return {
    methods: {
      detect: async (samples: Float32Array) => await detect(whisper, samples),
      hear: async (request: WindowRequest, context: MethodContext) => await hear(whisper, request, context),
    },
    device: opened.device(),
    details: whisper.details,
  };
}

type Whisper = {
  library: Library;
  model: Model;
  tokenizer: WhisperTokenizer;
  processor: Processor;
  details: WhisperDetails;
};

function inspect({ generation_config: config, sessions }: Model): WhisperDetails {
  const outputs = Object.values(sessions).flatMap((session) => session.outputNames);
  return {
    isMultilingual: config['is_multilingual'] === true,
    timesWords: Array.isArray(config['alignment_heads']) && outputs.some((name) => name.startsWith('cross_attentions')),
  };
}

/** The first token after the start names the language (Radford et al. 2022, 2.3). */
async function detect({ library, model, processor, details }: Whisper, samples: Float32Array): Promise<LanguageAnswer> {
  const languages = Object.entries((model.generation_config['lang_to_id'] ?? {}) as Record<string, number>);
  if (!details.isMultilingual || languages.length === 0) return { language: null, probability: 1 };
  const { input_features } = await processor(samples);
  const start = BigInt(model.generation_config['decoder_start_token_id'] as number);
  const { logits } = await model({
    input_features,
    decoder_input_ids: new library.Tensor('int64', BigInt64Array.of(start), [1, 1]),
  });
  const scores = languages.map(([, id]) => Number(logits!.data[id]));
  const highest = Math.max(...scores);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - highest), 0);
  return { language: languages[scores.indexOf(highest)]![0].slice(2, -2), probability: 1 / total };
}

async function hear(whisper: Whisper, request: WindowRequest, { signal }: MethodContext): Promise<WindowAnswer> {
  const { model, processor, library, details } = whisper;
  const { input_features } = await processor(request.samples);
  const stop = new library.InterruptableStoppingCriteria();
  const interrupt = () => stop.interrupt();
  signal.addEventListener('abort', interrupt, { once: true });
  try {
    const generate = async (extra: Record<string, unknown>) =>
      readTokens(
        await model.generate({
          inputs: input_features,
          return_timestamps: true,
          // Frames of attention, two to one of the spectrogram.
          ...(details.timesWords && {
            return_token_timestamps: true,
            num_frames: Math.ceil(request.samples.length / sampleRate / precision),
          }),
          ...(details.isMultilingual && { language: request.language, task: 'transcribe' }),
          // Given, it also keeps the library from seeking on by itself.
          max_new_tokens: Number(model.config['max_target_positions'] ?? 448) - 8,
          stopping_criteria: stop,
          ...extra,
        }),
      );
    let output = await generate({});
    if (goesRoundInCircles(output.tokens)) output = await generate({ no_repeat_ngram_size: 4 });
    signal.throwIfAborted();
    return read(whisper, output, request.samples.length / sampleRate);
  } finally {
    signal.removeEventListener('abort', interrupt);
  }
}

type Tokens = { tokens: number[]; times?: number[] };

function readTokens(output: unknown): Tokens {
  const { sequences, token_timestamps: times } = output as { sequences?: Tensor; token_timestamps?: Tensor };
  const list = (tensor: Tensor) => Array.from(tensor.data, Number);
  return { tokens: list(sequences ?? (output as Tensor)), ...(times && { times: list(times) }) };
}

/** Whisper's known failure: the same few words until the space is used up. */
export function goesRoundInCircles(tokens: number[]): boolean {
  for (let length = 1; length <= 12; length++) {
    let same = 0;
    for (let index = length; index < tokens.length; index++) {
      same = tokens[index] === tokens[index - length] ? same + 1 : 0;
      if (same >= Math.max(4 * length, 12)) return true;
    }
  }
  return false;
}

function read({ tokenizer, model }: Whisper, output: Tokens, seconds: number): WindowAnswer {
  const begin = tokenizer.timestamp_begin;
  const { tokens, times, isCut } = dropUnfinished(output, {
    begin,
    end: Number(model.generation_config['eos_token_id']),
  });
  const clamp = (time: number) => Math.min(Math.max(time, 0), seconds);
  const decode = (detail: true | 'word') => {
    const decoded = tokenizer['_decode_asr'](
      [{ tokens, ...(detail === 'word' && times && { token_timestamps: times }), stride: [seconds, 0, 0] }],
      { time_precision: precision, return_timestamps: detail, force_full_sequences: false },
    );
    return decoded[1].chunks
      .map(({ text, timestamp: [start, end] }) => ({
        text: text.trim(),
        start: clamp(start ?? 0),
        end: clamp(end ?? seconds),
      }))
      .filter(({ text }) => text !== '');
  };
  const last = tokens.findLast((token) => token >= begin);
  return {
    segments: decode(true),
    ...(times && { words: decode('word') }),
    complete: isCut && last !== undefined ? clamp((last - begin) * precision) : seconds,
  };
}

/**
 * Drops the start, the end, and what follows the last pair of times: a segment that the end of the window cut off
 * (Radford et al. 2022, 3.8). The language stays: words are found by it.
 */
export function dropUnfinished(
  { tokens, times }: Tokens,
  { begin, end }: { begin: number; end: number },
): Tokens & { isCut: boolean } {
  const isTime = (index: number) => (tokens[index] ?? 0) >= begin;
  let last = tokens.length;
  while (last > 1 && tokens[last - 1] === end) last--;
  const isFinished = isTime(last - 1) && !isTime(last - 2);
  let pair = last;
  if (!isFinished) for (pair = last - 1; pair > 1 && !(isTime(pair) && isTime(pair - 1));) pair--;
  const isCut = pair > 1 && pair < last;
  const stop = isCut ? pair : last;
  return { tokens: tokens.slice(1, stop), ...(times && { times: times.slice(1, stop) }), isCut };
}
