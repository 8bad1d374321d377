import { concatBytes, u16 } from './mp4/boxes.ts';
import type { CaptionTrack, ChapterTrack, Mp4Sample } from './mp4/track.ts';

/** A line of text on screen. Seconds from the start of the film. */
export type Cue = { start: number; end: number; text: string };

/** A named part of a film or recording. Seconds. */
export type Chapter = { title: string; start: number; end: number };

const timescale = 1000;
const utf8 = new TextEncoder();
/** Tells QuickTime readers that the text is UTF-8. */
const utf8Mark = [0, 0, 0, 12, ...utf8.encode('encd'), 0, 0, 1, 0];

/** Captions as 3GPP timed text: a sample for each cue, an empty one for each gap. Overlapping cues are cut short. */
export function captionTrack(
  cues: readonly Cue[],
  { language, width, height, seconds }: { language: string; width: number; height: number; seconds: number },
): CaptionTrack {
  const samples: Mp4Sample[] = [];
  const end = Math.round(seconds * timescale);
  let at = 0;
  const add = (text: string, until: number) => {
    if (until <= at) return;
    const bytes = utf8.encode(text);
    samples.push({ data: concatBytes([u16(bytes.length), bytes]), duration: until - at, isKey: true });
    at = until;
  };
  const sorted = cues.toSorted((a, b) => a.start - b.start);
  sorted.forEach((cue, index) => {
    const next = sorted[index + 1]?.start ?? Infinity;
    add('', Math.min(end, Math.round(cue.start * timescale)));
    add(cue.text, Math.min(end, Math.round(Math.min(cue.end, next) * timescale)));
  });
  add('', end);
  return { kind: 'captions', timescale, language, width, height, samples };
}

/** Chapter names as QuickTime text. Chapters follow one another; what comes before the first belongs to it. */
export function chapterTrack(
  chapters: readonly Chapter[],
  { language, seconds }: { language: string; seconds: number },
) {
  const samples = chapters.map(({ title, start }, index): Mp4Sample => {
    const from = index === 0 ? 0 : Math.round(start * timescale);
    const until = Math.round((chapters[index + 1]?.start ?? seconds) * timescale);
    const bytes = utf8.encode(title);
    return {
      data: concatBytes([u16(bytes.length), bytes, utf8Mark]),
      duration: Math.max(1, until - from),
      isKey: true,
    };
  });
  return { kind: 'chapters', timescale, language, samples } satisfies ChapterTrack;
}
