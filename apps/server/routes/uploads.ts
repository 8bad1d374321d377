import type { Readable } from 'node:stream';
import { isKinoraError, KinoraError } from '@kinora/capabilities';
import type { UploadPiece, UploadView } from '@kinora/platform/storage';
import { recordingLimits } from '@kinora/studios/language/schema';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Kinora } from '../compose.ts';
import { toProblem } from '../problem.ts';
import { assetRef, failures } from './schemas.ts';

/** Version of the tus protocol that is spoken. */
const tus = '1.0.0';
const extensions = 'creation,creation-with-upload,expiration,termination,checksum';
const pieceType = 'application/offset+octet-stream';

const upload = z.object({
  id: z.uuid(),
  name: z.string(),
  bytes: z.number().int(),
  received: z.number().int(),
  file: assetRef.nullable().describe('The stored file, once it is whole: name it in a request.'),
});
const uploadId = z.object({ id: z.uuid('An id looks like 6f2c1c9e-….') });
const wholeNumber = (name: string) =>
  z.coerce
    .number({ error: `${name} is a whole number of bytes.` })
    .int()
    .min(0, `${name} is a whole number of bytes.`);
const tags = ['uploads'];

/**
 * Files from outside: resumable by the tus protocol 1.0 (https://tus.io/protocols/resumable-upload), or at once by one
 * request for scripts. What a file is, its bytes say.
 */
export function uploadRoutes({ uploads }: Kinora): FastifyPluginAsyncZod {
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    app.addHook('onRequest', async (request, reply) => {
      const isTus = request.routeOptions.url?.includes('/uploads') === true;
      if (!isTus) return;
      void reply.header('tus-resumable', tus);
      if (request.method === 'OPTIONS' || request.method === 'GET') return;
      if (request.headers['tus-resumable'] !== tus) {
        void reply.header('tus-version', tus);
        await refuse(reply, 412, `Send the header Tus-Resumable: ${tus}; Kinora speaks no other version.`);
      }
    });

    app.options('/uploads', { schema: { summary: 'What of tus is spoken', tags } }, async (_request, reply) =>
      reply
        .code(204)
        .headers({
          'tus-version': tus,
          'tus-extension': extensions,
          'tus-max-size': String(recordingLimits.bytes),
          'tus-checksum-algorithm': 'sha1,sha256',
        })
        .send(),
    );

    app.post(
      '/uploads',
      {
        schema: {
          summary: 'Begin a resumable upload (tus 1.0)',
          description:
            'Any tus client can be used. `Upload-Length` is the size in bytes, at most 2 GB for a video, 300 MB for a song and 40 MB for a picture; `Upload-Metadata` may name the file: `filename c29uZy5tcDM=`. The answer’s `Location` is where its bytes go by `PATCH`.',
          tags,
          headers: z.object({
            'upload-length': wholeNumber('Upload-Length').optional(),
            'upload-metadata': z.string().max(4000).optional(),
          }),
        },
        bodyLimit: recordingLimits.bytes,
      },
      async (request, reply) => {
        const bytes = request.headers['upload-length'];
        if (bytes === undefined) return refuse(reply, 400, 'Send the header Upload-Length; it can’t come later.');
        if (bytes === 0) return refuse(reply, 400, 'The file is empty.');
        if (bytes > recordingLimits.bytes) throw new KinoraError('request.too-large', 'A file has at most 20 GB.');
        const begun = await uploads.begin({ name: fileNameIn(request.headers['upload-metadata']), bytes });
        const isMore = request.headers['content-type'] === pieceType;
        const view = isMore ? await append(request, begun.id, { offset: 0, chunks: bodyOf(request) }) : begun;
        return progress(reply.code(201).header('location', `/api/v1/uploads/${view.id}`), view).send();
      },
    );

    app.head(
      '/uploads/:id',
      { schema: { summary: 'How far an upload is (tus 1.0)', tags, params: uploadId } },
      async (request, reply) => {
        const view = await uploads.look(request.params.id);
        return progress(reply.header('upload-length', view.bytes).header('cache-control', 'no-store'), view).send();
      },
    );

    app.get(
      '/uploads/:id',
      {
        exposeHeadRoute: false,
        schema: {
          summary: 'An upload, and the stored file once it is whole',
          tags,
          params: uploadId,
          response: { 200: upload, ...failures },
        },
      },
      async (request, reply) => {
        const { id, name, bytes, received, file } = await uploads.look(request.params.id);
        return reply.header('cache-control', 'no-store').send({ id, name, bytes, received, file });
      },
    );

    app.patch(
      '/uploads/:id',
      {
        schema: {
          summary: 'Send bytes of an upload (tus 1.0)',
          description:
            'The body goes on at `Upload-Offset`. With `Upload-Checksum: sha256 <base64>` (or sha1) it counts whole or not at all. The last piece makes the file whole; `GET /uploads/{id}` then names it.',
          tags,
          params: uploadId,
          headers: z.object({
            'upload-offset': wholeNumber('Upload-Offset'),
            'upload-checksum': z.string().max(200).optional(),
          }),
        },
        bodyLimit: recordingLimits.bytes,
      },
      async (request, reply) => {
        if (request.headers['content-type'] !== pieceType)
          return refuse(reply, 415, `Send Content-Type: ${pieceType}.`);
        const checksum = checksumIn(request.headers['upload-checksum']);
        if (checksum === null) return refuse(reply, 400, 'Upload-Checksum is sha1 or sha256, a space, and base64.');
        try {
          const offset = request.headers['upload-offset'];
          const view = await append(request, request.params.id, { offset, chunks: bodyOf(request), checksum });
          return await progress(reply.code(204), view).send();
        } catch (error) {
          if (isKinoraError(error) && error.data['checksum'] === true) return refuse(reply, 460, error.message);
          throw error;
        }
      },
    );

    app.delete(
      '/uploads/:id',
      { schema: { summary: 'Cancel an upload (tus 1.0)', tags, params: uploadId } },
      async (request, reply) => {
        await uploads.cancel(request.params.id);
        return reply.code(204).send();
      },
    );

    app.post(
      '/assets',
      {
        schema: {
          summary: 'Store a song, a video or a picture, in one request',
          description:
            'The body is the file, e.g. `curl --data-binary @song.mp3 -H "content-type: audio/mpeg"`. At most 20 GB for a recording, 300 MB for a song, 40 MB for a picture.',
          tags: ['assets'],
          querystring: z.object({ name: z.string().max(200).optional().describe('What the file is called.') }),
          response: { 201: assetRef, ...failures },
        },
        bodyLimit: recordingLimits.bytes,
      },
      async (request, reply) => {
        const name = cleanName(request.query.name ?? '');
        const file = await unlessGone(request, () =>
          uploads.receive({ name, chunks: bodyOf(request), limit: recordingLimits.bytes }),
        );
        return reply.code(201).header('location', `/api/v1/assets/${file.asset}`).send(file);
      },
    );

    function append(request: FastifyRequest, id: string, piece: UploadPiece): Promise<UploadView> {
      return unlessGone(request, () => uploads.append(id, piece));
    }
  };
}

