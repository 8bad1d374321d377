import { readRecording } from '@kinora/media/recording';
import { checkLength } from '@kinora/studios/language';
import type { Listening } from '../models/listening.ts';
import type { RecordingProbe } from './lessons.ts';
import type { FoundRecording } from './recordings.ts';

/** Looks into a recording, and tells what will be done in another way than one might expect. */
export async function probeRecording(
  { access }: Pick<FoundRecording, 'access'>,
  { listening, signal }: { listening: () => Promise<Listening>; signal: AbortSignal },
): Promise<RecordingProbe> {
  const facts = await access.lend((path) => readRecording(path, { signal }));
  checkLength(facts);
  const { model } = await listening();
  const canTranscribe = model !== null;
  return { facts, notes: notesOf(facts, { canTranscribe }), canTranscribe };
}

function notesOf(
  { video, audio, subtitles, seconds, claimedSeconds }: RecordingProbe['facts'] & { claimedSeconds?: number },
  { canTranscribe }: { canTranscribe: boolean },
): string[] {
  const notes: string[] = [];
  if (claimedSeconds !== undefined)
    notes.push(`The file breaks off after ${Math.round(seconds)} of ${Math.round(claimedSeconds)} seconds.`);
  if (video === null) notes.push('There is no picture: videos show a background with captions.');
  if (audio === null) notes.push('There is no sound: cards have none, and videos are silent.');
  if (subtitles.some(({ isText }) => isText)) notes.push('The words are read from a track within the recording.');
  else if (subtitles.length > 0) notes.push('The subtitles within the recording are pictures of words; give a file.');
  if (!subtitles.some(({ isText }) => isText) && !canTranscribe)
    notes.push('Nobody listens yet: give a subtitle file, or add a model under Models → Catalogue → Listening.');
  return notes;
}
