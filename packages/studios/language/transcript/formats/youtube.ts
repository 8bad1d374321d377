import { KinoraError } from '@kinora/capabilities/errors';
import type { RawCue, RawSubtitles, SubtitleWarning } from '../cue.ts';
import { resolveEntities } from '../clean-text.ts';
import { readTime } from './time.ts';

type Event = {
  tStartMs?: unknown;
  dDurationMs?: unknown;
  aAppend?: unknown;
  segs?: { utf8?: unknown; tOffsetMs?: unknown }[];
};

/**
 * YouTube's json3: events of segments, each with its offset, which times words. Events that only append a line break to a
 * rolling window carry nothing.
 * @throws KinoraError `request.invalid` when it is no such JSON.
 */
export function readJson3(text: string): RawSubtitles {
  let events: Event[];
  try {
    const parsed = JSON.parse(text) as { events?: Event[] };
    if (!Array.isArray(parsed.events)) throw new TypeError('there is no list "events"');
    events = parsed.events;
  } catch (cause) {
    throw new KinoraError('request.invalid', `This JSON is no YouTube subtitle file: ${(cause as Error).message}.`, {
      cause,
      data: { field: 'subtitles' },
    });
  }
  const cues: RawCue[] = [];
  const warnings: SubtitleWarning[] = [];
  for (const event of events) {
    const { tStartMs, dDurationMs, segs } = event;
    const parts = (segs ?? []).map(({ utf8, tOffsetMs }) => ({
      text: typeof utf8 === 'string' ? utf8 : '',
      offset: typeof tOffsetMs === 'number' ? tOffsetMs : 0,
    }));
    const whole = parts.map((part) => part.text).join('');
    if (whole.trim() === '') continue;
    if (typeof tStartMs !== 'number') {
      warnings.push({ line: 0, reason: `"${whole.trim().slice(0, 40)}" has no time.` });
      continue;
    }
    const start = tStartMs / 1000;
    const end = start + (typeof dDurationMs === 'number' ? dDurationMs : 2000) / 1000;
    const isTimed = parts.some(({ offset }) => offset > 0);
    cues.push({
      start,
      end,
      lines: whole.split('\n'),
      line: 0,
      ...(isTimed ? { words: timed(parts, start, end) } : {}),
    });
  }
  return { cues, warnings };
}

function timed(parts: readonly { text: string; offset: number }[], start: number, end: number) {
  return parts
    .map(({ text, offset }, index) => ({
      text,
      start: start + offset / 1000,
      end: Math.min(end, start + (parts[index + 1]?.offset ?? (end - start) * 1000) / 1000),
    }))
    .filter(({ text }) => text.trim() !== '');
}

/** YouTube's srv3 and srv1 and TTML: paragraphs with times as attributes. Not a whole XML reader: it needs no more. */
export function readXml(text: string): RawSubtitles & { format: 'srv3' | 'ttml' } {
  const cues: RawCue[] = [];
  const warnings: SubtitleWarning[] = [];
  const isTtml = /<tt[\s>]/.test(text);
  const language = /xml:lang="([\w-]+)"/.exec(text)?.[1];
  for (const found of text.matchAll(/<(p|text)\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1>)/g)) {
    const [, , attributes = '', content = ''] = found;
    const line = text.slice(0, found.index).split('\n').length;
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
    // srv3 counts milliseconds (t, d), srv1 seconds (start, dur), TTML writes times (begin, end).
    const [t, d] = [attribute('t'), attribute('d')];
    const start = t === undefined ? xmlTime(attribute('begin') ?? attribute('start')) : Number(t) / 1000;
    const length = d === undefined ? xmlTime(attribute('dur')) : Number(d) / 1000;
    const end = xmlTime(attribute('end')) ?? (start === null ? null : start + (length ?? 2));
    if (content.replaceAll(/<[^>]*>/g, '').trim() === '') continue;
    if (start === null || end === null || Number.isNaN(start) || Number.isNaN(end) || end < start) {
      warnings.push({ line, reason: 'The paragraph has no times, or ends before it begins.' });
      continue;
    }
    cues.push({ start, end, lines: resolveEntities(content.replaceAll(/<br\s*\/?>/g, '\n')).split('\n'), line });
  }
  return { format: isTtml ? 'ttml' : 'srv3', cues, warnings, ...(language === undefined ? {} : { language }) };
}

function xmlTime(value: string | undefined): number | null {
  if (value === undefined) return null;
  const seconds = /^([\d.]+)s$/.exec(value)?.[1];
  return seconds === undefined ? readTime(value) : Number(seconds);
}
