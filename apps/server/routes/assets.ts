import type { Readable } from 'node:stream';
import { KinoraError } from '@kinora/capabilities';
import type { AssetRef } from '@kinora/capabilities';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Kinora } from '../compose.ts';
import { toProblem } from '../problem.ts';

/** Reads the owner's stored files. */
export type AssetFiles = {
  /** @throws KinoraError `asset.missing`. */
  stat(asset: string): Promise<AssetRef>;
  /**
   * Bytes `start` to `end`, both inclusive.
   * @throws KinoraError `asset.missing`, `asset.broken`.
   */
  read(file: AssetRef, range: { start: number; end: number }): Promise<Readable>;
};

/** Stored files by hash. */
export function assetRoutes({ assets }: Kinora): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/assets/:sha256',
      {
        schema: {
          summary: 'A stored file',
          description: 'Never changes, so it may be cached for ever. Ranges are served.',
          tags: ['assets'],
          params: z.object({
            sha256: z.string().regex(/^[0-9a-f]{64}$/, 'An asset is named by 64 hexadecimal digits.'),
          }),
        },
      },
      async (request, reply) =>
        sendAsset(await assets.stat(request.params.sha256), assets, request, reply, { isImmutable: true }),
    );
  };
}

/** Sends a file, or the range of it that was asked for (RFC 9110 §14), with ETag and caching. */
export async function sendAsset(
  file: AssetRef,
  assets: AssetFiles,
  request: FastifyRequest,
  reply: FastifyReply,
  options: { isImmutable: boolean },
): Promise<FastifyReply> {
  const etag = `"${file.asset}"`;
  const read = async (range: { start: number; end: number }) => {
    try {
      return await assets.read(file, range);
    } catch (error) {
      // What says that a file is damaged must not be kept for ever in the file's place.
      for (const name of ['etag', 'accept-ranges', 'content-length']) void reply.removeHeader(name);
      void reply.header('cache-control', 'no-store');
      throw error;
    }
  };
  void reply
    .header('etag', etag)
    .header('accept-ranges', 'bytes')
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'; media-src 'self'; img-src 'self'")
    .header('cache-control', options.isImmutable ? 'private, max-age=31536000, immutable' : 'private, no-cache')
    .type(file.mediaType);
  if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(etag) === true) return reply.code(304).send();
  const ifRange = request.headers['if-range'];
  const range = ifRange === undefined || ifRange === etag ? parseRange(request.headers.range, file.bytes) : 'whole';
  if (range === 'unsatisfiable') {
    const problem = toProblem(
      new KinoraError('request.invalid', `The file has ${file.bytes} bytes; ask for a range inside it.`),
    );
    return reply
      .code(416)
      .header('content-range', `bytes */${file.bytes}`)
      .header('cache-control', 'no-store')
      .type('application/problem+json')
      .serializer(JSON.stringify)
      .send({ ...problem, status: 416 });
  }
  if (range === 'whole') {
    void reply.header('content-length', file.bytes);
    if (file.bytes === 0 || request.method === 'HEAD') return reply.send('');
    return reply.send(await read({ start: 0, end: file.bytes - 1 }));
  }
  const bytes = await read(range);
  void reply
    .code(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${file.bytes}`)
    .header('content-length', range.end - range.start + 1);
  return reply.send(bytes);
}

/**
 * Reads a Range header with one range. Several ranges, other units and nonsense get the whole file, as RFC 9110 allows.
 * @param size Bytes of the file.
 */
export function parseRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'whole' | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null) return 'whole';
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return 'whole';
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < start) return 'whole';
  return start >= size || (first === '' && Number(last) === 0) ? 'unsatisfiable' : { start, end };
}
