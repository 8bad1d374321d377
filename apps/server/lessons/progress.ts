import type { LessonEvent, LessonOutput } from '@kinora/studios/language/schema';

/** How long files take beside each other, roughly: seconds of a recording of twenty minutes. */
const weights: Partial<Record<LessonOutput, number>> = { 'main-video': 120, anki: 12, worksheet: 3 };
const weightOf = (output: LessonOutput) => weights[output] ?? (output.startsWith('short-') ? 25 : 1);

const names: Record<LessonOutput, string> = {
  transcript: 'transcript',
  captions: 'captions',
  vocabulary: 'vocabulary',
  'vocabulary-csv': 'vocabulary as CSV',
  'vocabulary-tsv': 'vocabulary as TSV',
  anki: 'Anki deck',
  worksheet: 'worksheet',
  'main-video': 'main video',
  'short-1': 'first Short',
  'short-2': 'second Short',
  'short-3': 'third Short',
  'short-4': 'fourth Short',
  'short-5': 'fifth Short',
  'thumbnail-1': 'first thumbnail',
  'thumbnail-2': 'second thumbnail',
  'thumbnail-3': 'third thumbnail',
  posts: 'posts',
};

/** Turns events into how far a job is and what it does now, for people: "reading the words", "making the Anki deck". */
export function createProgress(
  report: (progress: number, step: string) => void,
  { outputs, hasRecording }: { outputs: readonly LessonOutput[]; hasRecording: boolean },
): (event: LessonEvent) => void {
  const looking = hasRecording ? 10 : 1;
  const all = looking + 4 + outputs.reduce((sum, output) => sum + weightOf(output), 0);
  let done = 0;
  report(0, hasRecording ? 'looking at the recording' : 'reading the words');
  return (event) => {
    switch (event.type) {
      case 'recording-end':
        done = looking / 4;
        return report(done / all, 'reading the words');
      case 'transcript-end':
        done = looking / 2;
        return report(done / all, 'looking for what there is to learn');
      case 'items-end':
        done = looking / 2 + 2;
        return report(done / all, hasRecording ? 'listening to the recording' : 'making the files');
      case 'plan-end':
        done = looking + 4;
        return report(done / all, 'planned');
      case 'output-start':
        done = Math.max(done, looking + 4);
        return report(done / all, `making the ${names[event.output]}`);
      case 'output-progress':
        return report(
          (done + weightOf(event.output) * event.fraction) / all,
          `making the ${names[event.output]}, ${Math.round(event.fraction * 100)} %`,
        );
      case 'output-end':
        done += weightOf(event.output);
        return report(Math.min(1, done / all), `the ${names[event.output]} is made`);
      case 'lesson-end':
        report(1, 'done');
    }
  };
}
