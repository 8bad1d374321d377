import { itemEdit, itemKinds, reviewStates } from '@kinora/studios/language/schema';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Kinora } from '../compose.ts';
import { exportVocabulary } from '../vocabulary/export.ts';
import { vocabularySorts } from '../vocabulary/vocabulary.ts';
import { failures } from './schemas.ts';

const tags = ['vocabulary'];

/** Values with commas between. */
const several = <Value extends string>(value: z.ZodType<Value, Value>) =>
  z
    .string()
    .max(200)
    .transform((list) => list.split(',').filter(Boolean))
    .pipe(z.array(value))
    .optional();

const filter = z.object({
  query: z
    .string()
    .max(200)
    .optional()
    .describe(
      'Words in form, reading, gloss or explanation; kana and Latin letters find each other: `teetee`, `てぇてぇ`.',
    ),
  kind: several(z.enum(itemKinds)).describe('With commas between: `slang,grammar`.'),
  language: z.enum(['ja', 'en']).optional(),
  level: several(z.string().regex(/^(?:N[1-5]|[ABC][12])$/, 'N5 … N1 or A1 … C2.')).describe('`N3,N2`'),
  tag: z.string().max(40).optional(),
  lesson: z.uuid().optional().describe('Only what is said in this lesson.'),
  speaker: z.string().max(60).optional(),
  starred: z.stringbool().optional(),
  review: z.enum(reviewStates).optional(),
  hidden: z.stringbool().optional().describe('Only what is hidden. Default: only what is not.'),
});

const object = (description: string) => z.custom<Record<string, unknown>>().meta({ type: 'object', description });
const entry = object(
  'The item as found and edited, with `isStarred`, `isHidden`, `review`, `edit`, `evidenceCount`, `lessonCount`.',
);
const counts = z.record(z.string(), z.number().int());
const itemId = z.object({ id: z.string().min(1).max(200) });

/** The owner's vocabulary over all lessons: search, look, edit, take away as a file. */
export function vocabularyRoutes({ vocabulary }: Pick<Kinora, 'vocabulary'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/vocabulary',
      {
        schema: {
          summary: 'What there is to learn, over all lessons',
          tags,
          querystring: filter.extend({
            sort: z
              .enum(vocabularySorts)
              .default('form')
              .describe('By reading, newest first, most said first, easiest first.'),
            limit: z.coerce.number().int().min(1).max(200).default(50),
            cursor: z.string().max(200).optional().describe('`next` of the page before.'),
          }),
          response: {
            200: z.object({
              items: z.array(object('An entry with `first`: a place where it is said, with lesson and link.')),
              next: z.string().nullable(),
              facets: z
                .object({
                  total: z.number().int(),
                  starred: z.number().int(),
                  hidden: z.number().int(),
                  kind: counts,
                  language: counts,
                  level: counts,
                  tag: counts,
                  review: counts,
                  speaker: counts,
                  lesson: z.array(z.object({ id: z.uuid(), title: z.string(), count: z.number().int() })),
                })
                .nullable()
                .describe(
                  'How many items there are of each value, each counted as if it were not asked for. Null after the first page.',
                ),
            }),
            ...failures,
          },
        },
      },
      async (request) => {
        const { sort, limit, cursor, ...asked } = request.query;
        return vocabulary.list(asked, { sort, limit, cursor });
      },
    );

    app.get(
      '/vocabulary/export',
      {
        schema: {
          summary: 'The vocabulary as a file',
          description:
            'CSV and TSV have one row an item, JSON every place of every item. The filters are those of the list.',
          tags,
          querystring: filter.extend({ format: z.enum(['csv', 'tsv', 'json']).default('csv') }),
        },
      },
      async (request, reply) => {
        const { format, ...asked } = request.query;
        const { text, mediaType } = exportVocabulary(await vocabulary.all(asked), format);
        return reply
          .type(mediaType)
          .header('content-disposition', `attachment; filename="kinora-vocabulary.${format}"`)
          .header('cache-control', 'no-store')
          .send(text);
      },
    );

    app.get(
      '/vocabulary/:id',
      {
        schema: {
          summary: 'One item with every place where it is said',
          tags,
          params: itemId,
          response: {
            200: z.object({
              item: entry,
              evidence: z.array(object('A place: sentence, stretch, seconds, speaker, lesson, link.')),
            }),
            ...failures,
          },
        },
      },
      async (request) => vocabulary.get(request.params.id),
    );

    app.patch(
      '/vocabulary/:id',
      {
        schema: {
          summary: 'Star, review, hide or rewrite an item, in all lessons',
          description:
            'What is left out stays; null takes an earlier change back. Files that show the item are made again with `POST /lessons/{id}/outputs`.',
          tags,
          params: itemId,
          body: itemChange.meta({ examples: [{ gloss: 'LOL', isStarred: true, review: 'learning' }, { gloss: null }] }),
          response: { 200: entry, ...failures },
        },
      },
      async (request) => vocabulary.edit(request.params.id, request.body),
    );
  };
}

const itemChange = z.object(
  Object.fromEntries(
    Object.entries(itemEdit.shape).map(([name, field]) => [name, field.unwrap().nullable().optional()]),
  ) as {
    [Name in keyof typeof itemEdit.shape]: z.ZodOptional<
      z.ZodNullable<ReturnType<(typeof itemEdit.shape)[Name]['unwrap']>>
    >;
  },
);
