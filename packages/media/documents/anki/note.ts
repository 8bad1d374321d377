import { escapeXml } from '../xml.ts';

/** A piece of text, with the reading that stands above it; `isItem` where it belongs to what the note teaches. */
export type AnkiRuby = { text: string; reading?: string; isItem?: boolean };

/** What a note teaches and how. Texts are plain: signs that mean something in Anki are escaped here. */
export type AnkiNote = {
  /** Names the note for all time: a package with the same key updates the note in a collection and keeps its reviews. */
  key: string;
  /** Language that is taught. */
  language: 'ja' | 'en';
  form: string;
  /** The form with its reading. */
  reading: readonly AnkiRuby[];
  gloss: string;
  /** What it is, for people, e.g. `Slang`. */
  kind: string;
  /** Band of difficulty, e.g. `N3`. */
  level?: string;
  /** Sentence from the recording. */
  sentence: readonly AnkiRuby[];
  explanation?: string;
  usage?: string;
  /** Who says it to whom, for people, e.g. `casual`. */
  register?: string;
  /** Of a mistake: what is right. */
  correction?: string;
  example?: { text: string; translation: string };
  /** Title of the recording. */
  source: string;
  /** Where the sentence is said: page with the time in it, seconds of the recording. */
  link?: { url: string; seconds: number };
  /** Spaces become `_`; `::` makes levels. */
  tags: readonly string[];
  /** The sentence as MP3. Without it there is no listening card. */
  audio?: Uint8Array;
  /** JPEG. */
  screenshot?: Uint8Array;
};

/** Names of the fields. Anki compares them: a changed name is another note type, so they stay. */
export const fieldNames = [
  'Expression',
  'Reading',
  'Gloss',
  'Kind',
  'Level',
  'Sentence',
  'Sentence audio',
  'Screenshot',
  'Explanation',
  'Usage',
  'Register',
  'Correction',
  'Example',
  'Example translation',
  'Source',
  'Link',
] as const;

/**
 * The fields of a note as Anki keeps them, in the order of {@link fieldNames}.
 * @param media Names of the note's files in the package.
 */
export function noteFields(note: AnkiNote, media: { audio?: string; screenshot?: string }): string[] {
  const fields: Record<(typeof fieldNames)[number], string> = {
    Expression: escapeField(note.form),
    Reading: furiganaField(note.reading.map(({ text, reading }) => ({ text, reading }))),
    Gloss: escapeField(note.gloss),
    Kind: escapeField(note.kind),
    Level: escapeField(note.level),
    Sentence: furiganaField(note.sentence),
    'Sentence audio': media.audio === undefined ? '' : `[sound:${media.audio}]`,
    Screenshot: media.screenshot === undefined ? '' : `<img src="${media.screenshot}" alt="">`,
    Explanation: escapeField(note.explanation),
    Usage: escapeField(note.usage),
    Register: escapeField(note.register),
    Correction: escapeField(note.correction),
    Example: escapeField(note.example?.text),
    'Example translation': escapeField(note.example?.translation),
    Source: escapeField(note.source),
    Link: note.link === undefined ? '' : `<a href="${escapeField(note.link.url)}">${clock(note.link.seconds)}</a>`,
  };
  return fieldNames.map((name) => fields[name]);
}

/** Tags as Anki keeps them: sorted, with blanks around each. */
export function noteTags(tags: readonly string[]): string {
  const clean = tags.map((tag) => tag.trim().replaceAll(/[\s\u3000"]+/g, '_')).filter((tag) => tag !== '');
  return clean.length === 0 ? '' : ` ${[...new Set(clean)].toSorted().join(' ')} `;
}

/**
 * Text in Anki's furigana notation: ` 漢字[かんじ]`. A blank before the kanji tells where they begin; the filter swallows it, so
 * that a real blank is written twice; at the beginning and after a tag none is needed.
 */
export function furiganaField(parts: readonly AnkiRuby[]): string {
  let field = '';
  let isOpen = false;
  for (const { text, reading, isItem = false } of parts) {
    if (isItem !== isOpen) field += isItem ? '<b class="item">' : '</b>';
    isOpen = isItem;
    const hasReading = reading !== undefined && reading !== '' && !/[\s[\]<>]/.test(text + reading);
    if (!hasReading) field += escapeField(text);
    else field += `${/(?:^|>)$/.test(field) ? '' : ' '}${escapeField(text)}[${escapeField(reading)}]`;
  }
  return isOpen ? `${field}</b>` : field;
}

/**
 * Plain text for a field: HTML's signs, and those with which Anki begins sounds, furigana, LaTeX and MathJax.
 */
function escapeField(text: string | undefined): string {
  return escapeXml(text ?? '')
    .replaceAll('[', '&#91;')
    .replaceAll(']', '&#93;')
    .replaceAll('\\', '&#92;')
    .replaceAll('{{', '&#123;&#123;')
    .replaceAll(/\r\n|\r|\n/g, '<br>');
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
