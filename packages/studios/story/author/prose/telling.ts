import type { Band } from '../level.ts';
import type { Random } from '../random.ts';
import { capital, correctArticles } from './english.ts';

/** A part in a story. */
export type Character = {
  /** What the story calls it: "Bram", or nothing for "the moth". */
  name?: string;
  /** "otter". */
  kind: string;
  pronoun: 'he' | 'she' | 'it' | 'they';
  /** First mention: "Bram the otter", "a girl called Odile", "a moth". */
  entrance: string;
};

/** A value that a template can name: a text, several to choose from, or one made on demand. */
export type Slot = string | readonly string[] | ((telling: Telling) => string) | { readonly [key: string]: Slot };

type Mention = { sentence: number; subject: boolean };

/** Everything a sentence needs to know about what was said before it. */
export type Telling = {
  cast: Record<string, Character>;
  slots: Record<string, Slot>;
  band: Band;
  random: Random;
  /** Options already used in this story. */
  used: Set<string>;
  /** Words that must not be read: the child's fears. */
  avoid: RegExp | null;
  /** Probability that a joint is joined rather than split; longer sentences with 1. */
  join: number;
  mentions: {
    sentence: number;
    paragraphStart: boolean;
    last: Map<string, Mention>;
    pronounRun: number;
    introduced: Set<string>;
    /** Who was named in this scene; the picture shows them. */
    present: Set<string>;
  };
};

const pronouns = {
  he: ['he', 'him', 'his', 'himself', 'his'],
  she: ['she', 'her', 'her', 'herself', 'hers'],
  it: ['it', 'it', 'its', 'itself', 'its own'],
  they: ['they', 'them', 'their', 'themselves', 'theirs'],
} as const;

/** A copy whose further use leaves the original as it is; for trying out variants. */
export function forkTelling(telling: Telling, random: Random): Telling {
  const { mentions } = telling;
  return {
    ...telling,
    random,
    used: new Set(telling.used),
    mentions: {
      ...mentions,
      last: new Map(mentions.last),
      introduced: new Set(mentions.introduced),
      present: new Set(mentions.present),
    },
  };
}

/** Starts a scene or paragraph group: the first mention there is a name again. */
export function startScene(telling: Telling): void {
  telling.mentions.paragraphStart = true;
  telling.mentions.present = new Set();
  telling.mentions.sentence += 3;
}

/**
 * Makes prose of a template.
 *
 * Lines are sentences; an empty line starts a paragraph. A line may begin with flags: `?` (told when there is room),
 * `6+`, `8+` (from that age), `5-`, `7-` (up to that age). Inside: `<a|b>` chooses, `{place.smells}` takes from the
 * slots, `[h]` mentions a character as subject (`.o` object, `.p` possessive, `.r` reflexive, `.n` name, `.k` kind,
 * `.ak` a kind, `.s`/`.so`/`.sp` pronoun), ` ~and~ ` joins two clauses of one subject and ` ~and+~ ` two with their own.
 *
 * @param room How many optional lines are told, from 0 (none) to 1 (all).
 */
export function tell(template: string, telling: Telling, room: number): string {
  const age = { '2-3': 3, '4-5': 5, '6-7': 7, '8-10': 9 }[telling.band];
  const paragraphs: string[] = [];
  for (const block of template.trim().split(/\n\s*\n/)) {
    const lines: string[] = [];
    for (const raw of block.split('\n')) {
      const { text, flags } = flagged(raw.trim());
      if (!text) continue;
      if (flags.includes('8+') && age < 8) continue;
      if (flags.includes('6+') && age < 6) continue;
      if (flags.includes('5-') && age > 5) continue;
      if (flags.includes('7-') && age > 7) continue;
      if (flags.includes('?') && !telling.random.chance(room)) continue;
      const line = expand(text, telling).trim();
      if (!line) continue;
      if (flags.includes('?') && telling.avoid?.test(line)) continue;
      lines.push(line);
    }
    if (lines.length)
      paragraphs.push(
        ...lines
          .join(' ')
          .split(/\s*¶\s*/)
          .filter(Boolean),
      );
  }
  return paragraphs.map((paragraph) => finish(mention(joints(paragraph, telling), telling))).join('\n\n');
}

