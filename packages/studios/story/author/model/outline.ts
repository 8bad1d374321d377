import {
  clothesKinds,
  expressions,
  moods,
  poses,
  propKinds,
  settings,
  species,
  timesOfDay,
  weathers,
} from '@kinora/capabilities';
import { z } from 'zod';

/** Colours a model may give a character, by name. */
export const outlineColours = [
  'red',
  'orange',
  'yellow',
  'green',
  'blue',
  'purple',
  'pink',
  'brown',
  'grey',
  'black',
  'white',
  'golden',
] as const;

const line = (about: string) => z.string().trim().min(1).max(400).describe(about);
const none = 'none' as const;

/** One page of the outline: what happens and what the picture shows. */
const outlinePage = z.object({
  happens: line('What happens on this page and why, in one or two sentences.'),
  place: z.enum(settings),
  time: z.enum(timesOfDay),
  weather: z.enum(weathers),
  mood: z.enum(moods),
  heroDoes: z.enum(poses),
  heroFeels: z.enum(expressions),
  friendIsThere: z.boolean(),
  thing: z.enum([...propKinds, none]).describe('One thing to be seen, or none.'),
});
export type OutlinePage = z.infer<typeof outlinePage>;

/** What a model plans before it writes; flat, so that small models manage it too. */
export type Outline = {
  title: string;
  hero: string;
  heroKind: string;
  heroSpecies: (typeof species)[number];
  heroColour: (typeof outlineColours)[number];
  heroWears: (typeof clothesKinds)[number] | typeof none;
  friend: string;
  friendKind: string;
  friendSpecies: (typeof species)[number];
  friendColour: (typeof outlineColours)[number];
  wants: string;
  trouble: string;
  turn: string;
  pages: OutlinePage[];
};

const fields = {
  title: z.string().trim().min(1).max(80).describe('Title of the story.'),
  hero: z.string().trim().min(1).max(24).describe('First name of the hero.'),
  heroKind: z.string().trim().min(1).max(40).describe('What the hero is, e.g. little red fox.'),
  heroSpecies: z.enum(species).describe('The nearest of these.'),
  heroColour: z.enum(outlineColours),
  heroWears: z.enum([...clothesKinds, none]),
  friend: z.string().trim().min(1).max(24).describe('First name of the friend or helper.'),
  friendKind: z.string().trim().min(1).max(40),
  friendSpecies: z.enum(species),
  friendColour: z.enum(outlineColours),
  wants: line('What the hero wants: something that can be seen.'),
  trouble: line('The small trouble in the way. Nothing dangerous.'),
  turn: line('What the hero notices and decides, which solves it.'),
};

/** A JSON schema with a key for each page, so that a grammar holds a model to their number. */
export function outlineSchema(pages: number): z.ZodType<Outline> {
  const keys = Array.from({ length: pages }, (_, index) => `page${index + 1}`);
  return z.object({ ...fields, ...Object.fromEntries(keys.map((key) => [key, outlinePage])) }).transform((value) => {
    const read = value as Omit<Outline, 'pages'> & Record<string, unknown>;
    return { ...read, pages: keys.map((key) => read[key] as OutlinePage) };
  }) as z.ZodType<Outline>;
}

/** The same as plain JSON Schema, for a model's response format. */
export function outlineJsonSchema(pages: number): Record<string, unknown> {
  const keys = Array.from({ length: pages }, (_, index) => `page${index + 1}`);
  return z.toJSONSchema(z.object({ ...fields, ...Object.fromEntries(keys.map((key) => [key, outlinePage])) }), {
    target: 'draft-7',
  }) as Record<string, unknown>;
}

/** Finds the JSON object in what a model answered: some put it into a code block or talk around it. */
export function findJson(text: string): unknown {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (start === -1 || end <= start) return undefined;
  try {
    return JSON.parse(text.slice(start, end + 1));
  } catch {
    return undefined;
  }
}
