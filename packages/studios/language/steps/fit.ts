import type { PlannedNote } from '../exports/index.ts';
import type { RecordingFacts } from '../schema.ts';

/** Seconds that subtitles may go on after the recording: few end where it ends. */
const grace = 10;

/** Tells when words can't be those of the recording: they go on after it ends. Null where they may be. */
export function tellMisfit(facts: Pick<RecordingFacts, 'seconds'> | null, lastWord: number): string | null {
  if (facts === null || lastWord <= facts.seconds + grace) return null;
  return `The words go on until ${clock(lastWord)}, but the recording ends at ${clock(facts.seconds)}: are they of another one? What is said after its end has neither sound nor picture.`;
}

/** Whether what a note shows is in the recording. */
export function isWithin({ sound }: PlannedNote, { seconds }: Pick<RecordingFacts, 'seconds'>): boolean {
  return sound.start <= seconds - 0.2;
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