/** A connection that breaks off is no fault of Kinora's, and nobody hears the answer. */
async function unlessGone<Value>(request: FastifyRequest, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    if (!request.raw.destroyed || request.raw.complete) throw cause;
    throw new KinoraError('request.invalid', 'The connection broke off; ask how much is there, and go on.', { cause });
  }
}

function bodyOf(request: FastifyRequest): AsyncIterable<Uint8Array> {
  return (request.body as Readable | undefined) ?? request.raw;
}

function progress(reply: FastifyReply, { received, expiresAt }: UploadView): FastifyReply {
  return reply.header('upload-offset', received).header('upload-expires', expiresAt.toUTCString());
}

/** A problem whose status the protocol gives. */
function refuse(reply: FastifyReply, status: number, detail: string): FastifyReply {
  const problem = { ...toProblem(new KinoraError('request.invalid', detail)), status };
  return reply.code(status).type('application/problem+json').serializer(JSON.stringify).send(problem);
}

/** Upload-Metadata is `key base64` pairs with commas between. */
function fileNameIn(metadata: string | undefined): string {
  const pairs = (metadata ?? '').split(',').map((pair) => pair.trim().split(' '));
  const encoded = pairs.find(([key]) => key === 'filename' || key === 'name')?.[1] ?? '';
  return cleanName(Buffer.from(encoded, 'base64').toString('utf8'));
}

/** A name only: no folders, nothing that can't be seen or stored. */
function cleanName(name: string): string {
  const last = name.toWellFormed().split(/[\\/]/).at(-1) ?? '';
  return last.replace(/\p{C}/gu, '').trim().slice(0, 200);
}

/** Undefined without a checksum, null for one that isn't understood. */
function checksumIn(header: string | undefined): UploadPiece['checksum'] | null {
  if (header === undefined) return undefined;
  const [, algorithm, digest = ''] = /^(sha1|sha256) ([A-Za-z0-9+/]+=*)$/.exec(header) ?? [];
  if (algorithm === undefined) return null;
  return { algorithm: algorithm as 'sha1' | 'sha256', digest: Buffer.from(digest, 'base64') };
}