/** Resolves choices and slots of a template; mentions and joints stay. */
export function expand(template: string, telling: Telling, depth = 0): string {
  if (depth > 8) throw new RangeError(`The template “${template.slice(0, 60)}” never ends.`);
  let text = template;
  for (let guard = 0; guard < 20 && /<[^<>]*>/.test(text); guard++) {
    text = text.replace(/<([^<>]*)>/g, (_match, options: string) => choose(options.split('|'), telling));
  }
  return text.replace(/\{([\w.-]+)\}/g, (_match, path: string) => {
    const value = lookUp(path, telling);
    return value === null ? '∅' : expand(value, telling, depth + 1);
  });
}

/** One option, rather one that was not used yet and names nothing to avoid. */
export function choose(options: readonly string[], telling: Telling): string {
  const allowed = options.filter((option) => !telling.avoid?.test(option));
  const pool = allowed.length ? allowed : options;
  const fresh = pool.filter((option) => option.length < 12 || !telling.used.has(option));
  const picked = telling.random.pick(fresh.length ? fresh : pool);
  telling.used.add(picked);
  return picked;
}

function lookUp(path: string, telling: Telling): string | null {
  const keys = path.split('.');
  const change = changes[keys.at(-1) ?? ''];
  if (change && keys.length > 1) {
    const value = lookUp(keys.slice(0, -1).join('.'), telling);
    return value === null ? null : change(expand(value, telling, 1));
  }
  let value: Slot | undefined = telling.slots;
  for (const key of keys) {
    if (value === undefined || typeof value === 'string' || typeof value === 'function' || isList(value)) return null;
    const level: { readonly [key: string]: Slot } = value;
    const lower = key.charAt(0).toLowerCase() + key.slice(1);
    value = level[key];
    if (value === undefined && lower !== key && typeof level[lower] === 'string')
      value = changes['cap']?.(level[lower]);
  }
  if (value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'function') return value(telling);
  if (!isList(value) || !value.length) return null;
  // Attempts and advice are told once; when they are used up, the line is left out.
  if (onceOnly.has(path) && value.every((option) => telling.used.has(option))) return '';
  return choose(value, telling);
}

const onceOnly = new Set(['adviser', 'drive.tries', 'drive.cure', 'sense']);

