import type { Readable } from 'node:stream';
import { dictionaryLimits } from '@kinora/studios/language';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Kinora } from '../compose.ts';
import { failures } from './schemas.ts';

const tags = ['dictionaries'];
const dictionary = z.object({
  id: z.uuid(),
  title: z.string(),
  licence: z.string().describe('Shown wherever its words are.'),
  revision: z.string(),
  language: z.string(),
  words: z.number().int(),
  facts: z.number().int().describe('Words whose rank or pitch accent it tells.'),
  isOn: z.boolean(),
  createdAt: z.iso.datetime(),
});
const id = z.object({ id: z.uuid() });

/** Dictionaries that the owner imports, for ordinary words. */
export function dictionaryRoutes({ dictionaries }: Pick<Kinora, 'dictionaries'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/dictionaries',
      {
        schema: {
          summary: 'Imported dictionaries',
          description:
            'The first one that knows a word explains it. A lesson that is made later looks into those that are on.',
          tags,
          response: { 200: z.object({ items: z.array(dictionary) }), ...failures },
        },
      },
      async () => ({ items: await dictionaries.list() }),
    );

    app.patch(
      '/dictionaries/:id',
      {
        schema: {
          summary: 'Switch a dictionary on or off',
          tags,
          params: id,
          body: z.object({ isOn: z.boolean() }),
          response: { 200: dictionary, ...failures },
        },
      },
      async (request) => dictionaries.setOn(request.params.id, request.body.isOn),
    );

    app.delete(
      '/dictionaries/:id',
      { schema: { summary: 'Remove a dictionary', tags, params: id, response: { 204: z.null(), ...failures } } },
      async (request, reply) => {
        await dictionaries.remove(request.params.id);
        return reply.code(204).send(null);
      },
    );

    await app.register(async (files) => {
      files.removeAllContentTypeParsers();
      files.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
      files.post(
        '/dictionaries',
        {
          schema: {
            summary: 'Import a dictionary',
            description:
              'The body is the file, at most 300 MB: a Yomitan ZIP, JMdict (XML) or EDICT, the last two also as .gz. One of the same title and language takes the old one’s place.',
            tags,
            response: { 201: dictionary, ...failures },
          },
          bodyLimit: dictionaryLimits.packed,
        },
        async (request, reply) =>
          reply.code(201).send(await dictionaries.add((request.body as Readable | undefined) ?? request.raw)),
      );
    });
  };
}
