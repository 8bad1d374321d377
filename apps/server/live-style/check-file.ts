import { KinoraError, readPictureHeader } from '@kinora/capabilities';
import type { AssetRef } from '@kinora/capabilities';
import { readFilmSource } from '@kinora/media/video/restyle';
import type { UserAssets } from '@kinora/platform/storage';
import { liveFileLimits } from '@kinora/studios/live-style/schema';
import type { LiveStyleRequest } from '@kinora/studios/live-style/schema';
import { buffer } from 'node:stream/consumers';

/**
 * Looks whether an uploaded file is what a request says: a film or a picture, by its bytes and in a process of its own.
 * @returns The stored file.
 * @throws KinoraError `request.invalid`, `request.too-large`, `asset.missing`; each names the field.
 */
export async function checkFile(
  request: LiveStyleRequest,
  assets: UserAssets,
  signal: AbortSignal,
): Promise<{ file: AssetRef; seconds: number }> {
  const file = await assets.find(request.file.asset).catch((cause: unknown) => {
    if (!(cause instanceof KinoraError) || cause.code !== 'asset.missing') throw cause;
    throw new KinoraError('asset.missing', 'file: there is no such file. Upload it first, then name it here.', {
      cause,
      data: { field: 'file' },
    });
  });
  if (request.kind === 'snapshot') {
    await checkPicture(file, assets);
    return { file, seconds: 0 };
  }
  if (file.bytes > liveFileLimits.videoBytes) throw wrong('request.too-large', 'A video has at most 2 GB.');
  const { seconds } = await assets.lend([file], async ([path = '']) =>
    readFilmSource(path, { signal }).catch((cause: unknown) => {
      if (signal.aborted || !(cause instanceof KinoraError) || cause.code !== 'request.invalid') throw cause;
      throw wrong('request.invalid', cause.message, cause);
    }),
  );
  if (seconds > liveFileLimits.seconds) {
    throw wrong('request.invalid', `The video has ${Math.ceil(seconds / 60)} minutes; at most 120 are styled at once.`);
  }
  return { file, seconds };
}

async function checkPicture(file: AssetRef, assets: UserAssets): Promise<void> {
  if (file.bytes > liveFileLimits.pictureBytes) throw wrong('request.too-large', 'A picture has at most 40 MB.');
  const end = Math.min(file.bytes, 1 << 18) - 1;
  const header = readPictureHeader(await buffer(await assets.stream(file, { range: { start: 0, end } })));
  if (header === null)
    throw wrong('request.invalid', 'This file is not a picture that Kinora can read. Use PNG, JPEG or WebP.');
}

function wrong(code: 'request.invalid' | 'request.too-large', message: string, cause?: unknown): KinoraError {
  return new KinoraError(code, message, { cause, data: { field: 'file' } });
}
