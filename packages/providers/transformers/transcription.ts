import { KinoraError } from '@kinora/capabilities';
import type { HeardWord, ModelProcess, TranscriptionMetadata, TranscriptionModelV4 } from '@kinora/capabilities';
import type { OpenLocalModel } from '@kinora/capabilities/local';
import { decodeAudio } from '@kinora/media/video';
import type { LanguageAnswer, WhisperDetails, WindowAnswer, WindowRequest } from './process/whisper.ts';
import { nextWindow } from './windows.ts';

/** What a caller may set under `providerOptions.kinora`. */
export type WhisperOptions = {
  /** ISO 639-1. Omitted: heard from the first half minute. */
  language?: string;
  /** Told after each window: how much of the recording is done (0 to 1), and what was heard in the window. */
  onProgress?: (progress: { fraction: number; text: string }) => void;
};

type Options = Parameters<TranscriptionModelV4['doGenerate']>[0];
type Result = Awaited<ReturnType<TranscriptionModelV4['doGenerate']>>;

const sampleRate = 16_000;
/** Seconds from which the language is heard. */
const languageSeconds = 30;

/**
 * Whisper on this machine: any audio or video file, of any length up to three hours. Long recordings are heard in windows
 * that end in pauses; silence isn't listened to. Word times (±0.1 s) are in `words` and `providerMetadata.kinora`.
 * @throws KinoraError `request.invalid` for a file without sound, `job.cancelled`, and what the process throws.
 */
export function createWhisper(modelId: string, open: OpenLocalModel): TranscriptionModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'transformers',
    modelId,
    async doGenerate({ audio, providerOptions, abortSignal, timestampGranularities }: Options): Promise<Result> {
      checkCancelled(abortSignal);
      const options = (providerOptions?.['kinora'] ?? {}) as WhisperOptions;
      const source = typeof audio === 'string' ? Buffer.from(audio, 'base64') : audio;
      const pcm = await decodeAudio(source, { sampleRate, channels: 1, ...(abortSignal && { signal: abortSignal }) });
      const samples = pcm.channels[0]!;
      const { model, process } = await open();
      const details = (await process.load()).details as WhisperDetails | undefined;
      const warnings: Result['warnings'] = [];
      if (details?.timesWords === false && timestampGranularities?.includes('word') !== false) {
        const message = `${model.title} can’t time words; install one whose name ends in “timestamped” for that.`;
        warnings.push({ type: 'other', message });
      }
      const heard = await hearAll(samples, { process, options, signal: abortSignal });
      const words = details?.timesWords === false ? undefined : heard.words;
      return {
        text: joinText(
          heard.segments.map(({ text }) => text),
          heard.language,
        ),
        segments: heard.segments.map(({ text, start, end }) => ({ text, startSecond: start, endSecond: end })),
        ...(words && { words: words.map(({ text, start, end }) => ({ text, startSecond: start, endSecond: end })) }),
        language: heard.language,
        durationInSeconds: samples.length / sampleRate,
        warnings,
        response: { timestamp: new Date(), modelId },
        providerMetadata: { kinora: (words ? { words } : {}) satisfies TranscriptionMetadata },
      };
    },
  };
}

type Heard = { language: string | undefined; segments: WindowAnswer['segments']; words: HeardWord[] };

async function hearAll(
  samples: Float32Array,
  { process, options, signal }: { process: ModelProcess; options: WhisperOptions; signal: AbortSignal | undefined },
): Promise<Heard> {
  const total = samples.length / sampleRate;
  const heard: Heard = { language: options.language?.slice(0, 2), segments: [], words: [] };
  const cut = (from: number, to: number) => samples.slice(Math.round(from * sampleRate), Math.round(to * sampleRate));
  let position = 0;
  const next = () => nextWindow(samples, { sampleRate, from: position });
  for (let window = next(); window; window = next()) {
    checkCancelled(signal);
    const { start, end } = window;
    if (heard.language === undefined) {
      const input = cut(start, Math.min(start + languageSeconds, total));
      const answer = await process.call<LanguageAnswer>('detect', input, { signal });
      heard.language = answer.language ?? 'en';
    }
    const request: WindowRequest = { samples: cut(start, end), language: heard.language };
    const answer = await process.call<WindowAnswer>('hear', request, { signal });
    const shift = <Timed extends { start: number; end: number }>(timed: Timed): Timed => ({
      ...timed,
      start: timed.start + start,
      end: timed.end + start,
    });
    heard.segments.push(...answer.segments.map(shift));
    heard.words.push(...(answer.words ?? []).map(shift));
    // A segment that the window cut off is heard again with what follows, unless that would be the same window again.
    const isCut = end < total && answer.complete > 1;
    position = isCut ? start + answer.complete : end;
    options.onProgress?.({
      fraction: Math.min(1, position / total),
      text: joinText(
        answer.segments.map(({ text }) => text),
        heard.language,
      ),
    });
  }
  options.onProgress?.({ fraction: 1, text: '' });
  return { ...heard, words: inOrder(heard.words) };
}

/** Overlaps at the seams of windows are given to the earlier word. */
function inOrder(words: HeardWord[]): HeardWord[] {
  let last = 0;
  return words.map(({ text, start, end }) => {
    const from = Math.max(last, start);
    last = Math.max(from, end);
    return { text, start: from, end: last };
  });
}

/** Chinese and Japanese put no space between segments. */
function joinText(texts: string[], language: string | undefined): string {
  return texts.join(/^(?:ja|zh|yue|th|lo|my)/.test(language ?? '') ? '' : ' ');
}

function checkCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new KinoraError('job.cancelled', 'The transcription was cancelled.');
}
