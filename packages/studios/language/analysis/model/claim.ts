import { z } from 'zod';
import { bands, itemKinds, registers } from '../../lexicon/entry.ts';

/** Nothing that a transcript could smuggle through a model: no links, no markup. */
const said = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !/https?:|www\.|<[a-z/!]|\]\(/i.test(text), 'No links and no markup.');

/** What a model says it found; nothing is believed before it was seen in the transcript. */
export const modelClaim = z.object({
  sentence: z.number().int().min(0).describe('Number of the sentence.'),
  surface: z.string().min(1).max(80).describe('Copied from that sentence, letter by letter.'),
  kind: z.enum(itemKinds),
  form: said(80).min(1).describe('Dictionary form.'),
  reading: said(80).describe('Hiragana for Japanese, else empty.'),
  partOfSpeech: said(40),
  gloss: said(160).min(1).describe('Short, in the other language.'),
  explanation: said(600).describe('One to three sentences in the other language.'),
  register: z.enum(registers),
  difficulty: z.enum([...bands.ja, ...bands.en]),
  correction: said(160).describe('For mistakes: what is right; else empty.'),
});
export type ModelClaim = z.infer<typeof modelClaim>;

/** The answer's form, as plain JSON Schema. */
export const claimsJsonSchema = z.toJSONSchema(z.object({ items: z.array(modelClaim) }), {
  target: 'draft-7',
}) as Record<string, unknown>;

/**
 * Reads what a model answered: JSON, perhaps within a code block. Items that don't keep to the form are dropped one by one.
 * @returns Null when there is no list of items at all.
 */
export function readClaims(answer: string): ModelClaim[] | null {
  const [start, end] = [answer.indexOf('{'), answer.lastIndexOf('}')];
  if (start < 0 || end <= start) return null;
  let value: unknown;
  try {
    value = JSON.parse(answer.slice(start, end + 1));
  } catch {
    return null;
  }
  const { items } = (value ?? {}) as { items?: unknown };
  if (!Array.isArray(items)) return null;
  return items.flatMap((item) => {
    const read = modelClaim.safeParse(item);
    return read.success ? [read.data] : [];
  });
}
