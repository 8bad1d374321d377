import { writtenText as text } from '@kinora/capabilities';
import { z } from 'zod';
import { registers } from '../lexicon/entry.ts';

/** A change of one cue: new text or times, or that it goes. `index` counts the cues as they are before the change. */
export const cueEdit = z.object({
  index: z.number().int().min(0),
  text: text(2000).optional(),
  start: z.number().min(0).max(86_400).optional(),
  end: z.number().min(0).max(86_400).optional(),
  speaker: text(60).nullable().optional(),
  isRemoved: z.boolean().optional(),
});
export type CueEdit = z.infer<typeof cueEdit>;

/** How far somebody has learned an item. */
export const reviewStates = ['new', 'learning', 'known'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** What an owner changed of an item, in all recordings. What is absent stays as the analyst says. */
export const itemEdit = z.object({
  gloss: text(200).optional(),
  explanation: text(1000).optional(),
  usage: text(600).optional(),
  reading: text(80).optional(),
  register: z.enum(registers).optional(),
  difficulty: text(4).optional(),
  tags: z.array(text(40)).max(12).optional(),
  isHidden: z.boolean().optional().describe('Left out of everything that is made.'),
  isStarred: z.boolean().optional(),
  review: z.enum(reviewStates).optional(),
});
export type ItemEdit = z.infer<typeof itemEdit>;
