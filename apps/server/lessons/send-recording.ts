import { createReadStream } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendAsset } from '../routes/assets.ts';
import type { AssetFiles } from '../routes/assets.ts';
import type { PlayableRecording } from './lessons.ts';

/** Sends a recording, or the range of it that was asked for. */
export function sendRecording(
  { file, path }: PlayableRecording,
  assets: AssetFiles,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const files: AssetFiles =
    path === null ? assets : { ...assets, read: async (_file, range) => createReadStream(path, range) };
  return sendAsset(file, files, request, reply, { isImmutable: false });
}
