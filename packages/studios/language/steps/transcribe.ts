import type { AssetRef, TranscriptionMetadata, TranscriptionModelV4 } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities/errors';
import { writeWav } from '@kinora/media/audio';
import { takeSound } from '@kinora/media/recording';
import type { SoundLevels } from '@kinora/media/recording';
import { decodeAudio } from '@kinora/media/video';
import type { RecordingFacts } from '../lesson/lesson.ts';
import type { Span } from '../lesson/plan.ts';
import type { LessonLanguage } from '../lesson/request.ts';
import type { Cue } from '../transcript/cue.ts';
import type { LessonContext } from './context.ts';
import { putJson } from './json-file.ts';
import { hearSound } from './recording.ts';
import type { FoundCues } from './transcript.ts';

/** Shortest and longest stretch that is listened to at once, in seconds. */
const stretch = { shortest: 60, longest: 110 } as const;
/** Hertz. Enough for speech, and what models listen at. */
const sampleRate = 16_000;
/** Loudness in dB below which nobody speaks. */
const silence = -62;

/** What was heard in a stretch; times of the recording. */
type HeardPart = { cues: Omit<Cue, 'index'>[] };

/**
 * Has a model write down what is said, in stretches that end in pauses. Each is a derivation: a restart goes on with the stretch
 * that was listened to.
 * @throws KinoraError `provider.unavailable` when nobody listens, `request.invalid` without sound.
 */
export async function transcribe(
  facts: RecordingFacts,
  { language }: { language: LessonLanguage | undefined },
  context: LessonContext,
): Promise<AssetRef> {
  const model = context.models.transcription;
  if (model === null) {
    throw new KinoraError(
      'provider.unavailable',
      'There are no subtitles, and nobody listens yet. Give a subtitle file, or add a model under Models → Catalogue → Listening, or a service.',
      { data: { field: 'subtitles' } },
    );
  }
  const sound = await hearSound(facts, context);
  if (sound === null) throw new KinoraError('request.invalid', 'The recording has no sound. Give a subtitle file.');
  const identity = context.models.identity('transcription');
  const parts: HeardPart[] = [];
  for (const span of cutAtPauses(sound.levels)) {
    parts.push(
      await context.step<HeardPart>(
        {
          name: 'language.transcribe',
          version: 1,
          models: [identity],
          inputs: { recording: context.recording!.identity, ...span, language: language ?? null },
        },
        ({ signal }) => listen(model, span, { language, signal, context }),
      ),
    );
  }
  const cues = parts.flatMap((part) => part.cues).map((cue, index): Cue => ({ index, ...cue }));
  return putJson({ origin: 'transcription', cues, warnings: [] } satisfies FoundCues, context.assets);
}

async function listen(
  model: TranscriptionModelV4,
  span: Span,
  { language, signal, context }: { language: LessonLanguage | undefined; signal: AbortSignal; context: LessonContext },
): Promise<HeardPart> {
  const [clip] = await context.recording!.lend((path) => takeSound(path, { spans: [span], format: 'mp3' }, { signal }));
  const pcm = await decodeAudio(clip!, { sampleRate, channels: 1, maximumSeconds: stretch.longest + 10, signal });
  // Every service understands a WAV.
  const heard = await model.doGenerate({
    audio: writeWav(pcm),
    mediaType: 'audio/wav',
    abortSignal: signal,
    ...(language && { providerOptions: { kinora: { language } } }),
  });
  const { words } = (heard.providerMetadata?.['kinora'] ?? {}) as TranscriptionMetadata;
  return { cues: cuesOf(heard, words ?? [], span) };
}

type Heard = Pick<Awaited<ReturnType<TranscriptionModelV4['doGenerate']>>, 'text' | 'segments'>;

/** Cues of what a model heard; where it times words, they are found again in the text, one after the other. */
export function cuesOf(
  { text, segments }: Heard,
  words: readonly { text: string; start: number; end: number }[],
  span: Span,
): Omit<Cue, 'index'>[] {
  const length = span.end - span.start;
  const told =
    segments.length > 0
      ? segments.map((segment) => ({ text: segment.text, start: segment.startSecond, end: segment.endSecond }))
      : [{ text, start: 0, end: length }];
  const place = (seconds: number) => Math.round((span.start + Math.min(length, Math.max(0, seconds))) * 1000) / 1000;
  return told.flatMap((segment) => {
    const said = segment.text.replaceAll(/\s+/g, ' ').trim();
    const [start, end] = [place(segment.start), place(segment.end)];
    if (!/[\p{L}\p{N}]/u.test(said) || end <= start) return [];
    const timed: NonNullable<Cue['words']> = [];
    let from = 0;
    for (const word of words) {
      const middle = (word.start + word.end) / 2;
      if (middle < segment.start || middle >= segment.end) continue;
      const plain = word.text.trim();
      const offset = plain === '' ? -1 : said.indexOf(plain, from);
      if (offset < 0) continue;
      timed.push({ text: plain, offset, start: place(word.start), end: place(word.end) });
      from = offset + plain.length;
    }
    return [{ start, end, text: said, ...(timed.length > 0 && { words: timed }) }];
  });
}

/** Stretches that end where it is quietest; those in which it is silent are left out. */
export function cutAtPauses({ step, loudness }: Pick<SoundLevels, 'step' | 'loudness'>): Span[] {
  const spans: Span[] = [];
  for (let from = 0; from < loudness.length;) {
    const last = Math.min(loudness.length, from + Math.round(stretch.longest / step));
    let to = last;
    if (last < loudness.length) {
      // A third of a second of quiet is a pause, a single quiet moment may be a consonant.
      const width = Math.max(1, Math.round(0.3 / step));
      let quietest = Infinity;
      for (let at = from + Math.round(stretch.shortest / step); at + width <= last; at++) {
        const level = Math.max(...loudness.slice(at, at + width));
        if (level <= quietest) [quietest, to] = [level, at + Math.floor(width / 2)];
      }
    }
    const isHeard = loudness.slice(from, to).some((level) => level > silence);
    if (isHeard) spans.push({ start: Math.round(from * step * 1000) / 1000, end: Math.round(to * step * 1000) / 1000 });
    from = to;
  }
  return spans;
}
