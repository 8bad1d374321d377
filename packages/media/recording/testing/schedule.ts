import { seededRandom } from '../../audio/random.ts';
import type { ScriptEntry } from './read-script.ts';

/** Somebody speaks. Times in seconds of the recording. */
export type SampleLine = {
  start: number;
  end: number;
  speaker: 'host' | 'guest';
  language: 'ja' | 'en';
  text: string;
  /** Which of the spoken texts it is. */
  index: number;
};

type Span = { start: number; end: number };

/** When everything in a sample recording happens, in seconds. */
export type SampleSchedule = {
  seconds: number;
  lines: SampleLine[];
  slides: (Span & { ja: string; en: string; points: { ja: string; en: string }[]; isGame: boolean })[];
  laughs: Span[];
  /** Where nobody makes a sound for more than a second. */
  pauses: Span[];
  music: Span[];
  /** Lines in which somebody asks the editor to keep what was just said. */
  markers: number[];
};

/** Asks an editor to keep something. */
const marker = /クリップして|切り抜いて|save that|clip that/i;

/**
 * Lays a script out in time. Breaths between lines are chance; where the script is shorter than asked, they become longer,
 * and where it is longer, it ends with the last line that fits.
 * @param lengths Seconds of each line, in order.
 */
export function scheduleScript(
  entries: readonly ScriptEntry[],
  { lengths, seconds, seed }: { lengths: readonly number[]; seconds: number; seed: number },
): SampleSchedule {
  const random = seededRandom(seed);
  const breaths = entries.map(() => 0.18 + 0.42 * random() ** 1.5);
  const durations = durationsOf(entries, lengths);
  const needed = durations.reduce((sum, length, at) => sum + length + (length > 0 ? breaths[at]! : 0), 1);
  const spoken = entries.filter(({ kind }) => kind === 'line').length;
  const more = Math.max(0, seconds - 1 - needed) / Math.max(1, spoken);
  const schedule: SampleSchedule = { seconds, lines: [], slides: [], laughs: [], pauses: [], music: [], markers: [] };
  let [time, index] = [1, 0];
  const closeSlide = (end: number) => {
    const last = schedule.slides.at(-1);
    if (last) last.end = end;
  };
  let musicSince: number | undefined;
  const closeMusic = (end: number) => {
    if (musicSince !== undefined && end > musicSince) schedule.music.push({ start: musicSince, end });
    musicSince = undefined;
  };
  for (const [at, entry] of entries.entries()) {
    const length = durations[at]!;
    if (time + length > seconds - 0.4) break;
    if (entry.kind === 'slide') {
      const start = schedule.slides.length === 0 ? 0 : time;
      closeSlide(start);
      schedule.slides.push({
        start,
        end: seconds,
        ja: entry.ja,
        en: entry.en,
        points: entry.points,
        isGame: entry.isGame,
      });
    } else if (entry.kind === 'line') {
      const { speaker, language, text } = entry;
      if (marker.test(text)) schedule.markers.push(schedule.lines.length);
      schedule.lines.push({ start: time, end: time + length, speaker, language, text, index: index++ });
      time += length + breaths[at]! + more;
    } else if (entry.kind === 'laugh') {
      schedule.laughs.push({ start: time, end: time + length });
      time += length + breaths[at]!;
    } else if (entry.kind === 'pause') {
      schedule.pauses.push({ start: time - breaths[at - 1]! - more, end: time + length });
      time += length;
    } else {
      closeMusic(time);
      if (entry.isOn) musicSince = time;
    }
  }
  closeMusic(seconds);
  return schedule;
}

/** Seconds of each entry. */
function durationsOf(entries: readonly ScriptEntry[], lengths: readonly number[]): number[] {
  let line = 0;
  return entries.map((entry) => {
    if (entry.kind === 'laugh' || entry.kind === 'pause') return entry.seconds;
    return entry.kind === 'line' ? (lengths[line++] ?? 0) : 0;
  });
}

/** What was said as SRT, one cue a line. @param names Put in front of each line; omitted: nobody is named. */
export function scheduleSrt({ lines }: SampleSchedule, names?: { host: string; guest: string }): string {
  return lines
    .map(({ start, end, speaker, text }, at) => {
      const label = names ? `${names[speaker]}: ` : '';
      return `${at + 1}\n${clock(start)} --> ${clock(end)}\n${label}${text}\n`;
    })
    .join('\n');
}

function clock(time: number): string {
  const ms = Math.round(time * 1000);
  const part = (value: number, digits = 2) => String(Math.floor(value)).padStart(digits, '0');
  return `${part(ms / 3_600_000)}:${part((ms / 60_000) % 60)}:${part((ms / 1000) % 60)},${part(ms % 1000, 3)}`;
}
