import { z } from 'zod';

/** What an item is. */
export const itemKinds = ['slang', 'culture', 'grammar', 'expression', 'mistake', 'word'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** How one talks who says it. */
export const registers = ['polite', 'neutral', 'casual', 'rough', 'fandom', 'written'] as const;
export type Register = (typeof registers)[number];

/** Bands of difficulty, easy first: the JLPT's names for Japanese, the CEFR's for English. Kinora's own judgement, not official. */
export const bands = { ja: ['N5', 'N4', 'N3', 'N2', 'N1'], en: ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] } as const;

/** How a written form changes, so that its inflected forms are found too. */
export const inflections = [
  'i-adjective',
  'na-adjective',
  'ichidan',
  'suru',
  'godan-ka',
  'godan-ga',
  'godan-sa',
  'godan-ta',
  'godan-na',
  'godan-ba',
  'godan-ma',
  'godan-ra',
  'godan-wa',
] as const;
export type Inflection = (typeof inflections)[number];

const line = (most: number) => z.string().trim().min(1).max(most);

/** A sentence of ours that shows an entry, with what it means in the other language. */
export const lexiconExample = z.strictObject({ text: line(200), translation: line(300) });

/**
 * Where an entry is in a text, and where it is not.
 *
 * `texts` are looked for as they stand (for slang that no dictionary cuts right), with the forms that `inflects` says; in
 * English as whole words whatever the case. `patterns` are sequences of words, see {@link compilePattern}. One of both is
 * needed, and any match counts. `unless` and `needs` look at the whole sentence.
 */
export const lexiconMatch = z.strictObject({
  texts: z.array(line(60)).min(1).optional(),
  inflects: z.enum(inflections).optional(),
  /** A Japanese text must begin and end where words do: 推し, but not in 推し量る. English ones always do. */
  isWhole: z.boolean().optional(),
  patterns: z.array(line(400)).min(1).optional(),
  /** The match must end the sentence or a phrase of it: 草 after which nothing comes. */
  isLast: z.boolean().optional(),
  /** Texts that must not be in the sentence (a regular expression each): 草 beside 庭. */
  unless: z.array(line(400)).min(1).optional(),
  /** Texts of which one must be in the sentence. */
  needs: z.array(line(120)).min(1).optional(),
});
export type LexiconMatch = z.infer<typeof lexiconMatch>;

/** An entry of the built-in lexicon. Explanations are in the other language: English for Japanese entries and vice versa. */
export const lexiconEntry = z
  .strictObject({
    /** Stable: `ja-slang-kusa`, `en-expression-give-up`. */
    id: z.string().regex(/^(ja|en)-(slang|culture|grammar|expression|mistake)(-[a-z0-9]+)+$/, 'like ja-slang-kusa'),
    language: z.enum(['ja', 'en']),
    kind: z.enum(['slang', 'culture', 'grammar', 'expression', 'mistake']),
    /** Dictionary form, as it is shown: 草, 〜てしまう, give up. */
    form: line(60),
    /** Kana of a Japanese form. */
    reading: z
      .string()
      .regex(/^[ぁ-ゖー〜・\s]+$/, 'hiragana')
      .optional(),
    /** noun, verb, adjective, adverb, interjection, phrase, suffix, pattern … */
    partOfSpeech: line(40),
    /** Short, in the other language. */
    gloss: line(120),
    /** One to three sentences, in the other language. */
    explanation: line(500),
    register: z.enum(registers),
    /** When to use it and when not, in the other language. */
    usage: line(400).optional(),
    tags: z.array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)).max(8),
    difficulty: z.enum([...bands.ja, ...bands.en]),
    /** For mistakes: what is right. */
    correction: line(120).optional(),
    example: lexiconExample,
    /** Sentences that look like it and are not: the linter sees to it that they are not found. */
    traps: z.array(line(200)).max(6).optional(),
    related: z.array(z.string()).max(8).optional(),
    match: lexiconMatch,
  })
  .refine(({ match }) => match.texts !== undefined || match.patterns !== undefined, 'texts or patterns are needed');
export type LexiconEntry = z.infer<typeof lexiconEntry>;
