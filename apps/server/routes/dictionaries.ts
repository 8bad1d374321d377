import type { Readable } from 'node:stream';
import { KinoraError } from '@kinora/capabilities';
import { readKnownWords } from '@kinora/media/documents/anki';
import { dictionaryLimits } from '@kinora/studios/language';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Kinora } from '../compose.ts';
import { failures } from './schemas.ts';

const tags = ['dictionaries'];

/** Decks carry sounds and pictures, which are passed over. Bytes. */
const largestDeck = 200_000_000;

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

    app.get(
      '/known-words',
      {
        schema: {
          summary: 'How many words the owner knows',
          description: 'With them a lesson tells how much of it is known, and which sentences are the next step.',
          tags,
          response: { 200: z.object({ words: z.number().int() }), ...failures },
        },
      },
      async () => ({ words: await dictionaries.countKnown() }),
    );

    app.delete(
      '/known-words',
      { schema: { summary: 'Forget all known words', tags, response: { 204: z.null(), ...failures } } },
      async (_request, reply) => {
        await dictionaries.forgetKnown();
        return reply.code(204).send(null);
      },
    );

    await app.register(deckRoute(dictionaries));
    await app.register(importRoute(dictionaries));
  };
}

/** Takes decks and lists as they are. */
function deckRoute(dictionaries: Kinora['dictionaries']): FastifyPluginAsyncZod {
  return async (files) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: largestDeck }, (_request, file, done) =>
      done(null, file),
    );
    files.post(
      '/known-words',
      {
        schema: {
          summary: 'Add words that the owner knows',
          description:
            'The body is an Anki deck (.apkg, .colpkg) or a list (text, CSV, TSV), at most 200 MB. Of a deck with progress only learned notes count.',
          tags,
          querystring: z.object({
            name: z.string().max(200).default('words.txt').describe('What the file is called.'),
            language: z.enum(['ja', 'en']).optional(),
          }),
          response: {
            201: z.object({
              words: z.number().int().describe('Known now.'),
              added: z.number().int(),
              fields: z.array(z.string()).describe('Where in the notes the words were found.'),
              isReviewed: z.boolean().describe('The deck came with progress.'),
            }),
            ...failures,
          },
        },
      },
      async (request, reply) => {
        const { name, language } = request.query;
        const file = request.body as Uint8Array | undefined;
        if (!file?.byteLength) throw new KinoraError('request.invalid', 'The body is empty; send the file as it is.');
        const { words, fields, isReviewed } = await readKnownWords(file, name, { ...(language && { language }) });
        return reply.code(201).send({ ...(await dictionaries.addKnown(words)), fields, isReviewed });
      },
    );
  };
}

/** Takes dictionaries as they come: they are larger than what is held in memory. */
function importRoute(dictionaries: Kinora['dictionaries']): FastifyPluginAsyncZod {
  return async (files) => {
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
  };
}
