import { KinoraError } from '@kinora/capabilities/errors';
import type { RawCue, RawSubtitles, SubtitleWarning } from '../cue.ts';
import { resolveEntities } from '../clean-text.ts';
import { readTime } from './time.ts';

type Event = { tStartMs?: unknown; dDurationMs?: unknown; segs?: unknown };
type Segment = { utf8?: unknown; tOffsetMs?: unknown };

/**
 * YouTube's json3: events of segments, each with its offset, which times words. Events that only append a line break to a
 * rolling window carry nothing.
 * @throws KinoraError `request.invalid` when it is no such JSON.
 */
export function readJson3(text: string): RawSubtitles {
  let events: (Event | null)[];
  try {
    const parsed = JSON.parse(text) as { events?: (Event | null)[] } | null;
    if (!Array.isArray(parsed?.events)) throw new TypeError('there is no list "events"');
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
    const { tStartMs, dDurationMs, segs } = event ?? {};
    const parts = (Array.isArray(segs) ? (segs as (Segment | null)[]) : []).map((segment) => ({
      text: typeof segment?.utf8 === 'string' ? segment.utf8 : '',
      offset: typeof segment?.tOffsetMs === 'number' ? segment.tOffsetMs : 0,
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
  for (const { attributes, content, line } of paragraphs(text)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
    // srv3 counts milliseconds (t, d), srv1 seconds (start, dur), TTML writes times (begin, end).
    const [t, d] = [attribute('t'), attribute('d')];
    const start = t === undefined ? xmlTime(attribute('begin') ?? attribute('start')) : Number(t) / 1000;
    const length = d === undefined ? xmlTime(attribute('dur')) : Number(d) / 1000;
    const end = xmlTime(attribute('end')) ?? (start === null ? null : start + (length ?? 2));
    if (content.replaceAll(/<[^<>]*>/g, '').trim() === '') continue;
    if (start === null || end === null || Number.isNaN(start) || Number.isNaN(end) || end < start) {
      warnings.push({ line, reason: 'The paragraph has no times, or ends before it begins.' });
      continue;
    }
    cues.push({ start, end, lines: resolveEntities(content.replaceAll(/<br\s*\/?>/g, '\n')).split('\n'), line });
  }
  return { format: isTtml ? 'ttml' : 'srv3', cues, warnings, ...(language === undefined ? {} : { language }) };
}

/** `<p>` and `<text>` with what is in them, in one go through the file. */
function* paragraphs(text: string): Generator<{ attributes: string; content: string; line: number }> {
  const opening = /<(p|text)\b([^<>]*)>/g;
  let line = 1;
  let counted = 0;
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const [whole, name, attributes = ''] = found;
    for (let at = text.indexOf('\n', counted); at >= 0 && at < found.index; at = text.indexOf('\n', at + 1)) line++;
    counted = found.index;
    if (attributes.endsWith('/')) continue;
    const from = found.index + whole.length;
    const to = text.indexOf(`</${name}>`, from);
    // What is never closed is the end of a file that broke off.
    if (to < 0) return;
    opening.lastIndex = to;
    yield { attributes, content: text.slice(from, to), line };
  }
}

function xmlTime(value: string | undefined): number | null {
  if (value === undefined) return null;
  const seconds = /^([\d.]+)s$/.exec(value)?.[1];
  return seconds === undefined ? readTime(value) : Number(seconds);
}
