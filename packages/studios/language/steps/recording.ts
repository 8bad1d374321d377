import type { AssetRef } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities/errors';
import { hearRecording, readRecording, watchRecording } from '@kinora/media/recording';
import type { SoundLevels } from '@kinora/media/recording';
import type { RecordingFacts, SoundTrack } from '../lesson/lesson.ts';
import { recordingLimits } from '../lesson/request.ts';
import type { LessonContext } from './context.ts';
import { getJson, putJson } from './json-file.ts';

/** What moves where in the picture. */
export type SeenMotion = Awaited<ReturnType<typeof watchRecording>>;

/** Sound over time: its file for timelines, and all that plans look at. */
export type HeardSound = { track: AssetRef; levels: SoundLevels };

/** What the recording is. @throws KinoraError `request.invalid` for a file that is none, or too long. */
export async function lookAtRecording(context: LessonContext): Promise<RecordingFacts | null> {
  const { recording } = context;
  if (recording === null) return null;
  const facts = await context.step<RecordingFacts>(
    { name: 'language.recording', version: 1, inputs: { recording: recording.identity } },
    ({ signal }) => recording.lend((path) => readRecording(path, { signal })),
  );
  checkLength(facts);
  return facts;
}

/** @throws KinoraError `request.invalid` for a recording that is longer than can be worked on. */
export function checkLength({ seconds }: RecordingFacts): void {
  if (seconds <= recordingLimits.seconds + 60) return;
  throw new KinoraError(
    'request.invalid',
    `The recording has ${(seconds / 3600).toFixed(1)} hours; at most 4 can be worked on at once. Cut it into parts.`,
    { data: { field: 'recording' } },
  );
}

/** Listens to the recording from beginning to end. Null without sound. */
export async function hearSound(facts: RecordingFacts | null, context: LessonContext): Promise<HeardSound | null> {
  const { recording, assets } = context;
  if (recording === null || !facts?.audio) return null;
  const kept = await context.step<{ track: AssetRef; levels: AssetRef }>(
    { name: 'language.hear', version: 1, inputs: { recording: recording.identity } },
    async ({ signal }) => {
      const levels = await recording.lend((path) => hearRecording(path, { signal }));
      const { step, loudness, integrated } = levels;
      return {
        track: await putJson({ step, loudness: loudness.map(Math.round), integrated } satisfies SoundTrack, assets),
        levels: await putJson(levels, assets),
      };
    },
  );
  return { track: kept.track, levels: await getJson<SoundLevels>(kept.levels, assets) };
}

/** Watches where the recording's picture moves. Null without a picture. */
export async function watchMotion(facts: RecordingFacts | null, context: LessonContext): Promise<SeenMotion | null> {
  const { recording, assets } = context;
  if (recording === null || !facts?.video) return null;
  const kept = await context.step<AssetRef>(
    { name: 'language.watch', version: 1, inputs: { recording: recording.identity } },
    async ({ signal }) => {
      const { motion, ...rest } = await recording.lend((path) => watchRecording(path, { signal }));
      return putJson({ ...rest, motion: Buffer.from(motion).toString('base64') }, assets);
    },
  );
  const { motion, ...rest } = await getJson<Omit<SeenMotion, 'motion'> & { motion: string }>(kept, assets);
  return { ...rest, motion: new Uint8Array(Buffer.from(motion, 'base64')) };
}