/** Changes a slot can be asked for, as in {x.wants.cap}. */
const changes: Record<string, (text: string) => string> = {
  cap: (text) => (text.startsWith('[') ? text : capital(text)),
  low: (text) => text.charAt(0).toLowerCase() + text.slice(1),
  quote: (text) => `${capital(text)}${/[.!?]$/.test(text) ? '' : '.'}`,
  title: (text) =>
    text
      .split(' ')
      .map((word) => (/^(?:a|an|the|of)$|^\[/.test(word) ? word : capital(word)))
      .join(' '),
};

function isList(value: Slot): value is readonly string[] {
  return Array.isArray(value);
}

function flagged(line: string): { text: string; flags: string[] } {
  const flags: string[] = [];
  let text = line;
  for (let match = /^(\?|[68]\+|[57]-)\s*/.exec(text); match; match = /^(\?|[68]\+|[57]-)\s*/.exec(text)) {
    flags.push(match[1] ?? '');
    text = text.slice(match[0].length);
  }
  return { text, flags };
}

const jointPattern = /\s*~(and|but|so|then)(\+?)~\s*/;

function joints(text: string, telling: Telling): string {
  let rest = text;
  for (let match = jointPattern.exec(rest); match; match = jointPattern.exec(rest)) {
    const before = rest.slice(0, match.index);
    const after = rest.slice(match.index + match[0].length);
    const word = match[1] ?? 'and';
    const own = match[2] === '+';
    const sentence = before.slice(Math.max(0, before.search(/[^.!?…”]*$/)));
    const subject = own ? null : /\[(\w+)\](?!.*\[\w+\])/.exec(sentence)?.[1];
    const joined = telling.random.chance(telling.join) || (!own && !subject);
    if (joined) rest = `${before}${own || word === 'but' || word === 'so' ? ',' : ''} ${word} ${after}`;
    else {
      const opening = word === 'and' ? '' : `${capital(word)} `;
      const clause = own ? after : `[${subject}.s] ${after}`;
      rest = `${before}. ${opening}${opening || clause.startsWith('[') ? clause : capital(clause)}`;
    }
  }
  return rest;
}

const invertedVerb =
  /(?:\b(?:said|says|ask|asked|asks|goes|go|went|whispered|called|cried|thought|thinks|answered|sang|sat|hung|came|comes|lived|lay|stood|murmured|replied|told|was|and|than|but)|”)\s$/i;

function mention(text: string, telling: Telling): string {
  const state = telling.mentions;
  state.paragraphStart = true;
  state.sentence += 1;
  let result = '';
  let rest = text;
  const pattern = /\[(\w+)(?:\.(\w+))?\]/;
  for (let match = pattern.exec(rest); match; match = pattern.exec(rest)) {
    const before = rest.slice(0, match.index);
    advance(before, telling);
    result += before;
    const form =
      match[2] ??
      (/\b(?:at|of|to|for|with|from|on|behind|beside|round|under|into|near|past|against|towards|between|about|without|watched|helped)\s$/i.test(
        result,
      )
        ? 'o'
        : '');
    const word = refer(match[1] ?? '', form, telling, invertedVerb.test(result));
    rest = rest.slice(match.index + match[0].length);
    const isTag =
      /[!?…]”\s+$/.test(result) &&
      /^\s(?:said|asked|whispered|called|cried|murmured|thought|answered|told)\b/.test(rest);
    result += !isTag && (result === '' || /[.!?…]["”]?\s+$/.test(result)) ? capital(word) : word;
  }
  advance(rest, telling);
  return result + rest;
}

function advance(text: string, telling: Telling): void {
  telling.mentions.sentence += (text.match(/[.!?…]+["”]?(?=\s|$)/g) ?? []).length;
}

function refer(asked: string, form: string, telling: Telling, inverted: boolean): string {
  const character = telling.cast[asked];
  if (!character) return '∅';
  // Two parts may be played by one character.
  const id = Object.keys(telling.cast).find((other) => telling.cast[other] === character) ?? asked;
  const state = telling.mentions;
  const [subject, object, possessive, reflexive, absolute] = pronouns[character.pronoun];
  const name = character.name ?? `the ${character.kind}`;
  const last = state.last.get(id);
  const remember = (isSubject: boolean) => {
    state.last.set(id, { sentence: state.sentence, subject: isSubject });
    state.present.add(id);
    state.introduced.add(id);
  };
  switch (form) {
    case 'n': {
      const first = !state.introduced.has(id);
      remember(true);
      state.paragraphStart = false;
      return first ? character.entrance : name;
    }
    case 'np':
      remember(false);
      return owned(name);
    case 'k':
      remember(true);
      return `the ${character.kind}`;
    case 'ak':
      remember(true);
      return `a ${character.kind}`;
    case 'full':
      remember(true);
      state.paragraphStart = false;
      return character.entrance;
    case 'kind':
      return character.kind;
    case 's':
      remember(true);
      return subject;
    case 'so':
      remember(false);
      return object;
    case 'sp':
      return possessive;
    case 'r':
      return reflexive;
    case 'pp':
      return absolute;
    default:
  }
  const isSubject = form === '';
  if (!state.introduced.has(id)) {
    remember(isSubject);
    state.paragraphStart = false;
    return form === 'p' ? owned(character.entrance) : character.entrance;
  }
  const clear = isClear(id, character, telling);
  const recent = last !== undefined && state.sentence - last.sentence <= 1;
  let usePronoun = recent && clear;
  if (isSubject) {
    if (state.paragraphStart || telling.band === '2-3' || inverted) usePronoun = false;
    if (usePronoun && state.pronounRun >= (telling.band === '2-3' ? 1 : 4)) usePronoun = false;
    state.pronounRun = usePronoun ? state.pronounRun + 1 : 0;
    state.paragraphStart = false;
  }
  remember(isSubject);
  if (!usePronoun) return form === 'p' ? owned(name) : name;
  return form === 'p' ? possessive : form === 'o' ? object : subject;
}

function isClear(id: string, character: Character, telling: Telling): boolean {
  const { last, sentence } = telling.mentions;
  const own = last.get(id)?.sentence ?? -9;
  for (const [other, mention] of last) {
    if (other === id || telling.cast[other]?.pronoun !== character.pronoun) continue;
    if (mention.sentence >= sentence - 1 && mention.sentence >= own - 1) return false;
  }
  return true;
}

function owned(name: string): string {
  return `${name}'s`;
}

function finish(text: string): string {
  const clean = text
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:!?])/g, '$1')
    .replace(/([.!?])\1*\.(?!\.)/g, '$1')
    .replace(/,([.!?])/g, '$1')
    .trim();
  return correctArticles(
    clean.replace(/(^|[.!?…]["”]?\s+)(“?\p{Ll})/gu, (match, before: string, start: string, offset: number) => {
      // A lower-case tag after a speech ("Hello!" said Bram) is no new sentence.
      return /[!?…]”\s+$/.test(before) && !start.startsWith('“') && offset >= 0 ? match : before + capital(start);
    }),
  );
}
